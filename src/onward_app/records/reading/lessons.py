"""The evidence for the three lessons: only what bears on them is read, however long the search was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from heapq import merge
from itertools import islice, takewhile, zip_longest
from typing import Any

from django.db.models import QuerySet

from onward import facts
from onward.facts import TALKS, YES, OtherEvent, Stage, stages_from
from onward.log import standing
from onward.log.standing import fold_events
from onward.recover.elsewhere import GoodTime, Step, StepElsewhere, find_steps_elsewhere
from onward.recover.lessons import SHOWN, Accepted, LessonName, LessonStanding, judge_lessons
from onward.recover.rejection_day import Closed
from onward_app import clock
from onward_app.records.models import Change, Event, Fit, Goal, Hope, Owner, Value
from onward_app.records.reading.held import JOB, HeldInterview, JobBehind, list_held
from onward_app.records.reading.met import MET
from onward_app.records.reading.recover import list_rejection_days, list_retired_lessons, list_search
from onward_app.records.reading.rows import list_events, load_opportunities

STEPS = ("ask", "debrief", "kinks", "practice", "pace", "values", "jobs")  # doing one of these is going on
AT_ONCE = 100  # steps, or jobs that looked good, that are read before it is looked whether they are enough


def list_lessons(owner: Owner, on: date, *, retired: Collection[str] | None = None) -> tuple[LessonStanding, ...]:
    """The three lessons with their evidence, computed from what was done.

    `retired` are the lessons let go, for a page that has read them.
    """
    let_go = list_retired_lessons(owner) if retired is None else retired
    said_yes = _list_said_yes(owner)
    elsewhere = _steps_elsewhere(owner, said_yes, on)
    return judge_lessons(
        elsewhere, _list_closed(owner), _list_accepted(owner, said_yes), retired=frozenset(map(LessonName, let_go))
    )


def _list_said_yes(owner: Owner) -> dict[int, dict[str, date]]:
    """By job that was said yes to or signed the first day of each."""
    firsts: dict[int, dict[str, date]] = {}
    for kind, on, job in _of_search(owner, kind__in=YES).order_by().values_list("kind", "on", "opportunity"):
        days = firsts.setdefault(job, {})
        days[kind] = min(on, days.get(kind, on))
    return firsts


def _steps_elsewhere(owner: Owner, said_yes: Mapping[int, Mapping[str, date]], on: date) -> tuple[StepElsewhere, ...]:
    """What was done elsewhere while a job looked good: it had an interview or more, or half of the hope was on it.

    The first of them show it, which are nearly always found where the first jobs that looked good are known; where they
    aren't, all are read.
    """
    hoped = _held_hope(owner, on)
    found: tuple[StepElsewhere, ...] = ()
    for most in (AT_ONCE, None):
        met, held = list(_list_met(owner)[:most]), list_held(owner, on, most)
        there = [one for one in held if one.job.is_of_search(owner)]
        good = [*_looked_good(met, there, said_yes), *hoped]
        if not good:
            return ()
        first = min(time.since for time in good)
        steps = merge(_list_steps(owner, there, first), _list_talks(owner, on, first), key=lambda step: step.on)
        # Of what came later not all is known; and a talk may have been on any day of its week
        ends = [rows[-1] for rows in ([day for day, *_ in met], [one.on for one in held]) if len(rows) == most]
        known = takewhile(_is_before(min(ends) - timedelta(days=6)), steps) if ends else steps
        found = tuple(islice(find_steps_elsewhere(good, known), SHOWN))
        if len(found) == SHOWN or not ends:
            break
    return found


def _list_met(owner: Owner) -> QuerySet[Event, Any]:
    """The day of each event that says of a job that it came to an interview or further, in order, and its job."""
    rows = _of_search(owner, kind__in=MET).order_by("on", "pk")
    return rows.values_list("on", *(f"opportunity__{name}" for name in JOB))


def _is_before(day: date) -> Callable[[Step], bool]:
    return lambda step: step.on < day


def _looked_good(
    met: Iterable[tuple[Any, ...]], held: Iterable[HeldInterview], said_yes: Mapping[int, Mapping[str, date]]
) -> list[GoodTime]:
    """Each job from its first interview until it ended or was signed; the newest job first."""
    since: dict[JobBehind, date] = {}
    for day, job in (*((day, JobBehind(*job)) for day, *job in met), *((one.on, one.job) for one in held)):
        since[job] = min(day, since.get(job, day))
    return [
        GoodTime(
            job.employer,
            since[job],
            min(filter(None, (job.ended, said_yes.get(job.pk, {}).get(Stage.SIGNED))), default=None),
            "was at an interview or further",
        )
        for job in sorted(since, key=lambda job: job.newest, reverse=True)
    ]


def _of_search(owner: Owner, **narrowed: object) -> QuerySet[Event]:
    """Events of the jobs of this search."""
    rows, began = list_events(owner, opportunity__merged_into=None, **narrowed), owner.search_began
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


def _list_steps(owner: Owner, held: Iterable[HeldInterview], since: date) -> Iterator[Step]:
    """Applications, and talks by the log and by the records of interviews: of those one of a day at a job."""
    rows = _of_search(owner, kind__in=(Stage.APPLIED, *TALKS), on__gte=since).order_by("on", "opportunity")
    said = rows.values_list("on", "opportunity", "opportunity__employer", "kind").iterator(chunk_size=AT_ONCE)
    talked = sorted((one.on, one.job.pk, one.job.employer, str(Stage.INTERVIEW)) for one in held if one.on >= since)
    last = None
    for on, job, employer, kind in merge(said, talked, key=lambda one: one[:2]):
        if kind == Stage.APPLIED:
            yield Step(on, employer, f"applied at {employer}")
        elif last != (on, job):
            yield Step(on, employer, f"an interview at {employer}")
            last = (on, job)


def _list_talks(owner: Owner, on: date, since: date) -> Iterator[Step]:
    """Talks with people, which are counted by the week."""
    goals = Goal.objects.of(owner).filter(name="contacts", done__gt=0, week__range=(since - timedelta(days=6), on))
    for week in goals.order_by("week").values_list("week", flat=True):
        yield Step(week, "", "in that week you talked with somebody", week + timedelta(days=6))


def _list_closed(owner: Owner) -> list[Closed]:
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


def _list_accepted(owner: Owner, said_yes: Mapping[int, Mapping[str, date]]) -> list[Accepted]:
    """Each yes, with the options there were on its day and how many were checked against the lines set by then. It is
    the day when it was signed, where nobody noted an accept before.
    """
    days = sorted(said.get(OtherEvent.ACCEPTED) or said[Stage.SIGNED] for said in said_yes.values())
    if not days:
        return []
    values = list(Value.objects.of(owner).filter(line=True))
    marks = list(Fit.objects.of(owner).exclude(mark="unknown").values_list("opportunity_id", "value_id", "on"))
    offers = _of_search(owner, kind__in=stages_from(Stage.VERBAL)).order_by().values("opportunity")
    jobs = load_opportunities(owner, list_search(owner).filter(pk__in=offers), without=facts.NOTES)
    return [_one_accept(on, jobs, values, marks) for on in days]


def _one_accept(
    on: date, jobs: Iterable[standing.Opportunity], values: Sequence[Value], marks: Sequence[tuple[int, int, date]]
) -> Accepted:
    lines = [v for v in values if v.set_on <= on and (v.retired_on is None or v.retired_on > on)]
    dated = min((v.set_on for v in lines if not v.offers_pending), default=None)
    then = {fact.id: fold_events(event for event in fact.events if event.on <= on) for fact in jobs}
    options = [pk for pk, stood in then.items() if stood.alive and stood.stage.rank >= Stage.VERBAL.rank]
    known = {(job, value) for job, value, day in marks if day <= on}
    checked = sum(all((job, line.pk) in known for line in lines) for job in options)
    return Accepted(on, dated, len(options), checked)
