"""`onward import`: what becomes of each row, questions and answers, and nothing kept while something is open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands import run
from tests.flat import flat

CASES = Path(__file__).parents[1] / "core" / "tracker" / "cases"
TEAL = str(CASES / "teal.csv")
pytestmark = pytest.mark.django_db  # which only lets it reach one; each has its own


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def test_a_dry_run_prints_everything_and_makes_nothing(tmp_path: Path) -> None:
    code, said, _ = run(tmp_path / "none", "import", str(CASES / "own_sheet.csv"), "--dry-run", "--json")
    told = json.loads(said)
    assert (code, (tmp_path / "none" / "onward.sqlite3").exists()) == (0, False)
    assert told["counts"] == {"new": 0, "match": 0, "there": 0, "needs you": 6, "left out": 0}
    assert told["rows"][1]["becomes"] == [
        {"kind": "applied", "on": None, "day_known": False, "asks": "order"},
        {"kind": "interview", "on": None, "day_known": False, "asks": "day.moved"},
    ]
    assert [one["id"] for one in told["questions"] if one["needed"]] == ["order", "year", "day.moved", "day.ended"]
    assert told["tables"][0]["not_used"] == ["Salary", "Recruiter"]
    assert told["change"] is None


def test_what_is_open_keeps_everything_out_until_it_is_answered_then_one_undo_takes_it_back(home: Path) -> None:
    code, said, err = run(home, "import", TEAL)
    assert (code, "Nothing was kept yet" in err, run(home, "jobs", "--json")[1].strip()) == (1, True, "[]")
    assert "? day.ended: On what day did these end? (3 rows)" in said
    answers = ("--answer", "day.ended=unknown", "--answer", "day.moved=column:updated_at")
    code, said, _ = run(home, "import", TEAL, *answers)
    assert (code, "takes it all back" in said) == (0, True)
    assert len(json.loads(run(home, "jobs", "--json")[1])) == 8
    code, said, _ = run(home, "import", TEAL)  # and what was answered is remembered
    assert (code, "There was nothing to add." in said) == (0, True)
    assert run(home, "undo")[0] == 0
    assert json.loads(run(home, "jobs", "--json")[1]) == []


def test_a_file_that_cannot_be_read_gets_its_sentence(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    code, _, err = run(home, "import", str(tmp_path / "a.pdf"), str(tmp_path / "none.csv"), "--dry-run")
    assert code == 1
    assert "is a PDF" in err
    assert "none.csv can’t be read" in err


def test_an_answer_that_is_none_is_refused(home: Path) -> None:
    assert run(home, "import", TEAL, "--answer", "unknown")[0] == 2


def test_words_of_self_harm_in_a_note_are_answered_and_nothing_is_kept(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("employer,date,notes\nElm,2026-08-02,I want to kill myself.\n")
    code, _, err = run(home, "import", str(file))
    assert (code, "988" in err) == (1, True)
    assert json.loads(run(home, "jobs", "--json")[1]) == []


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("day.ended=31.2.2026", "“31.2.2026” is no day that can be. Say day.ended up to today, as 2026-03-01."),
        ("day.ended=2999-01-01", "“2999-01-01” is no day that can be."),
        ("day.moved=column:nowhere", "“column:nowhere” is no day that can be."),
        ("word.=frob", "“frob” is no answer to word.. It can be one of: lead; applied;"),
        ("column.company_name=firm", "“firm” is nothing that a column can be. It can be one of: employer; role;"),
        ("column.firm=employer", "No column is headed “firm”. There are: id, company_name, role,"),
        ("colum.company_name=employer", "Nothing asks “colum.company_name”."),
        ("days.ended=unknown", "Nothing asks “days.ended”."),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused_and_nothing_is_kept(home: Path, answer: str, says: str) -> None:
    file = home / "plain.csv"
    file.write_text("Company,Role\nFern,Aide\n", encoding="utf-8")
    code, _, err = run(home, "import", TEAL if "word" not in answer else str(file), "--answer", answer)
    assert (code, says in flat(err)) == (2, True), err
    assert json.loads(run(home, "jobs", "--json")[1]) == []


@pytest.mark.parametrize(
    "answer", ["order=day", "year=2019", "word.ghosted=closed", "day.lead=2026-01-01", "match.elm|aide=new"]
)
def test_an_answer_that_another_one_made_needless_does_no_harm(home: Path, answer: str) -> None:
    assert run(home, "import", TEAL, "--dry-run", "--answer", answer)[0] == 0


def test_a_column_that_is_not_used_says_how_it_would_be(home: Path) -> None:
    file = str(CASES / "own_sheet.csv")
    said = run(home, "import", file, "--dry-run")[1]
    assert 'To use one, say what it is: --answer "column.Salary=notes", for instance.' in said
    told = json.loads(run(home, "import", file, "--dry-run", "--json", "--answer", "column.Salary=notes")[1])
    assert told["tables"][0]["not_used"] == ["Recruiter"]
