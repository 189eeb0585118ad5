"""Which database a search is in: a file in the data folder, or a PostgreSQL that `DATABASE_URL` names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from onward_app import home
from onward_app.folder_key import is_encrypted
from onward_app.key_file import FILE

OTHERS = (
    f"{home.DATABASE_URL} doesn’t begin with postgresql://, and Onward runs on SQLite and PostgreSQL alone. Without "
    f"{home.DATABASE_URL} it keeps its file in the data folder."
)
MISSING = (
    f"{home.DATABASE_URL} names a PostgreSQL, and what speaks with one isn’t installed: pip install 'onward[postgres]'."
)
ENCRYPTED = (
    f"The folder {{folder}} is encrypted, which goes with a file of SQLite’s alone. Take {home.DATABASE_URL} away, or "
    f"choose another folder with {home.VARIABLE}."
)
UNREADABLE = f"{home.DATABASE_URL} is no address of a database: postgresql://user:password@host:5432/name."


def describe_file(place: str) -> dict[str, Any]:
    """A file of SQLite's, as Django wants it described."""
    return {
        "ENGINE": "onward_app.sqlcipher" if (Path(place).parent / FILE).is_file() else "django.db.backends.sqlite3",
        "NAME": place,
        "OPTIONS": {
            "timeout": 60,  # seconds: filing many thousand letters takes a while, and waiting beats refusing
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA fullfsync=ON; PRAGMA "
            "foreign_keys=ON; PRAGMA secure_delete=ON;",
        },
    }


def choose_database() -> dict[str, Any]:
    """The database of this search, as Django wants it described.

    Raises:
        HomeTrouble: `DATABASE_URL` names none that Onward can use, with a sentence that says what to do.
    """
    address = home.database_url()
    if not address:
        return describe_file(os.environ.get("ONWARD_DATABASE") or str(home.database_path()))
    if is_encrypted():
        raise home.HomeTrouble(ENCRYPTED.format(folder=home.home_folder()))
    if not address.startswith(("postgres://", "postgresql://")):
        raise home.HomeTrouble(OTHERS)
    if find_spec("dj_database_url") is None or find_spec("psycopg") is None:
        raise home.HomeTrouble(MISSING)
    import dj_database_url

    try:
        told = dj_database_url.parse(address, engine="onward_app.postgresql")
    except ValueError as trouble:
        raise home.HomeTrouble(UNREADABLE) from trouble
    return dict(told)


@contextmanager
def standing_on_file(place: str) -> Iterator[Any]:
    """Django's one database is this file of SQLite's while the block lasts, for this thread alone."""
    from django.db import connections
    from django.db.utils import load_backend

    before = connections["default"]
    described = describe_file(place)
    told = {"NAME": place} if before.vendor == "sqlite" else described  # in a browser a file has no WAL
    standing = load_backend(described["ENGINE"]).DatabaseWrapper({**before.settings_dict, **told}, "default")
    connections["default"] = standing
    try:
        standing.ensure_connection()
        yield standing
    finally:
        standing.close()
        connections["default"] = before
