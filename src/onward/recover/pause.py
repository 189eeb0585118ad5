"""A real pause: Onward is silent until a day that the person chose, but for what others have set a day for."""

from __future__ import annotations

from datetime import date, timedelta

USUAL = timedelta(days=7)
LONGEST = timedelta(days=92)
WHAT_IT_IS = (
    "Onward asks nothing and reminds of nothing until the day you choose. Only an interview, and the last day of an "
    "offer, are still said. Nothing is lost meanwhile."
)
SILENT = "You chose a pause. Onward is silent until {day}."
AHEAD = "A day that is still to come."
TOO_LONG = "Three months at most; then choose again."


def is_paused(until: date | None, on: date) -> bool:
    """Whether a day lies in the pause. On the day itself Onward speaks again."""
    return until is not None and on < until


def refuse_pause(until: date, on: date) -> str:
    """Why a pause can't last until then, "" where it can."""
    if until <= on:
        return AHEAD
    return TOO_LONG if until > on + LONGEST else ""
