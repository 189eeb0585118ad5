"""What is written for oneself is kept or burnt, and then everything is deleted: on a phone, with and without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.house import NARROW, House, visit
from tests.browser.steps import heading, press, turn

MOMENT = "2026-11-20T09:00"
BURNT, KEPT = "Fernleaf lantern, for the fire", "Quillwort harbor, for me alone"


def holds(house: House, words: str) -> bool:
    """Whether the words stand in any file of Onward's."""
    return any(words.encode() in raw for raw in house.read_kept().values())


@pytest.mark.parametrize("javascript", [True, False], ids=["with", "without"])
def test_the_fifteen_minutes_are_burnt_and_kept_and_everything_is_deleted(
    opened: Browser, home: Path, javascript: bool
) -> None:
    with House(home, MOMENT) as house, visit(opened, house, width=NARROW, javascript=javascript) as window:
        page = window.page
        for words, button, said in ((BURNT, "Burn it", "Burnt."), (KEPT, "Keep it", "Kept, for you alone.")):
            window.go("/values/what-matters/")
            if words == KEPT:  # done lately, so the box waits behind a tap
                page.get_by_text("Write all the same").click()
            page.get_by_role("main").get_by_role("checkbox").first.check()
            page.get_by_role("main").get_by_role("textbox").fill(words)
            press(page, button)
            expect(page.get_by_role("status")).to_contain_text(said)
        assert (holds(house, BURNT), holds(house, KEPT)) == (False, True)
        window.go("/data/")
        turn(page, page.get_by_role("link", name="Delete everything …"))
        press(page, "Delete everything for good")
        heading(page, "Everything is deleted")
        assert not holds(house, KEPT)
        window.assert_quiet()
