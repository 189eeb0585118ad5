"""Whoever follows docs/extending/event-kind.md has a kind that is known everywhere, by one row in one file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.extending.pages import ROOT, copy_of_onward, run, steps, take
from tests.flat import flat

from onward.facts import EVENT_KINDS
from onward_app.records.models import Event, Opportunity

FACTS = "src/onward/facts.py"
COMMAND = ("-c", "from onward_app.cli.start import main; main()")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_of_onward(tmp_path)


def put(row: str, copy: Path, *, above: str) -> None:
    """A row of the table, above that of another kind."""
    file = copy / FACTS
    text = file.read_text(encoding="utf-8")
    before, found, after = text.partition(f"    {above} = ")
    assert found
    file.write_text(f"{before}    {row}\n{found}{after}", encoding="utf-8")


def touched(copy: Path) -> list[str]:
    """The files that differ from ours, or that only one of the two has."""
    files = {
        path.relative_to(root).as_posix()
        for root in (ROOT, copy)
        for path in (root / "src").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    return sorted(name for name in files if read(ROOT / name) != read(copy / name))


def read(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def walk(copy: Path, *words: str) -> dict[str, str]:
    """What the pages say once two jobs have an event of this kind, by hand and from a spreadsheet."""
    walked = run(copy, "-m", "tests.extending.new_kind", *words)
    assert walked.returncode == 0, walked.stderr
    return {name: flat(page) for name, page in json.loads(walked.stdout).items()}


def say(copy: Path, kind: str) -> list[dict[str, Any]]:
    """All jobs, once the third has it too, by the command line."""
    said = run(copy, *COMMAND, "event", "3", kind.replace(" ", "_"))
    assert said.returncode == 0, said.stderr
    return json.loads(run(copy, *COMMAND, "jobs", "--json").stdout)


def kinds_last(jobs: list[dict[str, Any]]) -> list[str]:
    return [job["events"][-1]["kind"] for job in jobs]


def test_the_no_of_the_page_is_a_no_everywhere(copy: Path) -> None:
    take(steps("event-kind.md")[FACTS], copy / FACTS)
    pages = walk(copy, "filled", "Position filled")
    assert touched(copy) == [FACTS]
    assert "Harbor Light, Therapist</a>: somebody else was hired." in pages["first"]
    assert "That stings." in pages["first"]
    assert "<strong>They hired somebody else</strong>" in pages["/jobs/1/"]
    assert ">filled (somebody else was hired)</option>" in pages["/jobs/1/"]
    assert ">filled (somebody else was hired)</option>" in pages["/jobs/add/"]
    jobs = say(copy, "filled")
    assert kinds_last(jobs) == ["filled"] * 3
    assert {job["ended"] for job in jobs} == {"filled"}


def test_a_stage_has_its_place_in_the_order(copy: Path) -> None:
    row = 'TRIAL = "trial day", Meaning(says=Says.TALK, asked="a trial day", sheet=("trial shift",))'
    put(row, copy, above="FINAL")
    pages = walk(copy, "trial day", "trial shift", "interview")
    assert touched(copy) == [FACTS]
    assert "<strong>Trial day</strong>" in pages["first"]
    assert '<option value="trial day">a trial day</option>' in pages["/start/interview/"]
    assert ">They made an offer</a>" in pages["/jobs/1/"]  # what may follow, as after the stage before it
    assert "Harbor Light" in pages["/pace/"]  # it is one that waits for an answer
    assert "Harbor Light" in pages["/debrief/"]
    jobs = say(copy, "trial day")
    assert kinds_last(jobs) == ["trial day"] * 3
    assert {job["stage"] for job in jobs} == {"trial day"}
    rated = "from onward.facts import Stage; from onward.pace.stage_rates import find_rated_stage as of; print(of(Stage.TRIAL))"
    assert run(copy, "-c", rated).stdout == "interview\n"


def test_an_ending_of_mine_that_needs_an_offer_is_refused_before_it(copy: Path) -> None:
    row = 'LAPSED = "lapsed", Meaning(mine=True, needs=Stage.VERBAL, label="lapsed (I let it run out)", sheet=("expired",))'
    put(row, copy, above="CLOSED")
    pages = walk(copy, "lapsed", "expired", "verbal offer")
    assert touched(copy) == [FACTS]
    assert "<strong>Lapsed</strong>" in pages["first"]
    assert "That stings." not in pages["first"]
    assert ">lapsed (I let it run out)</option>" in pages["/jobs/1/"]
    assert "lapsed" not in pages["/jobs/add/"]
    assert kinds_last(say(copy, "lapsed")) == ["lapsed"] * 3
    run(copy, *COMMAND, "add", "Elm House", "Cook")
    refused = run(copy, *COMMAND, "event", "4", "lapsed")
    assert "“lapsed” needs an offer first." in flat(refused.stderr)


def test_something_else_changes_no_standing(copy: Path) -> None:
    put('REFERRED = "referred", Meaning(label="referred (somebody put in a word)")', copy, above="NOTE")
    pages = walk(copy, "referred", "referred")
    assert touched(copy) == [FACTS]
    assert "<strong>Referred</strong>" in pages["first"]
    assert ">referred (somebody put in a word)</option>" in pages["/jobs/1/"]
    jobs = say(copy, "referred")
    assert kinds_last(jobs) == ["referred"] * 3
    assert {(job["stage"], job["ended"]) for job in jobs} == {("applied", None)}


@pytest.mark.parametrize("column", [Event._meta.get_field("kind"), Opportunity._meta.get_field("stage"),
                                    Opportunity._meta.get_field("ended")], ids=lambda column: column.name)  # fmt: skip
def test_every_word_has_room_and_none_is_asked_for_by_the_table_of_the_database(column: Any) -> None:
    assert max(map(len, EVENT_KINDS)) <= column.max_length
    assert column.choices is None
