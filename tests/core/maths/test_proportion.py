"""Rates from few data, pinned to evidence §5 and §10, with scipy as the referee."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.maths.proportion import Beta, Interval, beta_quantile, beta_tail, chance_of_at_least_one, wilson_interval

scipy_special = pytest.importorskip("scipy.special")

COUNTS = st.floats(0.2, 200, allow_nan=False)
SHARES = st.floats(0.001, 0.999)
MISSES = st.floats(0.5, 200)  # below, a quantile lies closer to 1 than floats are to each other


@pytest.mark.parametrize(
    ("hits", "mean", "low", "high"), [(0, 0.13, 0.04, 0.25), (1, 0.20, 0.08, 0.34), (2, 0.27, 0.13, 0.42)]
)
def test_five_interviews_with_the_prior_of_the_evidence(hits: int, mean: float, low: float, high: float) -> None:
    belief = Beta(2, 8).updated(hits, 5 - hits)
    within = belief.interval(0.8)
    assert (round(belief.mean, 2), round(within.low, 2), round(within.high, 2)) == (mean, low, high)


@pytest.mark.parametrize(("clean", "below"), [(8, 0.925), (7, 0.8999), (4, 0.763), (3, 0.684)])
def test_clean_chances_and_the_rate_below_a_quarter(clean: int, below: float) -> None:
    assert beta_tail(1, 1 + clean, 0.25) == pytest.approx(below, abs=6e-4)


def test_seven_clean_chances_fall_just_short_and_one_in_fourteen_does_not() -> None:
    assert beta_tail(1, 8, 0.25) < 0.90 <= beta_tail(1, 9, 0.25)
    assert beta_tail(2, 14, 0.25) >= 0.90


@pytest.mark.parametrize(("n", "chance"), [(1, 0.20), (3, 0.45), (5, 0.60), (8, 0.74), (10, 0.79)])
def test_at_least_one_offer_is_less_certain_than_the_plug_in(n: int, chance: float) -> None:
    assert round(chance_of_at_least_one(2, 8, n), 2) == chance
    assert chance_of_at_least_one(2, 8, n) <= 1 - 0.8**n + 1e-12


def test_eighty_percent_takes_eleven_interviews_not_eight() -> None:
    assert chance_of_at_least_one(2, 8, 10) < 0.8 <= chance_of_at_least_one(2, 8, 11)


def test_no_reply_to_five_asks_happens_half_the_time() -> None:
    assert 1 - chance_of_at_least_one(1.5, 8.5, 5) == pytest.approx(0.51, abs=0.005)


def test_the_wilson_interval_of_the_textbook() -> None:
    """Agresti & Coull (1998): 0 of 10 gives an upper end of .278 at 95 %."""
    within = wilson_interval(0, 10, z=1.959964)
    assert (within.low, round(within.high, 3), round(within.level, 3)) == (0.0, 0.278, 0.95)


def test_no_data_says_nothing() -> None:
    assert wilson_interval(0, 0) == Interval(0.0, 1.0, wilson_interval(0, 0).level)
    assert chance_of_at_least_one(2, 8, 0) == 0


@settings(deadline=None)
@given(COUNTS, COUNTS, SHARES)
def test_the_tail_agrees_with_scipy(a: float, b: float, x: float) -> None:
    assert beta_tail(a, b, x) == pytest.approx(float(scipy_special.betainc(a, b, x)), abs=1e-11)


@settings(deadline=None)
@given(COUNTS, MISSES, SHARES)
def test_a_quantile_undoes_the_tail(a: float, b: float, share: float) -> None:
    x = beta_quantile(a, b, share)
    assert 0 <= x <= 1
    assert beta_tail(a, b, x) == pytest.approx(share, abs=1e-6)


@settings(deadline=None)
@given(COUNTS, MISSES, st.floats(0.1, 0.99))
def test_the_interval_holds_what_it_says(a: float, b: float, level: float) -> None:
    belief = Beta(a, b)
    within = belief.interval(level)
    assert belief.below(within.high) - belief.below(within.low) == pytest.approx(level, abs=1e-6)


@settings(deadline=None)
@given(st.integers(0, 60), st.integers(0, 60))
def test_wilson_stays_inside_and_holds_the_share(hits: int, misses: int) -> None:
    within = wilson_interval(hits, hits + misses)
    assert 0 <= within.low <= within.high <= 1
    if hits + misses:
        assert within.low - 1e-12 <= hits / (hits + misses) <= within.high + 1e-12


@settings(deadline=None)
@given(COUNTS, COUNTS, st.integers(0, 100))
def test_another_try_never_lowers_the_chance(a: float, b: float, n: int) -> None:
    assert chance_of_at_least_one(a, b, n) <= chance_of_at_least_one(a, b, n + 1) + 1e-12


@pytest.mark.parametrize(("a", "b"), [(0, 1), (1, 0), (-1, 2), (float("nan"), 1), (1, float("inf"))])
def test_it_refuses_counts_that_are_none(a: float, b: float) -> None:
    with pytest.raises(ValueError, match="positive"):
        Beta(a, b)


def test_it_refuses_negative_counts_and_impossible_shares() -> None:
    with pytest.raises(ValueError, match="negative"):
        Beta(1, 1).updated(-1, 0)
    with pytest.raises(ValueError, match="negative"):
        chance_of_at_least_one(1, 1, -1)
    with pytest.raises(ValueError, match="share"):
        beta_quantile(1, 1, 1.1)
    with pytest.raises(ValueError, match="proportion"):
        wilson_interval(3, 2)


def test_the_ends_are_the_ends() -> None:
    assert (beta_quantile(2, 8, 0), beta_quantile(2, 8, 1)) == (0, 1)


def test_intervals_overlap_or_not() -> None:
    assert Interval(0.1, 0.3).overlaps(Interval(0.3, 0.5))
    assert not Interval(0.1, 0.3).overlaps(Interval(0.31, 0.5))
