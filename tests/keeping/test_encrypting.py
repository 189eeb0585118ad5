"""The folder encrypted and readable again: nothing known is left in any file, nothing is lost, and a kill leaves either whole."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from tests.filled import SOUND, on_the_morning
from tests.in_folder import in_folder
from tests.keeping.folders import copy_of, living_in, read_files
from tests.keeping.keys import ANOTHER, PASSPHRASE, decrypt, encrypt, encrypt_anew, known_key, sealed_key

from onward.practice.sound import Sound
from onward_app import home
from onward_app.database import choose_database
from onward_app.folder_key import is_encrypted
from onward_app.home import HomeTrouble
from onward_app.keeping import encrypting, recoding
from onward_app.keeping.backups import list_backups, make_backup
from onward_app.keeping.encrypting import EncryptTrouble
from onward_app.keeping.export import write_export
from onward_app.keeping.in_use import alone
from onward_app.keeping.swap import clear_incoming_drafts, finish_swap, is_swap_left
from onward_app.key_file import FILE, ROUNDS, open_key
from onward_app.records.models import Owner
from onward_app.records.tables import create_tables
from onward_app.records.writing.documents import keep_document
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.owner import ensure_owner
from onward_app.records.writing.recordings import keep_recording
from onward_app.sqlite_file import connect, sqlcipher

pytestmark = pytest.mark.in_file
OPEN = ("packs/", "secret", "in-use", "backups-in-use")  # what stays readable, or has nothing in it
MARK = b"Zqencryptwxk"
MOVED = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link"}


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    """Something of everything, with a backup, and with what SQLite keeps beside a file that was written just now."""
    with living_in(copy_of(filled, tmp_path / "folder")) as place:
        make_backup()
        add_job(Owner.objects.get(), employer="Beside The File Clinic", role="")
    (place / "unreadable-onward.sqlite3").write_bytes(b"damaged, and " + MARK)
    return place


def read_texts(folder: Path) -> set[bytes]:
    """Every text of the search that could be recognized, and what its files begin with."""
    with closing(connect(folder / "onward.sqlite3")) as db:
        tables = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE name LIKE 'records_%' AND type = 'table'")
        ]
        rows = [value for name in tables for row in db.execute(f'SELECT * FROM "{name}"') for value in row]
    texts = {value.encode()[:60] for value in rows if isinstance(value, str) and len(value) > 12}
    return {*texts, SOUND, b"%PDF-1.7", b"SQLite format 3", b"CREATE TABLE", b"records_letter", MARK}


def read_readable(folder: Path) -> dict[str, bytes]:
    """All files of a folder but those that stay as they are."""
    files = read_files(folder, ".")
    return {name: raw for name, raw in files.items() if not name.startswith(OPEN) and "/packs/" not in name}


def take_out(folder: Path, to: Path) -> bytes:
    with living_in(folder), known_key():
        return write_export(to).place.read_bytes()


def test_no_text_and_no_word_of_sqlites_is_left_in_any_file(folder: Path) -> None:
    texts = read_texts(folder)
    assert len(texts) > 300
    assert any(MARK in raw for raw in read_readable(folder).values())
    encrypt(folder)
    files = read_readable(folder)
    assert {"onward.sqlite3", FILE, "unreadable-onward.sqlite3"} <= files.keys()
    assert len([name for name in files if name.endswith("onward.sqlite3")]) == 3
    assert [(name, text) for name, raw in files.items() for text in texts if text in raw] == []
    assert not any(path.name.endswith(("-wal", "-shm", "-journal", ".part")) for path in folder.rglob("*"))


def test_on_and_off_again_is_the_same_search_to_the_byte_of_its_export(folder: Path, tmp_path: Path) -> None:
    before, parts = (
        take_out(folder, tmp_path / "1.zip"),
        ("recordings", "documents", "packs", "backups/recordings", "backups/documents"),
    )
    files = read_files(folder, *parts)
    assert any(name.startswith("recordings/") for name in files)
    assert any(name.startswith("documents/") for name in files)
    encrypt(folder)
    assert take_out(folder, tmp_path / "2.zip") == before
    assert not set(read_files(folder, "recordings", "documents").values()) & set(files.values())
    decrypt(folder)
    assert take_out(folder, tmp_path / "3.zip") == before
    assert read_files(folder, *parts) == files
    assert (folder / "unreadable-onward.sqlite3").read_bytes() == b"damaged, and " + MARK
    assert not (folder / FILE).exists()
    assert list(folder.rglob(FILE)) == []


def test_another_passphrase_is_another_key_for_all_of_it(folder: Path, tmp_path: Path) -> None:
    encrypt(folder)
    before = take_out(folder, tmp_path / "1.zip")
    files = read_readable(folder)
    encrypt_anew(folder)
    with known_key(ANOTHER):
        assert take_out(folder, tmp_path / "2.zip") == before
    assert {place.read_bytes() for place in folder.rglob(FILE)} == {sealed_key(ANOTHER)[1]}
    assert not set(read_readable(folder).values()) & {raw for raw in files.values() if raw}
    assert [name for name, raw in read_readable(folder).items() if MARK in raw or b"SQLite" in raw] == []
    old, _ = sealed_key()
    for place in folder.rglob("*.sqlite3"):
        with closing(sqlcipher.connect(str(place))) as db:
            db.execute(f"PRAGMA key = \"x'{old.database}'\"")
            with pytest.raises(sqlcipher.DatabaseError):
                db.execute("SELECT * FROM sqlite_master")


def test_another_passphrase_for_what_has_none_is_said(folder: Path) -> None:
    with pytest.raises(EncryptTrouble, match="isn’t encrypted"):
        encrypt_anew(folder)


def test_each_backup_holds_what_it_held(folder: Path) -> None:
    def dump() -> dict[str, list[tuple[Any, ...]]]:
        with living_in(folder), known_key(), closing(connect(list_backups()[0].database)) as db:
            names = [
                name
                for (name,) in db.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRT%'"
                )
            ]
            return {name: sorted(db.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in names}

    before = dump()
    assert before["records_opportunity"]
    encrypt(folder)
    assert dump() == before
    decrypt(folder)
    assert dump() == before


def test_a_copy_that_owes_something_to_forgetting_owes_it_still(folder: Path) -> None:
    with closing(connect(folder / "onward.sqlite3")) as db:
        db.execute("PRAGMA user_version=-7")
    encrypt(folder)
    with closing(connect(folder / "onward.sqlite3")) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (-7,)


def test_an_encrypted_file_is_as_sure_as_a_plain_one(folder: Path) -> None:
    encrypt(folder)
    with living_in(folder), known_key(), connection.cursor() as cursor:
        assert type(connections["default"]).__module__ == "onward_app.sqlcipher.base"
        told = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "temp_store", "foreign_keys", "secure_delete")
        }
    assert told == {"journal_mode": "wal", "synchronous": 2, "temp_store": 2, "foreign_keys": 1, "secure_delete": 1}


def test_without_onward_age_and_sqlcipher_open_it_with_the_passphrase(folder: Path, tmp_path: Path) -> None:
    import pyrage

    encrypt(folder)
    with closing(sqlcipher.connect(str(folder / FILE))) as db:
        db.execute(f"PRAGMA key = '{PASSPHRASE}'")
        db.execute(f"PRAGMA kdf_iter = {ROUNDS}")
        ((identity, key),) = db.execute("SELECT * FROM key").fetchall()
    with closing(sqlcipher.connect(str(folder / "onward.sqlite3"))) as db:
        db.execute(f"PRAGMA key = \"x'{key}'\"")
        assert db.execute("SELECT COUNT(*) FROM records_opportunity").fetchone()[0] > 10
    (recording, *_) = (folder / "recordings").iterdir()
    assert pyrage.decrypt(recording.read_bytes(), [pyrage.x25519.Identity.from_str(identity)]) == SOUND


def test_another_passphrase_opens_nothing_and_says_that_nobody_can(tmp_path: Path) -> None:
    with pytest.raises(HomeTrouble, match=r"doesn’t open .* nobody can open it, Onward neither"):
        open_key(tmp_path / FILE, sealed_key()[1], "another one altogether")


def test_a_folder_that_has_nothing_yet_begins_encrypted(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    encrypt(tmp_path / "new")
    with living_in(tmp_path / "new") as folder, known_key():
        create_tables()
        add_job(ensure_owner(), employer="Zqencryptwxk Clinic", role="")
        make_backup()
    assert [name for name, raw in read_readable(folder).items() if MARK in raw or b"SQLite" in raw] == []


def test_what_is_on_already_or_off_already_is_said(folder: Path) -> None:
    with pytest.raises(EncryptTrouble, match="isn’t encrypted"):
        decrypt(folder)
    encrypt(folder)
    with pytest.raises(EncryptTrouble, match="is encrypted already"):
        encrypt(folder)


def test_an_onward_that_is_open_isnt_encrypted_under_its_feet(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "in-use", isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM sqlite_master").fetchall()
        with pytest.raises(HomeTrouble, match="Onward is open just now"):
            encrypt(folder)
    assert not (folder / FILE).exists()


def test_on_postgresql_it_is_refused_in_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://sam@localhost/onward")
    with pytest.raises(EncryptTrouble, match="PostgreSQL"):
        encrypt(folder)
    monkeypatch.delenv("DATABASE_URL")
    encrypt(folder)
    monkeypatch.setenv("DATABASE_URL", "postgresql://sam@localhost/onward")
    monkeypatch.setenv("ONWARD_HOME", str(folder))
    with pytest.raises(HomeTrouble, match="is encrypted, which goes with a file of SQLite’s alone"):
        choose_database()


def test_a_backup_that_cant_be_read_is_named_and_nothing_is_changed(folder: Path) -> None:
    with living_in(folder):
        place = list_backups()[0].database
    place.write_bytes(place.read_bytes()[:5000] + b"x" * 5000)
    before = read_readable(folder)
    with pytest.raises(EncryptTrouble, match=f"{place} can’t be read .* Nothing was changed"):
        encrypt(folder)
    assert read_readable(folder) == before


@pytest.mark.parametrize(
    "trouble", [OSError(errno.ENOSPC, "No space left"), sqlcipher.OperationalError("database or disk is full")]
)
def test_a_disk_without_room_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch, trouble: Exception) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise trouble

    before = read_readable(folder)
    monkeypatch.setattr(encrypting, "recode_database", fail)
    with pytest.raises(OSError, match=r"(?i)space|full"):
        encrypt(folder)
    assert read_readable(folder) == before


def test_a_copy_that_isnt_the_same_is_never_put_in_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compare = recoding._find_difference

    def spoil(db: Any) -> str | None:
        db.execute("UPDATE target.records_opportunity SET employer = employer || '.' WHERE id = 1")
        return compare(db)

    monkeypatch.setattr(recoding, "_find_difference", spoil)
    with pytest.raises(EncryptTrouble, match="records_opportunity"):
        encrypt(folder)
    assert not (folder / FILE).exists()


# -- killed --


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A folder with one of each sort of file, so that it can be killed at every step."""
    with on_the_morning(), pytest.MonkeyPatch.context() as patched, in_folder(patched, tmp_path / "small"):
        (tmp_path / "small").mkdir()
        create_tables()
        row, _ = add_job(ensure_owner(), employer=f"{MARK.decode()} Clinic", role="")
        keep_document(ensure_owner(), row, name="Offer.pdf", chunks=[b"%PDF " + MARK])
        keep_recording(ensure_owner(), chunks=[SOUND + MARK], sort=Sound.WEBM, card=None, question="Why?", seconds=9)
        make_backup()
        connection.close()
        yield tmp_path / "small"


class _Killed:
    """Counts what is done to files of a folder, and ends the process before one of them."""

    def __init__(self, folder: Path, last: int) -> None:
        self._folder, self._left = str(folder), last

    def __call__(self, event: str, given: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR)
        if (event in MOVED or writes) and str(given[0]).startswith(self._folder):
            self._left -= 1
            if self._left < 0:
                os.kill(os.getpid(), signal.SIGKILL)


def kill_at(step: int, folder: Path, work: Callable[[Path], object]) -> bool:
    """Whether it was killed before this step; it has fewer if it wasn't."""
    child = os.fork()
    if not child:
        try:
            sys.addaudithook(_Killed(folder, step))
            work(folder)
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


@contextmanager
def started_again(folder: Path) -> Iterator[None]:
    """This folder as the next start leaves it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ONWARD_HOME", str(folder))
        if is_swap_left():
            with alone():
                finish_swap()
        clear_incoming_drafts()
        yield


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes that are ended at a step are forked")
@pytest.mark.parametrize("off", [False, True])
def test_killed_before_any_step_the_next_start_has_one_or_the_other_whole(
    small: Path, tmp_path: Path, *, off: bool
) -> None:
    if off:
        encrypt(small)
    before = take_out(small, tmp_path / "before.zip")
    ended = {True: 0, False: 0}
    for step in range(1000):
        folder = copy_of(small, tmp_path / f"killed-{step}")
        killed = kill_at(step, folder, decrypt if off else encrypt)
        with started_again(folder):
            ended[is_encrypted()] += 1
            readable = [name for name, raw in read_readable(folder).items() if MARK in raw or b"SQLite" in raw]
            assert readable == [] if is_encrypted() else len(readable) == 6, (step, readable)
            assert len(list(folder.rglob(FILE))) == (3 if is_encrypted() else 0), step
            assert not any(path.name.startswith((".rekeyed", "rekeyed")) for path in folder.iterdir())
        assert take_out(folder, tmp_path / "after.zip") == before, step
        if not killed:
            break
    assert min(ended.values()) > 10
    assert home.home_folder() != folder


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes that are ended at a step are forked")
def test_killed_on_the_way_to_another_key_one_of_the_two_opens_it_all(small: Path, tmp_path: Path) -> None:
    encrypt(small)
    before = take_out(small, tmp_path / "before.zip")
    opens = {sealed_key(one)[1]: one for one in (PASSPHRASE, ANOTHER)}
    ended = {PASSPHRASE: 0, ANOTHER: 0}
    for step in range(0, 1000, 3):
        folder = copy_of(small, tmp_path / f"killed-{step}")
        killed = kill_at(step, folder, encrypt_anew)
        with started_again(folder):
            (sealed,) = {place.read_bytes() for place in folder.rglob(FILE)}
        ended[opens[sealed]] += 1
        assert [name for name, raw in read_readable(folder).items() if MARK in raw or b"SQLite" in raw] == [], step
        with known_key(ANOTHER):
            assert take_out(folder, tmp_path / "after.zip") == before, step
        if not killed:
            break
    assert min(ended.values()) > 3
