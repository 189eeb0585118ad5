"""Lines that are not for sale, values that a job should give, and what is known of them at one job."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from onward.wording.days import say_ahead, say_day
from onward.wording.sources import cited

MOST_LINES = 3
REVIEW_AFTER = timedelta(days=90)  # an income-now job is looked at again; judgement
HINT = "Word it so that anybody could check it: “weekly clinical supervision, in writing”."
TOO_MANY = "Three lines at most. What is not for sale is clearest when it is short; the rest can be values."
OFFER_PENDING = "An offer is waiting. This carries today’s date, so that you can see later when you set it."
INCOME_NOW = "Taking it to pay the rent isn’t giving up the line."
INTERIM = cited(
    "One thing to know: among made-up applications of college-educated women for administrative jobs, those that "
    "showed a lower-level job held meanwhile were called back less often. The rent may still come first.",
    "farber-2017",
)


class Held(StrEnum):
    """What is known of a line or value at one job."""

    KEPT = "kept"
    CROSSED = "crossed"
    UNKNOWN = "unknown"


class Known(StrEnum):
    """How it is known: seen with own eyes (or in writing), told, or guessed."""

    SEEN = "seen"
    TOLD = "told"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Line:
    """Something that is not for sale, worded as an observable test, with the day it was set."""

    id: int
    text: str
    set_on: date
    retired_on: date | None = None

    def stands(self, on: date) -> bool:
        """Whether it was set by then and is not retired."""
        return self.set_on <= on and (self.retired_on is None or on < self.retired_on)


@dataclass(frozen=True, slots=True)
class Value:
    """Something a job should give, with points from 0 to 100. A `need` stands before culture."""

    id: int
    text: str
    points: float
    set_on: date
    need: bool = False
    retired_on: date | None = None

    def stands(self, on: date) -> bool:
        """Whether it was set by then and is not retired."""
        return self.set_on <= on and (self.retired_on is None or on < self.retired_on)


@dataclass(frozen=True, slots=True)
class ValueMark:
    """A mark of one line or value at one job: `of` is its id. The latest mark by date and order stands."""

    of: int
    held: Held
    known: Known = Known.GUESSED
    on: date | None = None


def list_standing_lines(lines: Iterable[Line], on: date) -> tuple[Line, ...]:
    """The lines that stand on a day, in the order they were set."""
    return tuple(sorted((line for line in lines if line.stands(on)), key=lambda line: (line.set_on, line.id)))


def list_latest_marks(marks: Iterable[ValueMark]) -> dict[int, ValueMark]:
    """The mark that stands for each id: the last by date; of one day, the last in order."""
    return {mark.of: mark for mark in sorted(marks, key=lambda mark: mark.on or date.min)}


def explain_line_refusal(lines: Iterable[Line], text: str, on: date) -> str:
    """Why a line can't be added, in words; "" when it can."""
    words = " ".join(text.split())
    if not words:
        return "What is the line? One short sentence is enough."
    if any(line.text.casefold() == words.casefold() for line in list_standing_lines(lines, on)):
        return "That line already stands."
    return TOO_MANY if len(list_standing_lines(lines, on)) >= MOST_LINES else ""


def find_wording_hint(text: str) -> str:
    """A hint when a line can't be observed as it is worded, "" when it looks checkable."""
    vague = {
        "good",
        "nice",
        "great",
        "respect",
        "respectful",
        "culture",
        "fair",
        "decent",
        "supportive",
        "healthy",
        "honest",
    }
    words = {word.strip(".,;:!?").casefold() for word in text.split()}
    checkable = bool(words & _CHECKABLE) or any(c.isdigit() for c in text)
    return HINT if (words & vague or len(words) < 3) and not checkable else ""


def describe_income_now(review_on: date, on: date) -> str:
    """What is said in income-now mode; from its day on the question that the person set themselves."""
    if review_on <= on:
        return f"{INCOME_NOW} {ask_income_again(review_on, on)}"
    return f"{INCOME_NOW} You look at it again {say_ahead(review_on, on)}, and the search goes on."


def ask_income_again(review_on: date, on: date) -> str:
    """The question of the review day, also when that day has gone by."""
    if review_on == on:
        return "You wanted to look at it again today: does income still come first?"
    return f"You wanted to look at it again from {say_day(review_on)} on: does income still come first?"


_CHECKABLE = frozenset(
    {"writing", "written", "weekly", "monthly", "daily", "hours", "paid", "contract", "per", "week", "no", "never"}
)
