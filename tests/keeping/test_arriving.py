"""An export brought in from the page, while Onward is open: looked at, then put in place by one yes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.keeping.folders import copy_of, living_in, read_files, read_tables
from tests.people import door

from onward_app import clock, home
from onward_app.keeping.backups import list_backups
from onward_app.keeping.export import write_export
from onward_app.records.models import KindWords, Opportunity, Owner
from onward_app.records.reading.finding import find_words
from onward_app.records.tables import create_tables
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.owner import ensure_owner, set_owner_fields
from onward_app.records.writing.writings import burn_writing, keep_writing


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Client]:
    """Onward is open on a folder with nothing but its owner in it."""
    with living_in(tmp_path / "new"):
        create_tables()
        owner = ensure_owner()
        set_owner_fields(owner, made_at=clock.now() - timedelta(days=3))
        yield door(owner)


def waiting(folder: Path) -> list[Path]:
    return list(folder.glob(".incoming.*"))


def upload(client: Client, raw: bytes, name: str = "onward-2026-11-16.zip") -> str:
    return client.post("/data/arrive/", {"file": SimpleUploadedFile(name, raw)}).content.decode()


def say_yes(client: Client, page: str) -> int:
    word = re.search(r'name="yes" value="([0-9a-f]+)"', page)
    assert word is not None
    return client.post("/data/arrive/", {"yes": word[1]}).status_code


def test_what_was_taken_out_stands_here_after_one_yes(
    empty: Client, filled: Path, taken_out: Path, tmp_path: Path
) -> None:
    page = upload(empty, taken_out.read_bytes())
    assert "another search than the one here" in page
    assert not Opportunity.objects.exists()  # looked at, and nothing is here yet
    assert say_yes(empty, page) == 302
    assert Opportunity.objects.count() > 10
    assert find_words(Owner.objects.get(), "harbor").total > 0
    again = write_export(tmp_path / "again.zip").place
    assert again.read_bytes() == taken_out.read_bytes()
    assert read_files(home.home_folder(), "recordings", "documents", "packs") == read_files(
        filled, "recordings", "documents", "packs"
    )
    assert waiting(home.home_folder()) == []
    with closing(sqlite3.connect(home.database_path())) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_what_was_here_is_a_backup_and_what_was_burnt_since_stays_gone(filled: Path, tmp_path: Path) -> None:
    with living_in(copy_of(filled, tmp_path / "was")) as folder:
        owner, client = Owner.objects.get(), door(Owner.objects.get())
        row = keep_writing(owner, "kind", "Zqmarkerwxk")
        raw = write_export(tmp_path / "before.zip").place.read_bytes()
        burn_writing(row)
        add_job(owner, employer="Later Clinic", role="")
        page = upload(client, raw)
        assert "the same search as the one here" in page
        assert say_yes(client, page) == 302
        assert not Opportunity.objects.filter(employer="Later Clinic").exists()
        assert [one.replaced for one in list_backups()] == [True]
        held = [path for path in folder.rglob("*") if path.is_file() and b"Zqmarkerwxk" in path.read_bytes()]
        assert held == []


def test_a_no_leaves_nothing_of_it_and_everything_as_it_was(empty: Client, taken_out: Path) -> None:
    before = read_tables()
    upload(empty, taken_out.read_bytes())
    assert len(waiting(home.home_folder())) == 1
    assert empty.post("/data/arrive/", {"do": "no"}).status_code == 302
    assert waiting(home.home_folder()) == []
    assert read_tables() == before


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("list.csv", b"employer,role\nElm,Nurse\n", "isn’t an export of Onward’s"),
        ("odd.zip", b"PK\x03\x04 and no more", "isn’t an export of Onward’s"),
        ("../../x.zip", b"", "isn’t an export of Onward’s"),
    ],
)
def test_what_is_no_export_gets_its_sentence(empty: Client, name: str, raw: bytes, said: str) -> None:
    assert said in upload(empty, raw or b"x", name)
    assert waiting(home.home_folder()) == []


def test_one_that_was_cut_off_gets_its_sentence(empty: Client, taken_out: Path) -> None:
    assert "Nothing was changed" in upload(empty, taken_out.read_bytes()[:-3000])
    assert not KindWords.objects.exists()


@pytest.mark.parametrize("word", ["0123456789abcdef", "../..", "x" * 999])
def test_a_yes_to_what_is_not_there_changes_nothing(empty: Client, word: str) -> None:
    assert "isn’t here any more" in empty.post("/data/arrive/", {"yes": word}).content.decode()
    assert "Choose the file first" in empty.post("/data/arrive/").content.decode()
