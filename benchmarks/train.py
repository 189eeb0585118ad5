"""Train the model that ships: `python benchmarks/train.py`. The same letters mostly give the same weights.

Fitting stops before the last digit, so that a busy or another machine may end at somewhat other weights, which are as
good: measure them (`benchmarks/accuracy.py`) before they are shipped.

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
from benchmarks.fit import train

from onward.notice.kind.weights import KINDS, pack_weights

MODEL = ROOT / "src" / "onward" / "notice" / "kind" / "model.npz"


def main() -> None:
    """Learn, choose the limits, save, and say what was done."""
    ours, made, theirs = own(), composed(), real()
    print(
        f"{len(ours)} letters of our own, {len(made)} put together from sentences, {len(theirs)} real ones"
        + ("" if theirs else " (../shared/data is not there)")
    )
    weights, _, _ = train([*ours, *made, *theirs])
    with MODEL.open("wb") as file:
        np.savez_compressed(file, **pack_weights(weights))
    limits = ", ".join(f"{kind} {limit:.2f}" for kind, limit in zip(KINDS, weights.sure, strict=True))
    print(f"{MODEL.name}: {MODEL.stat().st_size:,} bytes, {len(weights.table):,} word sequences")
    print(f"heat {weights.heat:.2f}, sure from: {limits}; wary of a no from {weights.wary:.2f}")


if __name__ == "__main__":
    main()
