"""The private calendar: a real client subscribes to it over HTTP, and only who has its address may."""

from __future__ import annotations

from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.test import Client
from icalendar import Calendar
from tests.browser.house import House
from tests.keeping.folders import copy_of, living_in
from tests.people import door

from onward_app.records.models import Change, Owner
from onward_app.records.writing.feed import change_feed

MORNING = "2026-11-16T09:00"


def titles(raw: bytes) -> set[str]:
    return {str(event["SUMMARY"]) for event in Calendar.from_ical(raw).walk("VEVENT")}


def test_a_real_client_subscribes_over_http_and_an_address_that_was_changed_is_shut(
    filled: Path, tmp_path: Path
) -> None:
    with living_in(copy_of(filled, tmp_path / "home")) as folder:
        owner = Owner.objects.get()
        change_feed(owner, neutral=False, anew=True)
        first = owner.feed_key
        with House(folder, MORNING) as house:
            with urlopen(f"{house.origin}/data/feed/{first}/calendar.ics") as answer:
                assert answer.headers["Content-Type"].startswith("text/calendar")
                raw = answer.read()
            assert "Interview: Harbor Light, Therapist" in titles(raw)
            calendar = Calendar.from_ical(raw)
            assert str(calendar["NAME"]) == "Onward"
            assert calendar["REFRESH-INTERVAL"].dt.total_seconds() == 3600
            change_feed(owner, neutral=True, anew=True)
            with pytest.raises(HTTPError, match="403"):
                urlopen(f"{house.origin}/data/feed/{first}/calendar.ics")
            raw = urlopen(f"{house.origin}/data/feed/{owner.feed_key}/calendar.ics").read()
            assert titles(raw) == {"Appointment"}
            assert b"Harbor" not in raw
            for page in ("/", "/jobs/", "/data/feed/"):
                with pytest.raises(HTTPError, match="403"):
                    urlopen(house.origin + page)


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
    change_feed(alice, neutral=False, anew=True)
    assert charlie.get(f"/data/feed/{key}/calendar.ics").status_code == 403
    assert door(bob).get(f"/data/feed/{alice.feed_key}/calendar.ics").status_code == 403
    assert charlie.post(f"/data/feed/{alice.feed_key}/calendar.ics").status_code == 405
