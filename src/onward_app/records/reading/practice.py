"""Reads for practice: cards with their states, which are kept beside the log of reviews."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Case, DateTimeField, F, JSONField, QuerySet, When

from onward.kinks.plan import IfThenPlan
from onward.practice import cards
from onward.practice.again import Again, find_next_time
from onward.practice.cards import Grade, grade_points
from onward.practice.learned import Condition, LearnedState, check_learned, list_conditions
from onward.practice.schedule import CardState, RestingCard, find_due_day, marks_from_json, state_from_json
from onward.practice.session import Choosable, Evening, Session, choose_one_more, plan_session
from onward.practice.ways import find_way
from onward_app import clock
from onward_app.packs_folder import find_pack
from onward_app.records.facts import to_card
from onward_app.records.models import Attempt, Card, Interview, Owner, Question, Recording, Review, Skipped
from onward_app.records.reading.lately import LateReview, list_reviews_since
from onward_app.records.reading.recover import is_rejection_day

LONG_ENOUGH = 8  # characters; a shorter question stands in too many cards


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer of a card: its review, its mark, which points were met, and what was recorded."""

    row: Review
    mark: Grade
    met: tuple[str, ...]
    recording: Recording | None


@dataclass(frozen=True, slots=True)
class CardReport:
    """One card with all that is known of it."""

    row: Card
    learned: LearnedState
    conditions: tuple[Condition, ...]
    again: Again
    answers: tuple[GivenAnswer, ...]
    recordings: tuple[Recording, ...]


def list_cards(owner: Owner) -> QuerySet[Card]:
    """Every card that stands, those that were let go last."""
    return Card.objects.of(owner).select_related("kink").order_by(F("retired_on").asc(nulls_first=True), "pk")


def load_states(rows: Iterable[Card]) -> dict[int, CardState]:
    """Where each card is, as it is kept beside the log."""
    return {row.pk: state_from_json(to_card(row), row.state) for row in rows}


def report_cards(owner: Owner, rows: list[Card] | None = None) -> list[CardReport]:
    """All that is known of every card (or of these), with a fixed number of queries whatever their number."""
    found = list(list_cards(owner)) if rows is None else rows
    today = clock.today()
    where, interview = load_states(found), find_next_interview_day(owner, today)
    sounds: dict[int, list[Recording]] = {row.pk: [] for row in found}
    for recording in Recording.objects.filter(owner=owner, card__in=list(sounds)):
        sounds[recording.card_id or 0].append(recording)
    answers = _map_answers(owner, found, sounds)
    return [
        CardReport(
            row, check_learned(where[row.pk]), list_conditions(where[row.pk]),
            find_next_time(where[row.pk], on=today, interview=interview),
            tuple(answers[row.pk]), tuple(sounds[row.pk]),
        )
        for row in found
    ]  # fmt: skip


def _map_answers(owner: Owner, rows: list[Card], sounds: Mapping[int, list[Recording]]) -> dict[int, list[GivenAnswer]]:
    """What was answered to each card, newest first."""
    named = {recording.name: recording for some in sounds.values() for recording in some}
    points = {row.pk: row.points for row in rows}
    found: dict[int, list[GivenAnswer]] = {pk: [] for pk in points}
    for review in Review.objects.of(owner).filter(card__in=list(points)).order_by("-at", "-pk"):
        had = tuple(points[review.card_id][n] for n in review.met if n < len(points[review.card_id]))
        found[review.card_id].append(GivenAnswer(review, grade_points(review.met), had, named.get(review.recording)))
    return found


def report_card(owner: Owner, row: Card) -> CardReport:
    """All that is known of one card."""
    return report_cards(owner, [row])[0]


def find_plan(row: Card) -> str:
    """The plan that the “if” calls for: of its kink, or as the card has it. Empty for other kinds of practice."""
    if row.practice != "if_then":
        return ""
    if row.kink is not None and row.kink.if_they and row.kink.then_i:
        return IfThenPlan(row.kink.name, row.kink.if_they, row.kink.then_i).words
    return str(row.points[0]) if row.points else ""


def describe_origin(row: Card) -> str:
    """Which pack its points are from, and who has looked at them; empty for a card of no pack, or of one put away."""
    pack = find_pack(row.pack) if row.pack else None
    return f"The points are from {pack.name}, {pack.reviewed}." if pack else ""


def find_attempt(owner: Owner, row: Card) -> Attempt | None:
    """The answer to this card that was begun or given and not graded yet."""
    return Attempt.objects.filter(owner=owner, card=row, round=None).first()


def find_recording(owner: Owner, name: str) -> Recording | None:
    """The recording with this file name."""
    return Recording.objects.filter(owner=owner, name=name).first() if name else None


def list_recordings(owner: Owner) -> QuerySet[Recording]:
    """All of them, newest first."""
    return Recording.objects.filter(owner=owner).select_related("card")


def find_question_said(owner: Owner, row: Card) -> Question | None:
    """The real question that a card's cue quotes, the newest when it came more than once."""
    cue = row.question.casefold()
    rows = Question.objects.of(owner).exclude(asked="").filter(interview__stands=True)
    for pk, said in rows.order_by("-interview__on", "-pk").values_list("pk", "asked"):  # there may be thousands
        asked = said.strip().casefold()
        if len(asked) >= LONG_ENOUGH and asked in cue:
            question: Question = rows.select_related("interview__opportunity").get(pk=pk)
            return question
    return None


def find_next_interview_day(owner: Owner, on: date) -> date | None:
    """The day of the next interview of a job that is still open."""
    return _list_coming_interviews(owner, on).values_list("on", flat=True).first()


def find_next_interview(owner: Owner, on: date) -> Interview | None:
    """That interview, with its job at hand."""
    return _list_coming_interviews(owner, on).select_related("opportunity").first()


def _list_coming_interviews(owner: Owner, on: date) -> QuerySet[Interview]:
    rows = Interview.objects.of(owner).filter(on__gte=on, opportunity__stands=True, opportunity__ended="")
    return rows.order_by("on", "at", "pk")


def plan_tonight(owner: Owner, on: date) -> Session:
    """The cards for now."""
    return plan_evening(owner, describe_evening(owner, on))


def plan_evening(owner: Owner, evening: Evening) -> Session:
    """The cards for an evening that is known."""
    known = _list_resting(owner, evening.on)
    return plan_session(known.values(), known, evening)


def choose_extra_card(owner: Owner, on: date) -> Choosable | None:
    """One more card, for somebody who wants to though nothing is due; none where practice is put away for the day."""
    known = _list_resting(owner, on)
    return choose_one_more(known.values(), known, describe_evening(owner, on))


def _list_resting(owner: Owner, on: date) -> dict[int, RestingCard]:
    """The cards that are kept, as plain columns, since there may be hundreds: what they say isn't read."""
    made = Case(When(answered_on=None, then=F("made_at")), output_field=DateTimeField())
    lately = Case(When(answered_on__gte=on, then=F("state")), output_field=JSONField())
    rows = Card.objects.of(owner).filter(retired_on=None).order_by("pk")
    told = rows.values_list("pk", "kink_id", "practice", made, "answered_on", "noon_on", "rests", "stability", lately)
    return {one[0]: _to_resting(*one) for one in told}


def _to_resting(
    pk: int,
    kink: int | None,
    way: str,
    made_at: datetime | None,
    answered_on: date | None,
    noon_on: date | None,
    rests: int | None,
    stability: float | None,
    state: Mapping[str, Any] | None,
) -> RestingCard:
    made_on = clock.local(made_at).date() if made_at is not None else date.min  # of one that was answered nobody asks
    marks = marks_from_json(state) if state else ()
    return RestingCard(pk, kink, way, made_on, answered_on, noon_on, rests, stability, marks)


@dataclass(frozen=True, slots=True)
class PracticeFront:
    """What is practiced: the cards for now, one more for somebody who wants to, and every card that is kept with the
    day it comes, the soonest first; the next interview; whether there is any card; and what the day is like.
    """

    tonight: Session
    extra: Choosable | None
    coming: tuple[tuple[date, RestingCard], ...]
    interview: Interview | None
    has_cards: bool
    evening: Evening

    @property
    def resting(self) -> bool:
        """Whether practice is put away for the day."""
        return self.evening.rejection_day and not self.evening.asked_for

    @property
    def following(self) -> date | None:
        """The day after this one on which the next card comes; None when no card is waiting."""
        days = [max(day, self.evening.on + timedelta(days=1)) for day, _ in self.coming]
        return min(days, default=None)

    def map_next_days(self) -> dict[int, date]:
        """By kink the day its next card comes."""
        return {card.kink: day for day, card in reversed(self.coming) if card.kink is not None}

    def list_apart(self, most: int) -> list[tuple[date, Card]]:
        """The first cards to come that are for no kink, so many at most."""
        first = [(day, card.id) for day, card in self.coming if card.kink is None][:most]
        rows = Card.objects.in_bulk([0, *(pk for _, pk in first)])  # 0 is none: a search asks as often without any
        return [(day, rows[pk]) for day, pk in first]


def load_practice_front(owner: Owner, on: date) -> PracticeFront:
    """All of it on a day: cards are read once."""
    known, met = _list_resting(owner, on), find_next_interview(owner, on)
    evening = describe_evening(owner, on, interview=met.on if met else None)
    coming = [(max(find_due_day(card, interview=evening.interview), on), card) for card in known.values()]
    return PracticeFront(
        plan_session(known.values(), known, evening),
        choose_one_more(known.values(), known, evening),
        tuple(sorted(coming, key=lambda one: (one[0], one[1].id))),
        met,
        bool(known) or Card.objects.of(owner).exists(),
        evening,
    )


def describe_evening(owner: Owner, on: date, *, interview: date | None = None) -> Evening:
    """What the day is like; a page that has read of the next interview says its day."""
    return tell_evening(
        on,
        list_reviews_since(owner, on - timedelta(days=1)),  # one that is of this day in whatever zone
        interview=interview or find_next_interview_day(owner, on),
        rejection_day=is_rejection_day(owner, on),
        asked_for=list_skipped(owner, on).exists(),
    )


def tell_evening(
    on: date, reviews: Iterable[LateReview], *, interview: date | None, rejection_day: bool, asked_for: bool
) -> Evening:
    """What a day is like, of reviews that may be of it."""
    today = [one for one in reviews if clock.local(one.at).date() == on]
    return Evening(on, interview, rejection_day, asked_for, len({one.card for one in today}), _add_minutes(today))


def list_skipped(owner: Owner, on: date) -> QuerySet[Skipped]:
    """That the person chose to practice on this day, though it is a rejection day; empty where they didn't."""
    return Skipped.objects.filter(owner=owner, on=on, practise=True)


def _add_minutes(rows: Iterable[LateReview]) -> float:
    """How long they took; one that nobody timed took what its kind of practice takes."""
    return sum(find_way(r.practice).minutes if r.seconds is None else r.seconds / 60 for r in rows)


def list_card_groups(owner: Owner) -> list[tuple[str, str]]:
    """What cards can be chosen by: a kink, or a family of a pack, each with its key."""
    rows = Card.objects.of(owner).filter(retired_on=None).order_by()
    kinks = rows.exclude(kink=None).values_list("kink", "kink__name").distinct()
    families = rows.exclude(pack="").values_list("pack", "family").distinct()
    return [
        *sorted((f"kink-{pk}", f"For “{name}”") for pk, name in kinks),
        *sorted((f"{pack}/{family}", f"{pack}: {family}") for pack, family in families),
    ]


def list_cards_to_export(owner: Owner, group: str = "") -> list[cards.Card]:
    """Cards to hand over: all that aren't let go, or those of one group of `list_card_groups`."""
    rows = Card.objects.of(owner).filter(retired_on=None).order_by("pk")
    pack, slash, family = group.partition("/")
    if slash:
        rows = rows.filter(pack=pack, family=family)
    elif group:
        rows = rows.filter(kink=int(group.removeprefix("kink-")))
    return [to_card(row) for row in rows]
