"""A transcript in a real browser: uploaded, who is who, read, used for a kink and in the replay, and deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.house import NARROW, House, Visit, names, run, visit
from tests.browser.steps import TALK, follow, go_to_interview, heading, press, turn
from tests.browser.walk import troubles

DAY = "2026-11-16T09:00"
LONG = 20_000  # cues
# Words of the example. A page of the file may end within one of them, so there are three.
SAID = (b"somebody hasn't decided yet", b"whether to trust you", b"decided yet whether")


@pytest.fixture
def house(home: Path) -> Iterator[House]:
    """One interview, four days ago."""
    assert run(home, DAY, "add", "Harbor Light", "Therapist", "--on", "2026-10-20").returncode == 0
    assert run(home, DAY, "event", "1", "interview", "--on", "2026-11-12").returncode == 0
    with House(home, DAY) as house:
        yield house


def test_from_a_file_to_a_kink_and_into_the_replay(opened: Browser, house: House) -> None:
    with visit(opened, house) as window:
        page = window.page
        go_to_interview(window, "Harbor Light")
        add(window, TALK)
        press(page, "Keep it as it is")
        heading(page, "Who is who?")
        page.get_by_role("radio", name=re.compile("^Robin Ames")).check()
        press(page, "That’s me")
        heading(page, "What was asked and said")
        place = page.url.partition("?")[0].removeprefix(house.origin)
        main = page.get_by_role("main")
        expect(main).to_contain_text("23 questions with an answer.")
        expect(main).to_contain_text("11 of 22 answers of 12 words or more read as an example")
        expect(page.get_by_role("article")).to_have_count(8)
        one = page.get_by_role("article", name=re.compile("^4. Tell me about a time you had a difficult client."))
        one.locator("summary").first.click()
        expect(one).to_contain_text("1 minute 19 seconds")
        one.get_by_text("What you said").click()
        expect(one.locator("mark.came").last).to_contain_text("He finished all sixteen sessions")
        it_has_nothing_wrong(window)

        turn_delivery(page, "off")
        expect(main).not_to_contain_text("were yours")
        turn_delivery(page, "on")
        expect(main).to_contain_text("of 100 words were yours")

        follow(page, "Later answers")
        page.get_by_role("article").filter(has_text="a suggestion").first.locator("summary").first.click()
        turn(page, page.get_by_role("link", name=re.compile("^Note it as something to work on")).first)
        heading(page, "Note a kink or a strength")
        expect(page.get_by_label("What was seen or said?")).to_have_value(re.compile("^They asked: “.+” I said: “"))
        expect(page.get_by_role("radio", name=re.compile("^Recording"))).to_be_checked()
        press(page, "Note it")
        if page.get_by_role("button", name="Keep it as it is").is_visible():  # a date in the answer, say
            press(page, "Keep it as it is")
        expect(page.get_by_text("one other source says so").first).to_be_visible()

        window.go(place)
        press(page, "Replay the interview with it")
        heading(page, "What was asked?")
        expect(page.get_by_label("Questions")).to_have_value(
            re.compile("Tell me about a time you had a difficult client.")
        )
        it_has_nothing_wrong(window)
        window.assert_quiet()


@pytest.mark.parametrize("javascript", [True, False], ids=["with", "without"])
def test_the_name_is_remembered_and_the_transcript_can_be_deleted(
    opened: Browser, house: House, tmp_path: Path, javascript: bool
) -> None:
    with visit(opened, house, width=NARROW, dark=True, javascript=javascript) as window:
        page = window.page
        go_to_interview(window, "Harbor Light")
        add(window, TALK)
        press(page, "Keep it as it is")
        page.get_by_role("radio", name=re.compile("^Robin Ames")).check()
        press(page, "That’s me")
        shorter = tmp_path / "again.txt"
        assert holds(house)
        shorter.write_text("Dana Ruiz: Why us?\nRobin Ames: Because you supervise every single week.\n", "utf-8")
        go_to_interview(window, "Harbor Light")
        add(window, shorter, again=True)
        heading(page, "What was asked and said")
        expect(page.get_by_role("main")).to_contain_text("You are Robin Ames here.")
        expect(page.get_by_role("main")).to_contain_text("Not known, because this transcript has no times.")
        follow(page, "Delete it")
        press(page, "Delete it for good")
        expect(page.get_by_role("status")).to_contain_text("deleted for good")
        expect(page.get_by_role("link", name="What was asked and said")).to_have_count(1)
        turn(page, page.get_by_role("link", name="What was asked and said"))
        follow(page, "Delete it")
        press(page, "Delete it for good")
        expect(page.get_by_role("status")).to_contain_text("deleted for good")
        assert not holds(house)


def test_two_hours_of_talk_have_a_page_that_is_whole(opened: Browser, house: House, tmp_path: Path) -> None:
    place = tmp_path / "two-hours.vtt"
    place.write_text(talk(LONG), "utf-8")
    with visit(opened, house, width=NARROW) as window:
        go_to_interview(window, "Harbor Light")
        add(window, place)
        window.page.get_by_role("radio", name=re.compile("^Robin")).check()
        press(window.page, "That’s me")
        expect(window.page.get_by_role("article")).to_have_count(8)
        expect(window.page.get_by_role("navigation", name="More answers")).to_contain_text("Page 1 of 13")
        it_has_nothing_wrong(window)
        window.assert_quiet()


def holds(house: House) -> bool:
    """Whether something of what was said stands in what is kept."""
    return any(words in raw for raw in house.read_kept().values() for words in SAID)


def talk(cues: int) -> str:
    """Two hours, with a question after every two hundred cues."""
    lines = ["WEBVTT", ""]
    for n in range(cues):
        at, end = n * 0.36, n * 0.36 + 0.3
        words = "<v Dana>How did that go?" if n % 200 == 0 else "<v Robin>and I called"
        lines += [f"{stamp(at)} --> {stamp(end)}", words, ""]
    return "\n".join(lines)


def stamp(at: float) -> str:
    return f"{int(at) // 3600:02}:{int(at) // 60 % 60:02}:{at % 60:06.3f}"


def add(window: Visit, place: Path, *, again: bool = False) -> None:
    follow(window.page, "Add another transcript" if again else "Add a transcript")
    window.page.get_by_label("The file").set_input_files(place)
    press(window.page, "Add it")


def turn_delivery(page: Page, to: str) -> None:
    page.get_by_text("How far to trust this", exact=True).last.click()
    press(page, f"Turn figures on delivery {to}")
    expect(page.get_by_role("status")).to_be_visible()


def it_has_nothing_wrong(window: Visit) -> None:
    found = troubles(window.page)
    assert not found, names(found)
