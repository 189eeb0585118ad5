"""Files as trackers really export them, each beside what becomes of it; one without the other fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.core.tracker.told import read, tell

from onward.tracker.read import read_text_tables

CASES = Path(__file__).parent / "cases"
FILES = sorted(path for path in CASES.iterdir() if path.suffix != ".becomes")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_becomes_what_stands_beside_it(file: Path) -> None:
    beside = file.with_name(f"{file.name}.becomes")
    assert tell(read(read_text_tables(file.read_bytes(), file.name))) == beside.read_text(encoding="utf-8")


def test_nothing_stands_there_without_its_file() -> None:
    assert {path.name.removesuffix(".becomes") for path in CASES.glob("*.becomes")} == {path.name for path in FILES}
