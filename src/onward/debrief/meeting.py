"""A calendar file (.ics) as the facts of an interview; what is odd in it is said in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from threading import Lock
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
from icalendar.timezone import tzp

from onward.debrief.guests import Guest, list_guests

MOST_BYTES = 5_000_000
NOT_A_CALENDAR = "This isn’t a calendar file. Save the invitation as .ics and drop it here."
NO_EVENT = "There is no event in this calendar file."
_BEGIN = re.compile(r"^BEGIN:VCALENDAR", re.IGNORECASE | re.MULTILINE)
_ZONES = Lock()  # the library's zones are the whole process's, and two pages may read files at once


@dataclass(frozen=True, slots=True)
class Meeting:
    """One event as an interview would record it.

    `on` and `at` are in the calendar's own zone (`zone` is its name, empty when none is given); `at` is None for a
    whole day, `minutes` None without an end. `moment` is that start as a point in time, None where the zone isn't
    known. `guests` are those invited. `troubles` are sentences to show beside it.
    """

    on: date
    at: time | None
    zone: str
    minutes: int | None
    title: str
    place: str
    guests: tuple[Guest, ...]
    uid: str
    moment: datetime | None = None
    cancelled: bool = False
    troubles: tuple[str, ...] = ()


def read_meetings(raw: bytes) -> tuple[tuple[Meeting, ...], tuple[str, ...]]:
    """Every event in the file by its start, and sentences on what could not be read. Never raises."""
    if len(raw) > MOST_BYTES or b"BEGIN:VCALENDAR" not in raw[:100_000].upper():
        return (), (NOT_A_CALENDAR,)
    read, troubles = [], []
    for text in _apart(raw.decode("utf-8-sig", errors="replace")):
        try:
            read += _read_calendar(text)
        except Exception as error:  # any bytes may come, and the library raises many things of its own
            troubles.append(
                f"The calendar file is damaged ({_short(error)}). Ask for the invitation again, or type the day in."
            )
    good = sorted((m for m in read if isinstance(m, Meeting)), key=lambda m: (m.on, m.at or time(0)))
    troubles += [m for m in read if isinstance(m, str)]
    return tuple(good), tuple(troubles) if read or troubles else (NO_EVENT,)


def nearest_first(meetings: Iterable[Meeting], on: date) -> list[Meeting]:
    """What is ahead of `on` in its order, then what is over, the latest first."""
    return sorted(meetings, key=lambda m: (m.on < on, abs((m.on - on).days), m.at or time(0)))


def _apart(text: str) -> list[str]:
    """Each calendar of a file by itself: two may define zones of one name."""
    starts = [found.start() for found in _BEGIN.finditer(text)]
    return [text[one:two] for one, two in zip(starts, [*starts[1:], len(text)], strict=False)]


def _read_calendar(text: str) -> list[Meeting | str]:
    """The events of one calendar. The library keeps the zones that a file defines as long as the process lives, so
    they are forgotten before the next is read.
    """
    with _ZONES:
        tzp.use_default()
        calendar = icalendar.Calendar.from_ical(text)
        method = _text(calendar, "METHOD").upper()
        return [_read(event, method) for event in calendar.walk("VEVENT")]


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__


def _read(event: Any, method: str) -> Meeting | str:
    """One event, or the sentence for one that can't be read: a broken property raises only when it is looked at."""
    try:
        start, zone, odd = _start(event)
        if start is not None:
            return _meeting(event, start, zone, odd=odd, method=method)
    except Exception:  # noqa: S110 -- falls through to the sentence
        pass
    return "An event in it has no start that can be read. Type the day in by hand."


def _meeting(event: Any, start: date | datetime, zone: str, *, odd: tuple[str, ...], method: str) -> Meeting:
    cancelled = method == "CANCEL" or _text(event, "STATUS").upper() == "CANCELLED"
    title = _text(event, "SUMMARY")
    minutes = _minutes(event, start)
    whole_day = not isinstance(start, datetime)
    return Meeting(
        on=start.date() if isinstance(start, datetime) else start,
        at=start.time().replace(tzinfo=None) if isinstance(start, datetime) else None,
        zone=zone,
        minutes=minutes,
        title=title,
        place=_text(event, "LOCATION"),
        guests=tuple(dict.fromkeys(list_guests(event))),
        uid=_text(event, "UID"),
        moment=start if zone and isinstance(start, datetime) else None,
        cancelled=cancelled,
        troubles=(*odd, *_oddities(event, minutes, whole_day=whole_day), *_standing(method, cancelled=cancelled)),
    )


def _start(event: Any) -> tuple[date | datetime | None, str, tuple[str, ...]]:
    """The start, the name of its zone, and what is to be said about that zone."""
    prop = event.get("DTSTART")
    value = getattr(prop, "dt", None)
    if not isinstance(value, date):
        return None, "", ()
    if not isinstance(value, datetime):
        return value, "", ()
    named = str(prop.params.get("TZID", ""))
    if value.tzinfo is None and not named:
        return value, "", ("It names no time zone; the time is taken as yours.",)
    if value.tzinfo is None or not _is_known(value.tzinfo, named):
        odd = f"Its time zone “{named}” isn’t one that is known; the time is taken as it stands. Check it."
        return value, "", (odd,)
    return value, str(getattr(value.tzinfo, "key", "")) or named or "UTC", ()


def _is_known(zone: tzinfo, named: str) -> bool:
    """Whether it is a real zone: one of the world’s, or one that the file itself defines."""
    return isinstance(zone, ZoneInfo) or zone is UTC or not named or zone.utcoffset(_SOME_DAY) is not None


_SOME_DAY = datetime.fromisoformat("2026-01-01T00:00:00")  # without a zone: the zone is asked about it


def _minutes(event: Any, start: date | datetime) -> int | None:
    """The length by its end or its duration, None when there is neither or the end isn’t after the start."""
    if "DTEND" not in event and "DURATION" not in event:
        return None
    try:
        length = event.end - start
    except (ValueError, TypeError, KeyError, AttributeError, icalendar.InvalidCalendar):
        return None
    if not isinstance(length, timedelta) or not timedelta(0) < length <= timedelta(days=2):
        return None
    return round(length.total_seconds() / 60) if isinstance(start, datetime) else None


def _oddities(event: Any, minutes: int | None, *, whole_day: bool) -> Iterator[str]:
    if "RRULE" in event or "RDATE" in event:
        yield "It repeats. Only the first one is taken; add the others by hand if they are interviews too."
    if whole_day:
        yield "It is a whole day, without a time. Add the time if you know it."
    elif minutes is None and ("DTEND" in event or "DURATION" in event):
        yield "Its end doesn’t fit its start, so its length isn’t known. Add the minutes if you know them."
    elif minutes is None:
        yield "It has no end. Add the minutes if you know them."


def _standing(method: str, *, cancelled: bool) -> Iterator[str]:
    """What the file does to the meeting, when it isn't an invitation."""
    if cancelled:
        yield "It says that it was cancelled."
    elif method == "REPLY":
        yield "It is an answer to an invitation, not an invitation."
    elif method in ("COUNTER", "DECLINECOUNTER"):
        yield "It is about another time that was proposed. Check which day holds."


def _text(event: Any, name: str) -> str:
    value = event.get(name, "")
    return str(value[0] if isinstance(value, list) and value else value or "").strip()
