"""Everything out: one zip of a line of JSON for each row, recordings, documents and packs (docs/export-format.md).

Nothing in it says when it was made, and everything has its order, so that the same search is the same bytes.
"""

from __future__ import annotations

import io
import json
import secrets
import shutil
import sqlite3
import zipfile
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from django.apps import apps

from onward_app import home
from onward_app.folder_key import is_encrypted, key_above
from onward_app.keeping.files import (
    DOCUMENTS,
    NAMED_FILES,
    PACKS,
    PART,
    RECORDINGS,
    NamedFiles,
    clear_drafts,
    find_packs,
    make_private_file,
    say_left_out,
)
from onward_app.keeping.here import is_here, read_here
from onward_app.keeping.tables import RowTable, list_tables, row_to_json
from onward_app.kept_file import KeptFile
from onward_app.on_disk import settle, sync_file

HEAD = "onward.json"  # the first member; by its name alone an export is known
FORMAT = "onward export"
VERSION = 2  # of the file; the version of the tables in it is `schema`
ROWS = "rows/"
LINES = ".jsonl"
BATCH = 500
NOTHING = "There is nothing here to take out yet."


class ExportTrouble(Exception):
    """There is nothing to take out, or it can't be written; the message says why."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was taken out, and how many recordings and documents had no file."""

    place: Path
    rows: int
    recordings: int
    documents: int
    packs: int
    missing: int
    left_out: tuple[str, ...] = ()  # packs that can't be read

    @property
    def what_is_missing(self) -> str:
        """That packs were left out of it, or nothing to say."""
        return say_left_out(self.left_out)


def open_export() -> tuple[IO[bytes], Exported]:
    """Everything in a file without a name, ready to be read from its start; gone when it is closed.

    Raises:
        ExportTrouble: there is no search here.
        OSError: the data folder can't be written.
    """
    # Whoever asked for it closes it; of an encrypted folder nothing readable comes to the disk
    file: IO[bytes] = io.BytesIO() if is_encrypted() else TemporaryFile(dir=home.home_folder())  # noqa: SIM115
    try:
        told = _write_export(file, Path())
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return file, told


def write_export(place: Path) -> Exported:
    """Write everything to `place`: whole, or not at all.

    Raises:
        ExportTrouble: there is no search here.
        OSError: the place can't be written.
    """
    clear_drafts(place.absolute().parent, escape(place.name))
    draft = make_private_file(place.absolute().with_name(f".{place.name}.{secrets.token_hex(4)}{PART}"))
    try:
        with draft.open("r+b") as file:
            told = _write_export(file, place)
            sync_file(file)
        settle(draft, place.absolute())
    finally:
        draft.unlink(missing_ok=True)
    return told


def _write_export(file: IO[bytes], place: Path) -> Exported:
    if not is_here():
        raise ExportTrouble(NOTHING)
    with read_here() as db, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        found = db.execute('SELECT "id", "made_at" FROM "records_owner" ORDER BY "id" LIMIT 1').fetchone()
        if found is None:
            raise ExportTrouble(NOTHING)
        tables = list_tables(apps.get_app_config("records").get_models())
        head = _describe_export(db, tables, *found)
        archive.writestr(_make_member(HEAD), json.dumps(head, indent=1) + "\n")
        for table in tables:
            _write_rows(archive, db, table, found[0])
        there = {files.folder: _write_files(archive, db, files, found[0]) for files in NAMED_FILES}
        found, unread = find_packs(home.home_folder())
        packs = [_add_file(archive, PACKS, name, path) for name, path in found]
    return Exported(
        place, sum(head["rows"].values()), sum(there[RECORDINGS]), sum(there[DOCUMENTS]), sum(packs),
        missing=sum(one.count(False) for one in there.values()), left_out=tuple(unread),
    )  # fmt: skip


def _write_files(archive: zipfile.ZipFile, db: sqlite3.Connection, files: NamedFiles, owner: int) -> list[bool]:
    """The files that rows name, each once; which of them were there."""
    named = f'SELECT DISTINCT "{files.column}" FROM "{files.table}" WHERE "owner_id" = ? ORDER BY 1'  # noqa: S608
    folder = home.home_folder() / files.folder
    return [_add_file(archive, files.folder, name, folder / name) for (name,) in db.execute(named, (owner,))]


def _describe_export(db: sqlite3.Connection, tables: list[RowTable], owner: int, began: str) -> dict[str, Any]:
    """The head: what this is, the version of the tables, how many rows come, and the next number of each."""
    count = 'SELECT COUNT(*) FROM "{0.place}" WHERE {0.mine}'  # both are our own names
    last = dict(db.execute("SELECT name, seq FROM sqlite_sequence").fetchall())
    applied = db.execute("SELECT MAX(name) FROM django_migrations WHERE app = 'records'").fetchone()
    return {
        "format": FORMAT,
        "version": VERSION,
        "schema": applied[0],
        "began": began.replace(" ", "T") + "Z",
        "rows": {table.name: db.execute(count.format(table), (owner,)).fetchone()[0] for table in tables},
        "last": {table.name: last.get(table.place, 0) for table in tables},
    }


def _write_rows(archive: zipfile.ZipFile, db: sqlite3.Connection, table: RowTable, owner: int) -> None:
    query = f'SELECT {table.names} FROM "{table.place}" WHERE {table.mine} ORDER BY "id"'  # noqa: S608 - our own names
    rows = db.execute(query, (owner,))
    with archive.open(_make_member(ROWS + table.name + LINES), "w", force_zip64=True) as member:
        while some := rows.fetchmany(BATCH):
            lines = (json.dumps(row_to_json(table, row), ensure_ascii=False, separators=(",", ":")) for row in some)
            member.write("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass"))


def _add_file(archive: zipfile.ZipFile, folder: str, name: str, path: Path) -> bool:
    """A file as the person knows it; whether it was there. Sound is packed already."""
    packing = zipfile.ZIP_STORED if folder == RECORDINGS else zipfile.ZIP_DEFLATED
    try:
        kept = KeptFile(path, None if folder == PACKS else key_above(path))
        with kept.open() as file, archive.open(_make_member(f"{folder}/{name}", packing), "w", force_zip64=True) as to:
            shutil.copyfileobj(file, to)
    except FileNotFoundError:
        return False
    return True


def _make_member(name: str, packing: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """A member without a moment, that only the person can read once it is unpacked."""
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.compress_type = packing
    member.create_system = 3  # the same on every system
    member.external_attr = 0o600 << 16
    return member
