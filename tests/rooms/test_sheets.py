"""Spreadsheets as other programs save them, and one with thousands of lines: shown, brought in, taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.flat import flat
from tests.people import door

from onward_app import clock
from onward_app.records.models import Event, Opportunity, Owner
from onward_app.records.writing.csv_rows import UNCLOSED, parse_csv
from onward_app.records.writing.jobs import EventRefused, add_job, edit_job
from onward_app.records.writing.sheets import import_csv, plan_csv
from onward_app.records.writing.undo import undo_change

AUGUST = date(2026, 8, 2)
SHEETS = {
    "LinkedIn": 'Application Date,Company Name,Job Title\n"8/2/2026, 9:41 AM",Acme,Nurse\n',
    "Teal": "id,company_name,role,added_at,applied_at,statusName\n1,Acme,Nurse,2026-08-01T10:00,2026-08-02T10:00,Applied\n",
    "Huntr": "Employer,Job Title,List,Date Saved\nAcme,Nurse,Applied,2026-08-02\n",
    "JobSync": "createdAt,applied,appliedDate,Company,JobTitle,Status\n2026-08-01,true,2026-08-02,Acme,Nurse,applied",
    "a line that names the separator": "sep=;\r\nemployer;role;status;date\r\nAcme;Nurse;applied;2026-08-02\r\n",
    "blank lines first": "\n\nemployer,role,status,date\nAcme,Nurse,applied,2026-08-02\n",
}


@pytest.fixture(autouse=True)
def _day():
    with clock.fixed("2026-11-16T09:00"):
        yield


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_columns_are_known_by_the_names_that_others_give_them(name: str) -> None:
    rows, troubles = parse_csv(SHEETS[name], order="month")
    assert [(row.employer, row.role, row.kind, row.on) for row in rows] == [("Acme", "Nurse", "applied", AUGUST)]
    assert troubles == []


@pytest.mark.parametrize("cell", ["N/A", "-", ""])
def test_no_date_is_said_to_be_none(cell: str) -> None:
    _, (trouble,) = parse_csv(f"employer,date\nAcme,{cell}\n")
    assert trouble.sentence == "Line 2: there is no date. Write it like 2026-03-04."


@pytest.mark.parametrize("cell", ["1926-10-01", "1/1/0026", "0001-01-01"])
def test_a_year_that_cannot_be_meant_stays_out(alice: Owner, cell: str) -> None:
    rows, _ = parse_csv(f"employer,date\nAcme,{cell}\n")
    plan = plan_csv(alice, rows)
    assert plan.added == ()
    assert plan.left_out[0].sentence.endswith("Check the year.")


def test_a_quotation_mark_that_is_never_closed_is_said() -> None:
    _, troubles = parse_csv('employer,role,date\nAcme,"Nurse,2026-08-02\nMill,Aide,2026-08-02\n')
    assert troubles[-1].sentence == UNCLOSED


def many(rows: int) -> str:
    lines = [f"Clinic {n},Nurse,applied,{AUGUST - timedelta(days=n % 200)}" for n in range(rows)]
    return "\n".join(("employer,role,status,date", *lines))


def test_a_preview_of_thousands_shows_the_first_and_counts_the_rest(alice: Owner) -> None:
    bad = "\n".join(f"Mill {n},Aide,applied,soon" for n in range(150))
    page = flat(door(alice).post("/jobs/import/", {"text": f"{many(2000)}\n{bad}"}))
    assert "2000 rows, the first 100 of them here." in page
    assert page.count("a new job</td>") == 100
    assert "And 50 more like these." in page


def test_thousands_are_brought_in_and_taken_back_in_few_statements(alice: Owner) -> None:
    with CaptureQueriesContext(connection) as bringing:
        done = import_csv(alice, parse_csv(many(400))[0])
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
