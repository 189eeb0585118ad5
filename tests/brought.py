"""Rows brought in by a test, in one line: what they become, what that would do, and doing it."""

from __future__ import annotations

from datetime import date

from onward.tracker.interpret import TrackerReading
from onward.tracker.read import read_tables
from onward_app.records.models import Change, Owner
from onward_app.records.reading.sheets import TrackerPlan, plan_tracker
from onward_app.records.writing.sheets import import_tracker
from onward_app.trackers.bringing import read_tracker


def read_rows(text: str, **answers: str) -> TrackerReading:
    """What rows hold; `day_ended` is an answer to `day.ended`."""
    return read_tracker(read_tables(text, "list.csv"), {name.replace("_", "."): said for name, said in answers.items()})


def list_events(text: str, **answers: str) -> list[tuple[str, str, str, date | None]]:
    """Employer, role, kind and day of every event."""
    return [
        (row.employer, row.role, str(one.kind), one.on)
        for row in read_rows(text, **answers).histories
        for one in row.happenings
    ]


def list_troubles(text: str, **answers: str) -> list[str]:
    """Every sentence about something odd."""
    reading = read_rows(text, **answers)
    rows = [sentence for row in reading.histories for sentence in (row.out, *row.told) if sentence]
    return [*rows, *reading.told]


def plan_rows(owner: Owner, text: str, **answers: str) -> TrackerPlan:
    """What bringing them in would do."""
    return plan_tracker(owner, read_rows(text, **answers))


def bring_rows(owner: Owner, text: str, **answers: str) -> Change:
    """Bring them in."""
    return import_tracker(owner, plan_rows(owner, text, **answers))
