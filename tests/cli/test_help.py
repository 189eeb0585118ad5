"""Help and the version answer at once, because nothing heavy is loaded for them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

HEAVY = ("django", "numpy", "pydantic", "rich", "icalendar", "fsrs", "onward.notice.kind.classify")
NAMES = ("read", "notice", "jobs", "add", "undo", "kinks", "practice", "today")
ASKED = [["--help"], ["--version"], *([name, "--help"] for name in NAMES)]
ONE_BY_ONE = f"""
import json, sys
from onward_app.cli.start import main
told = []
for words in {ASKED!r}:
    sys.argv[1:] = words
    try:
        main()
    except SystemExit as left:
        told.append((left.code, [name for name in {HEAVY!r} if name in sys.modules]))
print("told:", json.dumps(told))
"""


@pytest.fixture(scope="module")
def answers() -> list[list[Any]]:
    """Of each what it exits with, and what is loaded then, all in one program."""
    told = subprocess.run([sys.executable, "-c", ONE_BY_ONE], capture_output=True, text=True, check=True)
    return list(json.loads(told.stdout.rpartition("told:")[2]))


@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_nothing_heavy_is_loaded_to_answer(answers: list[list[Any]], words: list[str]) -> None:
    code, loaded = answers[ASKED.index(words)]
    assert code == 0
    assert loaded == []
