"""Files of SQLite's beside Django's own connection, plain or encrypted: one way to open them, one list of errors.

A database is encrypted where the key of its folder lies beside it (`folder_key`). SQLCipher is SQLite with one
statement more; its connections do what those of Python's own module do, and raise errors of their own.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from onward_app.folder_key import key_beside
from onward_app.key_file import FolderKey, find_sqlcipher, need_sqlcipher

sqlcipher = find_sqlcipher()

Error: tuple[type[Exception], ...] = (sqlite3.Error, *([sqlcipher.Error] if sqlcipher else []))
OperationalError: tuple[type[Exception], ...] = (
    sqlite3.OperationalError, *([sqlcipher.OperationalError] if sqlcipher else [])
)  # fmt: skip
PLAIN = b"SQLite format 3\0"  # how a file of SQLite's begins that isn't encrypted


def find_key(place: Path) -> FolderKey | None:
    """The key that opens this database; None where it is plain, as one that was laid beside a key by hand.

    Raises:
        HomeTrouble: nobody gave its passphrase, or a library isn't there.
    """
    try:
        with place.open("rb") as file:
            plain = file.read(len(PLAIN)) == PLAIN
    except OSError:
        plain = False
    return None if plain else key_beside(place)


def connect(place: Path, *, mode: str = "rwc", timeout: float = 5) -> sqlite3.Connection:
    """A connection that commits each statement; `mode` is one of SQLite's: ro, rw or rwc.

    Raises:
        Error: it can't be opened.
        HomeTrouble: as `find_key`.
    """
    return connect_with(find_key(place), f"{place.absolute().as_uri()}?mode={mode}", uri=True, timeout=timeout)


def connect_with(key: FolderKey | None, database: str, **told: Any) -> sqlite3.Connection:
    """The same with this key, or with none."""
    if key is None:
        return sqlite3.connect(database, **{"isolation_level": None} | told)
    return connect_sqlcipher(key, database, **told)


def connect_sqlcipher(key: FolderKey | None, database: str, **told: Any) -> sqlite3.Connection:
    """The same by SQLCipher, which opens plain files as well. What it sorts on the side stays in memory."""
    db: sqlite3.Connection = need_sqlcipher().connect(database, **{"isolation_level": None} | told)
    db.execute("PRAGMA cipher_log_level=NONE")  # what is wrong is raised; it would be said on the terminal too
    if key is not None:
        db.execute(f'PRAGMA key="{quote_key(key)}"')
    db.execute("PRAGMA temp_store=MEMORY")
    return db


def quote_key(key: FolderKey | None) -> str:
    """A key as SQLCipher takes one that needs no deriving; nothing for a plain file."""
    return f"x'{key.database}'" if key else ""
