"""An answer is recorded in a real browser with a made-up microphone, heard, graded, found again and deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.house import NARROW, WIDE, House, chromium, visit
from tests.browser.steps import follow, heading, own_card, press, tap, wait_until
from tests.browser.walk import troubles

EVENING = "2026-06-10T19:00"
MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
QUESTION = "Tell me about a change you disagreed with."
REFUSED = "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));"


@pytest.fixture(scope="module")
def hearing() -> Iterator[Browser]:
    """A Chromium whose microphone beeps."""
    with chromium(*MICROPHONE) as found:
        yield found


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path / "home", EVENING) as opened:
        yield opened


def files(house: House) -> list[bytes]:
    return [raw for path, raw in house.read_kept().items() if path.startswith("recordings/")]


def record(page: Page, seconds: int = 1) -> None:
    """Record until the page itself has counted so many seconds."""
    tap(page, "Record it")
    expect(page.get_by_role("button", name=re.compile(rf"^Stop \(0:0[{seconds}-9]\)"))).to_be_visible()


def plays(player: Locator) -> float:
    """Play it until its time has moved on; how long it says it is, in seconds."""
    expect(player).to_be_visible()
    wait_until(lambda: bool(player.evaluate("a => a.readyState > 0")))
    player.evaluate("a => { a.muted = true; return a.play(); }")
    wait_until(lambda: bool(player.evaluate("a => a.currentTime > 0.3 && Number.isFinite(a.duration)")))
    player.evaluate("a => a.pause()")
    return float(player.evaluate("a => a.duration"))


def seeks(player: Locator, to: float) -> None:
    """Ask the player to go somewhere; it gets there."""
    player.evaluate("(a, to) => { a.currentTime = to; }", to)
    wait_until(lambda: bool(player.evaluate("(a, to) => !a.seeking && Math.abs(a.currentTime - to) < 0.3", to)))


def test_an_answer_is_recorded_heard_graded_found_and_deleted(hearing: Browser, house: House) -> None:
    with visit(hearing, house) as window:
        page = window.page
        own_card(window, QUESTION)
        follow(page, "Begin")
        heading(page, QUESTION)
        record(page, seconds=2)
        tap(page, re.compile("Stop"))
        expect(page.get_by_role("status").filter(has_text="Recorded, 0:0")).to_be_visible()
        assert plays(page.get_by_label("What was just recorded")) > 1
        assert files(house) == []  # nothing is kept before the person goes on
        press(page, "I’ve answered")

        expect(page.get_by_role("group", name="It had")).to_be_visible()
        kept = page.get_by_label(re.compile("Recording of"))
        assert plays(kept) > 1
        seeks(kept, 1.0)
        (file,) = files(house)
        assert len(file) > 1000
        page.get_by_label("what I thought").check()
        page.get_by_label("what I did").check()
        press(page, "Done")
        expect(page.get_by_text("Partly there. It comes again")).to_be_visible()

        follow(page, "All cards")
        follow(page, QUESTION)
        window.reload()
        assert plays(page.get_by_label(re.compile("Recording of"))) > 1
        expect(page.get_by_role("main")).to_contain_text(re.compile(r"10 June.*0:0[2-9]"))
        follow(page, "Delete it for good")
        heading(page, "Delete the recording?")
        press(page, "Delete it for good")
        expect(page.get_by_text("The recording and its file are deleted.")).to_be_visible()
        expect(page.get_by_label(re.compile("Recording of"))).to_have_count(0)
        assert files(house) == []
        window.assert_quiet()


def test_what_was_recorded_can_be_thrown_away_and_going_on_stops_it_first(hearing: Browser, house: House) -> None:
    with visit(hearing, house) as window:
        page = window.page
        own_card(window, QUESTION)
        follow(page, "Begin")
        record(page)
        tap(page, re.compile("Stop"))
        tap(page, "Throw it away")
        expect(page.get_by_text("nothing was kept")).to_be_visible()
        record(page, 3)  # a busy machine’s microphone gives nothing in the first second
        page.get_by_label("Your answer").fill("And in writing")
        press(page, "I’ve answered")  # while it still records
        expect(page.get_by_role("group", name="It had")).to_be_visible()
        expect(page.get_by_role("blockquote")).to_have_text("And in writing")
        expect(page.get_by_label(re.compile("Recording of"))).to_have_count(1)
        assert len(files(house)) == 1
        window.assert_quiet()


def test_without_a_microphone_it_says_so_and_the_card_works(hearing: Browser, house: House) -> None:
    with visit(hearing, house) as window:
        page = window.page
        page.add_init_script(REFUSED)
        window.reload()
        own_card(window, QUESTION)
        follow(page, "Begin")
        tap(page, "Record it")
        expect(page.get_by_text("The microphone can’t be used.")).to_be_visible()
        press(page, "I’ve answered")
        press(page, "Done")
        expect(page.get_by_text("Not yet. It comes again")).to_be_visible()


def test_without_javascript_the_card_works_and_no_record_button_is_shown(hearing: Browser, house: House) -> None:
    with visit(hearing, house, javascript=False) as window:
        page = window.page
        own_card(window, QUESTION)
        follow(page, "Begin")
        expect(page.get_by_role("button", name="Record it")).to_have_count(0)
        page.get_by_label("Your answer").fill("In writing")
        press(page, "I’ve answered")
        page.get_by_label("an end").check()
        press(page, "Done")
        expect(page.get_by_text("Not yet. It comes again")).to_be_visible()


@pytest.mark.parametrize(("width", "dark"), [(WIDE, False), (NARROW, True)])
def test_nothing_is_wrong_with_a_page_that_holds_a_recording(
    hearing: Browser, house: House, width: int, dark: bool
) -> None:
    with visit(hearing, house, width=width, dark=dark) as window:
        page = window.page
        own_card(window, QUESTION)
        follow(page, "Begin")
        record(page)
        assert troubles(page) == []
        tap(page, re.compile("Stop"))
        expect(page.get_by_label("What was just recorded")).to_be_visible()
        assert troubles(page) == []
        press(page, "I’ve answered")
        for place in (page.url, "/practice/cards/1/", "/practice/recordings/", "/practice/recordings/1/delete/"):
            status = 200 if place == page.url else window.go(place)
            assert troubles(page, status=status) == [], place
