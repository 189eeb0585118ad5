"""Where the headings of a table stand, and what each column is: by its name, else by its cells or its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onward.tracker.column_guesses import ReadDay, are_days, guess_columns, part_twice_named_days
from onward.tracker.fields import DAYS, KINDS, PEOPLES, SEVERAL, TrackerField, is_about_people
from onward.tracker.group_headings import join_groups
from onward.tracker.layouts.load import Layout, find_layout
from onward.tracker.tables import TableLine, TrackerTable
from onward.tracker.words import map_headings, normalize

SEARCHED = 20  # lines in which the headings are looked for
FAR = 500  # and where nothing else is looked for but a line of headings alone
SHOWN = 5  # of the person's own rows
_SAMPLE = 200  # rows that a column is judged by
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST_WORDS = 6
NO_HEADING = re.compile(r"\d{4}-\d|\d[/.]\d|https?:")
_MAIN = {str(one) for one in (TrackerField.EMPLOYER, TrackerField.ROLE, TrackerField.STATUS)}


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
    def people(self) -> bool:
        """Whether each of its rows is a person."""
        if self.layout is not None:
            return self.layout.people
        return is_about_people([column.field for column in self.columns])

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
    at = find_heading_line(table.lines)
    at = _find_line_above_days(table.lines, read_day) if at is None else at
    headings, above = _name_columns(table.lines, at)
    rows = table.lines[at + 1 :] if at is not None else table.lines
    rows = tuple(row for row in rows if row.cells != table.lines[at or 0].cells or at is None)
    layout = find_layout(headings)
    columns = _map_columns(headings, rows, layout, read_day)
    columns = [replace(one, chosen=chosen[one.heading]) if one.heading in chosen else one for one in columns]
    told = (*table.told, *(_tell_above(above) if layout is None else []))
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


def _name_columns(lines: Sequence[TableLine], at: int | None) -> tuple[tuple[str, ...], Sequence[TableLine]]:
    """The headings, and the lines above them that aren't used."""
    if at is None:
        return _name_by_letters(lines), ()
    joined = None if find_layout(lines[at].cells) else join_groups(lines, at, name_field)
    return (joined, lines[: at - 1]) if joined else (lines[at].cells, lines[:at])


def _is_in(part: str, others: Iterable[str]) -> bool:
    """Whether it is only a word of a longer one: “interview” of “second interview”."""
    return any(part != other and f" {part} " in f" {other} " for other in others)


def find_heading_line(lines: Sequence[TableLine]) -> int | None:
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
    if len(set(filter(None, first))) < 2 or any(NO_HEADING.search(cell) for cell in first):
        return None
    for place, cell in enumerate(first):
        days = [read_day(one) for line in below for one in line.cells[place : place + 1] if one]
        are_days = not any(day.unread or day.empty or day.flag is not None for day in days)
        if cell and days and are_days and read_day(cell).unread:
            return 0
    return None


def _count_headings(cells: Sequence[str]) -> int:
    """How many headings a line has, those that say it in so many words twice; 0 for a line with a day or a link."""
    if any(NO_HEADING.search(cell) for cell in cells):
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
        wordy = [bool(cells) and not are_days(cells, read_day, flags=True) for cells in samples]
        fields = ["" if field in DAYS and wordy[place] else field for place, field in enumerate(fields)]
        part_twice_named_days(fields)
    fields = _settle_fields(fields, [whole for _, whole in named])
    if layout is None:
        fields = _keep_people_whole(guess_columns(headings, fields, samples, read_day))
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


def _keep_people_whole(fields: list[str]) -> list[str]:
    """First and last names are those of a list of people; in any other list nothing is made of them."""
    if is_about_people(fields):
        return fields
    return [str(TrackerField.UNUSED) if field in PEOPLES else field for field in fields]
