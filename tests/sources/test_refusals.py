"""What isn't mail, or can't be read, is refused in one sentence that says what to do. Nothing hangs."""

from __future__ import annotations

import gzip
import io
import os
import stat
import tarfile
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.sources.places import MESSAGES, mbox_of, takeout_tgz, takeout_zip

from onward_app.sources import SourceTrouble, Trouble, archive_limits, looks, open_source


def refused(path: Path) -> str:
    """The sentence with which a place is refused, when it is opened or when it is read."""
    with pytest.raises(SourceTrouble) as caught:
        list(open_source(path))
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b"\n\n \0\0", "is empty"),
        (b"%PDF-1.7\nFrom here", "is a PDF"),
        (b"\xff\xd8\xff\xe0JFIF", "is a picture"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"SQLite format 3\0", "is a database"),
        (b"!BDN", "an Outlook data file"),
        (b"Rar!\x1a\x07", "is a RAR archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an Outlook .msg file"),
        (b"Just a shopping list.\nMilk\n", "There is no mail in"),
        (bytes(range(128, 256)), "There is no mail in"),
    ],
)
def test_a_file_that_is_something_else_is_named_for_what_it_is(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "mail.mbox"
    path.write_bytes(data)
    assert what in refused(path)


def test_a_place_that_is_not_there(tmp_path: Path) -> None:
    assert "There is nothing at" in refused(tmp_path / "gone.mbox")


@pytest.mark.parametrize("name", ["cur", "new", "plain"])
def test_a_folder_without_mail(tmp_path: Path, name: str) -> None:
    place = tmp_path / "empty"
    (place / name).mkdir(parents=True)
    assert "There is no mail in" in refused(place)


def test_a_zip_in_which_every_mbox_is_empty_says_so(tmp_path: Path) -> None:
    place = tmp_path / "takeout.zip"
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("Takeout/Mail/Work.mbox", "")
    assert "There is no mail in" in refused(place)


def test_a_word_document_is_a_zip_and_still_no_mail(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "is a Word document, not mail" in refused(path)


@pytest.mark.parametrize("name", ["zip", "tgz"])
def test_an_archive_without_mail(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"takeout.{name}"
    if name == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("Takeout/Drive/a.txt", "a")
    else:
        with tarfile.open(path, "w:gz"):
            pass
    assert "tick Mail" in refused(path)


def test_half_an_archive(tmp_path: Path) -> None:
    for made in (takeout_zip(tmp_path), takeout_tgz(tmp_path)):
        made.write_bytes(made.read_bytes()[:-40])
        assert "damaged or not whole" in refused(made)


def test_one_file_packed_by_hand_is_no_broken_archive(tmp_path: Path) -> None:
    path = tmp_path / "mail.mbox.gz"
    path.write_bytes(gzip.compress(MESSAGES[0]))
    assert "Unpack it first" in refused(path)


def test_an_archive_locked_with_a_password(tmp_path: Path) -> None:
    path = tmp_path / "locked.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.mbox", "x")
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    path.write_bytes(data)
    assert "password" in refused(path)


def bomb(path: Path, size: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.mbox", "w") as entry:
        for _ in range(size // 1_000_000):
            entry.write(bytes(1_000_000))


def test_a_zip_that_unpacks_to_far_more_than_mail_does(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    bomb(path, 200_000_000)
    assert path.stat().st_size < 1_000_000
    assert "far more than mail" in refused(path)


def test_a_zip_that_lies_about_its_size_gives_no_more_than_it_said(tmp_path: Path) -> None:
    path = tmp_path / "liar.zip"
    bomb(path, 120_000_000)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = (1_000).to_bytes(4, "little")
    path.write_bytes(data)
    assert any("is damaged" in str(item) for item in open_source(path) if isinstance(item, Trouble))


@pytest.mark.parametrize("version", [64, 160, 229, 241, 255])
def test_a_zip_of_a_version_that_there_never_was_is_a_sentence(tmp_path: Path, version: int) -> None:
    path = takeout_zip(tmp_path)
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 6] = version
    path.write_bytes(data)
    assert "damaged" in refused(path)
    (tmp_path / "home").mkdir()
    path.rename(tmp_path / "home" / "takeout.zip")
    with pytest.raises(SourceTrouble, match=r"takeout\.zip|no mail"):
        list(open_source(tmp_path / "home"))


def test_a_tgz_that_unpacks_to_far_more_than_mail_does(tmp_path: Path) -> None:
    path = tmp_path / "bomb.tgz"
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for name in ("big.bin", "mail.mbox"):
            entry = tarfile.TarInfo(name)
            entry.size = 100_000_000
            archive.addfile(entry, io.BufferedReader(_Zeros(entry.size)))
    assert "far more than mail" in refused(path)


@pytest.mark.parametrize("kind", [tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE])
def test_a_head_that_claims_a_gigabyte_is_not_read_into_memory(tmp_path: Path, kind: bytes) -> None:
    path = tmp_path / "bomb.tgz"
    head = tarfile.TarInfo("././@x")
    head.size, head.type = 1 << 30, kind
    with gzip.open(path, "wb", 1) as archive:
        archive.write(head.tobuf(tarfile.USTAR_FORMAT))
        for _ in range(64):
            archive.write(bytes(1 << 20))
    tracemalloc.start()
    assert "is damaged" in refused(path)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_long_name_that_is_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.tgz"
    with tarfile.open(path, "w:gz", format=tarfile.GNU_FORMAT) as archive:
        entry = tarfile.TarInfo("Takeout/" + "a" * 5_000 + "/All mail.mbox")
        raw = mbox_of(MESSAGES[0])
        entry.size = len(raw)
        archive.addfile(entry, io.BytesIO(raw))
    assert len(list(open_source(path))) == 1


class _Zeros(io.RawIOBase):
    def __init__(self, size: int) -> None:
        self.size = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        count = min(len(buffer), self.size)
        buffer[:count] = bytes(count)
        self.size -= count
        return count


def test_a_zip_with_more_files_than_anybody_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_limits, "ENTRIES_LIMIT", 3)
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5):
            archive.writestr(f"{number}.mbox", "x")
    assert "more than 3 files" in refused(path)
    monkeypatch.setattr(archive_limits, "DIRECTORY_LIMIT", 10)
    assert "files" in refused(path)


def test_a_named_pipe_is_refused_and_nothing_hangs(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.mbox"
    os.mkfifo(pipe)
    assert "is not a file that can be read" in refused(pipe)
    (tmp_path / "a.eml").write_bytes(MESSAGES[0])
    items = list(open_source(tmp_path))
    assert len([item for item in items if isinstance(item, Trouble)]) == 1
    maildir = tmp_path / "dir"
    (maildir / "cur").mkdir(parents=True)
    (maildir / "new").mkdir()
    os.mkfifo(maildir / "cur" / "1")
    assert "There is no mail" in refused(maildir)


def test_a_device_is_refused() -> None:
    assert stat.S_ISCHR(Path("/dev/zero").stat().st_mode)
    assert "is not a file that can be read" in refused(Path("/dev/zero"))


def test_links_in_circles_are_refused_or_passed_by(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert "a link that leads back to itself" in refused(tmp_path / "a")
    place = tmp_path / "place"
    place.mkdir()
    (place / "self").symlink_to(place)
    (place / "one.eml").write_bytes(MESSAGES[0])
    assert len(list(open_source(place))) == 1


def test_no_permission_is_said_for_what_it_is(tmp_path: Path) -> None:
    """Whoever runs this may be allowed everything, so the computer's answer is asked for directly."""
    trouble = looks.cannot_read(tmp_path / "mail.mbox", PermissionError(13, "Permission denied"))
    assert str(trouble).startswith("Onward may not read “mail.mbox”.")
    passing = looks.cannot_read(tmp_path / "mail.mbox", OSError(5, "Input/output error"))
    assert not passing.permanent
    if os.geteuid():
        path = tmp_path / "locked.mbox"
        path.write_bytes(MESSAGES[0])
        path.chmod(0)
        assert "may not read" in refused(path)
