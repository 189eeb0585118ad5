"""A day ahead that a letter names, in words for a page."""

from __future__ import annotations

from onward.notice.job.days import find_day_ahead
from onward_app.records.models import Letter


def find_day_named(letter: Letter) -> str:
    """The day as the letter has it (“Thursday”); empty when it names none that is still to come."""
    found = find_day_ahead(letter.body)
    return found.text if found else ""
