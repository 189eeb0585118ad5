"""Train the model that ships: `python benchmarks/train.py`. The same letters give the same weights.

Without the real letters in ../shared/data it learns from our own alone, and says so.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import numpy as np
from benchmarks.composed import composed
from benchmarks.corpus import own, real
from benchmarks.fit import fit
from benchmarks.looks import Letters, looks

from onward.maths.packing import write_arrays
from onward.notice.kind.weights import KINDS

MODEL = ROOT / "src" / "onward" / "notice" / "kind" / "model.bin"


def main() -> None:
    """Learn, save, and say what was done."""
    ours, made, theirs = own(), composed(), real()
    print(
        f"{len(ours)} letters of our own, {len(made)} put together from sentences, {len(theirs)} real ones"
        + ("" if theirs else " (../shared/data is not there)"),
        flush=True,
    )
    seen = looks([*ours, *made, *theirs])
    learned = fit(Letters(seen), np.arange(len(seen)))
    MODEL.write_bytes(write_arrays(learned.to_arrays()))
    limits = ", ".join(f"{kind} {limit:.2f}" for kind, limit in zip(KINDS, learned.sure, strict=True))
    print(f"{MODEL.name}: {MODEL.stat().st_size:,} bytes, {len(learned.table):,} word sequences")
    print(f"heat {learned.heat:.2f}, sure from: {limits}; wary of a no from {learned.wary:.2f}")


if __name__ == "__main__":
    main()
