"""What the world does to us: a full disk, a file that may not be written, another Onward that is writing. A sentence
each.
"""

from __future__ import annotations

import errno
from pathlib import Path

FULL = "The disk is full. Make some room and {again}; what was stored before is as it was."
FULL_AT = "The disk is full ({place}). Make some room and {again}; what was stored before is as it was."
WORDS = (  # what SQLite says → what we say
    ("full", FULL),
    ("locked", "Another Onward is writing just now. Wait until it is done, and {again}."),
    ("readonly", "Onward may not write to its file. Give yourself write permission, and {again}."),
)


def describe_trouble(trouble: BaseException, *, again: str = "run it again") -> str | None:
    """What happened and what to do, when it is the world's doing; None when it is a mistake of ours."""
    if isinstance(trouble, OSError):
        place = Path(str(trouble.filename)) if trouble.filename else None
        if trouble.errno == errno.ENOSPC:
            return FULL_AT.format(place=place, again=again) if place else FULL.format(again=again)
        said = trouble.strerror or trouble
        return f"{said} ({place})." if place else f"{said}."
    if type(trouble).__module__ != "django.db.utils":  # so that Django isn't imported for this
        return None
    said = next((words for sign, words in WORDS if sign in str(trouble)), "The database can’t be used ({trouble}).")
    return said.format(again=again, trouble=trouble)
