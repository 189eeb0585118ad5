"""Days as a calendar file (RFC 5545): for the person's own calendar, or with neutral titles for a shared one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event, vDDDTypes, vText
from icalendar.parser import Contentline

from onward_app.records.reading.taking_out import Dated

NEUTRAL = "Appointment"
LOOK_AGAIN = timedelta(hours=1)
AN_HOUR = 60  # minutes, where it wasn't said how long
A_DAY_BEFORE = timedelta(days=-1)
THAT_MORNING = timedelta(hours=8)  # of a whole day, which begins at midnight
PRIVATE = vText("PRIVATE")
TRANSPARENT = vText("TRANSPARENT")  # a day to know of, and free all the same
FOLDED = 75  # bytes, from which on a line is folded


def write_calendar(dates: Iterable[Dated], *, began: datetime, now: datetime, neutral: bool, remind: bool) -> bytes:
    """The file. Brought in again later, each entry takes the place of its earlier self, by its uid. With `remind` the
    calendar program says so: a day before a meeting, and on the morning of a day.
    """
    return _write_lines(_make_calendar(dates, began=began, now=now, neutral=neutral, remind=remind))


def write_feed(dates: Iterable[Dated], *, began: datetime, now: datetime, neutral: bool, remind: bool) -> bytes:
    """The same for programs that come back for it: its name, and how often to look (RFC 7986)."""
    made = _make_calendar(dates, began=began, now=now, neutral=neutral, remind=remind)
    made.add("name", "Calendar" if neutral else "Onward")
    made.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT1H")  # the same, as Outlook and others asked for it before there was a standard
    return _write_lines(made)


def _write_lines(made: Calendar) -> bytes:
    """The same bytes as `to_ical` gives; only what may have to be folded is looked at letter by letter."""
    return b"".join(_write_line(line) + b"\r\n" for line in made.content_lines() if line)


def _write_line(line: Contentline) -> bytes:
    if len(line) < FOLDED and line.isascii():
        return line.encode()
    return bytes(line.to_ical())  # type: ignore[no-untyped-call]


def describe_reminder(one: Dated, today: date, *, neutral: bool) -> str:
    """“Tomorrow at 14:30: Interview: Harbor”, in one line."""
    day = "Today" if one.on == today else "Tomorrow"
    when = f"{day} at {one.at:%H:%M}" if one.at else day
    return f"{when}: {NEUTRAL if neutral else one.title}"


def _make_calendar(dates: Iterable[Dated], *, began: datetime, now: datetime, neutral: bool, remind: bool) -> Calendar:
    made = Calendar()
    made.add("prodid", "-//Onward//EN")
    made.add("version", "2.0")
    search, stamp = sha256(began.isoformat().encode()).hexdigest()[:16], vDDDTypes(now.astimezone(UTC))
    for one in dates:
        event = _make_event(one, search, stamp, neutral=neutral)
        if remind and one.remind:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", str(event["summary"]))
            alarm.add("trigger", THAT_MORNING if one.at is None else A_DAY_BEFORE)
            event.add_component(alarm)
        made.add_component(event)
    return made


def _make_event(one: Dated, search: str, stamp: vDDDTypes, *, neutral: bool) -> Event:
    made = Event()  # with values as the file has them: to make these out takes longer than all the rest
    made["uid"] = vText(f"{sha256(f'{search} {one.key}'.encode()).hexdigest()[:24]}@onward")
    made["dtstamp"] = stamp
    made["summary"] = vText(NEUTRAL if neutral else one.title)
    made["class"] = PRIVATE
    if one.place and not neutral:
        made["location"] = vText(one.place)
    if one.at is None:
        made["dtstart"] = vDDDTypes(one.on)
        made["dtend"] = vDDDTypes(one.on + timedelta(days=1))
        made["transp"] = TRANSPARENT
    else:
        start = datetime.combine(one.on, one.at).astimezone(UTC)
        made["dtstart"] = vDDDTypes(start)
        made["dtend"] = vDDDTypes(start + timedelta(minutes=one.minutes or AN_HOUR))
    return made
