"""Counts that are looked at again and again: how often a limit on them is ever crossed. Exact, without chance."""

from __future__ import annotations

from collections.abc import Sequence


def is_at_limit(limits: Sequence[int], hits: int, tries: int) -> bool:
    """Whether so few hits are within the limits: `limits[k]` is the number of tries from which k hits are few."""
    return hits < len(limits) and tries >= limits[hits]


def chance_ever_at_limit(limits: Sequence[int], rate: float, tries: int) -> float:
    """P(within the limits at any look up to so many tries), each try a hit at `rate`, with a look after each.

    A look can only newly cross a limit at its own number of tries, since hits never go down: so the sum runs over the
    paths that have not crossed yet (a group-sequential test; Armitage, McPherson and Rowe 1969). Exact.
    """
    paths, crossed = {0: 1.0}, 0.0
    for tried in range(1, tries + 1):
        paths = _after_one_more(paths, rate)
        for hits in [hits for hits in paths if is_at_limit(limits, hits, tried)]:
            crossed += paths.pop(hits)
    return crossed


def _after_one_more(paths: dict[int, float], rate: float) -> dict[int, float]:
    after: dict[int, float] = {}
    for hits, chance in paths.items():
        after[hits] = after.get(hits, 0.0) + chance * (1 - rate)
        after[hits + 1] = after.get(hits + 1, 0.0) + chance * rate
    return after
