"""A folder of saved messages, also as Thunderbird and Apple Mail keep theirs: .eml, .emlx and mbox files below it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from onward_app.sources import eml_file, maildir, mbox, takeout
from onward_app.sources.found import Found, FromDisk, Source, SourceTrouble, Trouble
from onward_app.sources.looks import is_outlook_message, refusal, size_below
from onward_app.sources.place import OnDisk, Place

_MEANT_AS_MAIL = frozenset({".eml", ".emlx", ".mbox", ".msg"})


@dataclass(frozen=True, slots=True)
class Folder(FromDisk):
    """Everything in a folder and below it that is mail, in the order of the names. Links to folders aren't followed."""

    kind: ClassVar[str] = "a folder of messages"

    @property
    def total(self) -> int | None:
        return size_below(self.path)

    def __iter__(self) -> Iterator[Found | Trouble]:
        self.progress.position = 0
        nothing, troubles = True, 0
        for found in self._walk():
            if isinstance(found, Found):
                nothing = False
                self.progress.position += len(found.raw)
            else:
                troubles += 1
            yield found
        self.progress.position = max(self.progress.position, self.total or 0)
        if nothing and not troubles:
            raise SourceTrouble(
                f"There is no mail in “{self.name}”. Choose a folder that holds .eml files, a Maildir, or an mbox."
            )

    def _walk(self) -> Iterator[Found | Trouble]:
        unread: list[OSError] = []
        for folder, folders, files in os.walk(self.path, onerror=unread.append):
            folders.sort()
            here = Path(folder)
            name = (Path(self.name) / here.relative_to(self.path)).as_posix()
            if here != self.path and maildir.is_maildir(here):
                folders.clear()
                yield from maildir.messages(here, name)
                continue
            for file in sorted(files):
                yield from _read(here / file, f"{name}/{file}")
        for error in unread:
            place = Path(str(error.filename)).name
            yield Trouble(f"The folder “{place}” could not be opened ({error.strerror}), so it was left out.", place)


def fits(place: Place) -> Source | None:
    """Any folder."""
    return Folder(place.path) if isinstance(place, OnDisk) and not place.head and place.path.is_dir() else None


def _archive(place: OnDisk) -> Source | None:
    """A zip with mailboxes in it, or a Takeout tgz; any other archive among somebody’s files is left alone."""
    found = takeout.fits(place)
    if isinstance(found, takeout.Zip):
        return found if takeout.holds_mail(place.path) else None
    return found if "takeout" in place.name.lower() else None


def _read(path: Path, where: str) -> Iterator[Found | Trouble]:
    """What one file holds; files that nobody would take for mail are passed by in silence."""
    try:
        place = OnDisk(path)
        source = mbox.fits(place) or _archive(place)
        if source is not None:
            for item in source:
                yield replace(item, where=where + item.where.removeprefix(path.name))
        elif not is_outlook_message(place.head) and eml_file.is_message(path, place.head):
            yield from eml_file.read_one(path, where)
        elif path.suffix.lower() in _MEANT_AS_MAIL:
            yield Trouble(refusal(path, place.head).sentence, where)
    except SourceTrouble as trouble:
        yield Trouble(trouble.sentence, where)
