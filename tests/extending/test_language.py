"""Whoever follows docs/extending/language.md reads letters in one language more, by one file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.extending.pages import copy_of_onward, run, steps, take

FILE = "src/onward/notice/languages/ro.toml"
LETTER = """Subject: Candidatura dumneavoastră

Bună ziua,

vă mulțumim pentru candidatura pentru postul de psihoterapeut la Clinica Cedru. Din păcate, nu ați fost selectat:
am ales un alt candidat. Vă dorim mult succes.

Cu stimă,
Ioana Popescu
"""
READ = """
import json, sys
from onward.notice.message.letter import parse_letter
from onward.notice.read import read_letter
from onward.notice.verdict import verdict_to_json

letter = b"Content-Type: text/plain; charset=utf-8\\n" + sys.argv[1].encode()
print(json.dumps(verdict_to_json(read_letter(parse_letter(letter)))))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_of_onward(tmp_path)


def read(copy: Path) -> dict[str, Any]:
    done = run(copy, "-c", READ, LETTER)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_language_is_one_file(copy: Path) -> None:
    page = steps("language.md")
    assert list(page) == [FILE]
    before = read(copy)
    take(page[FILE], copy / FILE)
    found = read(copy)

    assert (before["role"], before["reason"], before["people"]) == (None, None, [])
    assert found["language"] == "ro"
    assert found["kind"] == "rejection"
    assert found["employer"] == "Clinica Cedru"
    assert found["role"] in (
        None,
        "psihoterapeut",
    )  # what is likely is learned; a wrong one would be a mistake of the words
    assert found["reason"] == "other candidates"
    assert found["people"] == ["Ioana Popescu"]


def test_a_table_that_no_language_has_is_refused_by_file_and_name(copy: Path) -> None:
    sort, body = steps("language.md")[FILE]
    take((sort, body.replace("others = [", "rivals = [")), copy / FILE)
    done = run(copy, "-c", READ, LETTER)

    assert done.returncode != 0
    assert "ro.toml: there is no table “reasons.rivals”" in done.stderr
    assert "ro.toml: “reasons.others” is missing" in done.stderr


def test_the_new_language_keeps_what_every_language_keeps(copy: Path) -> None:
    take(steps("language.md")[FILE], copy / FILE)
    tests = ("tests/core/notice/test_languages.py", "tests/core/notice/test_stage_and_reason.py")
    done = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests)

    assert done.returncode == 0, done.stdout
