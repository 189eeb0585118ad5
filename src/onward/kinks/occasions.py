"""The occasions on which a kink could have occurred: real ones and practice, before it was worked on and since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

ALIKE = 0.3  # how much chances of one interview resemble each other; judgement


@dataclass(frozen=True, slots=True)
class KinkOccasion:
    """One occasion on which the kink could have occurred, and whether it did. `real` is False for practice.

    Chances of the same `interview` are alike; None is one of its own.
    """

    on: date
    happened: bool
    real: bool = True
    id: int = 0
    interview: int | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """Real chances known from before practice began, and in how many of them it happened."""

    chances: int = 0
    seen: int = 0

    @property
    def compares(self) -> bool:
        """Whether a later rate can be held against it. Sightings alone can't be: it is noticed because it happens."""
        return self.chances > self.seen > 0


NOTHING_BEFORE = Before()


def split_occasions(
    occasions: Iterable[KinkOccasion], practice_began: date | None
) -> tuple[tuple[KinkOccasion, ...], tuple[KinkOccasion, ...]]:
    """The real ones up to the day practice began, and by day all that came after, practice among them."""
    every = sorted(occasions, key=_by_day)
    earlier = tuple(o for o in every if o.real and (practice_began is None or o.on <= practice_began))
    if practice_began is None:
        return earlier, ()
    return earlier, tuple(o for o in every if not o.real or o.on > practice_began)


def _by_day(occasion: KinkOccasion) -> tuple[date, bool, bool]:
    """On one day practice comes before the interview, and a clean chance before one where it happened."""
    return (occasion.on, occasion.real, occasion.happened)


def count_occasions(earlier: Sequence[KinkOccasion]) -> Before:
    """How many there were, and in how many it happened."""
    return Before(len(earlier), sum(o.happened for o in earlier))


def weigh_chances(real: Iterable[KinkOccasion]) -> list[tuple[bool, float]]:
    """Whether it happened, and what the chance counts: k of one interview together k / (1 + ALIKE (k - 1)).

    That is the design effect of clusters (Kish 1965); the first of an interview counts whole.
    """
    so_far: dict[int | None, int] = {}
    weighed = []
    for one in real:
        before = so_far.get(one.interview, 0) if one.interview is not None else 0
        so_far[one.interview] = before + 1
        weighed.append((one.happened, _count_effective(before + 1) - _count_effective(before)))
    return weighed


def _count_effective(chances: int) -> float:
    return chances / (1 + ALIKE * (chances - 1)) if chances else 0.0


def sum_weights(weighed: Iterable[tuple[bool, float]]) -> tuple[float, float]:
    """How often it happened and how often it didn't, by what each chance counts."""
    known = list(weighed)
    return sum(weight for happened, weight in known if happened), sum(
        weight for happened, weight in known if not happened
    )
