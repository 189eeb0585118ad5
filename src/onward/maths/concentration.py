"""How spread out shares are: the effective number of things they are spread over."""

from __future__ import annotations

from collections.abc import Sequence


def to_proportions(amounts: Sequence[float]) -> tuple[float, ...]:
    """The amounts as shares that sum to 1; nothing at all stays nothing. Negative amounts are refused."""
    if any(not amount >= 0 for amount in amounts):
        raise ValueError("a share can’t be negative")
    total = sum(amounts)
    return tuple(amount / total for amount in amounts) if total > 0 else tuple(0.0 for _ in amounts)


def effective_number(amounts: Sequence[float]) -> float:
    """1 / Σw² over the shares w (Laakso and Taagepera 1979): n equal ones give n, one gives 1, none 0."""
    squares = sum(share * share for share in to_proportions(amounts))
    return 1 / squares if squares > 0 else 0.0
