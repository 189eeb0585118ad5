"""Rows of a .csv or .tsv, as spreadsheets and trackers write them. Nothing in a cell is ever worked out."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from onward.tracker.tables import TrackerTable, make_table

SEPARATORS = ",;\t|"
UNCLOSED = "In line {line} a quotation mark is opened and never closed. That line was read without it."
BROKEN = "The file could not be read to its end ({why}). What came before it was."
UNQUOTED = "In line {line} a comma stands in a cell without quotation marks. It was taken for a part of the cell."
CUT_OFF = "The file seems to end in the middle of line {line}. That row was read as far as it goes."
FORMULA = "Some cells begin with a formula (line {line}). It is kept as text and not worked out."
_HEAD = 30  # lines that the separator is told by
_NAMED = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)  # a line some spreadsheets write first
_BLANKS = re.compile(r"(?<=\S) {2,200}(?=\S)")
_QUOTED = re.compile(r'"[^"]*"')
_FORMULA = re.compile(r"=[A-Za-z.]{1,30}\(")
_MOST_MENDED = 20  # quotation marks that are put right, each by reading on from there

Row = tuple[int, list[str]]


def read_delimited(text: str, name: str) -> TrackerTable:
    """The table in a text."""
    named = _NAMED.match(text)
    first = 2 if named else 1
    text = text[named.end() :] if named else text
    told: list[str] = []
    text = text if named else part_aligned(text)
    separator = named[1] if named else find_separator(text)
    rows = list(_read_rows(text, separator, first, told))
    width = _find_width(rows)
    rows = [(number, _mend_cells(number, cells, width, separator, told)) for number, cells in rows]
    if rows and not text.endswith(("\n", "\r")) and len(rows) > 2 and len(rows[-1][1]) < width:
        told.append(CUT_OFF.format(line=rows[-1][0]))
    if formula := next((number for number, cells in rows if any(map(_FORMULA.match, cells))), 0):
        told.append(FORMULA.format(line=formula))
    return make_table(name, rows, told)


def _find_width(rows: list[Row]) -> int:
    """How many cells most rows have; of equals the first, which has the headings."""
    counted = Counter(len(cells) for _, cells in rows[:1000] if any(cells))
    return max(counted, key=counted.__getitem__, default=0)


def _mend_cells(number: int, cells: list[str], width: int, separator: str, told: list[str]) -> list[str]:
    """“Blue Fern, Inc.” that nobody put in quotation marks: a blank behind the comma says that it goes on."""
    extra = len(cells) - width
    behind = [place for place in range(1, len(cells)) if cells[place].startswith(" ") and cells[place - 1].strip()]
    if extra < 1 or len(behind) != extra:
        return cells
    told.append(UNQUOTED.format(line=number))
    mended: list[str] = []
    for place, cell in enumerate(cells):
        if place in behind:
            mended[-1] += separator + cell
        else:
            mended.append(cell)
    return mended


def find_separator(text: str) -> str:
    """What parts the cells: the sign that most lines have equally often, outside of quotation marks."""
    lines = [line for line in _QUOTED.sub("", text[:40_000]).split("\n")[:_HEAD] if line.strip()]

    def how_even(sign: str) -> tuple[int, int]:
        times = Counter(line.count(sign) for line in lines if sign in line)
        count, lines_alike = max(times.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
        return lines_alike, count

    return max(SEPARATORS, key=how_even)


def part_aligned(text: str) -> str:
    """Columns that only blanks part, as a terminal prints them, with tabs between; any other text as it is."""
    lines = [line.strip() for line in text[:40_000].split("\n")[:_HEAD] if line.strip()]
    if len(lines) < 2 or any(sign in lines[0] for sign in SEPARATORS):
        return text
    widths = {len(_BLANKS.split(line)) for line in lines}
    return _BLANKS.sub("\t", text) if len(widths) == 1 and widths != {1} else text


def _read_rows(text: str, separator: str, first: int, told: list[str]) -> Iterator[Row]:
    """All rows; a quotation mark that is never closed is taken for a sign like any other, and reading goes on."""
    for mended in range(_MOST_MENDED + 1):
        rows, broken = _read_csv(text, separator, first)
        if broken:
            told.append(BROKEN.format(why=broken))
        if text.count('"') % 2 == 0 or not rows or mended == _MOST_MENDED:
            yield from rows
            return
        yield from rows[:-1]
        lines = list(io.StringIO(text, newline=""))  # as the rows were counted: a lone \r ends a line too
        first, at = rows[-1][0], rows[-1][0] - first
        told.append(UNCLOSED.format(line=first))
        yield first, lines[at].replace('"', "").rstrip("\r\n").split(separator)
        text, first = "".join(lines[at + 1 :]), first + 1
        if not text.strip():
            return


def _read_csv(text: str, separator: str, first: int) -> tuple[list[Row], str]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[Row] = []
    begins = first
    try:
        for cells in reader:
            rows.append((begins, cells))
            begins = first + reader.line_num
    except csv.Error as broken:
        return rows, str(broken)
    return rows, ""
