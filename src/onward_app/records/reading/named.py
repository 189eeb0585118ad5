"""A day to come that a letter names: it may be a deadline or a slot, which a no should not bury."""

from __future__ import annotations

from datetime import date, timedelta

from onward.facts import THEIR_NOS
from onward.notice.job.days import find_day_ahead
from onward_app.records.models import Event, Letter

WITHIN = timedelta(days=2)  # of a no: so long a day that its letter names is brought up


def find_day_named(letter: Letter) -> str:
    """The day as the letter has it (“Thursday”); empty when it names none that is still to come."""
    return find_day_in(letter.body)


def find_day_in(words: str) -> str:
    """The same of the words of a letter."""
    found = find_day_ahead(words)
    return found.text if found else ""


def is_just_past(event: Event, on: date) -> bool:
    """Whether an event is a no of the last two days; on the evening itself nothing of its letter is asked for."""
    return event.kind in THEIR_NOS and on - WITHIN <= event.on < on and event.opportunity.ended in THEIR_NOS
