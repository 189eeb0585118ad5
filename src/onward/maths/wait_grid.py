"""The grid on which waits are learned: shares that hear, medians and spreads around a center, and their prior."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from math import erfc, exp, log, sqrt

from onward.maths.survival import LONGEST_WAIT, Wait

POINTS = (11, 11, 7)
REACH = 2.3  # standard deviations to either side; finer and farther grids change no score by .001
_LEAST = 1e-12


@dataclass(frozen=True, slots=True)
class WaitPrior:
    """What is believed of a wait before any: a center, and how far people lie from it.

    `deviations` are standard deviations, of the log-odds of hearing, the log of the median and the log of the spread.
    """

    center: Wait
    deviations: tuple[float, float, float]


class WaitGrid:
    """The grid around one center. A point is a share with a shape, a pair of median and spread; shapes run fastest."""

    def __init__(self, prior: WaitPrior) -> None:
        center = prior.center
        odds = log(max(center.hears, _LEAST) / max(1 - center.hears, _LEAST))
        steps = [
            [deviation * step for step in _list_steps(n)] for deviation, n in zip(prior.deviations, POINTS, strict=True)
        ]
        self.shares = [1 / (1 + exp(-odds - step)) for step in steps[0]]
        self.shapes = [(center.median * exp(m), center.spread * exp(s)) for m, s in product(*steps[1:])]
        self._unheard: dict[int, tuple[float, ...]] = {}
        self._answered: dict[int, tuple[float, ...]] = {}
        self._silent: dict[int, array[float]] = {}

    def unheard(self, day: int) -> tuple[float, ...]:
        """For each shape, of those who hear the share that hasn't when `day` is over; days are whole."""
        if day not in self._unheard:
            log_day = log(day + 0.5) if day >= 0 else None
            self._unheard[day] = tuple(
                1.0 if log_day is None else 0.5 * erfc((log_day - log(median)) / (spread * sqrt(2)))
                for median, spread in self.shapes
            )
        return self._unheard[day]

    def answered(self, day: int) -> tuple[float, ...]:
        """For each shape, the logarithm of how likely an answer on that day is, for somebody who hears."""
        if day not in self._answered:
            ends = zip(self.unheard(day - 1), self.unheard(day), strict=True)
            self._answered[day] = tuple(log(max(before - after, _LEAST)) for before, after in ends)
        return self._answered[day]

    def silent(self, day: int) -> array[float]:
        """For each point, the logarithm of how likely silence to the end of that day is."""
        if day not in self._silent:
            left = self.unheard(day)
            told = [log(1 - share + share * later) for share in self.shares for later in left]
            self._silent[day] = array("d", told)
        return self._silent[day]


@lru_cache(maxsize=16)
def grid_around(prior: WaitPrior) -> WaitGrid:
    """The grid around a prior's center, with what was computed on it before."""
    return WaitGrid(prior)


@cache
def prior_weights() -> tuple[float, ...]:
    """The prior: a normal in each direction, cut off at `REACH`; the same around every center."""
    weights = [exp(-sum(step * step for step in steps) / 2) for steps in product(*map(_list_steps, POINTS))]
    return tuple(weight / sum(weights) for weight in weights)


def round_days(days: float) -> int:
    """Whole days, and farther out, where a day makes no difference, fewer of them: so more is computed once."""
    whole = min(max(0, round(days)), LONGEST_WAIT)
    step = next(step for least, step in _ROUGHLY if whole >= least)
    return whole // step * step


_ROUGHLY = ((365, 60), (120, 15), (60, 5), (30, 2), (0, 1))


def _list_steps(points: int) -> list[float]:
    return [REACH * (2 * place / (points - 1) - 1) for place in range(points)]
