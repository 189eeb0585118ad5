"""The page of promises: every test it names exists, each promise stands once, and each section of the story is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
SECTIONS = (
    "First start",
    "notice",
    "ask",
    "debrief",
    "kinks",
    "practice",
    "pace",
    "values",
    "recover",
    "Somebody who helps",
    "In and out",
)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
OPEN = "**open**: "


def rows(section: str) -> list[tuple[str, str]]:
    """Each promise of a section, and what stands beside it."""
    told = PAGE.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    cells = [line.strip("| ").split(" | ") for line in told.splitlines() if line.startswith("| ")]
    return [(promise, held) for promise, held in cells[1:]]


EVERY = [(section, promise, held) for section in SECTIONS for promise, held in rows(section)]


@cache
def list_tests(file: str) -> frozenset[str]:
    """The names of the tests of a file; none where there is no such file."""
    path = ROOT / file
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else ast.Module([], [])
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def find_gone(page: str) -> list[str]:
    """The tests that a page names and nobody wrote."""
    return [f"{file}::{name}" for file, name in NAMED.findall(page) if name not in list_tests(file)]


def test_every_test_that_is_named_exists() -> None:
    assert find_gone(PAGE) == []


@pytest.mark.parametrize("named", ["tests/test_docs.py::test_nobody_wrote_this", "tests/gone.py::test_at_all"])
def test_a_name_that_nobody_wrote_is_found(named: str) -> None:
    assert find_gone(f"| a promise | `{named}` |") == [named]


def test_every_section_stands_there_in_its_order() -> None:
    assert tuple(re.findall(r"^## (.+)$", PAGE, re.MULTILINE)) == SECTIONS
    assert [section for section in SECTIONS if not rows(section)] == []


def test_each_promise_stands_once_in_its_section() -> None:
    told = [(section, promise.casefold()) for section, promise, _ in EVERY]
    assert [one for one in sorted(set(told)) if told.count(one) > 1] == []


def test_each_promise_is_held_by_a_test_or_says_what_is_missing() -> None:
    odd = [row for row in EVERY if not (row[2].startswith(OPEN) and row[2] != OPEN.strip()) and not is_held(row[2])]
    assert odd == []


def is_held(held: str) -> bool:
    """Whether nothing but tests is named."""
    return all(NAMED.fullmatch(one) for one in held.split(", "))


def test_how_many_are_open_is_told_nowhere() -> None:
    before = PAGE.partition("\n## ")[0]
    assert not re.search(r"\d", before)
    assert not re.search(r"\b\d+ (?:are |promises |of them )?open\b|\bopen: \d", PAGE)
