"""Which cells of an .ods stand over others: told from its text, because the reader of workbooks doesn't say it."""

from __future__ import annotations

import io
import re
import zipfile

Range = tuple[tuple[int, int], tuple[int, int]]  # the first row and column, and the last, from 0
_CELLS = "content.xml"
_TAG = re.compile(rb"<table:(table|table-row|(?:covered-)?table-cell)(?![\w-])([^<>]*)")
_SAID = re.compile(rb"\btable:(number-(?:rows|columns)-(?:spanned|repeated))\s*=\s*[\"'](\d{1,7})[\"']")


def find_covered(raw: bytes) -> list[list[Range]]:
    """The merged cells of each sheet, in the order of the sheets; nothing for a file that is no .ods."""
    if not raw.startswith(b"PK"):
        return []
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return _list_ranges(archive.read(_CELLS)) if _CELLS in archive.namelist() else []


def _list_ranges(content: bytes) -> list[list[Range]]:
    """Rows and cells are counted as they come; one that is written once may stand for many."""
    sheets: list[list[Range]] = []
    row = next_row = column = 0
    for tag in _TAG.finditer(content):
        said = {name.decode(): int(number) for name, number in _SAID.findall(tag[2])}
        if tag[1] == b"table":
            sheets.append([])
            next_row = 0
        elif tag[1] == b"table-row":
            row, column = next_row, 0
            next_row += said.get("number-rows-repeated", 1)
        elif sheets:
            down, right = said.get("number-rows-spanned", 1), said.get("number-columns-spanned", 1)
            if down * right > 1:
                sheets[-1].append(((row, column), (row + down - 1, column + right - 1)))
            column += said.get("number-columns-repeated", 1)
    return sheets
