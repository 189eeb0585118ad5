"""The documentation says what is true: every command, option, field, setting and link."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from tests import help_pages

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
VARIABLE = re.compile(r"\bONWARD_[A-Z]+\b")
INSIDE = {
    "ONWARD_SECRET",
    "ONWARD_DATABASE",
    "ONWARD_EXAMPLE",
    "ONWARD_BESIDE",
    "ONWARD_PREFIX",
    "ONWARD_STATIC",
}  # set by Onward itself, for one run
MODULE = re.compile(r"\bpython ((?:benchmarks|tests)/\w+\.py)")


def test_help_stands_in_the_docs_as_it_is_printed() -> None:
    assert help_pages.PAGE.read_text(encoding="utf-8") == help_pages.written(), "run python tests/help_pages.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert [page.name for page in (ROOT / "docs").glob("*.md") if page.name not in index and page.stem != "index"] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_that_prints_a_figure_is_there(page: Path) -> None:
    named = MODULE.findall(page.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_setting_is_documented() -> None:
    used = {
        name for path in (ROOT / "src").rglob("*.py") for name in VARIABLE.findall(path.read_text(encoding="utf-8"))
    }
    said = set(VARIABLE.findall(help_pages.PAGE.read_text(encoding="utf-8")))
    assert used - INSIDE == said


def test_every_printed_field_is_documented() -> None:
    tree = ast.parse((ROOT / "src" / "onward_app" / "reading_report.py").read_text(encoding="utf-8"))
    told = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "letter_to_json")
    made = next(node.value for node in told.body if isinstance(node, ast.Return))
    assert isinstance(made, ast.Dict)
    names = [str(key.value) for key in made.keys if isinstance(key, ast.Constant)]
    page = help_pages.PAGE.read_text(encoding="utf-8")
    assert len(names) > 10
    assert [name for name in names if f"`{name}`" not in page] == []


@pytest.mark.parametrize("command", ["kinks", "practice", "pace"])
def test_every_field_of_a_list_is_documented(command: str) -> None:
    folder = "as_json" if command == "pace" else "cli"
    source = (ROOT / "src" / "onward_app" / folder / f"{command}.py").read_text(encoding="utf-8")
    keys = [key for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Dict) for key in node.keys]
    names = {str(key.value) for key in keys if isinstance(key, ast.Constant)}
    told = (
        help_pages.PAGE.read_text(encoding="utf-8")
        .partition(f"**`onward {command} --json`**")[2]
        .partition("\n\n**")[0]
    )
    said = {name for words in re.findall(r"`([^`]+)`", told) for name in re.findall(r"\w+", words)}
    assert len(names) > 10
    assert names - said == set()
