"""One simple spreadsheet (employer, role, status, date), read into rows. Nothing in a cell is ever evaluated."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onward.facts import EVENT_KINDS, NOTES

HEADERS: dict[str, tuple[str, ...]] = {
    "employer": ("employer", "company", "organization", "organisation", "company name", "employer name"),
    "role": ("role", "title", "position", "job title", "job", "role title"),
    "status": ("status", "stage", "state", "list", "outcome", "status name"),
    "date": (
        *("date", "on", "applied date", "date applied", "applied on", "applied at", "application date", "status date"),
        *("applied", "date saved", "saved date", "saved at", "added at", "date received"),
    ),
}
STATUSES = tuple(kind for kind in EVENT_KINDS if kind not in NOTES)  # a cell has no room for a note's words
KIND_OF: dict[str, str] = {word: str(kind) for kind in STATUSES for word in (kind, *kind.means.sheet)}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NO_HEADER = "The first line has to name the columns: employer, role, status, date. Employer and date are needed."
UNCLOSED = "A quotation mark is opened and never closed, so lines after it may have been taken for one cell."
LONGEST = 200  # characters of an employer or a role


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row that could be read. `line` is where it begins in the file, from 1."""

    line: int
    employer: str
    role: str
    kind: str
    on: date


@dataclass(frozen=True, slots=True)
class CsvTrouble:
    """Why a row stays out, as a sentence. `asks_order` when it only lacks the order of day and month."""

    line: int
    sentence: str
    asks_order: bool = False


_SEPARATOR = re.compile(r"\Asep=.\r?\n?", re.IGNORECASE)  # a line some spreadsheets write first
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")  # “appliedDate”


class _Unread(Exception):
    """A cell that can't be read."""

    def __init__(self, sentence: str, *, asks_order: bool = False) -> None:
        super().__init__(sentence)
        self.asks_order = asks_order


def parse_csv(text: str, *, order: str = "") -> tuple[list[CsvRow], list[CsvTrouble]]:
    """The rows that can be read, and a sentence for each that can't.

    `order` is "day" or "month" once the person has said how dates like 3/4/2026 are meant; "" asks.
    """
    rows: list[CsvRow] = []
    troubles: list[CsvTrouble] = []
    text = _SEPARATOR.sub("", text.removeprefix("\ufeff").replace("\0", ""))
    lines = _lines(text)
    try:
        columns = _columns(next((cells for _, cells in lines if any(cells)), []))
        if columns is None:
            return [], [CsvTrouble(1, NO_HEADER)]
        for line, cells in lines:
            _take(line, cells, columns, order, rows, troubles)
    except csv.Error as broken:
        troubles.append(CsvTrouble(0, f"The file could not be read to its end ({broken}). What came before it was."))
    if text.count('"') % 2:
        troubles.append(CsvTrouble(0, UNCLOSED))
    return rows, troubles


def _take(
    line: int, cells: list[str], columns: dict[str, int], order: str, rows: list[CsvRow], troubles: list[CsvTrouble]
) -> None:
    if not any(cell.strip() for cell in cells):
        return
    try:
        rows.append(_row(line, {name: _cell(cells, at) for name, at in columns.items()}, order))
    except _Unread as why:
        troubles.append(CsvTrouble(line, f"Line {line}: {why}", why.asks_order))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    begins = 1
    for cells in reader:
        yield begins, cells
        begins = reader.line_num + 1


def _delimiter(text: str) -> str:
    header = text.lstrip().split("\n", 1)[0]
    return max(",;\t", key=header.count)


def _columns(header: list[str]) -> dict[str, int] | None:
    names = [re.sub(r"[\s_-]+", " ", _HUMPS.sub(" ", cell)).strip().casefold() for cell in header]
    found = {
        field: next(names.index(alias) for alias in aliases if alias in names)
        for field, aliases in HEADERS.items()
        if any(alias in names for alias in aliases)
    }
    return found if {"employer", "date"} <= set(found) else None


def _cell(cells: list[str], at: int) -> str:
    return " ".join(cells[at].split()) if at < len(cells) else ""


def _row(line: int, cells: dict[str, str], order: str) -> CsvRow:
    employer, role = cells["employer"], cells.get("role", "")
    if not employer:
        raise _Unread("there is no employer.")
    if max(len(employer), len(role)) > LONGEST:
        raise _Unread(f"the employer or the role is longer than {LONGEST} characters.")
    return CsvRow(line, employer, role, _kind(cells.get("status", "")), _date(cells["date"], order))


def _kind(cell: str) -> str:
    name = re.sub(r"[\s_-]+", " ", cell).strip().casefold()
    if name not in KIND_OF:
        raise _Unread(f"“{cell[:40]}” is not a status Onward knows. It can be one of: {', '.join(STATUSES)}.")
    return KIND_OF[name]


def _date(cell: str, order: str) -> date:
    if not cell or cell.casefold() in ("n/a", "na", "-", "none", "null"):
        raise _Unread("there is no date. Write it like 2026-03-04.")
    try:
        return _numbers(cell, order) or _named_month(cell) or _unreadable(cell)
    except ValueError:
        return _unreadable(cell)


def _unreadable(cell: str) -> date:
    raise _Unread(f"“{cell[:40]}” is not a day that can be read. Write it like 2026-03-04.")


def _numbers(cell: str, order: str) -> date | None:
    if iso := re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]|$)", cell):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    found = re.match(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[, ]|$)", cell)
    if found is None:
        return None
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    day_first = _day_first(cell, one, other, "day" if found[2] == "." else order)
    day, month = (one, other) if day_first else (other, one)
    return date(year + 2000 if len(found[4]) == 2 else year, month, day)


def _day_first(cell: str, one: int, other: int, order: str) -> bool:
    """Dots put the day first; a number past 12 is a day; otherwise the person says."""
    if max(one, other) > 12 or one == other:
        return one > 12
    if order not in ("day", "month"):
        raise _Unread(f"“{cell[:40]}” could be two days. Say which comes first, the day or the month.", asks_order=True)
    return order == "day"


def _named_month(cell: str) -> date | None:
    day_first = re.fullmatch(r"(\d{1,2})\.?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})", cell)
    month_first = re.fullmatch(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})", cell)
    if not day_first and not month_first:
        return None
    day, month, year = day_first.groups() if day_first else _turned(month_first)
    name = month[:3].casefold()
    return date(int(year), MONTHS.index(name) + 1, int(day))


def _turned(found: re.Match[str] | None) -> tuple[str, str, str]:
    assert found is not None
    return found[2], found[1], found[3]
