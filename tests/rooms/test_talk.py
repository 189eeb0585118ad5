"""Somebody to talk to is always one tap away, and nothing is stored."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.people import door

from onward_app.records.models import Companion, Owner
from onward_app.records.writing.changes import open_change


def test_it_names_who_is_there_now(alice: Owner) -> None:
    text = door(alice).get("/talk/").content.decode()
    for words in ("Call or text 988", "Call 911", "1-800-662-4357", "press 1", "Your local emergency number"):
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


# what is refused


def test_nobody_without_the_cookie_gets_in(charlie: Client, db: None) -> None:
    assert charlie.get("/talk/").status_code == 403
