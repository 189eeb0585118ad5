"""What it costs that a Change is on the disk before it is acknowledged: `python benchmarks/synchronous.py [--changes 300]`.

One JSON object: milliseconds for a job that is added (one transaction), by SQLite's `synchronous`, in turns so that a busy moment meets
all of them; seconds for reading the example mailbox; and what one `fsync` of a page costs here.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks.attack import search
from benchmarks.attack.victims import BOX, bring_up, enter

LEVELS = ("OFF", "NORMAL", "FULL", "EXTRA")
TURN = 20  # changes before it is another level's turn


def main() -> None:
    """Measure and print."""
    given = argparse.ArgumentParser()
    given.add_argument("--changes", type=int, default=300, help="of each level")
    changes = given.parse_args().changes
    folder = search.begin()
    owner = bring_up()
    took: dict[str, list[float]] = {level: [] for level in LEVELS}
    while len(took["EXTRA"]) < changes:
        for level in LEVELS:
            _choose(level)
            took[level] += [_time_change(owner, f"{level} {len(took[level]) + number}") for number in range(TURN)]
    told: dict[str, Any] = {"changes": changes, "fsync_ms": round(median(_time_sync(folder) for _ in range(100)), 2)}
    for level in LEVELS:
        told[level] = {
            "median_ms": round(median(took[level]), 2),
            "95_in_100_ms": round(quantiles(took[level], n=20)[-1], 2),
            "ratio": round(median(took[level]) / median(took["NORMAL"]), 2),
            "mailbox_s": round(min(_time_mailbox(folder / f"box-{level}-{turn}", level) for turn in range(3)), 2),
        }
    print(json.dumps(told))


def _choose(level: str) -> None:
    from django.db import connection

    connection.cursor().execute(f"PRAGMA synchronous={level}")


def _time_change(owner: Any, employer: str) -> float:
    from onward_app import clock
    from onward_app.records.writing.jobs import add_job

    begun = time.perf_counter()
    add_job(owner, employer=employer, role="", on=clock.today())
    return (time.perf_counter() - begun) * 1000


def _time_mailbox(folder: Path, level: str) -> float:
    from onward_app.collect import collect_mail

    enter(folder)
    owner = bring_up()
    _choose(level)
    begun = time.perf_counter()
    collect_mail(owner, [BOX])
    return time.perf_counter() - begun


def _time_sync(folder: Path) -> float:
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        file.write(bytes(4096))
        file.flush()
        begun = time.perf_counter()
        os.fsync(file.fileno())
        return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
