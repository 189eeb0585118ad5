"""What the mail of the last weeks brought: a mark for each letter, by what it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import Enum

from django.utils.safestring import SafeString

from onward.pace.week import monday_of
from onward.wording.counts import join_words, say_count, spell_number
from onward.wording.days import MONTHS
from onward_app.web.pictures.primitives import (
    TYPE,
    WIDTH,
    Picture,
    draw,
    draw_dashes,
    draw_dots,
    draw_line,
    draw_rings,
    draw_words,
)

WEEKS = 8
WEEK = WIDTH / WEEKS  # units
ACROSS, UP = 3, 6  # marks beside each other in a week, and upon each other
STEP, SIZE, SMALL = 12, 9, 5
EACH = (1, 2, 5, 10, 20, 50, 100)  # letters that one mark may stand for


class CameAs(Enum):
    """What a letter was, by the class it is drawn with; each has a shape of its own besides its color."""

    GOOD = "dot"
    ANSWER = "quiet"
    NO = "ended"
    WAITS = "waits"


SAID = {
    CameAs.GOOD: (
        "an invitation or an offer",
        "{n} with an invitation or an offer",
        "{n} with an invitation or an offer",
    ),
    CameAs.ANSWER: ("any other answer", "{n} with another answer", "{n} with another answer"),
    CameAs.NO: ("a no", "", ""),
    CameAs.WAITS: ("waits for you", "{n} that waits for you", "{n} that wait for you"),
}


def picture_letters(came: Mapping[tuple[date, CameAs], int], *, on: date) -> Picture | None:
    """Letters by their day and what they were, in the weeks up to `on`; None where none came in them."""
    first = monday_of(on) - timedelta(weeks=WEEKS - 1)
    weeks: list[Counter[CameAs]] = [Counter() for _ in range(WEEKS)]
    for (day, was), letters in came.items():
        if first <= day <= on:
            weeks[(day - first).days // 7][was] += letters
    total = sum(weeks, Counter[CameAs]())
    if not total:
        return None
    most = max(week.total() for week in weeks)
    each = next((n for n in EACH if most <= n * ACROSS * UP), most // (ACROSS * UP) + 1)
    ground = min(UP, -(-most // (each * ACROSS))) * STEP + STEP
    marks = [draw_line([(0, ground), (WIDTH, ground)], "edge")]
    marks += [*_draw_weeks(weeks, each, ground), *_draw_days(first, ground)]
    sentence = _say_letters(total)
    begins = [first + timedelta(weeks=n) for n in range(WEEKS)]
    return Picture(
        "What came lately?", draw(ground + 20, marks, label=sentence), sentence,
        ("Week of", *(words[0].capitalize() for words in SAID.values())),
        [(_name_day(day), *(str(week[was]) for was in CameAs)) for day, week in zip(begins, weeks, strict=True)],
        "Letters that belong to a job, and those that Onward isn’t sure about.",
        [
            *([("none", f"each mark is {each} letters")] if each > 1 else []),
            *((was.value, SAID[was][0]) for was in CameAs if total[was]),
        ],
    )  # fmt: skip


def _draw_weeks(weeks: Sequence[Counter[CameAs]], each: int, ground: float) -> list[SafeString]:
    """Each week’s marks from the ground up, what waits on top."""
    places: dict[CameAs, list[tuple[float, float]]] = {was: [] for was in CameAs}
    for place, week in enumerate(weeks):
        stack = [was for was in CameAs for _ in range(-(-week[was] // each))][: ACROSS * UP]
        for n, was in enumerate(stack):
            up, across = divmod(n, ACROSS)
            places[was].append((WEEK * place + SIZE + STEP * across, ground - 8 - STEP * up))
    return [mark for was, some in places.items() if some for mark in _draw_marks(some, was)]


def _draw_marks(places: Sequence[tuple[float, float]], was: CameAs) -> list[SafeString]:
    if was is CameAs.WAITS:
        return draw_rings(places, SIZE + 1, was.value)
    if was is CameAs.NO:
        return [draw_dashes(places, SIZE, was.value)]
    return [draw_dots(places, SIZE if was is CameAs.GOOD else SMALL, was.value)]


def _draw_days(first: date, ground: float) -> list[SafeString]:
    """The day on which every second week begins."""
    return [
        draw_words(WEEK * n + 2, ground + 4 + TYPE, _name_day(first + timedelta(weeks=n), short=True))
        for n in range(0, WEEKS, 2)
    ]


def _name_day(day: date, *, short: bool = False) -> str:
    month = MONTHS[day.month - 1]
    return f"{day.day} {month[:3] if short else month}"


ALONE = ("{n} letter in {weeks} weeks: {parts}.", "{n} letters in {weeks} weeks: {parts}.")
AND_NOS = (
    "{n} letter in {weeks} weeks: {parts}; the rest said no.",
    "{n} letters in {weeks} weeks: {parts}; the rest said no.",
)


def _say_letters(total: Counter[CameAs]) -> str:
    """“9 letters in eight weeks: 2 with another answer and 1 that waits for you.” How many were a no stands
    in the table alone: nobody counts them out loud.
    """
    told = [was for was in CameAs if total[was] and was is not CameAs.NO]
    if not told:
        return f"The letters of the last {spell_number(WEEKS)} weeks said no."
    parts = [say_count(total[was], *SAID[was][1:]) for was in told]
    rest = total[CameAs.NO]
    return say_count(total.total(), *(AND_NOS if rest else ALONE), weeks=spell_number(WEEKS), parts=join_words(parts))
