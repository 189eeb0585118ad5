"""Going on where an earlier reading stopped: marks are loaded before a source is read, and kept when its letters are.

A mailbox on a server is marked batch by batch, since fetching is dear, and as unfinished until the last. What lies on a
disk is marked at the end: of a reading that is stopped half way the next one reads all again, and knows the messages
that were stored. So it does where more is wanted than the mail since a day that was read before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from onward.notice.version import reading_version
from onward_app.records.models import Owner
from onward_app.records.reading.mail_marks import load_mail_marks
from onward_app.records.writing.mail_marks import forget_mail_mark, replace_mail_marks, store_mail_marks
from onward_app.sources import OnDisk, Place, Source, is_growing, name_ledger, parse_place

# Beside a source's own marks: which model read it, its last day, and the day since which it was read.
READ_BY, NEWEST, SINCE = "*read by*", "*newest*", "*since*"
UNFINISHED = "*unfinished*"  # of a mailbox on a server: what was read of it was never looked at as a whole


def is_live(source: Source) -> bool:
    """Whether mail arrives there, as it does on a server."""
    return is_growing(source) and source.live


def load_marks(owner: Owner, sources: Sequence[Source]) -> None:
    """Have the sources that grow pass over what was read before: all of it is looked at by a model that is new, and
    where older mail is wanted than was read.
    """
    for source in sources:
        if is_growing(source):
            marks = load_mail_marks(owner, source.ledger)
            source.marks.unfinished = marks.pop(UNFINISHED, None) is not None
            read_by, newest, since = marks.pop(READ_BY, ""), _pop_day(marks, NEWEST), _pop_day(marks, SINCE)
            if source.live:
                source.marks.before = marks
            elif read_by == reading_version() and reaches_back(since, source.marks.since):
                source.marks.before, source.marks.newest, source.marks.since = marks, newest, since


def _pop_day(marks: dict[str, str], name: str) -> date | None:
    told = marks.pop(name, "")
    return date.fromisoformat(told) if told else None


def reaches_back(read: date | None, wanted: date | None) -> bool:
    """Whether what was read since one day (None: since ever) holds all that is wanted since another."""
    return read is None or (wanted is not None and wanted >= read)


def find_newest_before(source: Source) -> date | None:
    """The last day of what is passed over."""
    return source.marks.newest if is_growing(source) else None


def keep_marks(owner: Owner, source: Source) -> None:
    """Keep how far a source was read; for one on a disk also which model read it, and the last day of its mail."""
    if not is_growing(source) or not (source.marks.now or source.marks.before):
        return
    if source.live:
        store_mail_marks(owner, source.ledger, source.marks.now)
        forget_mail_mark(owner, source.ledger, UNFINISHED)
    elif source.marks.now != source.marks.before:
        days = {NEWEST: source.marks.newest, SINCE: source.marks.since}
        signed = {READ_BY: reading_version()} | {name: day.isoformat() for name, day in days.items() if day}
        replace_mail_marks(owner, source.ledger, source.marks.now | signed)


def keep_marks_so_far(owner: Owner, source: Source) -> None:
    """Keep how far a mailbox on a server was read, while reading goes on."""
    if is_growing(source) and source.live and source.marks.now:
        store_mail_marks(owner, source.ledger, source.marks.now | {UNFINISHED: "yes"})


def say_it_held_mail(owner: Owner, place: str | Path | Place) -> str:
    """What is added where a place can't be read that was read before; nothing where it wasn't."""
    given = parse_place(place)
    if not isinstance(given, OnDisk) or not load_mail_marks(owner, name_ledger(given.path)):
        return ""
    return "When it was last read there was mail in it; what was read of it stays."
