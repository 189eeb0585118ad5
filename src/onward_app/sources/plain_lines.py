"""Bytes of mail as lines of bytes: 16-bit text as UTF-8, the old Macintosh line ends as today’s."""

from __future__ import annotations

import codecs

_LOOKED_AT = 4_096  # bytes
_FIRST_LINE = 20  # bytes of line ends and “From ”, which have no letter beyond ASCII


class PlainLines:
    """Turns the bytes of one file, piece by piece; what it turns them from is told by the first ones."""

    def __init__(self, first: bytes) -> None:
        wide = _name_utf16(first)
        self.decoder = codecs.getincrementaldecoder(wide)(errors="replace") if wide else None
        start = first[:_LOOKED_AT].replace(b"\0", b"") if wide else first[:_LOOKED_AT]
        self.is_macintosh = b"\n" not in start and b"\r" in start

    @property
    def changes_nothing(self) -> bool:
        return self.decoder is None and not self.is_macintosh

    def turn(self, piece: bytes) -> bytes:
        """The next piece, turned."""
        if self.decoder is not None:
            piece = self.decoder.decode(piece, final=not piece).removeprefix("\ufeff").encode("utf-8", "replace")
        return piece.replace(b"\r", b"\n") if self.is_macintosh else piece


def turn_head(head: bytes) -> bytes:
    """The first bytes of a file, turned."""
    return PlainLines(head).turn(head)


def _name_utf16(first: bytes) -> str:
    """Which UTF-16 it is, empty when it is none: by its mark, or by the zeros between the letters of the first line."""
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = first[:_FIRST_LINE]
    zeros = [start[place::2].count(0) * 2 > 0.9 * len(start) for place in (0, 1)]
    letters = [0 not in start[place::2] for place in (0, 1)]
    if zeros[1] and letters[0]:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] and letters[1] else ""
