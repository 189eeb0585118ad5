"""Conditional logit (McFadden 1974): of a letter’s candidates and the answer “nobody”, the right ones get the chance.

Few weights are kept: after a first fit those near zero go, the rest is fitted anew and rounded to steps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from onward.notice.job.ranking import STEP, Ranking

SEEN_IN = 3  # candidates, for a mark to be looked at
PENALTY = 0.5  # half of it times the square of each weight, unless another is given


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of one letter by their marks, the last being nobody; which are right; how much it counts.

    `known` are the scores that they have before anything is learned; none where it is empty.
    """

    marks: Sequence[Sequence[str]]
    right: Sequence[bool]
    counts: float
    known: Sequence[float] = ()

    @property
    def can_be_made(self) -> bool:
        """Whether any candidate is right: nothing is learned where none is."""
        return any(self.right)


def fit_ranking(choices: Sequence[Choice], *, keep: int, sure: float, penalty: float = PENALTY) -> Ranking:
    """Weights for at most `keep` marks, in whole steps."""
    usable = [one for one in choices if one.can_be_made]
    counted = Counter(mark for one in usable for marks in one.marks for mark in set(marks))
    names = sorted(mark for mark, times in counted.items() if times >= SEEN_IN)
    first = _fit(usable, names, penalty)
    largest = np.argsort(-np.abs(first), kind="stable")[:keep]
    kept = [names[at] for at in sorted(largest)]
    steps = np.round(_fit(usable, kept, penalty) / STEP).astype(int)
    return Ranking({name: int(step) * STEP for name, step in zip(kept, steps, strict=True) if step}, sure)


def _fit(choices: Sequence[Choice], names: Sequence[str], penalty: float) -> NDArray[np.float64]:
    at = {name: number for number, name in enumerate(names)}
    columns: list[int] = []
    rows = [0]
    for one in choices:
        for marks in one.marks:
            # In one order, so that sums come out the same each time.
            columns += sorted({at[mark] for mark in marks if mark in at})
            rows.append(len(columns))
    inputs = csr_matrix((np.ones(len(columns)), columns, rows), shape=(len(rows) - 1, len(names)))
    sizes = np.array([len(one.marks) for one in choices])
    begins = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    of = np.repeat(np.arange(len(sizes)), sizes)
    right = np.array([is_right for one in choices for is_right in one.right], dtype=float)
    counts = np.array([one.counts for one in choices])
    turned = inputs.T.tocsr()
    known = np.array([score for one in choices for score in one.known or [0.0] * len(one.marks)])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = inputs @ weights + known
        odds = np.exp(scores - np.maximum.reduceat(scores, begins)[of])
        whole = np.add.reduceat(odds, begins)
        well = np.add.reduceat(odds * right, begins) + 1e-12
        slope = turned @ (counts[of] * (odds / whole[of] - odds * right / well[of]))
        size = 0.5 * penalty * float(weights @ weights)
        return size - float(counts @ np.log(well / whole)), slope + penalty * weights

    found: NDArray[np.float64] = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 150}
    ).x
    return found
