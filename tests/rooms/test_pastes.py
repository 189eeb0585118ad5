"""“I just got a no” takes in whatever is pasted, as phones, chats, networks and mail programs copy it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.flat import flat
from tests.people import door
from tests.records.test_nos import FORM, INVITATION
from tests.records.test_told_and_read import MAIL, WORDS, mail

from onward.notice.message.letter import parse_letter
from onward_app import clock
from onward_app.collect import take_in_letters
from onward_app.records.models import Event, Letter, Opportunity, Owner, RejectionDay
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.sources.pasted import pasted_bytes

PASTES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "pastes.toml").read_text("utf-8"))["paste"]
KIND = "That stings. Nothing to solve tonight."
NOTED = "Noted. Want tonight off?"
POLISH = """Dzień dobry Pani Anno,

dziękujemy za udział w rozmowie w zeszłym tygodniu. Niestety zdecydowaliśmy się zatrudnić inną osobę na stanowisko
pielęgniarki. Życzymy powodzenia w dalszych poszukiwaniach.

Z poważaniem
Ewa Lis
"""
NEWSLETTER = """This week at the Harbor Gazette

Five recipes for pumpkin. The lighthouse turns a hundred. Ferry times for the winter. Our crossword is back.

You get this letter because you signed up for it. Unsubscribe | Privacy
"""
THREAD = f"""{WORDS}
On Mon, Mar 2, 2026 at 9:00 AM Dana Fox <dana@home.example> wrote:
> Hi Priya,
>
> any news about the Outpatient Therapist position? Thank you again for the interview.
> Dana
>
> On Thu, Feb 26, 2026 at 4:00 PM Priya Raman <priya@cedarcounseling.example> wrote:
> > Dear Dana, could you come in on Tuesday at 10:00 for an interview?
"""


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    with clock.fixed("2026-03-03T21:00"):
        yield


@pytest.fixture
def alices(alice: Owner) -> Client:
    return door(alice)


def paste(alices: Client, text: str, **more: object) -> str:
    return flat(alices.post("/start/no/", {"text": text, **more}, follow=True))


@pytest.mark.parametrize("told", PASTES, ids=[one["id"] for one in PASTES])
def test_each_paste_begins_a_day_and_shows_no_analysis(alice: Owner, told: dict[str, Any]) -> None:
    moment = parse_letter(pasted_bytes(told["text"])).date
    with clock.fixed(moment.strftime("%Y-%m-%dT23:00") if moment else "2026-03-03T21:00"):
        text = paste(door(alice), told["text"])
    assert KIND in text or NOTED in text
    assert "<mark>" not in text
    assert "nsure" not in text
    assert RejectionDay.objects.of(alice).count() == 1
    assert Letter.objects.get().body.split()[-1] in told["text"]


def test_a_paste_of_nothing_is_a_no_that_can_wait_for_its_name(alice: Owner, alices: Client) -> None:
    assert KIND in paste(alices, " \n\t ")
    assert Opportunity.objects.get().title == "A job you haven’t named yet"


def test_a_link_and_a_name_alone_are_kept_as_they_are(alice: Owner, alices: Client) -> None:
    assert KIND in paste(alices, "https://jobs.example/status/4411")
    assert KIND in paste(alices, "Harbor Light")
    assert {(row.link, row.employer) for row in Opportunity.objects.of(alice)} == {
        ("https://jobs.example/status/4411", ""),
        ("", "Harbor Light"),
    }


@pytest.mark.parametrize(("line", "employer"), [("Riverbend said no", "Riverbend"), ("they said no", "")])
def test_a_line_about_a_no_is_no_name(alice: Owner, alices: Client, line: str, employer: str) -> None:
    assert KIND in paste(alices, line)
    assert Opportunity.objects.get().employer == employer
    assert Event.objects.get().note == line


def test_a_name_with_an_address_behind_it_is_both(alice: Owner, alices: Client) -> None:
    assert KIND in paste(alices, "Elm Court https://elm.example/jobs/1")
    row = Opportunity.objects.get()
    assert (row.employer, row.link) == ("Elm Court", "https://elm.example/jobs/1")


def test_the_name_of_a_picture_is_nobodys_name_and_is_kept(alice: Owner, alices: Client) -> None:
    assert KIND in paste(alices, "IMG_20261126_210344.jpg")
    assert Opportunity.objects.get().employer == ""
    assert Event.objects.get().note == "IMG_20261126_210344.jpg"


OWN_WORDS = (
    "Kelmscott Primary rang at 5, they gave the TA job to someone who was already there. Three rounds for nothing.",
    "Die Leitung der Kita Sonnenhof hat heute angerufen und mir gesagt, dass die Stelle leider an jemand anderen vergeben wurde, weil sie schneller anfangen kann.",
    "Je viens de raccrocher avec la mairie. Le poste est pour quelqu’un d’autre, la décision est prise depuis lundi et on m’a laissé attendre pour rien.",
)


BARE_FORMS = (
    "Dear applicant,\n\nThank you for your interest in Shift Supervisor. Unfortunately, we will not be moving forward with your application at this time.",
    "Thank you for your interest in the Shift Supervisor position. Unfortunately, we will not be moving forward with your application.\n\nRegards,\nBrightwater Foods",
    "Sehr geehrte Bewerberin,\nvielen Dank für Ihre Bewerbung als Bauzeichnerin. Nach sorgfältiger Prüfung müssen wir Ihnen leider mitteilen, dass wir uns anders entschieden haben.",
)


@pytest.mark.parametrize("form", BARE_FORMS)
def test_a_form_that_was_copied_without_its_head_is_one(alice: Owner, alices: Client, form: str) -> None:
    assert NOTED in paste(alices, form)


@pytest.mark.parametrize("words", OWN_WORDS)
def test_what_a_person_wrote_of_a_no_is_no_form(alice: Owner, alices: Client, words: str) -> None:
    assert KIND in paste(alices, words)
    assert NOTED not in paste(alices, words)


def test_the_ask_greets_whoever_signed_a_letter_without_a_head(alice: Owner, alices: Client) -> None:
    paste(alices, WORDS.replace("Priya Raman", "All the best,\nPriya Raman"))
    with clock.fixed("2026-03-04T09:00"):
        page = flat(alices.get(f"/ask/new/{Opportunity.objects.get().pk}/"))
    assert "Hi Priya," in page
    assert "It may stand in the invitation or your calendar, or the recruiter has it." in page


def test_a_chat_is_no_form(alice: Owner, alices: Client) -> None:
    said = "Hallo Ana, leider haben wir uns für eine andere Bewerberin entschieden. Die Kinder fragen noch nach dir, alles Gute für dich!"
    assert KIND in paste(alices, f"[03.03.26, 18:03] Kita Regenbogen: {said}")


def test_nobody_is_told_that_nobody_met_them(alice: Owner, alices: Client) -> None:
    for text in (POLISH, FORM):
        assert "nobody there has met you" not in paste(alices, text)


def test_a_day_that_has_not_come_is_no_day_of_a_no(alice: Owner, alices: Client) -> None:
    head = "From: HR <hr@elm.example>\nDate: Mon, 14 Dec 2026 10:00:00 +0000\nSubject: Your application\n\n"
    assert KIND in paste(alices, head + WORDS)
    assert Event.objects.get(kind="rejected").on == date(2026, 3, 3)


def test_a_day_that_a_no_names_stands_on_the_next_morning(alice: Owner, alices: Client) -> None:
    assert "It names “12 March”" in paste(
        alices, f"{WORDS}\nIf you want the weekend shift, please tell me by 12 March.\n"
    )
    for day, there in (("2026-03-04", True), ("2026-03-06", False)):
        with clock.fixed(f"{day}T09:00"):
            assert ("names “12 March”" in flat(alices.get("/"))) is there


def test_a_letter_is_quoted_in_the_story_and_never_its_greeting_or_its_signature(alice: Owner, alices: Client) -> None:
    for text in (POLISH, FORM, WORDS):
        paste(alices, text)
    with clock.fixed("2026-03-04T09:00"):
        pages = [flat(alices.get(f"/jobs/{row.pk}/")) for row in Opportunity.objects.of(alice)]
    quotes = [quote for page in pages for quote in re.findall(r"<blockquote>(.*?)</blockquote>", page)]
    assert len(quotes) == 3
    assert all(len(quote) > 40 for quote in quotes)
    assert not any(quote.startswith(("Dear", "Dzień", "Z poważaniem", "Priya")) for quote in quotes)


def test_a_letter_that_was_called_a_no_stays_one_when_it_is_looked_at(alice: Owner, alices: Client) -> None:
    paste(alices, POLISH)
    letter = Letter.objects.get()
    page = flat(alices.get(f"/notice/letter/{letter.pk}/"))
    assert "You said what it is: <strong>A no</strong>" in page
    assert '<option value="rejection" selected>' in page
    assert "<mark>" not in page
    assert "(no subject)" not in page


def test_a_job_without_a_name_asks_for_it_on_its_page(alices: Client) -> None:
    paste(alices, "they said no")
    with clock.fixed("2026-03-04T09:00"):
        page = flat(alices.get(f"/jobs/{Opportunity.objects.get().pk}/"))
    assert "Say which job it was" in page


def test_an_invitation_of_a_calendar_is_told_and_stays_in_the_box(alice: Owner, alices: Client) -> None:
    page = paste(alices, "BEGIN:VCALENDAR\nSUMMARY:Interview at Elm Court\nEND:VCALENDAR")
    assert "That is an invitation from a calendar" in page
    assert "SUMMARY:Interview at Elm Court" in page
    assert not Opportunity.objects.exists()


def test_a_whole_thread_is_the_newest_letter_in_it(alice: Owner, alices: Client) -> None:
    assert KIND in paste(alices, THREAD)
    row = Opportunity.objects.get()
    assert (row.employer, row.role, row.ended) == ("Cedar Counseling Center", "Outpatient Therapist", "rejected")
    assert "could you come in on Tuesday" in Letter.objects.get().body


@pytest.mark.parametrize("text", [POLISH, NEWSLETTER])
def test_what_cannot_be_understood_is_a_no_all_the_same(alice: Owner, alices: Client, text: str) -> None:
    page = paste(alices, text)
    assert KIND in page or NOTED in page
    assert text.strip().splitlines()[-1] in Letter.objects.get().body


DIGEST = """Weekly Career Digest

10 jobs for you this week
- Nurse at Elm Court
- Driver at Quick Freight

How to bounce back after a rejection: five tips from our coach.

Unsubscribe | View in browser
"""
LETTRE = """La lettre de l’emploi

Comment rebondir après un refus ? Nos conseils de la semaine, et 8 offres chez Boulangerie Martin et Garage Dupré.

Se désabonner
"""


@pytest.mark.parametrize("text", [DIGEST, LETTRE, NEWSLETTER])
def test_a_newsletter_names_no_employer(alice: Owner, alices: Client, text: str) -> None:
    assert KIND in paste(alices, text)
    assert Opportunity.objects.get().employer == ""


def test_two_letters_in_one_paste_are_two_nos_of_one_evening(alice: Owner, alices: Client) -> None:
    text = paste(alices, f"{WORDS}\n{FORM}")
    assert KIND in text
    assert Letter.objects.count() == 2
    assert Opportunity.objects.of(alice).filter(ended="rejected").count() == 2
    assert RejectionDay.objects.of(alice).count() == 1
    assert "also" in text
    assert "Case Manager" in text


def test_what_is_no_no_beside_one_is_told(alice: Owner, alices: Client) -> None:
    text = paste(alices, f"{WORDS}\n{INVITATION}")
    assert KIND in text
    assert "Another letter came along, which may not be a no." in text


def test_of_two_letters_the_one_that_names_the_chosen_job_goes_there(alice: Owner, alices: Client) -> None:
    job, _ = add_job(alice, employer="Quartzhill", role="Clerk", on=date(2026, 2, 1))
    second = FORM.replace("in the position", "in Quartzhill and the position")
    paste(alices, f"{WORDS}\n{second}", job=job.pk)
    job.refresh_from_db()
    assert job.ended == "rejected"
    assert [letter.body.split()[1] for letter in job.letters.all()] == ["applicant,"]


def test_two_megabytes_are_taken_in(alice: Owner, alices: Client) -> None:
    page = paste(alices, WORDS + "All that was said before.\n" * 77_000)
    assert KIND in page
    assert Opportunity.objects.get().ended == "rejected"


def test_more_than_can_be_taken_is_said_and_stays_in_the_box(alice: Owner, alices: Client) -> None:
    page = paste(alices, WORDS + "x" * 2_500_000)
    assert "<form" in page
    assert "we have decided to move forward with another candidate" in page
    assert not Opportunity.objects.exists()


def test_a_day_to_come_is_said_and_the_letter_stays_in_the_box(alice: Owner, alices: Client) -> None:
    page = paste(alices, WORDS, on="2026-03-04")
    assert "That day hasn’t come yet." in page
    assert "we have decided to move forward with another candidate" in page
    assert not Opportunity.objects.exists()


AGENCY = "Hi Pat, news from our client Stonebridge: they have gone with another candidate.\n\nJo Lind\nLind Staffing"


def test_an_agencys_client_is_an_employer_and_nothing_stands_before_the_acknowledgement(
    alice: Owner, alices: Client
) -> None:
    page = paste(alices, AGENCY)
    assert KIND in page or NOTED in page
    assert Opportunity.objects.get().employer == "Stonebridge"


def test_a_client_by_a_given_name_is_asked_about_first(alice: Owner, alices: Client) -> None:
    page = paste(alices, "They said no. In the interview I spoke of my client Maria Lopez, 34.")
    assert "could point to a client" in page
    assert not Opportunity.objects.exists()


BARE = {
    "nothing": ["\n", " ", "\t\t", "\u200b", "—"],
    "a link": [
        "www.jobs.example/4411",
        "https://a.example/x?y=1#z",
        "http://192.0.2.7/no",
        "jobs.example",
        "mailto:hr@a.example",
    ],
    "a picture": ["[image: logo.png]", "IMG_2231.HEIC", "data:image/png;base64,iVBORw0KGgo=", "<img src=x>", "📷"],
    "Polish": [
        "Niestety nie.",
        "Dziękujemy, wybraliśmy kogoś innego.",
        "Odmowa",
        "Przykro nam, Pani Ewo.",
        "brak miejsc",
    ],
    "a name": ["Ó Briain & Sons", "3M", "zorg", "Łódź Klinika", "St. Brannoc’s"],
}


@pytest.mark.parametrize("text", [one for some in BARE.values() for one in some])
def test_whatever_stands_in_the_box_is_a_no_and_nothing_of_it_is_lost(alice: Owner, alices: Client, text: str) -> None:
    page = paste(alices, text)
    assert KIND in page or NOTED in page
    kept = " ".join(
        [
            *Opportunity.objects.values_list("employer", flat=True),
            *Opportunity.objects.values_list("link", flat=True),
            *Letter.objects.values_list("body", flat=True),
            *Event.objects.values_list("note", flat=True),
        ]
    )
    assert text.strip(" \n\t\u200b") in kept


def test_the_same_no_typed_tonight_and_read_tomorrow_is_one(alice: Owner, alices: Client) -> None:
    paste(alices, "Cedar Counseling Center")
    assert KIND in paste(alices, WORDS)
    with clock.fixed("2026-03-04T09:00"):
        take_in_letters(alice, [mail()])
    assert Event.objects.of(alice).filter(kind="rejected").count() == 1
    assert Opportunity.objects.of(alice).count() == 1


@pytest.mark.parametrize(
    "said",
    [
        "Thank you for interviewing with us for the Therapist position at Cedar Counseling Center last Thursday. After "
        "careful consideration we have decided to move forward with another candidate.",
        "Thank you for the final interview for the Therapist position at Cedar Counseling Center. We regret to tell you "
        "that we have chosen another candidate.",
    ],
)
def test_the_mail_that_says_it_again_answers_whether_somebody_was_met(alice: Owner, alices: Client, said: str) -> None:
    paste(alices, "Cedar Counseling Center")
    with clock.fixed("2026-03-04T09:00"):
        assert "Did you talk with somebody there?" in flat(alices.get("/"))
        head = MAIL.format("Tue, 03 Mar 2026 18:10:00 +0000").partition("\n\n")[0]
        take_in_letters(alice, [f"{head}\n\nDear Robin,\n\n{said}\n\nPriya Raman\n".encode()])
        page = flat(alices.get("/"))
    assert "Did you talk with somebody there?" not in page
    assert "/ask/new/" in page


def test_a_no_for_a_job_that_was_withdrawn_is_acknowledged_too(alice: Owner, alices: Client) -> None:
    row, _ = add_job(alice, employer="Cedar Counseling Center", role="", on=date(2026, 2, 20))
    add_event(alice, row, kind="withdrew", on=date(2026, 3, 1))
    page = paste(alices, MAIL.format("Tue, 03 Mar 2026 18:10:00 +0000"))
    assert KIND in page
    assert "You had already left" in page
    assert Letter.objects.get().opportunity == row
