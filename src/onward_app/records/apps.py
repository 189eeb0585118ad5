"""The one Django app with tables."""

from django.apps import AppConfig
from django.conf import settings

from onward_app import clock


class RecordsConfig(AppConfig):
    """Its label is the prefix of every table."""

    name = "onward_app.records"
    label = "records"

    def ready(self) -> None:
        """Back to the person's own zone: a day is theirs, and nothing of Django's needs the process to be in UTC."""
        clock.live_in(settings.OWN_ZONE)
