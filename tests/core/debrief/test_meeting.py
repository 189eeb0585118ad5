"""A calendar file as the facts of an interview; what is odd in it is said in words."""

from __future__ import annotations

from datetime import UTC, date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.debrief.guests import Guest
from onward.debrief.meeting import NO_EVENT, NOT_A_CALENDAR, Meeting, read_meetings
from onward.debrief.meeting_here import move_to_zone


def calendar(*lines: str) -> bytes:
    event = ("BEGIN:VEVENT", "UID:one@here", "SUMMARY:Interview with Harbor House", *lines, "END:VEVENT")
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", *event, "END:VCALENDAR", "")).encode()


def only(*lines: str) -> Meeting:
    found, troubles = read_meetings(calendar(*lines))
    assert (len(found), troubles) == (1, ())
    return found[0]


def test_it_reads_the_facts_of_an_interview() -> None:
    found = only(
        "DTSTART;TZID=America/New_York:20260310T140000",
        "DTEND;TZID=America/New_York:20260310T150000",
        "LOCATION:Video",
        "ORGANIZER;CN=Dana R.:mailto:dana@harbor.example",
        "ATTENDEE:mailto:lee@harbor.example",
    )
    assert (found.on, found.at, found.zone, found.minutes) == (date(2026, 3, 10), time(14), "America/New_York", 60)
    assert (found.title, found.place, found.uid) == ("Interview with Harbor House", "Video", "one@here")
    assert found.guests == (Guest("Dana R.", "dana@harbor.example"), Guest("", "lee@harbor.example"))
    assert found.troubles == ()


def test_a_duration_is_as_good_as_an_end() -> None:
    found = only("DTSTART:20260310T140000Z", "DURATION:PT45M")
    assert (found.minutes, found.zone, found.troubles) == (45, "UTC", ())


def test_the_names_that_outlook_uses_for_zones_are_known() -> None:
    assert only("DTSTART;TZID=Eastern Standard Time:20260310T140000", "DURATION:PT1H").zone == "America/New_York"


def test_a_recurring_event_gives_its_first_and_says_so() -> None:
    found = only("DTSTART:20260310T140000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY")
    assert found.on == date(2026, 3, 10)
    assert found.troubles == (
        "It repeats. Only the first one is taken; add the others by hand if they are interviews too.",
    )


def test_an_unknown_zone_keeps_the_time_as_it_stands_and_says_so() -> None:
    found = only("DTSTART;TZID=Mars/Olympus:20260310T140000", "DURATION:PT1H")
    assert (found.at, found.zone) == (time(14), "")
    assert "“Mars/Olympus” isn’t one that is known" in found.troubles[0]


ZONE_OF_ITS_OWN = """BEGIN:VTIMEZONE
TZID:Our clinic
BEGIN:STANDARD
DTSTART:19701101T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700308T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE"""


@pytest.mark.parametrize(("day", "hour"), [("20260306", 19), ("20260310", 18)])  # summer time begins on 8 March
def test_a_zone_that_the_file_defines_is_told_on_the_clock_here(day: str, hour: int) -> None:
    raw = calendar(f"DTSTART;TZID=Our clinic:{day}T140000", "DURATION:PT1H")
    zoned = raw.replace(b"BEGIN:VEVENT", ZONE_OF_ITS_OWN.replace("\n", "\r\n").encode() + b"\r\nBEGIN:VEVENT")
    (found,), _ = read_meetings(zoned)
    here = move_to_zone(found, UTC)
    assert (found.at, found.zone, here.at) == (time(14), "Our clinic", time(hour))
    assert here.troubles == (f"It says 14:00 in Our clinic; here that is {hour}:00.",)


def test_a_moment_past_midnight_is_on_another_day_here() -> None:
    here = move_to_zone(only("DTSTART;TZID=America/New_York:20260310T210000", "DURATION:PT1H"), UTC)
    assert (here.on, here.at) == (date(2026, 3, 11), time(1))


def test_no_zone_is_taken_as_the_persons_own() -> None:
    assert only("DTSTART:20260310T140000", "DURATION:PT1H").troubles == (
        "It names no time zone; the time is taken as yours.",
    )


def test_no_end_is_said() -> None:
    found = only("DTSTART:20260310T140000Z")
    assert (found.minutes, found.troubles) == (None, ("It has no end. Add the minutes if you know them.",))


@pytest.mark.parametrize("end", ["DTEND:20260310T130000Z", "DURATION:PT0S", "DURATION:-PT1H"])
def test_an_end_that_doesnt_fit_is_said_for_what_it_is(end: str) -> None:
    found = only("DTSTART:20260310T140000Z", end)
    assert found.minutes is None
    assert found.troubles == (
        "Its end doesn’t fit its start, so its length isn’t known. Add the minutes if you know them.",
    )


def test_a_whole_day_has_no_time() -> None:
    found = only("DTSTART;VALUE=DATE:20260310")
    assert (found.at, found.minutes) == (None, None)
    assert found.troubles == ("It is a whole day, without a time. Add the time if you know it.",)


def test_a_cancelled_one_says_so() -> None:
    assert only("DTSTART:20260310T140000Z", "DURATION:PT1H", "STATUS:CANCELLED").cancelled


@pytest.mark.parametrize("start", ["DTSTART:banana", "LOCATION:nowhere"])
def test_an_event_without_a_start_is_a_sentence(start: str) -> None:
    assert read_meetings(calendar(start)) == (
        (),
        ("An event in it has no start that can be read. Type the day in by hand.",),
    )


def test_what_is_no_calendar_is_a_sentence() -> None:
    assert read_meetings(b"%PDF-1.7") == ((), (NOT_A_CALENDAR,))
    assert read_meetings(b"") == ((), (NOT_A_CALENDAR,))
    assert read_meetings(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") == ((), (NO_EVENT,))


@given(st.binary(max_size=200))
def test_it_never_raises(noise: bytes) -> None:
    found, troubles = read_meetings(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2026" + noise)
    assert found or troubles
