"""A kink's line of time as a picture: where each dot stands. The list beside it says the same in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onward.kinks.story import Moment, Sort

WIDTH, EDGE = 640, 16  # units of the picture
ROWS = {Sort.SEEN: 24, Sort.NOT_MINE: 24, Sort.HAPPENED: 56, Sort.CLEAN: 56, Sort.PRACTICE: 88}
APART = 11  # between two dots of one day and row
LEAST = 2  # moments; one alone is no line


@dataclass(frozen=True, slots=True)
class Dot:
    """One moment: where it stands, and how it looks (a class of the style sheet)."""

    x: float
    y: int
    look: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The dots, and the first and last day."""

    dots: tuple[Dot, ...]
    since: date
    until: date


def of(line: Sequence[Moment], *, until: date) -> Picture | None:
    """The picture of a line of time that ends today; None where there is too little to draw."""
    drawn = [moment for moment in line if moment.sort in ROWS]
    if len(drawn) < LEAST or drawn[0].on >= until:
        return None
    since = drawn[0].on
    scale = (WIDTH - 2 * EDGE) / (until - since).days
    stacked: Counter[tuple[date, int]] = Counter()
    dots = []
    for moment in drawn:
        row = ROWS[moment.sort]
        x = EDGE + (moment.on - since).days * scale + APART * stacked[moment.on, row]
        stacked[moment.on, row] += 1
        dots.append(Dot(round(min(x, WIDTH - EDGE), 1), row, moment.sort.name.lower().replace("_", "-")))
    return Picture(tuple(dots), since, until)
