"""In a browser: who runs the address, how well it is kept, where an answer leads, and a start from a picture."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from anywhere.build import LEFT_OUT
from benchmarks.addresses import address_with_rows, list_addresses
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from tests.filled import fill, on_the_morning
from tests.people import door

from onward_app.anywhere import door as way_in
from onward_app.anywhere import settings as in_browser
from onward_app.anywhere.context import AFTER_A_DEBRIEF, QUIET, QUIETEST, SAID_ON, URGENT, beside, name_host
from onward_app.anywhere.host import Host, read_host
from onward_app.records.models import Owner
from onward_app.records.writing.jobs import add_job

ROOT = Path(__file__).resolve().parents[2]
KNOWN = "0123456789abcdef" * 4
SHELL_LINES = 430


def test_a_host_names_itself_on_one_card() -> None:
    told = {"name": "Harbor Career Service", "telephone": "+1 555 0100", "address": "12 Quay Street"}
    host = read_host(json.dumps(told), f"{KNOWN}\n")
    assert host == Host("Harbor Career Service", "+1 555 0100", "12 Quay Street", KNOWN[:16])
    card = render_to_string("pieces/host.html", {"host": host})
    assert 'href="tel:+15550100"' in card
    assert "chooses the program; its\n    fingerprint is 0123456789abcdef." in card


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        ("{}\n", ""),
        ("<!doctype html><title>Not found</title>", "it isn’t JSON"),
        ('["Harbor"]', "it isn’t one object"),
        ('{"name": 7, "telephone": "1"}', "it has no “name”"),
        ('{"name": "' + "x" * 201 + '"}', "it has no “name”"),
        ('{"telephone": "+1 555 0100"}', "it has no “name”"),
        ("[" * 100_000, "it isn’t JSON"),
    ],
)
def test_a_file_that_is_not_right_shows_no_card_and_says_why(
    text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read_host(text, KNOWN) is None
    assert said in capsys.readouterr().err


def test_what_is_wrong_within_a_card_is_left_out() -> None:
    told = {"name": "<b>Harbor</b>", "telephone": ["1"], "address": {"street": 1}}
    host = read_host(json.dumps(told), "<html>")
    assert host == Host("<b>Harbor</b>", "", "", "")
    card = render_to_string("pieces/host.html", {"host": host})
    assert "&lt;b&gt;Harbor&lt;/b&gt;" in card
    assert "tel:" not in card
    assert "fingerprint" not in card
    assert read_host('{"name": "Harbor", "telephone": "by letter"}', "") == Host("Harbor", "", "", "")


def test_the_card_and_the_line_come_with_every_page(rf) -> None:  # type: ignore[no-untyped-def]
    name_host(Host("Harbor", "", "", ""))
    try:
        told = beside(rf.get("/", headers={"Onward-Kept": "nothing"}))
        assert told["kept_here"] == "nothing"
        assert told["host"].name == "Harbor"
    finally:
        name_host(None)
    assert beside(rf.get("/", headers={"Onward-Kept": "<script>"})) == {"kept_here": "", "host": None}


@pytest.mark.parametrize("kind", QUIET)
def test_what_is_not_urgent_is_said_on_a_few_pages_alone(alice: Owner, settings: Any, kind: str) -> None:
    settings.TEMPLATES = in_browser.TEMPLATES
    add_job(alice, employer="Harbor Light", role="", on=date(2026, 11, 2))
    mine = door(alice)
    said = {path: 'id="kept-here"' in page(mine, path, kind) for path in ("/start/no/", "/jobs/", "/")}
    assert said == {"/start/no/": False, "/jobs/": False, "/": True}
    assert 'id="kept-here"' in page(mine, "/jobs/", "nothing")


def test_a_copy_is_offered_after_a_debrief_until_there_is_one() -> None:
    assert all(AFTER_A_DEBRIEF in SAID_ON[kind] for kind in QUIET + QUIETEST)
    for kind in QUIET + QUIETEST:
        assert f'href="{reverse("data:front")}"' in render_to_string("pieces/kept_here.html", {"kept_here": kind})
    assert "seven days" in render_to_string("pieces/kept_here.html", {"kept_here": "week"})


def page(browser: Client, path: str, kind: str) -> str:
    """A page as it is where the shell finds that it is kept so."""
    return browser.get(path, headers={"Onward-Kept": kind}).content.decode()


@pytest.fixture
def pages(alice: Owner, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What each page of a filled search says in a browser."""
    settings.IN_BROWSER = True
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        named, mine, found = fill(alice), door(alice), {}
        for name, path in list_addresses():
            answer = mine.get(address_with_rows(name, path, named))
            is_page = answer.headers.get("Content-Type", "").startswith("text/html")
            if answer.status_code == 200 and is_page and not answer.streaming:
                found[name] = " ".join(answer.content.decode().split())
            answer.close()
    return found


NOT_HERE = re.compile(
    r"this computer|pip install|<code>onward|command line|Ctrl-C|keyring|onward mcp|ONWARD_HOME|secret address|Onward’s folder",
    re.I,
)
ABOUT_A_COMPUTER = {"data:front": 1}  # `onward import`


def test_no_page_in_a_browser_speaks_of_what_is_not_there(pages: dict[str, str]) -> None:
    assert len(pages) > 80
    found = {name: NOT_HERE.findall(text) for name, text in pages.items()}
    assert {name: said for name, said in found.items() if len(said) > ABOUT_A_COMPUTER.get(name, 0)} == {}


def test_every_file_of_ours_that_a_page_may_read_goes_along() -> None:
    ours = [path for package in ("onward", "onward_app") for path in (ROOT / "src" / package).rglob("*")]
    names = [str(path.relative_to(ROOT / "src")) for path in ours if path.is_file() and "__pycache__" not in str(path)]
    stays = tuple(f"onward_app/{name}/" for name in ("cli", "postgresql", "sqlcipher", "examples", "web/static"))
    left = [name for name in names if LEFT_OUT.search(name) and not name.startswith(stays)]
    assert sorted(left) == ["onward/py.typed", "onward_app/py.typed"]


@pytest.mark.parametrize("kind", URGENT + QUIET + QUIETEST)
def test_each_way_of_keeping_is_a_sentence(kind: str) -> None:
    line = render_to_string("pieces/kept_here.html", {"kept_here": kind})
    assert line.count('id="kept-here"') == 1
    assert ("data-ask-to-keep" in line) == (kind == "unasked")


def test_an_answer_is_followed_to_its_page_and_says_what_to_forget(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def lead_on(method: str, address: str, headers: dict[str, str], body: bytes) -> way_in.Answer:
        asked.append((method, address, sorted(headers), body))
        if method == "GET":
            return 200, [("Content-Type", "text/html")], b"page"
        answer = HttpResponse(status=302, headers={"Location": "../gone/?a=1#end", "Clear-Site-Data": '"storage"'})
        return answer.status_code, list(answer.items()), b""

    monkeypatch.setattr(way_in, "answer", lead_on)
    told = way_in.follow("POST", "/sub/data/delete/", {"Content-Type": "text/plain", "A": "b"}, b"x")
    assert told[:2] == (200, "/sub/data/gone/?a=1#end")
    assert ("Clear-Site-Data", '"storage"') in told[2]
    assert asked[1] == ("GET", "/sub/data/gone/?a=1#end", ["A"], b"")


def test_the_shell_is_thin_and_can_be_read() -> None:
    scripts = [*(ROOT / "anywhere").glob("*/*.js"), *(ROOT / "anywhere").glob("*.mjs")]
    lines = {path: path.read_text("utf-8").splitlines() for path in scripts}
    assert sum(len(found) for path, found in lines.items() if path.parent.name == "shell") < SHELL_LINES
    assert {path.name for path, found in lines.items() if any(len(line) > 120 for line in found)} == set()
    assert {path.name for path, found in lines.items() if len(found) > 200} == set()
