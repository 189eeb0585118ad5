"""What the calendar part of a letter says of a meeting: that it is held, called off, declined, or to be moved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onward.notice.message.charsets import decode_text

LOOKED_AT = 60_000  # bytes of one calendar: an invitation is a few thousand
_FOLDED = re.compile(r"\r?\n[ \t]")
_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")


class CalendarSays(StrEnum):
    """What a calendar part does."""

    INVITES = "invites"
    CANCELS = "cancels"
    DECLINES = "declines"
    ACCEPTS = "accepts"
    PROPOSES = "proposes another time"


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """What it says, the meeting's own name (equal in every letter about it), and its day, None when not known."""

    says: CalendarSays
    uid: str
    on: date | None


def read_calendar_parts(parts: Iterable[bytes]) -> CalendarPart | None:
    """The first part with an event in it, None without one. Damaged parts are passed over."""
    return next((found for part in parts if (found := _read_part(part)) is not None), None)


def _read_part(raw: bytes) -> CalendarPart | None:
    text = _FOLDED.sub("", decode_text(raw[:LOOKED_AT])[0])
    method, status, answer, uid = "", "", "", ""
    on: date | None = None
    inside: list[str] = []
    events = 0
    for name, parameters, value in _cut_lines(text):
        if name == "BEGIN":
            inside.append(value.upper())
            events += value.upper() == "VEVENT"
        elif name == "END" and inside:
            inside.pop()
        elif name == "METHOD" and inside[-1:] == ["VCALENDAR"]:
            method = value.upper()
        elif inside[-1:] == ["VEVENT"] and events == 1:
            status = value.upper() if name == "STATUS" else status
            uid = value if name == "UID" else uid
            on = _read_day(value) if name == "DTSTART" else on
            if name == "ATTENDEE" and "PARTSTAT=" in parameters.upper():
                answer = parameters.upper().partition("PARTSTAT=")[2].partition(";")[0].strip('"')
    return CalendarPart(_tell_what_it_says(method, status, answer), uid[:300], on) if events else None


def _cut_lines(text: str) -> Iterator[tuple[str, str, str]]:
    """Name, parameters and value of each line."""
    for line in text.splitlines():
        quoted = False
        for at, sign in enumerate(line):
            quoted ^= sign == '"'
            if sign == ":" and not quoted:
                name, _, parameters = line[:at].partition(";")
                yield name.strip().upper(), parameters, line[at + 1 :].strip()
                break


def _tell_what_it_says(method: str, status: str, answer: str) -> CalendarSays:
    if method == "CANCEL" or status in ("CANCELLED", "CANCELED"):
        return CalendarSays.CANCELS
    if method == "COUNTER":
        return CalendarSays.PROPOSES
    if method == "REPLY":
        return CalendarSays.DECLINES if answer == "DECLINED" else CalendarSays.ACCEPTS
    return CalendarSays.INVITES


def _read_day(value: str) -> date | None:
    found = _DAY.match(value)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
