"""What the script of a page still waits for when the page is left never reaches the page that comes after it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright
from tests.anywhere.phone import Phone
from tests.browser.shell import BUILT, FOLLOW, leads_on, served, wait_for_page
from tests.browser.test_article import MORNING

LATE = 1.5  # seconds: more than any script of a page waits before it does something
WAITED_FOR = {
    "a timer": "() => { setTimeout(() => { window.late = true; }, 300); }",
    "a clock": "() => { setInterval(() => { window.late = true; }, 300); }",
    "a timer that begins another": "() => { setTimeout(() => setTimeout(() => { window.late = true; }, 10), 300); }",
    "an answer": "() => { fetch('/pace/').then(() => { window.late = true; }); }",
    "an answer that is late to be read": "() => { fetch('/pace/').then((one) => one.text()).then(() => { window.late = true; }); }",
    "a timer that asks": "() => { setTimeout(() => fetch('/help/').then(() => { window.late = true; }), 300); }",
}


@pytest.fixture
def page(play: Playwright, tmp_path: Path) -> Iterator[Page]:
    with served(BUILT) as server:
        phone = Phone(play, tmp_path / "profile", server)
        phone.start(MORNING)
        wait_for_page(phone.page, 1)
        yield phone.page
        phone.close()


def test_nothing_that_a_page_waited_for_happens_on_the_next(page: Page) -> None:
    for name, script in WAITED_FOR.items():
        with leads_on(page):  # an answer that is asked for now comes after the page
            page.evaluate(f"(path) => {{ ({FOLLOW})(path); ({script})(); }}", "/help/")
        time.sleep(LATE)
        assert not page.evaluate("() => window.late"), name


def test_a_page_that_stays_gets_what_it_waits_for(page: Page) -> None:
    for name, script in WAITED_FOR.items():
        page.evaluate("() => { window.late = false; }")
        page.evaluate(script)
        time.sleep(LATE)
        assert page.evaluate("() => window.late"), name
