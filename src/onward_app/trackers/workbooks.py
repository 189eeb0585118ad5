"""Sheets of a workbook (.xlsx, .ods, .xls): cells as a person sees them. Neither formulas nor macros are run."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from onward.tracker.tables import TrackerTable, make_table
from onward.wording.counts import count_noun
from onward_app.trackers.archives import CUT, LOCKED
from onward_app.trackers.troubles import TrackerTrouble

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MACROS = "“{name}” holds macros. They were left alone: only cells are read."
MERGED = "Some cells are merged. What stands in one of several rows was read for each of them."
NO_RESULT = (
    "{count} without a result. Open the file in a spreadsheet program, save it, and bring it again, or the cells count "
    "as empty."
)
NO_READER = "“{name}” can’t be opened here. Save it as CSV, and bring that."
NO_SHEET = "“{name}” has no cells in it."
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WITHOUT_RESULT = re.compile(rb"<f\b[^<>]*(?:/>|>[^<>]*</f>)(?:<v\s?/>|<v></v>)?</c>")


def open_workbook(name: str, raw: bytes) -> list[TrackerTable]:
    """The sheets of an .xlsx or .ods that have anything in them.

    Raises:
        TrackerTrouble: it is damaged, locked, or empty.
    """
    told = []
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = archive.namelist()
        if any(one.endswith("vbaProject.bin") for one in names):
            told.append(MACROS.format(name=name))
        manifest = "META-INF/manifest.xml"
        if manifest in names and b"encryption-data" in archive.read(manifest):
            raise TrackerTrouble(LOCKED.format(name=name))
        if lacking := _count_without_result(archive, names):
            told.append(NO_RESULT.format(count=count_noun(lacking, "formula")))
    return _read_sheets(name, raw, told)


def open_old_workbook(name: str, raw: bytes) -> list[TrackerTable]:
    """The sheets of an .xls; an .xlsx with a password looks like one from outside.

    Raises:
        TrackerTrouble: it is locked, or no workbook.
    """
    if _LOCKED in raw:
        raise TrackerTrouble(LOCKED.format(name=name))
    return _read_sheets(name, raw, [])


def _count_without_result(archive: zipfile.ZipFile, names: list[str]) -> int:
    sheets = (one for one in names if one.startswith("xl/worksheets/") and one.endswith(".xml"))
    return sum(len(_WITHOUT_RESULT.findall(archive.read(one))) for one in sheets)


def _read_sheets(name: str, raw: bytes, told: list[str]) -> list[TrackerTable]:
    try:
        import python_calamine
    except ImportError:  # as in a browser, where it can't be had
        raise TrackerTrouble(NO_READER.format(name=name)) from None
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            names = list(book.sheet_names)
            tables = [
                _read_sheet(book.get_sheet_by_name(one), name if len(names) == 1 else f"{name}, {one}") for one in names
            ]
    except python_calamine.PasswordError:
        raise TrackerTrouble(LOCKED.format(name=name)) from None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a damaged file may also panic in the reader, which is no Exception
        raise TrackerTrouble(CUT.format(name=name)) from None
    found = [table for table in tables if table.lines]
    if not found:
        raise TrackerTrouble(NO_SHEET.format(name=name))
    return [TrackerTable(found[0].name, found[0].lines, (*told, *found[0].told)), *found[1:]]


def _read_sheet(sheet: CalamineSheet, name: str) -> TrackerTable:
    rows = sheet.to_python(skip_empty_area=False)
    filled = _fill_merged(rows, sheet.merged_cell_ranges or [])
    cells = ((number, (_show_cell(cell) for cell in row)) for number, row in enumerate(rows, 1))
    return make_table(name, cells, [MERGED] if filled else [])


def _fill_merged(rows: list[list[Any]], ranges: list[Any]) -> bool:
    """Put what stands in a cell over several rows into each of them; across columns it is a title."""
    filled = False
    for (top, left), (bottom, right) in ranges:
        if left != right or bottom <= top:
            continue
        for row in range(top + 1, min(bottom + 1, len(rows))):
            rows[row][left] = rows[top][left]
            filled = True
    return filled


def _show_cell(cell: Any) -> str:
    """A cell as text. A day stays a day, and a whole number has no point."""
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes") if (cell.hour, cell.minute) != (0, 0) else cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    return str(cell) if not isinstance(cell, timedelta) else ""
