"""Where the search of a try is: in a file of SQLite's in its folder, or in a database of a PostgreSQL beside it.

On a PostgreSQL every folder has a database of its own, and a copy of a folder has a copy of that. What the server does
when a program of its is killed is its own: before anybody looks, it has noticed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NOTICED = 0.005  # seconds between two looks at whether a server has noticed
PATIENCE = 60  # seconds for that


def enter(folder: Path) -> None:
    """This process works on this folder, and on what belongs to it, from here on."""
    from django.db import connections

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ["ONWARD_HOME"] = str(folder)
    connections["default"].close()
    connections["default"].settings_dict["NAME"] = name_database(folder)


def name_database(folder: Path) -> str:
    """The file, or the name on the server."""
    if not is_on_server():
        return str(folder / "onward.sqlite3")
    return f"onward_{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"


def is_on_server() -> bool:
    """Whether what is attacked is on a PostgreSQL."""
    from onward_app import home

    return bool(home.database_url())


def move_in(folder: Path) -> None:
    """Room for a search where there is none yet, in which this process works from here on."""
    if is_on_server():
        with _on_server() as server:
            server.execute(f'CREATE DATABASE "{name_database(folder)}"')
    enter(folder)


def copy_place(source: Path, target: Path) -> None:
    """A folder with its search, in the place of what is there."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    if is_on_server():
        with _on_server() as server:
            server.execute(f'DROP DATABASE IF EXISTS "{name_database(target)}" WITH (FORCE)')
            server.execute(f'CREATE DATABASE "{name_database(target)}" TEMPLATE "{name_database(source)}"')


def wait_until_noticed(folder: Path) -> None:
    """A server goes on for a moment with what a killed program asked last; SQLite's file is left by the kill itself."""
    if not is_on_server():
        return
    until = time.monotonic() + PATIENCE
    with _on_server() as server:
        asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
        while server.execute(asked, [name_database(folder)]).fetchone()[0]:
            assert time.monotonic() < until, "the server keeps what was killed"
            time.sleep(NOTICED)


def check_place(folder: Path) -> None:
    """The file is whole. A server keeps its own whole."""
    from onward_app.keeping.backups import check_database

    if not is_on_server():
        check_database(folder / "onward.sqlite3")


def listen_to_statements(hear: Callable[[], None]) -> None:
    """Hear of every statement to a server before it is sent, on each connection of this process."""
    from django.db import connections
    from django.db.backends.signals import connection_created

    def wrap(execute: Callable[..., Any], *given: Any) -> Any:
        hear()
        return execute(*given)

    def connected(connection: Any, **_: Any) -> None:
        if wrap not in connection.execute_wrappers:
            connection.execute_wrappers.append(wrap)

    connections["default"].close()
    connection_created.connect(connected, weak=False)


@contextmanager
def _on_server() -> Iterator[Any]:
    import psycopg

    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        yield server


@contextmanager
def serve_postgresql() -> Iterator[None]:
    """Every search is on a PostgreSQL, which is started for it and stopped, while the block lasts."""
    from tests.postgres.server import find_programs, serve

    with (
        tempfile.TemporaryDirectory(prefix="onward-pg-", ignore_cleanup_errors=True) as folder,
        serve(Path(folder), find_programs()) as address,
    ):
        os.environ["DATABASE_URL"] = address
        yield
