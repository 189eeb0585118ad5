"""The same pages once somebody has lived in them: on the day of a no, and with something of every step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.house import NARROW, House, names, run, visit
from tests.browser.steps import THE_DAY, live
from tests.browser.walk import MAIN, troubles, walk


@pytest.fixture
def lived_in(opened: Browser, tmp_path: Path) -> Iterator[House]:
    with House(tmp_path / "home", THE_DAY) as house:
        with visit(opened, house) as window:
            live(window)
        yield house


def test_nothing_is_wrong_with_pages_that_are_lived_in(opened: Browser, lived_in: House) -> None:
    with visit(opened, lived_in, width=NARROW, dark=True) as window:
        found = [f"{path} {row}" for path in walk(window) for row in troubles(window.page, status=window.status)]
        assert not found, names(found)
        window.assert_quiet()


def test_nothing_is_wrong_on_the_day_of_a_no(opened: Browser, home: Path) -> None:
    run(home, THE_DAY, "add", "Quillstone Records", "Consultant", "--on", "2026-09-14")
    run(home, THE_DAY, "event", "1", "interview", "--on", "2026-11-02")
    run(home, THE_DAY, "event", "1", "rejected", "--on", "2026-11-16")
    with House(home, THE_DAY) as house, visit(opened, house, width=NARROW) as window:
        window.go("/")
        assert window.page.get_by_role("heading", name="That stings. Nothing to solve tonight.").is_visible()
        found = [f"{path} {row}" for path in MAIN for row in troubles(window.page, status=window.go(path))]
        assert not found, names(found)
        window.assert_quiet()


def test_a_page_with_something_wrong_is_told_of(opened: Browser, home: Path) -> None:
    with House(home, THE_DAY) as house, visit(opened, house, width=NARROW) as window:
        window.go("/help/")
        assert troubles(window.page) == []
        window.page.evaluate(
            """() => { document.querySelector("main").insertAdjacentHTML("beforeend",
              '<h1>Another</h1><input type="text"><button id="small">Go</button><pre>' + "x".repeat(10) + '</pre>');
              document.querySelector("main pre").style.width = "900px";
              document.querySelector("#small").style.cssText = "min-height: 0; height: 20px"; }"""
        )
        told = " ".join(troubles(window.page, status=500))
        for word in ("answers 500", "2 h1", "axe: label", "scrolls sideways", "too small"):
            assert word in told
