"""Bytes to a Letter: what a person would read, whatever wrote the bytes."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.notice.message.letter import Address, Letter, find_own_words, parse_letter


def message(body: bytes = b"Hello\r\n", **fields: str) -> bytes:
    """A message with these fields (underscores for dashes) above this body."""
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    return head.encode() + b"\r\n" + body


def test_a_plain_message_is_read_as_it_stands() -> None:
    raw = message(
        b"Dear Sam,\r\nthank you.\r\n",
        From="Ana Ruiz <Ana@Clinic.example>",
        To="Sam <sam@home.example>, hr@clinic.example",
        Cc="x@clinic.example",
        Subject="Your application",
        Date="Mon, 2 Nov 2026 10:15:00 +0100",
        Message_ID="<one@clinic.example>",
        In_Reply_To="<zero@home.example>",
        References="<a@b> <zero@home.example>",
        Reply_To="jobs@clinic.example",
    )
    letter = parse_letter(raw)
    assert letter.key == hashlib.sha256(raw).hexdigest()
    assert letter.sender == Address("Ana Ruiz", "ana@clinic.example")
    assert [one.address for one in letter.to] == ["sam@home.example", "hr@clinic.example", "x@clinic.example"]
    assert letter.reply_to == Address("", "jobs@clinic.example")
    assert letter.subject == "Your application"
    assert letter.body.strip() == "Dear Sam,\nthank you."
    assert letter.date == datetime(2026, 11, 2, 10, 15, tzinfo=timezone(timedelta(hours=1)))
    assert letter.message_id == "one@clinic.example"
    assert letter.in_reply_to == ("zero@home.example",)
    assert letter.references == ("a@b", "zero@home.example")
    assert letter.troubles == ()


@pytest.mark.parametrize(
    ("label", "data", "text"),
    [
        ("utf-8", "Grüße, 你好".encode(), "Grüße, 你好"),
        ("iso-8859-1", "Grüße".encode("latin-1"), "Grüße"),
        ("iso-8859-1", "Grüße".encode(), "Grüße"),  # UTF-8 labeled Latin-1
        ("utf-8", "Grüße".encode("latin-1"), "Grüße"),  # and the other way round
        ("iso-8859-1", "“no”".encode("cp1252"), "“no”"),
        ("us-ascii", "Grüße".encode(), "Grüße"),
        ("windows-1252", "€ 5".encode("cp1252"), "€ 5"),
        ("iso-2022-jp", "不採用".encode("iso-2022-jp"), "不採用"),
        ("", "不採用".encode("iso-2022-jp"), "不採用"),
        ("gb2312", "很遗憾镕".encode("gbk"), "很遗憾镕"),  # a letter outside GB 2312 itself
        ("shift_jis", "不採用①".encode("cp932"), "不採用①"),
        ("ks_c_5601-1987", "불합격".encode("cp949"), "불합격"),
        ("koi8-r", "отказ".encode("koi8-r"), "отказ"),
        ("utf-7", b"Gr+APwA3w-e", "Grüße"),
        ("utf-16", "Grüße an Sie".encode("utf-16"), "Grüße an Sie"),
        ("utf-16", "Grüße an Sie".encode("utf-16-be"), "Grüße an Sie"),
        ("x-klingon", b"\xff\xfeonly stray bytes", "ÿþonly stray bytes"),
        ("utf-16", b"only says so", "only says so"),
        ("CP-850", "Größe".encode("cp850"), "Größe"),
    ],
)
def test_a_body_is_read_in_its_character_set_or_in_the_one_that_was_meant(label: str, data: bytes, text: str) -> None:
    letter = parse_letter(
        message(data, Subject="x", Content_Type=f"text/plain; charset={label}" if label else "text/plain")
    )
    assert letter.body.strip() == text


@pytest.mark.parametrize("label", ["klingon-8", "x\x01y", "idna", "undefined", "rot13", "base64", "zlib", "a" * 500])
def test_an_unknown_character_set_is_said_and_the_text_is_read(label: str) -> None:
    letter = parse_letter(message("Grüße".encode(), Subject="x", Content_Type=f'text/plain; charset="{label}"'))
    assert letter.body == "Grüße"
    assert letter.troubles
    assert letter.troubles[0].startswith("Its character set")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("=?utf-8?q?=C3=BCber?= alles", "über alles"),
        ("=?utf-8?b?w7xiZXI=?= =?utf-8?b?IGFsbGVz?=", "über alles"),
        ("=?utf-8?b?w7w=?= =?utf-8?b?YsM=?= =?utf-8?b?pHg=?=", "übäx"),  # and in base64
        ("=?utf-8?q?=C3?=\r\n =?utf-8?q?=BCber?=", "über"),  # a letter cut between two words
        ("=?utf-8*en?q?caf=C3=A9?=", "café"),
        ("=?nobody-knows?q?plain?=", "plain"),
        ("=?utf-8?q?what's_that??=", "what's that?"),
        ("=?utf-8?q?never closed", "=?utf-8?q?never closed"),
        ("a\r\n folded\r\n\tsubject", "a folded subject"),
        ("  ", ""),
    ],
)
def test_a_subject_is_decoded_and_unfolded(written: str, meant: str) -> None:
    assert parse_letter(message(Subject=written)).subject == meant


@pytest.mark.parametrize(
    ("written", "name", "address"),
    [
        ("=?utf-8?q?Doe=2C_J=C3=BCrgen?= <J@X.de>", "Doe, Jürgen", "j@x.de"),
        ('"Doe, J. (HR)" <j@x.de>', "Doe, J. (HR)", "j@x.de"),
        ('"=?utf-8?q?J=C3=BC?=" <j@x.de>', "Jü", "j@x.de"),
        ("j@x.de (Jo Doe)", "Jo Doe", "j@x.de"),
        ("Jo Doe j@x.de", "Jo Doe", "j@x.de"),
        ("Team: j@x.de, k@x.de;", "", "j@x.de"),
        ("Jo Doe", "Jo Doe", ""),
        ("<j@x.de", "", "j@x.de"),
        ('"a\\"b" <j@x.de>', 'a"b', "j@x.de"),
        ("", "", ""),
    ],
)
def test_a_sender_is_found_however_it_is_written(written: str, name: str, address: str) -> None:
    assert parse_letter(message(From=written)).sender == Address(name, address)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Mon, 2 Nov 2026 10:15:00 +0000", datetime(2026, 11, 2, 10, 15, tzinfo=UTC)),
        ("2 Nov 26 10:15 GMT", datetime(2026, 11, 2, 10, 15, tzinfo=UTC)),
        ("Mon, 2 Nov 2026 10:15:00 +9999", datetime(2026, 11, 2, 10, 15, tzinfo=UTC)),
        ("Mon, 2 Nov 2026 10:15:00", datetime(2026, 11, 2, 10, 15, tzinfo=UTC)),
        ("2026-11-02T10:15:00+00:00", datetime(2026, 11, 2, 10, 15, tzinfo=UTC)),
        ("Mon, 2 Nov 9026 10:15:00 +0000", None),
        ("Thu, 1 Jan 1970 00:00:00 +0000", None),
        ("Mon, 2 Nov 0026 10:15:00 +0000", datetime(2026, 11, 2, 10, 15, tzinfo=UTC)),
        ("Mon, 31 Feb 2026 10:15:00 +0000", None),
        ("yesterday", None),
    ],
)
def test_a_date_is_aware_or_it_is_none_and_said(written: str, meant: datetime | None) -> None:
    letter = parse_letter(message(Date=written))
    assert letter.date == meant
    assert (letter.date is None) == ("Its date can’t be read." in letter.troubles)
    assert letter.date is None or letter.date.tzinfo is not None


def test_the_day_it_arrived_stands_in_for_a_date_that_cannot_be_read() -> None:
    raw = message(Received="by mx; Mon, 02 Nov 2026 10:00:00 +0000", Date="soon", Subject="x")
    assert parse_letter(raw).date == datetime(2026, 11, 2, 10, tzinfo=UTC)
    assert "the day it arrived" in parse_letter(raw).troubles[0]


@pytest.mark.parametrize("written", ["Thu, 1 Jan 1970 00:00:00 +0000", "Fri, 1 Jan 2088 00:00:00 +0000"])
def test_a_clock_that_stood_wrong_is_not_believed_over_the_day_it_arrived(written: str) -> None:
    raw = message(Received="by mx; Mon, 02 Nov 2026 10:00:00 +0000", Date=written, Subject="x")
    assert parse_letter(raw).date == datetime(2026, 11, 2, 10, tzinfo=UTC)
    assert "the day it arrived" in parse_letter(raw).troubles[0]


def test_a_sender_a_zone_ahead_keeps_the_date_it_says() -> None:
    raw = message(Received="by mx; Mon, 02 Nov 2026 10:00:00 +0000", Date="Tue, 3 Nov 2026 00:30:00 +0000")
    assert parse_letter(raw).date == datetime(2026, 11, 3, 0, 30, tzinfo=UTC)


def test_a_very_long_field_hides_none_behind_it() -> None:
    letter = parse_letter(
        b"X-Long: " + b"a" * 2_000_000 + b"\nFrom: Dana <dana@harbor.example>\nSubject: Hello\n\nHi.\n"
    )
    assert (letter.sender.address, letter.subject, letter.body.strip()) == ("dana@harbor.example", "Hello", "Hi.")


def parts(*bodies: tuple[str, str], kind: str = "mixed", end: str = "--b--\r\n", encoding: str = "7bit") -> bytes:
    text = "".join(
        f"--b\r\nContent-Type: {one}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n" for one, body in bodies
    )
    return message((text + end).encode(), Subject="x", Content_Type=f"multipart/{kind}; boundary=b")


def test_plain_text_is_preferred_and_markup_stands_in_for_a_stub() -> None:
    plain = ("text/plain", "Words in plain text, quite enough of them.")
    rich = ("text/html", "<p>Words in <b>markup</b></p>")
    stub = ("text/plain", "View this message in your browser.")
    assert parse_letter(parts(plain, rich, kind="alternative")).body == "Words in plain text, quite enough of them."
    assert parse_letter(parts(stub, rich, kind="alternative")).body == "Words in markup"
    assert parse_letter(parts(("text/plain", " "), rich, kind="alternative")).body == "Words in markup"
    assert parse_letter(parts(stub, kind="alternative")).body == "View this message in your browser."


def test_a_last_boundary_may_be_missing() -> None:
    assert parse_letter(parts(("text/plain", "all there"), end="")).body == "all there"


def test_attached_messages_keep_their_own_bytes() -> None:
    inner = "Subject: inner\r\nFrom: a@b.example\r\n\r\nWe regret."
    letter = parse_letter(parts(("text/plain", "see below"), ("message/rfc822", inner)))
    assert letter.attached == (inner.encode(),)
    assert parse_letter(letter.attached[0]).subject == "inner"
    assert letter.body == "see below"


def test_an_invitation_and_a_message_saved_as_a_file_are_found() -> None:
    letter = parse_letter(
        parts(("text/calendar; method=REQUEST", "BEGIN:VCALENDAR"), ('application/octet-stream; name="a.eml"', "A: b"))
    )
    assert letter.calendar == (b"BEGIN:VCALENDAR",)
    assert letter.attached == (b"A: b",)


def test_text_in_a_file_is_not_the_body() -> None:
    assert parse_letter(parts(("text/plain", "hi"), ('text/plain; name="cv.txt"', "my whole life"))).body == "hi"


def test_damaged_base64_gives_what_can_be_had() -> None:
    assert parse_letter(parts(("text/plain", "aGVsbG8=\r\n!!\x00d29ybGQ=x"), encoding="base64")).body == "helloworld"
    assert parse_letter(parts(("text/plain", "these are words, not base64"), encoding="base64")).body.startswith(
        "these are"
    )


def test_flowed_text_is_put_together() -> None:
    raw = message(b"> a \r\n> b\r\nlong \r\nline\r\n-- \r\nSam\r\n", Content_Type="text/plain; format=flowed")
    assert parse_letter(raw).body.strip() == "> a b\nlong line\n-- \nSam"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_all_line_ends_are_line_ends(end: bytes) -> None:
    assert parse_letter(end.join([b"Subject: x", b"", b"one", b"two"])).body == "one\ntwo"


def test_nuls_and_lone_surrogates_are_gone() -> None:
    letter = parse_letter(message(b"a\0b +2AA-", Subject="x\0y", Content_Type="text/plain; charset=utf-7"))
    assert "\0" not in letter.body + letter.subject
    (letter.body + letter.subject).encode("utf-8")


def test_marks_of_lists_threads_and_labels_are_kept() -> None:
    letter = parse_letter(
        message(
            X_GM_THRID="1882085707654447215",
            X_Gmail_Labels="=?utf-8?q?Posteingang,Wichtig?=",
            List_ID="Jobs <jobs.list.example>",
            List_Unsubscribe="<mailto:u@x>",
            Delivered_To="Me@Home.example",
        )
    )
    assert (letter.thread, letter.labels) == ("1882085707654447215", ("Posteingang", "Wichtig"))
    assert (letter.list_id, letter.bulk, letter.delivered_to) == ("jobs.list.example", True, ("me@home.example",))


def test_an_outlook_conversation_has_one_thread_for_all_its_messages() -> None:
    root = "AdS2" + "A" * 25 + "A="
    first, reply = parse_letter(message(Thread_Index=root)), parse_letter(message(Thread_Index=root[:28] + "AAAAAAAA"))
    assert first.thread == reply.thread is not None
    assert parse_letter(message(Thread_Index="nonsense")).thread is None


def test_a_long_body_is_cut_and_says_so() -> None:
    letter = parse_letter(message(b"word " * 100_000))
    assert len(letter.body) == 200_000
    assert "only the first 200,000" in letter.troubles[0]


def test_a_message_that_closes_what_it_says_is_said_to_be_closed() -> None:
    letter = parse_letter(message(b"MIAGCSqGSIb3", Content_Type="application/pkcs7-mime; name=smime.p7m"))
    assert "encrypted" in letter.troubles[0]


def test_a_broken_line_in_the_head_loses_no_field() -> None:
    assert parse_letter(b"Subject: x\nbroken line\nFrom: a@b.example\n\nbody").sender.address == "a@b.example"


def test_bytes_without_a_head_are_all_text() -> None:
    letter = parse_letter(b"We regret to tell you.\nBest\n")
    assert letter.body.strip() == "We regret to tell you.\nBest"
    assert letter.troubles


def whole(letter: Letter) -> None:
    """What holds for every letter."""
    texts = [letter.subject, letter.body, letter.sender.name, letter.sender.address, *letter.labels, *letter.troubles]
    for text in texts:
        assert "\0" not in text
        text.encode("utf-8")
    assert "\r" not in letter.body
    assert letter.date is None or letter.date.tzinfo is not None
    assert letter.sender.address == letter.sender.address.lower()
    last = 0
    for start, end in find_own_words(letter.body):
        assert last <= start < end <= len(letter.body)
        last = end


@given(st.binary(max_size=2_000))
@settings(max_examples=150, deadline=None)
def test_no_bytes_stop_the_reading(raw: bytes) -> None:
    letter = parse_letter(raw)
    whole(letter)
    assert letter == parse_letter(raw)
    assert letter.key == hashlib.sha256(raw).hexdigest()


_REAL = parts(("text/plain; charset=utf-8", "Hällo"), ("text/html", "<p>x<p>y"), ("message/rfc822", "A: b\r\n\r\nc"))


@given(st.lists(st.tuples(st.integers(0, len(_REAL) - 1), st.binary(min_size=0, max_size=6)), max_size=12))
@settings(max_examples=150, deadline=None)
def test_no_damage_to_a_real_message_stops_the_reading(damage: list[tuple[int, bytes]]) -> None:
    raw = bytearray(_REAL)
    for at, piece in damage:
        raw[at : at + 3] = piece
    letter = parse_letter(bytes(raw))
    whole(letter)
    assert "It could not be taken apart, so all of it was read as plain text." not in letter.troubles


@given(st.text(max_size=500))
@settings(max_examples=100, deadline=None)
def test_own_words_are_spans_of_any_text(body: str) -> None:
    spans = find_own_words(body)
    assert all(0 <= start < end <= len(body) for start, end in spans)
    assert list(spans) == sorted(spans)
