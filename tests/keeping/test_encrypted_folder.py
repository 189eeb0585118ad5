"""Living in an encrypted folder: what comes in, is served, forgotten and put back; and the commands, which ask."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import types
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from tests import commands
from tests.commands import Ended
from tests.filled import SOUND
from tests.in_folder import in_folder
from tests.keeping.folders import copy_of, holding, living_in, read_tables
from tests.keeping.keys import PASSPHRASE, decrypt, encrypt, known_key, sealed_key
from tests.people import door

from onward.practice.sound import Sound
from onward_app import folder_key, home
from onward_app.cli.unlocking import forget_in_keyring, keep_in_keyring, prepare_unlocking
from onward_app.folder_key import key_beside, remember_key
from onward_app.home import HomeTrouble
from onward_app.keeping import arrive, backups, encrypting
from onward_app.keeping.backups import BackupTrouble, list_backups, make_backup
from onward_app.keeping.bring_back import import_search
from onward_app.keeping.export import open_export, write_export
from onward_app.keeping.restore import restore_backup
from onward_app.key_file import FILE, make_key, seal_key
from onward_app.records.models import Document, Opportunity, Owner, Recording
from onward_app.records.reading.finding import find_words
from onward_app.records.reading.writings import MATTERS
from onward_app.records.tables import create_tables
from onward_app.records.versions import newest_migration
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.leaving import delete_everything
from onward_app.records.writing.owner import ensure_owner
from onward_app.records.writing.recordings import delete_recording, keep_recording
from onward_app.records.writing.writings import burn_writing, keep_writing
from onward_app.sqlite_file import connect

pytestmark = pytest.mark.in_file
COMMAND = [sys.executable, "-m", "onward_app"]
SRC = Path(__file__).parents[2] / "src"
OLD = Path(__file__).parents[1] / "records" / "old"
MARK = "Zqencryptwxk"


@contextmanager
def living_encrypted(folder: Path) -> Iterator[Path]:
    """The data folder is this one, which is encrypted, and its key is known."""
    with living_in(folder) as place, known_key():
        yield place


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Iterator[Path]:
    """Something of everything, encrypted, and open."""
    with living_encrypted(encrypt(copy_of(filled, tmp_path / "folder"))) as place:
        yield place


def readable(folder: Path, word: str = MARK) -> list[str]:
    """The files that have this word in them, or what a plain file of SQLite's begins with."""
    found = {*holding(folder, word.encode()), *holding(folder, b"SQLite format 3")}
    return sorted(found - {"in-use", "backups-in-use"})


# -- what is kept --


def test_what_is_recorded_and_kept_is_sealed_on_the_disk_and_served_as_it_came(folder: Path) -> None:
    client = door(Owner.objects.get())
    sound = SOUND + MARK.encode() * 3000
    row = keep_recording(
        Owner.objects.get(), chunks=[sound[:9], sound[9:]], sort=Sound.WEBM, card=None, question="Why?", seconds=9
    )
    assert row.size == len(sound)
    assert readable(folder) == []
    answer = client.get(f"/practice/recordings/{row.pk}/audio/")
    assert b"".join(answer.streaming_content) == sound
    part = client.get(f"/practice/recordings/{row.pk}/audio/", headers={"Range": "bytes=5-24"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, sound[5:25])
    assert part.headers["Content-Range"] == f"bytes 5-24/{len(sound)}"
    delete_recording(Owner.objects.get(), row)
    assert not (folder / "recordings" / row.name).exists()


def test_a_document_comes_back_as_it_was_dropped(folder: Path) -> None:
    client, job = door(Owner.objects.get()), Opportunity.objects.first()
    assert job is not None
    raw = b"age-encryption.org/v1 is how some files begin. " + MARK.encode() * 200_000  # 2.4 MB
    client.post(f"/jobs/{job.pk}/documents/", {"file": SimpleUploadedFile("Contract.age", raw)})
    row = Document.objects.get(name="Contract.age")
    assert (row.size, readable(folder)) == (len(raw), [])
    assert b"".join(client.get(f"/jobs/documents/{row.pk}/").streaming_content) == raw


def test_a_file_that_another_key_has_sealed_is_not_served(folder: Path) -> None:
    row = Recording.objects.first()
    assert row is not None
    (folder / "recordings" / row.name).write_bytes(b"not sealed at all")
    assert door(Owner.objects.get()).get(f"/practice/recordings/{row.pk}/audio/").status_code == 404


def test_the_one_box_finds_by_the_index_inside(folder: Path) -> None:
    add_job(Owner.objects.get(), employer=f"{MARK} Clinic", role="")
    assert find_words(Owner.objects.get(), MARK.lower()[:6]).total == 1


def test_an_upload_is_in_memory_and_an_export_too(folder: Path) -> None:
    told = subprocess.check_output(
        [sys.executable, "-c", "from onward_app import settings; print(settings.FILE_UPLOAD_MAX_MEMORY_SIZE)"],
        env=os.environ | {"PYTHONPATH": str(SRC)}, text=True,
    )  # fmt: skip
    assert int(told) > 25_000_000
    file, _ = open_export()
    with file:
        assert not hasattr(file, "fileno") or not isinstance(getattr(file, "name", None), int)


# -- backups --


def test_a_backup_of_an_encrypted_search_is_encrypted_and_puts_it_back(folder: Path) -> None:
    add_job(Owner.objects.get(), employer=f"{MARK} Clinic", role="")
    before, made = read_tables(), make_backup()
    assert (made.path / FILE).read_bytes() == (folder / FILE).read_bytes()
    add_job(Owner.objects.get(), employer="Later Clinic", role="")
    connection.close()
    done = restore_backup(made.name, newest_migration())
    assert read_tables() == before
    assert done.replaced is not None
    assert readable(folder) == []


def test_an_encrypted_backup_from_elsewhere_is_put_under_the_key_of_this_folder(folder: Path, tmp_path: Path) -> None:
    made = make_backup()
    with closing(connect(made.database)) as db:
        jobs = db.execute('SELECT COUNT(*) FROM "records_opportunity"').fetchone()
    elsewhere = copy_of(folder / "backups", tmp_path / "usb")
    other = make_key()
    with pytest.MonkeyPatch.context() as patched, living_in(tmp_path / "new") as new:
        remember_key(sealed := seal_key(other, "a new passphrase here"), other)
        patched.setattr(encrypting, "make_key", lambda: other)
        patched.setattr(encrypting, "seal_key", lambda *_: sealed)
        patched.setattr(encrypting, "open_key", lambda *_: other)
        encrypting.encrypt_folder("a new passphrase here")
        restore_backup(str(elsewhere / made.name), newest_migration())
        assert key_beside(home.database_path()) == other
        with closing(connect(home.database_path())) as db:
            assert db.execute('SELECT COUNT(*) FROM "records_opportunity"').fetchone() == jobs
        with in_folder(patched, new):
            row = Recording.objects.first()
            assert row is not None
            told = door(Owner.objects.get()).get(f"/practice/recordings/{row.pk}/audio/")
            assert b"".join(told.streaming_content) == SOUND


def test_an_encrypted_backup_never_becomes_readable_by_itself(folder: Path, tmp_path: Path) -> None:
    made = make_backup()
    elsewhere = copy_of(made.path, tmp_path / "usb")
    with living_in(tmp_path / "plain") as plain:
        with pytest.raises(BackupTrouble, match=r"is encrypted, and this folder isn’t.*Nothing was changed"):
            restore_backup(str(elsewhere), newest_migration())
        assert not (plain / "onward.sqlite3").exists()


def test_a_plain_backup_from_before_comes_into_an_encrypted_folder_encrypted(filled: Path, tmp_path: Path) -> None:
    with living_in(copy_of(filled, tmp_path / "was")) as was:
        elsewhere = copy_of(was / "backups" if make_backup() else was, tmp_path / "usb")
        name, before = list_backups()[0].name, read_tables()
    with living_encrypted(encrypt(tmp_path / "was")) as folder:
        restore_backup(str(elsewhere / name), newest_migration())
        assert read_tables() == before
        assert readable(folder, "harbor") == []


def test_what_is_deleted_for_good_goes_from_encrypted_backups_too(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with living_encrypted(encrypt(tmp_path / "folder")):
        create_tables()
        row = keep_writing(ensure_owner(), MATTERS, f"{MARK} matters. " * 300)
        sound = keep_recording(ensure_owner(), chunks=[SOUND], sort=Sound.WEBM, card=None, question="Why?", seconds=9)
        make_backup()
        assert (tmp_path / "folder" / "backups" / "recordings" / sound.name).exists()
        burn_writing(row)
        delete_recording(ensure_owner(), sound)
        assert not (tmp_path / "folder" / "backups" / "recordings" / sound.name).exists()
        connection.close()
    decrypt(tmp_path / "folder")
    assert holding(tmp_path / "folder", MARK[2:].encode()) == []


def test_everything_deleted_leaves_an_encrypted_folder_that_begins_anew(folder: Path) -> None:
    make_backup()
    delete_everything(Owner.objects.get())
    assert not (folder / "backups").exists()
    add_job(ensure_owner(), employer=f"{MARK} Clinic", role="")
    make_backup()
    assert readable(folder) == []


def test_a_damaged_file_is_said_and_a_backup_takes_its_place(folder: Path) -> None:
    made = make_backup()
    before = read_tables()
    connection.close()
    home.database_path().write_bytes(b"x" * 9000)
    assert backups.put_away() is None
    restore_backup(made.name, newest_migration())
    assert read_tables() == before


# -- out and in --


def test_an_export_is_the_same_and_comes_in_encrypted(folder: Path, taken_out: Path, tmp_path: Path) -> None:
    assert write_export(tmp_path / "again.zip").place.read_bytes() == taken_out.read_bytes()
    connection.close()
    import_search(taken_out, replace=True)
    assert write_export(tmp_path / "third.zip").place.read_bytes() == taken_out.read_bytes()
    assert readable(folder, "harbor") == []


def test_an_export_brought_in_from_the_page_never_lies_there_readable(
    folder: Path, taken_out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, seen = arrive._make_search, list[str]()

    def look(*given: Any) -> None:
        make(*given)
        seen.extend(path.name for path in folder.rglob("*") if path.is_file() and b"onward.json" in path.read_bytes())
        seen.extend(readable(folder, "harbor"))

    monkeypatch.setattr(arrive, "_make_search", look)
    monkeypatch.setenv("PYTHONPATH", str(SRC))
    client = door(Owner.objects.get())
    add_job(Owner.objects.get(), employer="Later Clinic", role="")
    page = client.post(
        "/data/arrive/", {"file": SimpleUploadedFile("search.zip", taken_out.read_bytes())}
    ).content.decode()
    word = re.search(r'name="yes" value="([0-9a-f]+)"', page)
    assert word is not None, page
    assert seen == []
    assert client.post("/data/arrive/", {"yes": word[1]}).status_code == 302
    assert not Opportunity.objects.filter(employer="Later Clinic").exists()
    assert readable(folder, "harbor") == []


def test_the_page_says_how_and_what_stays_readable(folder: Path, filled: Path, tmp_path: Path) -> None:
    page = door(Owner.objects.get()).get("/data/").content.decode()
    assert "It is encrypted" in page
    assert "onward decrypt" in page
    with living_in(copy_of(filled, tmp_path / "plain")):
        page = door(Owner.objects.get()).get("/data/").content.decode()
        assert "onward encrypt" in page
        assert "Nobody can open it without the passphrase" in page


# -- the keyring --


def test_a_keyring_opens_the_folder_it_was_kept_for_and_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring: dict[tuple[str, str], str] = {}
    fake = types.SimpleNamespace(
        get_password=lambda *at: ring.get(at), delete_password=lambda *at: ring.pop(at),
        set_password=lambda service, account, secret: ring.__setitem__((service, account), secret),
    )  # fmt: skip
    monkeypatch.setitem(sys.modules, "keyring", fake)
    monkeypatch.setattr(folder_key, "_opened", {})
    monkeypatch.setattr(folder_key, "_ways", [])
    prepare_unlocking(terminal=False)
    key, sealed = sealed_key()
    with pytest.raises(HomeTrouble, match="there is no terminal here"):
        key_beside(home.database_path())
    assert keep_in_keyring(sealed, key)
    assert PASSPHRASE not in str(ring)
    assert key_beside(home.database_path()) == key
    monkeypatch.setattr(folder_key, "_opened", {})
    forget_in_keyring(sealed)
    assert ring == {}
    with pytest.raises(HomeTrouble, match="there is no terminal here"):
        key_beside(home.database_path())


# -- commands --


@pytest.fixture(scope="module")
def commanded(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Path:
    """A folder of the first version, encrypted by the command with a passphrase that is typed."""
    place = tmp_path_factory.mktemp("commanded") / "folder"
    place.mkdir()
    (place / "onward.sqlite3").write_bytes(gzip.decompress((OLD / "0.1.0.sqlite3.gz").read_bytes()))
    (place.parent / "passphrase").write_text(f"{PASSPHRASE}\n")
    (place.parent / "other").write_text("another one altogether\n")
    with django_db_blocker.unblock():
        done = run(place, "encrypt", typed=f"{PASSPHRASE}\n")
    assert done.returncode == 0, done.stderr
    assert "Nobody can open it without the passphrase" in done.stderr
    assert "asks for its passphrase each time" in done.stdout
    return place


def run(folder: Path, *words: str, passphrase: str = "", typed: str = "") -> Ended:
    """A command where there is no terminal."""
    named = {"ONWARD_PASSPHRASE_FILE": str(folder.parent / passphrase)} if passphrase else {}
    return commands.run(folder, *words, given=typed, ONWARD_CLOCK="2026-11-16T09:00", **named)


def test_a_search_of_the_first_version_is_brought_up_to_date_while_it_is_encrypted(commanded: Path) -> None:
    told = json.loads(run(commanded, "jobs", "--json", passphrase="passphrase").stdout)
    before = json.loads((OLD / "0.1.0.json").read_text("utf-8"))["jobs"]
    assert [one["employer"] for one in told] == [one["employer"] for one in before]
    assert readable(commanded, "harbor") == []


@pytest.mark.parametrize(
    "words",
    [
        ["jobs"],
        ["today"],
        ["backup"],
        ["export", "out.zip"],
        ["restore", "2026"],
        ["mcp"],
        ["--no-browser"],
        ["decrypt"],
    ],
)
def test_without_a_passphrase_every_command_says_one_sentence(commanded: Path, words: list[str]) -> None:
    done = run(commanded, *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "is encrypted, and there is no terminal here" in done.stderr or words[0] == "restore"


def test_a_wrong_passphrase_is_one_sentence_and_changes_nothing(commanded: Path) -> None:
    before = (commanded / "onward.sqlite3").read_bytes()
    done = run(commanded, "jobs", passphrase="other")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"onward: That passphrase doesn’t open {commanded}. Nothing was changed. Without the right one nobody can open "
        "it, Onward neither.\n"
    )
    assert (commanded / "onward.sqlite3").read_bytes() == before
    assert "can’t be read" in run(commanded, "jobs", passphrase="nowhere").stderr


def test_help_asks_for_nothing(commanded: Path) -> None:
    assert run(commanded, "jobs", "--help").returncode == 0


def test_the_passphrase_is_typed_on_the_terminal_and_the_server_opens(commanded: Path) -> None:
    pty = pytest.importorskip("pty")
    child, terminal = pty.fork()
    if not child:
        leave = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
        told = {name: value for name, value in os.environ.items() if name not in leave}
        told |= {"ONWARD_HOME": str(commanded), "ONWARD_CLOCK": "2026-11-16T09:00", "PYTHONPATH": str(SRC)}
        os.execvpe(COMMAND[0], [*COMMAND, "--no-browser"], told)  # a program of ours
    said = b""
    while b"Passphrase of" not in said:
        said += os.read(terminal, 1000)
    os.write(terminal, f"{PASSPHRASE}\n".encode())
    while not (found := re.search(rb"Onward is open at (\S+)\r?\n", said)):
        said += os.read(terminal, 1000)
    assert PASSPHRASE.encode() not in said
    surroundings = Path(f"/proc/{child}/environ")
    assert not surroundings.exists() or PASSPHRASE.encode() not in surroundings.read_bytes()
    try:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with opener.open(found[1].decode()) as answer:
            assert answer.status == 200
        with opener.open("{0.scheme}://{0.netloc}/jobs/".format(urlsplit(found[1].decode()))) as answer:
            assert b"Cedar" in answer.read()
    finally:
        os.kill(child, 15)
        os.waitpid(child, 0)
        os.close(terminal)
    assert readable(commanded, "harbor") == []


def test_another_passphrase_takes_the_place_of_the_first_by_the_command(commanded: Path, tmp_path: Path) -> None:
    place = copy_of(commanded.parent, tmp_path / "copy") / "folder"
    assert "doesn’t open" in run(place, "encrypt", "--anew", passphrase="other", typed="four other words here\n").stderr
    (place.parent / "new").write_text("four other words here\n")
    done = run(place, "encrypt", "--anew", passphrase="passphrase", typed="four other words here\n")
    assert done.returncode == 0, done.stderr
    assert "The old one opens nothing in it any more" in done.stdout
    assert "doesn’t open" in run(place, "jobs", passphrase="passphrase").stderr
    assert run(place, "jobs", passphrase="new").stdout == run(commanded, "jobs", passphrase="passphrase").stdout
    assert "isn’t encrypted" in run(tmp_path / "nothing", "encrypt", "--anew", typed="four other words here\n").stderr


def test_decrypt_makes_it_readable_by_the_command(commanded: Path, tmp_path: Path) -> None:
    place = copy_of(commanded.parent, tmp_path / "copy") / "folder"
    done = run(place, "decrypt", passphrase="passphrase")
    assert (done.returncode, done.stdout) == (0, f"{place} isn’t encrypted any more.\n")
    assert run(place, "jobs").stdout == run(commanded, "jobs", passphrase="passphrase").stdout
    assert run(place, "encrypt", typed="short\n").stderr.endswith("A little longer, please: four or five words.\n")
    assert "isn’t encrypted" in run(place, "encrypt", "--forget").stderr
    assert "is encrypted already" in run(commanded, "encrypt", typed=f"{PASSPHRASE}\n").stderr
