"""Talks said on the command line: each has its record, and what mail or a list spoke of can get one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.commands import run

ON = {"ONWARD_CLOCK": "2026-11-20T09:00", "TZ": "Europe/Madrid"}
SHEET = "Company,Role,Applied,Interview\nNorth Pier,Nurse,2026-11-02,2026-11-12\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    assert run(tmp_path, "add", "Harbor Light", "Therapist", "--on", "2026-11-01", **ON).returncode == 0
    return tmp_path


def event(home: Path, *words: str) -> tuple[int, str]:
    code, out, err = run(home, "event", *words, **ON)
    return code, out + err


def told(home: Path) -> dict[str, Any]:
    return dict(json.loads(run(home, "debrief", "--json", **ON).stdout))


@pytest.mark.parametrize(
    ("kind", "on", "round_"),
    [
        ("interview", "2026-11-18", "first"),
        ("screen", "2026-11-18", "phone"),
        ("final", "2026-11-27", "final"),
        ("Interview", "2026-11-30", "first"),
    ],
)
def test_a_talk_has_its_record_whether_it_was_or_is_planned(home: Path, kind: str, on: str, round_: str) -> None:
    assert event(home, "1", kind, "--on", on)[0] == 0
    (one,) = told(home)["interviews"]
    assert (one["job"], one["on"], one["round"]) == (1, on, round_)
    code, said = event(home, "1", kind, "--on", on)
    assert (code, "there already" in said) == (1, True)
    assert run(home, "undo", **ON).returncode == 0
    assert told(home)["interviews"] == []


def test_a_word_about_a_talk_is_kept(home: Path) -> None:
    assert event(home, "1", "interview", "--on", "2026-11-18", "--note", "Two people, one quiet.")[0] == 0
    assert "Two people, one quiet." in run(home, "find", "quiet", **ON).stdout


def test_nothing_but_a_talk_may_lie_ahead(home: Path) -> None:
    code, said = event(home, "1", "rejected", "--on", "2026-11-27")
    assert (code, told(home)["interviews"]) == (1, []), said


def test_a_talk_of_a_list_is_named_with_the_command_that_makes_its_record(home: Path) -> None:
    assert run(home, "import", "-", given=SHEET, **ON).returncode == 0
    (talk,) = told(home)["without_record"]
    assert (talk["employer"], talk["on"], talk["kind"]) == ("North Pier", "2026-11-12", "interview")
    said = run(home, "debrief", **ON).stdout
    assert f'`onward event {talk["job"]} "interview" --on 2026-11-12`' in said
    assert event(home, str(talk["job"]), "interview", "--on", "2026-11-12", "--note", "They were kind.")[0] == 0
    after = told(home)
    assert (after["without_record"], [one["on"] for one in after["interviews"]]) == ([], ["2026-11-12"])
    assert "They were kind." in run(home, "find", "kind", **ON).stdout


def test_one_that_is_planned_does_not_wait_for_a_replay(home: Path) -> None:
    for on in ("2026-11-18", "2026-11-27"):
        assert event(home, "1", "interview", "--on", on)[0] == 0
    said = run(home, "debrief", **ON).stdout.splitlines()
    assert [line.rpartition(" · ")[2] for line in said[:2]] == ["still ahead", "not replayed yet"]


def test_where_nobody_was_met_it_says_how_an_interview_is_added(home: Path) -> None:
    assert "`onward event ID interview --on DAY` adds one." in run(home, "debrief", **ON).stdout
