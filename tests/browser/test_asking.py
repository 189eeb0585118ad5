"""A message that asks for advice is checked as one types, and by the button where nothing runs in the page."""

from __future__ import annotations

from playwright.sync_api import Browser, expect
from tests.browser.house import NARROW, House, visit

PAGE = "/ask/new/1/?sort=thanks&anyway=1&language=de"


def test_it_is_checked_while_it_is_typed(opened: Browser, full: House) -> None:
    with visit(opened, full, width=NARROW) as window:
        window.go(PAGE)
        page = window.page
        page.get_by_label("Message").press_sequentially(" Bitte überdenken Sie Ihre Entscheidung.")
        expect(page.get_by_role("heading", name="Before it goes")).to_be_visible()
        expect(page.locator("#checked")).to_contain_text("Instead: Ich respektiere die Entscheidung.")
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
        window.assert_quiet()
