"""`python -m benchmarks.attack [NAME...] [--count N] [--seed N] [--only KIND...]`; a line of JSON for each attack."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks.attack import beside, door, forget, full, kill, leaks, mutate, script, search, strangers
from benchmarks.attack.power import cut
from benchmarks.attack.tally import Tally

LONG = {
    "mutate": 20_000,
    "kill": 300,
    "power": 1_500,
    "door": 6_000,
    "strangers": 2_000,
    "script": 3_000,
    "leaks": 10_000,
    "full": 60,
    "beside": 20,
    "forget": 1,
}


def main() -> int:
    """Attack; 1 when anything failed."""
    given = argparse.ArgumentParser(prog="python -m benchmarks.attack")
    given.add_argument("names", nargs="*", metavar="NAME", choices=[[], *LONG])
    given.add_argument("--count", type=int, help="how many tries of each")
    given.add_argument("--seed", type=int, default=0)
    given.add_argument("--limit", type=float, default=1.0, help="seconds of the processor that a file may take")
    given.add_argument("--only", nargs="*", default=[], help="kinds of mutate, kill or power")
    asked = given.parse_args()
    folder, failed = search.begin(), False
    ways: dict[str, Callable[[int], Iterable[Tally]]] = {
        "kill": lambda count: kill.attack(count, asked.seed, folder, asked.only),
        "power": lambda count: cut.attack(count, asked.seed, folder, asked.only),
        "mutate": lambda count: mutate.attack(count, asked.seed, limit=asked.limit, kinds=asked.only),
        "door": lambda count: [door.attack(count)],
        "strangers": lambda count: [strangers.attack(count)],
        "script": lambda count: [script.attack(count)],
        "leaks": lambda count: [leaks.attack(count)],
        "full": lambda count: [full.attack(count, asked.seed)],
        "beside": lambda count: [beside.attack(count, folder)],
        "forget": lambda count: [forget.attack(count)],
    }
    for name in asked.names or LONG:
        for tally in ways[name](LONG[name] if asked.count is None else asked.count):
            print(tally, flush=True)
            failed = failed or bool(tally.failed)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
