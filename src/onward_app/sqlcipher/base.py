"""Django's way to SQLite, by SQLCipher. Whatever isn't here is Django's own."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3._functions import register as register_functions

from onward_app.folder_key import key_beside
from onward_app.key_file import need_sqlcipher
from onward_app.sqlite_file import connect_sqlcipher

sqlcipher = need_sqlcipher()
for kind in ("bool", "date", "time", "datetime", "timestamp"):  # as Django has taught Python's own module
    sqlcipher.register_converter(kind, sqlite3.converters[kind.upper()])
for (sort, protocol), adapt in sqlite3.adapters.items():
    if protocol is sqlite3.PrepareProtocol:
        sqlcipher.register_adapter(sort, adapt)


class EncryptedCursor(sqlcipher.Cursor):  # type: ignore[misc, name-defined]  # it comes without types
    """A cursor that takes Django's `%s`: those of `base` stand on Python's own module."""

    convert_query = base.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:
        """One statement."""
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, dict) else None
        return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query: str, param_list: Any) -> Any:
        """One statement for each of these."""
        return super().executemany(self.convert_query(query), param_list)


class EncryptedDatabase(base.DatabaseWrapper):
    """A connection."""

    Database = sqlcipher
    init_commands: list[str]

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """As Django's, with the key before all else."""
        db = connect_sqlcipher(key_beside(Path(conn_params["database"])), **conn_params)
        register_functions(db)
        for command in ("PRAGMA foreign_keys = ON", "PRAGMA legacy_alter_table = OFF", *self.init_commands):
            if command.strip():
                db.execute(command)
        return db

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ARG002 - Django names it
        """A cursor on it."""
        return self.connection.cursor(factory=EncryptedCursor)


DatabaseWrapper = EncryptedDatabase  # as Django looks for it
