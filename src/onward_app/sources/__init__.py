"""Where letters come from: one file for each kind of place, and one explicit list of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onward_app.sources import eml_file, folder, maildir, mbox, takeout
from onward_app.sources.found import MESSAGE_LIMIT, Found, Place, Source, SourceTrouble, Trouble
from onward_app.sources.looks import opening, refusal
from onward_app.sources.pasted import pasted_bytes

__all__ = [
    "MESSAGE_LIMIT",
    "SOURCES",
    "Found",
    "Place",
    "Source",
    "SourceTrouble",
    "Trouble",
    "open_source",
    "pasted_bytes",
]

# Asked in this order, each by what the place holds and not by what it is called; the first that fits reads it.
SOURCES: tuple[Callable[[Path, bytes], Source | None], ...] = (
    takeout.fits,
    mbox.fits,
    eml_file.fits,
    maildir.fits,
    folder.fits,
)


def open_source(path: Path | str) -> Source:
    """The source that reads what is at `path`. Raises SourceTrouble with a sentence when nothing there can be mail."""
    path = Path(path)
    head = opening(path)
    for fits in SOURCES:
        source = fits(path, head)
        if source is not None:
            return source
    raise refusal(path, head)
