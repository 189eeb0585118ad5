"""What Onward keeps in the data folder, by name, and whether each is the sort of thing that it makes there.

A pipe or a device is waited for without end, and what stands in a folder's place takes nothing. Whatever is kept under
another name is one of these, is in a folder of these, or has a passing name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

DATABASE = "onward.sqlite3"
DATABASE_FILES = tuple(f"{DATABASE}{end}" for end in ("", "-journal", "-wal", "-shm"))  # it, and SQLite's beside it
FILES = ("secret", "password", "folder.key", "deleting")
FOLDERS = ("backups", "packs", "recordings", "documents", "incoming", "rekeyed")
LOCKS = ("in-use", "backups-in-use")  # may be anything: a folder that can't be locked can be used all the same
PASSING = ("*.part", "unreadable-*", "onward-open-*.html", "secret.*.*")  # by chance, and never waited for

FILE = "{place} isn’t a file but {what}. Move it away, and start Onward again."
FOLDER = "{place} isn’t a folder but {what}. Move it away, and start Onward again."
NOWHERE = (
    "{place} is a link that leads nowhere. Connect the disk that it leads to, or remove the link, and start Onward "
    "again."
)


def find_odd_name(folder: Path, *, database: bool) -> str:
    """A sentence about the first that isn't what it should be; nothing where all are. `database`: its file counts."""
    return next(_list_odd(folder, DATABASE_FILES if database else ()), "")


def _list_odd(folder: Path, more: tuple[str, ...]) -> Iterator[str]:
    for names, is_right, said in ((more + FILES, os.path.isfile, FILE), (FOLDERS, os.path.isdir, FOLDER)):
        for place in (folder / name for name in names):
            if os.path.lexists(place) and not is_right(place):
                there = os.path.exists(place)  # noqa: PTH110 - which never raises
                yield said.format(place=place, what=_describe(place)) if there else NOWHERE.format(place=place)


def _describe(place: Path) -> str:
    if place.is_dir():
        return "a folder"
    return "a file" if place.is_file() else "a pipe or a device"
