"""Backups are made by themselves, are whole, come back, and hold nothing that was deleted for good."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from django.db import connection
from tests.commands import run
from tests.earlier import bring_to_version_before
from tests.filled import SOUND
from tests.keeping.folders import copy_of, holding, living_in, read_files, read_tables
from tests.keeping.test_moving import killed

from onward.practice.sound import Sound
from onward_app import clock
from onward_app.keeping import here as search_here
from onward_app.keeping import in_use, scrub
from onward_app.keeping.backups import (
    Backup,
    BackupTrouble,
    back_up_each_day,
    choose_kept,
    find_latest_let_go,
    list_backups,
    make_backup,
    scrub_backups,
)
from onward_app.keeping.bring_back import import_search
from onward_app.keeping.export import write_export
from onward_app.keeping.in_use import BACKUPS_FILE, InUse, hold_home
from onward_app.keeping.restore import restore_backup
from onward_app.keeping.swap import incoming_folder
from onward_app.records.models import Ask, KindWords, Owner, Recording
from onward_app.records.versions import newest_migration
from onward_app.records.writing.ask import withdraw_suspicion
from onward_app.records.writing.recordings import delete_recording, keep_recording
from onward_app.records.writing.recover import keep_kind_words
from onward_app.sqlite_file import connect

MARK = "Zqmarkerwxk"


@pytest.fixture
def was(filled: Path, tmp_path: Path) -> Any:
    """A folder with something of everything, in which one lives."""
    with living_in(copy_of(filled, tmp_path / "was")) as folder:
        yield folder


def restore(backup: Backup | str | Path) -> Any:
    return restore_backup(backup.name if isinstance(backup, Backup) else str(backup), newest_migration())


# Made


def test_a_backup_has_the_search_its_recordings_and_its_packs(was: Path) -> None:
    made = make_backup()
    assert read_files(made.path, "packs") == read_files(was, "packs")
    assert read_files(was / "backups", "recordings", "documents") == read_files(was, "recordings", "documents")
    with closing(sqlite3.connect(made.database)) as db:
        assert db.execute("SELECT COUNT(*) FROM records_letter").fetchone()[0] > 10
    assert sorted(path.name for path in made.path.iterdir()) == ["onward.sqlite3", "packs"]
    assert [path.stat().st_mode & 0o77 for path in made.path.rglob("*")] == [0] * len(list(made.path.rglob("*")))


def test_each_day_of_use_makes_one(was: Path) -> None:
    assert list_backups() == []
    for moment in ("2026-11-16T09:00", "2026-11-16T18:00", "2026-11-17T00:01"):
        with clock.fixed(moment):
            assert back_up_each_day() == ""
    assert [one.name for one in list_backups()] == ["2026-11-17-000100", "2026-11-16-090000"]


def test_a_command_of_the_day_makes_it_and_says_nothing(was: Path) -> None:
    connection.close()
    assert run(was, "today", ONWARD_CLOCK="2026-11-18T09:00")[0::2] == (0, "")
    assert [one.at for one in list_backups()] == [datetime(2026, 11, 18, 9)]


def test_a_first_start_has_nothing_to_back_up(here: Path) -> None:
    assert run(here, "add", "Harbor Light", "Therapist")[0] == 0
    assert not (here / "backups").exists()


def test_before_a_file_is_brought_up_to_date_it_is_backed_up(here: Path) -> None:
    (here / "onward.sqlite3").write_bytes(bring_to_version_before())
    with clock.fixed("2026-11-16T08:00"):
        make_backup()
    assert run(here, "jobs", "--json", ONWARD_CLOCK="2026-11-16T09:00")[0] == 0
    newest = list_backups()[0]
    with closing(sqlite3.connect(newest.database)) as db:
        assert db.execute("SELECT MAX(name) FROM django_migrations").fetchone()[0] < newest_migration()
    assert restore(newest).replaced is not None
    assert run(here, "jobs", "--json")[0] == 0


def test_a_backup_while_somebody_writes_is_of_one_moment(was: Path) -> None:
    """Two rows are always written together; no copy has one of them alone."""
    stop, begun = Event(), Event()

    def write() -> None:
        with closing(sqlite3.connect(was / "onward.sqlite3", timeout=60, isolation_level=None)) as db:
            db.execute("CREATE TABLE pairs (number INTEGER)")
            number = 0
            while not stop.is_set():
                number += 1
                db.execute("BEGIN IMMEDIATE")
                db.executemany("INSERT INTO pairs VALUES (?)", [(number,), (number,)])
                db.execute("COMMIT")
                begun.set()

    writing = Thread(target=write)
    writing.start()
    try:
        assert begun.wait(60)
        made = [make_backup() for _ in range(5)]
    finally:
        stop.set()
        writing.join()
    for one in list_backups():
        with closing(sqlite3.connect(one.database)) as db:
            odd = db.execute("SELECT number FROM pairs GROUP BY number HAVING COUNT(*) <> 2").fetchall()
            assert odd == []
            assert db.execute("SELECT COUNT(*) FROM pairs").fetchone()[0] > 0
    assert len(made) == 5


def test_a_backup_that_another_program_is_making_is_left_alone(was: Path) -> None:
    """Half of it looks like what was killed half way; only whoever has the backups may clear that."""
    make_backup()
    draft = was / "backups" / ".2026-11-02-090000.0a0b.part"
    draft.mkdir()
    with closing(sqlite3.connect(was / BACKUPS_FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        scrubbing = Thread(target=scrub_backups)
        scrubbing.start()
        scrubbing.join(0.3)
        assert scrubbing.is_alive()
        assert draft.is_dir()
    scrubbing.join(60)
    assert not draft.exists()


def test_backups_that_another_program_does_not_let_go_of_are_said(was: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_backup()
    monkeypatch.setattr(in_use, "PATIENCE", 0)
    with closing(sqlite3.connect(was / BACKUPS_FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(InUse, match="ten minutes"):
            make_backup()
        assert "ten minutes" in back_up_each_day(at_once=True)
    assert len(list_backups()) == 1


def test_a_copy_that_is_not_whole_is_not_kept(was: Path) -> None:
    first = make_backup()
    connection.close()
    with (was / "onward.sqlite3").open("r+b") as file:
        file.seek(40_000)
        file.write(b"\xff" * 40_000)
    with pytest.raises(BackupTrouble, match=r"wasn’t (?:kept|copied)"):
        make_backup()
    assert [one.name for one in list_backups()] == [first.name]
    assert list((was / "backups").glob(".*")) == []


def test_a_full_disk_is_said_and_stops_nothing(was: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    monkeypatch.setattr("os.link", full)
    assert "No space left" in back_up_each_day()
    assert list_backups() == []


def days(*ago: int) -> list[Backup]:
    now = datetime(2026, 11, 16, 9)
    return [Backup(Path(str(number)), now - timedelta(days=number), False) for number in ago]


def test_a_year_of_daily_use_keeps_seven_days_four_weeks_and_twelve_months() -> None:
    kept = sorted(int(one.name) for one in choose_kept(days(*range(400))))
    assert kept[:7] == [0, 1, 2, 3, 4, 5, 6]  # 2026-11-16 is a Monday
    assert {1, 8, 15} <= set(kept)  # the Sundays before
    assert {16, 47, 77, 108, 139} <= set(kept)  # the last days of October, September, August, July and June
    assert len(kept) == 7 + 2 + 11


def test_after_a_long_pause_the_old_ones_are_still_there() -> None:
    assert {one.name for one in choose_kept(days(0, 200, 201, 202))} == {"0", "200", "201", "202"}


def test_what_was_replaced_goes_after_a_year() -> None:
    with clock.fixed("2026-11-16T09:00"):
        until = find_latest_let_go(days(*range(400)))
    assert until == datetime(2025, 11, 14)


def test_a_clock_that_was_years_ahead_for_two_days_lets_nothing_go(was: Path) -> None:
    Ask.objects.filter(suppressed=True).update(stands=False)
    with clock.fixed("2026-09-01T09:00"):
        put_away = make_backup(replaced=True)
    for day in ("2026-09-02", "2026-09-03", "2031-01-01", "2031-01-02", "2026-09-04"):
        with clock.fixed(f"{day}T09:00"):
            make_backup()
    assert put_away.path.is_dir()
    with clock.fixed("2031-01-03T09:00"):  # a third day: then it is so
        make_backup()
    assert not put_away.path.is_dir()


def back_up_daily_in_september() -> list[str]:
    for day in range(1, 20):
        with clock.fixed(f"2026-09-{day:02}T09:00"):
            make_backup()
    return [one.name for one in list_backups()]


def test_while_discrimination_is_suspected_none_is_let_go(was: Path) -> None:
    assert Ask.objects.filter(suppressed=True, stands=True).exists()
    assert len(back_up_daily_in_september()) == 19


def test_once_it_is_no_longer_suspected_the_old_ones_go(was: Path) -> None:
    me = Owner.objects.get()
    for row in Ask.objects.filter(suppressed=True, stands=True):
        withdraw_suspicion(me, row.opportunity)
    assert len(back_up_daily_in_september()) < 19


def test_those_that_are_no_longer_kept_go_with_their_recordings(was: Path) -> None:
    me = Owner.objects.get()
    Ask.objects.filter(suppressed=True).update(stands=False)
    with clock.fixed("2026-09-01T09:00"):
        row = keep_recording(me, chunks=[SOUND], sort=Sound.WEBM, card=None, question="", seconds=1)
        make_backup()
    assert (was / "backups" / "recordings" / row.name).exists()
    row.delete()  # as an import of an older export would leave it
    for day in range(2, 20):
        with clock.fixed(f"2026-09-{day:02}T09:00"):
            make_backup()
    assert "2026-09-01-090000" not in [one.name for one in list_backups()]
    assert not (was / "backups" / "recordings" / row.name).exists()
    assert len(list((was / "backups" / "recordings").iterdir())) == 1


# Restored


def test_a_restored_search_is_equal_and_what_stood_there_is_kept(was: Path) -> None:
    before, files = read_tables(), read_files(was, "recordings", "documents", "packs")
    made = make_backup()
    keep_kind_words(Owner.objects.get(), text=f"{MARK} came later.", who="Pat")
    (was / "packs" / "mine.toml").unlink()
    shutil.rmtree(was / "recordings")
    with clock.fixed("2026-11-16T10:00"):
        done = restore(made)
    connection.close()
    assert read_tables() == before
    assert read_files(was, "recordings", "documents", "packs") == files
    assert done.replaced is not None
    assert holding(was, MARK.encode()) == [f"backups/{done.replaced.name}/onward.sqlite3"]
    restore(done.replaced)
    connection.close()
    assert KindWords.objects.filter(text__contains=MARK).exists()


def test_the_commands_list_and_restore(was: Path) -> None:
    connection.close()
    assert "There are no backups yet." in run(was, "restore")[1]
    code, said, err = run(was, "backup", ONWARD_CLOCK="2026-11-16T09:30")
    assert (code, err) == (0, "")
    assert "written and checked" in said
    name, *_ = run(was, "restore")[1].split()
    assert name.startswith("2026-11-16-093000")
    code, said, err = run(was, "restore", name, ONWARD_CLOCK="2026-11-16T10:00")
    assert (code, err) == (0, "")
    assert "onward restore replaced-2026-11-16-100000" in said


def test_a_backup_that_lies_elsewhere_comes_back_into_an_empty_folder(was: Path, tmp_path: Path) -> None:
    before = read_tables()
    made = make_backup()
    shutil.copytree(was / "backups", tmp_path / "disk")
    with living_in(tmp_path / "new") as new:
        assert restore(tmp_path / "disk" / made.name).replaced is None
        assert read_tables() == before
        assert len(list((new / "recordings").iterdir())) == 1


def test_a_search_that_can_not_be_read_is_replaced_and_put_aside(was: Path) -> None:
    before = read_tables()
    made = make_backup()
    connection.close()
    (was / "onward.sqlite3").write_bytes(b"nothing that SQLite knows" * 100)
    assert restore(made).replaced is None
    assert read_tables() == before
    assert (was / "unreadable-onward.sqlite3").read_bytes().startswith(b"nothing")


def test_a_restore_is_refused_in_words_and_changes_nothing(was: Path, tmp_path: Path) -> None:
    made, before = make_backup(), read_tables()
    other = tmp_path / "other"
    shutil.copytree(made.path, other)
    with closing(sqlite3.connect(other / "onward.sqlite3")) as db, db:
        db.execute("UPDATE records_owner SET made_at = '2020-01-01 00:00:00'")
    newer = tmp_path / "newer"
    shutil.copytree(made.path, newer)
    with closing(sqlite3.connect(newer / "onward.sqlite3")) as db, db:
        db.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('records', '9000_far_ahead', '')")
    plain = tmp_path / "plain"
    plain.mkdir()
    (plain / "onward.sqlite3").write_text("a letter")
    empty = tmp_path / "empty"
    empty.mkdir()
    with closing(sqlite3.connect(empty / "onward.sqlite3")) as db, db:
        db.execute("CREATE TABLE bookmarks (id INTEGER)")
    for name, sentence in (
        (other, "another search than the one that is here, begun on 2020-01-01"),
        (newer, "newer Onward"),
        (plain, "isn’t a backup"),
        (empty, "no search in it"),
        (tmp_path, "isn’t a backup"),
        ("2001-01-01-000000", "There is no backup"),
    ):
        with pytest.raises(BackupTrouble, match=sentence) as told:
            restore(name)
        assert "Nothing was changed." in str(told.value)
    assert read_tables() == before
    assert [one.name for one in list_backups()] == [made.name]


def test_nothing_is_restored_while_onward_runs(was: Path) -> None:
    made = make_backup()
    hold_home()
    with pytest.raises(InUse, match="Stop it first"):
        restore(made)


@pytest.mark.parametrize("name", ["onward_app.keeping.restore.check_database", "onward_app.keeping.restore.put_away"])
def test_a_restore_that_is_killed_leaves_what_was_there(was: Path, name: str) -> None:
    made, before = make_backup(), read_tables()
    connection.close()
    assert killed(was, name, "restore", made.name) == 99
    assert not incoming_folder().exists()
    assert read_tables() == before


def test_a_backup_that_is_killed_is_no_backup(was: Path) -> None:
    make_backup()
    connection.close()
    assert killed(was, "onward_app.keeping.backups._share_files", "backup") == 99
    assert len(list_backups()) == 1
    assert len(list((was / "backups").glob(".*"))) == 1
    make_backup()
    assert list((was / "backups").glob(".*")) == []


def test_what_is_forgotten_is_gone_from_a_backup_that_was_killed(was: Path) -> None:
    me = Owner.objects.get()
    row = keep_recording(me, chunks=[SOUND], sort=Sound.WEBM, card=None, question=MARK, seconds=1)
    connection.close()
    assert killed(was, "onward_app.keeping.backups._share_files", "backup") == 99
    assert holding(was / "backups", MARK.encode()) != []
    delete_recording(me, row)
    assert holding(was, MARK.encode()) == []


# Forgetting


def test_what_is_forgotten_is_gone_from_every_backup_at_once(was: Path) -> None:
    me = Owner.objects.get()
    row = keep_recording(me, chunks=[SOUND, MARK.encode() * 500], sort=Sound.WEBM, card=None, question=MARK, seconds=1)
    for day in (1, 2, 3):
        with clock.fixed(f"2026-11-0{day}T09:00"):
            make_backup()
    assert len(holding(was / "backups", MARK.encode())) == 4
    delete_recording(me, row)
    assert holding(was, MARK.encode()) == []
    assert holding(was, row.name.encode()) == []
    for one in list_backups():
        with closing(sqlite3.connect(one.database)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@contextmanager
def busy(backup: Backup) -> Iterator[None]:
    """Another program has this backup for itself, and nobody waits until it is done."""

    def connect_at_once(place: Path, **told: Any) -> sqlite3.Connection:
        return connect(place, **told | {"timeout": 0})

    with closing(sqlite3.connect(backup.database, isolation_level=None)) as db, pytest.MonkeyPatch.context() as patched:
        db.execute("BEGIN EXCLUSIVE")
        for module in (search_here, scrub):
            patched.setattr(module, "connect", connect_at_once)
        yield


def test_what_a_busy_backup_may_name_is_not_let_go(was: Path) -> None:
    me = Owner.objects.get()
    row = keep_recording(me, chunks=[SOUND], sort=Sound.WEBM, card=None, question=MARK, seconds=1)
    kept = was / "backups" / "recordings"
    with busy(make_backup()):
        delete_recording(me, row)
    assert len(list(kept.iterdir())) == 2
    scrub_backups()
    assert [path.name for path in kept.iterdir()] == [Recording.objects.get().name]


def test_a_backup_that_was_busy_when_something_was_forgotten_loses_it_with_the_next(was: Path) -> None:
    me = Owner.objects.get()
    row = keep_recording(me, chunks=[SOUND], sort=Sound.WEBM, card=None, question=MARK, seconds=1)
    with busy(make_backup()):
        delete_recording(me, row)
    assert holding(was, MARK.encode()) != []
    with clock.fixed("2026-11-17T09:00"):
        make_backup()
    assert holding(was, MARK.encode()) == []


def test_a_backup_from_elsewhere_does_not_bring_back_what_was_forgotten_since(was: Path, tmp_path: Path) -> None:
    me = Owner.objects.get()
    row = keep_recording(me, chunks=[SOUND], sort=Sound.WEBM, card=None, question=MARK, seconds=1)
    made = make_backup()
    shutil.copytree(was / "backups", tmp_path / "disk")
    delete_recording(me, row)
    restore(tmp_path / "disk" / made.name)
    connection.close()
    assert Recording.objects.count() == 1
    assert holding(was, MARK.encode()) == []


def test_a_new_row_after_a_restore_is_not_taken_for_one_that_was_forgotten(was: Path) -> None:
    me = Owner.objects.get()
    made = make_backup()
    row = keep_recording(me, chunks=[SOUND], sort=Sound.WEBM, card=None, question=MARK, seconds=1)
    number = row.pk
    delete_recording(me, row)
    restore(made)
    connection.close()
    fresh = keep_recording(me, chunks=[SOUND], sort=Sound.WEBM, card=None, question="Kept", seconds=1)
    assert fresh.pk > number


def test_a_backup_of_another_search_is_left_alone_by_forgetting(was: Path, tmp_path: Path) -> None:
    write_export(tmp_path / "mine.zip")
    with living_in(tmp_path / "theirs"):
        import_search(tmp_path / "mine.zip")
        Owner.objects.update(made_at=datetime(2020, 1, 1, tzinfo=clock.now().tzinfo))
        shutil.copytree(make_backup().path, was / "backups" / "2026-01-01-090000")
    delete_recording(Owner.objects.get(), Recording.objects.get())
    with closing(sqlite3.connect(was / "backups" / "2026-01-01-090000" / "onward.sqlite3")) as db:
        assert db.execute("SELECT COUNT(*) FROM records_recording").fetchone() == (1,)
