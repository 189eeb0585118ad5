"""What a job's page offers next: a few kinds for each place a job can stand at, and never one that is refused."""

from __future__ import annotations

from datetime import date

import pytest

from onward.facts import ENDINGS, EVENT_KINDS, OFFERS, STAGES, Ending, OtherEvent, Stage, say_happened
from onward.log.following import list_what_may_follow
from onward.log.refusals import explain_refusal
from onward.log.standing import Event, fold_events

BEFORE, NOW = date(2026, 3, 2), date(2026, 3, 9)
EXPECTED = {
    Stage.LEAD: ("applied", "screen", "rejected", "withdrew"),
    Stage.APPLIED: ("screen", "interview", "rejected", "closed"),
    Stage.SCREEN: ("interview", "verbal offer", "rejected", "closed"),
    Stage.INTERVIEW: ("interview", "verbal offer", "rejected", "closed"),
    Stage.FINAL: ("verbal offer", "written offer", "rejected", "closed"),
    Stage.VERBAL: ("written offer", "accepted", "declined", "rescinded"),
    Stage.WRITTEN: ("accepted", "signed", "declined", "rescinded"),
    Stage.SIGNED: ("cleared", "started", "rescinded"),
    Stage.CLEARED: ("started", "rescinded"),
    Stage.STARTED: ("note",),
}


def offered(*events: Event) -> tuple[str, ...]:
    return tuple(map(str, list_what_may_follow(fold_events(events))))


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_offers_what_comes_next_and_none_of_it_is_refused(stage: Stage) -> None:
    there = [Event(stage, BEFORE)]
    assert offered(*there) == EXPECTED[stage]
    for kind in offered(*there):
        assert explain_refusal(there, Event(kind, NOW), today=NOW) is None, kind


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_ended_can_only_open_again_or_be_written_of(ending: Ending) -> None:
    there = [Event(Stage.VERBAL, BEFORE), Event(ending, BEFORE)]
    assert offered(*there) == ("reopened", "note")
    for kind in offered(*there):
        assert explain_refusal(there, Event(kind, NOW), today=NOW) is None, kind


@pytest.mark.parametrize("stage", OFFERS)
def test_after_a_yes_nobody_is_asked_for_it_again(stage: Stage) -> None:
    after = offered(Event(stage, BEFORE), Event(OtherEvent.ACCEPTED, BEFORE))
    assert "accepted" not in after
    assert "signed" in after


def test_nothing_ever_offers_more_than_four() -> None:
    standings = [fold_events([Event(stage, BEFORE)]) for stage in STAGES]
    assert all(1 <= len(list_what_may_follow(now)) <= 4 for now in standings)


def test_each_kind_is_said_as_a_sentence_by_whoever_speaks() -> None:
    for kind in EVENT_KINDS:
        assert "{" not in say_happened(kind)
        assert say_happened(kind)[0].isupper()
    assert (say_happened("signed"), say_happened("signed", who="I")) == ("You signed", "I signed")
