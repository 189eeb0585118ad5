"""What is said about backups is the same on its page, in help, on the command line and in the docs, and all of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.commands import run
from tests.people import door

from onward_app.own_names import DATABASE_FILES, FILES, FOLDERS, LOCKS
from onward_app.records.models import Owner

DOCS = Path(__file__).parents[2] / "docs" / "move-to-a-new-computer.md"
ADVICE = {
    "the search": r"search|database as it is",
    "recordings": r"recordings",
    "documents": r"documents",
    "own questions": r"own questions|packs",
    "each day of use": r"each day (?:of use|on which you use)",
    "one now": r"back up now|backs? (?:up )?everything now|onward backup|makes one now",
    "put back": r"onward restore|puts one back",
    "the same disk": r"on the same disk",
    "a disk that breaks": r"(?:disk|one) that breaks",
    "a computer that is lost": r"a computer that is lost",
    "elsewhere": r"somewhere else",
    "by what": r"take everything out|onward export|an export",
}


def read_section(text: str, start: str) -> str:
    """What stands under a heading, up to the next of its rank."""
    return text.partition(start)[2].partition("\n## ")[0].partition("<h2")[0]


PLACES: dict[str, Callable[[Owner, Path], str]] = {
    "its page": lambda owner, _: door(owner).get("/data/").content.decode().partition("<h2>Delete everything")[0],
    "help": lambda owner, _: read_section(door(owner).get("/help/privacy/").content.decode(), "<h2>Backing up"),
    "the command": lambda _, place: run(place, "backup", "--help").stdout,
    "the docs": lambda *_: read_section(DOCS.read_text("utf-8"), "## Backups"),
}


@pytest.mark.parametrize("place", PLACES)
def test_the_advice_is_whole(alice: Owner, tmp_path: Path, place: str) -> None:
    plain = " ".join(re.sub(r"<[^>]+>|[`*]", "", PLACES[place](alice, tmp_path)).lower().split())
    assert [what for what, said in ADVICE.items() if not re.search(said, plain)] == []


def test_every_name_in_the_folder_is_in_the_docs() -> None:
    table = read_section(DOCS.read_text("utf-8"), "| in it |").partition("\n\n")[0]
    named = {name.strip("/") for name in re.findall(r"`([^`]+)`", table)}
    ends = {name.removeprefix(DATABASE_FILES[0]) for name in DATABASE_FILES[1:]}
    assert {*FILES, *FOLDERS, *LOCKS, DATABASE_FILES[0]} <= named
    assert {f"{DATABASE_FILES[0]}-wal", *ends - {"-wal"}} <= named
