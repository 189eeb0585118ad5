"""Bytes to a Letter: any bytes at all, without a single one that stops the reading."""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from onward.notice.message.addresses import NOBODY, Address, parse_addresses
from onward.notice.message.bodies import BODY_LIMIT, gather_text
from onward.notice.message.charsets import clean_text, decode_text
from onward.notice.message.dates import parse_date, parse_received_date
from onward.notice.message.headers import (
    Fields,
    decode_raw,
    first_value,
    is_head,
    parse_message_ids,
    split_head,
    unfold,
)
from onward.notice.message.parts import PartCount, parse_tree
from onward.notice.message.quotes import find_own_words

__all__ = ["Address", "Letter", "find_own_words", "letter_key", "parse_letter"]

SUBJECT_LIMIT = 2_000
CLOCKS_DIFFER = timedelta(days=2)  # a wrong zone or a slow clock
_BULK = frozenset({"bulk", "list", "junk"})
_DELIVERED = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "apparently-to")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Letter:
    """One message as a person would read it, and what its head says about where it belongs.

    `key` is the SHA-256 (hex) of the raw bytes. `date` is aware, None when neither Date nor Received can be read.
    `body` is decoded text with \\n line ends, quoted replies included. `attached` are the raw bytes of the messages in
    it, each a letter of its own. `troubles` are sentences that say what could not be read as it stood. `unread` says,
    to follow a colon, why the letter itself can't be read (“it is encrypted”); it is empty when it can.
    """

    key: str
    message_id: str | None
    date: datetime | None
    sender: Address
    to: tuple[Address, ...]
    reply_to: Address | None
    subject: str
    body: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    thread: str | None
    labels: tuple[str, ...]
    list_id: str | None
    bulk: bool
    delivered_to: tuple[str, ...]
    attached: tuple[bytes, ...]
    calendar: tuple[bytes, ...]
    troubles: tuple[str, ...]
    unread: str = ""


_NOTHING = Letter(
    key="",
    message_id=None,
    date=None,
    sender=NOBODY,
    to=(),
    reply_to=None,
    subject="",
    body="",
    in_reply_to=(),
    references=(),
    thread=None,
    labels=(),
    list_id=None,
    bulk=False,
    delivered_to=(),
    attached=(),
    calendar=(),
    troubles=(),
)
_NOT_TAKEN_APART = "It could not be taken apart, so all of it was read as plain text."


def letter_key(raw: bytes) -> str:
    """The name of a message in Onward: the SHA-256 of its bytes, in hex."""
    return hashlib.sha256(raw).hexdigest()


def parse_letter(raw: bytes) -> Letter:
    """The letter in these bytes. Never raises: what can't be read as mail is read as plain text, and says so.

    >>> parse_letter(b"From: Priya <priya@cedar.example>\\nSubject: Hello\\n\\nThank you.\\n").sender.address
    'priya@cedar.example'
    """
    key = letter_key(raw)
    try:
        return _read_letter(key, _as_lines(raw))
    except Exception:  # whatever hostile bytes find to break, no message may be lost
        text = clean_text(decode_text(raw[: 4 * BODY_LIMIT])[0])[:BODY_LIMIT]
        return replace(_NOTHING, key=key, body=text, troubles=(_NOT_TAKEN_APART,))


def _as_lines(raw: bytes) -> bytes:
    """Bytes with lines to speak of: 16-bit text as UTF-8, the old Macintosh line ends as today's."""
    if raw.startswith(_WIDE_MARKS):
        raw = clean_text(decode_text(raw)[0]).encode("utf-8")
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    if b"\n" not in raw and b"\r" in raw:
        raw = raw.replace(b"\r", b"\n")
    return raw.lstrip(b"\r\n") if raw[:1] in (b"\r", b"\n") else raw


def _read_letter(key: str, raw: bytes) -> Letter:
    fields, start = split_head(raw)
    if not is_head(fields):
        fields, start = {}, 0
    counted = PartCount()
    found = gather_text(parse_tree(raw, fields, start, counted))
    date, trouble = _find_date(fields)
    body = found.body()
    troubles = [*counted.troubles, *found.troubles, *trouble]
    unread = found.unread() if fields else ""
    if unread and found.closed:
        troubles.append(f"Its text could not be read: {unread}.")
    if not fields:
        troubles.append("It has no From, Date or Subject, so all of it was read as text." if body else "It is empty.")
    reply_to = parse_addresses(first_value(fields, "reply-to"))
    return Letter(
        key=key,
        message_id=_message_id(fields),
        date=date,
        sender=_find_sender(fields),
        to=_list_addresses(fields, ("to", "cc")),
        reply_to=reply_to[0] if reply_to else None,
        subject=unfold(first_value(fields, "subject"))[:SUBJECT_LIMIT],
        body=body,
        in_reply_to=parse_message_ids(first_value(fields, "in-reply-to")),
        references=parse_message_ids(first_value(fields, "references")),
        thread=_find_thread(fields),
        labels=_list_labels(fields),
        list_id=_list_id(fields),
        bulk=_is_bulk(fields),
        delivered_to=tuple(dict.fromkeys(one.address for one in _list_addresses(fields, _DELIVERED) if one.address)),
        attached=tuple(found.attached),
        calendar=tuple(found.calendar),
        troubles=tuple(dict.fromkeys(troubles)),
        unread=unread,
    )


def _message_id(fields: Fields) -> str | None:
    text = first_value(fields, "message-id")
    found = parse_message_ids(text)
    return found[0] if found else ("".join(text.split()).strip("<>")[:998] or None)


def _find_sender(fields: Fields) -> Address:
    for name in ("from", "sender", "return-path", "x-from"):
        for value in fields.get(name, ()):
            found = parse_addresses(decode_raw(value), 1)
            if found:
                return found[0]
    return NOBODY


def _list_addresses(fields: Fields, names: tuple[str, ...]) -> tuple[Address, ...]:
    found = [one for name in names for value in fields.get(name, ()) for one in parse_addresses(decode_raw(value))]
    return tuple(dict.fromkeys(found))


def _find_date(fields: Fields) -> tuple[datetime | None, tuple[str, ...]]:
    """Date, else the newest Received (the topmost that can be read), else None and why. None is sent after it
    arrived.
    """
    given = first_value(fields, "date")
    date = parse_date(given)
    arrived = next(
        filter(None, (parse_received_date(decode_raw(value)) for value in fields.get("received", ())[:50])), None
    )
    if date is not None and (arrived is None or date - arrived <= CLOCKS_DIFFER):
        return date, ()
    alone, instead = UNREAD if date is None else TOO_LATE
    return arrived, (alone if arrived is None else instead,) if given else ()


UNREAD = ("Its date can’t be read.", "Its date can’t be read, so the day it arrived was taken.")
TOO_LATE = (
    "Its date is later than the day it arrived.",
    "Its date is later than the day it arrived, so the day it arrived was taken.",
)


def _find_thread(fields: Fields) -> str | None:
    """Gmail's thread number, or the 22 bytes that all messages of one Outlook conversation share, in hex."""
    gmail = first_value(fields, "x-gm-thrid")
    if gmail:
        return gmail[:40]
    index = first_value(fields, "thread-index")
    try:
        root = base64.b64decode(index[:400] + "=" * (-len(index[:400]) % 4))[:22]
    except (binascii.Error, ValueError):
        return None
    return root.hex() if len(root) == 22 else None


def _list_labels(fields: Fields) -> tuple[str, ...]:
    text = unfold(first_value(fields, "x-gmail-labels"))
    return tuple(dict.fromkeys(label for part in text.split(",") if (label := part.strip().strip('"'))))


def _list_id(fields: Fields) -> str | None:
    text = unfold(first_value(fields, "list-id"))
    return (text.rpartition("<")[2].rstrip("> ") or text)[:300] or None


def _is_bulk(fields: Fields) -> bool:
    automatic = first_value(fields, "auto-submitted").lower()
    return (
        "list-unsubscribe" in fields
        or first_value(fields, "precedence").lower() in _BULK
        or (bool(automatic) and not automatic.startswith("no"))
    )
