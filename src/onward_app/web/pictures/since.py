"""The days since a no: each was one of rest, or one on which something was done. Both are as good."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.utils.safestring import SafeString

from onward.wording.counts import join_words, say_count
from onward.wording.days import say_day
from onward_app.web.pictures.primitives import Picture, draw, draw_circle

STEP, HIGH, LINE = 22, 26, 14  # units from day to day, of a row, days in a row
MOST = 2 * LINE  # days; what is longer ago isn't drawn
SAID = {"ink": "the no", "dot": "something done", "clear": "rest", "ahead": "today"}
ON_DAYS = {
    "dot": ("something done on {n} day", "something done on {n} days"),
    "clear": ("rest on {n} day", "rest on {n} days"),
}


def picture_days_since(no: date, done: Collection[date], *, on: date) -> Picture | None:
    """A circle for each day from the no to `on`; None on its own day, and when it is longer ago than four weeks.

    A day without anything on record is a day of rest, whatever it was: none is empty.
    """
    days = (on - no).days
    if not 0 < days < MOST:
        return None
    told = [(day, _find_look(day, no, done, on)) for day in (no + timedelta(days=n) for n in range(days + 1))]
    sentence = _say_days([look for _, look in told], days)
    looks = [look for _, look in told]
    return Picture(
        "What were the days since?",
        draw(HIGH * -(-len(told) // LINE), [_draw_one(n, look) for n, look in enumerate(looks)], label=sentence),
        sentence,
        ("Day", "What it was"),
        [(say_day(day), SAID[look].capitalize()) for day, look in told],
        "A day is “done” when you recorded something on it. Every other day is rest, which counts as much.",
        [(look, words) for look, words in SAID.items() if look in looks],
    )


def _find_look(day: date, no: date, done: Collection[date], on: date) -> str:
    if day == no:
        return "ink"
    return "dot" if day in done else "ahead" if day == on else "clear"


def _draw_one(place: int, look: str) -> SafeString:
    return draw_circle(STEP / 2 + STEP * (place % LINE), HIGH / 2 + HIGH * (place // LINE), 7, look)


def _say_days(looks: list[str], days: int) -> str:
    """“Six days since the no: something done on 2, rest on 3.”"""
    held = [say_count(looks.count(look), *said) for look, said in ON_DAYS.items() if look in looks]
    since = say_count(days, "The no was {n} day ago.", "The no was {n} days ago.")
    return f"{since} Since then: {join_words(held)}." if held else since
