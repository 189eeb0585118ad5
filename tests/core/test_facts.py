"""The fold over a job's events, and what an event entered by hand may not say."""

from __future__ import annotations

from datetime import date

import pytest

from onward.facts import Stage
from onward.log.refusals import explain_refusal
from onward.log.standing import Event, fold_events

TODAY = date(2026, 3, 31)


def log(*events: tuple[str, int]) -> list[Event]:
    return [Event(kind, date(2026, 3, day), order=place) for place, (kind, day) in enumerate(events)]


@pytest.mark.parametrize("gone", ["rescinded", "declined"])
def test_a_job_reopened_after_its_offer_was_gone_stands_where_it_stood_before(gone: str) -> None:
    signed = log(("applied", 1), ("interview", 5), ("written offer", 9), ("accepted", 10), ("signed", 11), (gone, 15))
    again = fold_events([*signed, *log(("reopened", 20))])
    assert (again.stage, again.signed, again.accepted_on, again.alive) == (Stage.INTERVIEW, False, None, True)
    new = Event("verbal offer", date(2026, 3, 25))
    assert explain_refusal([*signed, *log(("reopened", 20))], new, today=TODAY) is None


def test_a_job_reopened_after_a_no_keeps_how_far_it_came() -> None:
    again = fold_events(log(("applied", 1), ("final", 5), ("rejected", 9), ("reopened", 20)))
    assert again.stage is Stage.FINAL


@pytest.mark.parametrize(
    ("events", "new", "refused"),
    [
        ([("applied", 1), ("rejected", 20)], ("withdrew", 10), True),
        ([("applied", 1), ("interview", 20)], ("rejected", 10), True),
        ([("applied", 1), ("reopened", 15), ("interview", 20)], ("rejected", 10), False),
        ([("applied", 1), ("interview", 8)], ("rejected", 10), False),
        ([("applied", 1), ("verbal offer", 4), ("declined", 5)], ("accepted", 6), True),
        ([("applied", 1), ("rejected", 5)], ("reopened", 6), False),
    ],
)
def test_an_ending_lies_after_what_happened_and_a_yes_before_an_ending(
    events: list[tuple[str, int]], new: tuple[str, int], refused: bool
) -> None:
    said = explain_refusal(log(*events), *log(new), today=TODAY)
    assert (said is not None) is refused


def test_an_interview_that_is_still_to_come_refuses_no_ending() -> None:
    planned = [*log(("applied", 1)), Event("interview", date(2026, 4, 9))]
    assert explain_refusal(planned, Event("rejected", date(2026, 3, 30)), today=TODAY) is None
