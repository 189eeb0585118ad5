"""A calendar file as the facts of an interview; what is odd in it is said in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.debrief.guests import Guest
from onward.debrief.meeting import NO_EVENT, NOT_A_CALENDAR, Meeting, nearest_first, read_meetings
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


CASES = Path(__file__).parent / "cases"


def moment(name: str) -> datetime | None:
    return read_meetings((CASES / name).read_bytes())[0][0].moment


@pytest.mark.parametrize("order", [("06a", "06b"), ("06b", "06a"), ("06a", "06b", "06a", "06b")])
def test_a_zone_that_one_file_defines_says_nothing_of_the_next(order: tuple[str, ...]) -> None:
    names = {"06a": "06a-custom-zone-east.ics", "06b": "06b-custom-zone-west.ics"}
    hours = {"06a": 15, "06b": 18}
    for one in order:
        found = moment(names[one])
        assert found is not None
        assert found.astimezone(UTC).hour == hours[one]


def zoned(name: str, offset: str, uid: str) -> str:
    zone = ("BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:19700101T000000", f"TZOFFSETFROM:{offset}")
    event = ("BEGIN:VEVENT", f"UID:{uid}", f'DTSTART;TZID="{name}":20260310T140000', "DURATION:PT1H", "END:VEVENT")
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", *zone, f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE", *event)
    return "\r\n".join((*lines, "END:VCALENDAR", ""))


@pytest.mark.parametrize("name", ["Customized Time Zone", "Zone 1", "/mine/zone", "(UTC+01:00) Berlin", "W. Custom"])
def test_two_calendars_of_one_file_keep_their_own_zones(name: str) -> None:
    both = zoned(name, "+0100", "a") + zoned(name, "-0800", "b")
    found = {m.uid: m.moment for m in read_meetings(both.encode())[0]}
    assert {uid: at and at.astimezone(UTC).hour for uid, at in found.items()} == {"a": 13, "b": 22}


def test_a_file_without_its_zone_is_not_given_the_last_one() -> None:
    read_meetings(zoned("Customized Time Zone", "+0100", "a").encode())
    found = read_meetings(calendar("DTSTART;TZID=Customized Time Zone:20260310T140000", "DURATION:PT1H"))[0][0]
    assert found.moment is None


@pytest.mark.parametrize(
    ("method", "cancelled", "said"),
    [
        ("CANCEL", True, "It says that it was cancelled."),
        ("cancel", True, "It says that it was cancelled."),
        ("REPLY", False, "It is an answer to an invitation, not an invitation."),
        ("COUNTER", False, "It is about another time that was proposed. Check which day holds."),
        ("REQUEST", False, None),
        ("PUBLISH", False, None),
    ],
)
def test_what_the_file_does_is_read(method: str, *, cancelled: bool, said: str | None) -> None:
    raw = calendar("DTSTART:20260310T140000Z", "DURATION:PT1H").replace(
        b"VERSION", b"METHOD:%s\r\nVERSION" % method.encode()
    )
    found = read_meetings(raw)[0][0]
    assert (found.cancelled, found.troubles) == (cancelled, (said,) if said else ())


def test_a_cancelled_meeting_needs_no_status() -> None:
    assert read_meetings((CASES / "07-cancel-without-status.ics").read_bytes())[0][0].cancelled


def test_of_a_whole_calendar_what_is_near_comes_first() -> None:
    found = nearest_first(read_meetings((CASES / "08-whole-calendar.ics").read_bytes())[0], date(2026, 11, 20))
    assert found[0].on == date(2026, 11, 24)
    days = [m.on for m in found[1:]]
    assert days == sorted(days, reverse=True)
