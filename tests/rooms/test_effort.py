"""The log of the search for the employment office: what stands in it, for which days, on paper and as a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date

import pytest
from tests.flat import flat
from tests.people import door

from onward_app import clock
from onward_app.records.models import Event, Letter, Opportunity, Owner
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_event, add_job


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    with clock.fixed("2026-11-16T09:00"):  # a Monday
        yield


@pytest.fixture
def job(alice: Owner) -> Opportunity:
    row, _ = add_job(
        alice, employer="=Elm & Co", role="Nurse", on=date(2026, 11, 3), link="https://www.jobs.example/elm?x=1"
    )
    add_interview(alice, row, on=date(2026, 11, 12), format="video", people="J. R.")
    add_event(alice, row, kind="rejected", on=date(2026, 11, 14))
    Letter.objects.create(
        owner=alice, key="k", sender="no-reply@elm.example", verdict={}, kind="confirmation", opportunity=row
    )
    return row


def rows(owner: Owner, query: str) -> list[dict[str, str]]:
    raw = door(owner).get(f"/jobs/log/csv/?{query}").content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(raw)))


def test_each_thing_that_was_done_has_its_day_how_contact_and_result(job: Opportunity, alice: Owner) -> None:
    applied, met = rows(alice, "since=2026-11-01&until=2026-11-15")
    assert applied == {
        "Day": "2026-11-03", "What I did": "I applied", "Employer": "'=Elm & Co", "Role": "Nurse",
        "How": "online, jobs.example", "Contact": "no-reply@elm.example", "Result": "They said no, 2026-11-14",
    }  # fmt: skip
    assert (met["Day"], met["How"], met["Contact"]) == ("2026-11-12", "video", "J. R.")


def test_it_is_of_the_days_that_were_asked_for_week_by_week(job: Opportunity, alice: Owner) -> None:
    page = flat(door(alice).get("/jobs/log/?since=2026-11-01&until=2026-11-15"))
    assert page.count("<caption>") == 2
    assert "<caption>2 November – 8 November</caption>" in page
    assert "=Elm &amp; Co" in page
    assert [row["Day"] for row in rows(alice, "since=2026-11-09&until=2026-11-15")] == ["2026-11-12"]


def test_without_days_it_is_of_this_week(job: Opportunity, alice: Owner) -> None:
    assert "Nothing of these days is noted" in door(alice).get("/jobs/log/").content.decode()
    add_job(alice, employer="Yew", role="", on=date(2026, 11, 16))
    assert [row["Employer"] for row in rows(alice, "")] == ["Yew"]


def test_german_offices_get_their_headings(job: Opportunity, alice: Owner) -> None:
    page = flat(door(alice).get("/jobs/log/?since=2026-11-01&until=2026-11-15&heads=de"))
    assert "Nachweis der Eigenbemühungen" in page
    assert "Ansprechpartner" in page
    (first, _) = rows(alice, "since=2026-11-01&until=2026-11-15&heads=de")
    assert first["Arbeitgeber"] == "'=Elm & Co"
    alice.country = "DE"
    alice.save()
    assert "Eigenbemühungen" in flat(door(alice).get("/jobs/log/"))


def test_a_day_that_nobody_knows_is_in_no_log(job: Opportunity, alice: Owner) -> None:
    Event.objects.filter(kind="applied").update(day_known=False)
    assert [row["Day"] for row in rows(alice, "since=2026-11-01&until=2026-11-15")] == ["2026-11-12"]


@pytest.mark.parametrize(
    "odd", ["since=x&until=y", "since=2026-11-15&until=2026-11-01", "since=0001-01-01&until=9999-12-31", "heads=xx"]
)
def test_days_that_cannot_be_meant_are_no_error(job: Opportunity, alice: Owner, odd: str) -> None:
    assert door(alice).get(f"/jobs/log/?{odd}").status_code == 200
    assert door(alice).get(f"/jobs/log/csv/?{odd}").status_code == 200


def test_only_ones_own_is_in_it(job: Opportunity, bob: Owner) -> None:
    assert rows(bob, "since=2026-11-01&until=2026-11-15") == []
