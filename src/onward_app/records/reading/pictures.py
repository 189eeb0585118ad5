"""What the pictures of a search are drawn from: how far each job came, and what was done on which day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from onward.facts import LetterKind, Stage
from onward_app import clock
from onward_app.records.models import Change, Decision, Interview, Letter, Owner
from onward_app.records.reading.counts import JobsCounted, count_jobs, is_of_search
from onward_app.records.reading.lessons import STEPS
from onward_app.records.reading.met import JobsMet, find_jobs_met
from onward_app.records.reading.recover import list_rejection_days, list_search
from onward_app.records.reading.rows import WAITS, list_open_opportunities

LONGEST_REST = timedelta(days=14)  # a rest without a day to go on from, or with one far away, isn't drawn longer


@dataclass(frozen=True, slots=True)
class DaysOfSearch:
    """The days on which an interview was held, something was done, and those of rest."""

    interviews: frozenset[date]
    done: frozenset[date]
    rest: frozenset[date]


def count_reached_stages(
    owner: Owner, met: JobsMet | None = None, counted: JobsCounted | None = None
) -> Counter[tuple[Stage, bool]]:
    """How many jobs of this search came to each stage as their furthest, and whether they are still open.

    An interview that is on record counts although no event says so; `met` is where, and `counted` every job, for a
    page that has asked already.
    """
    met = met or find_jobs_met(owner)
    found: Counter[tuple[Stage, bool]] = Counter()
    for job, times in (counted or count_jobs(owner)).of_search.items():
        found[Stage(job.stage), not job.ended] += times
    for pk, (job, ended_on) in met.alone.items():
        if is_of_search(owner, ended_on):
            least = Stage.INTERVIEW if pk in met.interviewed_besides else Stage.SCREEN
            found[Stage(job.stage), not job.ended] -= 1
            found[max(least, Stage(job.stage), key=lambda stage: stage.rank), not job.ended] += 1
    return +found


def count_standing(owner: Owner, since: date) -> dict[Stage, tuple[int, int]]:
    """At each stage how many open jobs stand, and of how many of them something was heard since a day."""
    rows = list_open_opportunities(owner).order_by().values_list("stage")
    counted = rows.annotate(jobs=Count("pk"), heard=Count("pk", filter=Q(heard_on__gte=since)))
    return {Stage(stage): (jobs, heard) for stage, jobs, heard in counted}


def count_letters_that_came(owner: Owner, since: date) -> Counter[tuple[date, LetterKind, bool]]:
    """Of the letters since a day that belong to a job or wait: their day, their kind (as the person said it, where they
    did), whether they wait, and how many there are of each.
    """
    said = Decision.objects.of(owner).filter(key=OuterRef("key")).exclude(kind="").values("kind")[:1]
    rows = Letter.objects.filter(
        WAITS | ~Q(opportunity=None), owner=owner, outgoing=False, on__range=(since, clock.today())
    )
    kinds = (
        rows.annotate(told=Coalesce(Subquery(said), "kind"), waits=Q(WAITS))
        .order_by()
        .values_list("on", "told", "waits")
    )
    return Counter({(on, LetterKind(kind), waits): n for on, kind, waits, n in kinds.annotate(n=Count("pk"))})


def list_days_of_search(owner: Owner, since: date) -> DaysOfSearch:
    """What was done since a day, by the person’s own clock; what was undone isn't counted."""
    held = Interview.objects.of(owner).filter(on__gte=since, on__lte=clock.today())
    changes = Change.objects.filter(
        owner=owner, by="person", undoes=None, undone_by=None, at__gte=clock.start_of(since)
    )
    done = {
        clock.local(at).date()
        for intention, at in changes.values_list("intention", "at")
        if intention.partition(".")[0] in STEPS
    }
    rests = list_rejection_days(owner).filter(on__gte=since - LONGEST_REST, light=False).select_related(None)
    rest = {day for on, restart_on in rests.values_list("on", "restart_on") for day in _rest_days(on, restart_on)}
    return DaysOfSearch(frozenset(held.values_list("on", flat=True)), frozenset(done), frozenset(rest))


@dataclass(frozen=True, slots=True)
class CanDraw:
    """What the pictures of a search could be drawn from, and whether the day is one of rest."""

    search: bool
    year: bool
    quiet_day: bool


def find_can_draw(owner: Owner, on: date, since: date) -> CanDraw:
    """Whether there is a job, and anything of the time since a day; with one query."""
    done = reduce(or_, (Q(intention__startswith=f"{step}.") for step in STEPS))
    changes = Change.objects.filter(done, owner=owner, by="person", undoes=None, undone_by=None)
    changes = changes.filter(at__gte=clock.start_of(since))
    rests = list_rejection_days(owner).filter(light=False)
    held = Interview.objects.of(owner).filter(on__range=(since, on))
    told = Owner.objects.filter(pk=owner.pk).values_list(
        Exists(list_search(owner)),
        Exists(held) | Exists(changes) | Exists(rests.filter(on__range=(since, on))),
        Exists(rests.filter(on=on)),
    )
    return CanDraw(*map(bool, told.get()))


def _rest_days(on: date, restart_on: date | None) -> Iterator[date]:
    until = min(restart_on or on + timedelta(days=1), on + LONGEST_REST, clock.today() + timedelta(days=1))
    yield from (on + timedelta(days=n) for n in range((until - on).days))
