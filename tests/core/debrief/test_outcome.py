"""What came of one interview, by the first entry of the log that says so."""

from __future__ import annotations

from datetime import date

import pytest

from onward.debrief.calibration import Outcome
from onward.debrief.outcome import Came, stage_of, what_came
from onward.facts import Event, Stage

DAY = date(2026, 3, 9)
LATER = date(2026, 3, 16)
TODAY = date(2026, 4, 1)


def came(*kinds: str, stage: Stage = Stage.INTERVIEW, on: date = LATER) -> Came:
    log = [Event("applied", date(2026, 2, 1), id=1), *(Event(kind, on, id=n) for n, kind in enumerate(kinds, 2))]
    return what_came(stage, DAY, log, [], today=TODAY)


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("rejected", Outcome.NO), ("rescinded", Outcome.NO), ("closed", Outcome.SILENCE), ("withdrew", Outcome.WITHDREW),
        ("final", Outcome.MOVED_ON), ("verbal offer", Outcome.MOVED_ON), ("signed", Outcome.MOVED_ON),
    ],
)  # fmt: skip
def test_the_first_entry_after_it_says_what_came(kind: str, outcome: Outcome) -> None:
    assert came(kind) == Came(outcome, LATER, 2)


def test_a_call_that_led_to_an_interview_moved_on_though_a_no_came_later() -> None:
    assert came("interview", "rejected", stage=Stage.SCREEN).outcome is Outcome.MOVED_ON


def test_its_own_stage_and_notes_say_nothing() -> None:
    assert came("interview", "note") == Came()


def test_what_was_before_it_says_nothing() -> None:
    assert came("rejected", on=date(2026, 3, 1)) == Came()


def test_an_ending_that_was_reopened_says_nothing_and_what_follows_does() -> None:
    assert came("closed", "reopened") == Came()
    assert came("closed", "reopened", "final").outcome is Outcome.MOVED_ON


def test_another_interview_later_means_that_they_asked_on() -> None:
    assert what_came(Stage.INTERVIEW, DAY, [], [DAY], today=TODAY) == Came()
    assert what_came(Stage.INTERVIEW, DAY, [], [LATER], today=TODAY) == Came(Outcome.MOVED_ON, LATER)
    assert what_came(Stage.INTERVIEW, DAY, [], [date(2026, 5, 1)], today=TODAY).on == TODAY


def test_rounds_have_their_stage() -> None:
    assert [stage_of(word) for word in ("phone", "Screen", "final", "first", "")] == [
        Stage.SCREEN, Stage.SCREEN, Stage.FINAL, Stage.INTERVIEW, Stage.INTERVIEW,
    ]  # fmt: skip
