"""Made-up people: how Onward does for those unlike the prior, and how right it is about when to carry on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import exp
from random import Random
from statistics import mean, median
from typing import Any

from benchmarks.waits.forecasts import Forecasts, believe_as_known
from benchmarks.waits.people import FORM, Application, list_cases, make_person
from benchmarks.waits.replies import cover, place_replies, spread_over_fifths
from benchmarks.waits.scores import score_cases

from onward.maths.survival import Wait
from onward.pace.silence import FLOOR_DAYS, PLAN_CLOSED

SEED = 9
PEOPLE = 12  # of each kind; with so few, a lead of .003 is within chance
APPLICATIONS, SEARCH = 100, 180  # of each, over so many days
FROM = 60  # forecasts are scored from this day of the search
OTHERS = 400  # made-up applications of others, for the pooled curve
# How many times the odds of hearing that are usual.
KINDS: dict[str, float] = {
    "as usual": 1,
    "3 times as responsive": 3,
    "3 times as silent": 1 / 3,
    "6 times as responsive": 6,
    "6 times as silent": 1 / 6,
}
MEDIANS, SHARES, SPREADS = (3, 7, 14, 21, 30), (0.2, 0.35, 0.6), (0.6, 0.8, 1.0, 1.2)
ANSWERED = 10  # waits at least, before plan-closed is looked at
LATE = 1.5


def say_simulated(people: int = PEOPLE) -> Iterator[dict[str, Any]]:
    """A line for each kind of people, then one for each true median."""
    yield from (_say_kind(name, odds, people) for name, odds in KINDS.items())
    yield from (_say_closed(days) for days in MEDIANS)


def _say_kind(name: str, odds: float, people: int) -> dict[str, Any]:
    """All people of a kind as one: what is scored is every forecast from the sixtieth day."""
    chance, usual = Random(f"{SEED} {name}"), FORM.usual
    wait = Wait(_times(usual.hears, odds), usual.median, usual.spread)
    others = make_person(chance, usual, applications=OTHERS, days=SEARCH)
    lines, shares, counts = [], [], []
    for _ in range(people):
        person = make_person(chance, wait, applications=APPLICATIONS, days=SEARCH)
        forecasts = Forecasts(person, FORM.prior, others)
        cases = [case for case in list_cases(person) if case.day >= FROM]
        lines.append(score_cases(cases, forecasts, resampled=2)["log_score"])
        counts.append(len(cases))
        shares += [*place_replies(person, forecasts)]
    scores = {
        rival: round(sum(line[rival] * n for line, n in zip(lines, counts, strict=True)) / sum(counts), 4)
        for rival in lines[0]
    }
    return {
        "people": name, "n": sum(counts), "log_score": scores,
        "ahead_by": round(scores["onward"] - max(score for rival, score in scores.items() if rival != "onward"), 4),
        "coverage_80": round(cover(shares, 0.1, 0.9), 3), "fifths": spread_over_fifths(shares),
    }  # fmt: skip


def _times(share: float, odds: float) -> float:
    return share * odds / (1 - share + share * odds)


@dataclass(frozen=True, slots=True)
class Closed:
    """One person on the day of their tenth answer: what is true of an application sent then, and what is said."""

    true_chance: float
    times_later: float
    covered: float


def _say_closed(days: int) -> dict[str, Any]:
    chance = Random(f"{SEED} closed {days}")
    found = [_close(chance, Wait(share, days, spread)) for share, spread in product(SHARES, SPREADS) for _ in range(6)]
    return {
        "true_median": days, "people": len(found),
        "true_chance_when_said": round(mean(one.true_chance for one in found), 3),
        "times_later_than_true": round(mean(one.times_later for one in found), 2),
        "median_times_later": round(median(one.times_later for one in found), 2),
        "later_than_half_again": round(mean(one.times_later > LATE for one in found), 2),
        "coverage_80_still_hear": round(mean(one.covered for one in found), 2),
    }  # fmt: skip


def _close(chance: Random, wait: Wait) -> Closed:
    person, day = _until_answered(chance, wait)
    belief = believe_as_known(person, day, FORM.prior)
    said = max(FLOOR_DAYS, belief.first_day(PLAN_CLOSED))
    ranges = [(belief.range(silent), _true_still(wait, silent)) for silent in (14, 30)]
    covered = mean(within.low <= true <= within.high for within, true in ranges)
    first = max(FLOOR_DAYS, next(silent for silent in range(4000) if _true_still(wait, silent) <= PLAN_CLOSED))
    return Closed(_true_still(wait, said), said / first, covered)


def _true_still(wait: Wait, silent: int) -> float:
    return wait.still(silent + 0.5)


def _until_answered(chance: Random, wait: Wait) -> tuple[list[Application], int]:
    """Somebody who sends about one a day until the tenth answer, and that day."""
    person: list[Application] = []
    for day in range(10_000):
        for _ in range(_poisson(chance)):
            person += [replace(one, sent=day, answered=None if one.answered is None else one.answered - one.sent + day)
                       for one in make_person(chance, wait, applications=1, days=1)]  # fmt: skip
        if sum(one.heard_by(day) for one in person) >= ANSWERED:
            break
    return [replace(one, until=day) for one in person], day


def _poisson(chance: Random, rate: float = 1.0) -> int:
    count, left = 0, chance.random()
    while left > exp(-rate):
        count, left = count + 1, left * chance.random()
    return count
