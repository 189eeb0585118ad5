"""Help and the version answer at once, because nothing heavy is loaded for them."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("django", "numpy", "pydantic", "rich", "icalendar", "fsrs", "onward.notice.kind.classify")
NAMES = ("read", "notice", "jobs", "add", "undo", "kinks", "practice", "today")
ASKED = [["--help"], ["--version"], *([name, "--help"] for name in NAMES)]
COMMAND = f"""
import atexit, sys
atexit.register(lambda: print("loaded:", [name for name in {HEAVY!r} if name in sys.modules]))
from onward_app.cli.start import main
main()
"""


@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_nothing_heavy_is_loaded_to_answer(words: list[str]) -> None:
    told = subprocess.run([sys.executable, "-c", COMMAND, *words], capture_output=True, text=True)
    assert told.returncode == 0
    assert "loaded: []" in told.stdout
