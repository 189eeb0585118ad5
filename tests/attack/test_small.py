"""A small run of each attack: `make attack` is the long one, and docs/trust.md has its figures."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks.attack.forget import count_ended
from benchmarks.attack.leaks import list_left_out
from benchmarks.attack.mutate import LONG, spoil
from benchmarks.attack.pieces import BY_NAME, GOALS, SMALL
from benchmarks.attack.script import Reader
from benchmarks.attack.tally import Tally

ROOT = Path(__file__).parents[2]
IN_MEMORY = Path("/dev/shm")
LONGER = (
    ("mutate", "--count", "40", "--limit", "60"),  # no test is timed: a pattern that hangs shows all the same
    ("swell",),
    ("door", "--count", "240"),
    ("strangers", "--count", "60"),
    ("script", "--count", "30"),
    ("leaks", "--count", "12"),
    ("kill", "--count", "2", "--only", "practice", "exporting", "forgetting"),
    ("power", "--count", "12"),
    ("full", "--count", "1"),
    ("beside", "--count", "1"),
)


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "fork"), reason="what is attacked is a process of its own")
@pytest.mark.parametrize("words", LONGER, ids=lambda words: words[0])
def test_nothing_gives_in_a_longer_run(words: tuple[str, ...]) -> None:
    run(*words)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="what is attacked is a process of its own")
def test_nothing_gives() -> None:
    told = run("--small", "--limit", "60")
    assert {one["attack"].partition(" ")[0] for one in told} == {goal[0] for goal in GOALS} - BY_NAME == set(SMALL)


def run(*words: str) -> list[dict[str, Any]]:
    """What it printed, none of which failed; in memory, where there is a folder of that."""
    folder = {"TMPDIR": str(IN_MEMORY)} if IN_MEMORY.is_dir() else {}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.attack", *words],
        cwd=ROOT,
        env=os.environ | folder,
        capture_output=True,
        text=True,
        check=False,
    )
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert told, done.stderr[-600:]
    assert [one.get("failures") for one in told if one["failed"]] == []
    assert all(one["tried"] > 0 or "not_tried" in one for one in told)
    return told


def test_every_command_is_listened_to(tmp_path: Path) -> None:
    assert list_left_out(tmp_path) == set()


def test_a_failure_is_counted_and_said() -> None:
    tally = Tally("none")
    with tally.one("a try"):
        raise ValueError("it gave")
    tally.holds(False, "and so did this")
    assert (tally.tried, json.loads(str(tally))["failures"]) == (2, ["a try: ValueError: it gave", "and so did this"])


def test_what_a_run_of_tests_says_in_the_end_is_counted() -> None:
    told = "....F\n2 failed, 44 passed, 1 error in 9.12s"
    assert [count_ended(told, how) for how in ("passed", "failed", "error")] == [44, 2, 1]
    assert count_ended("....", "passed") == 0


def test_a_hostile_name_that_comes_through_is_seen() -> None:
    for page in ("<p><zq7></p>", '<p zq7x="1">', '<a href="javascript:zq7()">x</a>', "<p onload=x>"):
        reader = Reader()
        reader.feed(page)
        assert reader.odd, page
    reader = Reader()
    reader.feed('<p title="&lt;zq7&gt;">&lt;zq7&gt;</p>')
    assert not reader.odd


def test_a_file_is_spoiled_in_the_same_way_each_time() -> None:
    spoiled = [spoil(b"From: a\n\nDear Robin" * 40, [b"other"], random.Random(number)) for number in (1, 1, 2)]
    assert spoiled[0] == spoiled[1] != spoiled[2]
    assert all(len(one) <= LONG for one in spoiled)
