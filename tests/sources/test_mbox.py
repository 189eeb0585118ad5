"""An mbox is split where its messages part, and nowhere else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.places import LINE, MESSAGES, mbox_of

from onward_app.sources import Found, Trouble, open_source
from onward_app.sources import split as splitting
from onward_app.sources.split import split_mailbox


def raws(data: bytes) -> list[bytes]:
    return [piece.raw for piece in split_mailbox(io.BytesIO(data))]


def test_messages_come_out_as_they_went_in() -> None:
    assert raws(mbox_of(*MESSAGES)) == list(MESSAGES)


@pytest.mark.parametrize(
    "line",
    [
        b"From - Mon Nov 02 10:00:00 2026\n",
        b"From 1854692540811195948@xxx Mon Nov 02 10:00:00 +0000 2026\n",
        b"From MAILER-DAEMON Mon Nov  2 10:00 2026\n",
        b"From ana@clinic.example Mon, 2 Nov 2026 10:00:00 +0100\n",
        b"From Ana Ruiz Mon Nov  2 10:00:00 CET 2026\n",
    ],
)
def test_separators_of_all_programs_are_known(line: bytes) -> None:
    assert raws(mbox_of(*MESSAGES, line=line)) == list(MESSAGES)


@pytest.mark.parametrize(
    "line",
    [b"From here on we part.\n", b"From Monday, 2 Nov 2026, call us:\n", b"From 10:00 in 2026\n", LINE + b"we part\n"],
)
def test_a_sentence_that_opens_with_from_parts_nothing(line: bytes) -> None:
    message = b"Subject: x\n\nDear Sam,\n\n" + line + b"Ana\n"
    assert raws(LINE + message + b"\n") == [message]


def test_a_separator_needs_a_blank_line_above() -> None:
    message = b"Subject: x\n\nDear Sam,\n" + LINE + b"Subject: y\n"
    assert raws(LINE + message + b"\n") == [message]


def test_quoted_from_lines_are_unquoted_by_one() -> None:
    assert raws(LINE + b"Subject: x\n\n>From me\n>>From you\n> From him\n\n") == [
        b"Subject: x\n\nFrom me\n>From you\n> From him\n"
    ]


def test_a_length_that_lies_is_not_believed() -> None:
    first = b"Subject: x\nContent-Length: 100000\n\nshort\n"
    assert raws(mbox_of(first, MESSAGES[0])) == [first, MESSAGES[0]]


def test_windows_line_ends_part_messages_too() -> None:
    data = mbox_of(*MESSAGES).replace(b"\n", b"\r\n")
    assert raws(data) == [message.replace(b"\n", b"\r\n") for message in MESSAGES]


def test_the_size_of_a_sip_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    data = mbox_of(*MESSAGES * 8)
    for sip in (1, 7, 1_000, 4_096):
        monkeypatch.setattr(splitting, "SIP", sip)
        assert raws(data) == list(MESSAGES * 8)


def test_what_stands_above_the_first_separator_is_told_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "mail"
    path.write_bytes(b"garbage\x01\x02\n\n" + mbox_of(*MESSAGES))
    items = list(open_source(path))
    assert isinstance(items[0], Trouble)
    assert [item.raw for item in items[1:] if isinstance(item, Found)] == list(MESSAGES)


def test_a_first_message_that_lost_its_separator_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "mail"
    path.write_bytes(mbox_of(*MESSAGES)[len(LINE) :])
    assert [item.raw for item in open_source(path) if isinstance(item, Found)] == list(MESSAGES)


@pytest.mark.parametrize("cut", [20, 60, 150])
def test_a_file_cut_short_gives_what_is_there_and_says_so(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "mail.mbox"
    path.write_bytes(mbox_of(*MESSAGES)[:-cut])
    items = list(open_source(path))
    assert [item.raw for item in items if isinstance(item, Found)][:-1] == list(MESSAGES[:-1])
    assert "ends in the middle of its last message" in str(items[-1])


def test_parts_without_their_last_boundary_are_cut_too() -> None:
    message = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n"
    assert [piece.is_cut for piece in split_mailbox(io.BytesIO(mbox_of(message)))] == [True]
    assert [piece.is_cut for piece in split_mailbox(io.BytesIO(mbox_of(message + b"--b--\n")))] == [False]


def test_a_file_that_grows_is_read_to_where_it_ended(tmp_path: Path) -> None:
    path = tmp_path / "mail.mbox"
    path.write_bytes(mbox_of(*MESSAGES))
    found = []
    for item in open_source(path):
        found.append(item)
        with path.open("ab") as file:
            file.write(mbox_of(MESSAGES[0]))
    assert len(found) == len(MESSAGES)


def test_one_very_large_message_is_read_in_part_and_memory_stays_flat() -> None:
    large = b"Subject: x\n\n" + b"word\n" * 2_000_000
    pieces = list(split_mailbox(io.BytesIO(mbox_of(large, MESSAGES[0])), limit=100_000))
    assert [len(piece.raw) for piece in pieces] == [100_000, len(MESSAGES[0])]
    assert pieces[0].raw == large[:100_000]
    assert pieces[0].left_out == len(large) - 100_000
    assert pieces[-1].end == len(mbox_of(large, MESSAGES[0]))


_LINES = st.sampled_from(
    [b"", b"text", b"Subject: x", b"From me to you", LINE.rstrip(), b">From x", b"Content-Length: 9"]
)


@given(st.lists(_LINES, max_size=30), st.sampled_from([b"\n", b"\r\n"]))
@settings(max_examples=150, deadline=None)
def test_no_lines_stop_the_splitting_and_no_line_is_lost(lines: list[bytes], end: bytes) -> None:
    data = end.join(lines)
    pieces = raws(data)
    kept = sum(piece.count(b"text") for piece in pieces)
    assert kept == data.count(b"text")
    assert pieces == raws(data)


@given(st.lists(st.binary(min_size=1, max_size=200), min_size=1, max_size=6))
@settings(max_examples=100, deadline=None)
def test_whatever_stands_in_messages_their_number_is_right(bodies: list[bytes]) -> None:
    messages = [b"Subject: x\n\n" + body.replace(b"\n", b" ").replace(b"\r", b" ") + b"\n" for body in bodies]
    assert raws(mbox_of(*messages)) == messages
