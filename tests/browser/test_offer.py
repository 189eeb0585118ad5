"""A crossed line at a written offer whose letter was read: the letter's words, the mark, and the gate that holds it up."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.house import NARROW, House, run, visit
from tests.browser.steps import follow, heading, press, unfold
from tests.rooms.test_offer import make_pdf

LINE = "Weekly clinical supervision, in writing"
LETTER = """Dear Alice,
We offer you the position of Therapist. Your salary will be $62,000 per year.
Your first day is January 11, 2027.
Supervision is available monthly, as needed.
Please sign and return this letter by December 4, 2026.
"""
MOMENT = "2026-11-20T09:00"


@pytest.mark.parametrize("javascript", [True, False], ids=["with", "without"])
def test_a_crossed_line_at_a_written_offer_whose_letter_was_read(
    opened: Browser, home: Path, tmp_path: Path, javascript: bool
) -> None:
    letter = tmp_path / "offer.pdf"
    letter.write_bytes(make_pdf(LETTER))
    for words in (("add", "Harbor Light", "Therapist"), ("event", "1", "written offer")):
        done = run(home, MOMENT, *words)
        assert done.returncode == 0, done.stderr
    with House(home, MOMENT) as house, visit(opened, house, width=NARROW, javascript=javascript) as window:
        page = window.page
        window.go("/values/")
        unfold(page)
        page.get_by_label("A line").fill(LINE)
        press(page, "Set this line")
        window.go("/values/gate/1/?action=accept")
        expect(page.get_by_role("main")).to_contain_text("Not known yet")
        follow(page, "Read their letter")
        heading(page, "The offer letter")
        page.get_by_label("The letter as a file").set_input_files(letter)
        press(page, "Read it")
        card = page.get_by_role("region", name=LINE)
        expect(card).to_contain_text("Supervision is available monthly, as needed.")
        expect(page.get_by_role("main")).to_contain_text("“Your salary will be $62,000 per year.”")
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
        card.get_by_label("Crossed").check()
        press(page, "Keep these and the marks")
        heading(page, "Before you accept")
        expect(page.get_by_role("main")).to_contain_text("This crosses a line you set in November")
        expect(page.get_by_role("button", name="Say yes", exact=True)).to_have_count(0)
        window.go("/jobs/1/")
        expect(page.get_by_role("main")).to_contain_text("4 December")
        window.assert_quiet()
