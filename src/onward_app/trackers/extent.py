"""How many cells a sheet of an .xlsx comes to: told from its text, before a reader makes room for all of them."""

from __future__ import annotations

import re

from onward_app.trackers.room import MOST_PIECES

IS_SHEET = b"sheetData"  # stands in every sheet, whatever its file is called
_TAG = re.compile(rb"<(?:\w+:)?(?:(row)\b([^<>]*)>|c\b([^<>]*?)(/>|>(?:\s*</(?:\w+:)?c>)?))")
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{0,3})([0-9]{1,7})[\"']")


def count_cells(sheet: bytes, *, most: int = MOST_PIECES) -> int:
    """Its rows times its columns, up to the last of each that has anything in it; counted on until there are `most`.

    A cell that doesn't say where it stands is the next one, and an empty one is none.

    >>> count_cells(b'<row r="2"><c r="C2"><v>1</v></c><c r="XFD9" s="4"/></row>')
    6
    """
    rows = columns = row = column = 0
    for tag in _TAG.finditer(sheet):
        place = _PLACE.search(tag[2] or tag[3] or b"")
        if tag[1]:
            row, column = int(place[2]) if place else row + 1, 0
            continue
        column = _number_column(place[1]) if place and place[1] else column + 1
        if tag[4] == b">":  # something stands in it
            rows, columns = max(rows, int(place[2]) if place else row), max(columns, column)
        if rows * columns > most:
            break
    return rows * columns


def _number_column(letters: bytes) -> int:
    """A is 1, and AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
