"""The inbox of what is unsure, a letter's page, and mail brought in by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.flat import flat
from tests.people import door

from onward_app import clock
from onward_app.collect import collect_mail, take_in_letters
from onward_app.records.models import Event, Letter, Opportunity, Owner, Seen
from onward_app.records.reading.notice import list_waiting_letters, suggest_by_role
from onward_app.records.reading.rows import list_events, list_opportunities
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.undo import undo_change

NO = b"""From: Harbor Light Careers <careers@harborlight.example>
To: me@example.org
Subject: Your application for Therapist at Harbor Light
Date: Mon, 02 Mar 2026 09:00:00 +0000
Message-ID: <no-1@harborlight.example>

Dear Robin,

Thank you for applying for the position of Therapist at Harbor Light. We regret to inform you that we have decided
not to move forward with your application, as we have chosen another candidate.

Kind regards,
Harbor Light Talent Acquisition
"""
NAMELESS = b"""From: Pat Reed <pat@gmail.com>
Subject: Your application
Date: Mon, 02 Mar 2026 09:00:00 +0000
Message-ID: <no-2@gmail.com>

Thank you for applying for the position of Therapist. We regret to inform you that we have decided not to move forward
with your application, as we have chosen another candidate.
"""


@pytest.fixture(autouse=True)
def _day():
    with clock.fixed("2026-03-04T09:00"):
        yield


@pytest.fixture
def filed(alice: Owner) -> Event:
    take_in_letters(alice, [NO])
    return Event.objects.of(alice).get(kind="rejected")


@pytest.fixture
def unsure(alice: Owner) -> Letter:
    """A letter that was left waiting, as reading leaves one that it can't tell."""
    take_in_letters(alice, [NO])
    row = Letter.objects.get(owner=alice)
    Letter.objects.filter(pk=row.pk).update(unsure=True, verdict=row.verdict | {"unsure": True})
    Event.objects.filter(owner=alice).delete()
    Opportunity.objects.filter(owner=alice).delete()
    file_letters(alice, everything=True)
    row.refresh_from_db()
    return row


def test_a_sure_no_is_filed_and_can_be_undone_for_good(alice: Owner, filed: Event) -> None:
    assert filed.opportunity.employer == "Harbor Light"
    assert (filed.on, filed.source) == (date(2026, 3, 2), "mail")
    undo_change(alice, alice.changes.get(intention="notice.file"))
    assert not list_opportunities(alice).exists()
    take_in_letters(alice, [NO])
    assert not list_events(alice).exists()


def test_what_was_undone_comes_back_when_the_undo_is_undone(alice: Owner, filed: Event) -> None:
    taken = undo_change(alice, alice.changes.get(intention="notice.file"))
    undo_change(alice, taken)
    assert list_events(alice).get().kind == "rejected"


def test_an_unsure_letter_waits_and_makes_no_event(alice: Owner, unsure: Letter) -> None:
    assert unsure.waiting
    assert not list_events(alice).exists()
    page = door(alice).get("/notice/").content.decode()
    assert "Your application for Therapist" in page
    assert "Yes" in page


def test_a_yes_files_it_and_undoing_the_yes_lets_it_wait_again(alice: Owner, unsure: Letter) -> None:
    door(alice).post(f"/notice/letter/{unsure.pk}/yes/")
    assert list_events(alice).get().kind == "rejected"
    undo_change(alice, alice.changes.get(intention="notice.decide"))
    assert not list_events(alice).exists()
    assert list_waiting_letters(alice).exists()


def test_a_no_sets_it_aside_and_rereading_leaves_it_there(alice: Owner, unsure: Letter) -> None:
    door(alice).post(f"/notice/letter/{unsure.pk}/no/")
    assert not list_waiting_letters(alice).exists()
    take_in_letters(alice, [NO])
    assert not list_waiting_letters(alice).exists()
    assert not list_events(alice).exists()


def test_saying_what_it_is_stands_over_the_guess(alice: Owner, unsure: Letter) -> None:
    told = {"kind": "confirmation", "job": "", "employer": "Harbor Light", "role": "Counselor"}
    door(alice).post(f"/notice/letter/{unsure.pk}/", told)
    event = list_events(alice).get()
    assert (event.kind, event.opportunity.role) == ("applied", "Counselor")
    take_in_letters(alice, [NO])
    assert list_events(alice).get() == event


ARRIVED = b"""From: Dana Ruiz <dana@cedarclinic.example>
To: me@example.org
Subject: Your application for Therapist
Date: Mon, 02 Feb 2026 09:00:00 +0000
Message-ID: <yes-1@cedarclinic.example>

Thank you for applying for the position of Therapist at Cedar Clinic. We have received your application.
"""
ADVICE = b"""From: Dana Ruiz <dana@cedarclinic.example>
To: me@example.org
Subject: Re: Your application for Therapist
Date: Mon, 02 Mar 2026 09:00:00 +0000
Message-ID: <advice-1@cedarclinic.example>
In-Reply-To: <yes-1@cedarclinic.example>

Hi Robin, happy to give you some feedback on your interview: your examples were strong, but next time keep your
answers shorter, and say more about how you document risk.
"""


def test_advice_at_an_open_job_is_asked_about_as_the_no_it_came_with(alice: Owner) -> None:
    take_in_letters(alice, [ARRIVED, ADVICE])
    (letter,) = list_waiting_letters(alice)
    assert letter.kind == "feedback"
    assert "Perhaps: <strong>A no</strong>" in door(alice).get("/notice/").content.decode()
    door(alice).post(f"/notice/letter/{letter.pk}/yes/")
    assert [event.kind for event in list_events(alice)] == ["applied", "rejected"]


def test_advice_can_be_filed_as_advice_alone(alice: Owner) -> None:
    take_in_letters(alice, [ARRIVED, ADVICE])
    (letter,), (job,) = list_waiting_letters(alice), list_opportunities(alice)
    door(alice).post(f"/notice/letter/{letter.pk}/", {"kind": "feedback", "job": job.pk})
    assert [event.kind for event in list_events(alice)] == ["applied", "note"]


def test_a_letter_without_a_job_is_asked_for_one(alice: Owner, unsure: Letter) -> None:
    page = door(alice).post(
        f"/notice/letter/{unsure.pk}/", {"kind": "rejection", "job": "", "employer": "", "role": ""}
    )
    assert "Say who it is from" in page.content.decode()


def test_a_pasted_no_opens_on_the_page_of_the_day(alice: Owner) -> None:
    answer = door(alice).post("/notice/paste/", {"text": NO.decode()})
    event = list_events(alice).get()
    assert answer.headers["Location"].startswith(f"/recover/no/{event.pk}/")


def test_nothing_pasted_is_said_so(alice: Owner) -> None:
    assert "error" in door(alice).post("/notice/paste/", {"text": "  \n "}).content.decode()


def test_dropped_files_and_a_place_are_read_and_trouble_is_told(alice: Owner, tmp_path: Path) -> None:
    place = tmp_path / "mail.eml"
    place.write_bytes(NO.replace(b"no-1", b"no-2").replace(b"Therapist", b"Counselor"))
    files = [SimpleUploadedFile("a.eml", NO), SimpleUploadedFile("paper.pdf", b"%PDF-1.4 nothing")]
    page = (
        door(alice).post("/notice/bring/", {"mail": files, "place": str(place), "began": "2026-01-01"}).content.decode()
    )
    assert "PDF" in page
    assert "Read 2 messages" in page
    alice.refresh_from_db()
    assert alice.search_began == date(2026, 1, 1)
    assert alice.mail_read_on == date(2026, 3, 4)


def test_nothing_brought_is_said_so(alice: Owner) -> None:
    assert "Choose a file" in door(alice).post("/notice/bring/", {"place": ""}).content.decode()


def test_mail_is_never_shown_as_html(alice: Owner) -> None:
    hostile = NO.replace(b"Dear Robin,", b"<script>alert(1)</script><img src=http://x.example/p.png>")
    take_in_letters(alice, [hostile])
    row = Letter.objects.get(owner=alice)
    page = door(alice).get(f"/notice/letter/{row.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "<img" not in page


def test_of_other_mail_only_a_key_a_kind_and_a_day_are_kept(alice: Owner, tmp_path: Path) -> None:
    place = tmp_path / "x.eml"
    place.write_bytes(
        b"From: Mum <mum@example.org>\nDate: Mon, 02 Mar 2026 09:00:00 +0000\nSubject: Sunday\n\nCome for lunch on Sunday, love Mum\n"
    )
    collect_mail(alice, [place])
    assert Seen.objects.filter(owner=alice).count() == 1
    assert not Letter.objects.filter(owner=alice).exists()


def test_a_strangers_letter_is_not_found(alice: Owner, bob: Owner, charlie: Client, unsure: Letter) -> None:
    assert door(bob).get(f"/notice/letter/{unsure.pk}/").status_code == 404
    assert door(bob).post(f"/notice/letter/{unsure.pk}/yes/").status_code == 404
    assert charlie.get("/notice/").status_code == 403


def test_a_letter_that_cannot_be_read_waits_with_what_it_is_and_asks_for_no_yes(alice: Owner) -> None:
    cases = Path(__file__).parents[1] / "core" / "notice" / "cases" / "04-winmail"
    take_in_letters(alice, [path.read_bytes() for path in sorted(cases.glob("*.eml"))])
    page = flat(door(alice).get("/notice/"))
    assert "Mara Quill wrote about this job. Its text can’t be read: it is packed in a winmail.dat" in page
    assert "Say what it is" in page
    assert "Perhaps:" not in page


def test_a_no_without_an_employer_is_suggested_the_one_job_of_its_role_that_was_alive(alice: Owner) -> None:
    take_in_letters(alice, [NO.replace(b"02 Mar", b"02 Feb"), NAMELESS])
    waiting = Letter.objects.get(owner=alice, sender="pat@gmail.com")
    assert (waiting.waiting, waiting.suggested) == ("It doesn’t say which employer it is from.", None)
    assert suggest_by_role(alice, [waiting])[0].suggested is None  # that one had ended
    job, _ = add_job(alice, employer="Maple", role="Therapist", on=date(2026, 2, 20))
    assert suggest_by_role(alice, [waiting])[0].suggested == job
    assert "Maple, Therapist" in flat(door(alice).get("/notice/"))


def test_bringing_mail_asks_when_this_search_began(alice: Owner) -> None:
    for path in ("/notice/bring/", "/notice/mailbox/"):
        assert "When did this search begin?" in door(alice).get(path).content.decode(), path


def test_what_was_read_is_told_by_kind_and_its_nos_are_not_counted_out(alice: Owner) -> None:
    page = flat(door(alice).post("/notice/bring/", {"mail": [SimpleUploadedFile("a.eml", NO)]}))
    assert "nobody counts them out loud" in page
    assert "<td>A no</td>" not in page
