"""Waiting: how long an answer takes, and whether it still comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, log, sqrt

LONGEST_WAIT = 3660  # ten years of days: beyond it nobody waits


@dataclass(frozen=True, slots=True)
class Wait:
    """A mixture cure model (Boag 1949): a share `hears` ever gets an answer, after a lognormal number of days.

    `median` is the median wait in days of those who hear, `spread` the standard deviation of its logarithm.
    """

    hears: float
    median: float
    spread: float

    def __post_init__(self) -> None:
        if not (0 <= self.hears <= 1 and self.median > 0 and self.spread > 0):
            raise ValueError("a wait needs a share between 0 and 1, a median above 0 and a spread above 0")

    def unheard(self, day: float) -> float:
        """S(t): of those who will hear, the share that hasn't by `day`."""
        if day <= 0:
            return 1.0
        return 0.5 * erfc((log(day) - log(self.median)) / (self.spread * sqrt(2)))

    def still(self, day: float) -> float:
        """P(still hear, given silence to `day`) = πS / (1 − π + πS)."""
        coming = self.hears * self.unheard(day)
        never = 1 - self.hears
        return coming / (never + coming) if never + coming > 0 else 0.0

    def first_day(self, share: float) -> int:
        """The first whole day on which the chance of still hearing is at most `share`; 3660 when that is never."""
        low, high = 0, LONGEST_WAIT
        while low < high:
            middle = (low + high) // 2
            if self.still(middle) <= share:
                high = middle
            else:
                low = middle + 1
        return low


@dataclass(frozen=True, slots=True)
class Waited:
    """One wait of the person: `days` until an answer came (`heard`), or so far; it began so many days `ago`."""

    days: float
    heard: bool
    ago: int = 0


def kaplan_meier(waits: Sequence[Waited]) -> tuple[tuple[float, float], ...]:
    """(day, share still without an answer just after it) at each day an answer came (Kaplan and Meier 1958)."""
    still, curve = 1.0, []
    for day in sorted({wait.days for wait in waits if wait.heard}):
        at_risk = sum(1 for wait in waits if wait.days >= day)
        answered = sum(1 for wait in waits if wait.heard and wait.days == day)
        still *= 1 - answered / at_risk
        curve.append((day, still))
    return tuple(curve)
