"""The search in pictures: what is recorded stands there, and nothing of anybody else's."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.flat import flat
from tests.people import door

from onward.facts import Stage
from onward_app import clock
from onward_app.records.models import Interview, Opportunity, Owner, RejectionDay
from onward_app.records.reading.pictures import count_reached_stages, list_days_of_search
from onward_app.records.reading.rows import find_last_change
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.owner import record_mail_read
from onward_app.records.writing.pace import show_numbers, spread_hope
from onward_app.records.writing.recover import close_rejection_day, open_no
from onward_app.records.writing.undo import undo_change

NOW = "2026-11-16T09:00"
QUESTIONS = (
    "How far did each job come?",
    "Who may still answer?",
    "Is hope where the chances are?",
    "What did the year hold?",
)


def a_job(owner: Owner, employer: str, kind: str = "") -> Opportunity:
    row, _ = add_job(owner, employer=employer, role="Therapist", on=date(2026, 10, 1))
    if kind:
        add_event(owner, row, kind=kind, on=date(2026, 11, 2))
    return row


def page_of(owner: Owner, path: str = "/pace/pictures/") -> str:
    with clock.fixed(NOW):
        return flat(door(owner).get(path))


@pytest.fixture
def lived_in(alice: Owner, bob: Owner) -> Owner:
    with clock.fixed(NOW):
        rows = [a_job(alice, "Harbor", "interview"), a_job(alice, "Meadow", "screen"), a_job(alice, "Elm")]
        a_job(bob, "Stranger", "final")
        spread_hope(alice, {rows[0].pk: 80, rows[1].pk: 20})
        record_mail_read(alice, date(2026, 11, 16))
        show_numbers(alice, True)
    return alice


def test_all_four_answer_their_question(lived_in: Owner) -> None:
    page = page_of(lived_in)
    assert all(question in page for question in QUESTIONS)
    assert page.count('<svg class="picture drawn"') == len(QUESTIONS)
    assert "3 jobs: 3 applied for, 2 with a first call and 1 with an interview." in page
    assert "Stranger" not in page


def test_hope_beside_the_odds_is_drawn_only_where_numbers_are_wanted(lived_in: Owner) -> None:
    with clock.fixed(NOW):
        show_numbers(lived_in, False)
    assert page_of(lived_in).count('<svg class="picture drawn"') == len(QUESTIONS) - 1


def test_with_nothing_there_it_says_what_will_be(alice: Owner) -> None:
    page = page_of(alice)
    assert "Once a job is noted" in page
    assert '<svg class="picture drawn"' not in page


def test_on_the_day_of_a_no_they_wait_until_they_are_asked_for(lived_in: Owner) -> None:
    with clock.fixed(NOW):
        row = a_job(lived_in, "Quill", "interview")
        add_event(lived_in, row, kind="rejected", on=date(2026, 11, 16))
        open_no(lived_in, row.events.get(kind="rejected"))
    assert QUESTIONS[0] not in page_of(lived_in)
    assert QUESTIONS[0] in page_of(lived_in, "/pace/pictures/?asked=1")


def test_an_interview_on_record_counts_though_no_event_says_so(alice: Owner) -> None:
    with clock.fixed(NOW):
        row = a_job(alice, "Harbor")
        Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 3))
        assert count_reached_stages(alice) == {(Stage.INTERVIEW, True): 1}


def test_what_was_undone_is_no_day_with_something_done_and_a_rest_is(alice: Owner) -> None:
    with clock.fixed("2026-11-10T22:30"):
        row = a_job(alice, "Harbor", "interview")
    with clock.fixed("2026-11-12T22:30"):
        a_job(alice, "Elm")
        undo_change(alice, find_last_change(alice))
    with clock.fixed("2026-11-13T19:00"):
        add_event(alice, row, kind="rejected", on=date(2026, 11, 13))
        open_no(alice, row.events.get(kind="rejected"))
        close_rejection_day(alice, RejectionDay.objects.get(), restart_on=date(2026, 11, 15))
    with clock.fixed(NOW):
        days = list_days_of_search(alice, date(2026, 1, 1))
    assert days.rest == {date(2026, 11, 13), date(2026, 11, 14)}
    assert date(2026, 11, 10) in days.done
    assert date(2026, 11, 12) not in days.done


def test_the_number_of_queries_does_not_grow_with_the_jobs(alice: Owner) -> None:
    counts = []
    for n in (10, 20):
        with clock.fixed(NOW):
            for place in range(n):
                a_job(alice, f"Employer {n} {place}", "interview")
        with CaptureQueriesContext(connection) as asked:
            page_of(alice)
        counts.append(len(asked))
    assert counts[0] == counts[1]
