"""The tables brought up to date: each migration is there whole, with the note that it is, or not at all.

Django notes a migration in a transaction of its own whenever something is left for its end, such as an index. Killed
between the two, the next start would make a table that is there already, and nothing would ever start again.
"""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from onward_app.full_text import drop_triggers
from onward_app.records.tables import make_index
from onward_app.records.versions import newest_migration


def upgrade_tables() -> None:
    """All migrations that aren't there yet, and with the last of them the index of this version."""
    executor = _Whole(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


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
        return state
