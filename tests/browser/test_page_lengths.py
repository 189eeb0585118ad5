"""A page on a phone is short: what few need is folded. Help and the story of one job may be as long as they are.

Every page that links lead to is held to the same in `walk.troubles`; here are the addresses that need more than a link.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser
from tests.browser.house import AFTER_THE_EXAMPLE, NARROW, House, names, run, visit
from tests.browser.walk import LONGEST

PAGES = (
    "/", "/ask/", "/changes/", "/data/", "/jobs/", "/jobs/?show=ended", "/jobs/add/", "/start/", "/recover/normal/", "/recover/lessons/", "/debrief/", "/debrief/forecasts/", "/debrief/transcripts/", "/kinks/", "/kinks/add/",
    "/kinks/kinds/", "/notice/", "/pace/", "/pace/pictures/", "/practice/", "/practice/cards/", "/practice/packs/",
    "/practice/packs/general/a-time-when/", "/practice/rounds/", "/recover/", "/start/none/", "/talk/", "/values/",
    "/ask/discrimination/12/", "/ask/discrimination/12/?place=Germany&act=2026-10-01",
    "/ask/discrimination/12/?place=United+States&act=2026-10-01", "/values/what-matters/", "/notice/letter/11/",
)  # fmt: skip


def test_no_page_of_the_example_search_is_long_on_a_phone(opened: Browser, full: House) -> None:
    with visit(opened, full, width=NARROW) as window:
        found = []
        for path in PAGES:
            assert window.go(path) == 200, path
            height = window.page.evaluate("document.documentElement.scrollHeight")
            found += [f"{path} is {height} px"] if height > LONGEST else []
    assert not found, names(found)


def test_neither_is_one_of_ten_open_jobs(opened: Browser, home: Path) -> None:
    for number in range(10):
        run(home, AFTER_THE_EXAMPLE, "add", f"Practice {number} of the Valley", "Therapist", "--on", "2026-09-14")
    with House(home, AFTER_THE_EXAMPLE) as house, visit(opened, house, width=NARROW) as window:
        for path in ("/", "/jobs/", "/pace/", "/values/", "/changes/"):
            window.go(path)
            assert window.page.evaluate("document.documentElement.scrollHeight") <= LONGEST, path
