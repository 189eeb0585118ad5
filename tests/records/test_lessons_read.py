"""The lessons say the same however few of the jobs that looked good are read at first."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from benchmarks.filled import CLOCK, TODAY

from onward.facts import Ending, Stage
from onward_app import clock
from onward_app.records.models import Event, Goal, Hope, Interview, Opportunity, Owner
from onward_app.records.reading import lessons
from onward_app.records.reading.lessons import list_lessons
from onward_app.records.writing.caches import rebuild_opportunities


def live_through(owner: Owner, dice: random.Random) -> None:
    """A year of jobs at few employers, of which some look good for a while, with talks and hopes between."""
    for _ in range(dice.randrange(1, 14)):
        job = Opportunity.objects.create(owner=owner, employer=dice.choice(("Fern", "Quill House", "Oak", "Pier")))
        day = TODAY - timedelta(days=dice.randrange(1, 300))
        kinds = [
            Stage.APPLIED,
            *dice.sample((Stage.SCREEN, Stage.INTERVIEW, Stage.FINAL, Stage.SIGNED), dice.randrange(4)),
        ]
        for kind in (*kinds, *dice.choice(((), (Ending.REJECTED,)))):
            Event.objects.create(owner=owner, opportunity=job, kind=str(kind), on=day, added_at=clock.now())
            day = min(TODAY, day + timedelta(days=dice.randrange(20)))
        if dice.random() < 0.3:
            Interview.objects.create(owner=owner, opportunity=job, on=day, round="first")
        if dice.random() < 0.2:
            Hope.objects.create(owner=owner, on=day, at=clock.now(), shares=[[job.pk, 60], [0, 40]])
        if dice.random() < 0.3:
            Goal.objects.create(
                owner=owner, week=day - timedelta(days=day.weekday()), name="contacts", wanted=2, done=1
            )
    owner.search_began = dice.choice((None, TODAY - timedelta(days=100)))
    owner.save()
    rebuild_opportunities(owner)


def test_what_was_done_elsewhere_is_found_with_few_jobs_as_with_all(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = []
    with clock.fixed(CLOCK):
        for seed in range(40):
            owner = Owner.objects.create(name=str(seed), made_at=clock.now())
            live_through(owner, random.Random(seed))
            monkeypatch.setattr(lessons, "AT_ONCE", 1000)
            whole = list_lessons(owner, TODAY)
            shown.append(len(whole[0].evidence))
            for few in (1, 2, 5):
                monkeypatch.setattr(lessons, "AT_ONCE", few)
                assert list_lessons(owner, TODAY) == whole, (seed, few)
    assert {0, lessons.SHOWN} <= set(shown)
