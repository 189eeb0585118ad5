"""From nothing to weights in ten taps at most, on a phone and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.house import NARROW, House, visit
from tests.browser.steps import follow, heading, turn


def tap_all(page: Page, *, contrary: bool) -> int:
    """Tap until it is kept, the first choice each time or, of two, the one that contradicts; how often."""
    taps = 0
    while not (keep := page.get_by_role("button", name="Keep these", exact=True)).count():
        choices = page.locator('main button[name="choose"]:not([value="rest"])')
        pair = choices.count() == 2 and page.get_by_text("Only one of these two can be good.").count()
        turn(page, choices.first if contrary or not pair else choices.last)
        taps += 1
    turn(page, keep)
    return taps + 1


@pytest.mark.parametrize("javascript", [True, False], ids=["with", "without"])
def test_ten_taps_to_weights(opened: Browser, empty: House, javascript: bool) -> None:
    with visit(opened, empty, width=NARROW, javascript=javascript) as window:
        page = window.page
        for contrary in (True, False):
            window.go("/values/")
            follow(page, "Weigh them anew" if page.get_by_text("Weigh them anew").count() else "What counts how much?")
            heading(page, "What counts how much")
            assert tap_all(page, contrary=contrary) <= 10
            expect(page.get_by_role("button", name="Undo")).to_be_visible()
        assert page.locator("ul.weighed > li").count() == 6
        window.assert_quiet()
