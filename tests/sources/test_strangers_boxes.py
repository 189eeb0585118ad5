"""Mailboxes as strangers keep and pack them: what is there is found, and what isn't understood is said."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.sources.places import LINE, MESSAGES, mbox_of

from onward.notice.message.letter import parse_letter
from onward_app.sources import Found, SourceTrouble, Trouble, open_source

BY_PROGRAM = tuple(b"X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\n" + message for message in MESSAGES)
WHOLE = list(MESSAGES)


def raws(path: Path) -> list[bytes]:
    return [item.raw for item in open_source(path) if isinstance(item, Found)]


def said(path: Path) -> str:
    """What is said of a place, whether anything of it can be read or not."""
    try:
        return "\n".join(str(item) for item in open_source(path) if isinstance(item, Trouble))
    except SourceTrouble as trouble:
        return trouble.sentence


def pack(path: Path, entries: Mapping[str, bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("line", [b"From\n", b"From\t\n", b"From\tana@clinic.example\tMon Nov  2 10:00:00 2026\n"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_blank_that_an_editor_took_or_turned_changes_nothing(tmp_path: Path, line: bytes, end: bytes) -> None:
    path = tmp_path / "Inbox"
    path.write_bytes(mbox_of(*BY_PROGRAM, line=line).replace(b"\n", end))
    assert len(raws(path)) == len(BY_PROGRAM)


@pytest.mark.parametrize("text", [b"From\nTo: Berlin\nDate: 3 May\n", b"From\tBerlin\nTo:\tRome\n", b"\nFrom\n"])
def test_a_table_with_the_word_from_in_it_parts_nothing(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "mail.mbox"
    path.write_bytes(mbox_of(b"Subject: x\n\nYour journey:\n\n" + text + b"\nAna\n", MESSAGES[1]))
    assert len(raws(path)) == 2


@pytest.mark.parametrize("front", ["", "\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_sixteen_bits_without_a_mark_are_known_below_a_blank_line(tmp_path: Path, front: str, encoding: str) -> None:
    path = tmp_path / "mail.txt"
    path.write_bytes((front + mbox_of(*MESSAGES).decode()).encode(encoding))
    assert raws(path) == WHOLE


@pytest.mark.parametrize("between", [b"", b"\n", b"\n" + b"-" * 60 + b"\n", b"\n\n\n"])
def test_letters_that_nothing_parts_are_told(tmp_path: Path, between: bytes) -> None:
    path = tmp_path / "all.eml"
    path.write_bytes(between.join(MESSAGES[:3]))
    assert "the head of another letter stands in the middle" in said(path)


def test_a_letter_that_forwards_another_is_no_such_thing(tmp_path: Path) -> None:
    path = tmp_path / "one.eml"
    path.write_bytes(
        b"Subject: x\nFrom: Ana <ana@clinic.example>\n\nLook:\n\n-----Original Message-----\nFrom: Bo <bo@x.example>\n"
        b"Sent: Monday\nTo: Ana\nSubject: y\n\nDear Ana\n"
    )
    assert said(path) == ""


@pytest.mark.parametrize(
    "name", ["Maildir/cur/{}.host:2,S", "cur/{}", "mail/{}.eml", "Mail/inbox/{}", "letters/{}.txt", "x/{}.EML"]
)
def test_a_zip_of_letters_is_read_however_they_are_called(tmp_path: Path, name: str) -> None:
    place = pack(tmp_path / "mail.zip", {name.format(n): raw for n, raw in enumerate(MESSAGES)})
    assert raws(place) == WHOLE


@pytest.mark.parametrize(
    "entries",
    [
        {f"mail/{n}.eml": raw for n, raw in enumerate(MESSAGES)},
        {f"export/{n}{end}": raw for n, raw in enumerate(MESSAGES) for end in (".eml", ".metadata.json")},
        {f"Maildir/cur/{n}:2,S": raw for n, raw in enumerate(MESSAGES)},
        {"Mail/INBOX": mbox_of(*MESSAGES), "Mail/INBOX.msf": b"// <!-- <mdb:mork"},
        {"Jobs.mbox/mbox": mbox_of(*MESSAGES), "Jobs.mbox/table_of_contents": b"\0", "__MACOSX/x": b"\0"},
    ],
    ids=["letters", "letters with what a program noted", "a Maildir", "Thunderbird", "Apple Mail"],
)
def test_a_folder_with_such_a_zip_is_read_as_the_zip_is(tmp_path: Path, entries: dict[str, bytes]) -> None:
    mail = {name: data for name, data in entries.items() if not name.endswith(".json")}
    pack(tmp_path / "Downloads" / "export.zip", mail | dict.fromkeys(entries.keys() - mail.keys(), b"{}"))
    (tmp_path / "Downloads" / "cv.pdf").write_bytes(b"%PDF-1.7")
    assert raws(tmp_path / "Downloads") == WHOLE


def test_a_zip_of_a_program_with_a_letter_among_its_examples_is_left_alone(tmp_path: Path) -> None:
    pack(tmp_path / "d" / "program.zip", {"README": b"Hello", "setup.py": b"x", "tests/sample.eml": MESSAGES[0]})
    (tmp_path / "d" / "a.eml").write_bytes(MESSAGES[1])
    assert raws(tmp_path / "d") == [MESSAGES[1]]


def test_an_archive_in_a_zip_is_named(tmp_path: Path) -> None:
    assert "lies another archive, “takeout.zip”" in said(pack(tmp_path / "all.zip", {"a/takeout.zip": b"PK"}))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("winmail.dat", b"\x78\x9f\x3e\x22" + b"\0" * 60, "is a letter that Outlook packed"),
        ("smime.p7m", b"\x30\x82\x10\x00" + b"\0" * 60, "is a signed or locked part of a letter"),
        ("old.dbx", b"\xcf\xad\x12\xfe" + b"\0" * 60, "is a folder of Outlook Express"),
        ("letter.html", b"<!DOCTYPE html><html><body>Dear Sam</body></html>", "is a web page"),
        ("letter.rtf", b"{\\rtf1\\ansi Dear Sam}", "paste them"),
    ],
)
def test_what_is_no_letter_is_named_with_what_to_do(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert words in said(path)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [("old.pst", b"!BDN" + b"\0" * 60, "Outlook data file"), ("a.dbx", b"\xcf\xad\x12\xfe\0", "Outlook Express")],
)
def test_what_may_hold_mail_is_named_in_a_folder_too(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "a.eml").write_bytes(MESSAGES[0])
    assert words in said(tmp_path)


def test_so_is_an_archive_of_outlook_for_mac(tmp_path: Path) -> None:
    pack(tmp_path / "mail.olm", {"Accounts/sam/com.microsoft.__Messages/Inbox/message_1.xml": b"<emails/>"})
    assert "archive of Outlook for Mac" in said(tmp_path)


@pytest.mark.parametrize(
    "head",
    [
        "De:\tMara\nDate d’envoi:\tjeudi 29 octobre 2026 11:00\nÀ:\tSam\nObjet:\tx\n",
        "De:\tMara\nDate d'envoi:\tjeudi 29 octobre 2026 11:00\nÀ:\tSam\nObjet:\tx\n",
        "Subject:\nx\nFrom:\nMara <mara@clinic.example>\nDate:\n10/29/26, 11:00\nTo:\nSam\n",
        "Betreff:\nx\nVon:\nMara <mara@clinic.example>\nDatum:\n29.10.26, 11:00\nAn:\nSam\n",
        "Da:\tMara\nData di invio:\t29/10/2026 11:00\nA:\tSam\nOggetto:\tx\n",
        "Van:\tMara\nVerzonden op:\t29-10-2026 11:00\nAan:\tSam\nOnderwerp:\tx\n",
    ],
)
def test_a_letter_saved_as_text_keeps_its_day_and_its_sender(tmp_path: Path, head: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(f"{head}\nDear Sam,\n\nAna\n", encoding="utf-8")
    [letter] = map(parse_letter, raws(path))
    assert letter.date is not None
    assert (letter.date.date().isoformat(), letter.sender.name, letter.subject) == ("2026-10-29", "Mara", "x")


def test_a_line_that_opens_with_from_and_goes_on_parts_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mail.mbox"
    path.write_bytes(LINE + b"Subject: x\n\nHello\n\nFromage: two pounds\nFrom-here: on\n\nAna\n")
    assert len(raws(path)) == 1
