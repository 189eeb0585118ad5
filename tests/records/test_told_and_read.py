"""What the person told and what the mail says of the same thing are one event, whichever came first."""

from __future__ import annotations

from datetime import date

import pytest

from onward.facts import LetterKind
from onward_app import clock
from onward_app.collect import take_in_letters
from onward_app.records.models import Event, Letter, Opportunity, Owner
from onward_app.records.writing.decisions import decide_letter
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.sources.pasted import pasted_bytes

WORDS = """Dear Dana,

thank you for meeting with our team last Tuesday for the Outpatient Therapist position. It was a pleasure.
After careful consideration we have decided to move forward with another candidate.

We wish you all the best in your search.

Priya Raman
Cedar Counseling Center
"""
MAIL = (
    "From: Priya Raman <priya@cedarcounseling.example>\nSubject: Your application for Outpatient Therapist\n"
    "Date: {}\nMessage-ID: <no-1@cedarcounseling.example>\n\n" + WORDS
)
THE_DAY = "Tue, 03 Mar 2026 18:10:00 +0000"


def mail(on: str = THE_DAY) -> bytes:
    return MAIL.format(on).encode()


def nos(owner: Owner) -> list[Event]:
    return list(Event.objects.of(owner).filter(kind="rejected", opportunity__stands=True))


@pytest.fixture(autouse=True)
def _evening() -> object:
    with clock.fixed("2026-03-03T21:00"):
        yield


def test_a_no_typed_tonight_and_read_tomorrow_is_one_event(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar Counseling Center", role="", on=date(2026, 3, 3), kind="rejected")
    take_in_letters(alice, [mail()])
    (event,) = nos(alice)
    assert event.source == "hand"
    assert event.also == [Letter.objects.get(owner=alice).key]
    assert Letter.objects.get(owner=alice).opportunity == row


@pytest.mark.parametrize("on", ["Mon, 02 Mar 2026 22:00:00 +0000", "Wed, 04 Mar 2026 02:00:00 +0000"])
def test_so_it_is_when_the_mail_is_dated_a_day_off(alice: Owner, on: str) -> None:
    add_job(alice, employer="Cedar Counseling Center", role="", on=date(2026, 3, 3), kind="rejected")
    take_in_letters(alice, [mail(on)])
    assert len(nos(alice)) == 1


def test_a_no_that_is_told_after_the_mail_was_read_takes_its_letters_in(alice: Owner) -> None:
    take_in_letters(alice, [mail()])
    (read,) = nos(alice)
    told = {"kind": "rejected", "on": date(2026, 3, 3), "source": "hand", "added_at": clock.now()}
    Event.objects.create(owner=alice, opportunity=read.opportunity, **told)
    file_letters(alice, everything=True)
    (event,) = nos(alice)
    assert event.source == "hand"
    assert event.also == [read.letter]


def test_a_pasted_letter_without_a_head_is_the_mail_that_is_read_later(alice: Owner) -> None:
    job = Opportunity.objects.create(owner=alice, employer="", by_hand=True)
    take_in_letters(alice, [pasted_bytes(WORDS)])
    letter = Letter.objects.get(owner=alice)
    decide_letter(alice, letter, kind=LetterKind.REJECTION, opportunity=job, on=date(2026, 3, 3))
    assert [event.on for event in nos(alice)] == [date(2026, 3, 3)]
    take_in_letters(alice, [mail()])
    assert len(nos(alice)) == 1
    assert {row.opportunity for row in Letter.objects.filter(owner=alice)} == {job}


def test_a_no_of_a_job_that_was_withdrawn_changes_nothing(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar Counseling Center", role="", on=date(2026, 2, 20))
    add_event(alice, row, kind="withdrew", on=date(2026, 3, 1))
    take_in_letters(alice, [mail()])
    assert nos(alice) == []
    assert Letter.objects.get(owner=alice).opportunity == row


def test_a_no_that_speaks_of_a_meeting_tells_of_the_stage_and_not_of_its_day(alice: Owner) -> None:
    take_in_letters(alice, [mail()])
    met = Event.objects.of(alice).get(kind="interview")
    assert not met.day_known
    (job,) = Opportunity.objects.of(alice)
    assert (job.stage, job.ended) == ("interview", "rejected")


def test_an_application_that_was_told_and_confirmed_is_one_event(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar Counseling Center", role="Therapist", on=date(2026, 2, 20))
    confirmed = (
        b"From: Cedar Counseling Center <jobs@cedarcounseling.example>\nSubject: We received your application\n"
        b"Date: Sat, 21 Feb 2026 10:00:00 +0000\n\nDear Dana,\n\nthank you for applying to Cedar Counseling Center for"
        b" the position of Therapist. We have received your application and will review it.\n\nCedar Counseling Center\n"
    )
    take_in_letters(alice, [confirmed])
    assert list(Event.objects.of(alice).values_list("kind", flat=True)) == ["applied"]
    assert Letter.objects.get(owner=alice).opportunity == row


def test_a_job_that_was_only_named_takes_its_role_from_the_letter(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar Counseling Center", role="", on=date(2026, 3, 3), kind="rejected")
    take_in_letters(alice, [mail()])
    row.refresh_from_db()
    assert row.role == "Outpatient Therapist"


def test_an_event_that_its_letter_has_left_no_longer_names_it(alice: Owner) -> None:
    add_job(alice, employer="Cedar Counseling Center", role="", on=date(2026, 3, 3), kind="rejected")
    other, _ = add_job(alice, employer="Elsewhere", role="", on=date(2026, 3, 1))
    take_in_letters(alice, [mail()])
    letter = Letter.objects.get(owner=alice)
    decide_letter(alice, letter, kind=LetterKind.REJECTION, opportunity=other)
    assert [event.also for event in nos(alice) if event.source == "hand"] == [[]]


@pytest.mark.parametrize("apart", [True, False])
def test_a_reason_that_a_second_letter_gives_is_kept_in_whatever_order_they_are_read(
    alice: Owner, *, apart: bool
) -> None:
    plain = mail().replace(b"to move forward with another candidate", b"not to go on with your application")
    second = mail("Wed, 04 Mar 2026 18:10:00 +0000").replace(b"no-1", b"no-2")
    for batch in ([plain], [second]) if apart else ([plain, second],):
        take_in_letters(alice, batch)
    (event,) = nos(alice)
    assert event.reason == "other candidates"
