"""The evidence for the three lessons: only what bears on them is read, however long the search was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import merge
from itertools import islice, zip_longest

from django.db.models import QuerySet

from onward import facts
from onward.facts import TALKS, YES, OtherEvent, Stage, Standing, fold_events, stages_from
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
AT_ONCE = 100  # steps that are read before it is looked whether they are enough


def list_lessons(
    owner: Owner, on: date, *, held: Sequence[HeldInterview] | None = None, retired: Collection[str] | None = None
) -> tuple[LessonStanding, ...]:
    """The three lessons with their evidence, computed from what was done.

    `held` are the interviews up to that day, and `retired` the lessons let go, for a page that has read them.
    """
    let_go = list_retired_lessons(owner) if retired is None else retired
    there = [one for one in (list_held(owner, on) if held is None else held) if one.job.is_of_search(owner)]
    far = _list_far(owner)
    elsewhere = _steps_elsewhere(owner, far, there, on)
    return judge_lessons(
        elsewhere, _list_closed(owner), _list_accepted(owner, far), retired=frozenset(map(LessonName, let_go))
    )


@dataclass(frozen=True, slots=True)
class _Far:
    """A job that came to an interview or further, or was said yes to, with the first day of each such event, and of
    an interview or more.
    """

    job: JobBehind
    firsts: Mapping[str, date]
    since: date | None


def _list_far(owner: Owner) -> list[_Far]:
    """The few jobs that came far. Nearly every one has an event of each kind once, so that there is nothing for the
    database to group.
    """
    jobs: dict[int, JobBehind] = {}
    firsts: dict[int, dict[str, date]] = {}
    days = _of_search(owner, kind__in={*MET, *YES}).order_by()
    for kind, on, pk, *more in days.values_list("kind", "on", *(f"opportunity__{name}" for name in JOB)):
        if pk not in jobs:
            jobs[pk], firsts[pk] = JobBehind(pk, *more), {}
        firsts[pk][kind] = min(on, firsts[pk].get(kind, on))
    return [_Far(job, firsts[pk], _find_first_met(firsts[pk])) for pk, job in jobs.items()]


def _find_first_met(firsts: Mapping[str, date]) -> date | None:
    return min((day for kind, day in firsts.items() if kind in MET), default=None)


def _steps_elsewhere(
    owner: Owner, far: Collection[_Far], held: Sequence[HeldInterview], on: date
) -> tuple[StepElsewhere, ...]:
    """What was done elsewhere while a job looked good: it had an interview or more, or half of the hope was on it."""
    good = [*_looked_good(far, held), *_held_hope(owner, on)]
    if not good:
        return ()
    first = min(time.since for time in good)
    steps = merge(_list_steps(owner, held, first), _list_talks(owner, on, first), key=lambda step: step.on)
    return tuple(islice(find_steps_elsewhere(good, steps), SHOWN))


def _looked_good(far: Collection[_Far], held: Collection[HeldInterview]) -> list[GoodTime]:
    """Each job from its first interview until it ended or was signed; the newest job first."""
    jobs = {one.job.pk: one.job for one in far} | {one.job.pk: one.job for one in held}
    signed = {one.job.pk: one.firsts.get(Stage.SIGNED) for one in far}
    since = {one.job.pk: one.since for one in far if one.since is not None}
    for one in held:
        since[one.job.pk] = min(one.on, since.get(one.job.pk, one.on))
    return [
        GoodTime(job.employer, since[pk], _choose_earlier(job.ended, signed.get(pk)), "was at an interview or further")
        for pk, job in sorted(jobs.items(), key=lambda one: one[1].newest, reverse=True)
        if pk in since
    ]


def _choose_earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)


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


def _list_accepted(owner: Owner, far: Iterable[_Far]) -> list[Accepted]:
    """Each yes, with the options there were on its day and how many were checked against the lines set by then."""
    days = sorted(day for one in far if (day := _find_yes(one)) is not None)
    if not days:
        return []
    values = list(Value.objects.of(owner).filter(line=True))
    marks = list(Fit.objects.of(owner).exclude(mark="unknown").values_list("opportunity_id", "value_id", "on"))
    offers = _of_search(owner, kind__in=stages_from(Stage.VERBAL)).order_by().values("opportunity")
    jobs = load_opportunities(owner, list_search(owner).filter(pk__in=offers), without=facts.NOTES)
    return [_one_accept(on, jobs, values, marks) for on in days]


def _find_yes(one: _Far) -> date | None:
    """The day of the yes: when it was signed, where nobody noted an accept before."""
    return one.firsts.get(OtherEvent.ACCEPTED) or one.firsts.get(Stage.SIGNED)


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
