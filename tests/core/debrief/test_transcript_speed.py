"""The script that times the reading of transcripts reads what it says it reads."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from onward.debrief.transcript import read_transcript

SCRIPT = Path(__file__).resolve().parents[3] / "benchmarks" / "transcripts.py"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("transcripts_bench", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_its_meeting_is_two_hours_between_two_people(bench: ModuleType) -> None:
    found = read_transcript(bench.meeting(400))
    assert found.speakers == ("Dana Ruiz", "Robin Ames")
    assert len(found.turns) == 20
    assert found.troubles == ()
    assert 7_100 < (found.turns[-1].end or 0) <= 7_200


def test_its_peers_read_the_same_meeting(bench: ModuleType) -> None:
    raw = bench.meeting(40)
    assert bench.by_webvtt(raw) == 40
    assert bench.lines_of(raw) == 1 + 3 * 40
    assert bench.words_of(raw) == len(raw.split())


def test_it_takes_the_shortest_of_the_rounds(bench: ModuleType) -> None:
    calls: list[str] = []
    took = bench.best({"one": lambda: calls.append("one"), "two": lambda: calls.append("two")})
    assert took.keys() == {"one", "two"}
    assert calls == ["one", "two"] * bench.ROUNDS
