"""A message that asks for advice is checked as one types, and by the button where nothing runs in the page."""

from __future__ import annotations

import time

from playwright.sync_api import Browser, expect
from tests.browser.house import NARROW, House, visit

PAGE = "/ask/new/1/?sort=thanks&anyway=1&language=de"
LONGER_THAN_A_CHECK_WAITS = 1.5  # seconds


def test_it_is_checked_while_it_is_typed(opened: Browser, full: House) -> None:
    with visit(opened, full, width=NARROW) as window:
        window.go(PAGE)
        page = window.page
        page.get_by_label("Message").press_sequentially(" Bitte überdenken Sie Ihre Entscheidung.")
        expect(page.get_by_role("heading", name="Before it goes")).to_be_visible()
        expect(page.locator("#checked")).to_contain_text("Instead: Ich respektiere die Entscheidung.")
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
        window.assert_quiet()


def test_a_draft_that_is_left_while_it_is_checked_is_sent_to_no_other_page(opened: Browser, full: House) -> None:
    with visit(opened, full, width=NARROW) as window:
        window.go("/changes/")
        before = window.page.get_by_role("main").inner_text()
        window.go(PAGE)
        window.page.get_by_label("Message").press_sequentially(" Danke.")
        window.go("/start/no/")  # takes a text as well, and makes a no of it
        time.sleep(LONGER_THAN_A_CHECK_WAITS)
        window.go("/changes/")
        assert window.page.get_by_role("main").inner_text() == before
        window.assert_quiet()
