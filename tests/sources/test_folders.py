"""Folders as mail programs keep them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sources.places import MESSAGES, mbox_of

from onward_app.sources import Found, open_source

MAILDIR = Path(__file__).parents[3] / "shared" / "data" / "malformed" / "resources" / "maildir"


def raws(path: Path) -> list[bytes]:
    return [item.raw for item in open_source(path) if isinstance(item, Found)]


def test_thunderbird_keeps_mbox_files_without_a_suffix(tmp_path: Path) -> None:
    (tmp_path / "Inbox").write_bytes(mbox_of(*MESSAGES[:2]))
    (tmp_path / "Inbox.msf").write_text('// <!-- <mdb:mork:z v="1.4"/> -->')
    (tmp_path / "Inbox.sbd").mkdir()
    (tmp_path / "Inbox.sbd" / "Jobs").write_bytes(mbox_of(*MESSAGES[2:]))
    assert raws(tmp_path) == list(MESSAGES)


def test_a_maildir_below_a_folder_is_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "mail" / "cur").mkdir(parents=True)
    (tmp_path / "mail" / "tmp").mkdir()
    (tmp_path / "mail" / "cur" / "1:2,S").write_bytes(MESSAGES[0])
    (tmp_path / "mail" / "tmp" / "2").write_bytes(MESSAGES[1])
    (tmp_path / "a.eml").write_bytes(MESSAGES[2])
    assert raws(tmp_path) == [MESSAGES[2], MESSAGES[0]]


@pytest.mark.parametrize("text", [b"junk, no number\n", b"12"])
def test_a_broken_emlx_is_read_as_it_stands(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "1.emlx"
    path.write_bytes(text)
    assert raws(path) == [text]


def test_their_maildir_has_six_messages_in_three_folders() -> None:
    found = raws(MAILDIR) if MAILDIR.is_dir() else []
    assert len(found) == (6 if MAILDIR.is_dir() else 0)
    assert all(b"\n" in raw or raw for raw in found)


def test_a_folder_that_happens_to_be_called_new_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "b.eml").write_bytes(MESSAGES[1])
    (tmp_path / "a.eml").write_bytes(MESSAGES[0])
    assert raws(tmp_path) == [MESSAGES[0], MESSAGES[1]]


def test_progress_of_a_folder_ends_at_its_size(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MESSAGES[0])
    (tmp_path / "notes.txt").write_bytes(b"x" * 5_000)
    source = open_source(tmp_path)
    list(source)
    assert source.position == source.total == len(MESSAGES[0]) + 5_000
