"""A folder of saved messages, also as Thunderbird and Apple Mail keep theirs: .eml, .emlx and mbox files below it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from onward_app.sources import eml_file, maildir, mbox, takeout
from onward_app.sources.found import Found, GrownOnDisk, Source, SourceTrouble, Trouble
from onward_app.sources.looks import describe_refusal, is_outlook_message, size_below
from onward_app.sources.nested import NestedMarks
from onward_app.sources.place import OnDisk, Place

Mailbox = mbox.Mbox | maildir.Maildir | takeout.Zip | takeout.Tgz
_MEANT_AS_MAIL = frozenset({".eml", ".emlx", ".mbox", ".msg", ".olm", ".pst", ".ost", ".dbx"})


@dataclass(frozen=True, slots=True)
class Folder(GrownOnDisk):
    """Everything in a folder and below it that is mail, in the order of the names. Links to folders aren't followed.

    What an earlier reading met is passed over: a message while its file is the same, a mailbox as far as it was read.
    """

    kind: ClassVar[str] = "a folder of messages"

    @property
    def total(self) -> int | None:
        return size_below(self.path)

    def __iter__(self) -> Iterator[Found | Trouble]:
        self.progress.position = 0
        nested = NestedMarks(self.marks)
        nothing, troubles = True, 0
        for found in self._walk_folder(nested):
            if isinstance(found, Found):
                nothing = False
                self.progress.position += len(found.raw)
            else:
                troubles += 1
            yield found
        self.progress.position = max(self.progress.position, self.total or 0)
        nested.say_gone(self.name)
        if nothing and not troubles and not nested.before:
            raise SourceTrouble(
                f"There is no mail in “{self.name}”. Choose a folder that holds .eml files, a Maildir, or an mbox."
            )

    def _walk_folder(self, nested: NestedMarks) -> Iterator[Found | Trouble]:
        unread: list[OSError] = []
        for folder, folders, files in os.walk(self.path, onerror=unread.append):
            folders.sort()
            here = Path(folder)
            inside = here.relative_to(self.path).as_posix()
            name = (Path(self.name) / inside).as_posix()
            if here != self.path and maildir.is_maildir(here):
                folders.clear()
                yield from _go_on(maildir.Maildir(here), inside, name, nested)
                continue
            for file in sorted(files):
                yield from _read_file(here / file, f"{inside}/{file}", f"{name}/{file}", nested)
        for error in unread:
            place = Path(str(error.filename)).name
            yield Trouble(f"The folder “{place}” could not be opened ({error.strerror}), so it was left out.", place)


def fits(place: Place) -> Source | None:
    """Any folder."""
    return Folder(place.path) if isinstance(place, OnDisk) and not place.head and place.path.is_dir() else None


def _open_mailbox(place: OnDisk) -> Mailbox | None:
    """The mailbox that a file is: an mbox, a zip of mail, a Takeout tgz. Any other archive is left alone."""
    archive = takeout.fits(place)
    if archive is None:
        return mbox.fits(place)
    if isinstance(archive, takeout.Tgz):
        return archive if "takeout" in place.name.lower() else None
    meant = place.path.suffix.lower() in _MEANT_AS_MAIL  # an .olm, which says itself why it can't be read
    return archive if meant or takeout.holds_mail(place.path) else None


def _read_file(path: Path, inside: str, where: str, nested: NestedMarks) -> Iterator[Found | Trouble]:
    """What one file holds; files that nobody would take for mail are passed by in silence."""
    try:
        place = OnDisk(path)
        source = _open_mailbox(place)
        if source is not None:
            yield from _go_on(source, inside, where, nested)
        elif not is_outlook_message(place.head) and eml_file.is_message(path, place.head):
            yield from _read_once(path, inside, where, nested)
        elif path.suffix.lower() in _MEANT_AS_MAIL:
            yield Trouble(describe_refusal(path, place.head).sentence, where)
    except SourceTrouble as trouble:
        yield Trouble(trouble.sentence, where)


def _read_once(path: Path, inside: str, where: str, nested: NestedMarks) -> Iterator[Found | Trouble]:
    """The message in a file, unless it was read and is the same."""
    told = path.stat()
    mark = f"{told.st_size}:{told.st_mtime_ns}"
    nested.meet(inside)
    if not nested.is_same(inside, mark):
        yield from eml_file.read_one(path, where)
        nested.keep(inside, mark)


def _go_on(source: Mailbox, inside: str, where: str, nested: NestedMarks) -> Iterator[Found | Trouble]:
    """The messages of a mailbox in the folder, from where the last reading of it stopped."""
    nested.meet(inside)
    nested.lend(inside, source)
    for item in source:
        yield replace(item, where=where + item.where.removeprefix(source.name))
    nested.take_back(inside, source)
