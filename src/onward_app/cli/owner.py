"""Whom the command line acts as: the one owner, on a database that is ready."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onward_app.records.models import Owner


def command_line_owner(*, memory: bool = False) -> Owner:
    """The owner. With `memory`, and no database yet, everything lives in memory and nothing is made on the disk."""
    from onward_app import home

    if memory and not home.database_url() and not home.database_path().exists():
        os.environ["ONWARD_DATABASE"] = ":memory:"
        os.environ[home.THROWAWAY] = "for this run alone"
        _in_memory()
    else:
        from onward_app.serve import set_up

        set_up()
    from onward_app.records.writing.owner import ensure_owner

    return ensure_owner()


def _in_memory() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward_app.settings")
    import django

    django.setup()
    from onward_app.one_heap import end_loading
    from onward_app.records.tables import create_tables

    end_loading()
    create_tables()
