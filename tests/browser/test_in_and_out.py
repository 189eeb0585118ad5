"""A whole search comes in by hand, is found, sorted and kept as a view, and goes out again: as a list and as a calendar."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.request import urlopen

from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect
from tests.browser.house import House, Visit, leads_on, visit
from tests.browser.steps import follow, heading, press, turn, unfold, wait_until

LINKEDIN = Path(__file__).parents[1] / "trackers" / "cases" / "Basic_LinkedInDataExport_08-20-2026.zip"
OWN = "Wo,Was,Stand,Wann\n" + "".join(f"Haus {n},Koch,1. Runde,2026-10-0{n}\n" for n in range(1, 6))


def test_a_search_comes_in_is_found_and_goes_out_again(opened: Browser, full: House, tmp_path: Path) -> None:
    with visit(opened, full) as window:
        page = window.page
        bring_linkedin(window)
        bring_own_sheet(window, tmp_path)
        find_by_typing(window)
        name = sort_and_keep(window)
        take_out(page, name)
        window.assert_quiet()


def bring_linkedin(window: Visit) -> None:
    """The zip as it was downloaded."""
    page = window.page
    window.go("/jobs/import/")
    page.get_by_label("The file").set_input_files(LINKEDIN)
    press(page, "Show what becomes of it")
    heading(page, "Before anything is added")
    press(page, "Add these")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()


def bring_own_sheet(window: Visit, folder: Path) -> None:
    """A sheet of one's own: which column is who is asked, and so is what an odd word means."""
    page, file = window.page, folder / "meine.csv"
    file.write_text(OWN, encoding="utf-8")
    window.go("/jobs/import/")
    page.get_by_label("The file").set_input_files(file)
    press(page, "Show what becomes of it")
    unfold(page)
    page.get_by_label("What Wo is").select_option("employer")
    page.get_by_label("What Was is").select_option("role")
    press(page, "Read it like that")
    page.get_by_role("radio", name="The day of what the status says").check()
    page.get_by_label("What does “1. Runde” mean?").select_option("interview")
    press(page, "Read it like that")
    press(page, "Add these")
    window.go("/jobs/?q=Haus")
    expect(page.locator("th[scope=row]")).to_have_count(5)


def find_by_typing(window: Visit) -> None:
    """The slash leads to the one box; what is typed is found before anything is sent."""
    page = window.page
    window.go("/jobs/")
    with leads_on(page):
        page.keyboard.press("/")
    expect(page.get_by_label("Words to find")).to_be_focused()
    page.keyboard.type("initial")
    letter = page.locator("#found li", has_text="initialed")
    expect(letter.locator("mark")).to_have_text("initialed")
    assert "q=initial" in page.url
    turn(page, letter.get_by_role("link"))
    expect(page.get_by_role("main")).to_contain_text("initialed it")


def sort_and_keep(window: Visit) -> str:
    """Sorted by employer and kept by a name, by which it comes again."""
    page = window.page
    window.go("/jobs/?show=all")
    turn(page, page.get_by_role("columnheader").get_by_role("link", name="Job"))
    page.get_by_text("Take this list along, or keep it", exact=True).click()
    page.get_by_label("Name of this view").fill("From A to Z")
    press(page, "Keep this view")
    window.go("/jobs/")
    follow(page, "From A to Z")
    expect(page.get_by_role("columnheader").first).to_have_attribute("aria-sort", "ascending")
    return page.locator("th[scope=row] a").first.inner_text()


def take_out(page: Page, first: str) -> None:
    """The view in front of one, as a spreadsheet."""
    page.get_by_text("Take this list along, or keep it", exact=True).click()
    with page.expect_download() as coming:
        page.get_by_role("link", name=re.compile("as a spreadsheet")).click()
    rows = list(csv.DictReader(io.StringIO(Path(coming.value.path()).read_text("utf-8-sig"))))
    employers = [row["employer"] for row in rows]
    assert employers[0] == first
    assert employers == sorted(employers, key=str.lower)
    assert len(rows) > 15


def test_a_calendar_program_asks_for_the_address_by_itself_without_a_cookie(opened: Browser, full: House) -> None:
    with visit(opened, full) as window:
        page = window.page
        window.go("/start/interview/")
        page.get_by_label("Who?").fill("Harbor Light")
        page.get_by_label("On which day?").fill("2026-11-20")
        press(page, "Keep it")
        window.go("/data/")
        unfold(page)
        follow(page, "Calendar")
        press(page, "Make an address")
        address = page.get_by_label("Its secret address").input_value()
        with urlopen(address) as answer:
            titles = [str(event["SUMMARY"]) for event in Calendar.from_ical(answer.read()).walk("VEVENT")]
        assert "Interview: Harbor Light" in titles
        assert address.startswith(full.origin)
        window.assert_quiet()


SHOWN = """
window.shown = [];
window.Notification = class { constructor(title, told) { window.shown.push(told.body); } };
Notification.permission = "granted"; Notification.requestPermission = async () => "granted";
"""


def test_the_system_is_asked_to_remind_only_once_that_is_turned_on(opened: Browser, full: House) -> None:
    with visit(opened, full) as window:
        page = window.page
        page.add_init_script(SHOWN)
        window.reload()
        window.go("/start/interview/")
        page.get_by_label("Or who?").fill("Harbor Reminder")
        page.get_by_label("On which day?").fill("2026-11-17")
        page.get_by_label("At what time?").fill("10:00")
        page.get_by_role("button", name="Keep it").click()
        window.go("/data/feed/")
        assert page.evaluate("window.shown") == []
        page.get_by_role("button", name="Remind me here").click()
        expect(page.get_by_text("It is on.", exact=True)).to_be_visible()
        reminder = "Tomorrow at 10:00: Interview: Harbor Reminder"
        wait_until(lambda: any(one.startswith(reminder) for one in page.evaluate("window.shown")))
        page.evaluate("window.shown = []")
        window.go("/jobs/")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.shown") == []  # each is shown once
        window.go("/data/feed/")
        page.get_by_role("button", name="Stop reminding me here").click()
        expect(page.get_by_text("It is off.", exact=True)).to_be_visible()
