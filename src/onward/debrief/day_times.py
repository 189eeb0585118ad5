"""Times of the day beside who speaks, as chats and some tools write them: “[18/11/26, 1:02:11 PM] Dana: …”.

Without this “10:01 AM” would be the first second of the eleventh minute. Where only the minute is written, the reader
takes no time from it: what is said within a minute would last none, and the next answer a whole one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onward.debrief.names import HEADING

_DAY = r"(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?(?:,? | at |T))?"
_TIME = r"(?P<time>\d{1,2}:\d{2}(?P<seconds>:\d{2})?)(?:[ \u00a0\u202f]?(?P<half>[ap])\.?[ \u00a0\u202f]?m\b\.?)?"
_BEFORE = re.compile(rf"[\[(]?{_DAY}{_TIME}[\])]?(?: ?[-–—|])?:? (?=\S)", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?P<name>{HEADING})[\s,|–-]{{1,40}}[\[(]?{_DAY}{_TIME}[\])]?(?:\s?:\s+(?=\S)|\s*:?$)", re.IGNORECASE
)
_ANY = re.compile(r"\d[./-]\d{1,2}[./-]\d|\d[ \u00a0\u202f]?[ap]\.?[ \u00a0\u202f]?m\b", re.IGNORECASE)
_FEWEST = 2  # lines with one: a single one is the heading of a meeting
_NOON = 12


def read_day_times(lines: Sequence[str]) -> tuple[list[str], bool]:
    """The lines with times as clocks of 24 hours show them and no days, and whether they tell the minute alone."""
    if not _ANY.search("\n".join(lines)):  # most files, in one look
        return list(lines), False
    found = [_find_day_time(line) for line in lines]
    told = [one for one in found if one]
    if len(told) < _FEWEST:
        return list(lines), False
    changed = [_write_plainly(one, line) if one else line for one, line in zip(found, lines, strict=True)]
    return changed, any(not one["seconds"] for one in told)


def _find_day_time(line: str) -> re.Match[str] | None:
    """A time at the beginning of a line, or behind a name, that a day or “AM” shows to be one of the day."""
    found = _BEFORE.match(line) if line[:1] in "[(0123456789" else None
    found = found or (_BEHIND.match(line) if ":" in line[:120] else None)
    return found if found and (found["day"] or found["half"]) else None


def _write_plainly(found: re.Match[str], line: str) -> str:
    hour, _, rest = found["time"].partition(":")
    if found["half"]:
        hour = str(int(hour) % _NOON + (_NOON if found["half"] in "pP" else 0))
    clock, words = f"{hour}:{rest}{'' if found['seconds'] else ':00'}", line[found.end() :]
    if "name" not in found.groupdict():
        return f"[{clock}] {words}"
    return f"[{clock}] {found['name']}: {words}" if words else f"{found['name']} {clock}"
