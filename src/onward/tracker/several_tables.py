"""Several tables below one another in one sheet, each with headings of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onward.tracker.fields import TrackerField
from onward.tracker.headings import NO_HEADING, find_heading_line
from onward.tracker.layouts.load import find_layout
from onward.tracker.tables import TableLine, TrackerTable
from onward.tracker.words import map_headings, normalize

_LONGEST = 30  # characters of a heading that says it in so many words


def part_tables(table: TrackerTable) -> list[TrackerTable]:
    """The table, parted where a further line of headings begins another; a title alone above that is its name."""
    starts = [0, *_find_further_headings(table.lines), len(table.lines)]
    parts = [_cut(table, start, end) for start, end in pairwise(starts)]
    return [TrackerTable(parts[0].name, parts[0].lines, table.told), *parts[1:]]


def _cut(table: TrackerTable, start: int, end: int) -> TrackerTable:
    """The lines of one of them, without the title of the next."""
    lines = table.lines
    if end < len(lines) and lines[end - 1].filled == 1:
        end -= 1
    if not start:
        return TrackerTable(table.name, lines[:end])
    above = lines[start - 1]
    title = next(filter(None, above.cells)) if above.filled == 1 else f"line {lines[start].number}"
    return TrackerTable(f"{table.name}, {title[:60]}", lines[start:end])


def _find_further_headings(lines: Sequence[TableLine]) -> Iterator[int]:
    """Where headings stand below a table with others. The same ones again, on each page, begin nothing."""
    start = 0
    for place, line in enumerate(lines):
        if not _names_columns(line.cells):
            continue
        before = lines[start:place]
        at = find_heading_line(before)
        if at is not None and _is_table(before[at:]) and _words(before[at]) != _words(line):
            yield place
            start = place


def _is_table(lines: Sequence[TableLine]) -> bool:
    """Whether rows stand below the headings; what a tracker wrote holds one table."""
    return find_layout(lines[0].cells) is None and any(line.filled > 1 for line in lines[1:])


def _names_columns(cells: Sequence[str]) -> bool:
    """Whether most cells are headings in so many words, one of them the employer's."""
    if any(NO_HEADING.search(cell) for cell in cells):
        return False
    known = map_headings()
    named = [known.get(normalize(cell)) if len(cell) <= _LONGEST else None for cell in cells if cell]
    fields = {field for field in named if field}
    return TrackerField.EMPLOYER in fields and len(fields) > 1 and 2 * sum(map(bool, named)) > len(named)


def _words(line: TableLine) -> list[str]:
    return [normalize(cell) for cell in line.cells if cell]
