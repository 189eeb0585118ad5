"""What a file still owes to forgetting: its rows went, and it isn't written anew without them yet.

It stands in the file's `user_version`, which nothing else of Onward's uses: up to which tombstone the file is free of
what they stand for. Below zero that is gone from the rows alone. So a kill in between is seen by whoever comes next.
`db` is a connection of SQLite's own.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from onward_app.full_text import clean_index
from onward_app.sqlite_file import connect


def read_done(db: Any) -> int:
    """Up to which tombstone; below zero where the file isn't written anew."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def note_done(db: Any, through: int) -> None:
    """The same, written down; in one transaction with what it is said of, where one is open."""
    db.execute(f"PRAGMA user_version={through}")


def last_tombstone(db: Any) -> int:
    """The number of the newest; zero where there is none, or no such table yet."""
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'records_tombstone'").fetchone():
        return 0
    return int(db.execute('SELECT coalesce(MAX("id"), 0) FROM "records_tombstone"').fetchone()[0])


def is_owed(db: Any) -> bool:
    """Whether the file may still have traces of what was deleted for good."""
    done = read_done(db)
    return done < 0 or last_tombstone(db) > done


def write_anew(db: Any) -> None:
    """The file from what is left in it: no word in the index, and no copy of a row that SQLite moved once."""
    clean_index(db)
    db.execute("VACUUM")


def settle_owed(path: Path) -> None:
    """The same for a copy, which may have been taken in between."""
    with closing(connect(path)) as db:
        if is_owed(db):
            through = last_tombstone(db)
            write_anew(db)
            note_done(db, through)
