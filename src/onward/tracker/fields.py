"""What a column can be: a field of a job, the day of a kind of event, or nothing that is used."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from onward.facts import EVENT_KINDS, NOTES, say_happened


class TrackerField(StrEnum):
    """What isn't the day of a kind of event. A column that is one is called by the kind itself."""

    EMPLOYER = "employer"
    ROLE = "role"
    ROLE_EMPLOYER = "role, employer"
    EMPLOYER_ROLE = "employer, role"
    STATUS = "status"
    STEPS = "steps"
    DAY = "day"
    MOVED = "moved"
    UPDATED = "updated"
    PLACE = "place"
    LINK = "link"
    NOTES = "notes"
    AGENCY = "agency"
    NUMBER = "number"
    AWAY = "away"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    CONNECTED = "connected"
    KEPT_OUT = "kept out"
    UNUSED = "unused"


_SAYS = {
    TrackerField.EMPLOYER: "the employer",
    TrackerField.ROLE: "the role",
    TrackerField.ROLE_EMPLOYER: "the role, then the employer",
    TrackerField.EMPLOYER_ROLE: "the employer, then the role",
    TrackerField.STATUS: "the status",
    TrackerField.STEPS: "what happened, each with its day",
    TrackerField.DAY: "a day, of what it doesn’t say",
    TrackerField.MOVED: "the day of what the status says",
    TrackerField.UPDATED: "the day it was last changed",
    TrackerField.PLACE: "the place",
    TrackerField.LINK: "the link",
    TrackerField.NOTES: "a note",
    TrackerField.AGENCY: "the agency in between",
    TrackerField.NUMBER: "the tracker’s own number",
    TrackerField.AWAY: "whether it is put away",
    TrackerField.FIRST_NAME: "a first name",
    TrackerField.LAST_NAME: "a last name",
    TrackerField.CONNECTED: "the day you were connected",
    TrackerField.KEPT_OUT: "never taken in",
    TrackerField.UNUSED: "not used",
}
KINDS = tuple(kind for kind in EVENT_KINDS if kind not in NOTES)  # a cell has no room for a note's words
DAYS = (*KINDS, TrackerField.DAY, TrackerField.MOVED, TrackerField.UPDATED)  # columns that hold days
SEVERAL = (*KINDS, TrackerField.NOTES, TrackerField.UNUSED, TrackerField.KEPT_OUT)  # what more than one column may be
TWO_NAMES = (TrackerField.ROLE_EMPLOYER, TrackerField.EMPLOYER_ROLE)  # both names in one cell
PEOPLES = (TrackerField.FIRST_NAME, TrackerField.LAST_NAME, TrackerField.CONNECTED)  # of a list of people alone
OFFERED = (
    TrackerField.EMPLOYER, TrackerField.ROLE, *TWO_NAMES, TrackerField.STATUS, *KINDS, TrackerField.STEPS,
    TrackerField.MOVED, TrackerField.DAY, TrackerField.UPDATED, TrackerField.PLACE, TrackerField.LINK,
    TrackerField.NOTES, TrackerField.AGENCY, TrackerField.UNUSED,
)  # fmt: skip


def is_about_people(fields: Collection[str]) -> bool:
    """Whether a table with these fields lists people: by a name, and by when one was connected to them."""
    return TrackerField.CONNECTED in fields and any(one in fields for one in PEOPLES[:2])


def say_field(field: str) -> str:
    """What a column is, in words.

    >>> say_field("employer"), say_field("applied")
    ('the employer', 'the day: You applied')
    """
    return _SAYS[TrackerField(field)] if field in _SAYS else f"the day: {say_happened(field)}"
