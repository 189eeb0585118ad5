"""Products of rates without chance: a Beta on a logarithmic grid, on which multiplying two rates is shifting one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from math import exp, log, log1p
from operator import mul
from statistics import NormalDist

from onward.maths.proportion import Beta, beta_tail, log_beta

STEP = 0.25  # the grid has the points exp(−STEP · k): each is about four fifths of the one before
SIZE = 45  # down to .00002; an odd number, for the pairs of cells below
POINTS = tuple(exp(-STEP * place) for place in range(SIZE))
SCORES = tuple(half / 2 for half in range(-7, 8))  # normal scores at which quantiles are known
_FARTHEST = 40.0
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class LogBeta:
    """A rate on the grid: weights for its first points and, for nothing at all, the `rest`.

    The weights keep the mass, the mean and the mean square of every pair of cells (so a few are slightly negative):
    the mean of a smooth function of the rate is right to about .0002.
    """

    weights: tuple[float, ...]
    rest: float

    def average(self, values: Sequence[float], places: int = SIZE) -> list[float]:
        """For the first points x of the grid the mean of f(x · rate), where `values` are f at points and f(0) is 1."""
        reach = len(self.weights)
        longer = [*values, *repeat(values[-1], max(0, places + reach - len(values)))]
        return [sum(map(mul, self.weights, longer[place : place + reach])) + self.rest for place in range(places)]


def place_on_grid(rate: float) -> float:
    """Where on the grid a rate stands, whole numbers being the places of `POINTS`; what is too small at its end."""
    return min(-log(rate) / STEP, SIZE - 1) if rate > 0 else SIZE - 1


@lru_cache(maxsize=512)
def put_on_grid(belief: Beta) -> LogBeta:
    """A Beta on the grid, by Lagrange's polynomials through the three points of each pair of cells."""
    below = [_moments_below(belief, point) for point in POINTS]
    weights = [0.0] * SIZE
    for first in range(0, SIZE - 2, 2):
        mass, mean, square = (x - y for x, y in zip(below[first], below[first + 2], strict=True))
        for at in range(first, first + 3):
            one, other = (POINTS[place] for place in range(first, first + 3) if place != at)
            lagrange = square - (one + other) * mean + one * other * mass
            weights[at] += lagrange / ((POINTS[at] - one) * (POINTS[at] - other))
    weights[-1] += below[-1][1] / POINTS[-1]
    while abs(weights[-1]) < _NOTHING and len(weights) > 1:
        weights.pop()
    return LogBeta(tuple(weights), 1 - sum(weights))


def _moments_below(belief: Beta, x: float) -> tuple[float, float, float]:
    """P(rate < x), and the parts of the mean and of the mean square that lie below x.

    From one incomplete beta function by I_x(a+1, b) = I_x(a, b) − x^a (1−x)^b / (a B(a, b)), 8.17.20 in the NIST
    Handbook (Olver et al. 2010).
    """
    a, b = belief.a, belief.b
    mass = beta_tail(a, b, x)
    front = exp(a * log(x) + b * log1p(-x) - log_beta(a, b)) if x < 1 else 0.0
    once = max(0.0, mass - front / a)
    twice = max(0.0, once - front * x * (a + b) / (a * (a + 1)))
    return mass, once * a / (a + b), twice * a * (a + 1) / ((a + b) * (a + b + 1))


@lru_cache(maxsize=512)
def log_odds_at_scores(belief: Beta) -> tuple[float, ...]:
    """The log-odds of a rate's quantiles at each of `SCORES`."""
    found = (belief.quantile(NormalDist().cdf(score)) for score in SCORES)
    return tuple(log(rate / (1 - rate)) if 0 < rate < 1 else _FARTHEST * (2 * rate - 1) for rate in found)


def read_between(values: Sequence[float], score: float) -> float:
    """What stands at each of `SCORES`, read off between them on a straight line; beyond them the last of them."""
    at = min(max((score - SCORES[0]) / (SCORES[1] - SCORES[0]), 0.0), len(SCORES) - 1.000001)
    return values[int(at)] + (at - int(at)) * (values[int(at) + 1] - values[int(at)])
