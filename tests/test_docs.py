"""The documentation says what is true: every command, option, field, setting and link."""

from __future__ import annotations

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
    "ONWARD_KEY_ON_INPUT",
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
