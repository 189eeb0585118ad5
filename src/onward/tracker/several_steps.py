"""A whole history in one cell: “2026-08-02 applied; 2026-08-10 phone; 2026-08-20 no”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onward.tracker.days_in_words import part_day
from onward.tracker.statuses import read_status

_BETWEEN = re.compile(r"\n|;|\s/\s|\s?(?:→|->|=>|>)\s?|\s\|\s|,\s+(?=\D|\d{1,4}[-./])")
_LONGEST = 2_000  # characters of a cell
_MOST = 0.6  # of the cells that say anything


@lru_cache(maxsize=20_000)
def part_steps(cell: str) -> tuple[tuple[str, str], ...]:
    """The kinds it names and the day of each as written; nothing where a piece has no day or says nothing known.

    >>> part_steps("2026-08-02: Applied; 2026-08-20: Rejected")
    (('applied', '2026-08-02'), ('rejected', '2026-08-20'))
    """
    pieces = [one.strip() for one in _BETWEEN.split(cell[:_LONGEST]) if one.strip()]
    parted = [part_day(piece, short=True) for piece in pieces]
    steps = [(read_status(words), day) for day, words in parted]
    if any(not day or len(meaning.kinds) != 1 for meaning, day in steps):
        return ()
    return tuple((meaning.kinds[0], day) for meaning, day in steps)


def are_steps(cells: Sequence[str]) -> bool:
    """Whether the cells of a column are histories, and some of more than one step."""
    found = [part_steps(cell) for cell in cells if cell]
    return sum(map(bool, found)) > _MOST * len(found) and any(len(steps) > 1 for steps in found)
