"""The search that is here, as SQLite has it: the file itself, or a copy of what PostgreSQL has.

Everything else of `keeping` knows files of SQLite's alone. What takes the place of a search goes through here too.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from onward_app import home
from onward_app.on_disk import settle, sync_folder
from onward_app.sqlite_file import connect


def is_here() -> bool:
    """Whether there is a search, or something that can't be read in its place."""
    return bool(home.database_url()) or home.database_path().is_file()


def name_here() -> str:
    """What the search is in, for a sentence."""
    return f"The database that {home.DATABASE_URL} names" if home.database_url() else str(home.database_path())


def read_only(place: Path, *, patience: float = 60) -> sqlite3.Connection:
    """A database that is only read; a write to it that was cut off is taken back first, as SQLite does.

    `patience` is how many seconds whoever has it for themselves is waited for.
    """
    mode = "rw" if place.with_name(f"{place.name}-journal").is_file() else "ro"
    return connect(place, mode=mode, timeout=patience)


@contextmanager
def read_here(*tables: str) -> Iterator[sqlite3.Connection]:
    """What is here as it is at one moment, while others go on writing; these tables at least, or all of them."""
    if not home.database_url():
        with closing(read_only(home.database_path())) as db:
            db.execute("BEGIN")
            yield db
        return
    set_up_django()
    from onward_app.postgresql.copying import open_copy

    with open_copy(*tables) as db:
        yield db


def put_in_place(source: Path) -> None:
    """This file in the place of what is here, which nobody else has open: done again when it was killed half way."""
    if home.database_url():
        _put_into_postgresql(source)
        return
    place = home.database_path()
    for end in ("-wal", "-shm", "-journal"):  # they belong to the file that goes
        place.with_name(place.name + end).unlink(missing_ok=True)
    sync_folder(place.parent)  # SQLite would take what is in them for this file's
    settle(source, place)


def pour_in(source: Path) -> None:
    """The same while pages are served: what is in this file is copied over what is here, in one transaction."""
    if home.database_url():
        _put_into_postgresql(source)
        return
    with closing(read_only(source)) as comes, closing(connect(home.database_path(), timeout=60)) as here:
        here.execute("PRAGMA secure_delete=ON")
        comes.backup(here)


def set_up_django() -> None:
    """Django ready, for commands that need none of it where the search is a file."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward_app.settings")
    django.setup()


def _put_into_postgresql(source: Path) -> None:
    set_up_django()
    from onward_app.postgresql.copying import bring_up_to_date, put_into

    bring_up_to_date(str(source))
    with closing(read_only(source)) as comes:
        put_into(comes)
