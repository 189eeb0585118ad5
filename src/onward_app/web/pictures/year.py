"""What was done in a year, rests included: a square for each day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import Enum
from itertools import groupby

from django.utils.safestring import SafeString

from onward.pace.week import monday_of
from onward.wording.counts import join_words, say_count
from onward.wording.days import MONTHS
from onward_app.web.pictures.primitives import TYPE, WIDTH, Picture, draw, draw_runs, draw_words

ASKS, ASKS_HALF = "What did the year hold?", "What did the last half-year hold?"
WEEKS, HALVES = 26, 2  # a half year to a row
SQUARE, GAP = 9, 3
PITCH = SQUARE + GAP
ROW = 7 * PITCH + 28
MOST = 12  # months in the table


class DayWas(Enum):
    """What a day was, by the class it is drawn with; of several the first counts."""

    INTERVIEW = "interview"
    DONE = "done"
    REST = "rest"


KEY = ((DayWas.INTERVIEW.value, "an interview"), (DayWas.DONE.value, "something done"), (DayWas.REST.value, "rest"))


def picture_year(days: Mapping[date, DayWas], *, on: date, halves: int = HALVES) -> Picture | None:
    """The 52 weeks up to `on`, or the half of them; None where nothing was done in them."""
    first = monday_of(on) - timedelta(weeks=WEEKS * halves - 1)
    shown = {day: was for day, was in days.items() if first <= day <= on}
    if not shown:
        return None
    every = [first + timedelta(days=n) for n in range((on - first).days + 1)]
    marks = [*_draw_months(every), draw_runs(_list_runs([day for day in every if day not in shown], first), "empty")]
    marks += [
        draw_runs(_list_runs([day for day in every if shown.get(day) is was], first), was.value) for was in DayWas
    ]
    sentence = _say_year(shown)
    return Picture(
        ASKS if halves == HALVES else ASKS_HALF, draw(ROW * halves, marks, label=sentence), sentence,
        ("Month", "Interviews", "Days with something done", "Days of rest"), _make_rows(every, shown),
        "A day is “done” when you recorded something on it. A rest that you chose counts as much.", KEY,
    )  # fmt: skip


def _find_point(day: date, first: date) -> tuple[float, float]:
    half, week = divmod((day - first).days // 7, WEEKS)
    return (WIDTH - WEEKS * PITCH + GAP) / 2 + week * PITCH + SQUARE / 2, half * ROW + 20 + day.weekday() * PITCH


def _list_runs(days: Iterable[date], first: date) -> list[tuple[float, float, float]]:
    """Days that follow each other in a week as one stroke, which the style sheet cuts at each square."""
    placed = enumerate(days)
    found: list[tuple[float, float, float]] = []
    for _, group in groupby(placed, key=lambda pair: ((pair[1] - first).days // 7, (pair[1] - first).days - pair[0])):
        run = [day for _, day in group]
        found.append((*_find_point(run[0], first), len(run) * PITCH - GAP))
    return found


def _draw_months(every: Iterable[date]) -> list[SafeString]:
    days = list(every)
    begun = [day for day in days if day.day == 1 and day.month % 2]
    drawn = []
    for day in begun:
        x, y = _find_point(day, days[0])
        drawn.append(draw_words(x - SQUARE / 2, y - 20 - day.weekday() * PITCH + TYPE, MONTHS[day.month - 1][:3]))
    return drawn


def _make_rows(every: Iterable[date], shown: Mapping[date, DayWas]) -> list[tuple[str, ...]]:
    months: dict[tuple[int, int], dict[DayWas, int]] = {}
    for day in every:
        counts = months.setdefault((day.year, day.month), dict.fromkeys(DayWas, 0))
        if day in shown:
            counts[shown[day]] += 1
    return [
        (f"{MONTHS[month - 1]} {year}", *(str(n) for n in counts.values()))
        for (year, month), counts in list(months.items())[-MOST:]
    ]


REST = ("rest on {n} day", "rest on {n} days")
SAID_OF_DAYS = {
    DayWas.INTERVIEW: ("an interview on {n} day", "interviews on {n} days"),
    DayWas.DONE: ("something done on {n} day", "something done on {n} days"),
}


def _say_year(shown: Mapping[date, DayWas]) -> str:
    counts = {was: sum(one is was for one in shown.values()) for was in DayWas}
    held = [say_count(n, *SAID_OF_DAYS.get(was, REST)) for was, n in counts.items() if n]
    said = join_words(held)
    return f"{said[:1].upper()}{said[1:]}."
