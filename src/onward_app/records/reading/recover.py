"""What the pages after a no read: rejection days, the people, kind words, and which lessons were let go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from onward.facts import NOS, THEIR_NOS, Stage, stages_from
from onward.recover.lessons import LessonName
from onward.recover.rejection_day import list_fresh_days
from onward_app.records.models import (
    Companion,
    Event,
    KindWords,
    Lesson,
    NoOpened,
    Opportunity,
    Owner,
    RejectionDay,
)
from onward_app.records.reading.counts import JobCounted, JobsCounted, count_jobs, is_of_search, to_counted
from onward_app.records.reading.met import MET, TALKED, JobsMet, find_jobs_met
from onward_app.records.reading.rows import list_events, list_opportunities

TAUGHT = "search"  # the name of the row that holds “what this search taught me”
TOLD = 12  # kind words shown at once
MOST_BESIDE = 5  # jobs of other nos of one evening that are named
_OFFERED = stages_from(Stage.VERBAL)


@dataclass(frozen=True, slots=True)
class OwnNumbers:
    """Jobs that reached an interview and were decided by them, how many of those came to an offer, and `met`: jobs
    where
    somebody met the person at all, decided or not; and `unmet`: decided although nobody met them."""

    interviews: int
    offers: int
    met: int
    unmet: int = 0


def list_noted_beside(owner: Owner, event: Event | None, on: date) -> list[Opportunity]:
    """The jobs of other nos that were opened or brought on that day, in that order; a few at most."""
    opened = NoOpened.objects.of(owner).filter(on=on, event__opportunity__stands=True).exclude(event=event)
    rows = opened.select_related("event__opportunity").order_by("pk")[:MOST_BESIDE]
    return [row.event.opportunity for row in rows]


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
    return choose_rest(list_days_of_rest(owner, on), on)


def list_days_of_rest(owner: Owner, on: date) -> list[RejectionDay]:
    """The rejection days that bear on a day: its own, and those that the person goes on from then or later."""
    return [day for day in list_days_that_bear(owner, on) if not day.light]


def list_days_that_bear(owner: Owner, on: date) -> list[RejectionDay]:
    """The same with the light ones, which put nothing away."""
    return list(list_rejection_days(owner).filter(Q(on=on) | Q(restart_on__gte=on, restarted_at=None)))


def choose_rest(days: Iterable[RejectionDay], on: date) -> RejectionDay | None:
    """Of the days that bear on this one that which the person still rests from."""
    return next((day for day in days if day.on == on or (day.on < on and day.restart_on != on)), None)


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
    rows = list_events(owner, **narrowed).filter(is_unopened_no(owner, on))
    return rows.select_related("opportunity").order_by("-on", "-pk")


def is_unopened_no(owner: Owner, on: date) -> Q:
    """Of events that stand whether they are such a no. One whose day isn't known may be long ago, and what stood in the
    person's own list is no news to them.
    """
    fresh = Q(kind__in=THEIR_NOS, opportunity__ended__in=THEIR_NOS, on__range=list_fresh_days(on), day_known=True)
    fresh &= ~Q(source="csv")
    return fresh & ~Q(pk__in=NoOpened.objects.of(owner).values("event_id"))


def find_newest_no(owner: Owner, row: Opportunity) -> Event | None:
    """The newest no of one job, if it has one."""
    return list_events(owner, kind__in=NOS, opportunity=row).last()


def count_own_numbers(
    owner: Owner,
    *,
    silent: Iterable[Opportunity] = (),
    met: JobsMet | None = None,
    counted: JobsCounted | None = None,
) -> OwnNumbers:
    """The person's decided interviews and their offers, over this search.

    What the person ended without an offer says nothing about them. `silent` are jobs that are carried on as if they
    won't answer: as good as decided; `met` is where they were met, and `counted` every job, for a page that has asked
    already.
    """
    met = met or find_jobs_met(owner)
    told: Counter[str] = Counter()
    for job, times in (counted or count_jobs(owner)).of_search.items():
        told.update(_tally(job, times))
    apart = {pk: job for pk, (job, ended_on) in met.alone.items() if is_of_search(owner, ended_on)}
    quiet = {row.pk: to_counted(row) for row in silent}
    # Of these more is known than what is counted; most of them are alike
    known = Counter(
        (job, pk in met.talked_besides, pk in met.interviewed_besides, pk in quiet)
        for pk, job in (apart | quiet).items()
    )
    for (job, talked, reached, over), times in known.items():
        told.subtract(_tally(job, times))
        told.update(_tally(job, times, talked=talked, reached=reached, over=over))
    return OwnNumbers(*(told[name] for name in ("interviews", "offers", "met", "unmet")))


def _tally(
    job: JobCounted, times: int, *, talked: bool = False, reached: bool = False, over: bool = False
) -> dict[str, int]:
    """What so many jobs of this sort count for, where that is known of them besides."""
    talked, reached, over = talked or job.stage in TALKED, reached or job.stage in MET, over or job.ended in NOS
    offered = job.stage in _OFFERED
    counts = {
        "interviews": reached and (offered or over),
        "offers": reached and offered,
        "met": talked,
        "unmet": over and not talked,
    }
    return {name: times for name, so in counts.items() if so}


def list_retired_lessons(owner: Owner) -> set[str]:
    """Lessons the person has retired."""
    return name_retired(Lesson.objects.of(owner))


def name_retired(rows: Iterable[Lesson]) -> set[str]:
    """The lessons among these rows: one of them is what the search taught."""
    names = {str(lesson) for lesson in LessonName}
    return {row.name for row in rows if row.name in names}


def find_search_lesson(owner: Owner) -> Lesson | None:
    """“What this search taught me”, if it was written."""
    return Lesson.objects.of(owner).filter(name=TAUGHT).order_by("-id").first()


def was_search_lesson_written(owner: Owner) -> bool:
    """Whether any version of it is in the file, also one that was taken away."""
    return bool(Lesson.objects.filter(owner=owner, name=TAUGHT).exists())


def list_search(owner: Owner) -> QuerySet[Opportunity]:
    """The jobs of this search: all but those that ended before it began."""
    rows = list_opportunities(owner)
    return rows.exclude(ended_on__lt=owner.search_began) if owner.search_began else rows
