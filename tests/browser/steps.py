"""What somebody does in Onward, step by step, with the names that are on the page."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect
from tests.browser.house import EXAMPLE, IS_BUILT, Visit, leads_on

from onward.facts import say_happened

TALK = EXAMPLE.with_name("transcript.vtt")
THE_DAY = "2026-11-16T18:30"
NEXT_MORNING = "2026-11-17T09:00"
NEXT_EVENING = "2026-11-18T19:00"  # what a replay adds to practice is there the day after
WEEK_AFTER = "2026-11-24T10:00"
DAY_AFTER_THAT = "2026-11-25T12:00"
THE_FIRST_CALL = "Fairwater Community Clinic"
LINE = "weekly clinical supervision, in writing"
THEY = "Quillstone Records"
LONG_AGO = "Tidewell Counseling"
THE_OTHER, THEIR_ROLE = "Ninefold Behavioral Health", "Intake Therapist"


def live(window: Visit) -> None:
    """Everything up to the wait before saying yes."""
    notice(window)
    recover(window)
    later(window, NEXT_MORNING)
    come_back(window)
    ask(window)
    debrief(window)
    add_a_transcript(window)
    hope(window)
    draw_a_line(window)
    later(window, WEEK_AFTER)
    an_offer(window)
    stopped_at_the_line(window)
    rehearse(window)


def later(window: Visit, moment: str) -> None:
    """Onward is closed, time goes by, and it is opened again with the same cookie."""
    window.house.open(moment)
    window.go("/")


def heading(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def turn(page: Page, to: Locator) -> None:
    """Click what leads to another page, and wait until that page is there: a click alone waits for nothing."""
    with leads_on(page):
        to.click()


def wait_until(holds: Callable[[], bool]) -> None:
    """Ask again and again from outside: what a page asks itself by its own script, Onward's policy of contents refuses."""
    for _ in range(300):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("it never came")


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Press the one button of this name, which sends a form."""
    turn(page, page.get_by_role("button", name=name, exact=True))


def tap(page: Page, name: str | re.Pattern[str]) -> None:
    """Press the one button of this name, which changes the page that is open."""
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    turn(page, page.get_by_role("main").get_by_role("link", name=name).first)


def unfold(page: Page) -> None:
    """Open everything that is folded on the page."""
    page.evaluate("() => document.querySelectorAll('main details').forEach(one => { one.open = true; })")


def rail(page: Page, name: str) -> None:
    """To another room; one that has nothing in it yet is behind “All rooms”."""
    side = page.get_by_role("navigation", name="Onward")
    way = side.get_by_role("link", name=name, exact=True)
    if not way.count():
        side.get_by_text("All rooms", exact=True).click()
    turn(page, way)


def notice(window: Visit, *, by_upload: bool = IS_BUILT) -> None:
    """From an empty start, the example's mail is read and says what is alive."""
    page = window.page
    window.go("/")
    heading(page, "What happened?")
    follow(page, "Bring your mail")
    if by_upload:
        page.get_by_label("Files").set_input_files(EXAMPLE)
    else:
        page.get_by_label("Or where it is on this computer").fill(str(EXAMPLE))
    press(page, "Read it")
    heading(page, "What is alive")
    expect(page.get_by_role("link", name=f"{THE_OTHER}, {THEIR_ROLE}")).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text(LONG_AGO)  # an old no isn't counted out loud


def recover(window: Visit) -> None:
    """The no is opened; acknowledgement comes first, somebody is named, and the rest of the day is quiet."""
    page = window.page
    rail(page, "Today")
    expect(page.get_by_text(f"There is news from {THEY}.")).to_be_visible()
    follow(page, "Open it")
    heading(page, "That stings. Nothing to solve tonight.")
    expect(page.get_by_text("Is there somebody you’d like to be with?")).to_be_visible()
    page.get_by_text("Add one here", exact=True).click()
    page.get_by_label("Name").fill("Sam")
    page.get_by_label("How to reach them").fill("two doors down")
    press(page, "Add them")
    heading(page, "That stings. Nothing to solve tonight.")
    press(page, "I reached out: Sam")
    turn(page, page.get_by_role("button", name=re.compile("enough for today")))
    heading(page, re.compile("enough for today"))
    rail(page, "Debrief")
    expect(page.get_by_text("Not today. It is still fresh tomorrow, and you will be too.")).to_be_visible()
    expect(page.get_by_role("button", name="Replay")).to_have_count(0)


def come_back(window: Visit) -> None:
    """The next morning the person goes on."""
    page = window.page
    window.go("/recover/")
    press(page, "I’m back")
    heading(page, "Today")
    assert 1 <= page.get_by_role("main").locator(".card h2").count() <= 3


def ask(window: Visit) -> None:
    """One ask, drafted within its bounds and checked; sending is the person's own act, and it is offered once."""
    page = window.page
    rail(page, "Ask")
    turn(page, page.get_by_role("link", name=f"Draft it: {THEY}"))
    heading(page, "Ask for advice")
    expect(page.get_by_role("main")).to_contain_text("It isn’t a verdict.")
    draft = page.get_by_label("Message").input_value()
    assert len(draft.split()) <= 90
    assert draft.count("?") == 1
    page.get_by_label("Message").fill(f"{draft}\n\nCould you reconsider?")
    press(page, "Check it")
    expect(page.get_by_role("heading", name="Before it goes")).to_be_visible()
    page.get_by_label("Message").fill(draft)
    press(page, "Check it")
    expect(page.get_by_role("heading", name="Fine to send")).to_be_visible()
    press(page, "I sent it")
    expect(page.get_by_text("asked", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name=f"Draft it: {THEY}")).to_have_count(0)


def debrief(window: Visit) -> None:
    """The interview is replayed, one screen each, and can be left and taken up again."""
    page = window.page
    rail(page, "Debrief")
    unfold(page)
    turn(page, page.get_by_role("button", name=re.compile(f"Make a record of (final round|interview) at {THEY}")).first)
    press(page, "Replay it")
    heading(page, "What was asked?")
    page.get_by_label("Questions").fill("Tell me about a launch that went wrong.")
    press(page, "Go on")
    heading(page, "What did I actually say?")
    rail(page, "Debrief")  # left, and taken up again where it was
    turn(page, page.get_by_role("button", name=re.compile("Go on with Quillstone")))
    heading(page, "What did I actually say?")
    page.get_by_label("What I said").fill("I said that I usually plan well, and gave no example.")
    press(page, "Go on")
    page.get_by_label("What worked").fill("I asked what would make the first month a good one.")
    page.get_by_role("group", name="How do I know?").get_by_label("visible reaction").check()
    press(page, "Go on")
    heading(page, "What would I change? Two things at most.")
    page.get_by_label("One thing I’d change").fill("I claimed, and told no story.")
    page.get_by_label("What sort of thing is it?").first.select_option("story")
    press(page, "Go on")
    heading(page, "How do I know?")
    page.get_by_role("group", name="I claimed, and told no story.").get_by_label("Just a feeling").check()
    press(page, "Go on")
    heading(page, "If … then …")
    page.get_by_label("If they ask, or if I notice").fill("they ask how I plan")
    page.get_by_label("then I will open with").fill("my client Maria Lopez, and what I did first")
    press(page, "Go on")
    expect(page.get_by_text("This is a warning, and it can miss things.")).to_be_visible()  # a date might be a client's
    press(page, "Keep it and go on")
    heading(page, "Was I myself?")
    page.get_by_role("group", name="I could say what I really think").get_by_label("4").check()
    page.get_by_role("group", name="I could be this person on a bad Tuesday").get_by_label("3").check()
    press(page, "Go on")
    heading(page, "Done")
    press(page, "Done")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()


def go_to_interview(window: Visit, employer: str) -> None:
    """To the page of an interview, which is made where only the log speaks of it."""
    page = window.page
    window.go("/debrief/")
    unfold(page)
    made = page.get_by_role("main").get_by_role("link", name=employer)
    if made.count():
        turn(page, made.first)
    else:
        turn(page, page.get_by_role("button", name=re.compile(f"Make a record of .+ at {employer}")).first)


def add_a_transcript(window: Visit) -> None:
    """A transcript stands beside the interview; what could point to a client is shown before it is kept."""
    page = window.page
    rail(page, "Debrief")
    unfold(page)
    follow(page, THEY)
    follow(page, "Add a transcript")
    page.get_by_label("The file").set_input_files(TALK)
    press(page, "Add it")
    expect(page.get_by_text("Before it is kept:")).to_be_visible()
    press(page, "Keep it as it is")
    heading(page, "Who is who?")
    page.get_by_role("radio", name=re.compile("^Robin Ames")).check()
    press(page, "That’s me")
    heading(page, "What was asked and said")


def kinks(window: Visit) -> None:
    """What was a hunch has a name and is no more than suspected; what worked is a strength."""
    page = window.page
    rail(page, "Kinks")
    expect(page.get_by_role("heading", name="What works")).to_be_visible()
    turn(page, page.get_by_role("main").get_by_role("link", name=re.compile("told no story")).first)
    expect(page.get_by_role("main")).to_contain_text("you felt it")
    expect(page.get_by_role("main")).to_contain_text("If they ask how I plan, then my client Maria Lopez")
    expect(page.get_by_role("main")).to_contain_text("I claimed, and told no story")
    expect(page.get_by_role("button", name="Let it rest")).to_be_visible()  # it is being worked on


def practice(window: Visit) -> None:
    """Its card asks first, and shows the points only after an answer."""
    page = window.page
    rail(page, "Practice")
    follow(page, "Begin")
    expect(page.get_by_role("group", name="It had")).to_have_count(0)
    page.get_by_label("Your answer").fill("Our launch slipped. I called the clinic first.")
    press(page, "I’ve answered")
    points = page.get_by_role("group", name="It had").get_by_role("checkbox")
    assert points.count() == 3
    points.first.check()
    points.nth(1).check()
    press(page, "Done")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()


def rehearse(window: Visit) -> None:
    """A mock round played to its end, cards of one's own, and another round that is left after one answer."""
    page = window.page
    rail(page, "Practice")
    follow(page, "Mock round")
    page.get_by_role("group", name="Questions from").get_by_label(re.compile("General\\. ")).check()
    page.get_by_label("How many").select_option("3")
    press(page, "Begin the round")
    for place in range(1, 5):
        expect(page.get_by_text(f"Mock round, {place} of 4")).to_be_visible()
        page.get_by_label("Your answer").fill("I would begin with the people they serve.")
        press(page, "Next question" if place < 4 else "To the points")
        if window.page.get_by_text("could point to a client").is_visible():
            press(page, "Keep it as it is")
    heading(page, "The points")
    page.get_by_role("group", name="It had").first.get_by_role("checkbox").first.check()
    press(page, "Done")
    expect(page.get_by_role("main")).to_contain_text("not this time")
    for number, way in enumerate(("Write it out", "The story in four beats", "The if-then plan")):
        own_card(window, f"A question of my own, number {number}", way)
    rail(page, "Practice")
    follow(page, "Mock round")
    press(page, "Begin the round")
    press(page, "Next question")
    expect(page.get_by_text("Mock round, 2 of 5")).to_be_visible()


def own_card(window: Visit, question: str, way: str = "Say it aloud") -> None:
    """A card of one's own, to be practiced in this way."""
    page = window.page
    window.go("/practice/cards/add/")
    page.get_by_label("The question", exact=True).fill(question)
    for label, point in (("A good answer has", "what I thought"), ("And", "what I did"), ("And as a third", "an end")):
        page.get_by_label(label, exact=True).fill(point)
    page.get_by_role("group", name="How to practice it").get_by_label(re.compile(way)).check()
    press(page, "Add it")


def hope(window: Visit) -> None:
    """Something is signed in the example: all of pace rests, and no points are asked for."""
    page = window.page
    rail(page, "Pace")
    expect(page.get_by_role("main")).to_contain_text("Signed. The search can rest.")
    expect(page.get_by_role("main").get_by_role("spinbutton")).to_have_count(0)


def draw_a_line(window: Visit) -> None:
    """A line is set while nothing presses."""
    page = window.page
    rail(page, "Values")
    unfold(page)
    page.get_by_label("A line").fill(LINE)
    press(page, "Set this line")
    expect(page.get_by_role("main").get_by_role("listitem").filter(has_text=LINE)).to_be_visible()


def an_offer(window: Visit) -> None:
    """Another search bears fruit: an offer in writing."""
    page = window.page
    to_the_job(page)
    say(page, "written offer")
    to_the_job(page)
    expect(page.get_by_role("main").locator("ol.story")).to_contain_text("The offer came in writing")


def stopped_at_the_line(window: Visit) -> None:
    """Accepting is held up: ask them first; when it stays crossed, a reason and a day."""
    page = window.page
    say(page, "accepted")
    heading(page, "Before you accept")
    held_up = page.get_by_role("main").get_by_role("listitem").filter(has_text=LINE)
    expect(held_up).to_contain_text(re.compile(r"supervision.*\?", re.DOTALL))
    press(page, "I asked them")
    follow(page, "Mark what they said")
    page.get_by_role("group", name=LINE).get_by_label("Crossed").check()
    page.get_by_role("group", name="How do you know?").get_by_label("Told").check()
    press(page, "Keep the marks")
    heading(page, "Before you accept")
    expect(page.get_by_role("main")).to_contain_text("This crosses a line you set in November")
    expect(page.get_by_role("button", name="Say yes", exact=True)).to_have_count(0)
    page.get_by_label("My reason").fill("The team is kind, and I can buy supervision myself.")
    press(page, "Keep my reason and wait a day")
    expect(page.get_by_role("main")).to_contain_text("The wait ends 25 November")
    expect(page.get_by_role("button", name="Say yes", exact=True)).to_have_count(0)


def accept_and_sign(window: Visit) -> None:
    """After the day the person decides; before signing the line is held up again, and that wait can be ended."""
    page = window.page
    to_the_job(page)
    say(page, "accepted")
    expect(page.get_by_role("main")).to_contain_text("The team is kind, and I can buy supervision myself.")
    press(page, "Say yes")
    say(page, "signed")
    heading(page, "Before you sign")
    page.get_by_text("I can’t ask, or they won’t say").click()
    page.get_by_label("My reason").fill("As before.")
    press(page, "Keep my reason and wait a day")
    press(page, "End the wait: sign")
    to_the_job(page)
    expect(page.get_by_role("main").locator("ol.story")).to_contain_text("You signed")
    expect(page.get_by_role("main").locator("ol.story")).to_contain_text("You said yes")


def to_the_job(page: Page) -> None:
    rail(page, "Jobs")
    turn(page, page.get_by_role("row", name=THEIR_ROLE).get_by_role("link").first)
    heading(page, THE_OTHER)


def say(page: Page, kind: str) -> None:
    """Say on a job's page what happened: by one of the few doors, or by the list behind “something else”."""
    box = page.locator("#say")
    box.locator("summary").first.click()
    door = box.get_by_role("link", name=say_happened(kind, who="I"), exact=True)
    if door.count():
        turn(page, door)
        button = page.get_by_role("main").locator("button.first")
    else:
        box.get_by_text("Something else", exact=True).click()
        box.get_by_label("What happened?").select_option(kind)
        button = box.get_by_role("button", name="Note it")
    turn(page, button)
