"""The day of a no: which no begins one, what is said first, and when the person goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onward.wording.days import capitalize_first, say_by

FRESH_DAYS = 7  # older nos start no rejection day
AHEAD_DAYS = 1  # a letter's day is its sender's, often that of UTC: tonight's no may be dated tomorrow
RESTART_HOURS = (24, 48, 72)  # after the day the no was opened
# What the page of such a day says and asks, in its order
FIRST = "That stings. Nothing to solve tonight."
NEW_DAY = "A new day. One small thing is enough."
WHO = "Who makes you smile?"
NOBODY = "Nobody is named here yet. Add one here: a name and how to reach them is enough."
ALONE = "Is there somebody you’d like to be with?"
ENOUGH = "That’s enough for today."
RESTART = "When would you like to go on?"


@dataclass(frozen=True, slots=True)
class Restart:
    """One choice of when to go on: its day, in words, and whether it is the default."""

    hours: int
    on: date
    words: str
    default: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """A rejection day that is over, for the lesson “normal”: `contacted` somebody, went on again on a day or not
    yet.
    """

    on: date
    contacted: bool
    restarted_on: date | None = None


def list_fresh_days(on: date) -> tuple[date, date]:
    """The first and the last day a no may be dated to be fresh on a day. Opening a fresh one begins a rejection day."""
    return on - timedelta(days=FRESH_DAYS), on + timedelta(days=AHEAD_DAYS)


def is_fresh(no_on: date, on: date) -> bool:
    """Whether a no of that date, first opened or entered on a day, makes it a rejection day; it ends with the day."""
    first, last = list_fresh_days(on)
    return first <= no_on <= last


def list_restarts(opened_on: date) -> tuple[Restart, ...]:
    """The choices of when to go on, the first of them the default: tomorrow, and at most 72 hours."""
    days = [opened_on + timedelta(hours=hours) for hours in RESTART_HOURS]
    return tuple(
        Restart(
            hours,
            day,
            capitalize_first(say_by(day, opened_on)),
            default=hours == RESTART_HOURS[0],
        )
        for hours, day in zip(RESTART_HOURS, days, strict=True)
    )


def choose_default_restart(opened_on: date) -> date:
    """Tomorrow."""
    return opened_on + timedelta(hours=RESTART_HOURS[0])


def can_restart_on(opened_on: date, on: date) -> bool:
    """Whether a day is one of the choices of when to go on."""
    return on in {choice.on for choice in list_restarts(opened_on)}
