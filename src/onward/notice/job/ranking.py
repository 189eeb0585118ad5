"""Learned weights for marks, and how they turn into chances.

`rankings.json` is learned by `benchmarks/learn_rankings.py`, and `pasted.json`, which is asked beside it of what a
person pasted, by `benchmarks/learn_pastes.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain, repeat
from math import exp

STEP = 1 / 8  # of a weight: the file holds whole numbers


@dataclass(frozen=True, slots=True)
class Ranking:
    """What each mark weighs, and the chance from which an answer is given: better none than a wrong one."""

    weights: Mapping[str, float]
    sure: float

    def score(self, marks: Sequence[str]) -> float:
        """The sum of what the marks weigh; a mark that was not learned weighs nothing."""
        find = self.weights.get
        return sum(find(mark, 0.0) for mark in set(marks))

    def find_chances(self, candidates: Sequence[Sequence[str]], beside: Sequence[float] = ()) -> list[float]:
        """The chance of each candidate, by its marks; all of them sum to one (conditional logit, McFadden 1974).

        What is known `beside` them adds to the scores of the first candidates, in order.
        """
        more = chain(beside, repeat(0.0))
        scores = [self.score(marks) + extra for marks, extra in zip(candidates, more, strict=False)]
        highest = max(scores)
        odds = [exp(score - highest) for score in scores]
        total = sum(odds)
        return [one / total for one in odds]


@cache
def load_ranking(name: str, file: str = "rankings") -> Ranking:
    """The ranking of that name as it comes with Onward, in `rankings` or `pasted`: marks by their weight in steps."""
    text = resources.files("onward.notice.job").joinpath(f"{file}.json").read_text(encoding="utf-8")
    told = json.loads(text)[name]
    weights = {mark: int(step) * STEP for step, marks in told["weights"].items() for mark in marks.split("\t")}
    return Ranking(weights, told["sure"])
