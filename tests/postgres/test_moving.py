"""A search goes from SQLite to PostgreSQL and back, in an export and in a backup, and is the same to the byte."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from tests.filled import on_the_morning
from tests.keeping.folders import holding, living_in, make_filled, read_files, read_tables
from tests.postgres.databases import new_database, on_postgresql

from onward_app import clock, home
from onward_app.keeping.archive import ImportTrouble
from onward_app.keeping.backups import make_backup
from onward_app.keeping.bring_back import import_search
from onward_app.keeping.export import write_export
from onward_app.keeping.here import read_here
from onward_app.keeping.restore import restore_backup
from onward_app.keeping.scrub import PREFIX
from onward_app.postgresql.fitness import refuse_unfit
from onward_app.records.models import Owner, Transcript
from onward_app.records.reading.finding import find_words
from onward_app.records.tables import create_tables
from onward_app.records.versions import list_migrations, newest_migration
from onward_app.records.writing.forgetting import forget_rows
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.leaving import delete_everything
from onward_app.serve import bring_up_to_date

FOLDERS = ("packs", "recordings", "documents")


@pytest.fixture(autouse=True)
def on_databases(django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), on_the_morning():
        yield


@pytest.fixture(scope="module")
def taken_out(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Path:
    """An export of a search with something of everything in it, made on SQLite."""
    place = tmp_path_factory.mktemp("out") / "search.zip"
    with django_db_blocker.unblock():
        folder = make_filled(tmp_path_factory.mktemp("filled"))
        with living_in(folder):
            write_export(place)
    return place


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Path]:
    """An empty folder and an empty database."""
    with on_postgresql(tmp_path / "here", new_database()):
        yield tmp_path / "here"


@pytest.fixture
def filled(here: Path, taken_out: Path) -> Path:
    import_search(taken_out)
    return here


def test_out_of_sqlite_into_postgresql_and_back_it_is_the_same_to_the_byte(
    taken_out: Path, filled: Path, tmp_path: Path
) -> None:
    write_export(tmp_path / "there.zip")
    assert (tmp_path / "there.zip").read_bytes() == taken_out.read_bytes()
    with living_in(tmp_path / "back"):
        import_search(tmp_path / "there.zip")
        write_export(tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == taken_out.read_bytes()


def test_every_row_is_read_as_it_is_on_sqlite(taken_out: Path, filled: Path, tmp_path: Path) -> None:
    told = read_tables()
    with living_in(tmp_path / "file"):
        import_search(taken_out)
        assert told == read_tables()
    assert all(told.values())


def test_the_next_row_gets_the_number_it_would_get_on_sqlite(taken_out: Path, filled: Path, tmp_path: Path) -> None:
    def add() -> tuple[int, int]:
        job, change = add_job(Owner.objects.get(), employer="Elm Clinic", role="", on=date(2026, 11, 2))
        return job.pk, change.pk

    numbers = add()
    with living_in(tmp_path / "file"):
        import_search(taken_out)
        assert add() == numbers


def test_a_search_that_is_here_is_put_away_and_comes_back(taken_out: Path, filled: Path) -> None:
    add_job(Owner.objects.get(), employer="Elm Clinic", role="", on=date(2026, 11, 2))
    was = read_tables()
    with pytest.raises(ImportTrouble, match="There is a search here already"):
        import_search(taken_out)
    replaced = import_search(taken_out, replace=True).replaced
    assert replaced is not None
    assert read_tables() != was
    restore_backup(replaced.name, newest_migration())
    assert read_tables() == was


def test_a_backup_is_a_file_that_sqlite_opens(filled: Path, tmp_path: Path) -> None:
    made, told, files = make_backup(), read_tables(), read_files(filled, *FOLDERS)
    with living_in(tmp_path / "file"):
        restore_backup(str(made.path), newest_migration())
        bring_up_to_date(daily=False)
        assert read_tables() == told
        assert read_files(tmp_path / "file", *FOLDERS).keys() == files.keys()
        assert find_words(Owner.objects.get(), "harbor").total


def test_what_is_forgotten_goes_from_backups_and_does_not_come_back(filled: Path, taken_out: Path) -> None:
    Transcript.objects.update(text="They said zqmarkerwxk.")
    row = Transcript.objects.first()
    assert row is not None
    make_backup()
    assert holding(filled, b"zqmarkerwxk")
    forget_rows(Transcript.objects.all())
    assert not holding(filled, b"zqmarkerwxk")
    import_search(taken_out, replace=True)
    assert not Transcript.objects.filter(pk=row.pk).exists()


def test_everything_goes_with_one_button_and_numbers_begin_anew(filled: Path) -> None:
    make_backup()
    delete_everything(Owner.objects.get())
    told = {name: rows for name, rows in read_tables().items() if rows}
    assert list(told) == ["owner"]
    assert not (filled / "backups").exists()
    assert add_job(Owner.objects.get(), employer="Elm", role="", on=date(2026, 11, 2))[0].pk == 1


def test_before_an_upgrade_there_is_a_backup_of_the_earlier_version(here: Path) -> None:
    earlier = ("records", list_migrations()[-2])
    call_command("migrate", *earlier, verbosity=0)
    then = MigrationLoader(connection).project_state(earlier).apps
    then.get_model("records", "Owner").objects.create(name="Alice", made_at=clock.now())
    bring_up_to_date(daily=True)
    assert Owner.objects.get().name == "Alice"
    assert len(list((here / "backups").glob("2026*/onward.sqlite3"))) == 1


def test_all_migrations_make_the_tables_that_a_new_search_has(here: Path, tmp_path: Path) -> None:
    call_command("migrate", verbosity=0)
    one_by_one = _describe_columns()
    with on_postgresql(tmp_path / "new", new_database()):
        create_tables()
        assert _describe_columns() == one_by_one


def test_a_database_of_another_program_is_left_alone(here: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE orders (id int)")
    with pytest.raises(home.HomeTrouble, match="tables of another program"):
        bring_up_to_date(daily=True)
    with read_here("owner") as db:
        assert db.execute(f"SELECT COUNT(*) FROM {PREFIX}owner").fetchone() == (0,)


def test_a_database_that_is_onwards_own_is_not_refused(filled: Path) -> None:
    refuse_unfit()


def test_the_command_line_lives_there_and_makes_no_file(here: Path, tmp_path: Path) -> None:
    def onward(*words: str) -> str:
        return subprocess.check_output([sys.executable, "-m", "onward_app", *words], env=os.environ, text=True)

    onward("add", "Elm Clinic", "Therapist")
    assert "Elm Clinic" in onward("jobs")
    onward("export", str(tmp_path / "out.zip"))
    assert "is in place" in onward("restore", Path(onward("backup").split(" is written")[0]).name)
    assert "Elm Clinic" in onward("find", "elm")
    assert not (here / "onward.sqlite3").exists()


def _describe_columns() -> set[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type, is_nullable, is_identity FROM information_schema.columns "
            "WHERE table_schema = 'public'"
        )
        columns = set(cursor.fetchall())
        cursor.execute("SELECT tablename, regexp_replace(indexdef, '_[0-9a-f]{8}', '', 'g') FROM pg_indexes "
                       "WHERE schemaname = 'public'")  # fmt: skip
        return columns | set(cursor.fetchall())
