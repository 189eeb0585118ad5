"""Where letters come from: one file for each kind of place, and one explicit list of them.

In: a path, an address of a mailbox, or pasted words. Out: messages as they stand, and troubles in sentences.
Called by `collect`, and by the forms that take a mailbox or a paste.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onward_app.sources import eml_file, folder, imap, maildir, mbox, pasted, takeout
from onward_app.sources.found import (
    MESSAGE_LIMIT,
    Found,
    GrowingSource,
    Source,
    SourceTrouble,
    Trouble,
    is_growing,
    name_ledger,
)
from onward_app.sources.looks import describe_refusal
from onward_app.sources.place import OnDisk, OnServer, Place, Text, parse_place

__all__ = [
    "MESSAGE_LIMIT",
    "SOURCES",
    "Fits",
    "Found",
    "GrowingSource",
    "OnDisk",
    "OnServer",
    "Place",
    "Source",
    "SourceTrouble",
    "Text",
    "Trouble",
    "is_growing",
    "name_ledger",
    "open_source",
    "parse_place",
]

Fits = Callable[[Place], Source | None]

# Asked in this order, each by what the place holds and not by what it is called; the first that fits reads it.
SOURCES: tuple[Fits, ...] = (
    takeout.fits,
    mbox.fits,
    eml_file.fits,
    maildir.fits,
    folder.fits,
    pasted.fits,
    imap.fits,
)


def open_source(given: str | Path | Place) -> Source:
    """The source that reads a place. Raises SourceTrouble with a sentence when nothing there can be mail."""
    place = parse_place(given)
    for fits in SOURCES:
        source = fits(place)
        if source is not None:
            return source
    raise describe_refusal(place.path, place.head) if isinstance(place, OnDisk) else _refuse_place(place)


def _refuse_place(place: Place) -> SourceTrouble:
    return SourceTrouble(
        f"Onward can’t read a mailbox at an address like “{place.name}” yet. "
        "Download the mail as a file, such as an mbox, and bring that: Help, “Get your mail out”, says how."
    )
