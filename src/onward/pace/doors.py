"""Open doors and those still to come, grouped, and the chance that none of them leads to a signed offer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, floor, log
from operator import mul

from onward.facts import Stage
from onward.maths.log_beta import POINTS, SIZE, LogBeta, place_on_grid
from onward.maths.proportion import Interval
from onward.maths.survival import Wait
from onward.pace.stage_rates import NEXT, STEPS, Rates, Step, find_step, next_step

# Median days from a stage to signed, around a mean process of 23.8 days (US 2017 [58]); the split is judgement.
DAYS_LEFT: dict[Stage, float] = {
    Stage.LEAD: 45,
    Stage.APPLIED: 38,
    Stage.SCREEN: 28,
    Stage.INTERVIEW: 20,
    Stage.FINAL: 12,
    Stage.VERBAL: 7,
    Stage.WRITTEN: 4,
}
DAYS_SPREAD = 0.6  # judgement
_NO_DOORS = [1.0] * SIZE
_LEAST = 1e-300

Doors = Mapping[tuple[Step, float], int]  # by step and by what silence leaves, how many
Nones = Mapping[Step, Sequence[float]]  # by step, the logarithm of P(none of its doors is signed) at each of POINTS


@dataclass(frozen=True, slots=True)
class JobChance:
    """One open opportunity: its stage, whether it came through a person, and what silence leaves of its chance.

    `still` is P(an answer still comes, given the silence so far) ÷ P(an answer ever comes): 1 on the first day.
    `unknown` says that weeks may have been silent that nobody has counted, so that `still` may be too high.
    """

    stage: Stage
    warm: bool = False
    still: float = 1.0
    unknown: bool = False

    @property
    def step(self) -> Step:
        """The step it stands at."""
        return find_step(self.stage, warm=self.warm)


def group_doors(chances: Iterable[JobChance]) -> Doors:
    """How many there are of each kind. What is signed already is no door."""
    return Counter((one.step, round(min(1.0, one.still), 6)) for one in chances if one.step[0] in NEXT)


def open_doors(doors: Doors, *, days: int) -> Nones:
    """What is open, as far as it would be through in that many days."""
    in_time = {stage: share_in_time(stage, days) for stage in NEXT}
    return _add_up((step, still * in_time[step[0]], count) for (step, still), count in doors.items())


def weekly_doors(*, days: int, warm: bool) -> Nones:
    """One application at the end of each whole week from now on."""
    step = find_step(Stage.APPLIED, warm=warm)
    return _add_up((step, share_in_time(Stage.APPLIED, left), 1) for left in range(days - 7, 0, -7))


def join_doors(some: Nones, others: Nones, *, times: float) -> Nones:
    """Both, the second so many times."""
    nothing = [0.0] * SIZE
    return {
        step: [x + times * y for x, y in zip(some.get(step, nothing), others.get(step, nothing), strict=True)]
        for step in {**some, **others}
    }


def share_in_time(stage: Stage, days: int) -> float:
    """The share of processes that are through in that many days."""
    return 1 - Wait(1.0, DAYS_LEFT[stage], DAYS_SPREAD).unheard(days)


def _add_up(doors: Iterable[tuple[Step, float, int]]) -> Nones:
    found: dict[Step, list[float]] = {}
    for step, factor, count in doors:
        before = found.get(step, _NO_DOORS)
        closed = [1 - factor * point for point in POINTS]
        found[step] = list(map(mul, before, closed if count == 1 else [one**count for one in closed]))
    return {step: [log(max(none, _LEAST)) for none in values] for step, values in found.items()}


def expect_none(rates: Rates, nones: Nones) -> float:
    """The mean of P(none is signed) over all that isn't known of the rates: exact, by convolution."""
    own = {step: [exp(x) for x in logs] for step, logs in nones.items()}
    return sum(chance * _average_rates(own, steps) for chance, steps in zip(rates.chances, rates.steps, strict=True))


def _average_rates(own: Mapping[Step, Sequence[float]], steps: Mapping[Step, LogBeta]) -> float:
    """The mean for one strength of what the rates share: from the first steps on, each rate averaged out in turn."""
    result, here, wanted = 1.0, dict(own), _count_wanted(steps)
    for step in (step for step in STEPS if step in here):
        averaged = steps[step].average(here[step], wanted[step])
        following = next_step(step)
        if following[0] is Stage.SIGNED:
            result *= averaged[0]
        else:  # whatever stands at the next step is wanted at no more points than this
            here[following] = list(map(mul, here[following], averaged)) if following in here else averaged
    return result


def _count_wanted(steps: Mapping[Step, LogBeta]) -> dict[Step, int]:
    """At how many points a step's average is looked at by the steps that follow it."""
    wanted: dict[Step, int] = {}
    for step in reversed(STEPS):
        after = next_step(step)
        wanted[step] = min(SIZE, wanted[after] + len(steps[after].weights)) if after in wanted else 1
    return wanted


def range_of_none(rates: Rates, nones: Nones) -> Interval:
    """The 80 % range of P(none is signed) over what isn't known of the rates."""
    logs = [_read_off(values, rates.spread[step]) for step, values in nones.items()]
    return range_of([exp(sum(row)) for row in zip(*logs, strict=True)] or [1.0])


def range_of_effective(rates: Rates, doors: Doors) -> Interval | None:
    """The 80 % range of 1 / Σw² over the chances of being signed, w being their shares; None: nothing is open."""
    sums: dict[Step, tuple[float, float]] = {}
    for (step, still), count in doors.items():
        total, square = sums.get(step, (0.0, 0.0))
        sums[step] = (total + count * still, square + count * still * still)
    if not any(total for total, _ in sums.values()):
        return None
    parts = [
        [(rate * total, rate * rate * square) for rate in rates.spread[step]] for step, (total, square) in sums.items()
    ]
    return range_of(sum(x for x, _ in row) ** 2 / sum(y for _, y in row) for row in zip(*parts, strict=True))


def range_of(values: Iterable[float]) -> Interval:
    """The middle 80 % of equally likely values."""
    ordered = sorted(values)
    return Interval(*(_between_sorted(ordered, share) for share in (0.1, 0.9)))


def _read_off(values: Sequence[float], rates: Iterable[float]) -> list[float]:
    """What stands at the grid's points, at rates in between: on a straight line, near 1 one through the chances.

    There a single door's chance of failing falls to nothing, and its logarithm far below any line.
    """
    rises = [after - before for before, after in pairwise([*values, values[-1]])]
    sure, nearly = exp(values[0]), exp(values[1])
    found = []
    for rate in rates:
        place = place_on_grid(rate)
        if place < 1:
            found.append(log(max(sure + (1 - rate) / (1 - POINTS[1]) * (nearly - sure), _LEAST)))
        else:
            found.append(values[int(place)] + (place - int(place)) * rises[int(place)])
    return found


def _between_sorted(ordered: Sequence[float], share: float) -> float:
    at = share * (len(ordered) - 1)
    place = min(floor(at), len(ordered) - 2) if len(ordered) > 1 else 0
    return ordered[place] + (at - place) * (ordered[min(place + 1, len(ordered) - 1)] - ordered[place])
