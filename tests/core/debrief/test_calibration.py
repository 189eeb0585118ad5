"""Forecasts against outcomes: pinned to the computed table, quiet below eight, no curve below thirty."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.debrief.calibration import Forecast, ForecastOutcome, brier_score, measure_calibration
from onward.debrief.lean import Lean

NO, ON, SILENCE, OPEN = ForecastOutcome.NO, ForecastOutcome.MOVED_ON, ForecastOutcome.SILENCE, ForecastOutcome.OPEN


def said(*pairs: tuple[int, ForecastOutcome]) -> list[Forecast]:
    return [Forecast(p, outcome) for p, outcome in pairs]


def test_it_says_a_lean_in_words_from_eight() -> None:
    found = measure_calibration(said(*[(20, ON)] * 6, *[(20, NO)] * 2))
    assert found.words.startswith("So far you’ve been clearly harder on yourself than interviewers were.")
    assert found.words.endswith("n = 8.")


def test_below_eight_it_says_nothing_of_the_person() -> None:
    found = measure_calibration(said(*[(95, NO)] * 7))
    assert (found.bias, found.gap, found.brier, found.skill) == (None, None, None, None)
    assert found.words == "7 forecasts with an answer so far; from 8 this says something."


@given(st.lists(st.tuples(st.integers(0, 100), st.sampled_from(ForecastOutcome)), max_size=40))
def test_it_never_says_overconfident_and_no_lean_before_eight_answers(pairs: list[tuple[int, ForecastOutcome]]) -> None:
    found = measure_calibration(said(*pairs))
    assert "overconfident" not in found.words.lower()
    assert found.lean is Lean.NONE or found.n >= 8
    assert ("could be luck" in found.words) == (8 <= found.n < 30 and found.lean is Lean.NONE)
    assert bool(found.curve) == (found.n >= 30)


def test_luck_never_stands_beside_two_thousand() -> None:
    found = measure_calibration(said(*[(100, NO)] * 2000))
    assert found.words == (
        "So far you’ve been clearly more hopeful than what came. A great interview can still lose. "
        "Always saying your usual rate would have come closer. n = 2,000."
    )


@pytest.mark.parametrize(("n", "weight"), [(10, 0.53), (20, 0.69)])
def test_it_is_shrunk_as_published(n: int, weight: float) -> None:
    found = measure_calibration(said(*[(80, NO)] * n))
    assert found.gap == pytest.approx(0.8)
    assert found.bias == pytest.approx(weight * 0.8, abs=0.005)


@pytest.mark.parametrize(("n", "error"), [(8, 0.15), (20, 0.10)])
def test_its_error_is_the_published_one(n: int, error: float) -> None:
    # The table rounds sqrt(.20 / 8) = .158 down to .15.
    found = measure_calibration(said(*[(50, NO)] * n))
    assert found.error == pytest.approx(sqrt(0.20 / n))
    assert found.error == pytest.approx(error, abs=0.01)


def test_always_saying_the_base_rate_of_a_fifth_scores_sixteen_hundredths() -> None:
    assert brier_score([(0.2, 1.0), *[(0.2, 0.0)] * 4]) == pytest.approx(0.16)


def test_skill_is_against_the_shrunken_own_rate() -> None:
    found = measure_calibration(said(*[(90, ON)] * 4, *[(10, NO)] * 6), base_mean=0.2)
    assert found.base == pytest.approx((4 + 2) / 20)
    plain = (4 * 0.7**2 + 6 * 0.3**2) / 10
    assert found.skill == pytest.approx(1 - 0.01 / plain)
    assert "They came closer than always saying your usual rate." in found.words


def test_silence_counts_by_its_chance_with_both_ends_shown() -> None:
    answered = said(*[(50, ON)] * 4, *[(50, NO)] * 4)
    found = measure_calibration([*answered, Forecast(80, SILENCE, 0.25), Forecast(80, SILENCE), *said((90, OPEN))])
    assert (found.n, found.silent, found.waiting) == (8, 2, 1)
    assert found.gap == pytest.approx((0.8 - 0.2 + 0.8) / 10)
    assert (found.low, found.high) == (pytest.approx((0.8 + 0.8 - 2) / 10), pytest.approx((0.8 + 0.8) / 10))
    assert found.brier == pytest.approx((8 * 0.25 + 0.2 * 0.2**2 + 0.8 * 0.8**2 + 0.8**2) / 10)
    assert found.words.endswith(
        "2 in silence, counted by the chance that they still answer. 1 still open, not counted."
    )


def test_silence_that_just_began_says_nothing_yet() -> None:
    answered = said(*[(50, ON)] * 4, *[(50, NO)] * 4)
    fresh = measure_calibration([*answered, *[Forecast(70, SILENCE, 1.0)] * 20])
    assert fresh.gap == pytest.approx(0)
    assert fresh.lean is Lean.NONE


def test_silence_left_out_would_make_an_unbiased_forecaster_look_hard_on_themselves() -> None:
    came = [ON] * 15 + [NO] * 5
    assert measure_calibration(said(*[(30, one) for one in came])).lean is Lean.HARDER
    assert measure_calibration(said(*[(30, one) for one in came], *[(30, SILENCE)] * 30)).lean is Lean.NONE


def test_the_curve_has_every_forecast_once() -> None:
    found = measure_calibration(said(*[(n % 101, ON if n % 3 else NO) for n in range(0, 400, 10)]))
    assert sum(one.n for one in found.curve) == found.n == 40
    assert all(one.low <= one.said <= one.high for one in found.curve)


def test_forecasts_that_lean_to_neither_side_are_called_that() -> None:
    words = measure_calibration(said(*[(50, ON)] * 5, *[(50, NO)] * 5)).words
    assert words.startswith("So far your forecasts lean to neither side, as far as can be told.")
    assert words.endswith("n = 10, could be luck.")


def test_more_hopeful_comes_with_a_kind_half_sentence() -> None:
    assert "A great interview can still lose." in measure_calibration(said(*[(90, NO)] * 9)).words
