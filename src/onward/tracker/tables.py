"""What a file holds once it is open: tables of text, each line with its number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row as it stands. `number` is where it begins in the file or sheet, from 1."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> int:
        """How many cells hold anything."""
        return sum(1 for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class TrackerTable:
    """The rows of one file or sheet, without the empty ones. `told` are sentences about how it was read."""

    name: str
    lines: tuple[TableLine, ...]
    told: tuple[str, ...] = ()


def make_table(name: str, rows: Iterable[tuple[int, Iterable[str]]], told: Iterable[str] = ()) -> TrackerTable:
    """A table of numbered rows: cells without stray spaces, rows without anything left out."""
    lines = (TableLine(number, tuple(clean_cell(cell) for cell in cells)) for number, cells in rows)
    return TrackerTable(name, tuple(line for line in lines if line.filled), tuple(told))


def clean_cell(cell: str) -> str:
    """A cell without control characters and stray blanks; its line breaks stay."""
    if cell.isascii() and cell.isprintable():
        return cell.strip()
    kept = "".join(c if c.isprintable() or c == "\n" else " " for c in cell.replace("\r\n", "\n").replace("\r", "\n"))
    return kept.strip()
