"""What is noted before the outcome is known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.debrief.capture import (
    Capture,
    Said,
    anchor,
    counts_as_forecast,
    forecast_of,
    in_words,
    is_quick,
    roughest,
    troubles,
)

NOON = datetime(2026, 4, 2, 12, tzinfo=UTC)
EVENING = datetime(2026, 4, 2, 19, tzinfo=UTC)


def test_three_taps_and_a_line_are_whole() -> None:
    assert is_quick(Capture(NOON, went=3, said_real=4, forecast=70, line="Why did you leave?"))


def test_it_isnt_whole_without_a_tap_but_it_is_kept() -> None:
    some = Capture(NOON, went=3)
    assert not is_quick(some)
    assert troubles(some) == {}


def test_nothing_at_all_is_asked_for_one_thing() -> None:
    assert troubles(Capture(NOON)) == {"line": "One tap or one line is enough to keep."}


@pytest.mark.parametrize("forecast", [-1, 101])
def test_a_forecast_outside_of_nought_to_hundred_is_refused(forecast: int) -> None:
    assert "forecast" in troubles(Capture(NOON, forecast=forecast))


def test_a_rating_outside_of_one_to_five_is_refused() -> None:
    assert set(troubles(Capture(NOON, went=6, said_real=0, questions=(Said("q", "", 9),)))) == {
        "went",
        "said_real",
        "went_1",
    }


def test_an_answer_needs_its_question() -> None:
    assert "asked_1" in troubles(Capture(NOON, questions=(Said("", "I talked a lot"),)))


def test_only_a_forecast_from_before_the_outcome_counts() -> None:
    assert counts_as_forecast(NOON, EVENING)
    assert counts_as_forecast(NOON, None)
    assert not counts_as_forecast(EVENING, NOON)
    assert not counts_as_forecast(NOON, NOON)
    assert not counts_as_forecast(None, EVENING)


def test_the_roughest_question_comes_first_to_replay() -> None:
    rough = Said("Why did you leave?", "", 2)
    assert roughest([Said("a", "", 4), rough, Said("b")]) == rough
    assert roughest([Said("b")]) is None


def test_it_says_what_was_noted() -> None:
    noted = Capture(NOON, forecast=40, questions=(Said("a", "", 3), Said("b", "", 4)))
    assert in_words(noted) == "2 questions, rated 3.5 of 5 on average, forecast 40 of 100."


def test_a_new_tap_goes_before_a_number_that_stood_there_and_a_new_number_before_a_tap() -> None:
    assert forecast_of(70, None, None) == 70
    assert forecast_of(None, 42, 42) == 42
    assert forecast_of(10, 42, 42) == 10
    assert forecast_of(10, 43, 42) == 43
    assert forecast_of(None, None, 42) is None


def test_only_what_can_be_tapped_stands_as_tapped() -> None:
    assert (anchor(70), anchor(42), anchor(None)) == (70, None, None)


def test_empty_rows_of_questions_are_nothing() -> None:
    assert troubles(Capture(NOON, questions=(Said(""), Said("  ")))) == {
        "line": "One tap or one line is enough to keep."
    }
