"""The chance of at least one signed offer by a date, with a range; and what pace a wished-for chance needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onward.facts import STAGES, Stage
from onward.maths.proportion import Beta, Interval
from onward.maths.survival import Wait
from onward.wording.counts import count_noun, say_about, say_between, say_one_in
from onward.wording.days import say_day

# The share that moves on from each stage. Evidence §12: p(interview | cold application) Beta(1, 14) [51][52] and
# p(offer | interview) Beta(2, 8) = .2 [53], here split in two steps of strength 10. The rest is judgement, labelled so.
MOVES_ON: dict[Stage, Beta] = {
    Stage.LEAD: Beta(5, 5),  # judgement
    Stage.APPLIED: Beta(1, 14),
    Stage.SCREEN: Beta(5, 5),  # judgement
    Stage.INTERVIEW: Beta(5, 5),  # with FINAL: .5 x .4 = .2
    Stage.FINAL: Beta(4, 6),
    Stage.VERBAL: Beta(9.2, 0.8),  # to signed .92, judgement: no good base rate exists
    Stage.WRITTEN: Beta(9.7, 0.3),  # judgement
}
NEXT: dict[Stage, Stage] = {
    Stage.LEAD: Stage.APPLIED,
    Stage.APPLIED: Stage.INTERVIEW,
    Stage.SCREEN: Stage.INTERVIEW,
    Stage.INTERVIEW: Stage.FINAL,
    Stage.FINAL: Stage.VERBAL,
    Stage.VERBAL: Stage.SIGNED,
    Stage.WRITTEN: Stage.SIGNED,
}
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
WARM = 3.0  # a referral counts this often, capped; evidence §12 [50], shrunk
PERSON = 0.5  # shared person effect: standard deviation on the log-odds; judgement
MOST_A_WEEK = 15  # no target above it (evidence §4)
WISHES = (50, 80, 90)  # chances in 100 to ask the pace for; the first until the person asks for another
DRAWS = 4000
SOURCE = "From published averages and judgement where there are none, updated by your own counts. It promises no date."


@dataclass(frozen=True, slots=True)
class JobChance:
    """One open opportunity: its stage, whether it is through a person, and the share that silence leaves of it."""

    stage: Stage
    warm: bool = False
    still: float = 1.0


@dataclass(frozen=True, slots=True)
class Odds:
    """P(at least one signed by `by`): the mean, an 80 % range over what isn't known, and both in words."""

    mean: float
    interval: Interval
    by: date
    open: int
    words: str
    each: tuple[float, ...] = ()  # the mean chance of every open opportunity ever being signed, in order
    spread: Interval | None = None  # 80 % range of the effective number of opportunities over these chances


@dataclass(frozen=True, slots=True)
class StageRecord:
    """The person's own counts: for each stage (moved on, ended there)."""

    moved: Mapping[Stage, tuple[int, int]] = field(default_factory=dict)

    def belief(self, stage: Stage) -> Beta:
        """The labelled prior updated by the person's counts."""
        return MOVES_ON[stage].updated(*self.moved.get(stage, (0, 0)))


def find_rated_stage(stage: Stage) -> Stage:
    """The stage whose figures count for this one: itself, or where nobody has any for it the nearest before it."""
    if stage.rank >= Stage.SIGNED.rank:
        return stage
    return next((before for before in reversed(STAGES[: stage.rank + 1]) if before in MOVES_ON), Stage.LEAD)


def odds(
    chances: Sequence[JobChance],
    *,
    on: date,
    by: date,
    record: StageRecord,
    rng: np.random.Generator,
    a_week: float = 0.0,
) -> Odds:
    """The chance of at least one signed offer by a date, with `a_week` tailored applications a week from now on.

    Every draw has its own conversion rates and its own person effect, shared by all opportunities, so that outcomes
    hang together; the range is over the draws.
    """
    rates = _rates(record, rng)
    none = np.ones(DRAWS)
    for chance in chances:
        none *= 1 - np.minimum(1.0, _ever(chance, rates) * _in_time(chance.stage, (by - on).days))
    for days in _weeks(on, by):
        none *= (1 - _ever(JobChance(Stage.APPLIED), rates) * _in_time(Stage.APPLIED, days)) ** a_week
    some = 1 - none
    low, high = (float(x) for x in np.quantile(some, (0.1, 0.9)))
    mean, within = float(some.mean()), Interval(low, high)
    ever = [_ever(chance, rates) for chance in chances]
    each = tuple(float(draws.mean()) for draws in ever)
    return Odds(mean, within, by, len(chances), _words(mean, within, by=by, n=len(chances)), each, _spread(ever))


def _spread(ever: Sequence[NDArray[np.float64]]) -> Interval | None:
    """1 / Σw² of the chances in each draw, where w are their shares."""
    if not ever:
        return None
    drawn = np.array(ever)
    effective = drawn.sum(axis=0) ** 2 / (drawn**2).sum(axis=0)
    low, high = (float(x) for x in np.quantile(effective, (0.1, 0.9)))
    return Interval(low, high)


def pace_for(
    wish: float, chances: Sequence[JobChance], *, on: date, by: date, record: StageRecord, seed: int
) -> tuple[int | None, str]:
    """The least tailored applications a week with which the mean chance reaches `wish`; None when 15 don't."""
    for a_week in range(MOST_A_WEEK + 1):
        rng = np.random.default_rng(seed)
        if odds(chances, on=on, by=by, record=record, rng=rng, a_week=a_week).mean >= wish:
            return a_week, _pace_words(a_week, wish)
    return (
        None,
        _NOT_BY_NUMBERS,
    )


_NOT_BY_NUMBERS = "More applications alone don’t get there by that day. A later day, or people you know, may."


def _rates(record: StageRecord, rng: np.random.Generator) -> dict[Stage, NDArray[np.float64]]:
    person = rng.normal(0.0, PERSON, DRAWS)
    return {stage: _shift(rng.beta(b.a, b.b, DRAWS), person) for stage in MOVES_ON for b in (record.belief(stage),)}


def _shift(rate: NDArray[np.float64], person: NDArray[np.float64]) -> NDArray[np.float64]:
    """The rate moved by the person effect on the log-odds."""
    odds_of = np.exp(person) * rate
    return np.asarray(odds_of / (1 - rate + odds_of))


def _ever(chance: JobChance, rates: Mapping[Stage, NDArray[np.float64]]) -> NDArray[np.float64]:
    """The chance of ever being signed, in each draw."""
    stage = find_rated_stage(chance.stage)
    if stage not in NEXT:
        return np.ones(DRAWS)
    result = np.full(DRAWS, chance.still)
    while stage in NEXT:
        lift = WARM if chance.warm and stage is Stage.APPLIED else 1.0
        result = result * np.minimum(1.0, rates[stage] * lift)
        stage = NEXT[stage]
    return result


def _in_time(stage: Stage, days: int) -> float:
    """The share of processes that are through in that many days."""
    if stage.rank >= Stage.SIGNED.rank:
        return 1.0
    return 1 - Wait(1.0, DAYS_LEFT[find_rated_stage(stage)], DAYS_SPREAD).unheard(days)


def _weeks(on: date, by: date) -> range:
    """Days left to applications sent at the end of each whole week from now."""
    return range((by - on).days - 7, 0, -7)


def _words(mean: float, within: Interval, *, by: date, n: int) -> str:
    return (
        f"At least one signed offer by {say_day(by)}: {say_about(mean)}, {say_between(within)}, "
        f"from {count_noun(n, 'open opportunity', 'open opportunities')}."
    )


def _pace_words(a_week: int, wish: float) -> str:
    if not a_week:
        return f"What is open already reaches {say_about(wish)}. Keep going until it’s signed."
    return f"About {say_one_in(wish)} takes {count_noun(a_week, 'tailored application')} a week; fewer through people."
