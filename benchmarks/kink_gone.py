"""How often the rule for "likely gone" is wrong, how fast it sees a real change, and what follows a recurrence.

    python benchmarks/kink_gone.py [--trials 20000] [--seed 1]

One JSON object a line. The rule itself is `onward.kinks.gone.verdicts`, with two practices before each real chance.
The naive rule beside it says "gone" when P(rate after < rate before) is at least 0.90, looked at after each chance
from the third on; its "before" is what made the person notice: five chances, with two occurrences or more.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from statistics import median

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from onward.kinks.gone import CHANCES_NEEDED, KinkOccasion, State, list_kink_verdicts

LOOKS = 12
PRACTICES = 2
BEFORE = 5
NOTICED_AT = 2
BEGAN = date(2026, 1, 1)
TRUE_RATES = (0.25, 0.3, 0.4, 0.5, 0.6)
CHANGES = ((0.6, 0.05), (0.6, 0.1), (0.5, 0.05), (0.4, 0.0))


@cache
def states(real: tuple[bool, ...], practised: tuple[bool, ...]) -> tuple[State, ...]:
    """The state after each real chance, by the product's own rule."""
    occasions = []
    for at, happened in enumerate(real):
        day = BEGAN + timedelta(days=at + 1)
        occasions += [KinkOccasion(day, slip, real=False) for slip in practised[PRACTICES * at : PRACTICES * (at + 1)]]
        occasions.append(KinkOccasion(day, happened))
    return tuple(now.state for occasion, now in list_kink_verdicts(occasions, practice_began=BEGAN) if occasion.real)


def first_gone(real: np.ndarray, practised: np.ndarray) -> int | None:
    """The chance (from 1) at which it was first called likely gone, or None."""
    told = states(tuple(map(bool, real)), tuple(map(bool, practised)))
    return told.index(State.GONE) + 1 if State.GONE in told else None


_GRID = (np.arange(4000) + 0.5) / 4000


@cache
def drop(seen_before: int, before: int, seen: int, after: int) -> float:
    """P(rate after < rate before) under two Beta(1, 1) priors, on a grid of 4,000."""
    first, second = (_density(k, n) for k, n in ((seen_before, before), (seen, after)))
    return float(np.sum(first * (np.cumsum(second) - second / 2)))


def _density(seen: int, chances: int) -> np.ndarray:
    weight = _GRID**seen * (1 - _GRID) ** (chances - seen)
    return weight / weight.sum()


def naive_gone(before: np.ndarray, real: np.ndarray) -> bool:
    """Whether the naive rule said gone at any look."""
    k = int(before.sum())
    return any(drop(k, len(before), int(real[:n].sum()), n) >= 0.90 for n in range(CHANCES_NEEDED, len(real) + 1))


def noticed(chance: np.random.Generator, rate: float) -> np.ndarray:
    """Five chances before practice, drawn until the kink showed often enough to be noticed."""
    while True:
        before = chance.random(BEFORE) < rate
        if before.sum() >= NOTICED_AT:
            return before


def unchanged(chance: np.random.Generator, rate: float, trials: int) -> dict[str, float]:
    """Nothing changed: how often each rule says gone at one of twelve looks."""
    wrong = naive = 0
    for _ in range(trials):
        before, real = noticed(chance, rate), chance.random(LOOKS) < rate
        # Practice goes well although the interviews don't: the case that a rule with practice in it gets wrong.
        wrong += first_gone(real, np.zeros(PRACTICES * LOOKS, dtype=bool)) is not None
        naive += naive_gone(before, real)
    return {"true_rate": rate, "looks": LOOKS, "false_gone": wrong / trials, "naive_false_gone": naive / trials}


def changed(chance: np.random.Generator, before: float, after: float, trials: int) -> dict[str, float | None]:
    """The rate really fell: how often that is seen within twelve looks, and after how many."""
    practised = np.zeros(PRACTICES * LOOKS, dtype=bool)
    found = [first_gone(chance.random(LOOKS) < after, practised) for _ in range(trials)]
    called = [look for look in found if look is not None]
    share = len(called) / trials
    return {
        "from": before,
        "to": after,
        "looks": LOOKS,
        "called": share,
        "median_looks": float(median(called)) if called else None,
    }


def recurred(after: float, clean: int) -> dict[str, float | int]:
    """Called gone after `clean` chances, then it happened once: how many clean chances until it is said again."""
    outcomes = (False,) * clean + (True,) + (False,) * 40
    told = states(outcomes, (False,) * (PRACTICES * len(outcomes)))
    again = next(n for n, state in enumerate(told[clean + 1 :], 1) if state is State.GONE)
    improving = next(n for n, state in enumerate(told[clean + 1 :], 1) if state is not State.WORKING)
    return {
        "recurrence_after": clean,
        "state_at_once": str(told[clean]),
        "clean_until_improving": improving,
        "clean_until_gone": again,
        "chance_of_that_many_clean": round((1 - after) ** again, 4),
        "rate": after,
    }


def lines(trials: int, seed: int) -> Iterator[dict[str, object]]:
    """Every line that is printed."""
    chance = np.random.default_rng(seed)
    yield from (dict(unchanged(chance, rate, trials)) for rate in TRUE_RATES)
    yield from (dict(changed(chance, before, after, trials)) for before, after in CHANGES)
    yield from (dict(recurred(0.05, clean)) for clean in (8, 11, 14))


def main() -> None:
    """Print one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trials", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for line in lines(given.trials, given.seed):
        print(json.dumps(line))


if __name__ == "__main__":
    main()
