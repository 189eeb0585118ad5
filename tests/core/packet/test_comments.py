"""Comments come back as a file or as the words of a mail; what is none gets its sentence."""

from __future__ import annotations

import json
from datetime import date
from email.message import EmailMessage
from typing import Any

import pytest
from tests.core.packet.packets import make_packet

from onward.packet.comments import DAMAGED, EMPTY, ITSELF, NO_COMMENTS, ReturnedComment, read_comments
from onward.packet.packet import PacketTrouble
from onward.packet.page import write_packet
from onward.packet.read import NEWER

FILE: dict[str, Any] = {
    "format": "onward comments", "version": 1, "packet": "ABCD2345", "mark": "m", "by": "Dana", "on": "2026-11-20",
    "comments": [{"item": 2, "text": "Tell the ending first."}, {"item": 0, "text": "Good."}],
}  # fmt: skip
MAIL = """Hi Robin, here they are.

> Comments on packet abcd2345
> From:  Dana
>
> [2: I tell no ending]
> Tell the ending first.
> Then stop.
> [1] You do.

[0]
Good.
"""


def raw(**changed: Any) -> bytes:
    return json.dumps(FILE | changed).encode()


def test_a_file_is_read() -> None:
    found = read_comments(raw())
    assert (found.packet, found.mark, found.by, found.on) == ("ABCD2345", "m", "Dana", date(2026, 11, 20))
    assert found.comments == (ReturnedComment(2, "Tell the ending first."), ReturnedComment(0, "Good."))


def test_a_mail_is_read_also_when_it_was_quoted() -> None:
    found = read_comments(MAIL.encode())
    assert (found.packet, found.by, found.mark) == ("ABCD2345", "Dana", "")
    assert [(one.item, one.text) for one in found.comments] == [
        (2, "Tell the ending first.\nThen stop."),
        (1, "You do."),
        (0, "Good."),
    ]


def test_a_mail_with_comments_on_two_packets_gives_those_on_the_first() -> None:
    found = read_comments(b"Comments on packet ABCD2345\n[1] Good.\n\nComments on packet ZZZZ2345\n[2] Another.")
    assert (found.packet, found.comments) == ("ABCD2345", (ReturnedComment(1, "Good."),))


def test_spaces_that_a_mail_program_made_hard_are_spaces() -> None:
    found = read_comments("Comments on packet\u00a0ABCD2345\n[1]\u00a0Good.".encode())
    assert found.comments == (ReturnedComment(1, "Good."),)


def test_half_of_a_character_is_left_out() -> None:
    found = read_comments(raw(by="\ud83d Dana", packet="ABCD2345\ud83d", comments=[{"item": 1, "text": "Good \ud83d"}]))
    assert (found.packet, found.by, found.comments) == ("ABCD2345", "Dana", (ReturnedComment(1, "Good"),))


def test_odd_rows_are_left_out_and_the_rest_is_taken() -> None:
    rows = [
        {"item": True, "text": "x"},
        {"item": 1},
        "x",
        {"item": 1, "text": " "},
        {"item": -4, "text": "All \u202eof it."},
    ]
    found = read_comments(raw(comments=rows, by=7, on="soon", mark=None))
    assert (found.comments, found.by, found.on, found.mark) == ((ReturnedComment(0, "All of it."),), "", None, "")


@pytest.mark.parametrize(
    "sent",
    [raw().decode().encode("utf-16"), b"Here they are:\n" + raw(), b"```json\n" + raw() + b"\n```", raw() + raw()],
    ids=["UTF-16", "words before it", "fenced", "twice"],
)
def test_a_file_is_read_whatever_a_program_put_around_it(sent: bytes) -> None:
    assert len(read_comments(sent).comments) == 2


@pytest.mark.parametrize("name", ["comments-ABCD2345.json", ""], ids=["with the file", "with the words"])
def test_a_mail_that_was_saved_is_opened(name: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Dana <dana@example.org>", "Re: packet"
    mail.set_content("See below." if name else MAIL.replace("> ", "").replace(">", ""), cte="base64")
    if name:
        mail.add_attachment(raw(), maintype="application", subtype="json", filename=name)
    found = read_comments(mail.as_bytes())
    assert (found.by, found.comments[0].item) == ("Dana", 2)


def test_words_above_the_first_number_are_on_all_of_it() -> None:
    found = read_comments(b"Comments on packet ABCD2345\nFrom: Dana\n\nIt reads well.\n\n[2] But end it.")
    assert [(one.item, one.text) for one in found.comments] == [(0, "It reads well."), (2, "But end it.")]


def test_a_list_of_a_mail_program_is_one_too() -> None:
    found = read_comments("Comments on packet ABCD2345\n• [1: x] Good\n - [2] Bad".encode())
    assert [(one.item, one.text) for one in found.comments] == [(1, "Good"), (2, "Bad")]


def test_a_signature_and_the_mail_that_was_answered_are_no_comment() -> None:
    told = (
        b"Comments on packet ABCD2345\n[1] Good.\n--\nDana Moss\nCoach\n\nOn Monday Robin wrote:\n> Here it is.\n> R.\n"
    )
    assert read_comments(told).comments == (ReturnedComment(1, "Good."),)
    long = b"Comments on packet ABCD2345\n[1] Good.\n--\n" + b"And more.\n" * 20
    assert read_comments(long).comments[0].text.count("And more.") == 20


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (b"Thank you for your application.", NO_COMMENTS),
        (b"", NO_COMMENTS),
        (b"\x00\xff{", NO_COMMENTS),
        (b'{"format": "onward comments"', DAMAGED),
        (raw()[:-5], DAMAGED),
        (raw().decode().replace('"', "”").encode(), DAMAGED),
        (raw(packet=3), NO_COMMENTS),
        (raw(version=2), NEWER),
        (raw(comments=[]), EMPTY),
        (raw(comments={}), EMPTY),
        (b"Comments on packet ABCD2345\nFrom: Dana\n", EMPTY),
        (write_packet(make_packet()).encode(), ITSELF),
        (b"[" * 100_000, NO_COMMENTS),
        (b'{"a":' * 100_000, NO_COMMENTS),
    ],
)
def test_what_is_no_comment_gets_its_sentence(sent: bytes, sentence: str) -> None:
    with pytest.raises(PacketTrouble) as trouble:
        read_comments(sent)
    assert str(trouble.value) == sentence
