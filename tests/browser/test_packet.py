"""A packet is made without JavaScript, opened in another browser profile, commented there, and taken back in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.house import AFTER_THE_EXAMPLE, NARROW, PATIENCE, WIDE, House, Visit, run, visit
from tests.browser.steps import follow, heading, press, turn
from tests.browser.walk import troubles
from tests.core.packet.test_coach import files

from onward.packet.read import read_packet

WORK = "I claimed, and told no story"


def a_search(home: Path) -> House:
    """A house whose search has one job."""
    assert run(home, AFTER_THE_EXAMPLE, "add", "Harbor Light", "Therapist", "--on", "2026-11-02").returncode == 0
    return House(home, AFTER_THE_EXAMPLE)


def elsewhere(opened: Browser, asked: list[str], **more: object) -> BrowserContext:
    """Somebody else's browser: it knows nothing of Onward, and every address it asks for is noted."""
    context = opened.new_context(reduced_motion="reduce", **more)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    context.on("request", lambda request: asked.append(request.url))
    return context


def make(window: Visit, folder: Path, *, look: bool) -> Path:
    """A kink, a card for Dana, and a packet of two things for her; where the file was saved."""
    page = window.page
    window.go("/kinks/add/")
    page.get_by_label("What was seen or said?").fill(WORK)
    page.get_by_role("group", name="How do you know?").get_by_label("Just a feeling").check()
    page.get_by_role("group", name="Which is it?").get_by_role("radio").first.check()
    turn(page, page.locator("main form button").first)
    window.go("/helpers/")
    follow(page, "Add a card")
    page.get_by_label("Name").fill("Dana")
    page.get_by_role("group", name="Who are they?").get_by_label("A coach").check()
    page.get_by_label("How to reach them").fill("dana@example.org")
    for words in ("What I work on", "How it went with a job", "Pictures"):
        page.get_by_role("group", name="What they may see").get_by_label(words).check()
    assert not look or troubles(page) == []
    press(page, "Keep it")
    heading(page, "Dana")
    assert not look or troubles(page) == []
    follow(page, "Choose what goes in")
    heading(page, "A packet for Dana")
    assert page.locator("main input:checked").count() == 0
    while (shut := page.locator("main details:not([open]) > summary")).count():
        shut.first.click()
    assert not look or troubles(page) == []
    page.get_by_label(WORK).check()
    page.get_by_label("How far did each job come?").check()
    page.get_by_label("What you’d like from them").fill("Where do I lose them?")
    page.get_by_label("Your name").fill("Robin")
    press(page, "Read it as it will be")
    heading(page, "Read it once")
    assert not look or troubles(page) == []
    press(page, "I’ve read it, make it")
    expect(page.get_by_text("Made a packet with 2 items for Dana.")).to_be_visible()
    assert not look or troubles(page) == []
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the file").click()
    place = folder / saved.value.suggested_filename
    saved.value.save_as(place)
    return place


def comment(page: Page, folder: Path) -> Path:
    """Dana writes on two things and saves it."""
    expect(page.get_by_text("Where do I lose them?")).to_be_visible()
    page.get_by_label("Your comment on 1").fill("You do tell one; you stop before its end.")
    page.get_by_label("On all of it").fill("You come across as warm.")
    page.get_by_label("Your name").fill("Dana")
    page.get_by_role("button", name="Show them as words for a mail").click()
    expect(page.get_by_label("For the mail")).to_have_value(
        re.compile("^Comments on packet [A-Z2-9]{8}\nFrom: Dana\n\n.1: ")
    )
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save my comments as a file").click()
    place = folder / saved.value.suggested_filename
    saved.value.save_as(place)
    return place


@pytest.mark.parametrize("javascript", [True, False])  # without it axe can't look, and all else goes as well
def test_a_packet_goes_out_and_its_comments_come_back(opened: Browser, tmp_path: Path, javascript: bool) -> None:
    asked: list[str] = []
    with a_search(tmp_path / "home") as house, visit(opened, house, javascript=javascript) as window:
        packet = make(window, tmp_path, look=javascript)
        assert not read_packet(packet.read_bytes()).changed
        context = elsewhere(opened, asked, viewport={"width": WIDE, "height": 900})
        there = context.new_page()
        there.goto(packet.as_uri())
        assert troubles(there) == []
        back = comment(there, tmp_path)
        assert troubles(there) == []
        context.close()
        assert {url.partition(":")[0] for url in asked} <= {"file", "blob", "data"}
        window.go("/helpers/comments/")
        window.page.get_by_label("The file that came back").set_input_files(back)
        press(window.page, "Take them in")
        heading(window.page, "From Dana")
        expect(window.page.get_by_text("There are 2 to go through.")).to_be_visible()
        assert not javascript or troubles(window.page) == []
        window.page.get_by_label(f"It is about “{WORK}”").check()
        press(window.page, "Yes, so")
        window.page.get_by_label("Kind words, for a bad day").check()
        press(window.page, "Yes, so")
        heading(window.page, "Somebody who helps")
        assert not javascript or troubles(window.page) == []
        window.go("/kinks/")
        window.page.get_by_role("main").get_by_role("link", name=WORK).first.click()
        expect(window.page.get_by_role("main")).to_contain_text("you stop before its end")
        expect(window.page.get_by_role("main")).to_contain_text("Dana")
        window.assert_quiet()


@pytest.mark.parametrize("dark", [False, True])
def test_the_packet_can_be_read_without_a_script_and_on_a_phone(opened: Browser, tmp_path: Path, dark: bool) -> None:
    (name, raw), *_ = files(1)
    (tmp_path / name).write_bytes(raw)
    asked: list[str] = []
    size = {"width": NARROW, "height": 800}
    scheme = "dark" if dark else "light"
    context = elsewhere(opened, asked, viewport=size, java_script_enabled=False, color_scheme=scheme)
    page = context.new_page()
    page.goto((tmp_path / name).as_uri())
    expect(page.get_by_text("Twice.")).to_be_visible()
    expect(page.get_by_text("Write a mail. Begin with")).to_be_visible()
    expect(page.locator("textarea:visible")).to_have_count(0)
    assert asked == [(tmp_path / name).as_uri()]
    context.close()


def test_what_is_stale_says_so_when_it_is_opened(opened: Browser, tmp_path: Path) -> None:
    from tests.core.packet.packets import make_packet

    from onward.packet.page import write_packet

    for stale_on, seen in ((date(2020, 1, 1), True), (date(2199, 1, 1), False)):
        place = tmp_path / f"{stale_on.year}.html"
        place.write_text(write_packet(make_packet(stale_on=stale_on)), "utf-8")
        context = elsewhere(opened, [])
        page = context.new_page()
        page.goto(place.as_uri())
        expect(page.get_by_text("That day is over.")).to_be_visible(visible=seen)
        context.close()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_coach_sees_thirty_on_one_page(opened: Browser, tmp_path: Path, width: int) -> None:
    for name, raw in files(30):
        (tmp_path / name).write_bytes(raw)
    assert run(tmp_path / "home", "2026-12-20T09:00", "coach", str(tmp_path)).returncode == 0
    asked: list[str] = []
    context = elsewhere(opened, asked, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto((tmp_path / "onward-coach.html").as_uri())
    expect(page.get_by_role("row")).to_have_count(31 if width == WIDE else 30)
    expect(page.get_by_text("stale: ask for a new one")).to_have_count(10)
    assert [one for one in troubles(page) if "px long" not in one] == []  # thirty people are long on a phone
    page.get_by_role("link", name="Person 7", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("From Person 7 for Dana")
    assert {url.partition(":")[0] for url in asked} == {"file"}
    context.close()
