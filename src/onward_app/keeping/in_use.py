"""Whether an Onward has the data folder open: each holds a small file, and whoever wants it alone has to wait.

The file is one of SQLite's, because its locks are the same on every system and end with the process that has them.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from onward_app import home

FILE = "in-use"
BUSY = (
    "Onward is open just now, or one of its commands is running. Stop it first (Ctrl-C where you started it), then run "
    "this again. Nothing was changed."
)
SWAPPING = "A search is being put in place just now. Wait until that is done, and start Onward again."
_held: list[tuple[Path, sqlite3.Connection]] = []  # one at most, for as long as this process lives


class InUse(home.HomeTrouble):
    """The data folder is used by another Onward; the message says what to do."""


def hold_home() -> None:
    """Say that this process has the data folder open.

    Raises:
        InUse: another one is putting a search in place.
    """
    place = home.home_folder() / FILE
    if any(path == place for path, _ in _held):
        return
    try:
        db = _open(place)
        db.execute("BEGIN")
        db.execute("SELECT * FROM sqlite_master").fetchall()  # which takes the lock that others may share
    except sqlite3.OperationalError as trouble:
        if "locked" in str(trouble):
            raise InUse(SWAPPING) from trouble
        return  # a folder that can't be locked can be used all the same
    _held[:] = [(place, db)]


@contextmanager
def alone() -> Iterator[None]:
    """Have the data folder alone while the block lasts.

    Raises:
        InUse: another Onward has it open.
    """
    home.home_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    with closing(_open(home.home_folder() / FILE)) as db:
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as trouble:
            raise InUse(BUSY) from trouble
        yield


def _open(place: Path) -> sqlite3.Connection:
    if not place.exists():  # never opened by us otherwise: closing it would end this process's own hold
        os.close(os.open(place, os.O_RDWR | os.O_CREAT, 0o600))
    return sqlite3.connect(place, timeout=0.5, isolation_level=None, check_same_thread=False)
