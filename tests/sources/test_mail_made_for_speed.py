"""The mail that the speed of reading is measured with is mail: each program that reads it finds the same messages."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

import pytest
from benchmarks.mail_shape import make_maildir, make_texts

from onward.notice.message.letter import parse_letter
from onward_app.sources import Found, open_source

MESSAGES = 80


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A Maildir with what is made up."""
    size = make_maildir(tmp_path / "inbox", MESSAGES)
    assert size > MESSAGES * 500
    return tmp_path / "inbox"


def test_every_message_is_found_with_its_subject_and_its_text(folder: Path) -> None:
    letters = [parse_letter(one.raw) for one in open_source(folder) if isinstance(one, Found)]
    assert len(letters) == MESSAGES
    assert all(len(letter.body.split()) > 5 for letter in letters)
    told = {made.subject for made in make_texts(MESSAGES)}
    assert {letter.subject for letter in letters} <= {" ".join(subject.split()) for subject in told} | told


def test_it_has_the_parts_and_encodings_that_mail_has(folder: Path) -> None:
    mails = [
        email.message_from_bytes(file.read_bytes(), policy=email.policy.compat32) for file in (folder / "cur").iterdir()
    ]
    parts = [part for mail in mails for part in mail.walk() if not part.is_multipart()]
    assert {part.get_content_type() for part in parts} == {"text/plain", "text/html", "application/pdf"}
    assert {part["Content-Transfer-Encoding"] for part in parts} == {"quoted-printable", "base64", "8bit"}
    assert {part.get_content_charset() for part in parts} >= {"utf-8", "iso-8859-1", "windows-1252"}


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    first, second = make_maildir(tmp_path / "a", 20), make_maildir(tmp_path / "b", 20)
    assert first == second
    names = sorted(file.name for file in (tmp_path / "a" / "cur").iterdir())
    assert all((tmp_path / "a" / "cur" / n).read_bytes() == (tmp_path / "b" / "cur" / n).read_bytes() for n in names)
