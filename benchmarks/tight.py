"""How often a search is told where it is tight: exactly usual ones, and those at a third of the usual rate.

    python benchmarks/tight.py [--people 1000] [--seed 1]

One JSON object a line. The limits themselves are counted exactly, with a look after every result. The last lines play
whole searches day by day with the product's own rule: answers take their time, silence counts as decided once it is
planned as closed, some applications and interviews are ended by the person.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from math import comb, exp
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from onward.maths.looks import chance_ever_at_limit
from onward.pace.tight import APPLICATION_LIMITS, APPLICATIONS, INTERVIEW_LIMITS, INTERVIEWS, Spot, judge_tight_spot

LOOKED = {"applications": (APPLICATIONS.mean, APPLICATION_LIMITS), "interviews": (INTERVIEWS.mean, INTERVIEW_LIMITS)}
FEWER = (1, 1 / 2, 1 / 3, 1 / 5)
BY = {"applications": (20, 60, 120, 200, 1000), "interviews": (10, 20, 30, 60, 300)}
ONE_IN_TWENTY = 0.05
DAYS = 240
PLANNED_CLOSED = {"applications": 26, "interviews": 23}  # days of silence that count as decided, evidence §10


def exact(spot: str, share: float) -> dict[str, object]:
    """How often it is ever said by so many results, at a share of the usual rate."""
    usual, limits = LOOKED[spot]
    told = {str(n): round(chance_ever_at_limit(limits, usual * share, n), 4) for n in BY[spot]}
    return {"spot": spot, "times_usual": round(share, 3), "rate": round(usual * share, 4), "told_by": told}


def together(share: float) -> dict[str, object]:
    """Either spot by 60 applications and 30 interviews, looked at after every result of both."""
    clear = 1.0
    for spot, n in (("applications", 60), ("interviews", 30)):
        usual, limits = LOOKED[spot]
        clear *= 1 - chance_ever_at_limit(limits, usual * share, n)
    return {"applications": 60, "interviews": 30, "times_usual": round(share, 3), "told": round(1 - clear, 4)}


def best_possible(spot: str, n: int, share: float) -> dict[str, object]:
    """The most that any rule can find of people at a share of the usual rate, if 5 % of usual ones may be told.

    Neyman and Pearson 1933: one look at the end, the fewest hits first, the last of them by lot.
    """
    usual = LOOKED[spot][0]
    left, found = ONE_IN_TWENTY, 0.0
    for hits in range(n + 1):
        chance = _binomial(hits, n, usual)
        part = min(1.0, left / chance)
        found, left = found + part * _binomial(hits, n, usual * share), left - part * chance
        if left <= 0:
            break
    return {"spot": spot, "results": n, "times_usual": round(share, 3), "no_rule_finds_more_than": round(found, 4)}


def _binomial(hits: int, n: int, rate: float) -> float:
    return comb(n, hits) * rate**hits * (1 - rate) ** (n - hits)


def by_day(chance: Random, share: float, people: int) -> dict[str, object]:
    """Searches day by day: told on any day of eight months, by the rule and the counts of the product."""
    told = dict.fromkeys(Spot, 0)
    for _ in range(people):
        for spot in _told_on_some_day(chance, share):
            told[spot] += 1
    return {
        "days": DAYS, "times_usual": round(share, 3), "people": people,
        "told_applications": told[Spot.APPLICATIONS] / people, "told_interviews": told[Spot.INTERVIEWS] / people,
    }  # fmt: skip


def _told_on_some_day(chance: Random, share: float) -> set[Spot]:
    """One application every other day, one interview in four days on top: the counts that a page would see."""
    sent = [_result(chance, day, APPLICATIONS.mean * share, "applications") for day in range(0, DAYS, 2)]
    held = [_result(chance, day, INTERVIEWS.mean * share, "interviews") for day in range(0, DAYS, 4)]
    found = {
        judge_tight_spot(**_counts(sent, day, "applications"), **_counts(held, day, "interviews")).spot
        for day in range(DAYS)
    }
    return found - {Spot.NONE}


def _result(chance: Random, day: int, rate: float, spot: str) -> tuple[int, bool]:
    """The day on which it counts, and whether it went on: half of all nos are silence."""
    median, spread = (9, 1.0) if spot == "applications" else (7, 0.8)
    answered = day + round(median * exp(spread * chance.gauss(0, 1)))
    if chance.random() < rate:
        return answered, True
    return (answered if chance.random() < 0.5 else day + PLANNED_CLOSED[spot]), False


def _counts(results: list[tuple[int, bool]], day: int, spot: str) -> dict[str, int]:
    known = [went_on for counts_from, went_on in results if counts_from <= day]
    names = ("applications", "interviewed") if spot == "applications" else ("interviews", "offers")
    return dict(zip(names, (len(known), sum(known)), strict=True))


def lines(people: int, seed: int) -> Iterator[dict[str, object]]:
    """Every line that is printed."""
    yield from (exact(spot, share) for spot in LOOKED for share in FEWER)
    yield from (together(share) for share in FEWER)
    yield best_possible("applications", 60, 1 / 3)
    yield best_possible("interviews", 30, 1 / 3)
    chance = Random(seed)
    yield from (by_day(chance, share, people) for share in (1, 1 / 3))


def main() -> None:
    """Print one JSON object a line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for line in lines(given.people, given.seed):
        print(json.dumps(line))


if __name__ == "__main__":
    main()
