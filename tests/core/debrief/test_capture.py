"""What is noted before the outcome is known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.debrief.capture import (
    AskedQuestion,
    Capture,
    choose_forecast,
    counts_as_forecast,
    find_anchor,
    find_capture_troubles,
)

NOON = datetime(2026, 4, 2, 12, tzinfo=UTC)
EVENING = datetime(2026, 4, 2, 19, tzinfo=UTC)


@pytest.mark.parametrize(
    "noted", [Capture(NOON, went=3), Capture(NOON, went=3, said_real=4, forecast=70, line="Why did you leave?")]
)
def test_one_tap_is_kept_as_well_as_all_of_them_and_a_line(noted: Capture) -> None:
    assert find_capture_troubles(noted) == {}


def test_nothing_at_all_is_asked_for_one_thing() -> None:
    assert find_capture_troubles(Capture(NOON)) == {"line": "One tap or one line is enough to keep."}


@pytest.mark.parametrize("forecast", [-1, 101])
def test_a_forecast_outside_of_nought_to_hundred_is_refused(forecast: int) -> None:
    assert "forecast" in find_capture_troubles(Capture(NOON, forecast=forecast))


def test_a_rating_outside_of_one_to_five_is_refused() -> None:
    assert set(find_capture_troubles(Capture(NOON, went=6, said_real=0, questions=(AskedQuestion("q", "", 9),)))) == {
        "went",
        "said_real",
        "went_1",
    }


def test_an_answer_needs_its_question() -> None:
    assert "asked_1" in find_capture_troubles(Capture(NOON, questions=(AskedQuestion("", "I talked a lot"),)))


def test_only_a_forecast_from_before_the_outcome_counts() -> None:
    assert counts_as_forecast(NOON, EVENING)
    assert counts_as_forecast(NOON, None)
    assert not counts_as_forecast(EVENING, NOON)
    assert not counts_as_forecast(NOON, NOON)
    assert not counts_as_forecast(None, EVENING)


def test_a_new_tap_goes_before_a_number_that_stood_there_and_a_new_number_before_a_tap() -> None:
    assert choose_forecast(70, None, None) == 70
    assert choose_forecast(None, 42, 42) == 42
    assert choose_forecast(10, 42, 42) == 10
    assert choose_forecast(10, 43, 42) == 43
    assert choose_forecast(None, None, 42) is None


def test_only_what_can_be_tapped_stands_as_tapped() -> None:
    assert (find_anchor(70), find_anchor(42), find_anchor(None)) == (70, None, None)


def test_empty_rows_of_questions_are_nothing() -> None:
    assert find_capture_troubles(Capture(NOON, questions=(AskedQuestion(""), AskedQuestion("  ")))) == {
        "line": "One tap or one line is enough to keep."
    }
