"""What came of one interview, by the first entry of the log that says so."""

from __future__ import annotations

from datetime import date

import pytest

from onward.debrief.calibration import ForecastOutcome
from onward.debrief.outcome import InterviewOutcome, find_interview_outcome, stage_of_round
from onward.facts import Stage
from onward.log.standing import Event

DAY = date(2026, 3, 9)
LATER = date(2026, 3, 16)
TODAY = date(2026, 4, 1)


def came(*kinds: str, stage: Stage = Stage.INTERVIEW, on: date = LATER) -> InterviewOutcome:
    log = [Event("applied", date(2026, 2, 1), id=1), *(Event(kind, on, id=n) for n, kind in enumerate(kinds, 2))]
    return find_interview_outcome(stage, DAY, log, [], today=TODAY)


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("rejected", ForecastOutcome.NO), ("rescinded", ForecastOutcome.NO), ("closed", ForecastOutcome.SILENCE), ("withdrew", ForecastOutcome.WITHDREW),
        ("final", ForecastOutcome.MOVED_ON), ("verbal offer", ForecastOutcome.MOVED_ON), ("signed", ForecastOutcome.MOVED_ON),
    ],
)  # fmt: skip
def test_the_first_entry_after_it_says_what_came(kind: str, outcome: ForecastOutcome) -> None:
    assert came(kind) == InterviewOutcome(outcome, LATER, 2)


def test_a_call_that_led_to_an_interview_moved_on_though_a_no_came_later() -> None:
    assert came("interview", "rejected", stage=Stage.SCREEN).outcome is ForecastOutcome.MOVED_ON


def test_its_own_stage_and_notes_say_nothing() -> None:
    assert came("interview", "note") == InterviewOutcome()


def test_what_was_before_it_says_nothing() -> None:
    assert came("rejected", on=date(2026, 3, 1)) == InterviewOutcome()


def test_an_ending_that_was_reopened_says_nothing_and_what_follows_does() -> None:
    assert came("closed", "reopened") == InterviewOutcome()
    assert came("closed", "reopened", "final").outcome is ForecastOutcome.MOVED_ON


def test_another_interview_later_means_that_they_asked_on() -> None:
    assert find_interview_outcome(Stage.INTERVIEW, DAY, [], [DAY], today=TODAY) == InterviewOutcome()
    assert find_interview_outcome(Stage.INTERVIEW, DAY, [], [LATER], today=TODAY) == InterviewOutcome(
        ForecastOutcome.MOVED_ON, LATER
    )
    assert find_interview_outcome(Stage.INTERVIEW, DAY, [], [date(2026, 5, 1)], today=TODAY).on == TODAY


def test_rounds_have_their_stage() -> None:
    assert [stage_of_round(word) for word in ("phone", "Screen", "final", "first", "")] == [
        Stage.SCREEN, Stage.SCREEN, Stage.FINAL, Stage.INTERVIEW, Stage.INTERVIEW,
    ]  # fmt: skip
