"""Whether an Onward has the data folder open: each holds a small file, and whoever wants it alone has to wait.

Another file like it is held while backups are made, scrubbed or removed: a server and a command may both be at it.

The files are SQLite's, because its locks are the same on every system and end with the process that has them.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock

from onward_app import home

FILE = "in-use"
BACKUPS_FILE = "backups-in-use"
BUSY = (
    "Onward is open just now, or one of its commands is running. Stop it first (Ctrl-C where you started it), then run "
    "this again. Nothing was changed."
)
SWAPPING = "A search is being put in place just now. Wait until that is done, and start Onward again."
BACKUPS_BUSY = "Another Onward has been at the backups for ten minutes. Stop that one, and do this again."
UNLOCKABLE = (
    "Whether another Onward is open can’t be told: {place} isn’t what Onward makes there. Stop every Onward, remove "
    "that, and run this again. Nothing was changed."
)
PATIENCE = 600  # seconds; a backup copies every recording that isn't there yet
_backups = RLock()  # between the threads of this process; the file is between processes
_depth = [0]  # how often this process has the backups: whoever has them may ask again
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
        db = _open_hold(place)
        db.execute("BEGIN")
        db.execute("SELECT * FROM sqlite_master").fetchall()  # which takes the lock that others may share
    except (sqlite3.DatabaseError, OSError) as trouble:
        if "locked" in str(trouble):
            raise InUse(SWAPPING) from trouble
        return  # a folder that can't be locked can be used all the same
    _held[:] = [(place, db)]


@contextmanager
def alone() -> Iterator[None]:
    """Have the data folder alone while the block lasts.

    Raises:
        InUse: another Onward has it open.
        HomeTrouble: something else stands in the place of what is in it.
    """
    home.home_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    home.refuse_odd_names()
    place = home.home_folder() / FILE
    try:
        db = _open_hold(place)
    except (sqlite3.DatabaseError, OSError) as trouble:
        raise InUse(UNLOCKABLE.format(place=place)) from trouble
    with closing(db):
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as trouble:
            raise InUse(BUSY if "locked" in str(trouble) else UNLOCKABLE.format(place=place)) from trouble
        yield


@contextmanager
def hold_backups() -> Iterator[None]:
    """Have the backups alone while the block lasts, among threads and among programs; waits for its turn.

    Raises:
        InUse: another program didn't let go of them in ten minutes.
    """
    with _backups:
        if _depth[0]:
            yield
            return
        home.home_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        with _hold_backups_file():
            _depth[0] += 1
            try:
                yield
            finally:
                _depth[0] -= 1


@contextmanager
def _hold_backups_file() -> Iterator[None]:
    try:
        db = _open_hold(home.home_folder() / BACKUPS_FILE, PATIENCE)
    except (sqlite3.DatabaseError, OSError):  # a folder that can't be locked is used by one program at most
        yield
        return
    with closing(db):
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as trouble:
            if "locked" in str(trouble):
                raise InUse(BACKUPS_BUSY) from trouble
        yield


def _open_hold(place: Path, patience: float = 0.5) -> sqlite3.Connection:
    """The file, which never has anything in it: what a power cut or a sync program has put there is nobody's lock."""
    if place.is_file() and place.stat().st_size:
        place.unlink()
    if not place.exists():  # never opened by us otherwise: closing it would end this process's own hold
        os.close(os.open(place, os.O_RDWR | os.O_CREAT, 0o600))
    return sqlite3.connect(place, timeout=patience, isolation_level=None, check_same_thread=False)
