"""Where the headings of a table stand, and what each column is: by its name, else by its cells or its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onward.tracker.days import DayCell
from onward.tracker.fields import DAYS, KINDS, SEVERAL, TrackerField
from onward.tracker.layouts.load import Layout, find_layout
from onward.tracker.statuses import read_status
from onward.tracker.tables import TableLine, TrackerTable
from onward.tracker.words import map_headings, normalize

SEARCHED = 20  # lines in which the headings are looked for
FAR = 500  # and where nothing else is looked for but a line of headings alone
SHOWN = 5  # of the person's own rows
_SAMPLE = 200  # rows that a column is judged by
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST_WORDS = 6
_LINK = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)
_NO_HEADING = re.compile(r"\d{4}-\d|\d[/.]\d|https?:")
_MAIN = {str(one) for one in (TrackerField.EMPLOYER, TrackerField.ROLE, TrackerField.STATUS)}
ReadDay = Callable[[str], DayCell]


@dataclass(frozen=True, slots=True)
class TrackerColumn:
    """One column: its heading, what it was taken for, and what is in it."""

    heading: str
    guess: str
    samples: tuple[str, ...] = ()
    chosen: str = ""  # what the person said it is, where that isn't what was thought

    @property
    def field(self) -> str:
        """What it is."""
        return self.chosen or self.guess


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table whose headings are found. `line` is where they stand, 0 where there are none."""

    name: str
    layout: Layout | None
    line: int
    columns: tuple[TrackerColumn, ...]
    rows: tuple[TableLine, ...]
    told: tuple[str, ...] = ()

    def find(self, field: str) -> list[int]:
        """The places of the columns that are this."""
        return [place for place, column in enumerate(self.columns) if column.field == field]

    @property
    def unused(self) -> list[str]:
        """The headings of columns that nothing is taken from."""
        left = (TrackerField.UNUSED, TrackerField.KEPT_OUT)
        return [
            column.heading
            for place, column in enumerate(self.columns)
            if column.field in left and column.heading and any(any(row.cells[place : place + 1]) for row in self.rows)
        ]


def find_sheet(table: TrackerTable, chosen: Mapping[str, str], read_day: ReadDay) -> Sheet:
    """The headings of a table and what its columns are. `chosen` is what the person said: heading → field."""
    at = _find_heading_line(table.lines)
    at = _find_line_above_days(table.lines, read_day) if at is None else at
    headings = table.lines[at].cells if at is not None else _name_by_letters(table.lines)
    rows = table.lines[at + 1 :] if at is not None else table.lines
    rows = tuple(row for row in rows if row.cells != headings)
    layout = find_layout(headings)
    columns = _map_columns(headings, rows, layout, read_day)
    columns = [replace(one, chosen=chosen[one.heading]) if one.heading in chosen else one for one in columns]
    told = (*table.told, *(_tell_above(table.lines[:at]) if layout is None and at else []))
    return Sheet(table.name, layout, table.lines[at].number if at is not None else 0, tuple(columns), rows, told)


@lru_cache(maxsize=5_000)
def name_field(heading: str) -> tuple[str, bool]:
    """What a heading names, and whether it is the whole of it; ("", False) when nothing is known in it."""
    plain = normalize(heading)
    known = map_headings()
    if plain in known:
        return known[plain], True
    words = plain.split()[:_MOST_WORDS]
    parts = [" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
    found = [part for part in parts if part in known]
    best = max(found, key=lambda part: (len(part.split()), len(part)), default="")
    if len({known[part] for part in found if known[part] in KINDS and not _is_in(part, found)}) > 1:
        return TrackerField.DAY, False  # “Saved/Applied Date”: the day of either
    return (known[best], False) if best else ("", False)


def _is_in(part: str, others: Iterable[str]) -> bool:
    """Whether it is only a word of a longer one: “interview” of “second interview”."""
    return any(part != other and f" {part} " in f" {other} " for other in others)


def _find_heading_line(lines: Sequence[TableLine]) -> int | None:
    """The line with most headings in it, the first of equals; further down only one that is nothing but headings."""
    best, at = 0, None
    for place, line in enumerate(lines[:FAR]):
        if find_layout(line.cells) is not None:
            return place
        if place >= SEARCHED and at is not None:
            break
        score = _count_headings(line.cells)
        if score > (best if place < SEARCHED else 2 * line.filled - 1):
            best, at = score, place
    return at


def _find_line_above_days(lines: Sequence[TableLine], read_day: ReadDay) -> int | None:
    """Headings in a language that isn't known: the first line, where a word stands above a column of days."""
    first, below = lines[0].cells if lines else (), lines[1:_SAMPLE]
    if len(set(filter(None, first))) < 2 or any(_NO_HEADING.search(cell) for cell in first):
        return None
    for place, cell in enumerate(first):
        days = [read_day(one) for line in below for one in line.cells[place : place + 1] if one]
        are_days = not any(day.unread or day.empty or day.flag is not None for day in days)
        if cell and days and are_days and read_day(cell).unread:
            return 0
    return None


def _count_headings(cells: Sequence[str]) -> int:
    """How many headings a line has, those that say it in so many words twice; 0 for a line with a day or a link."""
    if any(_NO_HEADING.search(cell) for cell in cells):
        return 0
    named = [name_field(cell) for cell in cells if cell and len(cell) < 60]
    fields = {field for field, _ in named if field}
    whole = sum(1 for _, is_whole in named if is_whole)
    return len(fields) + whole if len(fields) > 1 and whole and fields & _MAIN else 0


def _name_by_letters(lines: Sequence[TableLine]) -> tuple[str, ...]:
    """“Column A” to “Column Z”, “Column AA”, …, as a spreadsheet calls them."""
    width = max((len(line.cells) for line in lines[:_SAMPLE]), default=0)
    first = [_LETTERS[place // 26 % 26 - 1] if place >= 26 else "" for place in range(width)]
    return tuple(f"Column {letter}{_LETTERS[place % 26]}" for place, letter in enumerate(first))


def _tell_above(lines: Iterable[TableLine]) -> list[str]:
    said = [" ".join(filter(None, line.cells)) for line in lines]
    return [f"Above the headings stands “{words[:80]}”. It isn’t used." for words in said if words]


def _map_columns(
    headings: Sequence[str], rows: Sequence[TableLine], layout: Layout | None, read_day: ReadDay
) -> list[TrackerColumn]:
    if layout is not None:
        named = [(layout.columns.get(normalize(one) or one, TrackerField.UNUSED), True) for one in headings]
    else:
        named = [name_field(one) for one in headings]
    judged = rows[:_SAMPLE]
    samples = [[one for row in judged for one in row.cells[place : place + 1] if one] for place in range(len(headings))]
    fields = [field for field, _ in named]
    if layout is None:  # first: of “Réponse” and “Date de réponse” the one that holds days is the day
        wordy = [bool(cells) and not _are_days(cells, read_day, flags=True) for cells in samples]
        fields = ["" if field in DAYS and wordy[place] else field for place, field in enumerate(fields)]
    fields = _settle_fields(fields, [whole for _, whole in named])
    if layout is None:
        fields = _check_cells(headings, fields, samples, read_day)
    shown = [
        () if field == TrackerField.KEPT_OUT else cells[:SHOWN] for field, cells in zip(fields, samples, strict=True)
    ]
    return [
        TrackerColumn(heading, field or TrackerField.UNUSED, tuple(some))
        for heading, field, some in zip(headings, fields, shown, strict=True)
    ]


def _settle_fields(fields: list[str], whole: list[bool]) -> list[str]:
    """Of two columns that would be the same, the one that says so in so many words, else the first."""
    settled = list(fields)
    for field in dict.fromkeys(fields):
        places = [place for place, one in enumerate(fields) if one == field]
        if not field or field in SEVERAL or len(places) < 2:
            continue
        keep = next((place for place in places if whole[place]), places[0])
        for place in places:
            if place != keep:
                settled[place] = TrackerField.UNUSED
    return settled


def _check_cells(headings: Sequence[str], fields: list[str], samples: list[list[str]], read_day: ReadDay) -> list[str]:
    """What cells say of columns: an unnamed one may be one that is missing."""
    checked = list(fields)
    free = [place for place, field in enumerate(checked) if not field and samples[place]]
    tests: list[tuple[str, Callable[[list[str]], bool]]] = [
        (TrackerField.LINK, lambda cells: _share_that_fits(cells, lambda cell: bool(_LINK.match(cell))) > 0.6),
        (TrackerField.DAY, lambda cells: _are_days(cells, read_day, flags=False)),
        (TrackerField.STATUS, _are_statuses),
    ]
    for field, fits in tests:
        taken = set(checked) & (set(DAYS) if field == TrackerField.DAY else {field})
        place = next((place for place in free if not checked[place] and fits(samples[place])), None)
        if place is not None and not taken:
            checked[place] = field
    _take_by_place(headings, checked, free)
    return checked


def _take_by_place(headings: Sequence[str], fields: list[str], free: list[int]) -> None:
    """Where there are no headings at all, the first text is who and the second what."""
    if TrackerField.EMPLOYER in fields or any(not heading.startswith("Column ") for heading in headings):
        return
    if not {TrackerField.DAY, TrackerField.STATUS, TrackerField.LINK}.intersection(fields):
        return  # nothing here looks like a list of jobs
    left = [place for place in free if not fields[place]]
    for place, field in zip(left, (TrackerField.EMPLOYER, TrackerField.ROLE), strict=False):
        fields[place] = field


def _are_days(cells: list[str], read_day: ReadDay, *, flags: bool) -> bool:
    read = [one for one in map(read_day, cells) if not one.empty]
    good = sum(1 for one in read if not one.unread and (flags or one.flag is None))
    if not flags and all(cell.isdecimal() for cell in cells):
        return False  # a salary
    return not read or good * 2 >= len(read)


def _are_statuses(cells: list[str]) -> bool:
    return _share_that_fits(cells, lambda cell: bool(read_status(cell).value)) > 0.6 and len(set(cells)) < max(
        4, len(cells) / 2
    )


def _share_that_fits(cells: list[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, cells)) / max(1, len(cells))


def _choose_field(column: TrackerColumn, chosen: Mapping[str, str]) -> TrackerColumn:
    field = chosen.get(column.heading)
    return column if field is None else replace(column, chosen=field)
