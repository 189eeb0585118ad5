"""What is acknowledged is on the disk; `benchmarks/attack` cuts the power."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from onward_app.documents import document_path, documents_folder, store_document
from onward_app.keeping.files import draft_folder, link_or_copy
from onward_app.keeping.here import read_only
from onward_app.on_disk import make_folder, remove, settle


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What was waited for, in its order, by the name it had then."""
    waited: list[Path] = []
    real: Callable[[int], None] = os.fsync

    def wait(number: int) -> None:
        real(number)
        waited.append(Path(f"/proc/self/fd/{number}").readlink())

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("only Linux says what a number stands for")
    monkeypatch.setattr("onward_app.on_disk.os.fsync", wait)
    return waited


@pytest.mark.django_db
def test_every_commit_waits_for_the_disk() -> None:
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
        assert cursor.execute("PRAGMA fullfsync").fetchone() == (1,)


def test_a_document_and_its_name_are_waited_for(
    synced: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path / "new"))
    key, _ = store_document([b"an offer"])
    assert synced[:2] == [tmp_path, tmp_path / "new"]  # the folders are new
    assert synced[2].name.endswith(".part")
    assert synced[3:] == [documents_folder()]
    assert document_path(key).read_bytes() == b"an offer"


def test_a_folder_is_waited_for_with_all_that_is_in_it(synced: list[Path], tmp_path: Path) -> None:
    with draft_folder(tmp_path / "backup") as draft:
        (draft / "packs").mkdir()
        (draft / "packs" / "mine.toml").write_text("x")
        (draft / "onward.sqlite3").write_bytes(b"x")
    names = [path.relative_to(tmp_path).parts for path in synced]
    draft_name = draft.name
    assert {one[1:] for one in names if one and one[0] == draft_name} == {
        (), ("packs",), ("packs", "mine.toml"), ("onward.sqlite3",)
    }  # fmt: skip
    assert synced[-1] == tmp_path  # its name, last of all


def test_a_second_name_a_move_and_a_removal_are_waited_for(synced: list[Path], tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"x")
    for folder in ("linked", "moved"):
        make_folder(tmp_path / folder)
    synced.clear()
    link_or_copy(source, tmp_path / "linked" / "x")
    settle(source, tmp_path / "moved" / "x")
    remove(tmp_path / "linked" / "x")
    assert synced == [tmp_path / "linked", tmp_path / "moved", tmp_path / "linked"]


def test_a_backup_that_was_being_written_can_be_read(tmp_path: Path) -> None:
    """A power cut leaves the journal of what was under way beside it."""
    place, cut = tmp_path / "onward.sqlite3", tmp_path / "cut.sqlite3"
    with closing(sqlite3.connect(place, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size=1")
        db.execute("CREATE TABLE said (words)")
        db.executemany("INSERT INTO said VALUES (?)", [("before" * 400,)] * 40)
        db.execute("BEGIN")
        db.execute("UPDATE said SET words = 'half done'")
        for end in ("", "-journal"):
            shutil.copyfile(f"{place}{end}", f"{cut}{end}")
        db.execute("ROLLBACK")
    with closing(read_only(cut)) as db:
        assert db.execute("SELECT DISTINCT words FROM said").fetchall() == [("before" * 400,)]
