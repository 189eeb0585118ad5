"""Whether the range for the number of replies in the coming month holds: the randomized probability integral transform.

On a day, what Onward believes gives the distribution of the number of answers that come within 30 days to all that is
silent. Answers of one month hang together (holidays, a freeze, a busy spring), so a month has an effect of its own on
all of them. Below which share of it did the true number fall? If the ranges are right, these shares are spread evenly. For a
whole number the share is a range, from P(fewer) to P(as many or fewer); instead of drawing a point in it, the range is
spread over the shares, which is the mean of all draws.

Months that overlap say the same thing several times. So whether the spread could be luck is asked of months apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp
from random import Random
from typing import Any

from benchmarks.waits.forecasts import Forecasts
from benchmarks.waits.people import AHEAD, Application

from onward.maths.proportion import beta_tail
from onward.maths.wait_belief import WaitBelief
from onward.maths.wait_grid import grid_around

EVERY = 7  # days
FIRST = 14
APART = -(-AHEAD // EVERY)  # so many looks on, the month of one look has ended
FIFTHS = 5
DRAWN = 2000  # spreads by luck alone
SEED = 21
LEAST_WEIGHT = 1e-4
MONTHS = 0.5  # standard deviation, on the log-odds, of what all answers of one month share
# Gauss and Hermite's five points for a normal distribution.
_NORMAL = (
    (-2.856970, 0.011257), (-1.355626, 0.222076), (0.0, 0.533333), (1.355626, 0.222076), (2.856970, 0.011257),
)  # fmt: skip


def place_replies(person: Sequence[Application], forecasts: Forecasts) -> Iterator[tuple[float, float]]:
    """For every seventh day the range of shares in which the number of replies of the next 30 days fell."""
    first, last = min(one.sent for one in person), max(one.until for one in person) - AHEAD
    for day in range(first + FIRST, last + 1, EVERY):
        followed = (one for one in person if one.sent <= day and day + AHEAD <= one.until)
        silent = [one for one in followed if not one.heard_by(day)]
        if silent:
            replies = sum(one.heard_by(day + AHEAD) for one in silent)
            ages = Counter(day - one.sent for one in silent)
            belief = forecasts.belief(day)
            yield (count_below(belief, ages, replies - 1), count_below(belief, ages, replies))


def count_below(belief: WaitBelief, ages: Counter[int], most: int) -> float:
    """P(at most so many replies): over what is believed and over months, each a binomial of the right mean and variance."""
    if most < 0:
        return 0.0
    grid, total, below = grid_around(belief.prior), 0.0, 0.0
    ends = [(grid.unheard(age), grid.unheard(age + AHEAD), count) for age, count in ages.items()]
    for share, shape, weight in belief.points:
        if weight > LEAST_WEIGHT:
            soon = [(_soon(share, now[shape], then[shape]), count) for now, then, count in ends]
            below += weight * sum(
                part * _binomial_below([(_shift(one, MONTHS * at), count) for one, count in soon], most)
                for at, part in _NORMAL
            )
            total += weight
    return below / total


def _soon(share: float, now: float, then: float) -> float:
    return share * (now - then) / (1 - share + share * now)


def _shift(chance: float, by: float) -> float:
    """A chance moved on the log-odds."""
    if not 0 < chance < 1:
        return chance
    return 1 / (1 + (1 - chance) / chance * exp(-by))


def _binomial_below(chances: Sequence[tuple[float, int]], most: int) -> float:
    mean = sum(count * chance for chance, count in chances)
    square = sum(count * chance * chance for chance, count in chances)
    if mean < 1e-9:
        return 1.0
    chance, tries = square / mean, mean * mean / square
    return 1.0 if most >= tries else beta_tail(tries - most, most + 1, 1 - chance)


def cover(shares: Sequence[tuple[float, float]], low: float, high: float) -> float:
    """How much of the transform lies between two shares."""
    parts = [
        (min(high, end) - max(low, start)) / (end - start) if end > start else float(low <= start < high)
        for start, end in shares
    ]
    return sum(max(0.0, part) for part in parts) / len(parts) if parts else 0.0


def spread_over_fifths(shares: Sequence[tuple[float, float]]) -> list[float]:
    """How much of it lies in each fifth: five times .2 when the ranges are right."""
    return [round(cover(shares, place / FIFTHS, (place + 1) / FIFTHS), 3) for place in range(FIFTHS)]


def compare_months(shares: Sequence[tuple[float, float]]) -> dict[str, Any]:
    """Months that don't overlap: how many (`n`), how far their spread lies from an even one, and how often luck does that.

    The distance is Kolmogorov's, the mean over the looks one may begin with; luck is the same number of even draws.
    """
    series = [shares[start::APART] for start in range(min(APART, len(shares)))]
    chance = Random(SEED)
    far = _mean([_measure_distance([chance.uniform(*share) for share in one]) for one in series for _ in range(100)])
    least = min(len(one) for one in series)
    luck = [_measure_distance([chance.random() for _ in range(least)]) for _ in range(DRAWN)]
    return {"n": least, "distance": round(far, 3), "by_luck": round(_mean([one >= far for one in luck]), 3)}


def _measure_distance(points: Sequence[float]) -> float:
    """Kolmogorov's distance between points and an even spread from 0 to 1."""
    return max(
        max(point - place / len(points), (place + 1) / len(points) - point)
        for place, point in enumerate(sorted(points))
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
