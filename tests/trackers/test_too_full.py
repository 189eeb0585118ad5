"""Small files that say there is much in them: refused in words, before memory is filled."""

from __future__ import annotations

import io
import resource
import sys
import zipfile
from collections.abc import Callable

import pytest
from tests.trackers.files import make_workbook, make_zip

from onward.tracker.json_text import DEEP, read_json
from onward_app.trackers import room, sheets
from onward_app.trackers.opening import open_tracker
from onward_app.trackers.sheets import Unread, read_sheets
from onward_app.trackers.troubles import TrackerTrouble

HEAD = "Company,Status,Date\n"


def far_apart(last: bytes = b"B2") -> bytes:
    """A workbook whose last cell says that it stands somewhere else."""
    raw = make_workbook([["Company", "Status"], ["Oak", "applied"]])
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        files = {one: archive.read(one) for one in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    files[sheet] = files[sheet].replace(b'r="' + last + b'"', b'r="XFD1048576"')
    return make_zip(files)


@pytest.mark.parametrize(
    "make",
    [
        lambda: ("a.csv", (HEAD + "," * 1_100_000).encode()),
        lambda: ("a.csv", (HEAD + "a\n" * 400_000).encode()),
        lambda: ("a.json", ("[" + "{}," * 600_000 + "{}]").encode()),
        lambda: ("a.csv", HEAD.encode() + b"x" * 16_000_001),
        lambda: ("a.zip", make_zip({"jobs.csv": HEAD + "x" * 60_000_000})),
        lambda: ("a.zip", make_zip({f"{n}.csv": HEAD + "a,b\n" * 50_000 for n in range(9)})),
        lambda: ("a.zip", make_zip({"in.zip": make_zip({f"{n}.csv": HEAD + "x" * 9_000_000 for n in range(2)})})),
        lambda: ("a.xlsx", far_apart()),
    ],
    ids=["commas", "lines", "objects", "one cell", "packed", "many tables", "a zip in a zip", "cells far apart"],
)
def test_what_would_fill_memory_is_left_alone_in_words(make: Callable[[], tuple[str, bytes]]) -> None:
    name, raw = make()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TrackerTrouble, match="holds far more than any list of applications does"):
        open_tracker(name, raw)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000  # kB


def test_a_list_as_large_as_a_search_may_be_has_room() -> None:
    row = "Harbor Light,Therapist,Rejected,2026-03-02,remote,a friend told me,,,,\n"
    (table,) = open_tracker("a.csv", (HEAD + row * 49_999).encode())
    assert len(table.lines) == 50_000


def test_whatever_a_workbook_does_to_its_reader_stays_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "start_with", lambda _: [sys.executable, "-c", "import os; os.abort()"])
    assert read_sheets(make_workbook([["Company"]])) is Unread.TOO_MUCH
    monkeypatch.setattr(sheets, "start_with", lambda _: [sys.executable, "-c", "import time; time.sleep(60)"])
    monkeypatch.setattr(sheets, "PATIENCE", 0.2)
    assert read_sheets(make_workbook([["Company"]])) is Unread.TOO_MUCH


def test_more_cells_than_any_list_has_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["Company", "Status"], ["Oak", "applied"]]
    assert sheets._read_here(make_workbook(rows)) == [sheets.BookSheet("Jobs", rows, False)]
    monkeypatch.setattr(sheets, "MOST_PIECES", 3)
    assert sheets._read_here(make_workbook(rows)) is Unread.TOO_MUCH


def test_a_line_weighs_more_than_a_cell() -> None:
    given = room.Allowance()
    given.take(b"a,b\n", "a.csv")
    assert room.MOST_PIECES - given.pieces == 4


def test_of_far_too_many_names_those_of_most_rows_are_read() -> None:
    rows = [f'{{"company": "C{n}", "status": "applied", "x{n}": "y"}}' for n in range(2_000)]
    (table,) = read_json(f"[{','.join(rows)}]", "a.json")
    assert table.lines[0].cells[:2] == ("company", "status")
    assert len(table.lines[0].cells) == 500
    (said,) = table.told
    assert said.startswith("The entries have 2,002 names for what they say.")
    assert said.endswith("were read: 500.")


@pytest.mark.parametrize("deep", ['{"a":' * 400 + "1" + "}" * 400, '{"a":' + "[" * 900 + "1" + "]" * 900 + "}"])
def test_what_lies_too_deep_is_said_and_stops_nothing(deep: str) -> None:
    tables = read_json(f"[{deep}]", "a.json")
    assert all(one.told == (DEEP,) or one.lines for one in tables)
