"""A calendar file as text that the library reads: any letters, any ends of lines, each calendar whole and by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from quopri import decodestring

from onward.decode import decode_bytes

CUT_OFF = "The file was cut off. What is there was taken: check the day and the time."
_BEGIN = re.compile(r"^BEGIN:VCALENDAR", re.IGNORECASE | re.MULTILINE)
_QUOTED = re.compile(
    r"^(\w+)[^:\n]{0,80};ENCODING=QUOTED-PRINTABLE[^:\n]{0,80}:((?:[^\n]*=\n)*[^\n]*)", re.IGNORECASE | re.MULTILINE
)
_EDGE = re.compile(r"^(BEGIN|END):[ \t]*([\w-]+)[ \t]*$", re.IGNORECASE | re.MULTILINE)


def split_calendars(raw: bytes) -> Iterator[tuple[str, bool]]:
    """Each calendar of a file, because two may define zones of one name; and whether it was cut off and closed here.

    >>> [cut for _, cut in split_calendars(b"BEGIN:VCALENDAR\\rBEGIN:VEVENT\\rSUMMARY:Intervi")]
    [True]
    """
    text = _QUOTED.sub(_read_quoted, decode_bytes(raw)[0].replace("\r\n", "\n").replace("\r", "\n"))
    starts = [found.start() for found in _BEGIN.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):  # of no calendar there are no ends
        yield _close_blocks(text[start:end])


def _read_quoted(found: re.Match[str]) -> str:
    """A line of vCalendar 1.0, as old phones write it: “M=C3=BCller”."""
    text = decode_bytes(decodestring(found.group(2).encode("utf-8", "replace")))[0]
    return found.group(1) + ":" + " ".join(text.split())


def _close_blocks(text: str) -> tuple[str, bool]:
    """End what was begun and never ended; half a line at the very end goes."""
    begun: list[str] = []
    for edge, name in _EDGE.findall(text):
        if edge.upper() == "BEGIN":
            begun.append(name.upper())
        elif name.upper() in begun:
            del begun[begun.index(name.upper()) :]
    if not begun:
        return text, False
    whole = text[: text.rfind("\n") + 1]
    return whole + "".join(f"END:{name}\n" for name in reversed(begun)), True
