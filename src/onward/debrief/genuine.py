"""Being oneself in interviews: one's own last answers beside one's own earlier ones, and nobody else's."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

LATE = 3  # interviews that are “lately”
SHOWN_FROM = 6  # answers: as many before as lately
ALIKE = 0.5  # steps of the scale that three answers differ by without anything having changed; judgement
# Whole sentences, each with how many interviews there were before
ALIKE_SAID = (
    "In your last three interviews you were about as much yourself as in the {n} before. It may be chance, and is no "
    "grade."
)
MORE_SAID = (
    "In your last three interviews you were more like yourself than in the {n} before. It may be chance, and is no "
    "grade."
)
LESS_SAID = (
    "In your last three interviews you were less yourself than in the {n} before. It may be chance, and is no grade."
)


def describe_trend(marks: Sequence[float]) -> str:
    """The marks of 1 to 5, oldest first, in a sentence; "" while they are too few to compare.

    >>> describe_trend([2, 3, 2, 4, 4, 5])
    'In your last three interviews you were more like yourself than in the 3 before. It may be chance, and is no grade.'
    """
    if len(marks) < SHOWN_FROM:
        return ""
    gap = fmean(marks[-LATE:]) - fmean(marks[:-LATE])
    said = ALIKE_SAID if abs(gap) < ALIKE else MORE_SAID if gap > 0 else LESS_SAID
    return said.format(n=len(marks) - LATE)
