"""Help says how to get mail out, which keys there are, and what is kept where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from tests.people import door

import onward_app
from onward_app import home
from onward_app.example import SHOWN
from onward_app.records.models import Owner
from onward_app.rooms.help.views import KEYS

PAGES = ["/help/", "/help/mail/", "/help/keys/", "/help/privacy/"]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_one_sentence_and_one_next_thing(alice: Owner, page: str) -> None:
    text = door(alice).get(page).content.decode()
    assert text.count('class="lead"') == 1
    assert len(re.findall(r'class="[^"]*\bfirst\b', text)) == 1


def test_the_loop_stands_in_its_order(alice: Owner) -> None:
    text = door(alice).get("/help/").content.decode().split("The loop")[1]
    places = [text.index(f'href="/{word}/"') for word in ("notice", "ask", "debrief", "kinks", "practice", "pace")]
    assert places == sorted(places)


@pytest.mark.parametrize("program", ["Gmail", "Outlook", "Apple Mail", "Thunderbird"])
def test_each_program_has_a_quick_way_and_a_whole_way(alice: Owner, program: str) -> None:
    text = door(alice).get("/help/mail/").content.decode()
    section = re.split(r"<h2", text.split(f">{program}</h2>")[1])[0]
    assert "<h3>One letter</h3>" in section
    assert "<h3>All of them</h3>" in section


@pytest.mark.parametrize("ending", [".pst", ".msg", ".olm"])
def test_it_says_what_cannot_be_read(alice: Owner, ending: str) -> None:
    assert ending in door(alice).get("/help/mail/").content.decode().split('id="not"')[1]


def test_the_keys_are_those_of_the_script() -> None:
    script = (Path(onward_app.__file__).parent / "web/static/onward/onward.js").read_text("utf-8")
    places = re.search(r"const places = \{(.*?)\};", script)
    assert places is not None
    found = {key.strip('"') for key in re.findall(r'("?[a-z/?]"?): "', places[1])}
    assert found == {key for key, _ in KEYS if len(key) == 1}


def test_it_says_where_everything_is(alice: Owner) -> None:
    text = door(alice).get("/help/privacy/").content.decode()
    assert str(home.home_folder()) in text
    assert home.database_path().name in text


# what is refused


@pytest.mark.parametrize("page", PAGES)
def test_nobody_without_the_cookie_gets_in(charlie: Client, db: None, page: str) -> None:
    assert charlie.get(page).status_code == 403


def test_only_the_example_says_that_it_is_one(alice: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "This is an example" not in door(alice).get("/help/").content.decode()
    monkeypatch.setenv(SHOWN, "yes")
    assert "This is an example" in door(alice).get("/help/").content.decode()
