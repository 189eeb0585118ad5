"""A wait ends with an answer; without one it is censored at a day that somebody vouches for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.facts import Stage
from onward.log.standing import Event, Opportunity
from onward.maths.survival import Waited
from onward.pace.own_waits import OwnWait, list_own_waits
from onward.pace.situations import Situation

START = date(2026, 9, 1)
FORM, TALK = Situation(Stage.APPLIED), Situation(Stage.INTERVIEW)


def day(n: int) -> date:
    return START + timedelta(days=n)


def job(*events: tuple[str, int], source: str = "hand", id_: int = 1) -> Opportunity:
    return Opportunity(
        id_, "A", "T", tuple(Event(kind, day(d), order, source) for order, (kind, d) in enumerate(events))
    )


def listed(*jobs: Opportunity, on: int = 90, to: int | None = None) -> tuple[OwnWait, ...]:
    counted = {one.id: day(to) for one in jobs} if to is not None else {}
    return list_own_waits(jobs, on=day(on), counted_to=counted)


def test_it_counts_from_each_stage_to_the_next_answer() -> None:
    one = job(("applied", 0), ("interview", 9), ("rejected", 20))
    assert listed(one) == (
        OwnWait(FORM, Waited(9, heard=True, ago=90)),
        OwnWait(TALK, Waited(11, heard=True, ago=81)),
    )


def test_every_situation_is_told_apart_and_so_is_the_way_in() -> None:
    one = job(("applied", 0), ("screen", 5), ("interview", 9), ("final", 20), ("verbal offer", 24), id_=4)
    waits = list_own_waits([one], on=day(90), counted_to={}, through={4})
    assert [wait.situation for wait in waits] == [
        Situation(stage, through=True) for stage in (Stage.APPLIED, Stage.SCREEN, Stage.INTERVIEW, Stage.FINAL)
    ]


def test_a_closed_silence_is_censored_where_it_was_closed_unless_they_still_wrote() -> None:
    closed = job(("applied", 0), ("closed", 30))
    assert listed(closed, to=90) == (OwnWait(FORM, Waited(30, heard=False, ago=90)),)
    wrote = job(("applied", 0), ("closed", 30), ("rejected", 50))
    assert listed(wrote, to=90) == (OwnWait(FORM, Waited(50, heard=True, ago=90)),)
    again = job(("applied", 0), ("closed", 30), ("reopened", 40))
    assert listed(again, to=90) == (OwnWait(FORM, Waited(90, heard=False, ago=90), running=True),)


def test_what_the_person_ended_says_nothing_of_the_answer_that_would_have_come() -> None:
    assert listed(job(("applied", 0), ("withdrew", 5), ("rejected", 9)), to=90) == (
        OwnWait(FORM, Waited(5, heard=False, ago=90)),
    )


@pytest.mark.parametrize("ending", ["withdrew", "declined"])
def test_nobody_waits_on_after_ending_it_themselves(ending: str) -> None:
    assert listed(job(("applied", 0), (ending, 12)), to=90) == (OwnWait(FORM, Waited(12, heard=False, ago=90)),)


def test_an_open_silence_counts_only_to_the_day_that_is_vouched_for() -> None:
    one = job(("applied", 0))
    assert listed(one, to=5) == (OwnWait(FORM, Waited(5, heard=False, ago=90), running=True),)
    assert listed(one) == ()
    assert listed(one, to=-1) == ()


def test_each_job_is_censored_at_its_own_day() -> None:
    jobs = [job(("applied", 0)), job(("applied", 0), id_=2)]
    waits = list_own_waits(jobs, on=day(90), counted_to={1: day(10), 2: day(40)})
    assert [wait.waited.days for wait in waits] == [10, 40]


def test_what_is_dated_in_the_future_has_not_happened_yet() -> None:
    one = job(("applied", 0), ("interview", 60), ("rejected", 95))
    assert listed(one, on=40, to=40) == (OwnWait(FORM, Waited(40, heard=False, ago=40), running=True),)
    assert listed(job(("applied", 50)), on=40, to=40) == ()


def test_days_that_nobody_knows_are_left_out() -> None:
    """An imported year stands as a day by which it had happened."""
    unknown = Event("applied", day(0), day_known=False)
    answer = Event("rejected", day(30), 1, day_known=False)
    known = Event("applied", day(2), 1)
    assert listed(Opportunity(1, "A", "T", (unknown, Event("rejected", day(30), 1))), to=90) == ()
    assert listed(Opportunity(1, "A", "T", (known, answer)), to=90) == ()


def test_one_day_in_a_spreadsheet_for_both_is_no_wait_of_no_days() -> None:
    assert listed(job(("applied", 0), ("rejected", 0), source="csv")) == ()
    assert len(listed(job(("applied", 0), ("rejected", 0), source="mail"))) == 1


@given(st.lists(st.tuples(st.sampled_from(["applied", "screen", "interview", "rejected", "closed", "reopened", "withdrew",
                                           "signed", "rescinded", "note"]), st.integers(-5, 60)), max_size=8),
       st.integers(0, 60))  # fmt: skip
def test_no_wait_is_negative_and_none_is_counted_twice(events: list[tuple[str, int]], on: int) -> None:
    waits = listed(job(*events), on=on, to=60)
    begins = [kind for kind, d in events if kind in ("applied", "screen", "interview") and d <= on]
    assert all(wait.waited.days >= 0 and wait.waited.ago >= 0 for wait in waits)
    assert len(waits) <= len(begins)
    assert sum(wait.running for wait in waits) <= len(begins)
