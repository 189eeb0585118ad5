"""The made-up mailbox, from its bytes to its jobs, by the command: nothing missed, nothing made up."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.commands import run

from onward.notice.job.names import is_same_employer, role_key

EXAMPLES = Path(__file__).parents[2] / "examples"
MAY_WAIT = 5  # of 91 messages; none of them a no


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return tomllib.loads((EXAMPLES / "expected.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def onward(home: Path, *words: str) -> str:
    done = run(home, *words, ONWARD_CLOCK="2026-11-16T09:00")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def said(home: Path) -> dict[str, dict[str, Any]]:
    """What is said of each message, by its id."""
    lines = onward(home, "read", str(EXAMPLES / "mailbox.mbox"), "--json").splitlines()
    return {row["message_id"]: row for row in map(json.loads, lines)}


@pytest.fixture(scope="module")
def jobs(home: Path, said: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(onward(home, "jobs", "--json"))
    return found


def test_every_no_is_found_and_none_is_made_up(said: dict[str, dict[str, Any]], expected: dict[str, Any]) -> None:
    nos = {one["id"] for one in expected["message"] if one["kind"] == "rejection"}
    assert {name for name, row in said.items() if row["kind"] == "rejection" and not row["unsure"]} == nos


def test_what_is_said_without_doubt_is_right(said: dict[str, dict[str, Any]], expected: dict[str, Any]) -> None:
    kinds = {one["id"]: one["kind"] for one in expected["message"]}
    assert set(said) == set(kinds)
    sure = {name: row["kind"] for name, row in said.items() if not row["unsure"]}
    assert sure == {name: kinds[name] for name in sure}
    assert len(said) - len(sure) <= MAY_WAIT


def test_every_job_has_its_stages_and_there_is_no_other(jobs: list[dict[str, Any]], expected: dict[str, Any]) -> None:
    left = list(jobs)
    for wanted in expected["opportunity"]:
        found = [job for job in left if _is(job, wanted)]
        assert len(found) == 1, (wanted["employer"], wanted["role"], jobs)
        left.remove(found[0])
        assert (found[0]["ended"] or "") == wanted["ended"]
    assert left == []


def _is(job: dict[str, Any], wanted: dict[str, Any]) -> bool:
    names = (wanted["employer"], *wanted.get("employer_also", ()))
    roles = {role_key(role) for role in (wanted["role"], *wanted.get("role_also", ()))}
    same = any(is_same_employer(job["employer"], name) for name in names) and role_key(job["role"]) in roles
    return same and dict(_first(job["events"])) == {event["kind"]: str(event["on"]) for event in wanted["events"]}


def _first(events: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Each kind of event with the day it was first reached."""
    for event in sorted(events, key=lambda one: one["on"], reverse=True):
        yield event["kind"], event["on"]
