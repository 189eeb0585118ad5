"""Where to go on in an mbox that was read before: its mark is an offset, how many messages stand above it, and a print.

A file that only grew has the same bytes above the mark as when it was read. Looked at are the first and the last of
them: a message that was deleted or moved changes one or the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from onward_app.sources.looks import HEAD
from onward_app.sources.plain_lines import PlainLines
from onward_app.sources.separators import starts_like_mbox
from onward_app.sources.split import MailSlice

EDGE = 65_536  # bytes at either end of what was read
_BELOW = 8_192  # bytes that tell whether a message begins
SMALLER = (
    "“{name}” is smaller than when it was last read, so all of it was read again. What was read of it before stays."
)
CHANGED_ABOVE = (
    "“{name}” was changed above the place where reading stopped last, so all of it was read again. What was read of it "
    "before stays."
)


@dataclass(slots=True)
class Extent:
    """How far an mbox was read: the offset behind the last whole message, and how many there are above it."""

    offset: int = 0
    count: int = 0

    def follow(self, pieces: Iterable[MailSlice], start: int) -> Iterator[MailSlice]:
        """Let pass what was split from `start` on. A last message that is cut short is left to the next reading."""
        for piece in pieces:
            yield piece
            if not piece.is_cut:
                self.offset, self.count = start + piece.end, self.count + 1


def find_extent(file: BinaryIO, size: int, mark: str, name: str) -> tuple[Extent, str]:
    """Where an earlier reading stopped, and what is said where the file didn't just grow; the start without a mark."""
    if not mark:
        return Extent(), ""
    offset, count, known = mark.split(":")
    extent = Extent(int(offset), int(count))
    if extent.offset > size:
        return Extent(), SMALLER.format(name=name)
    if take_print(file, extent.offset) != known or not _goes_on(file, extent.offset, size):
        return Extent(), CHANGED_ABOVE.format(name=name)
    return extent, ""


def make_mark(file: BinaryIO, extent: Extent) -> str:
    """The mark that `find_extent` reads; none for text that is turned as it is read, where offsets mean nothing."""
    file.seek(0)
    if not extent.offset or not PlainLines(file.read(HEAD)).changes_nothing:
        return ""
    return f"{extent.offset}:{extent.count}:{take_print(file, extent.offset)}"


def take_print(file: BinaryIO, offset: int) -> str:
    """A print of the first and the last bytes above an offset."""
    file.seek(0)
    told = sha256(file.read(min(EDGE, offset)))
    file.seek(max(0, offset - EDGE))
    told.update(file.read(min(EDGE, offset)))
    return told.hexdigest()[:16]


def _goes_on(file: BinaryIO, offset: int, size: int) -> bool:
    """Whether nothing stands below an offset, or a message begins there."""
    file.seek(offset)
    below = file.read(_BELOW)
    return offset == size or not below.strip() or starts_like_mbox(below)
