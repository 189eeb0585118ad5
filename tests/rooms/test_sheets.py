"""Spreadsheets as other programs save them, and one with thousands of lines: shown, brought in, taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.brought import bring_rows
from tests.flat import flat
from tests.people import door

from onward_app import clock
from onward_app.records.models import Event, Opportunity, Owner
from onward_app.records.writing.jobs import add_job, edit_job
from onward_app.records.writing.refusals import EventRefused
from onward_app.records.writing.undo import undo_change

AUGUST = date(2026, 8, 2)


@pytest.fixture(autouse=True)
def _day():
    with clock.fixed("2026-11-16T09:00"):
        yield


def many(rows: int) -> str:
    lines = [f"Clinic {n},Nurse,applied,{AUGUST - timedelta(days=n % 200)}" for n in range(rows)]
    return "\n".join(("employer,role,status,date", *lines))


def test_a_preview_of_thousands_shows_the_first_and_counts_the_rest(alice: Owner) -> None:
    bad = "\n".join(",Aide,applied,2026-08-02" for _ in range(150))
    page = flat(door(alice).post("/jobs/import/", {"text": f"{many(2000)}\n{bad}"}))
    assert "2000 rows, the first 100 of them here." in page
    assert page.count("a new job</td>") == 100
    assert "And 50 more like these." in page


def test_thousands_are_brought_in_and_taken_back_in_few_statements(alice: Owner) -> None:
    with CaptureQueriesContext(connection) as bringing:
        done = bring_rows(alice, many(400))
    with CaptureQueriesContext(connection) as undoing:
        undo_change(alice, done)
    assert max(len(bringing), len(undoing)) < 100
    assert not Opportunity.objects.of(alice).exists()
    assert not Event.objects.of(alice).exists()


@pytest.mark.parametrize(("field", "day"), [("promised_on", date(9999, 12, 31)), ("deadline_on", date(1, 1, 1))])
def test_a_day_that_an_employer_cannot_have_named_is_refused_beside_its_field(
    alice: Owner, field: str, day: date
) -> None:
    row, _ = add_job(alice, employer="Acme", role="Nurse", on=AUGUST)
    with pytest.raises(EventRefused, match="Check the year"):
        edit_job(alice, row, **{field: day})
    typed = {"employer": "Acme", "role": "Nurse, nights", field: day.isoformat()}
    page = door(alice).post(f"/jobs/{row.pk}/edit/", typed).content.decode()
    assert f"That would be the year {day.year}. Check the year." in page
    assert "Nurse, nights" in page
    answer = door(alice).post(f"/pace/promised/{row.pk}/", {f"p{row.pk}-on": "9999-12-31"})
    assert "Check the year." in answer.content.decode()
    assert door(alice).get("/").status_code == 200


def test_an_interview_in_a_far_year_is_asked_about(alice: Owner) -> None:
    said = {"employer": "Acme", "on": "2206-12-01", "kind": "interview"}
    page = door(alice).post("/start/interview/", said).content.decode()
    assert "That would be the year 2206. Check the year." in page
    assert 'value="Acme"' in page
