"""Databases of their own on the server that the tests run on: what moves a whole search can't be undone by a test."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connections

from onward_app.database import choose_database
from onward_app.postgresql.base import DatabaseWrapper

SERVER = os.environ.get("DATABASE_URL", "")  # as it was when the tests began


def new_database() -> str:
    """The address of an empty database."""
    name = f"onward_{secrets.token_hex(4)}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    return SERVER.replace("/postgres?", f"/{name}?")


@contextmanager
def on_postgresql(folder: Path, address: str) -> Iterator[Any]:
    """The search is in this database, and what else there is of it in this folder."""
    folder.mkdir(exist_ok=True)
    before = connections["default"]
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ONWARD_HOME", str(folder))
        patched.setenv("DATABASE_URL", address)
        connections["default"] = DatabaseWrapper({**before.settings_dict, **choose_database()}, "default")
        try:
            yield connections["default"]
        finally:
            connections["default"].close()
            connections["default"] = before
