"""A Maildir: a file for every message, in cur and new; a dot before the name of every folder inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from onward_app.sources.eml_file import read_one
from onward_app.sources.found import Found, FromDisk, Source, SourceTrouble, Trouble
from onward_app.sources.looks import cannot_read, size_below
from onward_app.sources.place import OnDisk, Place


@dataclass(frozen=True, slots=True)
class Maildir(FromDisk):
    """A Maildir with its folders. What is being delivered (tmp) is left alone, whatever the flags say is read."""

    kind: ClassVar[str] = "a Maildir"

    @property
    def total(self) -> int | None:
        return size_below(self.path)

    def __iter__(self) -> Iterator[Found | Trouble]:
        self.progress.position = 0
        nothing = True
        for found in messages(self.path, self.name):
            if isinstance(found, Found):
                nothing = False
                self.progress.position += len(found.raw)
            yield found
        self.progress.position = max(self.progress.position, self.total or 0)
        if nothing:
            raise SourceTrouble(f"There is no mail in “{self.name}” yet: its folders cur and new are empty.")


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
    for part in ("cur", "new"):
        for file in _listed(path / part):
            if file.is_file() and not file.name.startswith("."):
                yield from safely(file, f"{name}/{part}/{file.name}")
    for folder in _listed(path):
        if (
            folder.is_dir()
            and not folder.is_symlink()
            and folder.name not in ("cur", "new", "tmp")
            and is_maildir(folder)
        ):
            yield from messages(folder, f"{name}/{folder.name}")


def safely(file: Path, where: str) -> Iterator[Found | Trouble]:
    """One file's message; a file that can't be read is a trouble of its own and stops nothing."""
    try:
        yield from read_one(file, where)
    except SourceTrouble as trouble:
        yield Trouble(trouble.sentence, where)


def _listed(path: Path) -> list[Path]:
    try:
        return sorted(path.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise cannot_read(path, error) from None
