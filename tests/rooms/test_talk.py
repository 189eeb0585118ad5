"""Somebody to talk to is always one tap away, and nothing is stored."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.people import door

from onward_app.records.models import Change, Companion, Owner
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.undo import undo_change


def test_it_names_who_is_there_now(alice: Owner) -> None:
    text = door(alice).get("/talk/").content.decode()
    for words in ("Call or text 988", "Call 911", "1-800-662-4357", "press 1", "Lines for the United States · change"):
        assert words in text
    assert "not a crisis service" in text


def test_the_persons_own_people_stand_there(alice: Owner, bob: Owner) -> None:
    for owner, name in ((alice, "Mara"), (bob, "Stranger")):
        with open_change(owner, "recover.companion", "Added.") as doing:
            doing.make(Companion, name=name, reach="555-0134")
    text = door(alice).get("/talk/").content.decode()
    assert "Mara" in text
    assert "555-0134" in text
    assert "Stranger" not in text


def test_with_nobody_named_it_offers_to_add_one(alice: Owner) -> None:
    assert "Add one here" in door(alice).get("/talk/").content.decode()


def test_nothing_is_written(alice: Owner) -> None:
    client = door(alice)
    with CaptureQueriesContext(connection) as asked:
        client.get("/talk/")
    assert all(query["sql"].startswith("SELECT") for query in asked)


def test_nothing_on_it_leaves_the_computer(alice: Owner) -> None:
    text = door(alice).get("/talk/").content.decode()
    assert "http://" not in text
    assert "https://" not in text


def test_the_browsers_region_is_said_and_never_taken_in_silence(alice: Owner) -> None:
    page = door(alice).get("/talk/", headers={"accept-language": "es-ES,es;q=0.9"}).content.decode()
    assert "Lines for Spain · change" in page
    assert page.index("Call 024") < page.index("Call 112") < page.index("Call or text 988")


def test_the_country_that_was_chosen_is_kept_and_can_be_undone(alice: Owner) -> None:
    browser = door(alice)
    answer = browser.post("/talk/country/", {"country": "FR"}, headers={"accept-language": "es-ES"}, follow=True)
    page = answer.content.decode()
    assert "Lines for France · change" in page
    assert page.index("Call 112") < page.index("Tell somebody near you") < page.index("Call 024")
    undo_change(alice, Change.objects.get(intention="talk.country"))
    assert "Lines for the United States · change" in browser.get("/talk/").content.decode()


def test_words_about_hurting_somebody_bring_the_emergency_number_first(alice: Owner) -> None:
    page = door(alice).post("/recover/kind-words/", {"text": "I want to hurt them all."}).content.decode()
    assert "speaks of hurting somebody" in page
    assert page.index("Call 911") < page.index("Call or text 988")
    assert "words about hurting somebody. Nothing is kept or sent." in page


# what is refused


def test_a_country_that_is_not_on_the_list_is_refused_in_words(alice: Owner) -> None:
    assert "country" in door(alice).post("/talk/country/", {"country": "??"}).content.decode()
    assert Change.objects.count() == 0


def test_nobody_without_the_cookie_gets_in(charlie: Client, db: None) -> None:
    assert charlie.get("/talk/").status_code == 403
