"""Whether somebody had met the person, learned from the words of letters and pastes that say no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from benchmarks.fit_text import fit_logistic
from benchmarks.rankings.told import Told
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from onward.facts import LetterKind
from onward.notice.job.meeting import list_telling
from onward.notice.job.page import Page
from onward.notice.job.ranking import STEP, Ranking

KEEP = 1500  # words, pairs and stems
SURE = 0.45
LETTER = 1 / 3  # of what a paste counts
PENALTY = 10 / 3  # the more, the nearer to zero all weights stay (L2)


def learn_met(told: Sequence[Told]) -> Ranking:
    """Both answers count alike in sum: among pastes that were written to learn from, three in four had met."""
    known = [one for one in told if one.met is not None and one.kind is LetterKind.REJECTION]
    seen = [frozenset(list_telling(Page(one.letter).texts["body"])) for one in known]
    met = np.array([bool(one.met) for one in known])
    counts = np.array([LETTER if one.source == "letter" else 1.0 for one in known])
    counts = counts * np.where(met, 1 / counts[met].sum(), 1 / counts[~met].sum()) * counts.sum() / 2
    often = Counter(word for words in seen for word in words)
    names = sorted(word for word, times in often.items() if times > 1)
    first, _ = _fit(seen, names, met, counts)
    names = [names[at] for at in sorted(np.argsort(-np.abs(first), kind="stable")[:KEEP])]
    weights, always = _fit(seen, names, met, counts)
    steps = np.round(weights / STEP).astype(int)
    found = {name: int(step) * STEP for name, step in zip(names, steps, strict=True) if step}
    return Ranking(found | {"always": round(always / STEP) * STEP}, SURE)


def _fit(
    seen: Sequence[frozenset[str]], names: Sequence[str], met: NDArray[np.bool_], counts: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float]:
    at = {name: number for number, name in enumerate(names)}
    rows = [sorted(at[word] for word in words if word in at) for words in seen]
    ends = np.cumsum([0, *map(len, rows)])
    columns = [column for row in rows for column in row]
    inputs = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(names)))
    return fit_logistic(inputs, met.astype(float), counts, PENALTY)
