"""A kink as a row of small circles: seen, practiced, clean. The sentence beside it and the list below say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from onward.kinks.story import Moment, MomentSort
from onward.wording.counts import join_words, spell_times
from onward.wording.days import capitalize_first

STEP, HIGH, LINE = 26, 30, 11  # units of the picture: from circle to circle, of a row, circles in a row
MOST = 2 * LINE  # circles; what is older is in the list
LOOKS = {
    MomentSort.SEEN: "seen",
    MomentSort.HAPPENED: "seen",
    MomentSort.CLEAN: "clean",
    MomentSort.PRACTICE: "practiced",
}
NEXT = "next"
SAID = ("seen", "practiced", "clean")


@dataclass(frozen=True, slots=True)
class KinkCircle:
    """One circle: where it stands, and how it looks (a class of the style sheet)."""

    x: int
    y: int
    look: str

    @property
    def radius(self) -> int:
        """Practice is smaller than what happened in a real interview."""
        return 4 if self.look == "practiced" else 8


@dataclass(frozen=True, slots=True)
class KinkPicture:
    """The circles, the size they take, and the same as a sentence."""

    circles: tuple[KinkCircle, ...]
    width: int
    height: int
    words: str


def draw_kink(line: Sequence[Moment], *, working: bool) -> KinkPicture | None:
    """The picture of a line of time, oldest first; while it is worked on, the next interview is an open circle."""
    looks = _looks(line)
    if not looks:
        return None
    shown = [*looks[-MOST + working :], *[NEXT] * working]
    circles = tuple(
        KinkCircle(STEP // 2 + STEP * (n % LINE), HIGH // 2 + HIGH * (n // LINE), look) for n, look in enumerate(shown)
    )
    rows = -(-len(shown) // LINE)
    return KinkPicture(circles, STEP * min(len(shown), LINE), HIGH * rows, _words(looks))


def _looks(line: Sequence[Moment]) -> list[str]:
    """One look for each moment that is drawn; practice that follows on practice is one, and so is one interview's
    sighting and chance.
    """
    drawn = [(moment.on, LOOKS[moment.sort]) for moment in line if moment.sort in LOOKS]
    told: list[str] = []
    for (_, look), some in groupby(drawn, key=lambda one: (one[0] if one[1] == "seen" else None, one[1])):
        told += [look] if look in {"practiced", "seen"} else [look for _ in some]
    return told


def _words(looks: Sequence[str]) -> str:
    """“Seen twice, practiced and clean three times.”"""
    parts = [
        look if look == "practiced" else f"{look} {spell_times(looks.count(look))}" for look in SAID if look in looks
    ]
    return f"{capitalize_first(join_words(parts))}."
