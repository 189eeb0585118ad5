"""What the pages after a no read: rejection days, the people, kind words, and the evidence for the three lessons."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import zip_longest
from typing import Any

from django.db.models import Count, Q, QuerySet

from onward import facts
from onward.facts import NOS, NOTES, TALKS, THEIR_NOS, OtherEvent, Stage, Standing, fold_events, stages_from
from onward.recover.elsewhere import GoodTime, Step, StepElsewhere, find_steps_elsewhere
from onward.recover.lessons import SHOWN, Accepted, LessonName, LessonStanding, judge_lessons
from onward.recover.rejection_day import FRESH_DAYS, Closed, list_fresh_days
from onward_app import clock
from onward_app.records.models import (
    Change,
    Companion,
    Event,
    Fit,
    Goal,
    Hope,
    Interview,
    KindWords,
    Lesson,
    NoOpened,
    Opportunity,
    Owner,
    RejectionDay,
    Value,
)
from onward_app.records.reading.met import MET, find_jobs_met
from onward_app.records.reading.rows import list_events, list_opportunities, load_opportunities

TAUGHT = "search"  # the name of the row that holds “what this search taught me”
STEPS = ("ask", "debrief", "kinks", "practice", "pace", "values", "jobs")  # doing one of these is going on
TOLD = 12  # kind words shown at once


@dataclass(frozen=True, slots=True)
class OwnNumbers:
    """Jobs that reached an interview and were decided by them, how many of those came to an offer, and `met`: jobs
    where
    somebody met the person at all, decided or not; and `unmet`: decided although nobody met them."""

    interviews: int
    offers: int
    met: int
    unmet: int = 0


def list_rejection_days(owner: Owner) -> QuerySet[RejectionDay]:
    """The rejection days that stand: one whose no was undone is none."""
    rows = RejectionDay.objects.of(owner).filter(Q(event=None) | Q(event__stands=True), opportunity__stands=True)
    return rows.select_related("opportunity", "event", "contacted").order_by("-on", "-id")


def is_rejection_day(owner: Owner, on: date) -> bool:
    """Whether a fresh no was first opened or entered on this local day."""
    return list_rejection_days(owner).filter(on=on, light=False).exists()


def list_nos_after_meeting(owner: Owner, since: date) -> list[date]:
    """The days of their nos since then at jobs where somebody had met the person, one for each no."""
    nos = list_events(owner, kind__in=THEIR_NOS, on__gte=since, day_known=True)
    met = nos.filter(find_jobs_met(owner).talked("opportunity__") | Q(opportunity__met="yes"))
    return list(met.values_list("on", flat=True))


def find_rejection_day(owner: Owner, on: date) -> RejectionDay | None:
    """The rejection day of a date, the newest if there were several nos."""
    return list_rejection_days(owner).filter(on=on).first()


def find_rest(owner: Owner, on: date) -> RejectionDay | None:
    """The rejection day that the person still rests from: today's, or one they chose to go on from later."""
    return (
        list_rejection_days(owner)
        .filter(light=False)
        .filter(Q(on=on) | Q(restart_on__gt=on, restarted_at=None), on__lte=on)
        .first()
    )


def find_unfinished_day(owner: Owner, on: date) -> RejectionDay | None:
    """A rejection day of the last week that is past its restart and that nobody has said “I’m back” to."""
    week = on - timedelta(days=7)
    return (
        list_rejection_days(owner)
        .filter(light=False, on__lt=on, on__gte=week, restart_on__lte=on, restarted_at=None)
        .first()
    )


def list_companions(owner: Owner) -> QuerySet[Companion]:
    """The people who make this person smile."""
    return Companion.objects.of(owner).order_by("id")


def list_kind_words(owner: Owner) -> QuerySet[KindWords]:
    """Kept sentences, newest first."""
    return KindWords.objects.of(owner).order_by("-on", "-id")


def list_unopened_nos(owner: Owner, on: date, **narrowed: Any) -> QuerySet[Event]:
    """Fresh nos of theirs, still in force, that the person hasn't looked at; newest first."""
    opened = NoOpened.objects.of(owner).values("event_id")
    there = {"kind__in": THEIR_NOS, "opportunity__ended__in": THEIR_NOS, "on__range": list_fresh_days(on)}
    rows = list_events(owner, day_known=True, **there, **narrowed)  # one whose day isn't known may be long ago
    rows = rows.exclude(pk__in=opened)
    return rows.select_related("opportunity").order_by("-on", "-pk")


def list_met_unknown(owner: Owner, on: date) -> list[Opportunity]:
    """Jobs with a no of the last week, before this day, of which nobody knows whether somebody was met there.

    A no after an application that is on record and led to no talk isn't asked about: that was a form.
    """
    nos = list_events(owner, kind__in=THEIR_NOS, on__lt=on, on__gte=on - timedelta(days=FRESH_DAYS), day_known=True)
    rows = Opportunity.objects.of(owner).filter(pk__in=nos.values("opportunity"), met="", stage=Stage.LEAD)
    met = Interview.objects.of(owner).values("opportunity")
    return list(rows.filter(ended__in=THEIR_NOS).exclude(pk__in=met).order_by("-ended_on", "-pk"))


def find_newest_no(owner: Owner, row: Opportunity) -> Event | None:
    """The newest no of one job, if it has one."""
    return list_events(owner, kind__in=NOS, opportunity=row).last()


def count_own_numbers(owner: Owner, *, silent: Collection[int] = ()) -> OwnNumbers:
    """The person's decided interviews and their offers, over this search.

    What the person ended without an offer says nothing about them. `silent` are jobs that are carried on as if they
    won't answer: as good as decided.
    """
    met = find_jobs_met(owner)
    talked, reached, offered = met.talked(), met.interviewed(), Q(stage__in=stages_from(Stage.VERBAL))
    over = Q(ended__in=NOS) | Q(pk__in=sorted(silent)) if silent else Q(ended__in=NOS)
    told = (
        list_search(owner)
        .order_by()
        .aggregate(
            interviews=Count("pk", filter=reached & (offered | over)),
            offers=Count("pk", filter=reached & offered),
            met=Count("pk", filter=talked),
            unmet=Count("pk", filter=~talked & over),
        )
    )
    return OwnNumbers(**told)


def list_lessons(owner: Owner, on: date) -> tuple[LessonStanding, ...]:
    """The three lessons with their evidence, computed from what was done."""
    jobs = load_search(owner)
    retired = frozenset(LessonName(name) for name in list_retired_lessons(owner))
    return judge_lessons(_steps_elsewhere(owner, jobs, on), _closed(owner), _accepted(owner, jobs), retired=retired)


def list_retired_lessons(owner: Owner) -> set[str]:
    """Lessons the person has retired."""
    names = {str(lesson) for lesson in LessonName}
    return {row.name for row in Lesson.objects.of(owner) if row.name in names}


def find_search_lesson(owner: Owner) -> Lesson | None:
    """“What this search taught me”, if it was written."""
    return Lesson.objects.of(owner).filter(name=TAUGHT).order_by("-id").first()


def was_search_lesson_written(owner: Owner) -> bool:
    """Whether any version of it is in the file, also one that was taken away."""
    return bool(Lesson.objects.filter(owner=owner, name=TAUGHT).exists())


def load_search(owner: Owner, **narrowed: object) -> list[facts.Opportunity]:
    """The jobs of this search, without those that ended before it began, and their events, without notes."""
    return load_opportunities(owner, list_search(owner).filter(**narrowed), without=NOTES)


def list_search(owner: Owner) -> QuerySet[Opportunity]:
    """The jobs of this search: all but those that ended before it began."""
    rows = list_opportunities(owner)
    return rows.exclude(ended_on__lt=owner.search_began) if owner.search_began else rows


def _steps_elsewhere(owner: Owner, jobs: Sequence[facts.Opportunity], on: date) -> tuple[StepElsewhere, ...]:
    """What was done elsewhere while a job looked good: it had an interview or more, or half of the hope was on it."""
    held: dict[int, list[date]] = {}
    for job, day in Interview.objects.of(owner).filter(on__lte=on).values_list("opportunity", "on"):
        held.setdefault(job, []).append(day)
    good = [time for fact in jobs for time in _looked_good(fact, held.get(fact.id, []))]
    steps = [step for fact in jobs for step in _steps_at(fact, held.get(fact.id, []))]
    return find_steps_elsewhere([*good, *_held_hope(owner, jobs, on)], [*steps, *_talks(owner, on)], most=SHOWN)


def _looked_good(fact: facts.Opportunity, held: Sequence[date]) -> list[GoodTime]:
    """From its first interview until it ended or was signed."""
    since = min([event.on for event in fact.events if event.kind in MET] + list(held), default=None)
    if since is None:
        return []
    signed = min((event.on for event in fact.events if event.kind == Stage.SIGNED), default=None)
    until = min((day for day in (fact.standing.ended_on, signed) if day is not None), default=None)
    return [GoodTime(fact.employer, since, until, "was at an interview or further")]


def _held_hope(owner: Owner, jobs: Sequence[facts.Opportunity], on: date) -> list[GoodTime]:
    """The times in which one job held half of the points or more."""
    named = {fact.id: fact.employer for fact in jobs}
    rows = list(Hope.objects.of(owner).filter(on__lte=on).order_by("on", "id"))
    return [
        GoodTime(named[job], row.on, after.on if after else None, "held half of your hope or more")
        for row, after in zip_longest(rows, rows[1:])
        for job, points in row.shares
        if job in named and 2 * points >= sum(share for _, share in row.shares) > 0
    ]


def _steps_at(fact: facts.Opportunity, held: Sequence[date]) -> list[Step]:
    talked = {event.on for event in fact.events if event.kind in TALKS} | set(held)
    applied = [event.on for event in fact.events if event.kind == Stage.APPLIED]
    return [Step(day, fact.employer, f"applied at {fact.employer}") for day in applied] + [
        Step(day, fact.employer, f"an interview at {fact.employer}") for day in sorted(talked)
    ]


def _talks(owner: Owner, on: date) -> list[Step]:
    """Talks with people, which are counted by the week."""
    weeks = Goal.objects.of(owner).filter(name="contacts", done__gt=0, week__lte=on).values_list("week", flat=True)
    return [Step(week, "", "in that week you talked with somebody", week + timedelta(days=6)) for week in weeks]


def _closed(owner: Owner) -> list[Closed]:
    rows = [row for row in list_rejection_days(owner) if row.closed_at is not None]
    went_on = _went_on(owner, rows)
    return [_over(row, row.restarted_at or went_on.get(row.pk)) for row in rows]


def _over(row: RejectionDay, again: datetime | None) -> Closed:
    return Closed(row.on, row.contacted_at is not None, clock.local(again).date() if again else None)


def _went_on(owner: Owner, rows: Sequence[RejectionDay]) -> dict[int, datetime]:
    """The first step the person took on a later day, which is going on whether or not a button was pressed."""
    if not rows:
        return {}
    done = Change.objects.filter(owner=owner, by="person", at__date__gte=min(row.on for row in rows)).order_by("at")
    steps = [at for intention, at in done.values_list("intention", "at") if intention.split(".")[0] in STEPS]
    later = {row.pk: next((at for at in steps if clock.local(at).date() > row.on), None) for row in rows}
    return {pk: at for pk, at in later.items() if at is not None}


def _accepted(owner: Owner, jobs: Sequence[facts.Opportunity]) -> list[Accepted]:
    values = list(Value.objects.of(owner).filter(line=True))
    marks = list(Fit.objects.of(owner).exclude(mark="unknown").values_list("opportunity_id", "value_id", "on"))
    yes = [on for fact in jobs if (on := _said_yes(fact)) is not None]
    return [_one_accept(on, jobs, values, marks) for on in sorted(yes)]


def _said_yes(fact: facts.Opportunity) -> date | None:
    """The day of the yes: accepted, or signed where nobody noted an accept before."""
    return _first(fact, OtherEvent.ACCEPTED) or _first(fact, Stage.SIGNED)


def _first(fact: facts.Opportunity, kind: str) -> date | None:
    return min((event.on for event in fact.events if event.kind == kind), default=None)


def _one_accept(
    on: date, jobs: Sequence[facts.Opportunity], values: Sequence[Value], marks: Sequence[tuple[int, int, date]]
) -> Accepted:
    lines = [v for v in values if v.set_on <= on and (v.retired_on is None or v.retired_on > on)]
    dated = min((v.set_on for v in lines if not v.offers_pending), default=None)
    options = [fact.id for fact in jobs if _was_option(fold_events(event for event in fact.events if event.on <= on))]
    known = {(job, value) for job, value, day in marks if day <= on}
    checked = sum(all((job, line.pk) in known for line in lines) for job in options)
    return Accepted(on, dated, len(options), checked)


def _was_option(standing: Standing) -> bool:
    return standing.alive and standing.stage.rank >= Stage.VERBAL.rank
