"""Forgetting in another file: rows that have a tombstone go out of a backup, or out of a search that comes back.

A row is known again by its table, its number and a mark: two copies of one search that went on apart may have given one
number to different things. The mark is a fingerprint, so that it says nothing of what is gone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from onward_app.keeping.owed import note_done, read_done, write_anew
from onward_app.sqlite_file import connect

PREFIX = "records_"
CHANGE = "change"
BY_COLUMN = {  # what stays the same of a row that no change made; of all others it is the moment of that change
    "letter": "key", "seen": "key", "recording": "name", "writing": "at", "attempt": "begun_at", "sitting": "opened_at",
    CHANGE: "at",
}  # fmt: skip
MADE = """SELECT '' || c."at" FROM "records_part" p JOIN "records_change" c ON c."id" = p."change_id"
    WHERE p."table" = ? AND p."row" = ? AND (p."before" IS NULL OR p."before" = 'null') ORDER BY p."id" LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Gone:
    """A tombstone: a row that goes, or a change whose sentence is now `words`."""

    pk: int
    table: str
    row: int
    mark: str
    words: str | None


def find_mark(db: Any, table: str, row: int) -> str | None:
    """The mark of a row of this file (`db` is a connection of SQLite's own); None when there is no such row."""
    query = f'SELECT 1 FROM "{PREFIX}{table}" WHERE "id" = ?'  # noqa: S608 - a model's name
    if not db.execute(query, (row,)).fetchone():
        return None
    if table in BY_COLUMN:  # '' || …: as it stands, and not as a moment
        query = f'SELECT \'\' || "{BY_COLUMN[table]}" FROM "{PREFIX}{table}" WHERE "id" = ?'  # noqa: S608
        found = db.execute(query, (row,)).fetchone()
    else:
        found = db.execute(MADE, (table, row)).fetchone()
    return make_mark(table, row, found[0] if found else "")


def make_mark(table: str, row: int, told: str) -> str:
    """The mark of a row, by what stays the same of it as a file of SQLite's has it."""
    return sha256(f"{table} {row} {told}".encode()).hexdigest()[:32]


def read_tombstones(db: sqlite3.Connection) -> list[Gone]:
    """The tombstones of a file; none in one that is older than they are."""
    if "tombstone" not in _list_tables(db):
        return []
    rows = db.execute('SELECT "id", "table", "row", "mark", "words" FROM "records_tombstone" ORDER BY "id"')
    return [Gone(*row) for row in rows]


def find_search(db: sqlite3.Connection) -> str | None:
    """Which search a file has: the moment it was begun. None when it has none, or is no file of Onward's."""
    if "owner" not in _list_tables(db):
        return None
    found = db.execute(f'SELECT "made_at" FROM "{PREFIX}owner" ORDER BY "id" LIMIT 1').fetchone()  # noqa: S608
    return str(found[0]) if found else None


def scrub(path: Path, search: str, gone: Iterable[Gone]) -> bool:
    """Take out of this file what has a tombstone; whether there was anything. One of another search stays as it is."""
    with closing(connect(path)) as db:
        done = read_done(db)
        new = [one for one in gone if one.pk > abs(done)]
        if not (new or done < 0) or find_search(db) != search:
            return False
        db.execute("PRAGMA secure_delete=ON")
        db.execute("PRAGMA synchronous=EXTRA")  # a backup has no WAL: what ends a write there is that its journal goes
        db.execute("BEGIN IMMEDIATE")
        found = scrub_open(db, new) or done < 0
        through = max([abs(done), *(one.pk for one in new)])
        note_done(db, -through if found else through)
        db.execute("COMMIT")
        if found:
            write_anew(db)
            note_done(db, through)
    return found


def scrub_open(db: sqlite3.Connection, gone: Iterable[Gone]) -> bool:
    """The same in a file that is open, inside its transaction. Marks are read before anything goes."""
    there = _list_tables(db)
    hits = [one for one in gone if one.table in there and find_mark(db, one.table, one.row) == one.mark]
    reworded = [one for one in hits if one.words is not None and _reword_change(db, one)]
    deleted = [one for one in hits if one.words is None]
    for one in deleted:
        _delete_row(db, one)
    if deleted:
        _mend_links(db)
        _look_at_everything(db)
    return bool(deleted or reworded)


def _reword_change(db: sqlite3.Connection, one: Gone) -> bool:
    query = f'UPDATE "{PREFIX}{CHANGE}" SET "summary" = ? WHERE "id" = ? AND "summary" <> ?'  # noqa: S608
    return db.execute(query, (one.words, one.row, one.words)).rowcount > 0


def _delete_row(db: sqlite3.Connection, one: Gone) -> None:
    if one.table == "recording":
        (name,) = db.execute('SELECT "name" FROM "records_recording" WHERE "id" = ?', (one.row,)).fetchone()
        for table in ("review", "attempt"):
            db.execute(f'UPDATE "{PREFIX}{table}" SET "recording" = \'\' WHERE "recording" = ?', (name,))  # noqa: S608
    db.execute(f'DELETE FROM "{PREFIX}part" WHERE "table" = ? AND "row" = ?', (one.table, one.row))  # noqa: S608
    db.execute(f'DELETE FROM "{PREFIX}{one.table}" WHERE "id" = ?', (one.row,))  # noqa: S608


def _mend_links(db: sqlite3.Connection) -> None:
    """What pointed to a row that is gone points to none, or goes too where it can't be without."""
    while broken := db.execute("PRAGMA foreign_key_check").fetchall():
        for table, row, _, number in broken:
            link = next(one for one in db.execute(f'PRAGMA foreign_key_list("{table}")') if one[0] == number)
            columns = {one[1]: one[3] for one in db.execute(f'PRAGMA table_info("{table}")')}
            if columns[link[3]]:  # it has to point somewhere
                _delete_loose(db, table, row)
            else:
                db.execute(f'UPDATE "{table}" SET "{link[3]}" = NULL WHERE rowid = ?', (row,))  # noqa: S608


def _look_at_everything(db: sqlite3.Connection) -> None:
    """What is gone may have held letters together: the next filing links all there are."""
    if "filed_through" in {one[1] for one in db.execute(f'PRAGMA table_info("{PREFIX}owner")')}:
        db.execute(f'UPDATE "{PREFIX}owner" SET "filed_through" = NULL')  # noqa: S608


def _delete_loose(db: sqlite3.Connection, table: str, row: int) -> None:
    query = f'DELETE FROM "{PREFIX}part" WHERE "table" = ? AND "row" = ?'  # noqa: S608
    db.execute(query, (table.removeprefix(PREFIX), row))
    db.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,))  # noqa: S608 - SQLite named it


def _list_tables(db: sqlite3.Connection) -> set[str]:
    rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name.removeprefix(PREFIX) for (name,) in rows if name.startswith(PREFIX)}
