"""A database or a file under another key, or under none: copied, and the copy compared with what it is of."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from onward_app.folder_key import key_above
from onward_app.keeping.files import link_or_copy, make_private_file
from onward_app.kept_file import KeptFile, seal_chunks
from onward_app.key_file import FolderKey, need_sqlcipher
from onward_app.sqlite_file import connect_sqlcipher, find_key, quote_key


def recode_database(source: Path, target: Path, key: FolderKey | None) -> None:
    """A copy under this key in a file that is empty. SQLite's own way to copy knows one key alone.

    Raises:
        Error: the source can't be read, or the copy isn't the same.
    """
    with closing(connect_sqlcipher(find_key(source), _name(source, "rw"), uri=True, timeout=60)) as db:
        db.execute("ATTACH DATABASE ? AS target KEY ?", (_name(target, "rw"), quote_key(key)))
        db.execute("PRAGMA target.synchronous=OFF")  # it is a draft: the whole folder waits for the disk
        db.execute("PRAGMA target.journal_mode=MEMORY")
        owes = db.execute("PRAGMA main.user_version").fetchone()[0]  # the one thing that isn't in a table
        db.execute("SELECT sqlcipher_export('target')")
        db.execute(f"PRAGMA target.user_version={owes}")
        db.execute("PRAGMA target.journal_mode=DELETE")
        if (wrong := _find_difference(db)) is not None:
            raise need_sqlcipher().DatabaseError(f"“{wrong}” isn’t the same in the copy")


def recode_file(source: Path, target: Path, *, old: FolderKey | None, new: FolderKey | None) -> None:
    """A copy of a recording or a document under another key.

    Raises:
        OSError: it can't be read or written, or the copy isn't the same.
    """
    with KeptFile(source, old).open() as file:
        raw = file.read()
    with make_private_file(target).open("wb") as file:
        file.writelines(seal_chunks([raw], new))
    with KeptFile(target, new).open() as file:
        if file.read() != raw:
            raise OSError(f"The copy of {source} isn’t the same.")


def bring_file(source: Path, target: Path) -> None:
    """A recording or a document into another folder of its kind, under the key of that; one that is there stays."""
    old, new = key_above(source), key_above(target)
    if old == new:
        link_or_copy(source, target)
    elif not target.exists():
        recode_file(source, target, old=old, new=new)


def _name(place: Path, mode: str) -> str:
    return f"{place.absolute().as_uri()}?mode={mode}"


def _find_difference(db: Any) -> str | None:
    """What isn't the same in both; None when all is."""
    schema = "SELECT type, name, tbl_name, sql FROM {}.sqlite_master ORDER BY type, name"
    if db.execute(schema.format("main")).fetchall() != db.execute(schema.format("target")).fetchall():
        return "sqlite_master"
    made = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    return next((name for (name,) in db.execute(made).fetchall() if not _is_same(db, name)), None)


def _is_same(db: Any, table: str) -> bool:
    """As many rows, and none in the one that isn't in the other."""
    here, there = f'main."{table}"', f'target."{table}"'
    counts = f"(SELECT COUNT(*) FROM {here}) = (SELECT COUNT(*) FROM {there})"  # noqa: S608 - names of a database
    other = f"EXISTS (SELECT * FROM {here} EXCEPT SELECT * FROM {there})"  # noqa: S608
    return bool(db.execute(f"SELECT {counts} AND NOT {other}").fetchone()[0])
