"""A card: one question cue and the three points a good answer has; and how the points met become a mark."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

POINTS = 3


class Grade(IntEnum):
    """How an answer went by its three points."""

    NOT_YET = 1  # none or one
    PARTLY = 2  # two
    CLEAR = 3  # all three

    @property
    def words(self) -> str:
        """“not yet”, “partly”, “clear”."""
        return self.name.lower().replace("_", " ")


@dataclass(frozen=True, slots=True)
class Card:
    """Something to practice. `way` is the key of one of the kinds of practice; `made` is aware.

    `kink` is the kink it works on; `pack`, `family` and `item` say where a question came from. All may be empty.
    """

    id: int
    question: str
    points: tuple[str, ...]
    way: str
    made: datetime
    kink: int | None = None
    pack: str = ""
    family: str = ""
    item: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class CardReview:
    """One answer, graded after it was given: which card, when (aware), and which of its points (0 to 2) were met."""

    card: int
    at: datetime
    met: frozenset[int]

    @property
    def mark(self) -> Grade:
        """The mark of this answer."""
        return grade_points(self.met)


def grade_points(met: Collection[int]) -> Grade:
    """The mark for the points that were met, given by their places 0 to 2."""
    places = set(met)
    if not places <= set(range(POINTS)):
        raise ValueError(f"the points of a card are 0 to {POINTS - 1}, not {sorted(places)}")
    return _MARKS[len(places)]


_MARKS: Mapping[int, Grade] = {0: Grade.NOT_YET, 1: Grade.NOT_YET, 2: Grade.PARTLY, 3: Grade.CLEAR}
