"""Killed half way: tables are of one version, and what was deleted for good goes at the next start.

A kill is shown by what it leaves: the step that would have come next isn't done. `python -m benchmarks.attack kill` really kills.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.db.migrations.recorder import MigrationRecorder
from tests.earlier import bring_to_version_before, read_first
from tests.filled import SOUND, on_the_morning
from tests.in_folder import in_folder
from tests.keeping.folders import holding

from onward.practice.sound import Sound
from onward_app import clock
from onward_app.full_text import is_indexed
from onward_app.home import HomeTrouble
from onward_app.keeping import backups, scrub
from onward_app.keeping.backups import make_backup
from onward_app.keeping.files import deletion_file
from onward_app.keeping.owed import is_owed
from onward_app.records import upgrading
from onward_app.records.models import Owner, Recording
from onward_app.records.reading.writings import MATTERS
from onward_app.records.tables import create_tables
from onward_app.records.upgrading import upgrade_tables
from onward_app.records.versions import list_migrations, newest_migration
from onward_app.records.writing import forgetting, leaving
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.owner import ensure_owner
from onward_app.records.writing.recordings import keep_recording
from onward_app.records.writing.writings import burn_writing, keep_writing
from onward_app.serve import bring_up_to_date

pytestmark = [pytest.mark.in_file, pytest.mark.django_db(transaction=True)]
MARK = "Zqkilledwxk"
INDEXED = MARK[2:].encode()


class KilledError(BaseException):
    """Nothing that comes after it is done."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder, which has nothing in it."""
    (tmp_path / "home").mkdir()
    with on_the_morning(), in_folder(monkeypatch, tmp_path / "home"):
        yield tmp_path / "home"


@pytest.fixture
def owner(home: Path) -> Owner:
    """Whose search is in that folder."""
    create_tables()
    return ensure_owner()


def die(*_: Any, **__: Any) -> None:
    raise KilledError


# -- tables --


def leave_before(name: str) -> bytes:
    """A file that lacks this migration: of the version before where it is the last, else of the first."""
    return bring_to_version_before() if name == newest_migration() else read_first()


@pytest.mark.parametrize("name", ["0013_mail_marks", "0020_sent_through_ones_own_server", newest_migration()])
def test_an_upgrade_killed_before_a_migration_is_noted_goes_on_at_the_next_start(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (home / "onward.sqlite3").write_bytes(leave_before(name))
    note = MigrationRecorder.record_applied
    with monkeypatch.context() as killed:
        killed.setattr(MigrationRecorder, "record_applied", lambda *given: die() if given[2] == name else note(*given))
        with pytest.raises(KilledError):
            upgrade_tables()
    connection.close()
    bring_up_to_date(daily=False)
    assert set(list_migrations()) == {told[1] for told in MigrationRecorder(connection).applied_migrations()}


def test_an_upgrade_killed_before_its_index_is_made_makes_it_at_the_next_start(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "onward.sqlite3").write_bytes(bring_to_version_before())
    with monkeypatch.context() as killed:
        killed.setattr(upgrading, "make_index", die)
        with pytest.raises(KilledError):
            upgrade_tables()
    connection.close()
    bring_up_to_date(daily=False)
    assert is_indexed(connection.connection)
    with connection.cursor() as cursor:
        triggers = cursor.execute("SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0]
    assert triggers > 20


@pytest.mark.parametrize(
    ("name", "raised"),
    [("0007_letters_set_aside", ValueError("row 3")), (newest_migration(), IntegrityError("NOT NULL failed"))],
)
def test_an_upgrade_that_fails_says_so_and_leaves_the_file_to_the_version_before(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str, raised: Exception
) -> None:
    (home / "onward.sqlite3").write_bytes(leave_before(name))
    before, note = read_whole(home), MigrationRecorder.record_applied

    def record(*given: Any) -> None:
        if given[2] == name:
            raise raised
        note(*given)

    with monkeypatch.context() as spoiled:
        spoiled.setattr(MigrationRecorder, "record_applied", record)
        with pytest.raises(
            HomeTrouble, match=f"can’t take over what is in .*{raised}.*the Onward you had before opens it"
        ):
            bring_up_to_date(daily=False)
    connection.close()
    assert read_whole(home) == before


def read_whole(home: Path) -> list[str]:
    """Everything that is in the file: tables, indexes, triggers, rows."""
    with closing(sqlite3.connect(home / "onward.sqlite3")) as db:
        return [*db.iterdump(), str(db.execute("PRAGMA user_version").fetchone())]


# -- what goes for good --


def test_what_was_deleted_and_not_yet_overwritten_goes_at_the_next_start(
    owner: Owner, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = keep_writing(owner, MATTERS, f"{MARK} matters. " * 300)
    make_backup()
    with monkeypatch.context() as killed:
        killed.setattr(forgetting, "overwrite", die)
        with pytest.raises(KilledError):
            burn_writing(row)
    assert holding(home, INDEXED)
    bring_up_to_date(daily=False)
    assert holding(home, INDEXED) == []


def test_a_backup_that_was_not_yet_written_anew_is_at_the_next_start(
    owner: Owner, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = keep_writing(owner, MATTERS, f"{MARK} matters. " * 300)
    place = make_backup().database
    with monkeypatch.context() as killed:
        killed.setattr(scrub, "write_anew", die)
        with pytest.raises(KilledError):
            burn_writing(row)
    with closing(sqlite3.connect(place)) as db:
        assert is_owed(db)
    bring_up_to_date(daily=False)
    with closing(sqlite3.connect(place)) as db:
        assert not is_owed(db)
    assert holding(home, INDEXED) == []


def test_a_recording_whose_backup_was_not_yet_swept_is_at_the_next_start(
    owner: Owner, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = SOUND + MARK.encode() * 9000
    row = keep_recording(owner, chunks=[sound], sort=Sound.WEBM, card=None, question="Why us?", seconds=9)
    make_backup()
    with monkeypatch.context() as killed:
        killed.setattr(backups, "_sweep_files", die)
        with pytest.raises(KilledError):
            forgetting.forget_rows(Recording.objects.filter(pk=row.pk))
    assert holding(home / "backups", INDEXED)
    bring_up_to_date(daily=False)
    assert holding(home / "backups", INDEXED) == []


def test_a_backup_that_is_made_in_between_has_no_trace_either(
    owner: Owner, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = keep_writing(owner, MATTERS, f"{MARK} matters. " * 300)
    with monkeypatch.context() as beside:
        beside.setattr(forgetting, "overwrite", make_backup)  # as another program may, just then
        beside.setattr(forgetting, "note_done", lambda *_: None)
        burn_writing(row)
    assert holding(home / "backups", INDEXED) == []


def test_nothing_is_written_anew_where_nothing_is_owed(owner: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    burn_writing(keep_writing(owner, MATTERS, MARK))
    monkeypatch.setattr(forgetting, "overwrite", die)
    bring_up_to_date(daily=False)


# -- everything --


def kill_deletion(owner: Owner, monkeypatch: pytest.MonkeyPatch, *, rows_gone: bool) -> None:
    make_backup()
    with monkeypatch.context() as killed:
        killed.setattr(leaving, "remove_all_files" if rows_gone else "_delete_rows", die)
        begun = leaving._note_begun
        killed.setattr(leaving, "_note_begun", lambda owner: (begun(owner), killed.setattr(leaving, "remove", die)))
        with pytest.raises(KilledError):
            leaving.delete_everything(owner)
    assert deletion_file().is_file()


@pytest.mark.parametrize("rows_gone", [False, True])
def test_deleting_everything_is_done_to_its_end_at_the_next_start(
    owner: Owner, home: Path, monkeypatch: pytest.MonkeyPatch, *, rows_gone: bool
) -> None:
    add_job(owner, employer=f"{MARK} Clinic", role="")
    kill_deletion(owner, monkeypatch, rows_gone=rows_gone)
    assert holding(home, INDEXED)
    bring_up_to_date(daily=False)
    assert holding(home, INDEXED) == []
    assert not (home / "backups").exists()
    assert not deletion_file().exists()


def test_what_was_noted_since_is_not_taken_for_what_was_to_go(
    owner: Owner, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_deletion(owner, monkeypatch, rows_gone=True)
    Owner.objects.update(made_at=clock.now() + timedelta(minutes=1))
    add_job(Owner.objects.get(), employer=f"{MARK} Clinic", role="")
    make_backup()
    bring_up_to_date(daily=False)
    assert not deletion_file().exists()
    assert [name for name in holding(home, INDEXED) if name.startswith("backups/")]
