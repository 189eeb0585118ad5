"""The head of a message: its fields, words in other alphabets, and message ids. Linear in the size of its input."""

# ruff: noqa: SIM905 - a table of words is read as text

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

from onward.notice.message.charsets import clean_text, decode_text

HEAD_LIMIT = 8_000_000  # bytes looked at for the head of a message; some fields are very long
FIELD_LIMIT = 60_000  # bytes kept of one field: two thousand recipients fit
FIELDS_LIMIT = 2_000

_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_WORD_START = re.compile(r"=\?([^?\s=]{1,80})\?([bBqQ])\?")
_ID = re.compile(r"<([^<>]{1,998})>")
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")
_NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))

Fields = dict[str, list[bytes]]

_OF_MAIL = frozenset(
    """from to cc bcc subject date sender reply-to return-path received message-id mime-version in-reply-to references
    delivered-to list-id status thread-index precedence auto-submitted apparently-to envelope-to""".split()
)


def is_head(fields: Fields) -> bool:
    """Whether fields are a message's and not words that stand before a colon: “Note: we moved.”"""
    return any(name in _OF_MAIL or name.startswith(("x-", "resent-", "content-")) for name in fields)


def split_head(raw: bytes, start: int = 0, end: int | None = None) -> tuple[Fields, int]:
    """The fields of raw[start:end] (names in lower case, unfolded values), and the offset at which the body begins."""
    end = len(raw) if end is None else end
    fields: Fields = {}
    value: list[bytes] | None = None
    name, kept, count = "", 0, 0

    def close() -> None:
        if value is not None and count <= FIELDS_LIMIT:
            fields.setdefault(name, []).append(b" ".join(value)[:FIELD_LIMIT])

    for at, line, after in _cut_lines(raw, start, min(end, start + HEAD_LIMIT)):
        if not line:
            close()
            return fields, after
        if line[0] in b" \t":
            if not count and not _is_field_next(raw, after, end):
                return fields, start  # indented words above any field are text
            if value is not None and kept < FIELD_LIMIT:
                value.append(line.strip(b" \t"))
                kept += len(line) + 1
            continue
        found = _FIELD.match(line)
        close()
        value = None
        if found is None:
            if (at == start and line.startswith((b"From ", b">From "))) or _is_stray(raw, after, end, fields=count):
                continue
            return fields, at
        name, count = found[1].lower().decode("ascii"), count + 1
        value = [line[found.end() : found.end() + FIELD_LIMIT].strip(b" \t")]
        kept = len(value[0])
    close()
    return fields, min(end, start + HEAD_LIMIT)


def _cut_lines(raw: bytes, start: int, end: int) -> Iterator[tuple[int, bytes, int]]:
    while start < end:
        found = _LINE.match(raw, start, end)
        assert found is not None  # it matches the empty string
        yield start, found[0].rstrip(b"\r\n"), found.end()
        start = found.end()


def _is_stray(raw: bytes, at: int, end: int, *, fields: int) -> bool:
    """A broken line among the fields: the one after it is a field again, or the blank line that ends them.

    Above any field, a line with a blank one below it is no head but the first paragraph of a text.
    """
    found = _LINE.match(raw, at, min(end, at + 400))
    line = found[0] if found else b""
    return (fields > 0 and line in (b"\n", b"\r\n", b"\r")) or _is_field_next(raw, at, end)


def _is_field_next(raw: bytes, at: int, end: int) -> bool:
    found = _LINE.match(raw, at, min(end, at + 400))
    return found is not None and _FIELD.match(found[0]) is not None


def first_value(fields: Fields, name: str) -> str:
    """The first value of a field as text with its encoded words still encoded; "" when there is none."""
    values = fields.get(name)
    return decode_raw(values[0]) if values else ""


def decode_raw(value: bytes) -> str:
    """A field's bytes as text: ASCII by right, anything else by the best guess."""
    return clean_text(decode_text(value)[0]).replace("\n", " ").strip()


def unfold(value: str) -> str:
    """Encoded words decoded, every run of white space one space."""
    return " ".join(decode_words(value).split())


def decode_words(value: str) -> str:
    """RFC 2047: encoded words decoded, also inside quotes and when a character is cut between two of them."""
    if "=?" not in value:
        return value
    out: list[str] = []
    pending: list[bytes] = []
    charset = ""
    done = 0

    def flush() -> None:
        if pending:
            out.append(decode_text(b"".join(pending), charset)[0])
            pending.clear()

    for start, end, label, data in _encoded_words(value):
        between = value[done:start]
        if between.strip() or (between and not pending):
            flush()
            out.append(between)
        if label != charset:
            flush()
        charset = label
        pending.append(data)
        done = end
    flush()
    out.append(value[done:])
    return clean_text("".join(out))


def _encoded_words(value: str) -> Iterator[tuple[int, int, str, bytes]]:
    close = at = 0
    while True:
        found = _WORD_START.search(value, at)
        if found is None:
            return
        if close < found.end():
            close = value.find("?=", found.end())
            if close < 0:
                return
        nested = value.find("=?", found.end(), close)
        if nested >= 0 and _WORD_START.match(value, nested):  # this one never ends; the next may
            at = nested
            continue
        label = found[1].partition("*")[0].lower()  # RFC 2231 adds a language after the star
        yield found.start(), close + 2, label, _word_bytes(value[found.end() : close], found[2])
        at = close + 2


def _word_bytes(text: str, encoding: str) -> bytes:
    data = text.encode("utf-8", "replace")
    if encoding in "bB":
        return decode_base64(data)
    return _HEX.sub(lambda found: binascii.unhexlify(found[1]), data.replace(b"_", b" "))


def decode_base64(data: bytes) -> bytes:
    """Base64 however damaged: what isn't of its alphabet is left out, a piece cut off at the end is dropped."""
    parts = []
    for piece in data.split(b"="):  # pieces put together by careless programs are padded in the middle
        letters = piece.translate(None, _NOT_BASE64)
        whole = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
        if whole:
            parts.append(binascii.a2b_base64(whole + b"=" * (-len(whole) % 4)))
    return b"".join(parts)


def parse_message_ids(value: str, limit: int = 200) -> tuple[str, ...]:
    """Message ids without their < >, in order, each once."""
    found = _ID.findall(value[:FIELD_LIMIT])
    if not found:
        found = [word for word in value.split() if "@" in word and len(word) < 998]
    return tuple(dict.fromkeys("".join(one.split()) for one in found))[:limit]
