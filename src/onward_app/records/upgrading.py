"""The tables brought up to date: all migrations are there, with the notes that they are, or none.

Django makes each migration a transaction, and notes it in one of its own whenever something is left for its end, such
as an index. Killed between the two, the next start would make a table that is there already; and where the third of
five fails, neither the version before nor this one would open what the two before it left.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from onward_app.full_text import drop_triggers
from onward_app.records.tables import make_index
from onward_app.records.versions import newest_migration


def upgrade_tables() -> None:
    """All migrations that aren't there yet, and with the last of them the index of this version.

    Raises:
        Exception: as a migration does; the tables and their rows are as they were.
    """
    executor = _Whole(connection)
    with _one_transaction():
        executor.migrate(executor.loader.graph.leaf_nodes())


@contextmanager
def _one_transaction() -> Iterator[None]:
    """SQLite changes a table by making another, so its foreign keys sleep, which they can't be told to inside."""
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            yield
    finally:
        connection.enable_constraint_checking()


class _Whole(MigrationExecutor):
    """Django's own, but for what is in one transaction."""

    def apply_migration(self, state: Any, migration: Any, *_: Any, **__: Any) -> Any:
        """Change the tables, note it, and keep the index out of the way until the last."""
        with self.connection.schema_editor(atomic=migration.atomic) as editor:
            if self.connection.vendor == "sqlite":
                drop_triggers(self.connection.connection)  # they name columns
            state = migration.apply(state, editor)
            while editor.deferred_sql:
                editor.execute(editor.deferred_sql.pop(0), None)
            if migration.name == newest_migration():
                make_index(self.connection)
            self.recorder.record_applied(migration.app_label, migration.name)
        if self.connection.vendor == "postgresql":  # it changes no table while it still has to look at its rows
            self.connection.check_constraints()
        return state
