"""What is counted beside the log is what the log says, after every kind of change, undo and merge included."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.core.pace.by_jobs import count_own_record
from tests.filled import fill, on_the_morning

from onward.debrief.outcome import find_interview_outcome, stage_of_round
from onward.facts import Stage
from onward.pace.own_waits import OwnWait, list_own_waits
from onward.pace.situations import Situation, find_situation
from onward.pace.waiting_curve import learn_curve
from onward_app import clock
from onward_app.records.models import Change, Event, Interview, JobWait, Opportunity, Owner
from onward_app.records.reading.debrief import find_outcome
from onward_app.records.reading.met import MET
from onward_app.records.reading.pace import is_through_person, list_open_jobs, list_silences, load_chances
from onward_app.records.reading.recover import count_own_numbers, list_search
from onward_app.records.reading.rows import list_opportunities, load_opportunities
from onward_app.records.reading.waits import load_own_waits
from onward_app.records.writing.caches import rebuild_opportunities
from onward_app.records.writing.interviews import add_interview, edit_interview, remove_interview
from onward_app.records.writing.jobs import add_event, edit_job, strike_event
from onward_app.records.writing.merging import merge_jobs, split_job
from onward_app.records.writing.refusals import EventRefused
from onward_app.records.writing.undo import CannotUndo, undo_change

WAITS_IN = [find_situation(stage, through=through) for stage in Stage for through in (False, True)]


@pytest.fixture
def me(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Owner]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        fill(alice)
        yield alice


def kept(owner: Owner) -> tuple[list[Any], list[Any], list[Any]]:
    waits = JobWait.objects.filter(owner=owner).order_by("opportunity", "begun_on", "stage", "days")
    rows = Opportunity.objects.filter(owner=owner).order_by("pk")
    held = Interview.objects.filter(owner=owner).order_by("pk").values()
    told = waits.values_list("opportunity", "stage", "through", "begun_on", "days", "heard")
    return list(told), list(rows.values()), list(held)


def folded_waits(owner: Owner, on: date) -> tuple[OwnWait, ...]:
    """Every wait by the whole log, as the library counts them."""
    rows = list(list_opportunities(owner))
    through = {row.pk for row in rows if is_through_person(row)}
    return list_own_waits(
        load_opportunities(owner, rows), on=on, counted_to=dict.fromkeys([row.pk for row in rows], on), through=through
    )


def assert_counted_as_folded(owner: Owner) -> None:
    today = clock.today()
    for on in (today, date(2026, 11, 1)):
        counted, folded = load_own_waits(owner, lambda _, on=on: on, on), folded_waits(owner, on)
        assert sum(wait.times for wait in counted) == len(folded)
        for situation in set(WAITS_IN):
            assert_same_curve(situation, counted, folded)
    silences = list_silences(owner, list_open_jobs(owner), today)
    rows = list(list_opportunities(owner))
    held = Interview.objects.of(owner).filter(on__lte=today).exclude(round="phone")
    met = {row.pk for row in rows if row.stage in MET} | set(held.values_list("opportunity", flat=True))
    folded_record = count_own_record(
        load_opportunities(owner, rows), still={one.row.pk: one.silence.left for one in silences}, met=met,
        through={row.pk for row in rows if is_through_person(row)},
    )  # fmt: skip
    counted_record = load_chances(owner, list_open_jobs(owner), silences).record
    for of in ("moved", "warm"):
        told, expected = getattr(counted_record, of), getattr(folded_record, of)
        assert {stage: pytest.approx(pair) for stage, pair in expected.items()} == told
    assert count_own_numbers(owner).met <= list_search(owner).count()
    assert_outcomes_as_logged(owner, rows)


def assert_outcomes_as_logged(owner: Owner, rows: list[Opportunity]) -> None:
    log = {job.id: job.events for job in load_opportunities(owner, rows)}
    days = {pk: list(Interview.objects.of(owner).filter(opportunity=pk).values_list("on", flat=True)) for pk in log}
    for row in Interview.objects.of(owner).filter(opportunity__in=list(log)):
        told = find_outcome(row)
        stage, job = stage_of_round(row.round), row.opportunity_id
        logged = find_interview_outcome(stage, row.on, log[job], days[job], today=clock.today())
        assert (told.outcome, told.on) == (logged.outcome, logged.on)


def assert_same_curve(situation: Situation, some: tuple[OwnWait, ...], others: tuple[OwnWait, ...]) -> None:
    one, other = learn_curve(situation, some), learn_curve(situation, others)
    assert one.own == other.own
    assert [one.still(days) for days in (0, 9, 40)] == pytest.approx([other.still(days) for days in (0, 9, 40)])


def assert_rebuild_changes_nothing(owner: Owner) -> None:
    before = kept(owner)
    rebuild_opportunities(owner)
    assert kept(owner) == before


def test_a_search_with_something_of_everything_is_counted_as_its_log_says(me: Owner) -> None:
    assert JobWait.objects.filter(owner=me, days=None).exists()
    assert JobWait.objects.filter(owner=me, heard=True).exists()
    assert_counted_as_folded(me)
    assert_rebuild_changes_nothing(me)


def test_what_is_lost_is_built_anew(me: Owner) -> None:
    before = kept(me)
    JobWait.objects.filter(owner=me).delete()
    Opportunity.objects.filter(owner=me).update(reached="")
    assert Interview.objects.of(me).exclude(came="open").update(came="open", came_on=None, came_at=None, next_on=None)
    rebuild_opportunities(me)
    assert kept(me) == before


@pytest.mark.parametrize("seed", range(6))
def test_after_any_changes_in_any_order_it_is_still_what_the_log_says(me: Owner, seed: int) -> None:
    dice, done = random.Random(seed), 0
    for _ in range(40):
        done += do_something(me, dice)
        if dice.random() < 0.25:
            assert_counted_as_folded(me)
        assert_rebuild_changes_nothing(me)
    assert done > 10


def do_something(me: Owner, dice: random.Random) -> bool:
    """One change to a job, if it can be made: an event, an edit, a merge, a split, an event struck, an undo."""
    rows = list(list_opportunities(me).order_by("pk"))
    job, other = dice.sample(rows, 2)
    try:
        dice.choice(DEEDS)(me, dice, job, other)
    except (EventRefused, CannotUndo):
        return False
    return True


def _happened(me: Owner, dice: random.Random, job: Opportunity, _: Opportunity) -> None:
    kind = dice.choice(["applied", "screen", "interview", "final", "rejected", "closed", "withdrew", "reopened"])
    add_event(me, job, kind=kind, on=date(2026, 11, dice.randrange(1, 17)))


def _edit(me: Owner, dice: random.Random, job: Opportunity, _: Opportunity) -> None:
    names = {"employer": job.employer, "role": job.role, "place": "", "link": "", "notes": ""}
    edit_job(me, job, **names, agency=dice.choice(["", "Bridge"]), promised_on=None, deadline_on=None)


def _merge(me: Owner, _: random.Random, job: Opportunity, other: Opportunity) -> None:
    merge_jobs(me, job, other)


def _split(me: Owner, dice: random.Random, job: Opportunity, _: Opportunity) -> None:
    events = list(Event.objects.of(me).filter(opportunity=job))
    split_job(me, job, [dice.choice(events).pk] if events else [], "Split off", "")


def _strike(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    event = dice.choice(list(Event.objects.of(me).filter(opportunity__stands=True).select_related("opportunity")))
    strike_event(me, event.opportunity, event)


def _undo(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    undo_change(me, dice.choice(list(Change.objects.filter(owner=me, undone_by=None).order_by("-pk")[:12])))


def _meet(me: Owner, dice: random.Random, job: Opportunity, _: Opportunity) -> None:
    add_interview(me, job, on=date(2026, 11, dice.randrange(1, 25)), kind=dice.choice(["screen", "interview", "final"]))


def _move_meeting(me: Owner, dice: random.Random, job: Opportunity, _: Opportunity) -> None:
    for row in choose_meeting(me, dice):
        edit_interview(
            me, row, job=job, on=date(2026, 11, dice.randrange(1, 17)), round=dice.choice(["final", "phone"])
        )


def _take_meeting_away(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    for row in choose_meeting(me, dice):
        remove_interview(me, row)


def choose_meeting(me: Owner, dice: random.Random) -> list[Interview]:
    """One of them, where there is any."""
    rows = list(Interview.objects.of(me).filter(opportunity__stands=True).select_related("opportunity"))
    return dice.sample(rows, min(1, len(rows)))


OF_JOBS = (_happened, _happened, _edit, _merge, _split, _strike, _undo)
DEEDS = (*OF_JOBS, _meet, _meet, _move_meeting, _take_meeting_away)
