"""Who an invitation names, as initials."""

from __future__ import annotations

import icalendar
import pytest

from onward.debrief.guests import Guest, list_guests


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Dana Wells", "D. W."),
        ("Wells, Dana", "D. W."),
        ("Dana Wells, LCSW", "D. W."),
        ("Dr. Dana Wells, Psy.D.", "D. W."),
        ("Dana Wells (she/her)", "D. W."),
        ("Ana María de la Cruz", "A. M. D. L."),
        ("dana wells", "D. W."),
        ("Ólafur Þórsson", "Ó. Þ."),
        ("Recruiting", "Recruiting"),
        ("", ""),
        ("12 34", ""),
    ],
)
def test_a_name_is_kept_as_initials(name: str, initials: str) -> None:
    assert Guest(name).initials == initials


@pytest.mark.parametrize(
    ("line", "guest"),
    [
        ("ORGANIZER;CN=Dana Wells:mailto:Dana@Harbor.example", Guest("Dana Wells", "dana@harbor.example")),
        (
            "ATTENDEE;CN=d.wells@harbor.example:MAILTO:d.wells@harbor.example",
            Guest("d wells", "d.wells@harbor.example"),
        ),
        ("ORGANIZER;CN=Dana Wells, LCSW:mailto:d@harbor.example", Guest("Dana Wells, LCSW", "d@harbor.example")),
        ('ORGANIZER;CN="Wells, Dana":mailto:d@harbor.example', Guest("Wells, Dana", "d@harbor.example")),
        ("ATTENDEE:mailto:dana.wells@harbor.example", Guest("dana wells", "dana.wells@harbor.example")),
        ("ATTENDEE:mailto:hr@harbor.example", Guest("", "hr@harbor.example")),
        ("ATTENDEE;CUTYPE=ROOM;CN=Board Room:mailto:room@harbor.example", None),
    ],
)
def test_who_is_invited_is_read_and_rooms_are_not(line: str, guest: Guest | None) -> None:
    event = icalendar.Event.from_ical(f"BEGIN:VEVENT\r\nUID:1\r\n{line}\r\nEND:VEVENT\r\n")
    assert list(list_guests(event)) == ([guest] if guest else [])
