"""Calendars as programs really write them: other words for “cancelled”, zones said once, series that changed, bytes of any kind."""

from __future__ import annotations

from datetime import date, time

import pytest

from onward.debrief.calendar_text import CUT_OFF
from onward.debrief.meeting import DECLINED, PUT_OFF, read_meetings
from onward.debrief.meeting_here import mark_declined
from onward.notice.message.calendar_part import CalendarSays, read_calendar_parts

TIMES = "DTSTART:20261124T130000Z\nDTEND:20261124T140000Z\n"
FLOATING = "DTSTART:20261124T130000\nDTEND:20261124T140000\n"
BERLIN = "TZID=Europe/Berlin"


def calendar(*events: str, head: str = "METHOD:PUBLISH\n") -> bytes:
    inside = "".join(f"BEGIN:VEVENT\nUID:one\n{event}END:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{inside}END:VCALENDAR\n".replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    "title",
    [
        "Canceled: Interview",
        "Cancelled: Interview",
        "Abgesagt: Interview",
        "Annulé : Interview",
        "Cancelado: Interview",
        "Annullato: Interview",
        "Geannuleerd: Interview",
        "Canceled event: Interview",
        "Evento annullato: Interview",
        "Événement annulé : Interview",
        "Abgesagter Termin: Interview",
        "Geannuleerde afspraak: Interview",
        "[CANCELLED] Interview",
        "Cancelado - Interview",
        "Interview (abgesagt)",
        "Interview – CANCELED",
    ],
)
def test_a_title_that_says_so_is_called_off_and_the_rest_is_its_title(title: str) -> None:
    (found,), _ = read_meetings(calendar(f"SUMMARY:{title}\n{TIMES}"))
    assert (found.cancelled, found.title) == (True, "Interview")


@pytest.mark.parametrize(
    "title",
    [
        "Postponed: Interview",
        "VERSCHOBEN - Interview",
        "Interview (reporté)",
        "[Aplazada] Interview",
        "Verzet: Interview",
    ],
)
def test_a_title_that_says_it_was_put_off_is_said(title: str) -> None:
    (found,), _ = read_meetings(calendar(f"SUMMARY:{title}\n{TIMES}"))
    assert (found.is_off, found.title, found.troubles[-1]) == (False, "Interview", PUT_OFF)


def test_a_talk_about_cancelled_orders_is_held() -> None:
    (found,), _ = read_meetings(calendar(f"SUMMARY:Cancelled orders team: interview\n{TIMES}"))
    assert not found.cancelled


@pytest.mark.parametrize("status", ["CANCELLED", "CANCELED", "Canceled"])
def test_both_spellings_of_the_status_count(status: str) -> None:
    raw = calendar(f"SUMMARY:Interview\nSTATUS:{status}\n{TIMES}")
    part = read_calendar_parts([raw])
    assert read_meetings(raw)[0][0].cancelled
    assert part is not None
    assert part.says is CalendarSays.CANCELS


def test_times_without_a_zone_are_in_the_zone_that_the_calendar_names() -> None:
    (found,), _ = read_meetings(calendar(f"SUMMARY:x\n{FLOATING}", head="X-WR-TIMEZONE:America/Denver\n"))
    assert (found.zone, found.minutes, found.troubles) == ("America/Denver", 60, ())
    assert found.moment is not None
    assert found.moment.isoformat() == "2026-11-24T13:00:00-07:00"


@pytest.mark.parametrize("zone", ["Nonsense", "", "../../etc/passwd", "Europe"])
def test_a_zone_that_is_none_leaves_the_time_as_ones_own(zone: str) -> None:
    (found,), _ = read_meetings(calendar(f"SUMMARY:x\n{FLOATING}", head=f"X-WR-TIMEZONE:{zone}\n"))
    assert (found.zone, found.at) == ("", time(13))
    assert "taken as yours" in found.troubles[0]


SERIES = f"SUMMARY:x\nDTSTART;{BERLIN}:20261117T100000\nDTEND;{BERLIN}:20261117T110000\nRRULE:FREQ=WEEKLY;COUNT=3\n"
INSTEAD = f"SUMMARY:x\nRECURRENCE-ID;{BERLIN}:20261117T100000\nDTSTART;{BERLIN}:20261118T150000\n"


def test_a_series_begins_with_the_first_time_that_stands() -> None:
    (found,), _ = read_meetings(calendar(f"{SERIES}EXDATE;{BERLIN}:20261117T100000\n"))
    assert (found.on, found.at, found.minutes) == (date(2026, 11, 24), time(10), 60)


def test_the_first_of_a_series_that_was_moved_is_there_once() -> None:
    found, _ = read_meetings(calendar(SERIES, INSTEAD))
    assert [one.on for one in found] == [date(2026, 11, 18), date(2026, 11, 24)]


def test_a_series_of_which_nothing_stands_keeps_its_start() -> None:
    days = "".join(f"EXDATE;{BERLIN}:202611{day}T100000\n" for day in ("17", "24"))
    (found,), _ = read_meetings(calendar(f"{SERIES}{days}EXDATE;{BERLIN}:20261201T100000\n"))
    assert found.on == date(2026, 11, 17)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_bytes_of_any_kind_are_read(encoding: str) -> None:
    raw = calendar(f"SUMMARY:Interview\nLOCATION:Café Müller\n{TIMES}").decode().encode(encoding)
    (found,), _ = read_meetings(raw)
    assert (found.at, found.place) == (time(13), "Café Müller")


def test_lines_may_end_as_on_an_old_computer() -> None:
    (found,), _ = read_meetings(calendar(f"SUMMARY:Interview\n{TIMES}").replace(b"\r\n", b"\r"))
    assert found.title == "Interview"


@pytest.mark.parametrize("missing", [10, 25, 40, 55])
def test_what_is_there_of_a_file_that_was_cut_off_is_taken_and_said(missing: int) -> None:
    (found,), said = read_meetings(calendar(f"SUMMARY:Interview\n{TIMES}LOCATION:Room 4\n")[:-missing])
    assert (found.on, found.at, said) == (date(2026, 11, 24), time(13), (CUT_OFF,))


# One's own decline


HOST = "ORGANIZER;CN=Dana Ruiz:mailto:dana@harbor.example\n"
ME, OTHER = "sam@lee.example", "mailto:robin@harbor.example"


@pytest.mark.parametrize(
    ("said", "head"),
    [
        (f"{HOST}ATTENDEE;CN=Sam;PARTSTAT=DECLINED:mailto:{ME}\n", ""),  # nobody else was invited
        (f"{HOST}ATTENDEE;PARTSTAT=ACCEPTED:mailto:dana@harbor.example\nATTENDEE;PARTSTAT=DECLINED:mailto:{ME}\n", ""),
        (f"attendee;partstat=declined:MAILTO:{ME}\n", ""),
        (f"ATTENDEE;PARTSTAT=ACCEPTED:{OTHER}\nATTENDEE;PARTSTAT=DECLINED:mailto:{ME}\n", f"X-WR-CALNAME:{ME}\n"),
        (f"ATTENDEE;PARTSTAT=DECLINED:mailto:{ME.title()}\n{HOST}ATTENDEE:{OTHER}\n", f"X-WR-CALNAME:{ME.upper()}\n"),
    ],
)
def test_an_interview_that_its_person_declined_is_off(said: str, head: str) -> None:
    (found,), _ = read_meetings(calendar(f"SUMMARY:Interview\n{TIMES}{said}", head=head))
    assert (found.declined, found.is_off, found.cancelled) == (True, True, False)
    assert DECLINED in found.troubles


@pytest.mark.parametrize(
    "said",
    [
        f"{HOST}ATTENDEE;PARTSTAT=DECLINED:{OTHER}\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{ME}\n",
        f"{HOST}ATTENDEE;PARTSTAT=TENTATIVE:mailto:{ME}\n",
        "ORGANIZER;PARTSTAT=DECLINED:mailto:dana@harbor.example\n",
    ],
)
def test_somebody_elses_decline_leaves_it_standing(said: str) -> None:
    (found,), _ = read_meetings(calendar(f"SUMMARY:Interview\n{TIMES}{said}"))
    assert not found.is_off


@pytest.mark.parametrize(
    "title", ["Declined", "Abgelehnt", "Refusé ", "Rechazado", "Recusado", "Rifiutato", "Geweigerd", "DECLINED"]
)
def test_a_title_that_says_it_was_declined_counts_and_goes(title: str) -> None:
    (found,), _ = read_meetings(calendar(f"SUMMARY:{title}: Interview\n{TIMES}"))
    assert (found.declined, found.title) == (True, "Interview")


def test_an_address_of_ones_own_that_declined_is_oneself() -> None:
    said = f"ATTENDEE;PARTSTAT=ACCEPTED:{OTHER}\nATTENDEE;PARTSTAT=DECLINED:mailto:{ME}\n"
    (found,), _ = read_meetings(calendar(f"SUMMARY:Interview\n{TIMES}{said}"))
    assert [mark_declined(found, own).declined for own in ((), {ME}, {"robin@harbor.example"})] == [False, True, False]


# What programs do to a whole file


@pytest.mark.parametrize("write", [str.lower, str.title, str.swapcase])
def test_names_and_words_of_the_format_may_be_in_any_case(write: object) -> None:
    assert callable(write)
    text = calendar(f"SUMMARY:9\nSTATUS:CONFIRMED\n{TIMES}", head="METHOD:CANCEL\n").decode()
    raw = "\r\n".join(f"{write(name)}:{value if name.startswith('DT') else write(value)}" for name, _, value in
                      (line.partition(":") for line in text.split("\r\n") if line)).encode()  # fmt: skip
    (found,), _ = read_meetings(raw)
    part = read_calendar_parts([raw])
    assert (found.on, found.at, found.cancelled) == (date(2026, 11, 24), time(13), True)
    assert part is not None
    assert part.says is CalendarSays.CANCELS


def test_of_an_event_as_it_was_and_as_it_is_the_newest_counts() -> None:
    was, now = f"SUMMARY:Interview\nSEQUENCE:1\n{TIMES}", "SUMMARY:Interview\nSEQUENCE:2\nDTSTART:20261126T090000Z\n"
    for both in ((was, now), (now, was)):
        found, _ = read_meetings(calendar(*both))
        assert [one.on for one in found] == [date(2026, 11, 26)]


def test_each_of_a_series_has_a_name_of_its_own() -> None:
    found, _ = read_meetings(calendar(SERIES, INSTEAD))
    assert [one.uid for one in found] == ["one/20261117T100000", "one"]


def test_one_that_was_moved_and_comes_alone_keeps_the_name_of_the_series() -> None:
    (found,), _ = read_meetings(calendar(INSTEAD))
    assert found.uid == "one"


def test_letters_as_an_old_phone_writes_them_are_read() -> None:
    title = "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Interview bei M=C3=BCller=\n =26 S=C3=B6hne\n"
    (found,), _ = read_meetings(calendar(f"{title}{TIMES}"))
    assert found.title == "Interview bei Müller & Söhne"
