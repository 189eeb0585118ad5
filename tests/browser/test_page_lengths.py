"""A page on a phone is short: what few need is folded. Help and the story of one job may be as long as they are.

Every page that links lead to is held to the same in `walk.troubles`; here are the addresses that need more than a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page
from tests.browser.house import AFTER_THE_EXAMPLE, NARROW, House, Visit, names, run, visit
from tests.browser.steps import press, turn, unfold
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


OFFER = """Dear Robin,

We offer you the position of Lead Outpatient Therapist. Your salary will be $62,000 per year, paid every two weeks.
Your first day is January 11, 2027. You will have 20 days of paid vacation and health insurance from the first day.
Supervision is available monthly, as needed. Your caseload is 30 clients a week. Notes are written in your own time.
This offer depends on a background check. You may not work for another clinic for 12 months after you leave.
Please sign and return this letter by December 4, 2026.
"""
WORDS = "I claimed that I plan well and gave no example, and when they asked again I told the same in other words."


def test_no_screen_of_a_replay_is_long_when_all_of_it_is_filled(opened: Browser, home: Path) -> None:
    """One question a screen, with two changes, somebody's word behind each, and a plan for each."""
    for number, (employer, met) in enumerate((("Fen Street Clinic", True), ("Alder House", False)), 1):
        run(home, AFTER_THE_EXAMPLE, "add", employer, "Lead Outpatient Therapist", "--on", "2026-10-05")
        if met:
            run(home, AFTER_THE_EXAMPLE, "event", str(number), "interview", "--on", "2026-10-12")
        run(home, AFTER_THE_EXAMPLE, "event", str(number), "rejected", "--on", "2026-10-19")
    with House(home, AFTER_THE_EXAMPLE) as house, visit(opened, house, width=NARROW) as window:
        begin_replay(window, re.compile("^Start with Fen Street Clinic"))
        assert_short(window, "asked said worked change know plan myself done became")
        begin_replay(window, re.compile("^Replay it ?: Alder House"))
        assert_short(window, "sent door worked change know plan done became")


def begin_replay(window: Visit, *buttons: re.Pattern[str]) -> None:
    window.go("/debrief/")
    unfold(window.page)
    for button in buttons:
        turn(window.page, window.page.get_by_role("button", name=button).first)


def assert_short(window: Visit, screens: str) -> None:
    """It has these screens, and none of them is long, neither empty nor filled."""
    found = list(replay(window))
    assert [key for key, *_ in found] == screens.split()
    assert not [screen for screen in found if max(screen[1:]) > LONGEST]


def replay(window: Visit) -> Iterator[tuple[str, int, int]]:
    """Each screen of a replay that was begun, filled as far as it goes: how long it was empty, and is filled."""
    page = window.page
    while (key := urlsplit(page.url).path.split("/")[-2]) != "done":
        here, empty = urlsplit(page.url).path, tall(page)
        fill(page)
        go_on(page, here)
        there = urlsplit(page.url).path
        window.go(here)
        yield key, empty, tall(page)
        window.go(there)
    yield key, tall(page), 0
    press(page, "Done")
    yield "became", tall(page), 0


def fill(page: Page) -> None:
    """The first choice of each, every box that can be seen, and what is folded too."""
    unfold(page)
    form = page.locator("main form").first
    for name in form.locator("input[type=radio]").evaluate_all("all => [...new Set(all.map(one => one.name))]"):
        form.locator(f"input[name='{name}']").first.check()
    for choice in form.locator("select").all():
        choice.select_option(index=2)
    for number, box in enumerate(form.locator("textarea, input[type=text]").all()):
        if box.is_visible():
            box.fill(f"{number}. {WORDS}")


def go_on(page: Page, here: str) -> None:
    """What wants a look is looked at once."""
    for _ in range(2):
        if urlsplit(page.url).path == here:
            turn(page, page.get_by_role("button", name=re.compile("^(Go on|Keep it and go on)$")))
    assert urlsplit(page.url).path != here, page.locator("main").inner_text()


def tall(page: Page) -> int:
    height: int = page.evaluate("document.documentElement.scrollHeight")
    return height


def test_neither_is_an_offer_with_three_lines_and_ten_values(opened: Browser, home: Path) -> None:
    run(home, AFTER_THE_EXAMPLE, "add", "Fen Street Clinic", "Lead Outpatient Therapist", "--on", "2026-10-05")
    run(home, AFTER_THE_EXAMPLE, "event", "1", "written offer", "--on", "2026-11-13")
    with House(home, AFTER_THE_EXAMPLE) as house, visit(opened, house, width=NARROW) as window:
        page = window.page
        fill_values(window)
        found = []
        for at in ("gate/1/?action=accept", "job/1/?gate=accept", "job/1/", "job/1/?before=1", "job/1/letter/"):
            window.go(f"/values/{at}")
            found += [f"{at} is {height} px" for height in [tall(page)] if height > LONGEST]
        page.get_by_label("Or paste it").fill(OFFER)
        press(page, "Read it")
        found += [f"the letter, read, is {height} px" for height in [tall(page)] if height > LONGEST]
        press(page, re.compile("^Keep these"))
        window.go("/values/gate/1/?action=accept")
        press(page, "I asked them")
        page.get_by_label("My reason").fill(WORDS)
        found += [f"the gate, asked, is {height} px" for height in [tall(page)] if height > LONGEST]
        press(page, re.compile("^Keep my reason"))
        found += [f"the gate, waiting, is {height} px" for height in [tall(page)] if height > LONGEST]
        window.go("/start/offer/")
        found += [f"the welcome is {height} px" for height in [tall(page)] if height > LONGEST]
    assert not found, names(found)


def test_neither_are_the_fifteen_minutes_on_what_matters(opened: Browser, home: Path) -> None:
    with House(home, AFTER_THE_EXAMPLE) as house, visit(opened, house, width=NARROW) as window:
        page = window.page
        for _ in range(2):
            window.go("/values/what-matters/")
            assert tall(page) <= LONGEST
            unfold(page)
            page.get_by_label("learning").check()
            page.get_by_label("Write").fill(f"{WORDS} {WORDS}")
            press(page, "Keep it")
            assert tall(page) <= LONGEST
