"""What happened in the last two weeks and what is to come, with what the steps of a day want to know of it: one query
for each table.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import starmap
from typing import NamedTuple

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, TextField, Value, When

from onward.debrief.outcome import MAY_SAY, InterviewOutcome, find_interview_outcome, stage_of_round
from onward.facts import NOS, THEIR_NOS
from onward_app import clock
from onward_app.records.facts import to_event
from onward_app.records.models import Debrief, Event, Interview, Letter, Owner, Question, Review
from onward_app.records.reading.met import MET, JobsMet, judge_jobs_met
from onward_app.records.reading.named import WITHIN
from onward_app.records.reading.recover import is_unopened_no
from onward_app.records.reading.rows import list_events
from onward_app.records.reading.waits import flag

LATELY = timedelta(days=14)  # the longest that a step of the day looks back


@dataclass(frozen=True, slots=True)
class LateEvent:
    """An event with its job at hand; whether it is a fresh no that wasn't opened; whether an interview is on record at
    that job, and when its first replay was done; and its letter, if it has one.
    """

    row: Event
    unopened: bool
    interviewed: bool
    replayed_at: datetime | None
    letter_id: int | None
    words: str  # of its letter, where it is a no of the last days


@dataclass(frozen=True, slots=True)
class LateInterview:
    """An interview with its job at hand; whether something was noted of it, and a replay begun or done."""

    row: Interview
    noted: bool
    begun: bool
    replayed: bool


@dataclass(frozen=True, slots=True)
class Lately:
    """The last two weeks of a search, what is to come, and at which jobs only a record says that somebody was met.

    Of a whole search the `events` of two weeks are the nos; what else there was is here since the day before.
    """

    events: tuple[LateEvent, ...]
    interviews: tuple[LateInterview, ...]
    met: JobsMet

    def list_news(self) -> list[LateEvent]:
        """Fresh nos that weren't opened yet, the newest first."""
        news = (one for one in self.events if one.unopened)
        return sorted(news, key=lambda one: (one.row.on, one.row.pk), reverse=True)

    def list_coming(self, on: date) -> list[LateInterview]:
        """Interviews of this day and later at jobs that haven't ended, the next first."""
        ahead = (one for one in self.interviews if one.row.on >= on and not one.row.opportunity.ended)
        return sorted(ahead, key=lambda one: (one.row.on, one.row.pk))

    def find_outcome(self, met: Interview, today: date) -> InterviewOutcome:
        """What came of an interview since the day before: all that can say so came after it, and is here."""
        log = [to_event(one.row) for one in self.events if one.row.opportunity_id == met.opportunity_id]
        same = (one.row for one in self.interviews if one.row.opportunity_id == met.opportunity_id)
        later = [row.on for row in same if row.pk != met.pk]
        return find_interview_outcome(stage_of_round(met.round), met.on, log, later, today=today)


def load_lately(owner: Owner, on: date) -> Lately:
    """All of it for a day, with two questions."""
    since = on - LATELY
    alone = Q(on__lte=on) & ~Q(opportunity__stage__in=MET)  # few: nearly always the log says it too
    found = list_late_interviews(Interview.objects.of(owner).filter(Q(on__gte=since) | alone))
    met = judge_jobs_met(one.row for one in found if one.row.on <= on and one.row.opportunity.stage not in MET)
    news = Q(kind__in=NOS) | Q(kind__in=MAY_SAY, on__gte=on - timedelta(days=1))
    rows = list_events(owner, on__gte=since).filter(news).select_related("opportunity")
    late = tuple(one for one in found if one.row.on >= since)
    return Lately(list_late_events(owner, rows, on), late, met)


def list_late_events(owner: Owner, rows: QuerySet[Event], on: date) -> tuple[LateEvent, ...]:
    """Events, in order, with what the steps want to know of each."""
    there = Exists(Interview.objects.of(owner).filter(opportunity=OuterRef("opportunity")))
    done = Debrief.objects.of(owner).filter(opportunity=OuterRef("opportunity")).exclude(done_at=None)
    first = Subquery(done.order_by("done_at").values("done_at")[:1])
    letter = Letter.objects.filter(owner=owner, key=OuterRef("letter"))
    just = When(kind__in=THEIR_NOS, on__range=(on - WITHIN, on), then=Subquery(letter.values("body")[:1]))
    told = rows.annotate(
        unopened=flag(is_unopened_no(owner, on)), interviewed=there, replayed_at=first,
        letter_id=Subquery(letter.values("pk")[:1]), words=Case(just, default=Value(""), output_field=TextField()),
    )  # fmt: skip
    return tuple(
        LateEvent(row, bool(row.unopened), row.interviewed, row.replayed_at, row.letter_id, row.words or "")
        for row in told
    )


def map_replayed(late: Iterable[LateEvent]) -> dict[int, date]:
    """By job the day of its first replay that was done."""
    done = ((one.row.opportunity_id, one.replayed_at) for one in late)
    return {job: clock.local(at).date() for job, at in done if at is not None}


def list_late_interviews(rows: QuerySet[Interview], most: int | None = None) -> tuple[LateInterview, ...]:
    """Interviews of jobs that stand, newest first, with what the steps want to know of each; so many at most."""
    questions = Question.objects.filter(interview=OuterRef("pk"), stands=True)
    debriefs = Debrief.objects.filter(interview=OuterRef("pk"), stands=True)
    said = Exists(questions) | Q(forecast__isnull=False) | Q(said_real__isnull=False)
    there = rows.filter(opportunity__stands=True).select_related("opportunity").order_by("-on", "-at", "-pk")
    told = there.annotate(noted=said, begun=Exists(debriefs), replayed=Exists(debriefs.exclude(done_at=None)))
    return tuple(LateInterview(row, bool(row.noted), row.begun, row.replayed) for row in told[:most])


class LateReview(NamedTuple):
    """One answer that was graded: when, of which card, how many seconds it took, and what kind of practice it was."""

    at: datetime
    card: int
    seconds: int | None
    practice: str


def list_reviews_since(owner: Owner, since: date) -> list[LateReview]:
    """What was practiced since a day, oldest first: as plain columns, since there may be many."""
    rows = Review.objects.of(owner).filter(at__gte=clock.start_of(since)).order_by("at")
    return list(starmap(LateReview, rows.values_list("at", "card_id", "seconds", "card__practice")))
