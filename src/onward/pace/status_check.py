"""The draft of one friendly status check: where things stand, no hurry, and nothing to defend."""

from __future__ import annotations

from datetime import date

from onward.ask.draft import Draft, DraftDetails, write_greeting
from onward.wording.days import MONTHS


def write_status_check(about: DraftDetails, *, promised: date | None = None) -> Draft:
    """A short question to the one spoken with, after the day they named if they named one."""
    named = f"You mentioned {promised.day} {MONTHS[promised.month - 1]}. " if promised else ""
    role = f" with the {about.role} role" if about.role else ""
    body = (
        f"{write_greeting(about)}Thank you again for the conversation. {named}Could you tell me where things "
        f"stand{role}?\n\n"
        f"There is no hurry. I am still interested, and I know these things take time.\n\nAll the best,\n{about.me}"
    )
    subject = f"Where things stand: {about.role}" if about.role else "Where things stand"
    return Draft(subject, body, "After a quiet while, to somebody who met you.")
