"""A search put in place of what is here: prepared in a folder of its own, which counts from the moment it has its name.

Killed before that, nothing happened; killed after it, the next start goes on from there. Whoever does it has the data
folder alone (`in_use.alone`).
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from onward_app import home
from onward_app.keeping.backups import list_backups
from onward_app.keeping.files import DATABASE, NAMED_FILES, PACKS, clear_drafts, draft_folder, make_private_folder
from onward_app.keeping.here import is_here, put_in_place, read_here, read_only
from onward_app.keeping.owed import note_done, write_anew
from onward_app.keeping.rekeyed import clear_rekeyed_drafts, finish_rekeying, rekeyed_folder
from onward_app.keeping.scrub import Gone, find_search, read_tombstones, scrub_open
from onward_app.on_disk import sync_folder
from onward_app.sqlite_file import Error, connect

INCOMING = "incoming"


def incoming_folder() -> Path:
    """Where a search waits to be put in place."""
    return home.home_folder() / INCOMING


@contextmanager
def prepare_incoming() -> Iterator[Path]:
    """A folder to put a database and its files and packs into. When the block ends well it takes their place."""
    make_private_folder(home.home_folder())
    clear_incoming_drafts()
    finish_swap()
    with draft_folder(incoming_folder()) as draft:
        yield draft
    finish_swap()


def is_swap_left() -> bool:
    """Whether something waits to be put in place."""
    return incoming_folder().is_dir() or rekeyed_folder().is_dir()


def clear_incoming_drafts() -> None:
    """A search that was killed on its way in goes: nobody is bringing one while somebody else has the folder."""
    clear_drafts(home.home_folder(), INCOMING)
    clear_rekeyed_drafts()


def finish_swap() -> None:
    """Put what waits in its place; done again from the start when it was killed half way."""
    finish_rekeying()
    incoming = incoming_folder()
    if not incoming.is_dir():
        return
    _move_files(incoming)
    _move_packs(incoming)
    if (incoming / DATABASE).is_file():
        put_in_place(incoming / DATABASE)
    shutil.rmtree(incoming)


def _move_files(incoming: Path) -> None:
    """Recordings and documents, beside those that are there: what no row names is cleared away later by itself."""
    for one in NAMED_FILES:
        if (incoming / one.folder).is_dir():
            target = make_private_folder(home.home_folder() / one.folder)
            for path in (incoming / one.folder).iterdir():
                path.replace(target / path.name)
            sync_folder(target)


def _move_packs(incoming: Path) -> None:
    """In the place of all that are there."""
    place, old = home.home_folder() / PACKS, incoming / "old-packs"
    if (incoming / PACKS).is_dir():
        if place.is_dir() and not old.is_dir():
            place.rename(old)
        shutil.rmtree(place, ignore_errors=True)
        (incoming / PACKS).rename(place)
        sync_folder(place.parent)


def carry_forgetting_over(target: Path) -> None:
    """What was forgotten here is forgotten in the search that comes, if it is the same; no number is given twice.

    The tombstones are those of what is here and of every backup: what is here may be what can't be read any more.
    """
    with closing(connect(target)) as db:
        search = find_search(db)
        sources = [None, *(one.database for one in list_backups())]
        known = [one for one in (_read_keeping(place) for place in sources) if one and one[0] == search]
        db.execute("PRAGMA secure_delete=ON")
        db.execute("BEGIN IMMEDIATE")
        for _, _, last in known:
            _raise_numbers(db, last)
        gone = _add_tombstones(db, [one for _, stones, _ in known for one in stones])
        found = scrub_open(db, gone)
        _shut_doors(db)
        note_done(db, 0)
        db.execute("COMMIT")
        if found:
            write_anew(db)


def _shut_doors(db: sqlite3.Connection) -> None:
    """Whoever was signed out since isn't let in again by what comes back."""
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'records_signin'").fetchone():
        db.execute('DELETE FROM "records_signin"')


def _read_keeping(place: Path | None) -> tuple[str | None, list[Gone], dict[str, int]] | None:
    """Which search a backup has, or what is here, its tombstones, and the last number of each table; None where it
    can't be read."""
    if not (place.is_file() if place else is_here()):
        return None
    try:
        with closing(read_only(place)) if place else read_here("owner", "tombstone") as db:
            return find_search(db), read_tombstones(db), dict(db.execute("SELECT name, seq FROM sqlite_sequence"))
    except Error:
        return None


def _raise_numbers(db: sqlite3.Connection, last: dict[str, int]) -> None:
    for name, number in last.items():
        db.execute("UPDATE sqlite_sequence SET seq = MAX(seq, ?) WHERE name = ?", (number, name))
        query = "INSERT INTO sqlite_sequence (name, seq) SELECT ?, ? WHERE ? NOT IN (SELECT name FROM sqlite_sequence)"
        db.execute(query, (name, number, name))


def _add_tombstones(db: sqlite3.Connection, stones: list[Gone]) -> list[Gone]:
    """Those that the search doesn't have yet, added to it; all of them come back, each once.

    Of a sentence that was changed more than once the last counts: it comes first, from what is here."""
    there = {(one.table, one.row, one.mark) for one in read_tombstones(db)}
    owner = db.execute('SELECT "id" FROM "records_owner" ORDER BY "id" LIMIT 1').fetchone()[0]
    new: dict[tuple[str, int, str], Gone] = {}
    for one in stones:
        new.setdefault((one.table, one.row, one.mark), one)
    for key, one in new.items():
        if key not in there:
            db.execute(
                'INSERT INTO "records_tombstone" ("owner_id", "table", "row", "mark", "words") VALUES (?, ?, ?, ?, ?)',
                (owner, *key, one.words),
            )
        elif one.words is not None:
            query = 'UPDATE "records_tombstone" SET "words" = ? WHERE "table" = ? AND "row" = ? AND "mark" = ?'
            db.execute(query, (one.words, *key))
    return list(new.values())
