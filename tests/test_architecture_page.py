"""The page on how Onward is built says what the imports say, and names only what is there."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.structure.drawing import draw
from benchmarks.structure.tree import read_house

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "architecture.md"
PLACE = re.compile(r"`((?:onward|onward_app|sources|records|rooms|web|notice|debrief|kinks|practice)/[\w/.]+)`")


def test_the_drawing_is_what_the_imports_say() -> None:
    drawn = PAGE.read_text("utf-8").partition("```mermaid\n")[2].partition("\n```")[0]
    assert drawn == draw(read_house(ROOT)), "python benchmarks/house.py --draw prints the drawing as it is now"


def test_every_place_that_is_named_is_there() -> None:
    named = set(PLACE.findall(PAGE.read_text("utf-8")))
    assert len(named) > 15
    assert [place for place in sorted(named) if not _is_there(place)] == []


def _is_there(place: str) -> bool:
    """A file, a folder, or a name in a file (`records/writing/notice.file_letters`), from `src` or a package in it."""
    for base in (ROOT / "src", ROOT / "src" / "onward", ROOT / "src" / "onward_app"):
        path = base / place
        if path.exists() or path.with_suffix(".py").exists():
            return True
        module, _, name = place.rpartition(".")
        file = (base / module).with_suffix(".py")
        if file.is_file() and re.search(rf"^(?:def|class) {name}\b", file.read_text("utf-8"), re.MULTILINE):
            return True
    return False
