"""A Maildir: a file for every message, in cur and new; a dot before the name of every folder inside."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, NamedTuple

from onward_app.sources.eml_file import read_one
from onward_app.sources.found import Found, GrownOnDisk, Source, SourceTrouble, Trouble
from onward_app.sources.looks import cannot_read, size_below
from onward_app.sources.place import OnDisk, Place

_FLAGS = re.compile(r"[:;!]2,")  # what parts a name from its flags: a colon can’t be in one on Windows


class MailFile(NamedTuple):
    """A message's file. All but its name is the folder's, so that a hundred thousand of them are little."""

    folder: str
    where: str  # the folder in words
    within: str  # what the names in it are known by begin with
    file: str

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.folder, self.file)

    @property
    def place(self) -> str:
        """Where it is in words."""
        return f"{self.where}/{self.file}"

    @property
    def name(self) -> str:
        """What it is known by: its folder, and its name without flags."""
        return self.within + _FLAGS.split(self.file)[0]


@dataclass(frozen=True, slots=True)
class Maildir(GrownOnDisk):
    """A Maildir with its folders. What is being delivered (tmp) is left alone, whatever the flags say is read.

    A message is known by its name, and keeps it when it is moved from new to cur or gets other flags: those that an
    earlier reading met are passed over.
    """

    kind: ClassVar[str] = "a Maildir"

    @property
    def total(self) -> int | None:
        return size_below(self.path)

    def __iter__(self) -> Iterator[Found | Trouble]:
        return self.read_files(list_files(self.path, self.name))

    def list_newest_first(self) -> list[MailFile]:
        """All that is in it by the time of the files, the newest first."""
        return sorted(list_files(self.path, self.name), key=_tell_time, reverse=True)

    def read_files(self, files: Iterable[MailFile]) -> Iterator[Found | Trouble]:
        """The messages of these files, which are all that there are, in their order."""
        self.progress.position = 0
        still: set[str] = set()  # what an earlier reading met, and is there
        is_empty = True
        for file in files:
            name, is_empty = file.name, False
            if name in self.marks.before:
                still.add(name)
            else:
                for found in safely(file):
                    if isinstance(found, Found):
                        self.marks.now[name] = ""
                        self.progress.position += len(found.raw)
                    yield found
        self.progress.position = max(self.progress.position, self.total or 0)
        if is_empty and not self.marks.before:
            raise SourceTrouble(f"There is no mail in “{self.name}” yet: its folders cur and new are empty.")
        self.marks.notes[:] = self._say_gone(len(self.marks.before) - len(still), is_empty=is_empty)
        self.marks.now.update((name, "") for name in still)

    def _say_gone(self, gone: int, *, is_empty: bool) -> list[str]:
        if not gone:
            return []
        if is_empty:
            return [EMPTY_NOW.format(name=self.name)]
        return [GONE[gone != 1].format(n=f"{gone:,}", name=self.name)]


EMPTY_NOW = "“{name}” is empty now; when it was last read there was mail in it. What was read of it stays."
GONE = (
    "Since “{name}” was last read, one message went from it. What was read of them stays.",
    "Since “{name}” was last read, {n} messages went from it. What was read of them stays.",
)


def is_maildir(path: Path) -> bool:
    """Two of its three folders: one alone may be anybody's folder that happens to be called “new”."""
    return sum((path / name).is_dir() for name in ("cur", "new", "tmp")) >= 2


def fits(place: Place) -> Source | None:
    """A folder with cur and new in it."""
    if not isinstance(place, OnDisk) or place.head or not place.path.is_dir():
        return None
    return Maildir(place.path) if is_maildir(place.path) else None


def messages(path: Path, name: str) -> Iterator[Found | Trouble]:
    """The messages of one Maildir and of the folders in it, in the order of their names."""
    for file in list_files(path, name):
        yield from safely(file)


def list_files(path: Path, name: str, within: str = "") -> Iterator[MailFile]:
    """Each message's file."""
    for part in ("cur", "new"):
        holds, where = str(path / part), f"{name}/{part}"
        for file in _list_folder(path / part):
            if file.is_file() and not file.name.startswith("."):
                yield MailFile(holds, where, within, file.name)
    for folder in _list_folder(path):
        is_inside = folder.is_dir(follow_symlinks=False) and folder.name not in ("cur", "new", "tmp")
        if is_inside and is_maildir(path / folder.name):
            yield from list_files(path / folder.name, f"{name}/{folder.name}", f"{within}{folder.name}/")


def safely(file: MailFile) -> Iterator[Found | Trouble]:
    """One file's message; a file that can't be read is a trouble of its own and stops nothing."""
    try:
        yield from read_one(file.path, file.place)
    except SourceTrouble as trouble:
        yield Trouble(trouble.sentence, file.place)


def _tell_time(file: MailFile) -> float:
    """When it was put there; one that went meanwhile comes last, and is a trouble when its turn comes."""
    try:
        return file.path.stat().st_mtime
    except OSError:
        return 0.0


def _list_folder(path: Path) -> list[os.DirEntry[str]]:
    try:
        return sorted(os.scandir(path), key=lambda one: one.name)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise cannot_read(path, error) from None
