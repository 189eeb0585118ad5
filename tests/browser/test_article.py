"""The article's own case, played on a phone with touch, and without JavaScript: a no in the evening, and where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.house import NARROW, House, Visit, leads_on, visit
from tests.browser.steps import heading

EVENING, MORNING = "2026-03-02T21:00", "2026-03-03T09:00"
ANSWERED, AGAIN = "2026-03-05T18:30", "2026-03-08T19:00"
BEFORE, AFTER = "2026-03-11T18:00", "2026-03-12T16:00"
OFFERED, NEXT_DAY = "2026-03-16T12:00", "2026-03-17T13:00"
THEY, OTHERS = "Riverbend Counseling Center", "Harbor Family Services"
ADDRESS = "priya@riverbend.example"
LINE = "weekly clinical supervision, in writing"
NO = f"""Dear Robin,

Thank you for meeting with Priya and the team last Thursday. It was a pleasure to hear about your work with families.
Unfortunately we have decided to move forward with another candidate for the Lead Outpatient Therapist position.

We wish you the best in your search.

Priya Nair
Clinical Director
{THEY}"""
PRAISE = "Your warmth with families came through to everyone in the room."
POINT = "When we asked about risk, we would have liked to hear one real situation, step by step."
REPLY = f"From: Priya Nair <{ADDRESS}>\nDate: Thu, 5 Mar 2026 15:00:00 +0000\nSubject: Re: Thank you\n\nHi Robin,\n\n{PRAISE} {POINT}\n\nPriya\n"


@dataclass(slots=True)
class Hand:
    """A finger on a phone's page, and how often it has tapped since it was last asked."""

    page: Page
    taps: int = 0

    def open(self, what: Locator) -> None:
        """Tap what leads to another page, and wait until that page is there."""
        self.taps += 1
        with leads_on(self.page):
            what.tap()

    def tap(self, what: Locator) -> None:
        """Tap what stays on this page."""
        self.taps += 1
        what.tap()

    def press(self, name: str | re.Pattern[str]) -> None:
        """Tap the one button of this name, which sends a form."""
        self.open(self.page.get_by_role("main").get_by_role("button", name=name, exact=True))

    def follow(self, name: str | re.Pattern[str]) -> None:
        """Tap the first link of this name."""
        self.open(self.page.get_by_role("main").get_by_role("link", name=name).first)

    @contextmanager
    def at_most(self, taps: int) -> Iterator[None]:
        """What happens within takes no more taps than that."""
        before = self.taps
        yield
        assert self.taps - before <= taps, f"{self.taps - before} taps, and {taps} are promised"


def later(window: Visit, moment: str) -> None:
    """Time goes by; the phone was put down meanwhile."""
    window.page.goto("about:blank")
    window.house.open(moment)
    window.go("/")


@pytest.mark.parametrize(
    "javascript",
    [pytest.param(True, id="touch"), pytest.param(False, id="without-javascript", marks=pytest.mark.long)],
)
def test_a_no_in_the_evening_leads_to_the_next_interview_and_on(
    opened: Browser, tmp_path: Path, javascript: bool
) -> None:
    with (
        House(tmp_path / "home", EVENING) as house,
        visit(opened, house, width=NARROW, height=844, javascript=javascript, touch=True) as window,
    ):
        hand = Hand(window.page)
        the_evening(window, hand)
        the_next_morning(window, hand)
        their_answer(window, hand)
        two_evenings_of_practice(window, hand)
        the_next_interview(window, hand)
        a_crossed_line(window, hand)
        the_ending(window, hand)
        window.assert_quiet()


def the_evening(window: Visit, hand: Hand) -> None:
    """The bare paste at nine is met with one sentence, and nothing of it is an analysis."""
    page = window.page
    window.go("/")
    hand.follow("I just got a no")
    page.get_by_label("What they wrote, or who it was").fill(NO)
    with hand.at_most(2):
        hand.press("Note it")
    heading(page, "That stings. Nothing to solve tonight.")
    expect(page.get_by_role("main")).to_contain_text(THEY)
    assert page.locator("mark").count() == 0
    hand.press(re.compile("enough for today"))
    heading(page, re.compile("enough for today"))


def the_next_morning(window: Visit, hand: Hand) -> None:
    """The ask is a tap away and so is the replay; one line is drawn while nothing presses."""
    page = window.page
    later(window, MORNING)
    with hand.at_most(1):
        hand.follow("Write the ask")
        heading(page, "Ask for advice")
    draft = page.get_by_label("Message").input_value()
    assert draft.count("?") == 1
    assert len(draft.split()) <= 90
    page.get_by_label("Their mail address").fill(ADDRESS)
    hand.press("Check it")
    hand.press("I sent it")
    window.go("/")
    with hand.at_most(1):
        hand.press("Replay it")
        heading(page, "What was asked?")
    replay(hand)
    heading(page, "What became of it")
    expect(page.get_by_role("main")).to_contain_text("I asked how the first month would go")
    expect(page.get_by_role("main")).to_contain_text("If they ask how I handle risk, then one case")
    expect(page.get_by_role("main")).to_contain_text("4 March")
    hand.follow("That’s enough")
    heading(page, "Today")
    window.go("/values/")
    page.get_by_label("A line").fill(LINE)
    hand.press("Set this line")


def replay(hand: Hand) -> None:
    """One screen each, to the end."""
    page = hand.page
    page.get_by_label("Questions").fill("How do you handle risk?")
    hand.press("Go on")
    page.get_by_label("What I said").fill("I talked in general about safety plans.")
    hand.press("Go on")
    page.get_by_label("What worked").fill("I asked how the first month would go.")
    hand.tap(page.get_by_role("group", name="How do I know?").get_by_label("visible reaction"))
    hand.press("Go on")
    page.get_by_label("One thing I’d change").fill("The risk question: I talked in general.")
    page.get_by_label("What sort of thing is it?").first.select_option("risk")
    hand.press("Go on")
    hand.tap(page.get_by_role("group", name=re.compile("risk question")).get_by_label("Just a feeling"))
    hand.press("Go on")
    page.get_by_label("If they ask, or if I notice").fill("they ask how I handle risk")
    page.get_by_label("then I will open with").fill("one case, and whom I called")
    hand.press("Go on")
    hand.tap(page.get_by_role("group", name="I could say what I really think").get_by_label("4"))
    hand.tap(page.get_by_role("group", name="I could be this person on a bad Tuesday").get_by_label("3"))
    hand.press("Go on")
    hand.press("Done")


def their_answer(window: Visit, hand: Hand) -> None:
    """Pasted, it finds its ask; praise and a point each go where they help."""
    page = window.page
    later(window, ANSWERED)
    window.go("/notice/paste/")
    page.get_by_label("The letter").fill(REPLY)
    with hand.at_most(4):
        hand.press("Read it")
        hand.tap(page.get_by_role("group", name=PRAISE).get_by_text("praise"))
        hand.tap(page.get_by_role("group", name=POINT).get_by_text("to work on"))
        hand.press("Keep it so")
    heading(page, "What became of it")
    expect(page.get_by_role("main")).to_contain_text(PRAISE)


def two_evenings_of_practice(window: Visit, hand: Hand) -> None:
    """An answer first, then its points; and it comes again."""
    page = window.page
    for evening in (ANSWERED, AGAIN):
        if window.house.moment != evening:
            later(window, evening)
        window.go("/practice/")
        hand.follow("Begin")
        page.get_by_role("main").get_by_role("textbox").first.fill(
            "I saw it, called my supervisor, and we made a plan."
        )
        hand.press("I’ve answered")
        for point in page.get_by_role("group", name="It had").get_by_role("checkbox").all()[:2]:
            hand.tap(point)
        hand.press("Done")


def the_next_interview(window: Visit, hand: Hand) -> None:
    """What was learned stands on one printed page; and after it, how it went."""
    page = window.page
    later(window, BEFORE)
    window.go("/start/interview/")
    page.get_by_label(re.compile("^(Or w|W)ho\\?")).fill(OTHERS)
    page.get_by_label("On which day?").fill("2026-03-12")
    page.get_by_label("With whom?").fill("Jen")
    hand.press("Keep it")
    heading(page, "Before you walk in")
    page.emulate_media(media="print")
    expect(page.get_by_text("If they ask how I handle risk")).to_be_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.emulate_media(media="screen")
    later(window, AFTER)
    hand.follow("Keep the interview")
    hand.tap(page.get_by_role("radio", name=re.compile(r"^Probably \(70\)")))
    hand.press("Keep it")
    expect(page.get_by_role("main")).to_contain_text("70 in 100")


def a_crossed_line(window: Visit, hand: Hand) -> None:
    """The offer is welcomed; before the yes the line is held up, asked about, and thought over for a day."""
    page = window.page
    later(window, OFFERED)
    say(window, hand, "They made an offer")
    heading(page, re.compile("good news"))
    page.get_by_label("What is offered?").fill("Four days, no supervision in the contract.")
    hand.press("Keep it")
    say(window, hand, "I said yes")
    hand.press("Note it")
    heading(page, "Before you accept")
    hand.press("I asked them")
    hand.follow("Mark what they said")
    hand.tap(page.get_by_role("group", name=LINE).get_by_label("Crossed"))
    hand.tap(page.get_by_role("group", name="How do you know?").first.get_by_label("Told"))
    hand.press("Keep the marks")
    expect(page.get_by_role("main")).to_contain_text("This crosses a line you set in March")
    page.get_by_label("My reason").fill("I can pay for supervision myself.")
    hand.press("Keep my reason and wait a day")
    expect(page.get_by_role("main")).to_contain_text("17 March at 12:00")
    later(window, NEXT_DAY)
    say(window, hand, "I said yes")
    hand.press("Note it")
    hand.press("Say yes")


def the_ending(window: Visit, hand: Hand) -> None:
    """Signed: what it taught, what clearing waits for, and then nothing asks for anything."""
    page = window.page
    say(window, hand, "I signed")
    hand.press("Note it")
    hand.tap(page.get_by_text("I can’t ask, or they won’t say"))
    page.get_by_label("My reason").fill("As before.")
    hand.press("Keep my reason and wait a day")
    hand.press("End the wait: sign")
    heading(page, re.compile("^You signed"))
    main = page.get_by_role("main")
    for said in ("Don’t resign until it is cleared", "the background check", "I asked how the first month would go"):
        expect(main).to_contain_text(said)
    window.go("/")
    for gone in ("Practice", "Replay it", "Set your points", "Set your lines"):
        assert main.get_by_role("link", name=gone, exact=True).count() == 0, gone


def say(window: Visit, hand: Hand, sentence: str) -> None:
    """From the second job’s story to the page that takes in what happened there."""
    window.go("/jobs/")
    hand.follow(OTHERS)
    hand.tap(window.page.locator("#say summary").first)
    hand.open(window.page.locator("#say .chips").get_by_role("link", name=sentence, exact=True))
