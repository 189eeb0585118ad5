"""Every page that links lead to: whole, reachable, readable by everybody, and quiet."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from tests.browser.house import NARROW, WIDE, House, Visit, names, visit
from tests.browser.walk import MAIN, troubles, walk

LOOKS = [pytest.param(WIDE, False, id="wide-light"), pytest.param(NARROW, True, id="narrow-dark")]
TABS = 70


def findings(window: Visit) -> list[str]:
    return [f"{path} {row}" for path in walk(window) for row in troubles(window.page, status=window.status)]


@pytest.mark.parametrize(("width", "dark"), LOOKS)
@pytest.mark.parametrize("state", ["empty", "full"])
def test_nothing_is_wrong_with_any_page(
    opened: Browser, request: pytest.FixtureRequest, state: str, width: int, dark: bool
) -> None:
    house: House = request.getfixturevalue(state)
    with visit(opened, house, width=width, dark=dark) as window:
        found = findings(window)
        assert not found, names(found)
        window.assert_quiet()


def test_the_keyboard_reaches_what_matters(opened: Browser, full: House) -> None:
    with visit(opened, full) as window:
        found = [f"{path} {row}" for path in MAIN for row in unreachable(window, path)]
    assert not found, names(found)


def unreachable(window: Visit, path: str) -> list[str]:
    window.go(path)
    page = window.page
    page.keyboard.press("Tab")
    if not page.evaluate(
        "document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().top >= 0"
    ):
        return ["doesn't begin with the way past the rail"]
    page.keyboard.press("Enter")
    if not page.evaluate("document.activeElement.id === 'content'"):
        return ["isn't entered by the way past the rail"]
    if not any(button.is_visible() for button in page.locator("main .first").all()):
        return []
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('main .first')"):
            seen = page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'")
            return [] if seen else ["doesn't show that its main button has the focus"]
    return ["doesn't let the keyboard reach its main button"]
