"""Everything in again: an export becomes a database, is brought up to date and checked, and takes its place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from hashlib import file_digest
from pathlib import Path

from django.db import connection as standing
from django.db import transaction
from django.db.migrations.loader import MigrationLoader

from onward_app import home
from onward_app.database import standing_on_file
from onward_app.folder_key import key_above
from onward_app.full_text import ensure_index
from onward_app.keeping.archive import CUT_OFF, DAMAGED, NEWER, Archive, ImportTrouble, open_archive
from onward_app.keeping.backups import Backup, BackupTrouble, check_database, put_away
from onward_app.keeping.files import DATABASE, DOCUMENTS, PACKS, RECORDINGS, make_private_file, make_private_folder
from onward_app.keeping.here import is_here, read_here
from onward_app.keeping.in_use import alone
from onward_app.keeping.scrub import PREFIX
from onward_app.keeping.sealed import is_sealed, unseal_export
from onward_app.keeping.swap import carry_forgetting_over, finish_swap, prepare_incoming
from onward_app.keeping.tables import OWNER, RowTable, WrongValue, json_to_rows, list_tables
from onward_app.kept_file import KeptFile, seal_chunks
from onward_app.records.tables import make_tables
from onward_app.records.upgrading import upgrade_tables
from onward_app.sqlite_file import Error

OCCUPIED = (
    "There is a search here already. Bring it in with --replace to put it in the place of that, which is kept as a "
    "backup; or choose another folder with ONWARD_HOME. Nothing was changed."
)
CHUNK = 256 * 1024  # bytes
NOT_KEPT: tuple[type[Exception], ...] = (WrongValue, ValueError, RecursionError, *Error)


@dataclass(frozen=True, slots=True)
class Imported:
    """What was brought in, and the backup of what stood here before."""

    rows: int
    recordings: int
    documents: int
    packs: int
    replaced: Backup | None


def import_search(path: Path, *, replace: bool = False, passphrase: str = "") -> Imported:
    """Bring an export in: the same search, in an empty folder or in the place of what is here. One that is sealed needs
    its passphrase.

    Only for a process that serves nobody, for it stands on another database meanwhile.

    Raises:
        ImportTrouble: the file isn't right, or there is a search here and `replace` wasn't said. Nothing was changed.
        InUse: another Onward has the folder open.
        BackupTrouble: what is here couldn't be put away.
    """
    unsealed = unseal_export(path, passphrase) if is_sealed(path) else None
    with open_archive(path, unsealed) as archive, alone():
        finish_swap()
        if (occupied := is_search_here()) and not replace:
            raise ImportTrouble(OCCUPIED)
        with prepare_incoming() as incoming:
            database = make_private_file(incoming / DATABASE)
            _fill_database(database, archive)
            carry_forgetting_over(database)
            _check_filled(database, archive)
            for folder, names in archive.files.items():
                _unpack_folder(archive, folder, names, incoming)
            _check_documents(archive, incoming / DOCUMENTS)
            _unpack_folder(archive, PACKS, archive.packs, incoming)
            replaced = put_away() if occupied else None
    recordings, documents = (len(archive.files[folder]) for folder in (RECORDINGS, DOCUMENTS))
    return Imported(sum(archive.head.rows.values()), recordings, documents, len(archive.packs), replaced)


def is_search_here() -> bool:
    """Whether anything stands here but the owner that every start makes."""
    if not is_here() or not (home.database_url() or home.database_path().stat().st_size):
        return False
    try:
        with read_here() as db:
            names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            mine = [name for (name,) in names if name.startswith(PREFIX) and name != PREFIX + OWNER]
            return any(db.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone() for name in mine)  # noqa: S608
    except Error:  # something that can't be read is something
        return True


def _fill_database(database: Path, archive: Archive) -> None:
    """The rows of an export in a database of the version that the export has, which is then brought up to date."""
    standing.close()  # what it is open on goes
    with standing_on_file(str(database)) as connection:
        connection.cursor().execute("PRAGMA journal_mode=MEMORY")  # it is a draft: the whole folder waits for the disk
        connection.cursor().execute("PRAGMA synchronous=OFF")
        loader = MigrationLoader(connection)
        newest = max(name for app, name in loader.disk_migrations if app == "records")
        target = ("records", archive.head.schema)
        if target not in loader.disk_migrations:
            raise (
                ImportTrouble(NEWER.format(name=archive.name))
                if target[1] > newest
                else archive.damaged("no such version")
            )
        models = make_tables(connection, loader, target)
        tables = list_tables(models)
        if {table.name for table in tables} != archive.head.rows.keys():
            raise archive.damaged("a table is missing")
        _load_tables(connection.connection, tables, archive)
        if target[1] != newest:
            upgrade_tables()
        with transaction.atomic():
            ensure_index(connection.connection)
        connection.cursor().execute("PRAGMA journal_mode=DELETE")  # and nothing stays beside the file


def _load_tables(db: sqlite3.Connection, tables: list[RowTable], archive: Archive) -> None:
    db.execute("BEGIN")
    try:
        for table in tables:
            _load_table(db, table, archive)
            query = "UPDATE sqlite_sequence SET seq = ? WHERE name = ?"
            if not db.execute(query, (archive.head.last.get(table.name, 0), table.place)).rowcount:
                query = "INSERT INTO sqlite_sequence (seq, name) VALUES (?, ?)"
                db.execute(query, (archive.head.last.get(table.name, 0), table.place))
        if loose := db.execute("PRAGMA foreign_key_check").fetchone():
            raise archive.damaged(f"a row of “{loose[0].removeprefix(PREFIX)}” points to one that isn’t there")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _load_table(db: sqlite3.Connection, table: RowTable, archive: Archive) -> None:
    marks = ", ".join("?" * len(table.columns))
    query = f'INSERT INTO "{table.place}" ({table.names}) VALUES ({marks})'  # noqa: S608 - our own names
    try:
        with closing(archive.read_rows(table.name)) as told:
            for some in told:
                db.executemany(query, json_to_rows(table, some))
    except NOT_KEPT as trouble:
        raise archive.damaged(f"a row of “{table.name}” can’t be kept") from trouble


def _check_filled(database: Path, archive: Archive) -> None:
    try:
        check_database(database)
    except BackupTrouble as trouble:
        raise archive.damaged("what came of it isn’t whole") from trouble


def _unpack_folder(archive: Archive, folder: str, names: list[str], incoming: Path) -> None:
    """The folder is there even when it is empty: it takes the place of what is here."""
    make_private_folder(incoming / folder)
    key = None if folder == PACKS else key_above(incoming / folder / "any")
    for name in names:
        place = incoming / folder / name
        make_private_folder(place.parent)
        try:
            with archive.open(f"{folder}/{name}") as source, make_private_file(place).open("wb") as target:
                target.writelines(seal_chunks(iter(partial(source.read, CHUNK), b""), key))
        except DAMAGED as trouble:
            raise ImportTrouble(CUT_OFF.format(name=archive.name, why=f"“{folder}/{name}” is damaged")) from trouble


def _check_documents(archive: Archive, folder: Path) -> None:
    """Each is what its name says, for that is a fingerprint of it."""
    for path in folder.iterdir():
        with KeptFile(path, key_above(path)).open() as file:
            if file_digest(file, "sha256").hexdigest() != path.name:
                raise archive.damaged(f"“{DOCUMENTS}/{path.name}” isn’t what was taken out")
