"""A mock round in a real browser: with a clock, over a closed browser, and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.house import House, leads_on, visit
from tests.browser.steps import follow, heading, press, tap, turn
from tests.browser.walk import troubles

EVENING = "2026-06-10T19:00"
NEXT_DAY = "2026-06-11T08:00"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path / "home", EVENING) as opened:
        yield opened


def begin(page: Page) -> None:
    follow(page, "Try a mock round")
    heading(page, "Mock round")
    expect(page.get_by_role("main")).to_contain_text("Ten minutes at most.")
    page.get_by_label("How many").select_option("3")
    press(page, "Begin the round")


def test_it_is_left_and_taken_up_the_next_day_in_another_window(opened: Browser, house: House) -> None:
    with visit(opened, house) as window:
        page = window.page
        window.go("/practice/")
        begin(page)
        timer = page.get_by_role("timer")
        expect(timer).to_contain_text("Take about two minutes")
        tap(page, "Start the clock")
        expect(timer).to_have_text(re.compile(r"0:0[1-9] of about 2:00"))
        page.get_by_label("Your answer").fill("The first answer.")
        press(page, "Next question")
        page.get_by_label("Your answer").fill("Half of the second")
        window.reload()
        expect(page.get_by_label("Your answer")).to_have_value("Half of the second")
    house.open(NEXT_DAY)
    with visit(opened, house) as window:
        page = window.page
        window.go("/practice/rounds/")
        follow(page, "Go on with it")
        expect(page.get_by_text("Mock round, 2 of 4")).to_be_visible()
        for button in ("Next question", "Next question", "To the points"):
            assert troubles(page) == []
            press(page, button)
        heading(page, "The points")
        assert troubles(page) == []
        expect(page.get_by_role("blockquote")).to_have_text("The first answer.")
        expect(page.get_by_text(re.compile(r"Took 0:0[1-9]\."))).to_have_count(1)
        for point in page.get_by_role("group", name="It had").first.get_by_role("checkbox").all():
            point.check()
        press(page, "Done")
        heading(page, "Mock round of 11 June")
        assert troubles(page) == []
        expect(page.get_by_text("clear", exact=True)).to_have_count(1)
        turn(page, page.get_by_role("button", name=re.compile("Keep it as a card")).nth(1))
        expect(page.get_by_text("It is one of your cards now.")).to_be_visible()
        window.assert_quiet()


def test_it_works_without_javascript(opened: Browser, house: House) -> None:
    with visit(opened, house, javascript=False) as window:
        page = window.page
        window.go("/practice/")
        begin(page)
        expect(page.get_by_role("timer")).to_contain_text("Take about two minutes")
        expect(page.get_by_role("button", name="Start the clock")).to_have_count(0)
        press(page, "Next question")
        press(page, "End the round here")
        heading(page, "The points")
        press(page, "Done")
        expect(page.get_by_text("not yet", exact=True)).to_have_count(1)


def test_the_whole_round_can_be_played_by_keyboard(opened: Browser, house: House) -> None:
    with visit(opened, house) as window:
        page = window.page
        window.go("/practice/")
        begin(page)
        for _ in range(4):
            page.get_by_label("Your answer").focus()
            page.keyboard.type("By keyboard.")
            page.keyboard.press("Tab")
            expect(page.locator("main .first")).to_be_focused()
            with leads_on(page):
                page.keyboard.press("Enter")
        heading(page, "The points")
