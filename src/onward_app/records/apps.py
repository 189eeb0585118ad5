"""The one Django app with tables."""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db import connections, transaction
from django.db.models.signals import post_migrate, pre_migrate

from onward_app import clock


class RecordsConfig(AppConfig):
    """Its label is the prefix of every table."""

    name = "onward_app.records"
    label = "records"

    def ready(self) -> None:
        """Back to the person's own zone: a day is theirs, and nothing of Django's needs the process to be in UTC."""
        clock.live_in(settings.OWN_ZONE)
        pre_migrate.connect(_let_go_of_index, sender=self)
        post_migrate.connect(_take_up_index, sender=self)


def _let_go_of_index(using: str, plan: Any = (), **_: Any) -> None:
    """What keeps the index names columns: while tables change their shape, it would be in the way."""
    if plan and connections[using].vendor == "sqlite":
        from onward_app.full_text import drop_triggers

        connections[using].ensure_connection()
        drop_triggers(connections[using].connection)


def _take_up_index(using: str, **_: Any) -> None:
    """The index as this version has it; made from what is there where it wasn't."""
    from onward_app.records.tables import make_index  # Django's migrations come with it

    with transaction.atomic(using=using):
        make_index(connections[using])
