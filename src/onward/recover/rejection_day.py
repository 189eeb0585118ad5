"""The day of a no: when it is one, what is put away, what is said first, and when the person goes on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from onward.wording.days import capitalize_first, say_ahead

FRESH_DAYS = 7  # older nos start no rejection day
RESTART_HOURS = (24, 48, 72)
FIRST = "That stings. Nothing to solve tonight."
WHO = "Who makes you smile?"
NOBODY = "Nobody is named here yet. Add one here: a name and how to reach them is enough."
ENOUGH = "That’s enough for today."
RESTART = "When would you like to go on?"


class Away(StrEnum):
    """What is put away on a rejection day, unless the person asks for it."""

    ANALYSIS = "analysis"
    FIGURES = "figures"
    DRAFTS = "drafts"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class NoOpened:
    """One no: the day it is dated, and the local day on which it was first opened or entered."""

    no_on: date
    opened_on: date


@dataclass(frozen=True, slots=True)
class Quiet:
    """Whether a day is a rejection day, what is away, and since when."""

    today: bool
    away: frozenset[Away]
    words: str


@dataclass(frozen=True, slots=True)
class Restart:
    """One choice of when to go on: its day, in words, and whether it is the default."""

    hours: int
    on: date
    words: str
    default: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """A rejection day that is over, for the lesson “normal”: `contacted` somebody, went on again on a day or not yet."""

    on: date
    contacted: bool
    restarted_on: date | None = None


def is_rejection_day(nos: Iterable[NoOpened], on: date) -> bool:
    """Whether a no not older than seven days was first opened or entered on this local day."""
    return any(no.opened_on == on and 0 <= (on - no.no_on).days <= FRESH_DAYS for no in nos)


def quiet(nos: Iterable[NoOpened], on: date, *, asked_for: Iterable[Away] = ()) -> Quiet:
    """What is put away on a day. The person may ask for any of it."""
    if not is_rejection_day(nos, on):
        return Quiet(today=False, away=frozenset(), words="")
    return Quiet(today=True, away=frozenset(Away) - frozenset(asked_for), words=f"{FIRST} {WHO}")


def list_restarts(opened_on: date) -> tuple[Restart, ...]:
    """The choices of when to go on, the first of them the default: tomorrow, and at most 72 hours."""
    days = [opened_on + timedelta(hours=hours) for hours in RESTART_HOURS]
    return tuple(
        Restart(
            hours,
            day,
            capitalize_first(say_ahead(day, opened_on).removeprefix("on ")),
            default=hours == RESTART_HOURS[0],
        )
        for hours, day in zip(RESTART_HOURS, days, strict=True)
    )


def choose_default_restart(opened_on: date) -> date:
    """Tomorrow."""
    return opened_on + timedelta(days=1)
