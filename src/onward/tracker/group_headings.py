"""Headings in two lines: “Application” above “Date” and “Via”, as merged cells leave them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from onward.tracker.tables import TableLine

NameField = Callable[[str], tuple[str, bool]]


def join_groups(lines: Sequence[TableLine], at: int, name_field: NameField) -> tuple[str, ...] | None:
    """The headings with the words above them where those are needed; None where nothing of that kind stands above."""
    headings = lines[at].cells
    if not at or lines[at - 1].number != lines[at].number - 1 or not _is_group_line(lines[at - 1], headings):
        return None
    times = Counter(headings)
    joined = tuple(
        _join(group, heading, name_field, doubled=times[heading] > 1)
        for group, heading in zip(_spread(lines[at - 1].cells, len(headings)), headings, strict=True)
    )
    return joined if joined != headings else None


def _is_group_line(line: TableLine, headings: Sequence[str]) -> bool:
    """Whether it has several words, fewer than there are headings, or one that isn't the title of all."""
    filled = [place for place, cell in enumerate(line.cells) if cell]
    return len(filled) < sum(map(bool, headings)) and (len(filled) > 1 or filled[0] > 0)


def _spread(cells: Sequence[str], width: int) -> Iterator[str]:
    """Each word over the empty cells to its right, as a merged cell stands over them."""
    group = ""
    for place in range(width):
        group = cells[place] if place < len(cells) and cells[place] else group
        yield group


def _join(group: str, heading: str, name_field: NameField, *, doubled: bool) -> str:
    if not group or not heading:
        return heading
    joined = f"{group} {heading}"
    said = name_field(joined)[0]
    return joined if said and (doubled or not name_field(heading)[0]) else heading
