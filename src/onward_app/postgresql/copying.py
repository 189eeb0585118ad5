"""A search out of PostgreSQL into a file of SQLite's, and the other way: exports, backups and imports are such files.

Values are turned into what Django would have written in the other database, so that a search that went there and back
is the same to the byte. Who was let in stays behind.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from typing import Any, cast

from django.apps import apps
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

from onward_app.database import standing_on_file
from onward_app.keeping.tables import RowTable, list_tables, value_to_file
from onward_app.records.tables import create_tables, make_tables
from onward_app.records.upgrading import upgrade_tables
from onward_app.records.versions import newest_migration

BATCH = 500
ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


@contextmanager
def open_copy(*names: str) -> Iterator[sqlite3.Connection]:
    """These tables as they are at one moment, or all of them, in a database of SQLite's in memory."""
    version = _read_version()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        with standing_on_file(":memory:") as copy:
            tables = _make_tables(copy, version)
            copy.connection.backup(db)
        if version:
            with _one_moment():
                for table in tables:
                    _copy_number(db, table)
                    if not names or table.name in names:
                        _copy_rows(db, table)
        yield db


@contextmanager
def _one_moment() -> Iterator[None]:
    """What is read in the block is of one moment; whoever is in a transaction has begun theirs before."""
    within = connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if not within:
            cursor.execute(ONE_MOMENT)
        yield


def put_into(source: sqlite3.Connection) -> None:
    """This search in the place of the one that is here, in one transaction."""
    _ready_tables()
    with transaction.atomic(), connection.cursor() as cursor:
        every = ", ".join(f'"{model._meta.db_table}"' for model in apps.get_app_config("records").get_models())
        cursor.execute(f"TRUNCATE {every}")
        for table in _list_tables():
            marks = ", ".join(["%s"] * len(table.columns))
            query = f'INSERT INTO "{table.place}" ({table.names}) VALUES ({marks})'  # noqa: S608 - our own names
            rows = source.execute(f'SELECT {table.names} FROM "{table.place}" ORDER BY "id"')  # noqa: S608
            while some := [_to_here(table, row) for row in islice(rows, BATCH)]:
                cursor.executemany(query, some)
        last = dict(source.execute("SELECT name, seq FROM sqlite_sequence"))
        for table in _list_tables():
            set_last_number(table.place, last.get(table.place, 0))


def bring_up_to_date(place: str) -> None:
    """The tables of a file as this version has them."""
    with standing_on_file(place) as file, file.cursor() as cursor:
        cursor.execute("SELECT MAX(name) FROM django_migrations WHERE app = 'records'")
        if cursor.fetchone()[0] != newest_migration():
            upgrade_tables()
        cursor.execute("PRAGMA journal_mode=DELETE")  # and nothing stays beside the file


def write_anew() -> None:
    """Give back the room of what is deleted. What the server's own journal still has of it is the server's to drop."""
    every = ", ".join(f'"{model._meta.db_table}"' for model in apps.get_app_config("records").get_models())
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM (FULL) {every}")


def set_last_number(place: str, number: int) -> None:
    """The last number that was given in a table: none is given twice."""
    with connection.cursor() as cursor:
        asked: list[str | int] = [place, max(number, 1), number > 0]
        cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s, %s)", asked)


def _read_version() -> str | None:
    """The last migration of the tables that are here; None where there are none."""
    if "django_migrations" not in connection.introspection.table_names():
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT MAX(name) FROM django_migrations WHERE app = 'records'")
        return cast(str | None, cursor.fetchone()[0])


def _make_tables(copy: Any, version: str | None) -> list[RowTable]:
    """Tables as those that are here: before an upgrade they are of an earlier version."""
    if version in (None, newest_migration()):
        create_tables()
        return _list_tables()
    loader = MigrationLoader(copy)
    if ("records", version) not in loader.disk_migrations:
        raise sqlite3.DatabaseError("a newer Onward used it last")
    return list_tables(make_tables(copy, loader, ("records", str(version))))


def _ready_tables() -> None:
    if _read_version() is None:
        create_tables()
    elif _read_version() != newest_migration():
        upgrade_tables()


def _list_tables() -> list[RowTable]:
    return list_tables(apps.get_app_config("records").get_models())


def _copy_number(db: sqlite3.Connection, table: RowTable) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table.place])
        sequence = cursor.fetchone()[0]
        last = f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}"  # noqa: S608 - its name
        cursor.execute(last)
        db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table.place, cursor.fetchone()[0]))


def _copy_rows(db: sqlite3.Connection, table: RowTable) -> None:
    marks = ", ".join("?" * len(table.columns))
    query = f'INSERT INTO "{table.place}" ({table.names}) VALUES ({marks})'  # noqa: S608 - our own names
    with connection.chunked_cursor() as rows:
        rows.execute(f'SELECT {table.names} FROM "{table.place}" ORDER BY "id"')  # noqa: S608 - our own names
        while some := rows.fetchmany(BATCH):
            db.executemany(query, map(_to_file, some))


def _to_file(row: Iterable[Any]) -> list[Any]:
    return [value_to_file(value) for value in row]


def _to_here(table: RowTable, row: Iterable[Any]) -> list[Any]:
    return [_value_to_here(column.kind, value) for column, value in zip(table.columns, row, strict=True)]


def _value_to_here(kind: str, value: Any) -> Any:
    """A value of SQLite's as PostgreSQL takes it."""
    if kind == "DateTimeField" and value is not None:
        return f"{value}+00"
    return bool(value) if kind == "BooleanField" and value is not None else value
