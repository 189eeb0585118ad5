"""A tracker's file brought in: met with what is here, once, again, and later; remembered, and taken back by one undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.brought import bring_rows, plan_rows, read_rows
from tests.flat import flat
from tests.people import door

from onward.tracker.read import read_tables
from onward_app import clock
from onward_app.records.models import Change, Contact, Event, Interview, Opportunity, Owner, TrackerMemory
from onward_app.records.reading.jobs import is_hushed
from onward_app.records.reading.recover import list_days_that_bear, list_unopened_nos
from onward_app.records.reading.rows import list_events, list_open_opportunities
from onward_app.records.reading.sheets import plan_tracker
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.sheets import import_tracker, remember_answers
from onward_app.records.writing.undo import undo_change
from onward_app.trackers.bringing import read_tracker, read_with_memory
from onward_app.trackers.opening import open_tracker
from onward_app.trackers.report import say_counts

CASES = Path(__file__).parent / "cases"
HEAD = "Company,Role,Status,Date Applied,Last updated\n"
OCTOBER = f"{HEAD}Linden Grove,Therapist,Applied,2026-10-05,\n"
NOVEMBER = f"{HEAD}Linden Grove,Therapist,Rejected,2026-10-05,2026-10-29\n"


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    with clock.fixed("2026-11-16T09:00"):
        yield


def log(row: Opportunity | None = None) -> list[tuple[str, date, bool]]:
    rows = Event.objects.filter(stands=True, **({"opportunity": row} if row else {})).order_by("on", "id")
    return [(event.kind, event.on, event.day_known) for event in rows]


def test_a_later_export_adds_what_is_new(alice: Owner) -> None:
    bring_rows(alice, OCTOBER)
    bring_rows(alice, NOVEMBER, day_ended="column:Last updated")
    assert log() == [("applied", date(2026, 10, 5), True), ("rejected", date(2026, 10, 29), True)]
    assert Opportunity.objects.get().ended == "rejected"


def test_a_day_that_is_not_known_is_left_out_and_lies_on_no_day_of_applying(alice: Owner) -> None:
    bring_rows(alice, f"{HEAD}A,B,Rejected,2026-10-05,\n", day_ended="unknown")
    assert log() == [("applied", date(2026, 10, 5), True), ("rejected", date(2026, 11, 16), False)]


def test_a_day_that_was_not_known_gives_way_to_one_that_is_and_comes_back_by_undo(alice: Owner) -> None:
    bring_rows(alice, NOVEMBER, day_ended="unknown")
    again = bring_rows(alice, NOVEMBER, day_ended="column:Last updated")
    assert log() == [("applied", date(2026, 10, 5), True), ("rejected", date(2026, 10, 29), True)]
    undo_change(alice, again)
    assert log()[1][2] is False


def test_what_is_not_known_again_changes_nothing(alice: Owner) -> None:
    bring_rows(alice, NOVEMBER, day_ended="unknown")
    with clock.fixed("2026-11-20T09:00"):
        assert bring_rows(alice, NOVEMBER, day_ended="unknown").pk is None


def test_rows_meet_what_mail_found(alice: Owner) -> None:
    with open_change(alice, "notice.file", "Filed.", by="onward") as doing:
        job = doing.make(Opportunity, employer="Linden Grove", role="Therapist")
        doing.make(Event, opportunity=job, kind="applied", on=date(2026, 10, 6), source="mail", added_at=clock.now())
    rows = f"{OCTOBER}Elm,Aide,Applied,2026-10-07,\nOak,Aide,Rejected,2026-10-07,\n"
    plan = plan_rows(alice, rows)
    assert say_counts(plan) == "1 matches a job that is here, 1 needs you, 1 is new."
    assert [row.state for row in plan.rows] == ["there", "new", "needs you"]
    bring_rows(alice, rows, day_ended="unknown")
    assert log(job) == [("applied", date(2026, 10, 6), True)]


def test_a_row_never_contradicts_what_is_here(alice: Owner) -> None:
    job, _ = add_job(alice, employer="Linden Grove", role="Therapist", on=date(2026, 10, 5))
    add_event(alice, job, kind="rejected", on=date(2026, 10, 20))
    plan = plan_rows(alice, f"{HEAD}Linden Grove,Therapist,Interview,2026-10-05,2026-10-29\n", day_moved="2026-10-29")
    assert "This one ended" in plan.rows[0].troubles[0]
    assert plan.rows[0].added == []


def test_a_word_that_says_two_things_says_them_in_order(alice: Owner) -> None:
    bring_rows(
        alice, f"{HEAD}A,B,Rejected after 2nd interview,2026-10-05,\n", day_moved="unknown", day_ended="2026-10-29"
    )
    assert log() == [
        ("applied", date(2026, 10, 5), True), ("interview", date(2026, 10, 29), False), ("rejected", date(2026, 10, 29), True),
    ]  # fmt: skip
    assert Opportunity.objects.get().ended == "rejected"


def test_who_accepts_had_an_offer(alice: Owner) -> None:
    bring_rows(alice, f"{HEAD}A,B,Accepted,2026-10-05,\n", day_moved="2026-11-02")
    assert [(kind, known) for kind, _, known in log()] == [
        ("applied", True),
        ("verbal offer", False),
        ("accepted", True),
    ]


def test_an_interview_to_come_stands_on_its_day_with_its_record(alice: Owner) -> None:
    bring_rows(alice, "Company,Role,Status,Date Applied,Interview Date\nA,B,Interview,2026-11-02,2026-11-24\n")
    assert log() == [("applied", date(2026, 11, 2), True), ("interview", date(2026, 11, 24), True)]
    assert Interview.objects.get().on == date(2026, 11, 24)


def test_what_is_put_away_is_not_among_the_open_ones_until_something_comes(alice: Owner) -> None:
    done = bring_rows(alice, f"{HEAD}A,B,Archived,2026-10-05,\n")
    job = Opportunity.objects.get()
    assert (job.stage, job.ended, list(list_open_opportunities(alice))) == ("applied", "", [])
    with clock.fixed("2026-11-18T09:00"):
        add_event(alice, job, kind="interview", on=date(2026, 11, 17))
    assert list(list_open_opportunities(alice)) == [job]
    assert done.pk


def test_notes_and_places_fill_what_is_empty_and_nothing_else(alice: Owner) -> None:
    job, _ = add_job(alice, employer="A", role="B", on=date(2026, 10, 5), notes="Mine.")
    bring_rows(
        alice,
        "Company,Role,Status,Date Applied,Interview,Notes,Location\nA,B,,2026-10-05,2026-10-09,Theirs.,Fairfield\n",
    )
    job.refresh_from_db()
    assert (job.notes, job.place, job.stage) == ("Mine.", "Fairfield", "interview")


@pytest.mark.parametrize(
    ("mail", "row", "named"),
    [
        (("Linden Grove", ""), ("Linden Grove", "Therapist"), ("Linden Grove", "Therapist")),
        (("Lindengrove", "Therapist"), ("Linden Grove", "Therapist"), ("Linden Grove", "Therapist")),
        (("Lindengrove", ""), ("Linden Grove", "Therapist"), ("Linden Grove", "Therapist")),
        (("Linden Grove", "Therapist"), ("linden grove", "therapist"), ("Linden Grove", "Therapist")),
        (("Linden Grove", "Senior Therapist"), ("Linden Grove", ""), ("Linden Grove", "Senior Therapist")),
    ],
)
def test_a_row_names_what_mail_left_open(
    alice: Owner, mail: tuple[str, str], row: tuple[str, str], named: tuple[str, str]
) -> None:
    job = Opportunity.objects.create(owner=alice, employer=mail[0], role=mail[1])
    add_event(alice, job, kind="applied", on=date(2026, 10, 5))
    text = f"{HEAD}{row[0]},{row[1]},Applied,2026-10-05,\n"
    change = bring_rows(alice, text)
    assert Opportunity.objects.values_list("employer", "role").get() == named
    assert plan_rows(alice, text).empty, "the same file again changes nothing"
    if change.pk:
        undo_change(alice, change)
    assert Opportunity.objects.values_list("employer", "role").get() == mail


def test_what_the_person_named_keeps_its_spelling(alice: Owner) -> None:
    add_job(alice, employer="Lindengrove", role="Therapist", on=date(2026, 10, 5))
    bring_rows(alice, f"{HEAD}Linden Grove,Therapist,Interview,2026-10-05,\n", day_moved="2026-10-09")
    assert "Lindengrove" in Opportunity.objects.values_list("employer", flat=True)


def test_linkedins_zip_is_one_change_and_one_undo_takes_it_all_back(alice: Owner) -> None:
    name = "Basic_LinkedInDataExport_08-20-2026.zip"
    tables = open_tracker(name, (CASES / name).read_bytes())
    done = import_tracker(alice, plan_tracker(alice, read_tracker(tables)))
    assert done.summary == "Brought in 4 rows and 1 person from LinkedIn."
    assert (Contact.objects.get().name, Contact.objects.get().employer) == ("Mira Olt", "Elm Clinic")
    assert plan_tracker(alice, read_tracker(tables)).empty
    undo_change(alice, done)
    assert not Opportunity.objects.of(alice).exists()
    assert not Contact.objects.of(alice).exists()


def test_the_question_and_answer_column_is_nowhere(alice: Owner) -> None:
    text = "Application Date,Company Name,Job Title,Question And Answers\n8/15/26,A,B,Are you well?:Yes\n"
    bring_rows(alice, text)
    assert not Opportunity.objects.exclude(notes="").exists()
    assert "well" not in str(read_rows(text))[: str(read_rows(text)).index("rows=")]


def test_answers_are_remembered_for_the_same_headings_but_days_are_not(alice: Owner, bob: Owner) -> None:
    rows = f"{HEAD}A,B,1st round,3/8/2026,\nC,D,Rejected,4/8/2026,\n"
    said = {"order": "day", "word.1st round": "screen", "day.moved": "unknown", "day.ended": "2026-11-02"}
    reading, answers = read_with_memory(alice, read_tables(rows, "a.csv"), said)
    import_tracker(alice, plan_tracker(alice, reading))
    remember_answers(alice, reading, answers)
    kept = {key: value for key, value in said.items() if key != "day.ended"}
    assert TrackerMemory.objects.get().answers == kept
    again, known = read_with_memory(alice, read_tables(rows, "b.csv"), {})
    assert known == kept
    assert [question.id for question in again.open] == ["day.ended"]
    assert read_with_memory(bob, read_tables(rows, "b.csv"), {})[1] == {}
    assert read_with_memory(alice, read_tables("Company,Status\nA,Applied\n", "c.csv"), {})[1] == {}


def test_nothing_new_leaves_no_trace(alice: Owner) -> None:
    bring_rows(alice, OCTOBER)
    assert bring_rows(alice, OCTOBER).pk is None
    assert Change.objects.count() == 1


def test_a_no_whose_day_is_not_known_starts_no_day_of_rest_and_its_day_is_not_said(alice: Owner) -> None:
    bring_rows(alice, f"{HEAD}A,B,Rejected,2026-10-05,\n", day_ended="unknown")
    job = Opportunity.objects.get()
    assert not list_unopened_nos(alice, date(2026, 11, 16)).exists()
    today = date(2026, 11, 16)
    assert not is_hushed(job, list_events(alice, opportunity=job), list_days_that_bear(alice, today), today)
    page = flat(door(alice).get(f"/jobs/{job.pk}/"))
    assert "They said no." in page
    assert "They said no on" not in page
    assert ">by 16 Nov" in page


def test_what_was_said_of_sheets_with_the_same_headings_is_remembered(alice: Owner) -> None:
    tables = [
        *read_tables("Company,Role,Status\nAcme,Nurse,on ice\n", "2025"),
        *read_tables("Company,Role,Status\nElm,Cook,on ice\n", "2026"),
    ]
    reading, answers = read_with_memory(alice, tables, {"word.on ice": "put away"})
    remember_answers(alice, reading, answers)
    assert read_with_memory(alice, tables, {})[1]["word.on ice"] == "put away"


def test_a_job_is_put_away_and_taken_out_by_hand(alice: Owner) -> None:
    job, _ = add_job(alice, employer="A", role="B", on=date(2026, 10, 5))
    client = door(alice)
    client.post(f"/jobs/{job.pk}/away/")
    assert "It is put away" in flat(client.get(f"/jobs/{job.pk}/"))
    assert not list_open_opportunities(alice).exists()
    client.post(f"/jobs/{job.pk}/away/", {"do": "back"})
    assert list(list_open_opportunities(alice)) == [job]


def test_who_is_known_at_an_employer_stands_on_its_jobs(alice: Owner, bob: Owner) -> None:
    for owner in (alice, bob):
        Contact.objects.create(owner=owner, name=f"Mira of {owner.name}", employer="elm clinic", role="Director")
    job, _ = add_job(alice, employer="Elm Clinic", role="B", on=date(2026, 10, 5))
    page = flat(door(alice).get(f"/jobs/{job.pk}/"))
    assert "Mira of Alice</a>, Director" in page
    assert "Mira of Bob" not in page


def test_a_row_that_may_be_a_job_here_is_asked_about_once_and_remembered(alice: Owner) -> None:
    job, _ = add_job(alice, employer="Linden Grove", role="Outpatient Therapist", on=date(2026, 9, 1))
    text = f"{HEAD}Linden Grove,Therapist,Interview,2026-10-05,2026-10-12\n"
    said = {"day.moved": "column:Last updated"}
    reading, answers = read_with_memory(alice, read_tables(text, "a.csv"), said)
    plan = plan_tracker(alice, reading, answers)
    what = "match.linden grove|therapist"
    assert [(question.id, question.guess) for question in plan.open] == [(what, str(job.pk))]
    assert plan.rows[0].state == "needs you"
    answers |= {what: str(job.pk)}
    import_tracker(alice, plan_tracker(alice, reading, answers))
    remember_answers(alice, reading, answers)
    job.refresh_from_db()
    assert (Opportunity.objects.count(), job.stage) == (1, "interview")
    again, known = read_with_memory(alice, read_tables(text, "a.csv"), {})
    assert plan_tracker(alice, again, known).empty


def test_a_row_that_is_another_job_becomes_one(alice: Owner) -> None:
    add_job(alice, employer="Linden Grove", role="Outpatient Therapist", on=date(2026, 9, 1))
    text = f"{HEAD}Linden Grove,Therapist,Applied,2026-10-05,\n"
    plan = plan_tracker(alice, read_rows(text), {"match.linden grove|therapist": "new"})
    assert [row.state for row in plan.rows] == ["new"]
    import_tracker(alice, plan)
    assert plan_rows(alice, text).empty


def test_a_job_saved_after_it_was_applied_for_is_no_news(alice: Owner) -> None:
    bring_rows(alice, OCTOBER)
    plan = plan_rows(alice, "Company,Role,Status,Date Saved\nLinden Grove,Therapist,Bookmarked,2026-10-20\n")
    assert ([row.state for row in plan.rows], plan.rows[0].troubles) == (["there"], [])
