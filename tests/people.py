"""Alice owns what the tests make, Bob is another person on the same file, Charlie must never get in."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.versions import list_migrations
from onward_app.web.gate import cookie_for, cookie_name


def door(owner: Owner) -> Client:
    """A browser that was let in as this owner."""
    client = Client(HTTP_HOST="127.0.0.1:80", SERVER_PORT="80")
    client.cookies[cookie_name()] = cookie_for(owner)
    return client


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Tables are made at once, as of a new search, and not by every migration; one test compares the two ways."""
    connection.settings_dict["TEST"]["MIGRATE"] = connection.vendor != "sqlite"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """And every migration is noted as done."""
    if connection.vendor != "sqlite":
        return
    with django_db_blocker.unblock():
        recorder = MigrationRecorder(connection)
        recorder.ensure_schema()
        for name in list_migrations():
            recorder.record_applied("records", name)


@pytest.fixture
def alice(db: None) -> Owner:
    return Owner.objects.create(name="Alice", made_at=clock.now())


@pytest.fixture
def bob(db: None) -> Owner:
    return Owner.objects.create(name="Bob", made_at=clock.now())


@pytest.fixture
def charlie(db: None) -> Client:
    """A browser without the cookie."""
    return Client(HTTP_HOST="127.0.0.1:80", SERVER_PORT="80")
