"""Whoever speaks to the computer says what stands on a button: its name begins with those words, and may say more."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "src" / "onward_app").rglob("*.html"))
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
SPOKEN = {"a", "button", "summary"}


class Names(HTMLParser):
    """What each link and button says, and what it is named."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[str]] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("aria-label")
        if tag in SPOKEN and name:
            self.found.append(["", name])
            self._is_inside = True

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = self._is_inside and tag not in SPOKEN

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.found[-1][0] += data


def find_unspoken(template: str) -> list[str]:
    """What is named otherwise than it says; what the template fills in stands as letters, equal where it is equal."""
    names = Names()
    names.feed(TAG.sub(lambda tag: f"⟦{tag[0].encode().hex()}⟧", template))
    plain = [(" ".join(seen.split()), " ".join(name.split())) for seen, name in names.found]
    return [f"{seen!r} is named {name!r}" for seen, name in plain if not name.startswith(seen)]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_name_begins_with_what_is_seen(template: Path) -> None:
    assert find_unspoken(template.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "is_found"),
    [
        ('<button aria-label="Keep it: {{ a|b:"c" }}">Keep it</button>', False),
        ('<button class="plain"\n  aria-label="Let {{ one }} go">Learned</button>', True),
        ('<a href="{% url \'a:b\' 1 %}" aria-label="Change Sam">Edit</a>', True),
        ('<a href="/" aria-label="Read\n it: x">Read it</a>', False),
        ('<a aria-label="{% if a %}So{% endif %}: b">{% if a %}So{% endif %}</a>', False),
        ("<button>Keep it</button>", False),
    ],
)
def test_what_is_named_otherwise_is_found(template: str, is_found: bool) -> None:
    assert bool(find_unspoken(template)) is is_found
