"""The article’s story for a browser that is told by its own wire: from a no in the evening to a signature."""

from __future__ import annotations

from tests.anywhere.reader import Reader
from tests.browser.test_article import (
    ADDRESS,
    AFTER,
    ANSWERED,
    BEFORE,
    EVENING,
    LINE,
    MORNING,
    NEXT_DAY,
    NO,
    OFFERED,
    OTHERS,
    POINT,
    PRAISE,
    REPLY,
    THEY,
)


def the_evening(reader: Reader) -> None:
    """Written down before the rest is there, and handed over."""
    reader.start(EVENING)
    reader.fill("What they wrote, or who it was", NO)
    reader.waits_for_the_rest()
    reader.press("Go on")
    reader.press("Note it")
    reader.sees("That stings. Nothing to solve tonight.")
    reader.sees(THEY)
    reader.press("enough for today")


def the_next_morning(reader: Reader) -> None:
    """The ask is written and sent, the interview replayed, and a line drawn while nothing presses."""
    reader.later(MORNING)
    reader.press("Write the ask")
    reader.sees("Ask for advice")
    reader.fill("Their mail address", ADDRESS)
    reader.press("Check it")
    reader.press("I sent it")
    reader.go("/")
    reader.press("Replay it")
    _replay(reader)
    reader.sees("I asked how the first month would go")
    reader.press("That’s enough")
    reader.go("/values/")
    reader.fill("A line", LINE)
    reader.press("Set this line")


def _replay(reader: Reader) -> None:
    reader.sees("What was asked?")
    reader.fill("Questions", "How do you handle risk?")
    reader.press("Go on")
    reader.fill("What I said", "I talked in general about safety plans.")
    reader.press("Go on")
    reader.fill("What worked", "I asked how the first month would go.")
    reader.choose("How do I know?", "visible reaction")
    reader.press("Go on")
    reader.fill("One thing I’d change", "The risk question: I talked in general.")
    reader.fill("What sort of thing is it?", "risk")
    reader.press("Go on")
    reader.choose("risk question", "Just a feeling")
    reader.press("Go on")
    reader.fill("If they ask, or if I notice", "they ask how I handle risk")
    reader.fill("then I will open with", "one case, and whom I called")
    reader.press("Go on")
    reader.choose("I could say what I really think", "4")
    reader.choose("I could be this person on a bad Tuesday", "3")
    reader.press("Go on")
    reader.press("Done")
    reader.sees("What became of it")


def their_answer(reader: Reader) -> None:
    """Praise and a point each go where they help; then a question is answered aloud in one’s own words."""
    reader.later(ANSWERED)
    reader.go("/notice/paste/")
    reader.fill("The letter", REPLY)
    reader.press("Read it")
    reader.choose(PRAISE, "praise")
    reader.choose(POINT, "to work on")
    reader.press("Keep it so")
    reader.sees("What became of it")
    reader.sees(PRAISE)
    reader.go("/practice/")
    reader.press("Begin")
    reader.fill("", "I saw it, called my supervisor, and we made a plan.")
    reader.press("I’ve answered")
    reader.choose("It had", "", 2)
    reader.press("Done")


def the_next_interview(reader: Reader) -> None:
    """What was learned stands before the next one; and after it, how it went."""
    reader.later(BEFORE)
    reader.go("/start/interview/")
    reader.fill("Or who?", OTHERS)
    reader.fill("On which day?", "2026-03-12")
    reader.fill("With whom?", "Jen")
    reader.press("Keep it")
    reader.sees("If they ask how I handle risk")
    reader.later(AFTER)
    reader.press("Keep the interview")
    reader.choose("", "Probably (70)")
    reader.press("Keep it")
    reader.sees("70 in 100")


def a_crossed_line(reader: Reader) -> None:
    """The line is held up before the yes, and thought over for a day."""
    reader.later(OFFERED)
    _say(reader, "They made an offer")
    reader.fill("What is offered?", "Four days, no supervision in the contract.")
    reader.press("Keep it")
    _say(reader, "I said yes")
    reader.press("Note it")
    reader.press("I asked them")
    reader.press("Mark what they said")
    reader.choose(LINE, "Crossed")
    reader.choose("How do you know?", "Told")
    reader.press("Keep the marks")
    reader.sees("This crosses a line you set in March")
    reader.fill("My reason", "I can pay for supervision myself.")
    reader.press("Keep my reason and wait a day")
    reader.later(NEXT_DAY)
    _say(reader, "I said yes")
    reader.press("Note it")
    reader.press("Say yes")


def the_ending(reader: Reader) -> None:
    """Signed, and what it taught."""
    _say(reader, "I signed")
    reader.press("Note it")
    reader.tap("I can’t ask, or they won’t say")
    reader.fill("My reason", "As before.")
    reader.press("Keep my reason and wait a day")
    reader.press("End the wait: sign")
    reader.sees("You signed")
    reader.sees("Don’t resign until it is cleared")
    reader.sees("I asked how the first month would go")


def _say(reader: Reader, sentence: str) -> None:
    reader.go("/jobs/")
    reader.press(OTHERS)
    reader.press(sentence, "#say .chips")


AFTER_THE_EVENING = (the_next_morning, their_answer, the_next_interview, a_crossed_line, the_ending)
