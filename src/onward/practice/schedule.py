"""When a card comes again: FSRS from the review log, bent to the next interview.

The log is the truth; a state is a cache that `rebuild_states` makes again, the same to the last bit: no learning
steps, no fuzz, and every id and time given. Retention is 0.90. Before an interview a card comes when FSRS says, which
keeps the chance of recalling it at nine in ten, and once a day or two before, so that it is there on the day; nothing
more. What would not be there nine times in ten after an answer two days before comes once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from math import inf
from typing import Any, NamedTuple, Protocol

import fsrs

from onward.practice.cards import Card, CardReview, Grade

RETENTION = 0.90
DAYS_BEFORE = (1, 2)

_SCHEDULER = fsrs.Scheduler(
    desired_retention=RETENTION,
    learning_steps=(),
    relearning_steps=(),  # a card that slipped comes again on another day, not in ten minutes
    enable_fuzzing=False,
)
_RATINGS: dict[Grade, fsrs.Rating] = {
    Grade.NOT_YET: fsrs.Rating.Again,
    Grade.PARTLY: fsrs.Rating.Hard,
    Grade.CLEAR: fsrs.Rating.Good,
}


class Resting(Protocol):
    """What says when a card comes: the day it was made, that of its last answer (None: never answered), for how many
    days it rests from then by FSRS alone, and how stable it is. `noon_on` is the first day by whose noon (UTC) it had
    been answered: FSRS counts whole days from there.
    """

    @property
    def made_on(self) -> date: ...
    @property
    def answered_on(self) -> date | None: ...
    @property
    def noon_on(self) -> date | None: ...
    @property
    def rests(self) -> int | None: ...
    @property
    def stability(self) -> float | None: ...
    @property
    def marks(self) -> tuple[tuple[date, Grade], ...]: ...


class RestingCard(NamedTuple):
    """A card with no more than what an evening's choice looks at, for those who have hundreds."""

    id: int
    kink: int | None
    way: str
    made_on: date
    answered_on: date | None
    noon_on: date | None
    rests: int | None
    stability: float | None
    marks: tuple[tuple[date, Grade], ...] = ()  # of one that was answered on the evening's day or later, and no other
    retired: bool = False


@dataclass(frozen=True, slots=True)
class CardState:
    """Where a card is: due when, how stable (days until recall falls to 90 %), how hard (1 to 10), its reviews.

    `made_on` and the days in `marks` are the person's own days; the times are UTC.
    """

    card: int
    made_on: date
    due: datetime
    stability: float | None = None
    difficulty: float | None = None
    reviewed: datetime | None = None
    marks: tuple[tuple[date, Grade], ...] = ()

    @property
    def answered_on(self) -> date | None:
        """The day of its last answer."""
        return self.marks[-1][0] if self.marks else None

    @property
    def noon_on(self) -> date | None:
        """The first day by whose noon it had been answered."""
        if self.reviewed is None:
            return None
        day = self.reviewed.date()
        return day if self.reviewed <= datetime.combine(day, time(12), UTC) else day + timedelta(days=1)

    @property
    def rests(self) -> int | None:
        """For how many days it rests from its last answer."""
        return (self.due - self.reviewed).days if self.reviewed is not None else None


def new_state(card: Card) -> CardState:
    """The state of a card that was never answered: due at once."""
    return CardState(card.id, card.made.date(), card.made.astimezone(UTC))


def review_card(state: CardState, done: CardReview) -> CardState:
    """The state after one more answer. An answer dated before the last one counts as given at the last one's time."""
    at = max(done.at.astimezone(UTC), state.reviewed or state.due.min.replace(tzinfo=UTC))
    after, _ = _SCHEDULER.review_card(_fsrs_card(state), _RATINGS[done.mark], review_datetime=at)
    marks = (*state.marks, (done.at.date(), done.mark))
    return replace(
        state, due=after.due, stability=after.stability, difficulty=after.difficulty, reviewed=at, marks=marks
    )


def _fsrs_card(state: CardState) -> fsrs.Card:
    return fsrs.Card(
        card_id=state.card,
        state=fsrs.State.Learning if state.reviewed is None else fsrs.State.Review,
        step=0 if state.reviewed is None else None,
        stability=state.stability,
        difficulty=state.difficulty,
        due=state.due,
        last_review=state.reviewed,
    )


def rebuild_states(cards: Iterable[Card], log: Iterable[CardReview]) -> dict[int, CardState]:
    """Every card's state from the log alone, by card id. The log may come in any order; strangers are left out."""
    states = {card.id: new_state(card) for card in cards}
    for done in sorted(log, key=lambda one: (one.at.astimezone(UTC), one.card, sorted(one.met))):
        if done.card in states:
            states[done.card] = review_card(states[done.card], done)
    return states


def state_to_json(state: CardState) -> dict[str, Any]:
    """A state of a card that was answered as JSON has it; nothing of one that wasn't."""
    if state.reviewed is None:
        return {}
    return {
        "due": state.due.isoformat(),
        "stability": state.stability,
        "difficulty": state.difficulty,
        "reviewed": state.reviewed.isoformat(),
        "marks": [[day.isoformat(), int(grade)] for day, grade in state.marks],
    }


def state_from_json(card: Card, told: Mapping[str, Any]) -> CardState:
    """The state of a card as `state_to_json` kept it."""
    if not told:
        return new_state(card)
    return CardState(
        card.id,
        card.made.date(),
        datetime.fromisoformat(told["due"]),
        told["stability"],
        told["difficulty"],
        datetime.fromisoformat(told["reviewed"]),
        marks_from_json(told),
    )


def marks_from_json(told: Mapping[str, Any]) -> tuple[tuple[date, Grade], ...]:
    """The day and the grade of each of its answers."""
    return tuple((date.fromisoformat(day), Grade(grade)) for day, grade in told.get("marks", ()))


def recall_chance(state: CardState, when: datetime) -> float:
    """The chance of recalling it at `when` by FSRS, 0 for a card never answered."""
    return float(_SCHEDULER.get_card_retrievability(_fsrs_card(state), when.astimezone(UTC)))


def tell_faded(card: Resting, on: date) -> float:
    """How far it has faded by the noon of a day: what is forgotten sooner has more, one never answered all of it.

    It is how many times the days went by in which the chance of recalling it falls to 90 %, by which that chance goes.
    """
    if card.noon_on is None or not card.stability:
        return inf
    return max(0, (on - card.noon_on).days) / card.stability


def find_due_day(state: Resting, *, interview: date | None = None) -> date:
    """The day a card comes again, bent to the next interview when there is one."""
    last = state.answered_on
    if last is None or state.rests is None:
        return state.made_on
    due = last + timedelta(days=state.rests)
    if interview is None or last >= interview:
        return due
    days = (interview - last).days
    if days == 1 or (days in DAYS_BEFORE and (state.stability or 0) >= days):  # it will be there nine times in ten
        return max(due, interview + timedelta(days=1))  # the repetition before the interview is done
    # Seen from the last answer it falls two days before the interview, but not on the very next day
    eve = interview - timedelta(days=1 if days <= 3 else 2)
    return due if due < eve or (interview - due).days in DAYS_BEFORE else eve


def is_due(state: Resting, on: date, *, interview: date | None = None) -> bool:
    """Whether it is its turn on this day. An interview in the past bends nothing.

    What was made or answered on a day that hasn't come yet is: the clock ran ahead then, and it would wait for years.
    """
    last = state.answered_on or state.made_on
    if last > on + timedelta(days=1):  # a day more or less is a journey
        return True
    ahead = interview if interview is not None and interview >= on else None
    return find_due_day(state, interview=ahead) <= on
