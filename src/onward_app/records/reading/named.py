"""A day to come that a letter names: it may be a deadline or a slot, which a no should not bury."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from onward.facts import THEIR_NOS
from onward.notice.job.days import find_day_ahead
from onward.today import DayNamed, MoveSubject
from onward_app.records.models import Event, Letter, Owner

WITHIN = timedelta(days=2)  # of a no: so long a day that its letter names is brought up


def find_day_named(letter: Letter) -> str:
    """The day as the letter has it (“Thursday”); empty when it names none that is still to come."""
    found = find_day_ahead(letter.body)
    return found.text if found else ""


def list_days_named(owner: Owner, late: Iterable[Event], on: date) -> tuple[DayNamed, ...]:
    """What the nos of the last two days name; nothing of it is asked for on the evening itself."""
    nos = (event for event in late if event.kind in THEIR_NOS and event.opportunity.ended in THEIR_NOS)
    keys = [event.letter for event in nos if event.letter and on - WITHIN <= event.on < on]
    letters = Letter.objects.filter(owner=owner, key__in=keys).select_related("opportunity") if keys else ()
    return tuple(DayNamed(_about(letter), day) for letter in letters if (day := find_day_named(letter)))


def _about(letter: Letter) -> MoveSubject:
    job = letter.opportunity
    return MoveSubject(letter.pk, job.title if job else "", None, job.employer if job else "")
