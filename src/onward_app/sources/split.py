"""The bytes of an mbox to its messages, from any stream, in flat memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from onward_app.sources.found import MESSAGE_LIMIT
from onward_app.sources.plain_lines import PlainLines
from onward_app.sources.separators import (
    JUDGED,
    find_head_start,
    find_opening,
    is_program_head,
    is_separator,
    starts_like_mbox,
)

SIP = 1 << 20  # bytes read at a time
_ENOUGH = JUDGED + 400  # bytes that must stand below a separator to judge it
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_BOUNDARY = re.compile(rb"boundary\s{0,5}=\s{0,5}\"?([^\"\r\n;]{1,200})", re.IGNORECASE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^content-length[ \t]{0,4}:[ \t]{0,4}(\d{1,9})[ \t]{0,4}\r?$", re.IGNORECASE | re.MULTILINE)
_LINE_ENDS = re.compile(rb"(?:\r?\n){0,3}")
_LONG_HEAD = 65_536  # bytes of a head in which its length is looked for
_INSIDE = (b"\nMessage-ID:", b"\nMessage-Id:", b"\nX-Mozilla-Status:")
TWO_IN_ONE = (
    "In {where} the head of another letter stands in the middle of the text, so two letters may have been read as one. "
    "Look there in your mail program, and bring the second as a file of its own."
)
_HOLDS_MESSAGES = (b"message/rfc822", b"message/global", b"message/delivery", b"rfc822-headers", b"multipart/digest")


class Stream(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class MailSlice:
    """One message of an mbox. `end` is the offset behind it, `left_out` counts its bytes past MESSAGE_LIMIT. Its bytes
    are the `size` from `start` on, as `unquote` gives them; of one that is too long nobody knows where it starts.
    """

    raw: bytes
    end: int
    start: int = -1
    size: int = 0
    left_out: int = 0
    is_stray: bool = False  # bytes above the first separator
    is_cut: bool = False  # the last message, when the file ends in the middle of it
    holds_head: bool = False  # another head stands in the middle of its text


def split_mailbox(stream: Stream, size: int | None = None, *, limit: int = MESSAGE_LIMIT) -> Iterator[MailSlice]:
    """Messages in order, without separators and with “>From ” un-quoted.

    Content-Length is believed only where a message, or the end, stands exactly where it says. At most `size` bytes are
    read, so a file that grows meanwhile ends where it ended when it was opened.
    """
    splitter = _Splitter(limit)
    sips = _read_sips(stream, size)
    first = b""
    for sip in sips:
        first += sip
        if len(first) >= _ENOUGH:
            break
    lines = PlainLines(first)
    yield from splitter.feed(lines.turn(first), ended=False)
    for sip in sips:
        yield from splitter.feed(lines.turn(sip), ended=False)
    yield from splitter.feed(lines.turn(b""), ended=True)


def _read_sips(stream: Stream, size: int | None) -> Iterator[bytes]:
    left = size
    while sip := stream.read(SIP if left is None else min(SIP, left)):
        if left is not None:
            left -= len(sip)
        yield sip


class _Splitter:
    """The bytes not yet given out: `buffer[start:]` belongs to the message that is open."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.buffer = bytearray()
        self.base = self.start = self.scan = self.left_out = 0
        self.is_open = self.is_stray = False
        self.promised: int | None = None  # not looked for yet

    def feed(self, sip: bytes, *, ended: bool) -> Iterator[MailSlice]:
        self.buffer += sip
        if not self.is_open and (ended or len(self.buffer) >= _ENOUGH):
            head = bytes(self.buffer[:_ENOUGH])
            front = len(head) - len(head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
            self.is_open = True
            self.is_stray = not starts_like_mbox(head)
            self.start = front if self.is_stray else self._find_line_below(front)
            self.scan = self.start
        if self.is_open:
            yield from self._cut_separated(ended=ended)
        if ended:
            end = len(self.buffer)
            for blank in (b"\n\r\n", b"\n\n"):  # every message is followed by a blank line that isn't its own
                if self.buffer.endswith(blank) and end - len(blank) + 1 > self.start:
                    end -= len(blank) - 1
                    break
            yield from self._cut_piece(end, self.base + len(self.buffer), is_last=True)
        else:
            self._let_go()

    def _find_line_below(self, at: int) -> int:
        end = self.buffer.find(b"\n", at)
        return end + 1 if end >= 0 else len(self.buffer)

    def _cut_separated(self, *, ended: bool) -> Iterator[MailSlice]:
        while (at := find_opening(self.buffer, self.scan)) >= 0:
            enough = ended or len(self.buffer) - at >= _ENOUGH
            inside = self._is_inside(at, ended=ended) if enough else None
            if inside is None:
                self.scan = at
                return
            if inside:
                continue
            self.scan = at + 1
            line_end = self._line_end(at)
            is_blank_above = line_end == self.start or self.buffer[line_end - 1] == 10
            if is_separator(self.buffer, at + 1, blank_above=is_blank_above):
                end = self._line_end(at) if is_blank_above else at + 1
                yield from self._cut_piece(end, self.base + at)
                self.start = self.scan = self._find_line_below(at + 1)
                self.left_out, self.is_stray, self.promised = 0, False, None
        self.scan = max(self.scan, len(self.buffer) - 6)

    def _is_inside(self, at: int, *, ended: bool) -> bool | None:
        """Whether a Content-Length that is right says that this place is still inside the message, and if so, go on
        behind it. None when too little has been read to tell.
        """
        if self.promised is None:
            self.promised = self._find_promised_end(at)
        end = self.promised - self.base
        if end <= at + 1 or end - self.start > self.limit:
            return False
        if not ended and len(self.buffer) < end + _ENOUGH:
            return None
        found = _LINE_ENDS.match(self.buffer, end)
        below = found.end() if found else end
        if end <= len(self.buffer) == below or (
            self.buffer[below - 1 : below] == b"\n" and is_separator(self.buffer, below)
        ):
            self.scan = below - 1
            return True
        self.promised = 0
        return False

    def _find_promised_end(self, at: int) -> int:
        """The offset at which the open message ends by its Content-Length, 0 when it has none."""
        head = bytes(self.buffer[self.start : min(at, self.start + _LONG_HEAD)])
        blank = _HEAD_END.search(head)
        found = _LENGTH.search(head, 0, blank.start() + 1) if blank else None
        return self.base + self.start + blank.end() + int(found[1]) if blank and found else 0

    def _line_end(self, at: int) -> int:
        return at - 1 if at > self.start and self.buffer[at - 1] == 13 else at

    def _cut_piece(self, end: int, offset: int, *, is_last: bool = False) -> Iterator[MailSlice]:
        with memoryview(self.buffer) as view:
            raw = bytes(view[self.start : min(end, self.start + self.limit)])
        if not raw.strip():
            return
        left_out = self.left_out + max(0, end - self.start - self.limit)
        is_cut = is_last and not left_out and not self.is_stray and _is_cut(raw)
        start = -1 if left_out else self.base + self.start
        yield MailSlice(
            unquote(raw), offset, start, len(raw), left_out, is_stray=self.is_stray, is_cut=is_cut,
            holds_head=holds_head(raw),
        )  # fmt: skip

    def _let_go(self) -> None:
        """Forget what was given out, and the middle of a message that is longer than anybody's words."""
        keep, cut = self.start + self.limit + 8, self.scan - 8
        if cut - keep > SIP:
            del self.buffer[keep:cut]
            self.left_out += cut - keep
            self.base += cut - keep
            self.scan = keep + 8
        del self.buffer[: self.start]
        self.base += self.start
        self.scan -= self.start
        self.start = 0


def unquote(raw: bytes) -> bytes:
    """The bytes of a message as they were before an mbox had to tell its lines from separators."""
    return _QUOTED.sub(rb"\1", raw) if b">From " in raw else raw


def _is_cut(raw: bytes) -> bool:
    """Whether a last message ends too early: in a line, in its head, or before its closing boundary."""
    if not raw.endswith(b"\n"):
        return True
    end = _HEAD_END.search(raw)
    if end is None:
        return True
    head = raw[: end.start()]
    found = _BOUNDARY.search(head)
    return found is not None and b"multipart/" in head.lower() and b"--" + found[1].strip() + b"--" not in raw


def holds_head(raw: bytes) -> bool:
    """Whether the head of another message stands in the text, and no part of this one is said to be a message."""
    start = raw.find(b"\n\n") if b"\r\n" not in raw[:1_000] else raw.find(b"\r\n\r\n")
    if start < 0:
        return False
    for name in _INSIDE:
        at = raw.find(name, start + 1)
        if at >= 0 and is_program_head(raw, find_head_start(raw, at + 1, start)):
            return not any(word in raw.lower() for word in _HOLDS_MESSAGES)
    return False
