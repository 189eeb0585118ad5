"""Every shape in which programs write an mbox gives its letters, and a head that stands in a text is told."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.sources.places import LINE, MESSAGES, mbox_of

from onward.notice.message.letter import parse_letter
from onward_app.sources import Found, Trouble, open_source
from onward_app.sources import split as splitting
from onward_app.sources.split import split_mailbox

CASES = Path(__file__).parent / "cases"
BY_PROGRAM = tuple(b"X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\n" + message for message in MESSAGES)


def raws(data: bytes) -> list[bytes]:
    return [piece.raw for piece in split_mailbox(io.BytesIO(data))]


def without_blanks(*messages: bytes, line: bytes = LINE) -> bytes:
    return b"".join(line + message for message in messages)


@pytest.mark.parametrize("name", ["01-thunderbird-today", "02-thunderbird-grown", "03-no-blank-lines.mbox"])
def test_each_of_the_four_letters_is_found_and_nothing_is_odd(name: str) -> None:
    items = list(open_source(CASES / name))
    letters = [parse_letter(item.raw) for item in items if isinstance(item, Found)]
    assert [(one.date.month, one.date.day) for one in letters if one.date][:3] == [(10, 5), (10, 14), (10, 29)]
    assert len(items) == len(letters) == 4


@pytest.mark.parametrize(
    "line",
    [
        b"From \n",
        b"From -\n",
        b"From - \n",
        b"From 1854692540811195948@xxx\n",
        b"From ana@clinic.example\n",
        b"From ???@???\n",
        b"From ana@clinic.example 2026-11-02 10:00:00\n",
        b"From MAILER-DAEMON 2026-11-02T10:00:00Z\n",
        b"From ana@clinic.example 2026-11-02 10:00:00 +0100\n",
        b"From - Mo Nov  2 10:00:00 2026\n",
        b"From ana lun. 2 nov. 2026 10:00\n",
        b"From ana@clinic.example 02/11/2026 10:00:00\n",
        b"From Ana Ruiz, the clinic\n",
    ],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("blank", [True, False])
def test_a_head_below_the_line_decides_and_not_what_the_line_says(line: bytes, end: bytes, *, blank: bool) -> None:
    made = mbox_of(*BY_PROGRAM, line=line) if blank else without_blanks(*BY_PROGRAM, line=line)
    kept = b"\n" if end == b"\r" else end
    assert raws(made.replace(b"\n", end)) == [one.replace(b"\n", kept) for one in BY_PROGRAM]


@pytest.mark.parametrize("line", [LINE, b"From \n", b"From -\n", b"From id@xxx\n"])
def test_a_short_head_is_enough_below_a_line_that_is_no_sentence(line: bytes) -> None:
    short = [b"From: Ana <ana@clinic.example>\nSubject: Letter %d\n\nDear Sam\n" % number for number in range(3)]
    assert raws(without_blanks(*short, line=line)) == short


@pytest.mark.parametrize(
    "text",
    [
        b"From now on:\n",
        b"From Monday\nDate: 2 November\nTime: 10:00\n\nAna\n",
        b"From the notice:\nSubject: your visit\nTo: all who come\n\nAna\n",
        b"From \n\nFrom: Ana\nTo: Sam\n",
        b"From - \nor so\nFrom: Ana\nTo: Sam\n",
        b"From here\nNote: bring your license\nPlace: the second floor\n\n",
        b"From Ana\nFrom: one word is no head\n\n",
    ],
)
def test_what_a_person_writes_parts_nothing(text: bytes) -> None:
    message = b"Subject: x\nMessage-ID: <1@x.example>\n\nDear Sam,\n\n" + text + b"Ana\n"
    assert raws(LINE + message + b"\n") == [message]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_sixteen_bits_a_letter_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "mail.txt"
    path.write_bytes(mbox_of(*MESSAGES).decode().replace("Dear Sam", "Dear Łódź 中").encode(encoding))
    items = list(open_source(path))
    assert [item.raw.decode() for item in items if isinstance(item, Found)] == [
        one.decode().replace("Dear Sam", "Dear Łódź 中") for one in MESSAGES
    ]
    assert len(items) == len(MESSAGES)


@pytest.mark.parametrize("sip", [1, 7, 1_000])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_size_of_a_sip_changes_nothing_in_any_shape(
    monkeypatch: pytest.MonkeyPatch, sip: int, encoding: str
) -> None:
    data = without_blanks(*BY_PROGRAM * 3, line=b"From \n").decode().encode(encoding)
    monkeypatch.setattr(splitting, "SIP", sip)
    assert raws(data) == list(BY_PROGRAM * 3)


def counted(body: bytes, *, off: int = 0) -> bytes:
    return b"Subject: x\nContent-Length: %d\n\n" % (len(body) + off) + body


FORWARDED = b"Look:\n\n" + LINE + MESSAGES[0] + b"\nAna\n"


def test_a_length_that_ends_at_the_next_message_is_believed() -> None:
    message = counted(FORWARDED)
    assert raws(LINE + message + b"\n" + LINE + MESSAGES[1]) == [message, MESSAGES[1]]
    assert raws(LINE + MESSAGES[1] + b"\n" + LINE + message) == [MESSAGES[1], message]


@pytest.mark.parametrize("off", [-9, 9, 100, 5_000, 90_000_000])
def test_a_length_that_ends_anywhere_else_is_not(off: int) -> None:
    found = raws(LINE + counted(FORWARDED, off=off) + b"\n" + LINE + MESSAGES[1])
    assert len(found) == 3
    assert found[-1] == MESSAGES[1]


@pytest.mark.parametrize("sip", [1, 100])
def test_a_believed_length_needs_no_certain_sips(monkeypatch: pytest.MonkeyPatch, sip: int) -> None:
    monkeypatch.setattr(splitting, "SIP", sip)
    message = counted(FORWARDED * 30)
    assert raws(LINE + message + b"\n" + LINE + MESSAGES[1]) == [message, MESSAGES[1]]


@pytest.mark.parametrize(
    "above", [b"", b"From\n", b"*From \n", b"From the desk of Ana\nno field here\n\n", b"* * *\n\n", b"From  \n\n"]
)
def test_a_head_in_the_middle_of_a_text_is_told(tmp_path: Path, above: bytes) -> None:
    path = tmp_path / "mail.mbox"
    path.write_bytes(mbox_of(MESSAGES[0], MESSAGES[1] + b"\n" + above + b"\n" + MESSAGES[2], MESSAGES[3]))
    said = [str(item) for item in open_source(path) if isinstance(item, Trouble)]
    assert len(said) == 1
    assert "In message 2 of “mail.mbox” the head of another letter stands" in said[0]


@pytest.mark.parametrize(
    "body",
    [
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n"
        + MESSAGES[2]
        + b"\n--b--\n",
        b"\n---------- Forwarded message ---------\nFrom: Ana <ana@clinic.example>\nDate: Mon, 2 Nov\nSubject: x\n\nDear\n",
        b"\nMessage-ID: is what they call it.\n",
    ],
)
def test_a_message_that_is_said_to_hold_another_is_not_odd(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "mail.mbox"
    path.write_bytes(mbox_of(b"Subject: x\n" + body, MESSAGES[3]))
    assert not [item for item in open_source(path) if isinstance(item, Trouble)]
