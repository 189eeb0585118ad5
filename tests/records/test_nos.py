"""“I just got a no” is a no of today, whatever was pasted with it; a job that is known is found, and never doubled."""

from __future__ import annotations

from datetime import date

import pytest
from tests.records.test_told_and_read import mail

from onward.facts import Ending, LetterKind
from onward_app import clock
from onward_app.collect import store_pasted, take_in_letters
from onward_app.records.models import Change, Event, Interview, Letter, Opportunity, Owner, RejectionDay
from onward_app.records.reading.recover import is_rejection_day, list_unopened_nos
from onward_app.records.reading.rows import list_events
from onward_app.records.writing.decisions import decide_letter
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_job, strike_event
from onward_app.records.writing.nos import NotedNo, move_no, move_told_no, note_no, note_pasted_no
from onward_app.records.writing.recover import take_evening_off
from onward_app.records.writing.undo import undo_change
from onward_app.sources.pasted import pasted_bytes

TODAY = date(2026, 3, 3)
PERSONAL = """Hi Dana,

thanks again for coming in last week, everybody liked talking with you. I’m sorry to say we chose somebody else for the
clinic. It was close.

All the best,
Priya

Sent from my iPhone
"""
FORM = """Dear applicant,

Thank you for your interest in the position of Case Manager (Req 4411). We received a large number of applications.
Unfortunately, you have not been selected for further consideration.

Please do not reply to this message.
"""
INVITATION = """Hi Dana,

we would like to invite you to an interview for the Therapist position next Thursday at 10:00 at our office. Please let
me know whether that time works for you.

Priya Raman
Cedar Counseling Center
"""


@pytest.fixture(autouse=True)
def _evening() -> object:
    with clock.fixed("2026-03-03T21:00"):
        yield


def paste(owner: Owner, text: str, **more: Opportunity) -> NotedNo:
    return note_pasted_no(owner, store_pasted(owner, pasted_bytes(text)), on=TODAY, **more)


def test_a_bare_letter_is_a_no_of_today(alice: Owner) -> None:
    noted = paste(alice, PERSONAL)
    assert noted.event is not None
    assert (noted.event.kind, noted.event.on) == (Ending.REJECTED, TODAY)
    assert is_rejection_day(alice, TODAY)
    assert noted.job is not None
    assert noted.job.title


def test_the_same_paste_twice_is_one_no(alice: Owner) -> None:
    first, second = paste(alice, PERSONAL), paste(alice, PERSONAL)
    assert first.event == second.event
    assert Opportunity.objects.of(alice).count() == 1
    assert RejectionDay.objects.of(alice).count() == 1


def test_a_form_is_noted_and_the_evening_goes_on(alice: Owner) -> None:
    paste(alice, FORM)
    assert not is_rejection_day(alice, TODAY)
    day = RejectionDay.objects.of(alice).get()
    take_evening_off(alice, day)
    assert is_rejection_day(alice, TODAY)


def test_a_no_that_stings_makes_a_noted_day_a_whole_one(alice: Owner) -> None:
    paste(alice, FORM)
    paste(alice, PERSONAL)
    assert RejectionDay.objects.of(alice).count() == 1
    assert is_rejection_day(alice, TODAY)


def test_a_form_from_somebody_who_was_met_stings(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar", role="Case Manager", on=date(2026, 2, 2))
    add_interview(alice, row, on=date(2026, 2, 20))
    row.refresh_from_db()
    paste(alice, FORM, job=row)
    assert is_rejection_day(alice, TODAY)


def test_the_only_job_in_interviews_is_proposed_and_taken_with_one_tap(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar", role="Therapist", on=date(2026, 2, 2))
    add_interview(alice, row, on=date(2026, 2, 20))
    noted = paste(alice, PERSONAL)
    assert noted.likely == row
    assert noted.letter is not None
    move_no(alice, noted.letter, row)
    assert [event.opportunity for event in Event.objects.of(alice).filter(kind="rejected")] == [row]
    assert list(Opportunity.objects.of(alice)) == [row]
    assert RejectionDay.objects.of(alice).get().opportunity == row


KESSLER = (
    "Walter, thanks for coming in twice. We decided to go with somebody else. All the best, Diane Moss, Kessler Freight"
)


def two_at_kessler(owner: Owner) -> Opportunity:
    """The job that has come further of two at one employer."""
    add_job(owner, employer="Kessler Freight", role="Dock Planner", on=date(2026, 2, 2))
    row, _ = add_job(owner, employer="Kessler Freight", role="Supervisor", on=date(2026, 2, 2))
    other, _ = add_job(owner, employer="Bright Harbor", role="Clerk", on=date(2026, 2, 2))
    for one in (row, other):
        add_interview(owner, one, on=date(2026, 2, 20))
    row.refresh_from_db()
    return row


@pytest.mark.parametrize(
    "name", ["Kessler Freight", "kessler freight", "Kessler Freight, Inc.", "KESSLER FREIGHT", "  Kessler   Freight "]
)
def test_of_several_jobs_at_an_employer_that_is_named_the_furthest_is_proposed(alice: Owner, name: str) -> None:
    row = two_at_kessler(alice)
    noted = note_no(alice, job=None, employer=name, link="https://kessler.example/no", on=TODAY)
    assert noted.likely == row
    assert noted.event is not None
    move_told_no(alice, noted.event, row)
    row.refresh_from_db()
    assert (row.ended, row.link, Opportunity.objects.of(alice).count()) == ("rejected", "https://kessler.example/no", 3)
    assert RejectionDay.objects.of(alice).get().opportunity == row


def test_of_several_jobs_at_the_employer_of_a_letter_the_furthest_is_proposed(alice: Owner) -> None:
    row = two_at_kessler(alice)
    assert paste(alice, KESSLER).likely == row


@pytest.mark.parametrize("name", ["Elm Clinic", "Kessler Bakery", "Freight"])
def test_a_name_that_is_none_of_theirs_proposes_nothing(alice: Owner, name: str) -> None:
    two_at_kessler(alice)
    assert note_no(alice, job=None, employer=name, on=TODAY).likely is None


def test_where_nobody_is_named_the_only_job_in_interviews_is_proposed(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar", role="Therapist", on=date(2026, 2, 2))
    add_interview(alice, row, on=date(2026, 2, 20))
    assert note_no(alice, job=None, on=TODAY).likely == row


def test_a_told_no_that_was_moved_comes_back_by_one_undo(alice: Owner) -> None:
    row = two_at_kessler(alice)
    noted = note_no(alice, job=None, employer="Kessler Freight", on=TODAY)
    assert noted.event is not None
    undo_change(alice, move_told_no(alice, noted.event, row))
    row.refresh_from_db()
    assert (row.ended, Opportunity.objects.of(alice).count()) == ("", 4)


def test_a_job_whose_employer_and_role_the_letter_names_is_found(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar Counseling Center", role="Outpatient Therapist", on=date(2026, 2, 2))
    noted = paste(alice, mail().decode().partition("\n\n")[2])
    assert noted.job == row
    assert noted.likely is None
    assert Opportunity.objects.of(alice).count() == 1


def test_a_letter_that_is_plainly_not_a_no_is_not_made_one(alice: Owner) -> None:
    noted = paste(alice, INVITATION)
    assert noted.event is None
    assert not Event.objects.of(alice).filter(kind="rejected").exists()
    assert Letter.objects.filter(owner=alice).exists()


def test_only_a_name_and_not_even_that_is_enough(alice: Owner) -> None:
    for employer in ("Cedar", ""):
        noted = note_no(alice, job=None, employer=employer, on=TODAY)
        assert noted.event is not None
    assert is_rejection_day(alice, TODAY)
    assert {row.title for row in Opportunity.objects.of(alice)} == {"Cedar", "A job you haven’t named yet"}


def test_a_no_noted_by_name_twice_is_one(alice: Owner) -> None:
    row = note_no(alice, job=None, employer="Cedar", on=TODAY).job
    note_no(alice, job=row, on=TODAY)
    assert Event.objects.of(alice).filter(kind="rejected").count() == 1


def test_one_undo_takes_back_a_no_by_name_with_the_job_and_the_day(alice: Owner) -> None:
    note_no(alice, job=None, employer="Cedar", on=TODAY)
    (change,) = Change.objects.filter(owner=alice)
    undo_change(alice, change)
    assert not Opportunity.objects.of(alice).exists()
    assert not Event.objects.of(alice).exists()
    assert not is_rejection_day(alice, TODAY)


def test_one_undo_takes_back_a_pasted_no_with_the_job_that_was_made_for_it(alice: Owner) -> None:
    paste(alice, PERSONAL)
    undo_change(alice, Change.objects.get(owner=alice, intention="notice.decide"))
    assert not Opportunity.objects.of(alice).exists()
    assert not list_events(alice).exists()
    assert not is_rejection_day(alice, TODAY)


def test_one_undo_takes_back_that_a_no_was_moved(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar", role="Therapist", on=date(2026, 2, 2))
    add_interview(alice, row, on=date(2026, 2, 20))
    noted = paste(alice, PERSONAL)
    assert noted.letter is not None
    undo_change(alice, move_no(alice, noted.letter, row))
    assert [event.opportunity for event in Event.objects.of(alice).filter(kind="rejected")] == [noted.job]
    assert set(Opportunity.objects.of(alice)) == {row, noted.job}
    assert RejectionDay.objects.of(alice).get().opportunity == noted.job


def test_all_talks_that_a_moved_letter_told_of_go_along(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar", role="Therapist", on=date(2026, 2, 2))
    noted = paste(alice, PERSONAL)
    assert noted.letter is not None
    told = {"owner": alice, "opportunity": noted.job, "event": noted.event}
    talks = [Interview.objects.create(on=date(2026, 2, day), **told) for day in (20, 25)]
    move_no(alice, noted.letter, row)
    assert set(Interview.objects.of(alice).filter(opportunity=row)) > set(talks)  # and the talk the letter tells of


def test_the_link_that_was_typed_is_kept_with_a_job_that_has_none(alice: Owner) -> None:
    add_job(alice, employer="Cedar", role="", on=date(2026, 2, 2))
    note_no(alice, job=None, employer="Cedar", link="https://cedar.example/job", on=TODAY)
    assert Opportunity.objects.of(alice).get().link == "https://cedar.example/job"


def test_what_was_pasted_tonight_is_not_told_again_by_tomorrows_mail(alice: Owner) -> None:
    paste(alice, mail().decode().partition("\n\n")[2])
    with clock.fixed("2026-03-04T08:00"):
        take_in_letters(alice, [mail()])
    assert Event.objects.of(alice).filter(kind="rejected").count() == 1
    assert Opportunity.objects.of(alice).count() == 1


# A letter tells of a talk and a no; the person takes one of the two out

TALKED = (PERSONAL, PERSONAL.replace("coming in last week", "the interview on Monday"))


def kinds(owner: Owner) -> list[str]:
    return [event.kind for event in list_events(owner)]


@pytest.mark.parametrize("text", TALKED)
def test_taking_out_the_talk_that_a_no_tells_of_leaves_the_no_and_no_record_of_a_talk(alice: Owner, text: str) -> None:
    noted = paste(alice, text)
    talk = list_events(alice, kind="interview").get()
    assert noted.job is not None
    strike_event(alice, noted.job, talk)
    assert kinds(alice) == ["rejected"]
    assert not Interview.objects.of(alice).exists()
    file_letters(alice, everything=True)
    assert kinds(alice) == ["rejected"]


def test_taking_out_the_no_leaves_the_talk_that_its_letter_tells_of(alice: Owner) -> None:
    noted = paste(alice, PERSONAL)
    assert noted.job is not None
    assert noted.event is not None
    strike_event(alice, noted.job, noted.event)
    assert kinds(alice) == ["interview"]
    assert Interview.objects.of(alice).count() == 1
    file_letters(alice, everything=True)
    assert kinds(alice) == ["interview"]


def test_a_no_that_was_taken_out_and_is_called_a_no_again_is_one(alice: Owner) -> None:
    noted = paste(alice, PERSONAL)
    assert noted.job is not None
    assert noted.event is not None
    strike_event(alice, noted.job, noted.event)
    decide_letter(alice, Letter.objects.get(), kind=LetterKind.REJECTION, opportunity=noted.job, on=TODAY)
    assert kinds(alice) == ["interview", "rejected"]


def test_a_no_told_by_hand_is_taken_out_and_the_mail_that_joined_it_goes_on_telling_of_the_talk(alice: Owner) -> None:
    told = note_no(alice, job=None, employer="Cedar Counseling Center", on=TODAY)
    take_in_letters(alice, [mail()])
    assert told.job is not None
    assert told.event is not None
    assert sorted(kinds(alice)) == ["interview", "rejected"]
    strike_event(alice, told.job, Event.objects.get(pk=told.event.pk))
    assert kinds(alice) == ["interview"]
    file_letters(alice, everything=True)
    assert kinds(alice) == ["interview"]


@pytest.mark.parametrize("kind", ["interview", "rejected"])
def test_undoing_what_was_taken_out_brings_back_the_evening_as_it_was(alice: Owner, kind: str) -> None:
    noted = paste(alice, PERSONAL)
    assert noted.job is not None
    before = list(list_events(alice).values_list("pk", "kind"))
    with clock.fixed("2026-03-04T09:00"):
        taken = strike_event(alice, noted.job, list_events(alice, kind=kind).get())
        undo_change(alice, taken)
        assert list(list_events(alice).values_list("pk", "kind")) == before
        assert Interview.objects.of(alice).count() == 1
        assert not list_unopened_nos(alice, clock.today()).exists()
        assert not is_rejection_day(alice, clock.today())
    assert is_rejection_day(alice, TODAY)


def test_undoing_and_bringing_back_what_a_letter_is_keeps_that_its_no_was_looked_at(alice: Owner) -> None:
    noted = paste(alice, PERSONAL)
    assert noted.event is not None
    called = Change.objects.filter(owner=alice, intention="notice.decide").get()
    with clock.fixed("2026-03-04T09:00"):
        undone = undo_change(alice, called)
        undo_change(alice, undone)
        assert list_events(alice, kind="rejected").get() == noted.event
        assert not list_unopened_nos(alice, clock.today()).exists()


def test_a_talk_in_which_something_was_noted_keeps_its_record(alice: Owner) -> None:
    noted = paste(alice, PERSONAL)
    assert noted.job is not None
    Interview.objects.of(alice).update(liked="the garden")
    strike_event(alice, noted.job, list_events(alice, kind="interview").get())
    assert Interview.objects.of(alice).count() == 1
