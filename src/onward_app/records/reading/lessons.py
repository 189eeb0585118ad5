"""The evidence for the three lessons: only what bears on them is read, however long the search was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import merge
from itertools import islice, zip_longest

from django.db.models import Min, QuerySet

from onward import facts
from onward.facts import TALKS, YES, Stage, Standing, fold_events, stages_from
from onward.recover.elsewhere import GoodTime, Step, StepElsewhere, find_steps_elsewhere
from onward.recover.lessons import SHOWN, Accepted, LessonName, LessonStanding, judge_lessons
from onward.recover.rejection_day import Closed
from onward_app import clock
from onward_app.records.models import Change, Event, Fit, Goal, Hope, Interview, Owner, Value
from onward_app.records.reading.met import MET
from onward_app.records.reading.recover import list_rejection_days, list_retired_lessons, list_search
from onward_app.records.reading.rows import list_events, load_opportunities

STEPS = ("ask", "debrief", "kinks", "practice", "pace", "values", "jobs")  # doing one of these is going on
AT_ONCE = 100  # steps that are read before it is looked whether they are enough


def list_lessons(owner: Owner, on: date) -> tuple[LessonStanding, ...]:
    """The three lessons with their evidence, computed from what was done."""
    retired = frozenset(LessonName(name) for name in list_retired_lessons(owner))
    said = _list_yes(owner)
    elsewhere = _steps_elsewhere(owner, {job: yes.signed for job, yes in said.items()}, on)
    return judge_lessons(elsewhere, _closed(owner), _accepted(owner, said.values()), retired=retired)


@dataclass(slots=True)
class _Yes:
    """The first day on which a job was said yes to, and the first on which it was signed."""

    accepted: date | None = None
    signed: date | None = None


def _list_yes(owner: Owner) -> dict[int, _Yes]:
    """The few jobs that somebody said yes to."""
    found: dict[int, _Yes] = {}
    rows = _of_search(owner, kind__in=YES).order_by("-on")
    for job, kind, on in rows.values_list("opportunity", "kind", "on"):
        setattr(found.setdefault(job, _Yes()), "signed" if kind == Stage.SIGNED else "accepted", on)
    return found


def _steps_elsewhere(owner: Owner, signed: Mapping[int, date | None], on: date) -> tuple[StepElsewhere, ...]:
    """What was done elsewhere while a job looked good: it had an interview or more, or half of the hope was on it."""
    good = [*_looked_good(owner, signed, on), *_held_hope(owner, on)]
    if not good:
        return ()
    first = min(time.since for time in good)
    steps = merge(_applied(owner, first), _talked(owner, on, first), _talks(owner, on, first), key=lambda step: step.on)
    return tuple(islice(find_steps_elsewhere(good, steps), SHOWN))


def _looked_good(owner: Owner, signed: Mapping[int, date | None], on: date) -> list[GoodTime]:
    """Each job from its first interview until it ended or was signed; in the order of jobs."""
    search = list_search(owner)
    jobs = search.values_list("pk", "employer", "ended_on")
    said = _of_search(owner, kind__in=MET).order_by().values_list("opportunity")
    since: dict[int, date] = dict(said.annotate(first=Min("on")))
    held = Interview.objects.of(owner).filter(on__lte=on).order_by().values_list("opportunity")
    for job, first in held.annotate(first=Min("on")):
        since[job] = min(first, since.get(job, first))
    return [
        GoodTime(employer, since[pk], _earlier(ended, signed.get(pk)), "was at an interview or further")
        for pk, employer, ended in jobs
        if pk in since
    ]


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)


def _of_search(owner: Owner, **narrowed: object) -> QuerySet[Event]:
    """Events of the jobs of this search."""
    rows = list_events(owner, opportunity__merged_into=None, **narrowed)
    began = owner.search_began
    return rows.exclude(opportunity__ended_on__lt=began) if began else rows


def _held_hope(owner: Owner, on: date) -> list[GoodTime]:
    """The times in which one job held half of the points or more."""
    rows = list(Hope.objects.of(owner).filter(on__lte=on).order_by("on", "id").values_list("on", "shares"))
    held = [
        (job, since, after[0] if after else None)
        for (since, shares), after in zip_longest(rows, rows[1:])
        for job, points in shares
        if 2 * points >= sum(share for _, share in shares) > 0
    ]
    jobs = list_search(owner).filter(pk__in={job for job, *_ in held}) if held else ()
    named = {row.pk: row.employer for row in jobs}
    return [
        GoodTime(named[job], since, until, "held half of your hope or more")
        for job, since, until in held
        if job in named
    ]


def _applied(owner: Owner, since: date) -> Iterator[Step]:
    rows = _of_search(owner, kind=Stage.APPLIED, on__gte=since).order_by("on", "opportunity")
    for on, employer in rows.values_list("on", "opportunity__employer").iterator(chunk_size=AT_ONCE):
        yield Step(on, employer, f"applied at {employer}")


def _talked(owner: Owner, on: date, since: date) -> Iterator[Step]:
    """Talks at a job, by the log and by the records of interviews: one of a day."""
    said = _of_search(owner, kind__in=TALKS, on__gte=since).order_by("on", "opportunity")
    jobs = list_search(owner).order_by()
    held = Interview.objects.of(owner).filter(on__range=(since, on), opportunity__in=jobs).order_by("on", "opportunity")
    names = ("on", "opportunity", "opportunity__employer")
    both = (rows.values_list(*names).iterator(chunk_size=AT_ONCE) for rows in (said, held))
    last = None
    for one in merge(*both):
        if one != last:
            yield Step(one[0], one[2], f"an interview at {one[2]}")
        last = one


def _talks(owner: Owner, on: date, since: date) -> Iterator[Step]:
    """Talks with people, which are counted by the week."""
    goals = Goal.objects.of(owner).filter(name="contacts", done__gt=0, week__range=(since - timedelta(days=6), on))
    for week in goals.order_by("week").values_list("week", flat=True):
        yield Step(week, "", "in that week you talked with somebody", week + timedelta(days=6))


def _closed(owner: Owner) -> list[Closed]:
    """The rejection days that were closed, newest first, and when the person went on after each."""
    names = ("on", "contacted_at", "restarted_at")
    rows = list(list_rejection_days(owner).exclude(closed_at=None).select_related(None).values_list(*names))
    later = _went_on(owner, {on for on, _, again in rows if again is None})
    return [
        Closed(on, contacted is not None, clock.local(again).date() if again else later.get(on))
        for on, contacted, again in rows
    ]


def _went_on(owner: Owner, days: Collection[date]) -> dict[date, date]:
    """The first step the person took on a later day, which is going on whether or not a button was pressed."""
    if not days:
        return {}
    first = clock.start_of(min(days))
    done = Change.objects.filter(owner=owner, by="person", at__gte=first).order_by("at").values_list("intention", "at")
    steps = [clock.local(at).date() for intention, at in done if intention.split(".")[0] in STEPS]
    return {day: steps[place] for day in days if (place := bisect_left(steps, day + timedelta(days=1))) < len(steps)}


def _accepted(owner: Owner, said: Collection[_Yes]) -> list[Accepted]:
    """Each yes, with the options there were on its day and how many were checked against the lines set by then."""
    if not said:
        return []
    values = list(Value.objects.of(owner).filter(line=True))
    marks = list(Fit.objects.of(owner).exclude(mark="unknown").values_list("opportunity_id", "value_id", "on"))
    offers = _of_search(owner, kind__in=stages_from(Stage.VERBAL)).order_by().values("opportunity")
    jobs = load_opportunities(owner, list_search(owner).filter(pk__in=offers), without=facts.NOTES)
    # Signed, where nobody noted an accept before.
    days = sorted(on for yes in said if (on := yes.accepted or yes.signed) is not None)
    return [_one_accept(on, jobs, values, marks) for on in days]


def _one_accept(
    on: date, jobs: Iterable[facts.Opportunity], values: Sequence[Value], marks: Sequence[tuple[int, int, date]]
) -> Accepted:
    lines = [v for v in values if v.set_on <= on and (v.retired_on is None or v.retired_on > on)]
    dated = min((v.set_on for v in lines if not v.offers_pending), default=None)
    options = [fact.id for fact in jobs if _was_option(fold_events(event for event in fact.events if event.on <= on))]
    known = {(job, value) for job, value, day in marks if day <= on}
    checked = sum(all((job, line.pk) in known for line in lines) for job in options)
    return Accepted(on, dated, len(options), checked)


def _was_option(standing: Standing) -> bool:
    return standing.alive and standing.stage.rank >= Stage.VERBAL.rank
