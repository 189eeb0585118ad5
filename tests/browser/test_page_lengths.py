"""A page on a phone is short: what few need is folded. Help and the story of one job may be as long as they are.

Every page that links lead to is held to the same in `walk.troubles`; here are the addresses that need more than a link.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

from playwright.sync_api import Browser
from tests.browser.house import AFTER_THE_EXAMPLE, NARROW, House, Visit, names, run, visit
from tests.browser.steps import press
from tests.browser.walk import LONGEST

PAGES = (
    "/", "/ask/", "/changes/", "/data/", "/jobs/", "/jobs/?show=ended", "/jobs/add/", "/start/", "/recover/normal/", "/recover/lessons/", "/debrief/", "/debrief/forecasts/", "/debrief/transcripts/", "/kinks/", "/kinks/add/",
    "/kinks/kinds/", "/notice/", "/pace/", "/pace/pictures/", "/practice/", "/practice/cards/", "/practice/packs/",
    "/practice/packs/general/a-time-when/", "/practice/rounds/", "/recover/", "/start/none/", "/talk/", "/values/",
    "/ask/discrimination/12/", "/ask/discrimination/12/?place=Germany&act=2026-10-01",
    "/ask/discrimination/12/?place=United+States&act=2026-10-01", "/values/what-matters/", "/notice/letter/11/",
)  # fmt: skip


UNSURE = (
    "From: {0} <{0}@alder.example>\nSubject: {1}\nDate: Fri, 13 Nov 2026 10:00:00 +0000\n\nHi Robin,\n\n{2}\n\n{0}\n"
)
ASKED = (
    (
        "Gail",
        "The position",
        "It was good to talk about the position. You will hear what they said after the holiday, and whether there is a "
        "next talk.",
    ),
    (
        "Ines",
        "Next week",
        "It was good to talk about the position. I will be back after the holiday with what they said.",
    ),
)


def test_no_page_of_the_example_search_is_long_on_a_phone(opened: Browser, full: House) -> None:
    with visit(opened, full, width=NARROW) as window:
        found = []
        for path in PAGES:
            assert window.go(path) == 200, path
            height = window.page.evaluate("document.documentElement.scrollHeight")
            found += [f"{path} is {height} px"] if height > LONGEST else []
    assert not found, names(found)


def test_neither_is_one_of_ten_open_jobs_with_all_that_may_wait(opened: Browser, home: Path) -> None:
    for number in range(10):
        run(home, AFTER_THE_EXAMPLE, "add", f"Practice {number} of the Valley", "Therapist", "--on", "2026-09-14")
    with House(home, AFTER_THE_EXAMPLE) as house, visit(opened, house, width=NARROW) as window:
        window.go("/pace/")
        press(window.page, "Show me numbers")
        fill_values(window)
        let_letters_wait(window)
        for path in ("/", "/jobs/", "/pace/", "/values/", "/changes/", "/notice/"):
            window.go(path)
            height = window.page.evaluate("document.documentElement.scrollHeight")
            assert height <= LONGEST, f"{path} is {height} px"


def fill_values(window: Visit) -> None:
    """As many lines as there may be, and four values."""
    for line in ("Weekly clinical supervision, in writing", "25 clients a week at most", "Paid time for notes"):
        window.go("/values/")
        if not window.page.get_by_label("A line", exact=True).is_visible():
            window.page.get_by_text("Set another line").click()
        window.page.get_by_label("A line", exact=True).fill(line)
        press(window.page, "Set this line")
    for value in ("Short way to work", "A team that talks", "Pay that covers the rent", "Something to learn"):
        window.go("/values/")
        window.page.get_by_text("Add something a job should give").click()
        window.page.get_by_label("Something a job should give").fill(value)
        press(window.page, "Add this value")


def let_letters_wait(window: Visit) -> None:
    """Two that Onward isn't sure about, read by an earlier version, and one of which nothing was kept."""
    for letter in ASKED:
        window.go("/notice/paste/")
        window.page.get_by_label("The letter").fill(UNSURE.format(*letter))
        press(window.page, "Read it")
    with window.house.on_a_computer() as home, closing(connect(home / "onward.sqlite3")) as kept, kept:
        kept.execute("UPDATE records_letter SET read_by = ''")
    window.go("/notice/")
    assert window.page.get_by_text("Onward reads better now").is_visible()
    assert window.page.get_by_text("2 letters to look at").is_visible()
