"""What is said of the measures is what the script prints, and the documentation has the same numbers."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from onward.debrief.validated import VALIDATED, Validated

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "benchmarks" / "measures.py"


def printed() -> dict[tuple[str, str], dict[str, object]]:
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {(row["measure"], row["set"]): row for row in rows}


@pytest.fixture(scope="module")
def rows() -> dict[tuple[str, str], dict[str, object]]:
    return printed()


def test_every_measure_is_printed_for_both_sets(rows: dict[tuple[str, str], dict[str, object]]) -> None:
    assert {name for name, _ in rows} == {one.measure for one in VALIDATED}
    assert {of for _, of in rows} == {"held out", "tuned"}
    assert rows["ending", "held out"].keys() == {
        "measure", "set", "n", "right", "precision", "recall", "low", "high",
    }  # fmt: skip


@pytest.mark.parametrize("one", VALIDATED, ids=lambda one: one.measure)
def test_the_page_says_what_was_measured(one: Validated, rows: dict[tuple[str, str], dict[str, object]]) -> None:
    held, tuned = rows[one.measure, "held out"], rows[one.measure, "tuned"]
    assert (held["n"], held["right"]) == (one.held, one.held_right)
    assert (tuned["n"], tuned["right"]) == (one.tuned, one.tuned_right)


@pytest.mark.parametrize("one", VALIDATED, ids=lambda one: one.measure)
def test_the_documentation_says_it_too(one: Validated, rows: dict[tuple[str, str], dict[str, object]]) -> None:
    page = (ROOT / "docs" / "debrief.md").read_text("utf-8")
    held, tuned = rows[one.measure, "held out"], rows[one.measure, "tuned"]
    for row in (held, tuned):
        assert f"{row['right']} of {row['n']} ({row['low']:.2f}–{row['high']:.2f})" in _row(page, one.name)
    if held["precision"] is not None:
        assert f"{held['precision']:.2f}, {held['recall']:.2f}" in _row(page, one.name)


def _row(page: str, name: str) -> str:
    return next(line for line in page.splitlines() if line.startswith(f"| {name} |"))


def test_there_are_enough_answers_in_whole_transcripts() -> None:
    spec = importlib.util.spec_from_file_location("measures_bench", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    sys.modules["measures_bench"] = bench
    spec.loader.exec_module(bench)
    answers = [*bench.single(), *bench.interviews()]
    assert len(answers) == 78
    assert sum(one.held for one in answers) == 39
    assert {one.read.question for one in bench.interviews()} >= {"What are your weaknesses?"}


def test_a_range_is_said_with_its_number() -> None:
    assert VALIDATED[1].words == "35 of 39 (76 to 96 in 100 is possible)"
