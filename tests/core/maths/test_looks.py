"""Counts that are looked at again and again, against every path there is."""

from __future__ import annotations

from itertools import accumulate, product

import pytest

from onward.maths.looks import chance_ever_at_limit, is_at_limit


def test_few_enough_is_by_the_number_of_tries_for_that_many_hits() -> None:
    assert is_at_limit((5, 9), 0, 5)
    assert not is_at_limit((5, 9), 0, 4)
    assert not is_at_limit((5, 9), 1, 8)
    assert is_at_limit((5, 9), 1, 9)
    assert not is_at_limit((5, 9), 2, 1000)


@pytest.mark.parametrize("rate", [0.0, 0.1, 0.4, 1.0])
def test_the_chance_of_ever_being_told_is_the_sum_over_all_paths(rate: float) -> None:
    limits = (4, 7, 10)
    total = 0.0
    for path in product((0, 1), repeat=11):
        if any(is_at_limit(limits, hits, at) for at, hits in enumerate(accumulate(path), 1)):
            total += rate ** sum(path) * (1 - rate) ** (11 - sum(path))
    assert chance_ever_at_limit(limits, rate, 11) == pytest.approx(total, abs=1e-12)
