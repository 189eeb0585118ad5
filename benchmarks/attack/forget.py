"""Every promise of forgetting in docs/privacy.md, looked for byte by byte: the test that walks them, with its counts."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.attack.tally import Tally

ROOT = Path(__file__).parents[2]
TESTS = "tests/records/test_forgetting.py"
EACH = f"{TESTS}::test_what_should_be_gone_is_in_no_byte_of_the_folder"


def attack(kinds: Iterable[str] = ()) -> Tally:
    """Those of them that are named, or all."""
    tally = Tally("forget")
    asked = [f"{EACH}[{kind}]" for kind in kinds] or [TESTS]
    words = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *asked]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    for _ in range(count_ended(done.stdout, "passed")):
        tally.holds(True, "")
    for _ in range(count_ended(done.stdout, "failed") + count_ended(done.stdout, "error")):
        tally.holds(False, done.stdout[-300:])
    tally.holds(done.returncode == 0 and tally.tried > 0, done.stdout[-300:])
    return tally


def count_ended(told: str, how: str) -> int:
    """How many tests ended so, as the last line says."""
    found = re.search(rf"(\d+) {how}", told)
    return int(found[1]) if found else 0
