"""The one Django app with tables."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Its label is the prefix of every table."""

    name = "onward_app.records"
    label = "records"
