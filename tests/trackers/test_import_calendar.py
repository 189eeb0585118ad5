"""`onward import` of a calendar: what becomes of each event, what is asked, and the same file twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.people import door

from onward.debrief.meeting import read_meetings
from onward_app import clock
from onward_app.as_json.calendars import calendar_to_json, list_calendar_lines
from onward_app.records.models import Interview, Opportunity, Owner
from onward_app.records.reading.calendars import LOOKED_AT, plan_calendar
from onward_app.records.writing.calendars import import_calendar
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.undo import undo_change

HEAD, END = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "END:VCALENDAR\r\n"
Bring = Callable[..., dict[str, Any]]


def event(uid: str, title: str, start: str = "20261120T140000", **more: str) -> str:
    lines = {"UID": uid, "SUMMARY": title, "DTSTART": start, **more}
    said = "".join(f"{name}:{value}\r\n" for name, value in lines.items())
    return f"BEGIN:VEVENT\r\n{said}END:VEVENT\r\n"


@pytest.fixture(autouse=True)
def _now() -> Any:
    with clock.fixed("2026-11-16T09:00"):
        yield


@pytest.fixture
def job(alice: Owner) -> Opportunity:
    return add_job(alice, employer="Elm Clinic", role="Counselor", on=date(2026, 11, 3))[0]


@pytest.fixture
def bring(alice: Owner) -> Bring:
    """Bring some events in, with some answers; what is printed with --json."""

    def do(*events: str, dry_run: bool = False, **answers: str) -> dict[str, Any]:
        given = {name.replace("_", "."): said for name, said in answers.items()}
        plan = plan_calendar(alice, *read_meetings((HEAD + "".join(events) + END).encode()), given)
        done, refused = ([], []) if dry_run or plan.open else import_calendar(alice, plan)
        assert list(list_calendar_lines(plan)) or not plan.rows
        return calendar_to_json(plan, done, refused)

    return do


def states(told: dict[str, Any]) -> list[str]:
    return [one["state"] for one in told["events"]]


def test_an_event_at_one_of_the_jobs_becomes_its_interview(alice: Owner, job: Opportunity, bring: Bring) -> None:
    told = bring(event("a", "Interview, Elm Clinic (Zoom)", DTEND="20261120T144500"))
    (row,) = Interview.objects.of(alice)
    assert (states(told), row.opportunity, row.on, row.at) == (["new"], job, date(2026, 11, 20), time(14))
    assert (row.minutes, row.format, row.uid, len(told["changes"])) == (45, "video", "a", 1)


def test_the_same_file_twice_changes_nothing_and_a_moved_one_is_moved(
    alice: Owner, job: Opportunity, bring: Bring
) -> None:
    bring(event("a", "Interview, Elm Clinic"))
    again = bring(event("a", "Interview, Elm Clinic"))
    assert (states(again), again["changes"]) == (["there"], [])
    moved = bring(event("a", "Interview, Elm Clinic", "20261123T100000"))
    assert (states(moved), Interview.objects.of(alice).get().on) == (["match"], date(2026, 11, 23))


def test_one_that_was_called_off_is_taken_away_and_an_undo_brings_it_back(
    alice: Owner, job: Opportunity, bring: Bring
) -> None:
    bring(event("a", "Interview, Elm Clinic"))
    told = bring(event("a", "Interview, Elm Clinic", STATUS="CANCELLED"))
    assert (states(told), Interview.objects.of(alice).exists()) == (["taken away"], False)
    change = alice.changes.get(pk=told["changes"][0])
    undo_change(alice, change)
    assert Interview.objects.of(alice).exists()
    assert states(bring(event("b", "Interview, Elm Clinic", STATUS="CANCELLED"))) == ["left out"]


def test_what_sounds_like_one_is_asked_about_and_nothing_is_kept_before(
    alice: Owner, job: Opportunity, bring: Bring
) -> None:
    both = event("a", "Interview with Jo"), event("b", "Interview, Elm Clinic", "20261124T090000")
    told = bring(*both)
    assert (states(told), told["events"][0]["asks"], told["changes"]) == (["needs you", "new"], "meeting.1", [])
    assert not Interview.objects.of(alice).exists()
    assert states(bring(*both, meeting_1="out", dry_run=True)) == ["left out", "new"]
    assert states(bring(*both, meeting_1=str(job.pk))) == ["new", "new"]
    assert {row.uid for row in Interview.objects.of(alice)} == {"a", "b"}


def test_another_job_of_somebody_else_is_no_answer(alice: Owner, bob: Owner, bring: Bring) -> None:
    theirs, _ = add_job(bob, employer="Oak", role="", on=date(2026, 11, 3))
    assert states(bring(event("a", "Interview with Jo"), meeting_1=str(theirs.pk))) == ["needs you"]


@pytest.mark.parametrize("first", ["20261124T090000", "20261117T090000"])
def test_talks_at_a_new_employer_make_one_job_with_them_all(alice: Owner, bring: Bring, first: str) -> None:
    both = event("a", "Telefoninterview", first), event("b", "Vorstellungsgespräch", "20261127T100000")
    asked = bring(*both)
    assert [one["asks"] for one in asked["events"]] == ["meeting.1", "meeting.2"]
    told = bring(*both, meeting_1="Nordlicht Klinik", meeting_2="nordlicht klinik")
    assert (states(told), {one["employer"].casefold() for one in told["events"]}) == (["new"] * 2, {"nordlicht klinik"})
    (job,) = Opportunity.objects.of(alice).filter(by_hand=True)
    assert sorted(row.round for row in job.interviews.all()) == ["interview", "screen"]
    assert states(bring(*both)) == ["there", "there"]


def test_an_employer_who_is_here_is_meant_by_name(alice: Owner, job: Opportunity, bring: Bring) -> None:
    told = bring(event("a", "Interview with Jo"), meeting_1=job.employer.upper())
    assert (states(told), told["events"][0]["job"]) == (["new"], job.pk)
    assert Opportunity.objects.of(alice).count() == 1


@pytest.mark.parametrize(
    ("title", "round_", "way"),
    [
        ("Telefoninterview Elm Clinic", "screen", "phone"),
        ("Entretien téléphonique, Elm Clinic", "screen", "phone"),
        ("Videollamada: entrevista, Elm Clinic", "interview", "video"),
        ("Colloquio finale Elm Clinic (Teams)", "final", "video"),
        ("Sollicitatiegesprek Elm Clinic", "interview", ""),
    ],
)
def test_a_title_says_the_round_and_how_in_any_language(
    alice: Owner, job: Opportunity, bring: Bring, title: str, round_: str, way: str
) -> None:
    bring(event("a", title))
    (row,) = Interview.objects.of(alice)
    assert (row.round, row.format) == (round_, way)


def test_the_rest_of_a_life_stays_out(alice: Owner, job: Opportunity, bring: Bring) -> None:
    told = bring(event("a", "Dentist"), event("b", "Yoga at the elm"))
    assert states(told) == ["left out", "left out"]
    assert told["events"][0]["why"] == ["Nothing in it speaks of an interview or of one of your open jobs."]


def test_what_cannot_have_been_is_said_and_the_rest_comes_in(alice: Owner, job: Opportunity, bring: Bring) -> None:
    told = bring(event("a", "Interview, Elm Clinic", "20261001T100000"), event("b", "Interview, Elm Clinic"))
    assert len(told["troubles"]) == 1
    assert [row.uid for row in Interview.objects.of(alice)] == ["b"]


def test_of_a_calendar_of_ten_years_what_is_near_is_looked_at(alice: Owner, job: Opportunity, bring: Bring) -> None:
    days = (f"{year}{month:02}{day:02}T090000" for year in range(2017, 2027) for month in range(1, 13)
            for day in range(1, 28, 3))  # fmt: skip
    told = bring(*(event(f"d{day}", "Standup", day) for day in days), event("a", "Interview, Elm Clinic"))
    assert (len(told["events"]), told["further"]) == (LOOKED_AT, 10 * 12 * 9 + 1 - LOOKED_AT)
    assert Interview.objects.of(alice).get().uid == "a"


def test_a_broken_file_says_so(alice: Owner, bring: Bring) -> None:
    assert bring("BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\n")["troubles"]
    assert bring() == {"events": [], "further": 0, "troubles": ["There is no event in this calendar file."],
                       "changes": []}  # fmt: skip


def test_a_job_that_ended_is_no_longer_asked(alice: Owner, job: Opportunity, bring: Bring) -> None:
    add_event(alice, job, kind="rejected", on=date(2026, 11, 15))
    assert states(bring(event("a", "Elm Clinic"))) == ["left out"]


def test_the_page_for_lists_hands_a_calendar_on(alice: Owner, job: Opportunity, tmp_path: Path) -> None:
    raw = (HEAD + event("a", "Interview, Elm Clinic") + END).encode()
    page = door(alice)
    sent = page.post("/jobs/import/", {"file": SimpleUploadedFile("a.csv", raw)})
    assert (sent.status_code, sent.headers["Location"]) == (307, "/debrief/interview/calendar/")
    followed = page.post(sent.headers["Location"], {"file": SimpleUploadedFile("a.csv", raw)})
    assert "Interview, Elm Clinic" in followed.content.decode()
    two = page.post("/jobs/import/", {"file": [SimpleUploadedFile(name, raw) for name in ("a.ics", "b.ics")]})
    assert "Bring it alone" in two.content.decode()


def test_what_was_declined_stays_out_and_takes_its_record_away(bring: Bring, alice: Owner, job: Opportunity) -> None:
    declined = "mailto:sam@lee.example"
    told = bring(event("a", "Elm Clinic interview", **{"ATTENDEE;PARTSTAT=DECLINED": declined}))
    assert states(told) == ["left out"]
    bring(event("a", "Elm Clinic interview"))
    assert Interview.objects.of(alice).count() == 1
    told = bring(event("a", "Elm Clinic interview", **{"ATTENDEE;PARTSTAT=DECLINED": declined}))
    assert states(told) == ["taken away"]
    assert Interview.objects.of(alice).count() == 0


def test_a_series_with_one_that_was_moved_changes_nothing_the_second_time(
    bring: Bring, alice: Owner, job: Opportunity
) -> None:
    series = event("s", "Elm Clinic interview", "20261117T100000", RRULE="FREQ=WEEKLY;COUNT=3")
    moved = event("s", "Elm Clinic interview", "20261118T150000", **{"RECURRENCE-ID": "20261117T100000"})
    assert states(bring(series, moved)) == ["new", "new"]
    assert states(bring(series, moved)) == ["there", "there"]
    assert sorted(Interview.objects.of(alice).values_list("on", flat=True)) == [date(2026, 11, 18), date(2026, 11, 24)]
