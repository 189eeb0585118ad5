"""A file that 0.1.0 made opens, migrates and shows the same: `old/` keeps one, with what 0.1.0 said of it.

It is the made-up search of `tests/filled.py`. What is compared are facts: jobs and their events, evidence, cards.
"""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.commands import run

pytestmark = pytest.mark.in_file
OLD = Path(__file__).parent / "old"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("old-home")
    (place / "onward.sqlite3").write_bytes(gzip.decompress((OLD / "0.1.0.sqlite3.gz").read_bytes()))
    return place


@pytest.mark.parametrize("command", ["jobs", "kinks", "practice"])
def test_a_file_of_the_first_version_shows_the_same(home: Path, django_db_blocker: Any, command: str) -> None:
    with django_db_blocker.unblock():
        told = json.loads(run(home, command, "--json", ONWARD_CLOCK="2026-11-16T09:00").stdout)
    now = told["cards"] if command == "practice" else told
    before = json.loads((OLD / "0.1.0.json").read_text("utf-8"))[command]
    assert len(now) == len(before)
    assert missing(before, now) == []


def missing(before: Any, now: Any, at: str = "") -> list[str]:
    """Where a value of the old file isn't the same any more; fields that were added since don't matter."""
    if isinstance(before, dict):
        return [why for key, value in before.items() for why in missing(value, now.get(key), f"{at}.{key}")]
    if isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        return [
            why for n, (old, new) in enumerate(zip(before, now, strict=True)) for why in missing(old, new, f"{at}[{n}]")
        ]
    return [] if before == now else [f"{at}: {before!r} became {now!r}"]


def test_a_changed_fact_is_found() -> None:
    assert missing({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3, "c": 4}]}) == [".a[1].b: 2 became 3"]


def test_a_new_file_has_the_tables_that_all_migrations_make(tmp_path: Path) -> None:
    made = {way: list_parts(tmp_path, way) for way in ("create_tables()", 'call_command("migrate", verbosity=0)')}
    at_once, one_by_one = made.values()
    assert at_once == one_by_one
    assert len(at_once) > 60
    assert list_parts(tmp_path, "upgrade_tables()") == one_by_one


def list_parts(folder: Path, way: str) -> dict[str, Any]:
    """Every table with its columns, in any order; every index and trigger as it was written; every migration's name."""
    home = folder / way[:4]
    code = (
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        f"from onward_app.records.tables import create_tables\n"
        f"from onward_app.records.upgrading import upgrade_tables\n{way}"
    )
    world = os.environ | {"ONWARD_HOME": str(home), "DJANGO_SETTINGS_MODULE": "onward_app.settings"}
    home.mkdir()
    subprocess.run([sys.executable, "-c", code], env=world, check=True)
    with closing(sqlite3.connect(home / "onward.sqlite3")) as db:
        rows = db.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        columns = 'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)'
        told = {name: sql if sort != "table" else sorted(db.execute(columns, [name])) for sort, name, sql in rows}
        return told | {"migrations": sorted(db.execute("SELECT app, name FROM django_migrations").fetchall())}
