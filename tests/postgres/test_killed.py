"""A small run of what is killed on a PostgreSQL; docs/trust.md has the long one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_killed_on_a_server_nothing_acknowledged_is_lost_and_nothing_is_half_done() -> None:
    words = ("--postgres", "--count", "2", "--only", "serving", "importing", "migrating")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.attack", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert [one["tried"] for one in told] == [2, 2, 2], done.stderr[-600:]
    assert [one.get("failures") for one in told if one["failed"]] == []
    assert sum(one["killed"] for one in told) > 0
