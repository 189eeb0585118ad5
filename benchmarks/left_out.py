"""Letters judged by weights that never saw them: a source of real letters at a time, and our own in three folds."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from benchmarks.composed import composed
from benchmarks.corpus import Example, own, real
from benchmarks.fit import fit, fold_of
from benchmarks.judging import Judged, judge
from benchmarks.looks import Letters, looks

FOLDS = 3


def judge_left_out() -> tuple[list[Judged], list[Judged]]:
    """Real letters, and our own; limits and temperature are those that ship."""
    theirs, ours = real(), own()
    letters = Letters(looks([*ours, *composed(), *theirs]))
    return list(_by_source(letters, theirs)), list(_in_folds(letters, ours))


def _by_source(letters: Letters, theirs: list[Example]) -> Iterator[Judged]:
    group = np.array([look.example.group for look in letters.looks])
    for source in sorted({example.group for example in theirs}):
        weights = fit(letters, np.flatnonzero(group != source)).to_weights()
        print(f"without {source}", flush=True)
        yield from judge([example for example in theirs if example.group == source], weights)


def _in_folds(letters: Letters, ours: list[Example]) -> Iterator[Judged]:
    """Letters that say the same in another language share a fold."""
    folds = np.array([fold_of(name, FOLDS) for name in letters.groups])
    for fold in range(FOLDS):
        weights = fit(letters, np.flatnonzero(folds != fold)).to_weights()
        print(f"without fold {fold + 1}", flush=True)
        yield from judge([one for one in ours if fold_of(one.scenario or one.key, FOLDS) == fold], weights)
