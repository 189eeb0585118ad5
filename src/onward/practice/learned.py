"""Is it learned: stable for three weeks, right on three different days, and clear the last time.

Learned says that the answer is there when it is asked for. Whether the kink is gone is the next real interviews'
verdict; neither implies the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from onward.practice.cards import Mark
from onward.practice.schedule import CardState
from onward.wording.counts import counted, number

STABLE_DAYS = 21
DAYS_RIGHT = 3


@dataclass(frozen=True, slots=True)
class Learned:
    """Whether a card is learned, and the three things that decide it."""

    yes: bool
    stability: float
    days_right: int
    last: Mark | None
    words: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One of the three: what it asks for, whether it is met, and where it stands now."""

    words: str
    met: bool
    now: str


def conditions(state: CardState) -> tuple[Condition, Condition, Condition]:
    """The three conditions of learned, each with where it stands."""
    now = learned(state)
    holds = f"now about {counted(int(now.stability), 'day')}" if now.last else "not practiced yet"
    return (
        Condition(f"Likely to hold {STABLE_DAYS} days", now.stability >= STABLE_DAYS, holds),
        Condition(f"Right on {number(DAYS_RIGHT)} different days", now.days_right >= DAYS_RIGHT, _so_far(now)),
        Condition(
            "Clear the last time",
            now.last is Mark.CLEAR,
            f"last time {now.last.words}" if now.last else "no last time yet",
        ),
    )


def _so_far(now: Learned) -> str:
    return f"so far on {counted(now.days_right, 'day')}"


def learned(state: CardState) -> Learned:
    """Whether a card is learned. Right means partly or clear; two answers on one day are one day."""
    stability = state.stability or 0.0
    days = len({day for day, mark in state.marks if mark >= Mark.PARTLY})
    last = state.marks[-1][1] if state.marks else None
    yes = stability >= STABLE_DAYS and days >= DAYS_RIGHT and last is Mark.CLEAR
    return Learned(yes, stability, days, last, _words(stability, days, last, yes=yes))


def _words(stability: float, days: int, last: Mark | None, *, yes: bool) -> str:
    if last is None:
        return "Not practiced yet."
    if yes:
        return f"Learned. Right on {days} days, clear the last time, and likely to hold {int(stability)} days."
    needs = [f"{counted(DAYS_RIGHT - days, 'more day')} on which it goes right"] * (days < DAYS_RIGHT)
    needs += ["a clear answer the last time"] * (last is not Mark.CLEAR)
    needs += [f"to hold {STABLE_DAYS} days (now about {stability:.0f})"] * (stability < STABLE_DAYS)
    return f"On the way. It still needs {'; '.join(needs)}."
