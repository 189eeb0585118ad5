"""Letters judged by weights that never saw them: a source of real letters at a time, and our own in three folds.

A run takes long, so what was judged may be kept in a folder: one that was cut off goes on where it stopped.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.composed import composed
from benchmarks.corpus import Example, own, real
from benchmarks.fit import fit, fold_of
from benchmarks.judging import Judged, judge
from benchmarks.looks import Letters, looks
from numpy.typing import NDArray

from onward.facts import LetterKind

FOLDS = 3
MODEL = Path(__file__).resolve().parents[1] / "src" / "onward" / "notice" / "kind" / "model.bin"


def judge_left_out(keep: Path | None) -> tuple[list[Judged], list[Judged]]:
    """Real letters, and our own; limits and temperature are those that ship."""
    theirs, ours = real(), own()

    @cache
    def see() -> Letters:
        return Letters(looks([*ours, *composed(), *theirs]))

    run = _Run(keep, see, _mark([*ours, *theirs]))
    return list(_by_source(run, theirs)), list(_in_folds(run, ours))


class _Run:
    """Pieces of a long run: each is learned and judged once, and read again where it was kept."""

    def __init__(self, keep: Path | None, see: Callable[[], Letters], mark: str) -> None:
        self.keep, self.see, self.mark = keep, see, mark

    def judge(
        self, name: str, left_out: Sequence[Example], learned: Callable[[Letters], NDArray[np.bool_]]
    ) -> list[Judged]:
        """What weights learned from the letters that `learned` picks make of those that were left out."""
        kept = self.keep / f"{self.mark}-{name}.json" if self.keep else None
        if kept and kept.exists():
            return [_from_json(row) for row in json.loads(kept.read_text(encoding="utf-8"))]
        letters = self.see()
        judged = judge(left_out, fit(letters, np.flatnonzero(learned(letters))).to_weights())
        print(f"without {name}", flush=True)
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps([asdict(one) for one in judged]), encoding="utf-8")
        return judged


def _by_source(run: _Run, theirs: list[Example]) -> Iterator[Judged]:
    for source in sorted({example.group for example in theirs}):

        def learned(letters: Letters, source: str = source) -> NDArray[np.bool_]:
            return np.array([look.example.group != source for look in letters.looks])

        yield from run.judge(source, [example for example in theirs if example.group == source], learned)


def _in_folds(run: _Run, ours: list[Example]) -> Iterator[Judged]:
    """Letters that say the same in another language share a fold."""
    for fold in range(FOLDS):

        def learned(letters: Letters, fold: int = fold) -> NDArray[np.bool_]:
            return np.array([fold_of(name, FOLDS) != fold for name in letters.groups])

        left_out = [one for one in ours if fold_of(one.scenario or one.key, FOLDS) == fold]
        yield from run.judge(f"fold-{fold + 1}", left_out, learned)


def _mark(examples: Sequence[Example]) -> str:
    """Of the model that ships and of all letters, so that nothing is taken from a run of others."""
    mark = sha256(MODEL.read_bytes())
    for one in examples:
        mark.update(f"{one.key}\0{one.kind}\0{one.subject}\0{one.body}\0".encode())
    return mark.hexdigest()[:12]


def _from_json(row: dict[str, Any]) -> Judged:
    kinds = {name: LetterKind(row.pop(name)) for name in ("true", "kind")}
    return Judged(**kinds, **row | {"details": ()})
