"""Forecasts against outcomes: pinned to the computed table, quiet below eight, no curve below thirty."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.debrief.calibration import Forecast, ForecastOutcome, brier_score, measure_calibration

NO, ON, SILENCE, OPEN = ForecastOutcome.NO, ForecastOutcome.MOVED_ON, ForecastOutcome.SILENCE, ForecastOutcome.OPEN


def said(*pairs: tuple[int, ForecastOutcome]) -> list[Forecast]:
    return [Forecast(p, outcome) for p, outcome in pairs]


def test_it_says_the_bias_in_words_from_eight() -> None:
    found = measure_calibration(said(*[(20, ON)] * 6, *[(20, NO)] * 2))
    assert found.words.startswith("So far you’ve been clearly harder on yourself than interviewers were.")
    assert found.words.endswith("n = 8, could be luck.")


def test_below_eight_it_says_nothing_of_the_person() -> None:
    found = measure_calibration(said(*[(95, NO)] * 7))
    assert (found.bias, found.gap, found.brier, found.skill) == (None, None, None, None)
    assert found.words == "7 forecasts with an answer so far; from 8 this says something."


@given(st.lists(st.tuples(st.integers(0, 100), st.sampled_from(ForecastOutcome)), max_size=40))
def test_it_never_says_overconfident_and_always_says_luck(pairs: list[tuple[int, ForecastOutcome]]) -> None:
    found = measure_calibration(said(*pairs))
    assert "overconfident" not in found.words.lower()
    assert ("could be luck" in found.words) == (found.n >= 8)
    assert bool(found.curve) == (found.n >= 30)


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
    assert "told more than always saying your usual rate" in found.words


def test_silence_and_what_is_open_are_counted_apart() -> None:
    with_silence = measure_calibration(said(*[(50, ON)] * 4, *[(50, NO)] * 4, (90, SILENCE), (90, OPEN), (90, OPEN)))
    without = measure_calibration(said(*[(50, ON)] * 4, *[(50, NO)] * 4))
    assert (with_silence.n, with_silence.silent, with_silence.waiting) == (8, 1, 2)
    assert (with_silence.gap, with_silence.brier) == (without.gap, without.brier)
    assert with_silence.words.endswith("Counted apart: 1 ended in silence, 2 still open.")


def test_the_curve_has_every_forecast_once() -> None:
    found = measure_calibration(said(*[(n % 101, ON if n % 3 else NO) for n in range(0, 400, 10)]))
    assert sum(one.n for one in found.curve) == found.n == 40
    assert all(one.low <= one.said <= one.high for one in found.curve)


def test_close_forecasts_are_called_close() -> None:
    assert "are close" in measure_calibration(said(*[(50, ON)] * 5, *[(50, NO)] * 5)).words


def test_more_hopeful_comes_with_a_kind_half_sentence() -> None:
    assert "A great interview can still lose." in measure_calibration(said(*[(90, NO)] * 9)).words
