"""Tonight's practice: eight cards and ten minutes at most, and nothing on a rejection day unless asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from onward.practice.schedule import Resting, is_due, tell_faded
from onward.practice.ways import find_way
from onward.wording.counts import say_count

MOST_CARDS = 8
MOST_MINUTES = 10


class Choosable(Protocol):
    """What a choice of cards looks at, beside where each is."""

    @property
    def id(self) -> int: ...
    @property
    def kink(self) -> int | None: ...
    @property
    def way(self) -> str: ...
    @property
    def retired(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Evening:
    """What the day is like: a rejection day or not, practice asked for all the same, what was done already today."""

    on: date
    interview: date | None = None
    rejection_day: bool = False
    asked_for: bool = False
    cards_done: int = 0
    minutes_done: float = 0.0


@dataclass(frozen=True, slots=True)
class Session:
    """The cards for now, in order, and one sentence. What didn't fit waits; it is never shown as a debt."""

    cards: tuple[Choosable, ...]
    minutes: float
    words: str


def plan_session(cards: Iterable[Choosable], states: Mapping[int, Resting], evening: Evening) -> Session:
    """What to practice now: what is due, those for a kink first, then those nearest to being forgotten."""
    if evening.rejection_day and not evening.asked_for:
        return Session((), 0.0, "Nothing to practice today. It can wait until you start again.")
    due = [c for c in cards if not c.retired and is_due(states[c.id], evening.on, interview=evening.interview)]
    apart = ([c for c in due if c.kink is not None], [c for c in due if c.kink is None])
    in_order = (c for some in apart for c in sorted(some, key=lambda c: (-tell_faded(states[c.id], evening.on), c.id)))
    chosen, minutes = _fit_cards(in_order, evening)  # which may have enough before the second half is put in order
    return Session(chosen, minutes, _say_session(chosen, minutes, evening))


def choose_one_more(cards: Iterable[Choosable], states: Mapping[int, Resting], evening: Evening) -> Choosable | None:
    """One card for somebody who wants to go on: of those that rest, the one nearest to being forgotten.

    What was answered today comes last; none on a rejection day unless practice was asked for.
    """
    if evening.rejection_day and not evening.asked_for:
        return None
    kept = [card for card in cards if not card.retired]
    # How often it was answered on this day
    return min(
        kept,
        key=lambda c: (
            sum(on == evening.on for on, _ in states[c.id].marks),
            -tell_faded(states[c.id], evening.on),
            c.id,
        ),
        default=None,
    )


def _fit_cards(due: Iterable[Choosable], evening: Evening) -> tuple[tuple[Choosable, ...], float]:
    chosen: list[Choosable] = []
    minutes = 0.0
    for card in due:
        takes = find_way(card.way).minutes
        if evening.cards_done + len(chosen) >= MOST_CARDS:
            break
        if evening.minutes_done + minutes + takes <= MOST_MINUTES:
            chosen.append(card)
            minutes += takes
    return tuple(chosen), minutes


def _say_session(chosen: tuple[Choosable, ...], minutes: float, evening: Evening) -> str:
    if chosen:
        length = say_count(round(minutes) or 1, "{n} minute", "{n} minutes")
        one, many = (
            "{n} card, about {length}. Answer first, then look.",
            "{n} cards, about {length}. Answer first, then look.",
        )
        return say_count(len(chosen), one, many, length=length)
    if evening.cards_done:
        return "That’s enough for today."
    return "Nothing is due today."
