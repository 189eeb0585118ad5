"""The chance of at least one signed offer by a date, with a range; and what pace a wished-for chance needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onward.maths.proportion import Interval
from onward.pace.doors import (
    JobChance,
    Nones,
    expect_none,
    group_doors,
    join_doors,
    open_doors,
    range_of_effective,
    range_of_none,
    weekly_doors,
)
from onward.pace.stage_rates import NEXT, Rates, StageRecord, believe_rates
from onward.wording.counts import join_sentences, say_about, say_between, say_count
from onward.wording.days import say_day

LIKELY = 0.95  # above it a chance would be said as “nearly all”
SUREST = 0.99  # no day is promised: nothing is signed before it is signed
MOST_A_WEEK = 15  # no target above it (evidence §4)
WISHES = (50, 80, 90)  # chances in 100 to ask the pace for; the first until the person asks for another
SOURCE = "From published averages and judgement where there are none, updated by your own counts. It promises no date."


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
class PaceNeeded:
    """The fewest applications a week that reach the wish, sent cold or through people; None when 15 don't."""

    wish: float
    a_week: int | None
    through_people: int | None
    words: str


def odds(
    chances: Sequence[JobChance], record: StageRecord, *, on: date, by: date, a_week: float = 0.0, warm: bool = False
) -> Odds:
    """The chance of at least one signed offer by a date, with `a_week` tailored applications a week from now on.

    All opportunities share the person's rates, so that outcomes hang together. The mean is exact, by convolution; the
    range is over 512 points spread evenly over what isn't known of the rates. There are no random numbers.

    >>> from onward.facts import Stage
    >>> open_ = [JobChance(Stage.FINAL), JobChance(Stage.APPLIED, still=0.4)]
    >>> told = odds(open_, StageRecord(), on=date(2026, 3, 2), by=date(2026, 6, 1))
    >>> print(f"{told.mean:.2f}, from {told.interval.low:.2f} to {told.interval.high:.2f}")
    0.38, from 0.14 to 0.62
    """
    rates, days, doors = believe_rates(record), (by - on).days, group_doors(chances)
    nones = open_doors(doors, days=days)
    if a_week:
        nones = join_doors(nones, weekly_doors(days=days, warm=warm), times=a_week)
    mean, within = 1.0, Interval(1.0, 1.0)
    if not _is_signed(chances):
        none = range_of_none(rates, nones)
        mean = min(1.0, max(0.0, 1 - expect_none(rates, nones)))  # a grid may pass either end by a hair
        within = Interval(1 - none.high, 1 - none.low)
    each = tuple(min(1.0, one.still) * rates.signed.get(one.step, 1.0) for one in chances)
    words = _say_odds(mean, within, by=by, chances=chances)
    if not chances and not a_week:
        words = f"Nothing is open that could be signed by {say_day(by)}."
    return Odds(mean, within, by, len(chances), words, each, range_of_effective(rates, doors))


def pace_for(wish: float, chances: Sequence[JobChance], record: StageRecord, *, on: date, by: date) -> PaceNeeded:
    """The least pace with which the mean chance reaches `wish`, with applications sent cold and through people."""
    rates, days = believe_rates(record), (by - on).days
    nones = open_doors(group_doors(chances), days=days)
    cold, warm = (_least_pace(wish, rates, nones, weekly_doors(days=days, warm=warm)) for warm in (False, True))
    if _is_signed(chances):
        cold = warm = 0
    return PaceNeeded(wish, cold, warm, _pace_words(wish, cold, warm, by=by))


def _least_pace(wish: float, rates: Rates, nones: Nones, weekly: Nones) -> int | None:
    low, high = 0, MOST_A_WEEK + 1
    while low < high:
        middle = (low + high) // 2
        enough = 1 - expect_none(rates, join_doors(nones, weekly, times=middle)) >= wish
        low, high = (low, middle) if enough else (middle + 1, high)
    return low if low <= MOST_A_WEEK else None


def _is_signed(chances: Sequence[JobChance]) -> bool:
    return any(one.step[0] not in NEXT for one in chances)


ODDS = (
    "At least one signed offer by {day}: {chance}, {between}, from {n} open opportunity.",
    "At least one signed offer by {day}: {chance}, {between}, from {n} open opportunities.",
)
TAKES = (
    "For {chance} by {day} it takes {n} tailored application a week.",
    "For {chance} by {day} it takes {n} tailored applications a week.",
)
TAKES_OR = (
    "For {chance} by {day} it takes {n} tailored application a week, or {warm} a week through people.",
    "For {chance} by {day} it takes {n} tailored applications a week, or {warm} a week through people.",
)


def _say_odds(mean: float, within: Interval, *, by: date, chances: Sequence[JobChance]) -> str:
    """A chance by a day, and never a promise of it: what is nearly certain is said to be open still."""
    chance = say_about(mean) if mean <= LIKELY else "likely, and never sure"
    open_end = Interval(min(within.low, SUREST), min(within.high, SUREST))
    unknown = sum(one.unknown for one in chances)
    said = say_count(len(chances), *ODDS, day=say_day(by), chance=chance, between=say_between(open_end))
    return join_sentences(said, f"Less if {unknown:,} of them have been silent." if unknown else "")


def _pace_words(wish: float, cold: int | None, warm: int | None, *, by: date) -> str:
    chance, day = say_about(wish), say_day(by)
    if cold == 0:
        return f"What is open already reaches {chance} by {day}. Keep going until it’s signed."
    if cold is not None:
        return say_count(cold, *(TAKES_OR if warm else TAKES), chance=chance, day=day, warm=warm)
    instead = f"Through people, {warm} a week would." if warm else "A later day, or people you know, may."
    return join_sentences(f"More applications alone don’t get to {chance} by {day}.", instead)
