"""What waits teach about the share that hears, the median and the spread together: a posterior on a small grid.

People differ, so the prior is wide. And searches change, so five stories are weighed by how well each tells the waits:
nothing changed, or what began more than 20, 40, 80 or 160 days ago was another time and says nothing about now. That it
changed just now, no wait can tell yet: so much is always left to the prior.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import exp, log
from operator import add, mul, sub

from onward.maths.proportion import Interval
from onward.maths.survival import LONGEST_WAIT, Wait, Waited
from onward.maths.wait_grid import POINTS, WaitPrior, grid_around, prior_weights, round_days

CHANGES = (20, 40, 80, 160)  # days ago at which a search may have become another one
CHANGED = 0.08  # how likely each of these is before looking; without them real people fare worse by up to .010
JUST_CHANGED = 0.03  # how likely it is that the past says nothing about today
NEGLIGIBLE = 1e-6  # a point with less weight moves no range

_Cell = tuple[int, WaitPrior, int, bool]  # how many changes lie after it, its kind, its days, and whether it was heard


@dataclass(frozen=True, slots=True)
class Evidence:
    """One wait that teaches: what happened, what is usual for its kind of wait, and how much it counts."""

    waited: Waited
    prior: WaitPrior
    weight: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class WaitBelief:
    """What is believed of one kind of wait: the points of the grid with their shares, shapes and weights.

    `coming` is, for each shape (median and spread), the share believed to hear with it; `never` the share that doesn't.
    """

    prior: WaitPrior
    points: tuple[tuple[float, int, float], ...]
    coming: tuple[float, ...]
    never: float

    def still(self, day: int) -> float:
        """P(an answer still comes, given silence to `day`); it falls from day to day."""
        later = self._chance_later(day)
        return later / (self.never + later)

    def soon(self, day: int, ahead: int) -> float:
        """P(an answer comes in the next `ahead` days, given silence to `day`)."""
        later = self._chance_later(day)
        return (later - self._chance_later(day + ahead)) / (self.never + later)

    def range(self, day: int, level: float = 0.8) -> Interval:
        """The range of `still` that holds `level` of the belief, once this wait too has been silent to `day`."""
        unheard = grid_around(self.prior).unheard(day)
        heard = [(share * unheard[shape], 1 - share, weight) for share, shape, weight in self.points]
        return _find_middle(
            sorted([(hear / (hear + not_), weight * (hear + not_)) for hear, not_, weight in heard]), level
        )

    def first_day(self, share: float) -> int:
        """The first whole day on which the chance of still hearing is at most `share`; 3660 when that is never."""
        low, high = 0, LONGEST_WAIT
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self.still(middle) <= share else (middle + 1, high)
        return low

    def typical(self) -> Wait:
        """One curve that stands for the belief: its mean share, and the means of log median and of log spread."""
        shapes, hears = grid_around(self.prior).shapes, sum(self.coming)
        medians = sum(weight * log(median) for weight, (median, _) in zip(self.coming, shapes, strict=True))
        spreads = sum(weight * log(spread) for weight, (_, spread) in zip(self.coming, shapes, strict=True))
        return Wait(hears, exp(medians / hears), exp(spreads / hears))

    def _chance_later(self, day: int) -> float:
        later: float = sum(map(mul, self.coming, grid_around(self.prior).unheard(day)))
        return later


def believe_waits(prior: WaitPrior, evidence: Iterable[Evidence] = ()) -> WaitBelief:
    """The prior, moved by evidence.

    Waits of another kind teach through where they lie around their own center: who hears twice as often as is usual
    after an interview may do so after a final round.
    """
    cells: dict[_Cell, float] = defaultdict(float)
    for one in evidence:
        place = sum(one.waited.ago >= day for day in CHANGES)
        cells[place, one.prior, round_days(one.waited.days), one.waited.heard] += one.weight
    return _believe_cells(prior, frozenset(cells.items()))


@lru_cache(maxsize=64)
def _believe_cells(prior: WaitPrior, cells: frozenset[tuple[_Cell, float]]) -> WaitBelief:
    weights = _weigh_stories(_add_up(sorted(cells, key=_in_order)), {cell[0] for cell, _ in cells})
    shares, shapes = grid_around(prior).shares, len(grid_around(prior).shapes)
    rows = [weights[start : start + shapes] for start in range(0, len(weights), shapes)]
    coming = tuple(sum(map(mul, shares, column)) for column in zip(*rows, strict=True))
    every = zip(product(shares, range(shapes)), weights, strict=True)
    points = tuple((share, shape, weight) for (share, shape), weight in every if weight > NEGLIGIBLE)
    return WaitBelief(prior, points, coming, 1 - sum(coming))


def _in_order(told: tuple[_Cell, float]) -> tuple[float, ...]:
    """One order for the same waits, so that they give the same figures to the last digit."""
    (place, kind, days, heard), _ = told
    center = kind.center
    return (place, center.hears, center.median, center.spread, *kind.deviations, days, heard)


def _add_up(cells: Iterable[tuple[_Cell, float]]) -> list[list[float]]:
    """The log likelihood of the waits between one change and the next, the newest first."""
    silent = [[0.0] * len(prior_weights()) for _ in range(len(CHANGES) + 1)]
    shares = [[0.0] * POINTS[0] for _ in silent]
    shapes = [[0.0] * (POINTS[1] * POINTS[2]) for _ in silent]
    for (place, kind, days, heard), weight in cells:
        grid = grid_around(kind)
        if heard:  # an answer tells of the share and of the shape apart, which is quicker
            shares[place] = [x + weight * log(share) for x, share in zip(shares[place], grid.shares, strict=True)]
            shapes[place] = [x + weight * y for x, y in zip(shapes[place], grid.answered(days), strict=True)]
        else:
            silent[place] = [x + weight * y for x, y in zip(silent[place], grid.silent(days), strict=True)]
    return [
        list(map(add, silence, [x + y for x in of_shares for y in of_shapes]))
        for silence, of_shares, of_shapes in zip(silent, shares, shapes, strict=True)
    ]


def _weigh_stories(parts: Sequence[Sequence[float]], there: set[int]) -> list[float]:
    """The posterior: that of each story, by its own chance. A change is one only between waits."""
    whole = [sum(column) for column in zip(*parts, strict=True)]
    stories = [(1 - CHANGED * len(CHANGES), whole, 0.0)]
    since = [0.0] * len(whole)
    for place, part in enumerate(parts[:-1]):
        since = list(map(add, since, part))
        if there and min(there) <= place < max(there):
            stories.append((CHANGED, since, _log_mean(list(map(sub, whole, since)))))
    chances = [log(prior) + _log_mean(likelihood) + before for prior, likelihood, before in stories]
    shares = [exp(chance - max(chances)) for chance in chances]
    scaled = [(1 - JUST_CHANGED) * share / sum(shares) for share in shares]
    posteriors = [_update_prior(likelihood) for _, likelihood, _ in stories]
    told = (sum(map(mul, scaled, column)) for column in zip(*posteriors, strict=True))
    return [JUST_CHANGED * prior + weight for prior, weight in zip(prior_weights(), told, strict=True)]


def _update_prior(likelihood: Sequence[float]) -> list[float]:
    most = max(likelihood)
    weights = [prior * exp(x - most) for prior, x in zip(prior_weights(), likelihood, strict=True)]
    total = sum(weights)
    return [weight / total for weight in weights]


def _log_mean(likelihood: Sequence[float]) -> float:
    """The logarithm of the likelihood's mean over the prior."""
    most = max(likelihood)
    return most + log(sum(prior * exp(x - most) for prior, x in zip(prior_weights(), likelihood, strict=True)))


def _find_middle(points: Sequence[tuple[float, float]], level: float) -> Interval:
    """The values between which `level` of the weight lies, each point's weight spread to halfway towards the next."""
    total = sum(weight for _, weight in points)
    ends, seen, last, ahead = [], 0.0, (0.0, points[0][0]), [(1 - level) / 2 * total, (1 + level) / 2 * total]
    for value, weight in points:
        at = seen + weight / 2
        while ahead and ahead[0] <= at:
            part = (ahead.pop(0) - last[0]) / (at - last[0]) if at > last[0] else 1.0
            ends.append(last[1] + part * (value - last[1]))
        seen, last = seen + weight, (at, value)
    return Interval(ends[0], ends[1] if len(ends) > 1 else points[-1][0], level)
