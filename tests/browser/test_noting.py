"""Noting an interview on a phone-wide page: one line and three taps, and the replay that is left and taken up."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.house import NARROW, House, visit
from tests.browser.steps import heading, press, turn

TUESDAY, NEXT_DAY, LATER = "2026-03-10T17:00", "2026-03-11T09:00", "2026-03-12T09:00"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_line_and_three_taps_on_the_day_and_a_replay_that_can_be_left(
    opened: Browser, tmp_path: Path, javascript: bool
) -> None:
    with (
        House(tmp_path / "home", TUESDAY) as house,
        visit(opened, house, width=NARROW, javascript=javascript) as window,
    ):
        page = window.page
        window.go("/start/interview/")
        page.get_by_label("Who?").fill("Harbor Light")
        page.get_by_label("On which day?").fill("2026-03-10")
        press(page, "Keep it")
        turn(page, page.get_by_role("link", name="How it went"))
        page.get_by_label("The one question you’d like to remember").fill("Why did you leave?")
        page.get_by_role("radio", name="Rough").check()
        page.get_by_role("group", name="I could say what I really think").get_by_label("4").check()
        page.get_by_role("radio", name="Probably (70)").check()
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
        press(page, "Keep it")
        expect(page.get_by_role("main")).to_contain_text("Forecast: 70 in 100.")
        expect(page.get_by_role("main")).to_contain_text("2 of 5")

        page.goto("about:blank")
        house.open(NEXT_DAY)
        window.go("/debrief/")
        turn(page, page.get_by_role("button", name="Start"))
        expect(page.get_by_label("Questions")).to_have_value("Why did you leave?")
        press(page, "Go on")
        heading(page, "What did I actually say?")
        window.back()
        heading(page, "What was asked?")
        page.goto("about:blank")
        house.open(LATER)
        window.go("/debrief/")
        turn(page, page.get_by_role("button", name="Go on"))
        heading(page, "What did I actually say?")
        window.assert_quiet()
