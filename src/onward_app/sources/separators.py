"""The line above each message of an mbox, in every shape that programs give it: what stands below decides."""

from __future__ import annotations

import re

JUDGED = 4_096  # bytes below a line that are looked at
_LINES = 60  # of a head that are looked at; a longer one has shown what it is
_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_DATED = re.compile(
    rb"From[ \t](?:[^\r\n]{0,250}?[ \t])??"
    rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? {1,3}"
    rb"(?:" + _MONTH + rb" {1,3}\d{1,2}|\d{1,2} {1,3}" + _MONTH + rb")"
    rb"[^\r\n]{0,40}?\b\d{1,2}:\d{2}[^\r\n]{0,40}\r?\n"
)
_YEAR = re.compile(rb"\b(?:19|20)\d{2}\b")
_AFTER = re.compile(rb"[!-9;-~]{1,200}[ \t]{0,4}:|>?From |\r?\n|\Z")
# “From ”, “From -”, “From 1854692540811195948@xxx”, “From ana@clinic.example 2026-11-02 10:00:00”: nobody's sentence.
_TERSE = re.compile(rb"From[ \t](?:\S{1,250})?(?:[ \t]+[\dT:.+Z/-]{1,40}){0,3}[ \t]{0,20}\r?\n")
_OPENS = tuple(b"From" + sign for sign in (b" ", b"\t", b"\r", b"\n"))
_BLANKS = (b" ", b"\t", b"\r", b"\n", b"")  # the last where more is to come
_FIELD = re.compile(rb"([!-9;-~]{1,80})[ \t]{0,4}:[ \t]?([^\r\n]{0,80})")
_MAIL_DAY = re.compile(rb"(?:[A-Z][a-z]{2}, {1,2})?\d{1,2} [A-Z][a-z]{2} \d{2,4} \d{1,2}:\d{2}")
# Fields that programs write and nobody types.
_MACHINE = frozenset(
    b"received return-path message-id mime-version content-type content-transfer-encoding delivered-to dkim-signature"
    b" x-mozilla-status x-mozilla-status2 x-gm-thrid x-gmail-labels arc-seal envelope-to x-original-to x-uidl".split()
)
_PLAIN = frozenset(b"from to subject date cc reply-to sender".split())


def is_separator(text: bytes | bytearray, at: int, *, blank_above: bool = True) -> bool:
    """Whether the line that opens with “From” at `at` parts two messages.

    One with a weekday and a year below a blank line is taken at its word when anything like a field follows. Any other
    is one when a whole head follows: lines of fields and nothing else, which no sentence has below it.
    """
    end = text.find(b"\n", at, at + 400) + 1
    if not end or _AFTER.match(text, end, end + 300) is None:
        return False
    found = _DATED.match(text, at, end)
    if found is not None and _YEAR.search(found[0]):
        return blank_above or _is_head(text, end)
    return _is_head(text, end, typed=False) or (_TERSE.fullmatch(text, at, end) is not None and _is_head(text, end))


def find_opening(text: bytes | bytearray, at: int) -> int:
    """The line end above the next line that opens with “From” and a blank, or is “From” alone; -1 without one."""
    while (at := text.find(b"\nFrom", at)) >= 0 and text[at + 5 : at + 6] not in _BLANKS:
        at += 5
    return at


def is_program_head(text: bytes | bytearray, at: int) -> bool:
    """Whether the lines from `at` on are the head of a message as programs write it."""
    return _is_head(text, at, typed=False)


def find_head_start(text: bytes, at: int, least: int) -> int:
    """Where the fields begin among which the line at `at` stands, never above `least`."""
    for _ in range(_LINES):
        above = text.rfind(b"\n", least, at - 1) + 1
        if not least < above < at or (
            _FIELD.match(text, above) is None and text[above : above + 1] not in (b" ", b"\t")
        ):
            break
        at = above
    return at


def starts_like_mbox(head: bytes) -> bool:
    """Whether these bytes open with the line above a message."""
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    return head.startswith(_OPENS) and is_separator(head, 0)


def holds_separator(head: bytes) -> bool:
    """Whether the line above a message stands anywhere in these bytes."""
    return find_separator(head) >= 0


def find_separator(text: bytes) -> int:
    """Where the first line above a message stands in these bytes, that isn't their first line; -1 without one."""
    openings = re.finditer(rb"(?:\n\r?)?\n(?=From[ \t\r\n])", text)
    return next((one.end() for one in openings if is_separator(text, one.end(), blank_above=one[0] != b"\n")), -1)


def _is_head(text: bytes | bytearray, at: int, *, typed: bool = True) -> bool:
    """Two fields of mail at least, up to a blank line, and nothing else; without `typed`, one that nobody types."""
    names: set[bytes] = set()
    by_program = False
    stop = min(len(text), at + JUDGED)
    for _ in range(_LINES):
        end = text.find(b"\n", at, stop)
        line = bytes(text[at : stop if end < 0 else end]).rstrip(b"\r")
        found = _FIELD.match(line)
        if found:
            name = found[1].lower()
            names.add(name)
            by_program |= name in _MACHINE or (name == b"date" and _MAIL_DAY.match(found[2]) is not None)
        elif not line or end < 0:
            break
        elif not (line[:1] in b" \t" if names else line.startswith(b">From ")):
            return False
        at = end + 1
        if not at:
            break
    return len(names & (_MACHINE | _PLAIN)) >= 2 and (typed or by_program)
