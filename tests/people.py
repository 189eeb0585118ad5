"""Alice owns what the tests make, Bob is another person on the same file, Charlie must never get in."""

from __future__ import annotations

import pytest
from django.test import Client

from onward_app import clock
from onward_app.records.models import Owner
from onward_app.web.gate import cookie_for, cookie_name


def door(owner: Owner) -> Client:
    """A browser that was let in as this owner."""
    client = Client(HTTP_HOST="127.0.0.1:80", SERVER_PORT="80")
    client.cookies[cookie_name()] = cookie_for(owner)
    return client


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
