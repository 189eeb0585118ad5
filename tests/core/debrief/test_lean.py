"""Whether forecasts lean: told to few whose forecasts are right, whenever one looks, and to most who are off."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from benchmarks import calibration as benchmark
from hypothesis import given
from hypothesis import strategies as st

from onward.debrief.lean import LIMIT, SHIFTS, Lean, follow_lean, tell_lean


@pytest.mark.parametrize("kind", list(benchmark.SPREADS))
def test_an_unbiased_forecaster_is_told_a_lean_at_most_one_time_in_ten(kind: str) -> None:
    line = benchmark.share_told(Random(2), kind, 0, 300)
    assert line["told_harder"] + line["told_hopeful"] <= 0.10


@pytest.mark.parametrize("off", [0.2, -0.2])
def test_forecasts_off_by_a_fifth_are_told_so_in_seven_of_ten_by_sixty(off: float) -> None:
    line = benchmark.share_told(Random(3), "beta", off, 200)
    assert line["told_hopeful" if off > 0 else "told_harder"] >= 0.70
    assert line["told_harder" if off > 0 else "told_hopeful"] <= 0.02


def test_nos_that_are_silence_make_nobody_look_hard_on_themselves() -> None:
    line = benchmark.with_silence(Random(4), 0.7, 60, 40)
    assert line["told_a_lean"] <= 0.10
    assert line["told_if_silence_is_left_out"] >= 0.30


@pytest.mark.parametrize("said", [0.05, 0.3, 0.8])
def test_over_all_that_may_come_the_mean_of_the_e_value_is_one(said: float) -> None:
    total = 0.0
    for outcomes in product((0.0, 1.0), repeat=5):
        chance = 1.0
        for came in outcomes:
            chance *= said if came else 1 - said
        total += chance * e_value([(said, came) for came in outcomes])
    assert total == pytest.approx(1, abs=1e-9)


def e_value(pairs: list[tuple[float, float]]) -> float:
    """The mean of the likelihood ratios, written out."""
    from math import exp

    ratios = []
    for shift in [*SHIFTS, *(-one for one in SHIFTS)]:
        ratio = 1.0
        for said, came in pairs:
            true = said * exp(shift) / (1 - said + said * exp(shift))
            ratio *= true / said if came else (1 - true) / (1 - said)
        ratios.append(ratio)
    return sum(ratios) / len(ratios)


@given(st.lists(st.tuples(st.sampled_from([0.1, 0.3, 0.5, 0.9]), st.sampled_from([0.0, 1.0])), max_size=30))
def test_a_lean_is_told_when_the_e_value_says_so_and_in_any_order(pairs: list[tuple[float, float]]) -> None:
    assert (tell_lean(pairs) is not Lean.NONE) == (e_value(pairs) >= LIMIT)
    assert tell_lean(pairs) is tell_lean(pairs[::-1])
    assert list(follow_lean(pairs))[-1:] == [tell_lean(pairs)] * bool(pairs)


def test_nothing_that_can_be_said_is_too_much_for_it() -> None:
    assert tell_lean([(1.0, 0.0)] * 5000) is Lean.HOPEFUL
    assert tell_lean([(0.0, 1.0)] * 5000) is Lean.HARDER
