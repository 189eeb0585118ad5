"""Addresses have names: each name that a page or a module asks for is there, takes the values it is given, and ends it.

That no path is written out instead is held in `tests/test_house.py`. A name that isn't there would break its page.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from benchmarks.structure.tree import branches, last_word
from django.urls import URLResolver, get_resolver, resolve

from onward.today.move import Move, Where
from onward_app.web.moves import PAGES, move_address

SRC = Path(__file__).resolve().parents[2] / "src"
APPLICATION = SRC / "onward_app"
TAG = re.compile(r"""{%\s*url\s+(["'])(?P<name>[^"']+)\1(?P<values>[^%]*?)(?:\s+as\s+\w+\s*)?%}(?P<next>{{|[\w/.-])?""")
NAME = re.compile(r"[a-z]+:\w+")
MADE_BY = {"redirect", "reverse"}
GOES_ON = re.compile(r"[\w/.-]")  # what may follow an address is "?", "#", or nothing


@cache
def names() -> dict[str, set[int]]:
    """Each name of an address, with how many values it takes."""
    found: dict[str, set[int]] = defaultdict(set)
    rooms = [get_resolver()]
    for room in rooms:
        for one in room.url_patterns:
            if isinstance(one, URLResolver):
                rooms.append(one)
            else:
                name = f"{room.namespace}:{one.name}" if room.namespace else str(one.name)
                found[name].add(len(one.pattern.converters))
    return found


def trouble(name: str, values: int | None) -> Iterator[str]:
    """What is wrong with asking for this name with so many values; None when they can't be counted."""
    if name not in names():
        yield f"no address is called {name}"
    elif values is not None and values not in names()[name]:
        yield f"{name} doesn't take {values} values"


def wrong_on_page(page: str) -> list[str]:
    """What is wrong with the names in a template."""
    found: list[str] = []
    for tag in TAG.finditer(page):
        found += trouble(tag["name"], len(tag["values"].split()))
        found += [f"{tag['name']} goes on as a path"] if tag["next"] else []
    return found


def wrong_in_module(tree: ast.Module) -> list[str]:
    """What is wrong with the names in a module."""
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and _is_name(node):
            found += trouble(str(node.value), None)
        elif isinstance(node, ast.Call) and last_word(node.func) in MADE_BY and node.args:
            for one in branches(node.args[0]):
                found += trouble(str(one.value), _values(node)) if isinstance(one, ast.Constant) else []
        found += [f"{ast.unparse(one)} is a name and no address yet" for one in _handed_on(node) if _is_name(one)]
        found += ["an address goes on as a path" for before, after in _joined(node) if _is_made(before, after)]
    return found


def _is_name(node: ast.expr) -> bool:
    """Whether it is a text that begins with a room and a colon, as the names of addresses do."""
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    return NAME.fullmatch(text) is not None and text.split(":")[0] in rooms()


def _handed_on(node: ast.AST) -> Iterator[ast.expr]:
    """What is returned, put into a page, or handed to what makes no address of a name."""
    given: list[ast.expr | None] = []
    if isinstance(node, ast.Call) and last_word(node.func) not in MADE_BY:
        given = [*node.args, *(one.value for one in node.keywords)]
    elif isinstance(node, ast.Dict):
        given = [*node.values]
    elif isinstance(node, ast.Return):
        given = [node.value]
    yield from (one for each in given if each is not None for one in branches(each))


@cache
def rooms() -> set[str]:
    return {name.split(":")[0] for name in names()}


def _values(call: ast.Call) -> int | None:
    if last_word(call.func) == "redirect":
        return len(call.args) - 1
    given = next((one.value for one in call.keywords if one.arg == "args"), ast.List(elts=[]))
    return len(given.elts) if isinstance(given, ast.List) else None


def _joined(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What stands side by side in a text that is put together."""
    if isinstance(node, ast.BinOp):
        yield node.left, node.right
    elif isinstance(node, ast.JoinedStr):
        parts = [one.value if isinstance(one, ast.FormattedValue) else one for one in node.values]
        yield from pairwise(parts)


def _is_made(before: ast.expr, after: ast.expr) -> bool:
    """Whether a made address is followed by more of a path."""
    called = isinstance(before, ast.Call) and last_word(before.func) == "reverse"
    return called and isinstance(after, ast.Constant) and GOES_ON.match(str(after.value)) is not None


def test_every_name_on_a_page_is_an_address() -> None:
    places = sorted(APPLICATION.rglob("*.html"))
    wrong = {place.name: found for place in places if (found := wrong_on_page(place.read_text("utf-8")))}
    assert wrong == {}
    assert sum(len(TAG.findall(place.read_text("utf-8"))) for place in places) > 300  # they were read


def test_every_name_in_a_module_is_an_address() -> None:
    places = sorted(APPLICATION.rglob("*.py"))
    wrong = {place.name: found for place in places if (found := wrong_in_module(ast.parse(place.read_text("utf-8"))))}
    assert wrong == {}


@pytest.mark.parametrize(
    "page",
    [
        "<a href=\"{% url 'jobs:gone' row.pk %}\">",
        "<a href=\"{% url 'jobs:timeline' %}\">",
        "<a href=\"{% url 'jobs:front' row.pk %}\">",
        "<a href=\"{% url 'practice:family' pack.key %}\">",
        "<a href=\"{% url 'debrief:transcript' row.pk %}who/\">",
        "<a href=\"{% url 'jobs:front' %}{{ row.pk }}/\">",
    ],
)
def test_a_planted_name_on_a_page_is_caught(page: str) -> None:
    assert wrong_on_page(page)


@pytest.mark.parametrize(
    "page",
    [
        "<a href=\"{% url 'jobs:timeline' row.pk %}?all=1#which\">",
        "<a href=\"{% url 'jobs:front' %}#job-{{ row.pk }}\">",
        "<a href=\"{% url 'practice:family' pack.key family.key %}\">",
        "<a href=\"{% if row %}{% url 'jobs:timeline' row.pk %}{% else %}{% url 'jobs:front' %}{% endif %}\">",
    ],
)
def test_a_name_that_is_there_may_stand_on_a_page(page: str) -> None:
    assert wrong_on_page(page) == []


@pytest.mark.parametrize(
    "text",
    [
        'FRONT = "jobs:gone"',
        'reverse("gone")',
        'reverse("jobs:timeline")',
        'reverse("jobs:front", args=[row.pk])',
        'redirect("jobs:timeline")',
        'redirect_done("jobs:front", change)',
        'page = {"back": "jobs:front"}',
        'def back():\n    return "jobs:timeline" if row else where',
        'redirect("jobs:timeline" if row else "jobs:front", row.pk)',
        'reverse("jobs:timeline", args=[row.pk]) + "edit/"',
        "f\"{reverse('jobs:front')}add/\"",
    ],
)
def test_a_planted_name_in_a_module_is_caught(text: str) -> None:
    assert wrong_in_module(ast.parse(text))


@pytest.mark.parametrize(
    "text",
    [
        'reverse("jobs:timeline", args=[row.pk], query={"all": 1})',
        'reverse("jobs:front") + "?all=1"',
        'redirect("practice:family", pack, family)',
        'reverse("enter", urlconf="onward_app.web.urls")',
        'reverse(f"{word}:front")',
        "reverse(page, args=given)",
        'PAGES = {("jobs", "job"): ("jobs:timeline", "")}',
        'page = "debrief:who" if asks else "debrief:transcript"',
        'Shown("10:30", "ratio:2")',
        'path.partition("/") + "edit/"',
    ],
)
def test_a_name_that_is_there_may_stand_in_a_module(text: str) -> None:
    assert wrong_in_module(ast.parse(text)) == []


def test_every_move_has_its_page_and_every_page_its_move() -> None:
    source = "".join(path.read_text("utf-8") for path in (SRC / "onward" / "today").glob("*.py"))
    told = {(room, page or "index") for room, page in re.findall(r'Where\("(\w+)"(?:, "(\w+)")?', source)}
    told |= {("pace", page) for page in re.findall(r'replace\(where, page="(\w+)"\)', source)}
    assert told == set(PAGES)


@pytest.mark.parametrize(("room", "page"), PAGES)
def test_every_move_leads_to_a_page(room: str, page: str) -> None:
    address = move_address(Move("notice", "Open it", "", Where(room, page, 7), "", 0))
    assert resolve(urlsplit(address).path).view_name == PAGES[room, page][0]


@pytest.mark.parametrize(
    ("where", "address"),
    [
        (Where("practice"), "/practice/"),
        (Where("today", "welcome"), "/start/?back=1"),
        (Where("ask", "withdrawal", 7), "/ask/new/7/?sort=withdrawal"),
        (Where("pace", "waiting", 7), "/pace/#job-7"),
    ],
)
def test_a_move_leads_to_a_front_page_or_to_the_page_of_its_row(where: Where, address: str) -> None:
    assert move_address(Move("notice", "Open it", "", where, "", 0)) == address
