"""A calendar file (.ics) as the facts of an interview; what is odd in it is said in words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from threading import Lock
from typing import Any
from warnings import catch_warnings, simplefilter
from zoneinfo import ZoneInfo

import icalendar
from dateutil.rrule import rrulestr
from icalendar.timezone import tzp

from onward.debrief.calendar_text import CUT_OFF, split_calendars
from onward.debrief.calendar_titles import read_title
from onward.debrief.guests import Guest, is_declined, list_guests

MOST_BYTES = 5_000_000
NOT_A_CALENDAR = "This isn’t a calendar file. Save the invitation as .ics and drop it here."
DECLINED = "It says that you declined."
PUT_OFF = "Its title says that it was put off. Check which day holds."
NO_EVENT = "There is no event in this calendar file."
_OWN_ADDRESS = re.compile(r"[^\s@]{1,80}@[^\s@]{1,80}")  # what Google calls a calendar
_MOST_TIMES = 1_000  # of a series that are looked at for the first that stands
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
    declined: bool = False
    troubles: tuple[str, ...] = ()

    @property
    def is_off(self) -> bool:
        """Whether the person won't be there: it was called off, or they declined."""
        return self.cancelled or self.declined


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What holds for every event of a calendar: what it does, its zone, whose it is, and times of series that are no
    more. `series` are the names of events that stand in it more than once.
    """

    method: str
    zone: ZoneInfo | None
    own: str = ""
    series: frozenset[str] = frozenset()
    moved: dict[str, set[datetime]] = field(default_factory=dict)  # by the event's own name


def read_meetings(raw: bytes) -> tuple[tuple[Meeting, ...], tuple[str, ...]]:
    """Every event in the file by its start, and sentences on what could not be read. Never raises."""
    if len(raw) > MOST_BYTES or not (calendars := list(split_calendars(raw))):
        return (), (NOT_A_CALENDAR,)
    read, troubles = [], [CUT_OFF] if any(cut for _, cut in calendars) else []
    for text, _ in calendars:
        try:
            read += _read_calendar(text)
        except Exception as error:  # any bytes may come, and the library raises many things of its own
            why = " ".join(str(error).split())[:80] or type(error).__name__
            troubles.append(f"The calendar file is damaged ({why}). Ask for the invitation again, or type the day in.")
    good = sorted((m for m in read if isinstance(m, Meeting)), key=lambda m: (m.on, m.at or time(0)))
    troubles += [m for m in read if isinstance(m, str)]
    return tuple(good), tuple(troubles) if read or troubles else (NO_EVENT,)


def nearest_first(meetings: Iterable[Meeting], on: date) -> list[Meeting]:
    """What is ahead of `on` in its order, then what is over, the latest first."""
    return sorted(meetings, key=lambda m: (m.on < on, abs((m.on - on).days), m.at or time(0)))


def _read_calendar(text: str) -> list[Meeting | str]:
    """The events of one calendar. The library keeps the zones that a file defines as long as the process lives, so
    they are forgotten before the next is read.
    """
    with _ZONES, catch_warnings():
        simplefilter("ignore")  # of zones with a maker's name before them, which the library finds all the same
        tzp.use_default()
        calendar = icalendar.Calendar.from_ical(text)
        events = _list_newest(calendar.walk("VEVENT"))
        names = Counter(_read_text(event, "UID") for event in events)
        whole = _Calendar(
            method=_read_text(calendar, "METHOD").upper(),
            zone=_find_zone(calendar),
            own=found.group().lower()
            if (found := _OWN_ADDRESS.fullmatch(_read_text(calendar, "X-WR-CALNAME")))
            else "",
            series=frozenset(name for name, times in names.items() if times > 1),
            moved=_list_moved(events),
        )
        return [_read_event(event, whole) for event in events]


def _list_newest(events: Iterable[Any]) -> list[Any]:
    """Of an event that stands there as it was and as it is, the newest."""
    newest: dict[tuple[str, str] | int, Any] = {}
    for at, event in enumerate(events):
        name = _read_text(event, "UID")
        key = (name, _write_instead(event)) if name else at
        if key not in newest or _count_versions(event) >= _count_versions(newest[key]):
            newest[key] = event
    return list(newest.values())


def _count_versions(event: Any) -> int:
    said = _read_text(event, "SEQUENCE")
    return int(said) if said.isdecimal() and len(said) < 10 else 0


def _write_instead(event: Any) -> str:
    """Of which time of a series it stands instead, empty where of none."""
    try:
        return event["RECURRENCE-ID"].to_ical().decode() if "RECURRENCE-ID" in event else ""
    except (AttributeError, UnicodeDecodeError):
        return ""


def _find_zone(calendar: Any) -> ZoneInfo | None:
    """The zone of times that name none, as Google and Apple write it."""
    try:
        return ZoneInfo(_read_text(calendar, "X-WR-TIMEZONE"))
    except (KeyError, ValueError, OSError):
        return None


def _list_moved(events: Iterable[Any]) -> dict[str, set[datetime]]:
    """Which times of a series are no more: taken out, or standing as events of their own."""
    moved: defaultdict[str, set[datetime]] = defaultdict(set)
    for event in events:
        taken_out = event.get("EXDATE", [])
        for some in taken_out if isinstance(taken_out, list) else [taken_out]:
            moved[_read_text(event, "UID")] |= {
                one.dt for one in getattr(some, "dts", ()) if isinstance(one.dt, datetime)
            }
        if isinstance(instead := getattr(event.get("RECURRENCE-ID"), "dt", None), datetime):
            moved[_read_text(event, "UID")].add(instead)
    return moved


def _read_event(event: Any, whole: _Calendar) -> Meeting | str:
    """One event, or the sentence for one that can't be read: a broken property raises only when it is looked at."""
    try:
        start, zone, odd = _read_start(event, whole.zone)
        if start is not None:
            return _read_meeting(event, start, zone, odd=odd, whole=whole)
    except Exception:  # noqa: S110 -- falls through to the sentence
        pass
    return "An event in it has no start that can be read. Type the day in by hand."


def _read_meeting(event: Any, first: date | datetime, zone: str, *, odd: tuple[str, ...], whole: _Calendar) -> Meeting:
    title, name, instead = read_title(_read_text(event, "SUMMARY")), _read_text(event, "UID"), _write_instead(event)
    status = _read_text(event, "STATUS").upper()
    cancelled = whole.method == "CANCEL" or status in ("CANCELLED", "CANCELED") or title.called_off
    declined = whole.method != "REPLY" and (title.declined or is_declined(event, whole.own))
    minutes = _read_minutes(event, first)
    start = _find_first(event, first, whole.moved.get(name, set()))
    whole_day = not isinstance(start, datetime)
    return Meeting(
        on=start.date() if isinstance(start, datetime) else start,
        at=start.time().replace(tzinfo=None) if isinstance(start, datetime) else None,
        zone=zone,
        minutes=minutes,
        title=title.text,
        place=_read_text(event, "LOCATION"),
        guests=tuple(dict.fromkeys(list_guests(event))),
        uid=f"{name}/{instead}" if instead and name in whole.series else name,
        moment=start if zone and isinstance(start, datetime) else None,
        cancelled=cancelled,
        declined=declined,
        troubles=(
            *odd,
            *_list_oddities(event, minutes, whole_day=whole_day),
            *_say_standing(whole.method, cancelled=cancelled),
            *([PUT_OFF] if title.put_off and not cancelled else []),
            *([DECLINED] if declined and not cancelled else []),
        ),
    )


def _find_first(event: Any, start: date | datetime, moved: set[datetime]) -> date | datetime:
    """The first time of a series that stands, which isn't its start when that one was moved or taken out."""
    if "RRULE" not in event or start not in moved or not isinstance(start, datetime):
        return start
    try:
        times = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
        return next((one for one in islice(times, _MOST_TIMES) if one not in moved), start)
    except ValueError:  # a rule that contradicts itself
        return start


def _read_start(event: Any, own: ZoneInfo | None) -> tuple[date | datetime | None, str, tuple[str, ...]]:
    """The start, the name of its zone, and what is to be said about that zone; `own` is the calendar’s."""
    prop = event.get("DTSTART")
    value = getattr(prop, "dt", None)
    if not isinstance(value, date):
        return None, "", ()
    if not isinstance(value, datetime):
        return value, "", ()
    named = str(prop.params.get("TZID", ""))
    if value.tzinfo is None and not named and own is not None:
        return value.replace(tzinfo=own), own.key, ()
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


def _read_minutes(event: Any, start: date | datetime) -> int | None:
    """The length by its end or its duration, None when there is neither or the end isn’t after the start."""
    if "DTEND" not in event and "DURATION" not in event:
        return None
    try:
        length = event.end - event.start
    except (ValueError, TypeError, KeyError, AttributeError, icalendar.InvalidCalendar):
        return None
    if not isinstance(length, timedelta) or not timedelta(0) < length <= timedelta(days=2):
        return None
    return round(length.total_seconds() / 60) if isinstance(start, datetime) else None


def _list_oddities(event: Any, minutes: int | None, *, whole_day: bool) -> Iterator[str]:
    if "RRULE" in event or "RDATE" in event:
        yield "It repeats. Only the first one is taken; add the others by hand if they are interviews too."
    if whole_day:
        yield "It is a whole day, without a time. Add the time if you know it."
    elif minutes is None and ("DTEND" in event or "DURATION" in event):
        yield "Its end doesn’t fit its start, so its length isn’t known. Add the minutes if you know them."
    elif minutes is None:
        yield "It has no end. Add the minutes if you know them."


def _say_standing(method: str, *, cancelled: bool) -> Iterator[str]:
    """What the file does to the meeting, when it isn't an invitation."""
    if cancelled:
        yield "It says that it was cancelled."
    elif method == "REPLY":
        yield "It is an answer to an invitation, not an invitation."
    elif method in ("COUNTER", "DECLINECOUNTER"):
        yield "It is about another time that was proposed. Check which day holds."


def _read_text(event: Any, name: str) -> str:
    value = event.get(name, "")
    return str(value[0] if isinstance(value, list) and value else value or "").strip()
