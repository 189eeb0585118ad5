"""What Onward never says: read out of every sentence in the core, not only the ones a test happens to call."""

from __future__ import annotations

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(str(files("onward")))
NEVER = (
    *(
        "streak",
        "everything happens for a reason",
        "their loss",
        "redirection",
        "blessing in disguise",
        "stay positive",
    ),
    *("you should", "you must", "you missed", "you failed", "overdue", "leaderboard", "percentile", "employability"),
    *(
        "increase your chances",
        "guaranteed",
        "healing",
        "treatment plan",
        "rockstar",
        "crush it",
        "congratulations",
        "hang in there",
    ),
    *("other candidates did", "better than other", "compared with others", "overconfident", "findahelpline"),
)


def sentences() -> list[tuple[str, str]]:
    """Every string in the core that reads as a sentence, without docstrings and patterns."""
    return [
        (path.name, node.value)
        for path in sorted(ROOT.rglob("*.py"))
        for node in ast.walk(_without_docstrings(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_said(node.value)
    ]


def _without_docstrings(path: Path) -> ast.Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return tree


def _is_said(text: str) -> bool:
    return " " in text.strip() and "\\" not in text and "(?" not in text and "|" not in text


OURS = ("ask", "pace", "values", "recover", "maths", "wording", "today")


def said_by_us() -> list[tuple[str, str]]:
    ours = {p.name for part in OURS for p in ([ROOT / f"{part}.py"] if part == "today" else (ROOT / part).glob("*.py"))}
    return [(name, text) for name, text in sentences() if name in ours]


@pytest.mark.parametrize("phrase", NEVER)
def test_no_sentence_says_it(phrase: str) -> None:
    assert [(name, text) for name, text in said_by_us() if phrase in text.casefold()] == []


def test_nothing_anywhere_speaks_of_a_streak_or_counts_days_in_a_row() -> None:
    pages = ROOT.parent / "onward_app"
    said = [text for _, text in sentences()]
    said += [path.read_text(encoding="utf-8") for path in (*pages.rglob("*.html"), *ROOT.rglob("*.toml"))]
    assert len(said) > 500
    assert [text for text in said if re.search(r"\bstreaks?\b|\bdays in a row\b|\bkeep it up\b", text.casefold())] == []


def test_nothing_is_shouted() -> None:
    assert [(name, text) for name, text in said_by_us() if "!" in text] == []


def test_there_are_sentences_to_read() -> None:
    assert len(said_by_us()) > 150
