"""What is written for oneself is kept or burnt, and then everything is deleted: on a phone, without JavaScript."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect
from tests.browser.house import NARROW, House, visit
from tests.browser.steps import heading, press, turn

MOMENT = "2026-11-20T09:00"
BURNT, KEPT = "Fernleaf lantern, for the fire", "Quillwort harbor, for me alone"


def holds(home: Path, words: str) -> bool:
    """Whether the words stand in any file of Onward's folder."""
    return any(words.encode() in one.read_bytes() for one in home.rglob("*") if one.is_file())


def test_the_fifteen_minutes_are_burnt_and_kept_and_everything_is_deleted(opened: Browser, home: Path) -> None:
    with House(home, MOMENT) as house, visit(opened, house, width=NARROW, javascript=False) as window:
        page = window.page
        for words, button, said in ((BURNT, "Burn it", "Burnt."), (KEPT, "Keep it", "Kept, for you alone.")):
            window.go("/values/what-matters/")
            if words == KEPT:  # done lately, so the box waits behind a tap
                page.get_by_text("Write all the same").click()
            page.get_by_role("main").get_by_role("checkbox").first.check()
            page.get_by_role("main").get_by_role("textbox").fill(words)
            press(page, button)
            expect(page.get_by_role("status")).to_contain_text(said)
        assert (holds(home, BURNT), holds(home, KEPT)) == (False, True)
        window.go("/data/")
        turn(page, page.get_by_role("link", name="Delete everything …"))
        press(page, "Delete everything for good")
        heading(page, "Everything is deleted")
        assert not holds(home, KEPT)
        window.assert_quiet()
