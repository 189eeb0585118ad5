"""Adding, editing, merging, splitting and bringing a spreadsheet, each one change that can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.brought import bring_rows, list_events, list_troubles, plan_rows, read_rows

from onward.facts import LetterKind
from onward.notice.verdict import Details, Guess, Verdict, verdict_to_json
from onward_app import clock
from onward_app.records.models import Change, Decision, Event, Hope, Interview, Letter, Opportunity, Owner
from onward_app.records.reading.jobs import find_same_job
from onward_app.records.reading.rows import find_opportunity, list_opportunities
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_event, add_job, add_offer, edit_job, strike_event
from onward_app.records.writing.merging import merge_jobs, put_older_first, split_job
from onward_app.records.writing.refusals import EventRefused
from onward_app.records.writing.undo import undo_change

EXAMPLE = Path(__file__).parents[2] / "examples" / "applications.csv"


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    with clock.fixed("2026-11-16T09:00"):
        yield


def job(
    owner: Owner, employer: str = "Harbor Light", role: str = "Therapist", on: date = date(2026, 10, 1)
) -> Opportunity:
    return add_job(owner, employer=employer, role=role, on=on)[0]


def letter(owner: Owner, key: str, row: Opportunity) -> Letter:
    at = datetime(2026, 10, 2, tzinfo=UTC)
    details = Details(employer=row.employer, role=row.role)
    verdict = verdict_to_json(Verdict(Guess(LetterKind.CONFIRMATION, 0.99, unsure=False), details))
    return Letter.objects.create(
        owner=owner, key=key, at=at, on=at.date(), verdict=verdict, kind="confirmation", opportunity=row
    )


def test_it_adds_a_job_with_its_first_event(alice: Owner) -> None:
    row, change_ = add_job(alice, employer="  Harbor   Light ", role="Therapist")
    assert (row.title, row.stage, row.first_on, row.by_hand) == (
        "Harbor Light, Therapist",
        "applied",
        date(2026, 11, 16),
        True,
    )
    assert (change_.summary, change_.opportunity_id) == ("Added Harbor Light, Therapist.", row.pk)


def test_what_mail_dates_tomorrow_is_not_before_what_happens_today(alice: Owner) -> None:
    row = job(alice, on=date(2026, 11, 16))
    with clock.fixed("2026-11-15T21:00"):
        add_event(alice, row, kind="withdrew", on=date(2026, 11, 15))
    assert (row.stage, row.ended) == ("applied", "withdrew")


def test_it_edits_and_names_stay_trimmed(alice: Owner) -> None:
    row = job(alice)
    edit_job(alice, row, employer=" Harbor Lights ", promised_on=date(2026, 11, 30))
    row.refresh_from_db()
    assert (row.employer, row.promised_on) == ("Harbor Lights", date(2026, 11, 30))


def test_events_move_the_stage_and_undo_moves_it_back(alice: Owner) -> None:
    row = job(alice)
    done = add_event(alice, row, kind="rejected", on=date(2026, 11, 2), note="By phone.", reason="position filled")
    assert (row.ended, done.summary) == ("rejected", "Noted the no from Harbor Light, Therapist.")
    undo_change(alice, done)
    row.refresh_from_db()
    assert row.ended == ""


def test_a_struck_event_of_a_letter_stays_away_on_rereading(alice: Owner) -> None:
    row = job(alice)
    with open_change(alice, "notice.file", "Filed.", by="onward") as doing:
        event = doing.make(
            Event, opportunity=row, kind="rejected", on=date(2026, 11, 2), letter="a", also=["b"], added_at=clock.now()
        )
    strike_event(alice, row, event)
    assert row.ended == ""
    assert set(Decision.objects.of(alice).filter(no_event=True).values_list("key", flat=True)) == {"a", "b"}


def test_merging_moves_all_and_the_old_id_lives_on(alice: Owner) -> None:
    keep, gone = job(alice), job(alice, "Harbor Light Clinics")
    add_event(alice, gone, kind="interview", on=date(2026, 10, 20))
    meeting, _ = add_interview(alice, gone, on=date(2026, 10, 20))
    mail = letter(alice, "k", gone)
    with open_change(alice, "pace.hope", "Hoped.") as doing:
        hope = doing.make(Hope, on=date(2026, 11, 1), at=clock.now(), shares=[[keep.pk, 60], [gone.pk, 40]])
    done = merge_jobs(alice, keep, gone)
    for row in (meeting, mail, hope):
        row.refresh_from_db()
    assert find_opportunity(alice, gone.pk) == keep
    assert (keep.stage, meeting.opportunity_id, mail.opportunity_id) == ("interview", keep.pk, keep.pk)
    assert hope.shares == [[keep.pk, 100]]
    assert Decision.objects.of(alice).get(key="k").opportunity_id == keep.pk
    undo_change(alice, done)
    for row in (keep, gone, meeting, mail, hope):
        row.refresh_from_db()
    assert (keep.stage, gone.stage, gone.merged_into) == ("applied", "interview", None)
    assert (meeting.opportunity_id, mail.opportunity_id) == (gone.pk, gone.pk)
    assert hope.shares == [[keep.pk, 60], [gone.pk, 40]]
    assert not Decision.objects.of(alice).exists()


def test_the_one_that_was_there_first_survives_when_nobody_says(alice: Owner) -> None:
    old, new = job(alice), job(alice, "Cedar")
    assert put_older_first(new, old) == (old, new)


def test_splitting_takes_events_letters_and_interviews_along_and_undoes(alice: Owner) -> None:
    row = job(alice)
    meeting, _ = add_interview(alice, row, on=date(2026, 10, 20))
    event = Event.objects.get(pk=meeting.event_id)
    event.letter = "k"
    event.save(update_fields=["letter"])
    mail = letter(alice, "k", row)
    done = split_job(alice, row, [event.pk], "Harbor Light", "Supervisor")
    other = Opportunity.objects.get(role="Supervisor")
    meeting.refresh_from_db()
    mail.refresh_from_db()
    assert (row.stage, other.stage) == ("applied", "interview")
    assert (meeting.opportunity, mail.opportunity) == (other, other)
    undo_change(alice, done)
    row.refresh_from_db()
    assert row.stage == "interview"
    assert list(list_opportunities(alice)) == [row]


def test_an_interview_to_come_stands_in_the_log_on_its_own_day(alice: Owner) -> None:
    meeting, done = add_interview(alice, None, employer="Cedar", role="Intern", on=date(2026, 12, 1), format="video")
    row = meeting.opportunity
    assert (row.stage, row.stage_on, meeting.on) == ("interview", date(2026, 12, 1), date(2026, 12, 1))
    undo_change(alice, done)
    assert not Interview.objects.of(alice).exists()


def test_each_interview_stands_on_its_own_day_and_a_second_one_of_a_day_adds_no_second_event(alice: Owner) -> None:
    row = job(alice)
    for day in (20, 27, 27):
        add_interview(alice, row, on=date(2026, 10, day))
    kept = Event.objects.of(alice).filter(kind="interview").values_list("on", flat=True)
    assert list(kept) == [date(2026, 10, 20), date(2026, 10, 27)]
    assert Interview.objects.of(alice).count() == 3
    row.refresh_from_db()
    assert row.heard_on == date(2026, 10, 27)  # so that silence is counted from the second one


def test_an_invitation_by_mail_is_the_event_of_its_interview(alice: Owner) -> None:
    row = job(alice)
    with open_change(alice, "notice.file", "Filed.", by="onward") as doing:
        invited = doing.make(Event, opportunity=row, kind="interview", on=date(2026, 11, 2), source="mail", letter="k",
                             added_at=clock.now())  # fmt: skip
    made, _ = add_interview(alice, row, on=date(2026, 11, 20))
    assert made.event == invited
    assert Event.objects.of(alice).filter(kind="interview").count() == 1


def test_what_happens_before_a_planned_interview_is_noted_all_the_same(alice: Owner) -> None:
    row = job(alice)
    add_interview(alice, row, on=date(2026, 12, 1))
    add_event(alice, row, kind="verbal offer", on=date(2026, 11, 10))
    row.refresh_from_db()
    assert row.stage == "verbal offer"


def test_an_offer_keeps_its_deadline(alice: Owner) -> None:
    row, _ = add_offer(
        alice, None, employer="Cedar", kind="written offer", on=date(2026, 11, 15), deadline_on=date(2026, 11, 20)
    )
    assert (row.stage, row.deadline_on) == ("written offer", date(2026, 11, 20))


def test_the_example_spreadsheet_is_read_whole() -> None:
    text = EXAMPLE.read_text("utf-8")
    assert list_events(text)[2] == (
        "Holloway, Finch & Abara Counseling",
        "Associate Therapist",
        "withdrew",
        date(2026, 5, 4),
    )
    assert (len(list_events(text)), list_troubles(text), read_rows(text).questions) == (8, [], ())


def test_importing_twice_changes_nothing_and_one_undo_takes_it_all_back(alice: Owner) -> None:
    text = EXAMPLE.read_text("utf-8")
    first = bring_rows(alice, text)
    count = Opportunity.objects.count()
    assert first.summary == "Brought in 8 rows from a spreadsheet."
    assert Opportunity.objects.get(employer="Ostrava House").stage == "screen"
    assert bring_rows(alice, text).pk is None
    assert (Opportunity.objects.count(), Change.objects.count()) == (count, 1)
    undo_change(alice, first)
    assert not list_opportunities(alice).exists()


def test_rows_in_any_order_give_the_same_jobs(alice: Owner, bob: Owner) -> None:
    head, *rows = [
        "company,title,stage,date",
        "A,B,interview,2026-10-02",
        "A,B,applied,2026-10-01",
        "A,B,no,2026-10-09",
    ]
    bring_rows(alice, "\n".join((head, *rows)))
    bring_rows(bob, "\n".join((head, *reversed(rows))))
    assert (
        [row.ended for row in list_opportunities(alice)]
        == [row.ended for row in list_opportunities(bob)]
        == ["rejected"]
    )


def test_a_row_of_a_merged_name_goes_to_the_survivor(alice: Owner) -> None:
    keep, gone = job(alice), job(alice, "Harbor Light Clinics")
    merge_jobs(alice, keep, gone)
    bring_rows(alice, "employer,role,status,date\nHarbor Light Clinics,Therapist,screen,2026-10-12\n")
    keep.refresh_from_db()
    assert keep.stage == "screen"


def test_a_name_without_a_role_means_the_one_open_job_there(alice: Owner) -> None:
    row = job(alice)
    assert find_same_job(alice, "harbor light", "") == row
    job(alice, role="Supervisor")
    assert find_same_job(alice, "harbor light", "") is None
    assert find_same_job(alice, "harbor light", "therapist") == row


# what is refused


def test_it_refuses_a_job_of_nobody(alice: Owner) -> None:
    with pytest.raises(EventRefused, match="Say who"):
        add_job(alice, employer="  ", role="Therapist")


def test_it_refuses_a_day_to_come_and_keeps_nothing(alice: Owner) -> None:
    with pytest.raises(EventRefused, match="hasn’t come yet"):
        add_job(alice, employer="Cedar", role="", on=date(2026, 11, 17))
    assert not Opportunity.objects.exists()


@pytest.mark.parametrize(
    ("kind", "on", "words"),
    [
        ("interview", date(2026, 9, 1), "before the application"),
        ("signed", date(2026, 12, 1), "hasn’t come yet"),
        ("rescinded", date(2026, 10, 5), "needs an offer first"),
        ("applied", date(2026, 10, 1), "is there already"),
        ("hired", date(2026, 10, 5), "not something Onward knows"),
    ],
)
def test_it_refuses_what_cannot_have_happened(alice: Owner, kind: str, on: date, words: str) -> None:
    with pytest.raises(EventRefused, match=words):
        add_event(alice, job(alice), kind=kind, on=on)


def test_it_refuses_to_merge_a_job_with_itself(alice: Owner) -> None:
    row = job(alice)
    with pytest.raises(EventRefused, match="same job"):
        merge_jobs(alice, row, row)


def test_it_refuses_to_split_nothing_or_everything(alice: Owner) -> None:
    row = job(alice)
    with pytest.raises(EventRefused, match="at least one event that"):
        split_job(alice, row, [], "Cedar", "")
    with pytest.raises(EventRefused, match="at least one event here"):
        split_job(alice, row, [Event.objects.get().pk], "Cedar", "")


def test_bad_rows_say_their_line_and_none_is_lost() -> None:
    text = (
        'employer,role,status,date\n"Two\nlines",R,applied,2026-10-01\n,R,applied,2026-10-01\n'
        "C,R,chatting!,2026-10-01\nD,R,,2026-02-30\nE,R,,\nF,R,,2026-10-02\n"
    )
    reading = read_rows(text)
    assert [(row.employer, row.asks) for row in reading.histories if not row.out] == [
        ("Two lines", ()), ("C", ("word.chatting",)), ("D", ("day.applied",)), ("E", ("day.applied",)), ("F", ()),
    ]  # fmt: skip
    assert list_troubles(text) == [
        "Line 4: there is no employer.",
        "Line 6: “2026-02-30” is not a day that can be read.",
    ]


def test_what_cannot_have_happened_stays_out_with_the_reason(alice: Owner) -> None:
    text = "employer,role,status,date\nA,B,rejected,2026-10-01\nA,B,interview,2026-10-05\nC,D,applied,2027-01-01\n"
    plan = plan_rows(alice, text)
    assert [row.state for row in plan.rows] == ["new", "left out", "needs you"]
    assert next(sentence for row in plan.rows for sentence in row.troubles).startswith("Line 3: A. This one ended")
    assert list_troubles(text) == ["Line 4: 1 January 2027 hasn’t come yet."]
    assert plan.rows[2].history.asks == ("day.applied",)


@pytest.mark.parametrize("text", ["\n\n", "hello", "\0\0PK", "just a line, and another"])
def test_a_file_without_a_table_of_jobs_brings_nothing(text: str) -> None:
    reading = read_rows(text)
    assert (reading.histories, reading.questions) == ((), ())
    assert not text.strip("\n\0PK") or "no table of jobs is in it" in reading.told[0]


def test_a_first_line_that_never_ends_is_a_sentence() -> None:
    assert any("could not be read to its end" in sentence for sentence in list_troubles("x" * 300_000 + "\n"))
