"""The private calendar: a real client subscribes to it over HTTP, and only who has its address may."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.test import Client
from icalendar import Calendar
from tests.browser.house import House
from tests.keeping.folders import copy_of, living_in
from tests.people import door

from onward_app import clock
from onward_app.records.models import Change, Interview, Opportunity, Owner
from onward_app.records.writing.feed import change_feed
from onward_app.records.writing.values import set_income_now

MORNING = "2026-11-16T09:00"


def titles(raw: bytes) -> set[str]:
    return {str(event["SUMMARY"]) for event in Calendar.from_ical(raw).walk("VEVENT")}


def test_a_real_client_subscribes_over_http_and_an_address_that_was_changed_is_shut(
    filled: Path, tmp_path: Path
) -> None:
    with living_in(copy_of(filled, tmp_path / "home")) as folder:
        owner = Owner.objects.get()
        change_feed(owner, neutral=False, remind=False, anew=True)
        first = owner.feed_key
        with House(folder, MORNING) as house:
            with urlopen(f"{house.origin}/data/feed/{first}/calendar.ics") as answer:
                assert answer.headers["Content-Type"].startswith("text/calendar")
                raw = answer.read()
            assert "Interview: Harbor Light, Therapist" in titles(raw)
            calendar = Calendar.from_ical(raw)
            assert str(calendar["NAME"]) == "Onward"
            assert calendar["REFRESH-INTERVAL"].dt.total_seconds() == 3600
            change_feed(owner, neutral=True, remind=False, anew=True)
            with pytest.raises(HTTPError, match="403"):
                urlopen(f"{house.origin}/data/feed/{first}/calendar.ics")
            raw = urlopen(f"{house.origin}/data/feed/{owner.feed_key}/calendar.ics").read()
            assert titles(raw) == {"Appointment"}
            assert b"Harbor" not in raw
            for page in ("/", "/jobs/", "/data/feed/"):
                with pytest.raises(HTTPError, match="403"):
                    urlopen(house.origin + page)


def test_reminders_are_the_calendar_programs_and_only_when_they_are_wished_for(alice: Owner) -> None:
    today = clock.today()
    job = Opportunity.objects.create(owner=alice, employer="Harbor")
    Interview.objects.create(owner=alice, opportunity=job, on=today + timedelta(days=3), at=time(10))
    set_income_now(alice, today + timedelta(days=60))
    mine = door(alice)
    assert alarms(mine.get("/data/calendar/").content) == {}
    mine.post("/data/feed/change/", {"do": "new", "remind": "1", "neutral": "1"})
    alice.refresh_from_db()
    raw = mine.get(f"/data/feed/{alice.feed_key}/calendar.ics").content
    assert alarms(raw) == {
        today + timedelta(days=3): timedelta(days=-1),
        today + timedelta(days=60): timedelta(hours=8),
    }
    assert b"income" not in raw
    assert "Does income still come first?" in titles(mine.get("/data/calendar/").content)


def alarms(raw: bytes) -> dict[date, timedelta]:
    """By the day of what they remind of, how long before or after its beginning."""
    events = [(event["DTSTART"].dt, event) for event in Calendar.from_ical(raw).walk("VEVENT")]
    return {
        day.date() if isinstance(day, datetime) else day: alarm["TRIGGER"].dt
        for day, event in events
        for alarm in event.walk("VALARM")
    }


def test_it_is_off_until_it_is_wanted_and_can_be_turned_off(alice: Owner, charlie: Client) -> None:
    mine = door(alice)
    assert "It is off" in mine.get("/data/feed/").content.decode()
    mine.post("/data/feed/change/", {"do": "new", "neutral": "1"})
    alice.refresh_from_db()
    assert (len(alice.feed_key) > 30, alice.feed_neutral) == (True, True)
    assert f"http://127.0.0.1:80/data/feed/{alice.feed_key}/calendar.ics" in mine.get("/data/feed/").content.decode()
    assert charlie.get(f"/data/feed/{alice.feed_key}/calendar.ics").status_code == 200
    key = alice.feed_key
    mine.post("/data/feed/change/", {"do": "titles"})
    alice.refresh_from_db()
    assert (alice.feed_key, alice.feed_neutral) == (key, False)
    mine.post("/data/feed/change/", {"do": "off"})
    assert charlie.get(f"/data/feed/{key}/calendar.ics").status_code == 403
    assert not Change.objects.exists()  # an undo would open it again


@pytest.mark.parametrize("key", ["x", "-", "a" * 500, "%00"])
def test_without_its_address_nobody_gets_in(alice: Owner, bob: Owner, charlie: Client, key: str) -> None:
    change_feed(alice, neutral=False, remind=False, anew=True)
    assert charlie.get(f"/data/feed/{key}/calendar.ics").status_code == 403
    assert door(bob).get(f"/data/feed/{alice.feed_key}/calendar.ics").status_code == 403
    assert charlie.post(f"/data/feed/{alice.feed_key}/calendar.ics").status_code == 405


def test_a_browser_may_remind_of_a_meeting_from_the_day_before_and_of_a_day_on_itself(alice: Owner) -> None:
    today = clock.today()
    job = Opportunity.objects.create(owner=alice, employer="Harbor", role="Nurse", promised_on=today)
    for days, hour in ((0, time(9)), (1, time(10)), (2, time(11))):
        Interview.objects.create(owner=alice, opportunity=job, on=today + timedelta(days=days), at=hour)
    set_income_now(alice, today + timedelta(days=1))
    mine = door(alice)
    assert [one["says"] for one in mine.get("/data/reminders/").json()["reminders"]] == [
        "Today at 09:00: Interview: Harbor, Nurse",
        "Today: Answer promised: Harbor, Nurse",
        "Tomorrow at 10:00: Interview: Harbor, Nurse",
    ]
    mine.post("/data/feed/change/", {"do": "new", "neutral": "1"})
    assert "Harbor" not in mine.get("/data/reminders/").content.decode()


def test_nobody_is_reminded_of_anothers_days(alice: Owner, bob: Owner) -> None:
    job = Opportunity.objects.create(owner=alice, employer="Harbor")
    Interview.objects.create(owner=alice, opportunity=job, on=clock.today(), at=time(9))
    assert door(bob).get("/data/reminders/").json() == {"reminders": []}
