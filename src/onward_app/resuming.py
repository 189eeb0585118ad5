"""Going on where an earlier reading stopped: marks are loaded before a source is read, and kept when its letters are.

A mailbox on a server is marked batch by batch, since fetching is dear. What lies on a disk is marked at the end: of a
reading that is stopped half way the next one reads all again, and knows the messages that were stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from onward.notice.version import reading_version
from onward_app.records.models import Owner
from onward_app.records.reading.mail_marks import load_mail_marks
from onward_app.records.writing.mail_marks import replace_mail_marks, store_mail_marks
from onward_app.sources import OnDisk, Place, Source, is_growing, name_ledger, parse_place

READ_BY, NEWEST = "*read by*", "*newest*"  # beside a source's own marks: which model read it, and its last day


def is_live(source: Source) -> bool:
    """Whether mail arrives there, as it does on a server."""
    return is_growing(source) and source.live


def load_marks(owner: Owner, sources: Sequence[Source]) -> None:
    """Have the sources that grow pass over what was read before: all of it is looked at by a model that is new."""
    for source in sources:
        if is_growing(source):
            marks = load_mail_marks(owner, source.ledger)
            read_by, newest = marks.pop(READ_BY, ""), marks.pop(NEWEST, "")
            if source.live or read_by == reading_version():
                source.marks.before = marks
                source.marks.newest = date.fromisoformat(newest) if newest else None


def find_newest_before(source: Source) -> date | None:
    """The last day of what is passed over."""
    return source.marks.newest if is_growing(source) else None


def keep_marks(owner: Owner, source: Source) -> None:
    """Keep how far a source was read; for one on a disk also which model read it, and the last day of its mail."""
    if not is_growing(source) or not (source.marks.now or source.marks.before):
        return
    if source.live:
        store_mail_marks(owner, source.ledger, source.marks.now)
    elif source.marks.now != source.marks.before:
        newest = source.marks.newest
        signed = {READ_BY: reading_version()} | ({NEWEST: newest.isoformat()} if newest else {})
        replace_mail_marks(owner, source.ledger, source.marks.now | signed)


def say_it_held_mail(owner: Owner, place: str | Path | Place) -> str:
    """What is added where a place can't be read that was read before; nothing where it wasn't."""
    given = parse_place(place)
    if not isinstance(given, OnDisk) or not load_mail_marks(owner, name_ledger(given.path)):
        return ""
    return " When it was last read there was mail in it; what was read of it stays."
