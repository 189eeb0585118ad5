"""How exact the odds are: `python benchmarks/odds.py`.

Each line holds the chance of at least one signed offer and its 80 % range, as the library says them and as a million
runs of a simulation of the same assumptions find them (`--runs`; it draws what a person's rates share and each rate, keeps
a draw by how likely it makes the person's own counts, and needs numpy). The last lines are milliseconds for 1,000 open
jobs once the rates are there, and for the pace that a wish needs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from math import lgamma
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import numpy as np
from benchmarks.waits.speed import time_work
from numpy.typing import NDArray

from onward.facts import Stage
from onward.pace.doors import JobChance, share_in_time
from onward.pace.odds import odds, pace_for
from onward.pace.stage_rates import PERSON, STEPS, StageRecord, Step, next_step

ON = date(2026, 11, 16)
BY = ON + timedelta(days=90)
RUNS = 1_000_000
PART = 200_000

Floats = NDArray[np.float64]


def cases() -> Iterator[tuple[str, list[JobChance], StageRecord]]:
    """What is open, and the person's own counts."""
    applied, interview, final = (JobChance(stage) for stage in (Stage.APPLIED, Stage.INTERVIEW, Stage.FINAL))
    some = [interview] * 3 + [applied] * 10 + [final]
    silent = StageRecord({Stage.APPLIED: (5, 43.2)})
    yield "ten applications", [applied] * 10, StageRecord()
    yield "three interviews, ten applications, a final round", some, StageRecord()
    yield "the same through people", [JobChance(one.stage, warm=True) for one in some], StageRecord()
    yield (
        "the same, half silent",
        [JobChance(one.stage, still=0.1 + 0.9 * (n % 2)) for n, one in enumerate(some)],
        StageRecord(),
    )
    yield "ten applications after 50 with 5 met, 45 silent", [applied] * 10, silent
    yield (
        "twenty applications after 1,000 of which 100 moved on",
        [applied] * 20,
        StageRecord({Stage.APPLIED: (100, 900)}),
    )
    yield "two final rounds after eight nos", [final] * 2, StageRecord({Stage.FINAL: (0, 8)})
    yield "a hundred applications", [applied] * 100, StageRecord()
    yield "a verbal and a written offer", [JobChance(Stage.VERBAL), JobChance(Stage.WRITTEN)], StageRecord()


def simulate(chances: list[JobChance], record: StageRecord, runs: int) -> tuple[float, float, float]:
    """The share of runs with a signed offer, and the 80 % range of the chance over the rates."""
    dice = np.random.default_rng(7)
    hits, kept, given = 0, 0, []
    while kept < runs:
        rates, likely = _draw(dice, record)
        keep = dice.random(PART) < likely / likely.max()
        signed = _signed({step: rate[keep] for step, rate in rates.items()})
        none = np.ones(int(keep.sum()))
        dead = np.ones(int(keep.sum()), dtype=bool)
        for one in chances:
            chance = one.still * share_in_time(one.stage, (BY - ON).days) * signed[one.step]
            none *= 1 - chance
            dead &= dice.random(len(chance)) >= chance
        given.append(1 - none)
        hits, kept = hits + int((~dead).sum()), kept + len(none)
    low, high = np.quantile(np.concatenate(given), (0.1, 0.9))
    return hits / kept, float(low), float(high)


def _draw(dice: np.random.Generator, record: StageRecord) -> tuple[dict[Step, Floats], Floats]:
    """Rates from the prior, and how likely each draw makes the person's own counts."""
    shared = dice.normal(0, PERSON, PART)
    rates, likely = {}, np.zeros(PART)
    for step in STEPS:
        usual = StageRecord().belief(step)
        strength = usual.a + usual.b
        mean = 1 / (1 + np.exp(np.log(usual.b / usual.a) - shared))
        hits, misses = record.counts(step)
        # The counts are worked into each rate at once, and into what the rates share by how likely they were.
        a, b = mean * strength, (1 - mean) * strength
        rates[step] = dice.beta(a + hits, b + misses)
        likely += _log_beta(a + hits, b + misses) - _log_beta(a, b) if hits or misses else 0.0
    return rates, np.exp(likely - likely.max())


def _log_beta(a: Floats, b: Floats) -> Floats:

    gamma = np.vectorize(lgamma, otypes=[np.float64])
    return np.asarray(gamma(a) + gamma(b) - gamma(a + b))


def _signed(rates: Mapping[Step, Floats]) -> dict[Step, Floats]:
    signed: dict[Step, Floats] = {}
    for step in reversed(STEPS):
        after = next_step(step)
        signed[step] = rates[step] * signed[after] if after in signed else rates[step]
    return signed


def say_cases(runs: int) -> Iterator[dict[str, Any]]:
    """A line for each case."""
    for name, chances, record in cases():
        told = odds(chances, record, on=ON, by=BY)
        mean, low, high = (round(value, 4) for value in simulate(chances, record, runs))
        yield {
            "open": name,
            "chance": round(told.mean, 4), "simulated": mean, "off_by": round(told.mean - mean, 4),
            "low": round(told.interval.low, 3), "simulated_low": round(low, 3),
            "high": round(told.interval.high, 3), "simulated_high": round(high, 3),
        }  # fmt: skip


def say_speed() -> Iterator[dict[str, Any]]:
    """Milliseconds of processor time for 1,000 open jobs, silent for 0 to 179 days."""
    record = StageRecord({Stage.APPLIED: (20, 300.5)})
    stages = (Stage.APPLIED, Stage.APPLIED, Stage.APPLIED, Stage.INTERVIEW)
    jobs = [JobChance(stages[n % 4], still=1 - (n * 7 % 180) / 181) for n in range(1000)]
    odds(jobs, record, on=ON, by=BY)
    yield {"odds_ms": time_work(lambda: odds(jobs, record, on=ON, by=BY)), "open_jobs": len(jobs)}
    yield {"pace_for_ms": time_work(lambda: pace_for(0.5, jobs, record, on=ON, by=BY)), "open_jobs": len(jobs)}
    records = iter([StageRecord({Stage.APPLIED: (20, 300.5 + n)}) for n in range(1, 99)])
    yield {"odds_ms": time_work(lambda: odds(jobs, next(records), on=ON, by=BY)), "what": "rates learned anew"}


def main() -> None:
    """Print one JSON object a line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args()
    for line in chain(say_cases(given.runs), say_speed()):
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
