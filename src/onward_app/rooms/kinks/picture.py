"""A kink's line of time as a picture: where each dot stands. The list beside it says the same in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onward.kinks.story import Moment, MomentSort

WIDTH, EDGE = 640, 16  # units of the picture
ROWS = {
    MomentSort.SEEN: 24,
    MomentSort.NOT_MINE: 24,
    MomentSort.HAPPENED: 56,
    MomentSort.CLEAN: 56,
    MomentSort.PRACTICE: 88,
}
APART = 11  # between two dots of one day and row
LEAST = 2  # moments; one alone is no line


@dataclass(frozen=True, slots=True)
class KinkDot:
    """One moment: where it stands, and how it looks (a class of the style sheet)."""

    x: float
    y: int
    look: str


@dataclass(frozen=True, slots=True)
class KinkPicture:
    """The dots, and the first and last day."""

    dots: tuple[KinkDot, ...]
    since: date
    until: date


def draw_kink(line: Sequence[Moment], *, until: date) -> KinkPicture | None:
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
        dots.append(KinkDot(round(min(x, WIDTH - EDGE), 1), row, moment.sort.name.lower().replace("_", "-")))
    return KinkPicture(tuple(dots), since, until)
