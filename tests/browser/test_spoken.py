"""Who cannot type speaks: what is dictated is as good as what is typed, and what is said aloud is where it stands."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.aloud import find_out_of_order
from tests.browser.house import NARROW, House, Visit, leads_on, names, visit
from tests.browser.walk import MAIN

HEARD = "they went with", "they went with somebody else", "They went with someone else."
BOXES = "main :is(textarea, input[type=text], input[type=search])"


def dictate(page: Page, box: Locator, *heard: str) -> None:
    """Say it: a keyboard that listens writes what it believes, takes it back, and writes it anew, until it is sure."""
    box.focus()
    speech = page.context.new_cdp_session(page)
    for guess in heard:
        speech.send(
            "Input.imeSetComposition", {"text": guess, "selectionStart": len(guess), "selectionEnd": len(guess)}
        )
    speech.send("Input.insertText", {"text": heard[-1]})
    speech.detach()


def test_what_is_dictated_stands_in_each_box(opened: Browser, full: House) -> None:
    with visit(opened, full, width=NARROW) as window:
        lost = [row for path in MAIN for row in unheard(window, path)]
        assert not lost, names(lost)
        window.assert_quiet()


def unheard(window: Visit, path: str) -> list[str]:
    """The page's boxes that hold something else than what was said into them."""
    window.go(path)
    page, found = window.page, []
    page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
    for box in page.locator(BOXES).all():
        if box.is_visible() and box.is_editable():
            box.fill("")
            dictate(page, box, *HEARD)
            said = box.input_value()
            found += [] if said == HEARD[-1] else [f"{path} {box.get_attribute('name')} holds {said!r}"]
    return found


def test_an_ask_that_is_dictated_is_checked(opened: Browser, full: House) -> None:
    with visit(opened, full, width=NARROW) as window:
        page = window.page
        window.go("/ask/new/1/?sort=thanks&anyway=1")
        box = page.get_by_label("Message")
        box.evaluate("box => box.setSelectionRange(box.value.length, box.value.length)")
        dictate(page, box, " please", " please recon sider", " Please reconsider your decision.")
        expect(page.get_by_role("heading", name="Before it goes")).to_be_visible()
        window.assert_quiet()


def test_a_no_that_is_dictated_is_a_no(opened: Browser, empty: House) -> None:
    with visit(opened, empty, width=NARROW) as window:
        page = window.page
        window.go("/start/no/")
        dictate(page, page.locator("main textarea").first, "harbor", "Harbor Light said no")
        with leads_on(page):
            page.locator("main .first").click()
        assert re.search(r"Noted|That stings", page.inner_text("main"))
        window.assert_quiet()


def test_what_is_turned_round_on_the_page_is_found(opened: Browser, full: House) -> None:
    with visit(opened, full) as window:
        window.go("/help/")
        assert find_out_of_order(window.page) == []
        window.page.locator("main").evaluate(
            "main => { const turned = Object.assign(document.createElement('div'), { innerHTML: '<p>one</p><p>two</p>' }); "
            "turned.style.display = 'flex'; turned.style.flexDirection = 'column-reverse'; "
            "main.querySelector('p').before(turned); }"
        )
        found = find_out_of_order(window.page)
        assert any("“two” above “one”" in row for row in found)
        assert any("turned round" in row for row in found)
