"""Somebody to talk to is on every page, in sight: each page closes what it opens, so that nothing slips out of the column."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.filled import fill, on_the_morning
from tests.people import door
from tests.web.test_every_address import EVERY, at

from onward_app.records.models import Owner

EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta", "circle", "path", "rect", "line", "use"})


class Nesting(HTMLParser):
    """Which tags are open, what was closed out of turn, and the links with the tags around them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.links: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links.append((dict(attrs).get("href") or "", tuple(self.open)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> at line {self.getpos()[0]}")


def read(page: str) -> Nesting:
    nesting = Nesting()
    nesting.feed(page)
    return nesting


@pytest.fixture
def named(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        yield fill(alice)


def test_somebody_to_talk_to_is_at_the_foot_of_every_page(named: dict[str, Any], alice: Owner) -> None:
    mine, seen = door(alice), 0
    for name, path in EVERY:
        where = at(name, path, named)
        answer = mine.get(where)
        if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        seen += 1
        found = read(answer.content.decode())
        assert (found.wrong, found.open) == ([], []), where
        led = any(link == "/talk/" and around[-2:] == ("main", "footer") for link, around in found.links)
        assert led != (where == "/talk/"), where  # the page itself needs no way to it
    assert seen > 60


def test_a_tag_that_is_closed_twice_would_be_found() -> None:
    assert read("<main><div><p>One</p></div></div></main>").wrong == ["</div> at line 1", "</main> at line 1"]
    assert read("<main><p>One</main>").open == ["main"]
