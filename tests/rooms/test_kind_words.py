"""Kind words that stand in letters: offered on their page, kept with one tap, and the writer is no client."""

from __future__ import annotations

from datetime import date

import pytest
from tests.people import door

from onward_app import clock
from onward_app.collect import take_in_letters
from onward_app.records.models import Change, KindWords, Letter, Owner
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.undo import undo_change

KIND = "Dana here again: what you said about the family who stopped answering stayed with all of us."
TOLD = "We have chosen somebody who has run a caseload in a crisis unit before."
NO = f"""From: Dana Reed <dana@harbor.example>
To: alice@mail.example
Subject: Your interview for Therapist at Harbor Light
Date: Mon, 16 Nov 2026 10:00:00 +0000
Message-ID: <no-1@harbor.example>

Hi Alice,

thank you for coming in last week for the Therapist position. I am sorry, we will not be moving forward with you. {TOLD} {KIND}

Warmly,
Dana
"""
TEMPLATE = NO.replace("Dana Reed <dana@harbor.example>", "Harbor Light <no-reply@harbor.example>")


@pytest.fixture(autouse=True)
def _two_days_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONWARD_CLOCK", "2026-11-18T09:00")


def came(owner: Owner, raw: str = NO) -> Letter:
    """The letter of a job where somebody had met the person."""
    row, _ = add_job(owner, employer="Harbor Light", role="Therapist", on=date(2026, 10, 1))
    add_interview(owner, row, on=date(2026, 11, 9))
    take_in_letters(owner, [raw.encode()])
    return Letter.objects.get()


def test_a_kind_sentence_of_any_letter_is_offered_and_kept_with_one_tap(alice: Owner) -> None:
    letter, browser = came(alice), door(alice)
    page = browser.get("/recover/kind-words/").content.decode()
    assert KIND in page
    assert TOLD not in page
    done = browser.post(f"/recover/kind-words/letter/{letter.pk}/", {"place": place_of(page)}, follow=True)
    assert "Kept kind words." in done.content.decode()
    assert "client" not in done.content.decode().split("<main", 1)[1]
    words = KindWords.objects.of(alice).get()
    assert (words.text, words.who, words.on) == (KIND, "Dana Reed", date(2026, 11, 16))
    assert done.content.decode().count(KIND) == 1  # kept, and no longer offered
    undo_change(alice, Change.objects.get(intention="recover.kind"))
    assert not KindWords.objects.of(alice).exists()


def place_of(page: str) -> str:
    return page.split('name="place" value="', 1)[1].split('"', 1)[0]


def test_any_other_sentence_can_be_kept_from_the_letters_own_page(alice: Owner) -> None:
    letter, browser = came(alice), door(alice)
    browser.get(f"/jobs/{letter.opportunity_id}/", follow=True)  # the no is opened first
    assert f"/recover/kind-words/letter/{letter.pk}/" in browser.get(f"/jobs/{letter.opportunity_id}/").content.decode()
    page = browser.get(f"/recover/kind-words/letter/{letter.pk}/").content.decode()
    assert page.index(KIND) < page.index(TOLD)
    assert browser.post(f"/recover/kind-words/letter/{letter.pk}/", {"place": "99"}).status_code == 404
    assert not KindWords.objects.exists()


def test_what_a_template_says_is_never_offered(alice: Owner) -> None:
    came(alice, TEMPLATE)
    assert KIND not in door(alice).get("/recover/kind-words/").content.decode()


def test_nothing_is_offered_on_the_day_of_a_no(alice: Owner) -> None:
    letter = came(alice)
    with clock.fixed("2026-11-16T20:00"):
        browser = door(alice)
        browser.get(f"/recover/?job={letter.opportunity_id}")
        browser.post("/start/no/", {"employer": "Cedar Clinic"})
        assert KIND not in browser.get("/recover/kind-words/").content.decode()


def test_the_name_of_who_wrote_it_is_no_client_by_hand_either(alice: Owner) -> None:
    door(alice).post("/recover/kind-words/", {"text": "“You’ll be a fine therapist”, Dana said.", "who": "Dana"})
    assert KindWords.objects.of(alice).get().who == "Dana"
