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
from django.db.migrations.state import ProjectState

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
    """Django's own, but for what is in one transaction, and for what is made anew on the way."""

    def _create_project_state(self, **asked: bool) -> ProjectState:
        known = super()._create_project_state(**asked)  # type: ignore[misc]  # Django’s stubs lack it
        return _Sparing(known.models, known.real_apps)

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


class _Sparing(ProjectState):
    """Where no relation changes, only the model that does is made anew, and all before a migration looks at rows.

    Django makes all anew that are related to it, however far: here that is each of them, since each has its owner.
    """

    def _find_reload_model(self, app_label: str, model_name: str, delay: Any = None) -> Any:
        if not delay and model_name in self.apps.all_models[app_label]:
            return super()._find_reload_model(app_label, model_name, delay)  # type: ignore[misc]
        self.is_delayed = True  # a migration that looks at rows asks for all of them by this
        return {(app_label, model_name)}
