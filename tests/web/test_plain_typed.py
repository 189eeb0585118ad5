"""What is typed or pasted comes in without the characters that command a terminal or can't be kept."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.people import door

from onward_app.records.models import Event, Letter, Opportunity, Owner

ODD = "\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066"


@pytest.mark.parametrize("odd", ODD)
def test_such_a_character_stops_nobody_and_is_not_kept(alice: Owner, odd: str) -> None:
    page = door(alice).post("/start/no/", {"text": f"Harbor{odd} Light said{odd} no"}, follow=True).content.decode()
    assert "That stings. Nothing to solve tonight." in page
    assert Opportunity.objects.get().employer == "Harbor Light"
    assert Event.objects.get().note == "Harbor Light said no"


def test_lines_stay_lines_whatever_ends_them(alice: Owner) -> None:
    text = "Dear Robin,\x0b\r\nunfortunately we chose another candidate for the Night Nurse role at Elm Court.\x0cMay Osei\x85HR"
    door(alice).post("/start/no/", {"text": text})
    assert Letter.objects.get().body.split() == text.split()
    assert Opportunity.objects.get().employer == "Elm Court"


def test_every_box_and_address_takes_it(alice: Owner) -> None:
    window = door(alice)
    window.post(
        "/jobs/add/", {"employer": "Elm\x00 Court", "kind": "applied", "on": "2026-03-01", "notes": "a\x00b\x1b[2J"}
    )
    row = Opportunity.objects.get()
    assert (row.employer, row.notes) == ("Elm Court", "ab[2J")
    for address in ("/find/?q=Elm%00", "/jobs/?q=%00Elm", "/people/?q=%1b"):
        assert window.get(address).status_code == 200


def test_a_stranger_is_refused_before_anything_is_read(charlie: Client) -> None:
    assert charlie.post("/start/no/", {"text": "a\x00b"}).status_code == 403
