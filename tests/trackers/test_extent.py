"""How large a sheet is, told from its text: what the reader makes room for, and no more than that."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import python_calamine

from onward_app.trackers.extent import count_cells
from onward_app.trackers.opening import open_tracker
from onward_app.trackers.troubles import TrackerTrouble

BOOK = Path(__file__).parent / "cases" / "sheet.xlsx"
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
ROWS = {
    "a table": b'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>',
    "beside the edge": b'<row r="3"><c r="D3"><v>1</v></c></row>',
    "without places": b"<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
    "empty and far away": b'<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/><c r="XFC1" s="0"></c></row>',
    "with blanks": b'<row r="2"><c  r = "AB2" ><v>1</v></c></row>',
    "in single marks": b"<row r='2'><c r='AA2'><v>1</v></c></row>",
    "no row, no place": b"<row/><row><c><v>1</v></c></row>",
}


def book_of(rows: bytes) -> bytes:
    """The workbook of the tests with these rows in its first sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(BOOK) as old, zipfile.ZipFile(out, "w") as new:
        first = min(name for name in old.namelist() if name.startswith("xl/worksheets/"))
        for name in old.namelist():
            raw = old.read(name)
            if name == first:
                head, _, rest = raw.partition(b"<sheetData>")
                raw = head + b"<sheetData>" + rows + b"</sheetData>" + rest.partition(b"</sheetData>")[2]
            new.writestr(name, raw)
    return out.getvalue()


@pytest.mark.parametrize("what", ROWS)
def test_it_is_what_the_reader_makes(what: str) -> None:
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(book_of(ROWS[what]))) as book:
        read = book.get_sheet_by_name(book.sheet_names[0]).to_python(skip_empty_area=False)
    assert count_cells(ROWS[what]) == sum(map(len, read))


@pytest.mark.parametrize(
    "rows",
    [
        FAR,
        FAR.replace(b'"', b"'"),
        FAR.replace(b' r="XFD1048576"', b"") + b'<row r="1"><c r="XFD1"><v>1</v></c></row>',
        b'<row><c r="A1"><v>1</v></c>' + b"<c><v>1</v></c>" * 1_001 + b'</row><row r="1000"><c><v>1</v></c></row>',
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="900000"><c r="C900000" t="str"><v>x</v></c></row>',
    ],
)
def test_what_says_that_it_is_far_too_large_is_refused_before_it_is_read(
    rows: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onward_app.trackers.workbooks.read_sheets", lambda raw: pytest.fail("it was read"))
    with pytest.raises(TrackerTrouble, match="far more than any list"):
        open_tracker("jobs.xlsx", book_of(rows))
