"""Words about hurting yourself, in a real browser: whom to call is readable by everybody, and no draft is kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.house import NARROW, WIDE, House, leads_on, visit
from tests.browser.steps import press, unfold
from tests.browser.walk import troubles

HEAVY = "They said no. I want to kill myself. My client Maria Lopez, 34, cried."
BOXES = {
    "/jobs/add/": "Notes",
    "/recover/kind-words/": "Their words",
    "/start/no/": "What they wrote",
    "/values/": "A line",
}


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("path", BOXES)
def test_whom_to_call_is_there_first_and_what_was_typed_still_is(
    opened: Browser, empty: House, path: str, width: int
) -> None:
    with visit(opened, empty, width=width, dark=width == NARROW) as window:
        page = window.page
        window.go(path)
        page.evaluate("() => document.querySelectorAll('main details').forEach(one => { one.open = true; })")
        box = page.get_by_label(BOXES[path]).first
        box.fill(HEAVY)
        form = page.locator("main form", has=box)
        form.evaluate("form => { form.noValidate = true; }")
        with leads_on(page):
            form.get_by_role("button").first.click()
        call = page.get_by_role("link", name="Call or text 988")
        expect(call).to_be_visible()
        assert call.get_attribute("href") == "tel:988"
        expect(page.get_by_role("heading", name="Need to talk to someone now?")).to_be_visible()
        assert HEAVY in [one.input_value() for one in page.locator("main textarea, main input[type=text]").all()]
        assert troubles(page) == []


def test_no_draft_of_it_is_kept_in_the_tab(opened: Browser, empty: House) -> None:
    with visit(opened, empty) as window:
        page = window.page
        window.go("/jobs/add/")
        unfold(page)
        page.get_by_label("Notes").fill("It was a long day.")
        assert "long day" in page.evaluate("JSON.stringify(sessionStorage)")
        page.get_by_label("Notes").fill(HEAVY)
        page.get_by_label("Employer").fill("Oak Hollow")
        press(page, "Add it")
        expect(page.get_by_role("link", name="Call or text 988")).to_be_visible()
        page.get_by_label("Notes").fill(f"{HEAVY} Once more.")
        assert "kill" not in page.evaluate("JSON.stringify(sessionStorage)")
