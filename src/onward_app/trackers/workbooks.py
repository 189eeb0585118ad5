"""Sheets of a workbook (.xlsx, .ods, .xls): cells as a person sees them. Neither formulas nor macros are run."""

from __future__ import annotations

import io
import re
import zipfile

from onward.tracker.tables import TrackerTable, make_table
from onward.wording.counts import say_count
from onward_app.trackers.archives import CUT, LOCKED
from onward_app.trackers.extent import IS_SHEET, count_cells
from onward_app.trackers.room import MOST_PIECES, TOO_FULL
from onward_app.trackers.sheets import Unread, can_read_sheets, read_sheets
from onward_app.trackers.troubles import TrackerTrouble

MACROS = "“{name}” holds macros. They were left alone: only cells are read."
MERGED = "Some cells are merged. What stands in one of several rows was read for each of them."
NO_RESULT = (
    "{n} formula without a result. Open the file in a spreadsheet program, save it, and bring it again, or the cell "
    "counts as empty.",
    "{n} formulas without a result. Open the file in a spreadsheet program, save it, and bring it again, or the cells "
    "count as empty.",
)
NO_READER = "“{name}” can’t be opened here. Save it as CSV, and bring that."
NO_SHEET = "“{name}” has no cells in it."
_WHY = {Unread.LOCKED: LOCKED, Unread.BROKEN: CUT, Unread.TOO_MUCH: TOO_FULL}
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
        _refuse_wide(name, archive)
        if lacking := _count_without_result(archive, names):
            told.append(say_count(lacking, *NO_RESULT))
    return _read_sheets(name, raw, told)


def open_old_workbook(name: str, raw: bytes) -> list[TrackerTable]:
    """The sheets of an .xls; an .xlsx with a password looks like one from outside.

    Raises:
        TrackerTrouble: it is locked, or no workbook.
    """
    if _LOCKED in raw:
        raise TrackerTrouble(LOCKED.format(name=name))
    return _read_sheets(name, raw, [])


def _refuse_wide(name: str, archive: zipfile.ZipFile) -> None:
    """A few bytes may say that a cell is a million rows and columns away: the reader makes room for all before it."""
    cells = 0
    for one in archive.namelist():
        inside = archive.read(one) if one.lower().endswith(".xml") else b""
        cells += count_cells(inside) if IS_SHEET in inside else 0
        if cells > MOST_PIECES:
            raise TrackerTrouble(TOO_FULL.format(name=name))


def _count_without_result(archive: zipfile.ZipFile, names: list[str]) -> int:
    sheets = (one for one in names if one.startswith("xl/worksheets/") and one.endswith(".xml"))
    return sum(1 for one in sheets for _ in _WITHOUT_RESULT.finditer(archive.read(one)))


def _read_sheets(name: str, raw: bytes, told: list[str]) -> list[TrackerTable]:
    if not can_read_sheets():
        raise TrackerTrouble(NO_READER.format(name=name))
    sheets = read_sheets(raw)
    if isinstance(sheets, Unread):
        raise TrackerTrouble(_WHY[sheets].format(name=name))
    tables = [
        make_table(
            name if len(sheets) == 1 else f"{name}, {one.name}", enumerate(one.rows, 1), [MERGED] if one.merged else []
        )
        for one in sheets
    ]
    found = [table for table in tables if table.lines]
    if not found:
        raise TrackerTrouble(NO_SHEET.format(name=name))
    return [TrackerTable(found[0].name, found[0].lines, (*told, *found[0].told)), *found[1:]]
