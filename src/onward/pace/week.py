"""A week in quality goals, with a protected day off. No counts to beat, no shaming."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onward.wording.counts import join_words, say_count
from onward.wording.days import WEEKDAYS

MOST_TAILORED = 15  # no target above it (evidence §4)


@dataclass(frozen=True, slots=True)
class Goals:
    """What a good week holds (evidence §4: two, two and one). `day_off` is a weekday, 0 for Monday."""

    tailored: int = 2
    contacts: int = 2
    practice: int = 1
    day_off: int = 6

    def __post_init__(self) -> None:
        if not (0 <= self.tailored <= MOST_TAILORED and min(self.contacts, self.practice) >= 0):
            raise ValueError(f"between 0 and {MOST_TAILORED} tailored applications a week, the others 0 or more")
        if not 0 <= self.day_off < 7:
            raise ValueError("a day off is a weekday from 0, Monday, to 6, Sunday")


@dataclass(frozen=True, slots=True)
class Week:
    """The week of a day: its Monday, whether the day is the day off, what is left of the goals, and the words."""

    starts: date
    off: bool
    tailored: int
    contacts: int
    practice: int
    words: str


def monday_of(on: date) -> date:
    """The Monday of a day's week, on which a week begins everywhere in Onward."""
    return on - timedelta(days=on.weekday())


def plan_week(goals: Goals, *, on: date, tailored: int = 0, contacts: int = 0, practice: int = 0) -> Week:
    """Where a week stands after so many tailored applications, human contacts and practice sessions."""
    left = (max(0, goals.tailored - tailored), max(0, goals.contacts - contacts), max(0, goals.practice - practice))
    starts = monday_of(on)
    off = on.weekday() == goals.day_off
    return Week(starts, off, *left, _say_week(left, off=off, day=goals.day_off))


def _say_week(left: tuple[int, int, int], *, off: bool, day: int) -> str:
    if off:
        return "Day off. Nothing here wants anything of you today."
    parts = [say_count(n, *forms) for n, forms in zip(left, _LEFT, strict=True) if n]
    if not parts:
        return f"That was a good week. The rest of it is yours, {WEEKDAYS[day]} in any case."
    return f"A good week from here: {join_words(parts)}. {WEEKDAYS[day]} is off."


_LEFT = (
    ("{n} tailored application", "{n} tailored applications"),
    ("{n} talk with a person", "{n} talks with people"),
    ("{n} practice session", "{n} practice sessions"),
)
