"""A job that moved on or was ended there counts at every stage it was at; a silent one as far as its answer has gone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.core.pace.by_jobs import count_own_record

from onward.facts import Stage
from onward.log.standing import Event, Opportunity
from onward.pace.doors import JobChance
from onward.pace.odds import odds
from onward.pace.stage_rates import MOVES_ON, WARM, StageRecord

START = date(2026, 9, 1)
BY = START + timedelta(days=90)


def job(*kinds: str, id_: int = 1) -> Opportunity:
    return Opportunity(id_, "A", "T", tuple(Event(kind, START + timedelta(days=d)) for d, kind in enumerate(kinds)))


@pytest.mark.parametrize(
    ("kinds", "moved"),
    [
        (("applied",), {}),
        (("applied", "rejected"), {Stage.APPLIED: (0, 1)}),
        (("applied", "closed"), {Stage.APPLIED: (0, 1)}),
        (("applied", "withdrew"), {}),
        (("applied", "interview"), {Stage.APPLIED: (1, 0)}),
        (("applied", "screen", "rejected"), {Stage.APPLIED: (0, 1), Stage.SCREEN: (0, 1)}),
        (("applied", "interview", "withdrew"), {Stage.APPLIED: (1, 0)}),
        (("applied", "interview", "final", "rejected"), {Stage.APPLIED: (1, 0), Stage.INTERVIEW: (1, 0), Stage.FINAL: (0, 1)}),
        (("applied", "written offer", "signed", "rescinded", "reopened"),
         {Stage.APPLIED: (1, 0), Stage.WRITTEN: (1, 0)}),
    ],
)  # fmt: skip
def test_each_stage_counts_once_it_is_decided(kinds: tuple[str, ...], moved: dict[Stage, tuple[int, int]]) -> None:
    assert count_own_record([job(*kinds)]).moved == moved


def test_silent_applications_that_nobody_closed_count_as_ended_as_far_as_their_answer_has_gone() -> None:
    """Fifty sent, five met, 45 silent for long: about what the same says with the 45 closed, and not five of five."""
    met = [job("applied", "interview", id_=n) for n in range(5)]
    silent = [job("applied", id_=n) for n in range(5, 50)]
    left = dict.fromkeys(range(5, 50), 0.05)
    open_record = count_own_record([*met, *silent], still=left)
    closed_record = count_own_record([*met, *(job("applied", "closed", id_=n) for n in range(5, 50))])
    assert open_record.moved[Stage.APPLIED] == pytest.approx((5, 42.75))
    ten = [JobChance(Stage.APPLIED)] * 10
    by_silence, by_hand = (odds(ten, record, on=START, by=BY).mean for record in (open_record, closed_record))
    assert by_silence == pytest.approx(by_hand, abs=0.01)
    assert by_silence < odds(ten, count_own_record(met), on=START, by=BY).mean / 2


def test_a_job_that_is_not_silent_or_has_just_begun_to_be_says_nothing() -> None:
    assert count_own_record([job("applied")], still={1: 1.0}).moved == {}
    assert count_own_record([job("applied")], still={2: 0.0}).moved == {}


def test_an_interview_that_was_held_is_a_meeting_whatever_the_log_says() -> None:
    assert count_own_record([job("applied")], met={1}).moved == {Stage.APPLIED: (1, 0)}
    ended = count_own_record([job("applied", "rejected")], met={1})
    assert ended.moved == {Stage.APPLIED: (1, 0), Stage.INTERVIEW: (0, 1)}


def test_what_came_through_a_person_is_counted_apart_until_somebody_met() -> None:
    record = count_own_record([job("applied", "interview", "rejected"), job("applied", "rejected", id_=2)], through={1})
    assert record.warm == {Stage.APPLIED: (1, 0)}
    assert record.moved == {Stage.INTERVIEW: (0, 1), Stage.APPLIED: (0, 1)}
    assert record.belief((Stage.APPLIED, True)).mean > record.belief((Stage.APPLIED, False)).mean
    usual = StageRecord()
    assert usual.belief((Stage.APPLIED, True)).mean == pytest.approx(WARM * usual.belief((Stage.APPLIED, False)).mean)


def test_counts_add_up_and_turn_the_belief() -> None:
    record = count_own_record([job("applied", "interview")] * 6 + [job("applied", "rejected")] * 4)
    assert record.moved == {Stage.APPLIED: (6, 4)}
    prior = MOVES_ON[Stage.APPLIED].updated(6, 4)
    assert record.belief((Stage.APPLIED, False)).mean == pytest.approx(prior.mean)
    open_ = [JobChance(Stage.APPLIED)] * 5
    assert odds(open_, record, on=START, by=BY).mean > odds(open_, StageRecord(), on=START, by=BY).mean
