"""The sheets of a workbook, read in a process of its own: what a file does to the reader stays there.

A file of a thousand bytes may say that a cell stands a million rows and columns away. The reader makes room for every
cell before it, and where there isn't so much memory the whole process ends.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from importlib.util import find_spec
from typing import Any, NamedTuple, cast

from onward_app.own_program import start_with
from onward_app.trackers.covered import Range, find_covered
from onward_app.trackers.room import MOST_PIECES

MOST_MEMORY = 400_000_000  # bytes that such a process may ask for, of which Python and the reader take 50 million
PATIENCE = 120  # seconds
_APART = "onward_app.trackers.sheets"


class BookSheet(NamedTuple):
    """Its cells as a person sees them, row by row from the first one on; `merged`: some of them cover several rows."""

    name: str
    rows: list[list[str]]
    merged: bool


class Unread(StrEnum):
    """Why no sheet could be read."""

    LOCKED = "locked"
    BROKEN = "broken"
    TOO_MUCH = "too much"


def can_read_sheets() -> bool:
    """Whether the reader is there; in a browser it can't be had."""
    return find_spec("python_calamine") is not None


def read_sheets(raw: bytes) -> list[BookSheet] | Unread:
    """The sheets of a workbook, or why there are none."""
    within = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    try:
        done = subprocess.run(  # noqa: S603 - itself
            start_with(_APART), env=within, input=raw, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return Unread.TOO_MUCH
    if done.returncode:
        return Unread.TOO_MUCH
    told = json.loads(done.stdout)
    return Unread(told) if isinstance(told, str) else [BookSheet(*one) for one in told]


def answer() -> None:
    """Read the workbook on the standard input, and say on the standard output what is in it."""
    _limit_memory()
    told = _read_here(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(told))


def _limit_memory() -> None:
    """As far as the system knows such a thing: Windows and macOS don't."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _read_here(raw: bytes) -> list[BookSheet] | Unread:
    import python_calamine

    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            names, covered = book.sheet_names, find_covered(raw)
            told = covered if len(covered) == len(names) else [[]] * len(names)
            sheets = [_read_sheet(book.get_sheet_by_name(one), ranges) for one, ranges in zip(names, told, strict=True)]
    except python_calamine.PasswordError:
        return Unread.LOCKED
    except (KeyboardInterrupt, SystemExit):
        raise
    except MemoryError:
        return Unread.TOO_MUCH
    except BaseException:  # a damaged file may also panic in the reader, which is no Exception
        return Unread.BROKEN
    cells = sum(len(row) for one in sheets for row in one.rows)
    return sheets if cells <= MOST_PIECES else Unread.TOO_MUCH


def _read_sheet(sheet: Any, covered: list[Range]) -> BookSheet:
    rows = cast("list[list[Any]]", sheet.to_python(skip_empty_area=False))
    merged = _fill_merged(rows, covered or sheet.merged_cell_ranges or [])
    return BookSheet(sheet.name, [[_show_cell(cell) for cell in row] if any(row) else [] for row in rows], merged)


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


if __name__ == "__main__":
    answer()
