"""The effective number of opportunities, pinned to evidence §10."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.maths.concentration import effective_number, to_proportions


@pytest.mark.parametrize(
    ("shares", "effective"),
    [
        ((0.7, 0.1, 0.1, 0.1), 1.9),
        ((0.4, 0.3, 0.2, 0.1), 3.3),
        ((1, 1, 1, 1), 4.0),
        ((100,), 1.0),
        ((), 0.0),
        ((0, 0), 0.0),
    ],
)
def test_the_table_of_the_evidence(shares: tuple[float, ...], effective: float) -> None:
    assert round(effective_number(shares), 1) == effective


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=30))
def test_it_lies_between_one_and_how_many_there_are(amounts: list[float]) -> None:
    assert 1 - 1e-9 <= effective_number(amounts) <= len(amounts) + 1e-9


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=30), st.floats(0.1, 50))
def test_only_the_proportions_matter(amounts: list[float], scale: float) -> None:
    assert effective_number([a * scale for a in amounts]) == pytest.approx(effective_number(amounts))
    assert sum(to_proportions(amounts)) == pytest.approx(1)


@pytest.mark.parametrize("amount", [-1.0, float("nan")])
def test_it_refuses_what_is_no_share(amount: float) -> None:
    with pytest.raises(ValueError, match="negative"):
        effective_number([1, amount])
