"""Every promise of forgetting in docs/privacy.md, looked for byte by byte: the test that walks them, with its counts."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from benchmarks.attack.tally import Tally

ROOT = Path(__file__).parents[2]


def attack(_: int) -> Tally:
    """All of them, whatever the count."""
    tally = Tally("forget")
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/records/test_forgetting.py"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    for word, failed in (("passed", False), ("failed", True), ("error", True)):
        found = re.search(rf"(\d+) {word}", done.stdout)
        for _number in range(int(found[1]) if found else 0):
            tally.holds(not failed, done.stdout[-300:])
    tally.holds(done.returncode == 0, done.stdout[-300:])
    return tally
