"""Is it learned: stable for three weeks, right on three different days, and clear the last time.

Learned says that the answer is there when it is asked for. Whether the kink is gone is the next real interviews'
verdict; neither implies the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from onward.practice.cards import Grade
from onward.practice.schedule import CardState
from onward.wording.counts import say_count, spell_number

STABLE_DAYS = 21
DAYS_RIGHT = 3


@dataclass(frozen=True, slots=True)
class LearnedState:
    """Whether a card is learned, and the three things that decide it."""

    yes: bool
    stability: float
    days_right: int
    last: Grade | None
    words: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One of the three: what it asks for, whether it is met, and where it stands now."""

    words: str
    met: bool
    now: str


def list_conditions(state: CardState) -> tuple[Condition, Condition, Condition]:
    """The three conditions of learned, each with where it stands."""
    now = check_learned(state)
    days = say_count(int(now.stability), "now about {n} day", "now about {n} days")
    holds = days if now.last else "not practiced yet"
    return (
        Condition(f"Likely to hold {STABLE_DAYS} days", now.stability >= STABLE_DAYS, holds),
        Condition(
            f"Right on {spell_number(DAYS_RIGHT)} different days",
            now.days_right >= DAYS_RIGHT,
            say_count(now.days_right, "so far on {n} day", "so far on {n} days"),
        ),
        Condition(
            "Clear the last time",
            now.last is Grade.CLEAR,
            f"last time {now.last.words}" if now.last else "no last time yet",
        ),
    )


def check_learned(state: CardState) -> LearnedState:
    """Whether a card is learned. Right means partly or clear; two answers on one day are one day."""
    stability = state.stability or 0.0
    days = len({day for day, mark in state.marks if mark >= Grade.PARTLY})
    last = state.marks[-1][1] if state.marks else None
    yes = stability >= STABLE_DAYS and days >= DAYS_RIGHT and last is Grade.CLEAR
    return LearnedState(yes, stability, days, last, _say_learned(stability, days, last, yes=yes))


def _say_learned(stability: float, days: int, last: Grade | None, *, yes: bool) -> str:
    if last is None:
        return "Not practiced yet."
    if yes:
        return f"Learned. Right on {days} days, clear the last time, and likely to hold {int(stability)} days."
    more = say_count(DAYS_RIGHT - days, "{n} more day on which it goes right", "{n} more days on which it goes right")
    needs = [more] * (days < DAYS_RIGHT)
    needs += ["a clear answer the last time"] * (last is not Grade.CLEAR)
    needs += [f"to hold {STABLE_DAYS} days (now about {stability:.0f})"] * (stability < STABLE_DAYS)
    return f"On the way. It still needs {'; '.join(needs)}."
