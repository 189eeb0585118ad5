"""Tables and answers in, histories and questions out: the one door of this package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onward.facts import LONGEST_NAME
from onward.tracker.asking import list_sheet_questions
from onward.tracker.days import ToLocal, read_day
from onward.tracker.fields import TrackerField
from onward.tracker.headings import Sheet, find_sheet
from onward.tracker.histories import History, make_history
from onward.tracker.questions import TrackerQuestion
from onward.tracker.several_tables import part_tables
from onward.tracker.sheet_reading import SheetReading, World
from onward.tracker.tables import TableLine, TrackerTable
from onward.tracker.two_names import read_choice
from onward.wording.counts import join_words

COLUMN = "column."  # before a heading: the person's word on what it is
NO_NUMBER = (
    "Line {line}: it belongs to number {number} of another table, which isn’t here. Bring both files in one zip."
)
NO_TABLE = "“{name}”: no table of jobs is in it. A table needs a line of headings, one of them for the employer."
MANY = "It has {count:,} rows, so looking at it and bringing it in takes a while."
MANY_ROWS = 20_000
SEVERAL = "Several tables are in it: {names}. All of them are read, and rows about one job meet."


@dataclass(frozen=True, slots=True)
class TrackerPerson:
    """Somebody from a list of connections. Their addresses aren't taken in."""

    name: str
    employer: str
    role: str
    link: str
    met_on: date | None


@dataclass(frozen=True, slots=True)
class TrackerReading:
    """What a file holds, as far as it is understood."""

    sheets: tuple[Sheet, ...]
    histories: tuple[History, ...]
    people: tuple[TrackerPerson, ...]
    questions: tuple[TrackerQuestion, ...]
    told: tuple[str, ...]

    @property
    def open(self) -> list[TrackerQuestion]:
        """The questions that rows wait for."""
        return [question for question in self.questions if question.open]


def interpret_tables(
    tables: Sequence[TrackerTable], *, answers: Mapping[str, str], today: date, local: ToLocal
) -> TrackerReading:
    """What each row of some tables becomes, and what has to be asked.

    `answers` maps ids of questions to what was said, and `column.HEADING` to the field that a column is.
    """
    world = World(answers, today, local)
    readings: list[SheetReading] = []
    told: list[str] = []
    for table in (part for one in tables for part in part_tables(one)):
        sheet = find_sheet(table, _list_chosen(answers), lambda cell: read_day(cell, local))
        if _holds_jobs(sheet):
            readings.append(SheetReading(len(readings), sheet, world, _choose_mark(sheet, readings)))
        else:
            told += [*([NO_TABLE.format(name=table.name)] if table.lines else []), *sheet.told]
    histories = _read_histories(readings)
    told += [*_tell_several(readings), *(one for reading in readings for one in reading.sheet.told)]
    if len(histories) > MANY_ROWS:
        told.insert(0, MANY.format(count=len(histories)))
    people = [person for reading in readings for person in _list_people(reading)]
    asked = _list_questions(readings, histories)
    sheets = tuple(reading.sheet for reading in readings)
    return TrackerReading(sheets, tuple(histories), tuple(people), tuple(asked), tuple(dict.fromkeys(told)))


def _list_chosen(answers: Mapping[str, str]) -> dict[str, str]:
    """What the person said of columns: by heading, and which of them is the employer."""
    chosen = {what.removeprefix(COLUMN): field for what, field in answers.items() if what.startswith(COLUMN)}
    return chosen | (dict([read_choice(answers["employer"])]) if answers.get("employer") else {})


def _choose_mark(sheet: Sheet, before: Sequence[SheetReading]) -> str:
    """What stands behind the ids of its questions. Sheets with the same headings, one for each year, are asked once."""
    headings = [column.heading for column in sheet.columns]
    alike = (one for one in before if [column.heading for column in one.sheet.columns] == headings)
    same = next(alike, None)
    return same.mark if same else f"#{len(before) + 1}" if before else ""


def _holds_jobs(sheet: Sheet) -> bool:
    """Whether a table is about jobs at all: it has an employer, a layout, or columns one of which may be it."""
    if not sheet.rows:
        return False
    if sheet.layout is not None or sheet.people or sheet.find(TrackerField.EMPLOYER):
        return True
    hints = sum(1 for column in sheet.columns if column.field != TrackerField.UNUSED)
    return len(sheet.columns) > 1 and hints > 0


def _read_histories(readings: Iterable[SheetReading]) -> list[History]:
    """Tables that name jobs first, then those that only give the numbers of jobs."""
    readings = [reading for reading in readings if not _is_people(reading)]
    joins = [reading for reading in readings if reading.sheet.layout and reading.sheet.layout.joins]
    histories = [make_history(one, line) for one in readings if one not in joins for line in one.sheet.rows]
    numbered = {history.number: history for history in histories if history.number and not history.out}
    for reading in joins:
        found = [_read_by_number(reading, line, numbered) for line in reading.sheet.rows]
        # What a log gives the day of isn't asked for in the row that lacks it
        known = {(one.number, what.kind) for one in found for what in one.happenings if what.on}
        histories = [_leave_out_known(history, known) for history in histories] + found
    return histories


def _read_by_number(reading: SheetReading, line: TableLine, numbered: Mapping[str, History]) -> History:
    place = reading.sheet.find(TrackerField.NUMBER)
    number = line.cells[place[0]] if place and place[0] < len(line.cells) else ""
    job = numbered.get(number)
    if job is None:
        why = NO_NUMBER.format(line=line.number, number=number or "?")
        return History(reading.place, line.number, "", "", number=number, out=why)
    return make_history(reading, line, (job.employer, job.role))


def _leave_out_known(history: History, known: set[tuple[str, str]]) -> History:
    kept = tuple(one for one in history.happenings if one.on or (history.number, one.kind) not in known)
    if len(kept) == len(history.happenings):
        return history
    gone = {one.asks for one in history.happenings if one not in kept} - {one.asks for one in kept}
    return replace(history, happenings=kept, asks=tuple(what for what in history.asks if what not in gone))


def _list_questions(readings: Iterable[SheetReading], histories: Iterable[History]) -> list[TrackerQuestion]:
    """What is asked, each with the number of rows that wait for it; what no row waits for any more isn't."""
    asked = _join_same(one for reading in readings if not _is_people(reading) for one in list_sheet_questions(reading))
    waits = Counter(what for history in histories if not history.out for what in history.asks)
    counted = [replace(one, rows=waits[one.id]) if one.open else one for one in asked]
    return [one for one in counted if one.rows or not one.open]


def _join_same(questions: Iterable[TrackerQuestion]) -> list[TrackerQuestion]:
    """Each question once, with the rows and the answers of all sheets that ask it."""
    found: dict[str, TrackerQuestion] = {}
    for one in questions:
        first = found.get(one.id)
        options = one.options if first is None else tuple(dict.fromkeys((*first.options, *one.options)))
        rows = one.rows + (first.rows if first else 0)
        found[one.id] = replace(first or one, options=options, rows=rows)
    return list(found.values())


def _tell_several(readings: Sequence[SheetReading]) -> list[str]:
    names = list(dict.fromkeys(r.sheet.layout.name if r.sheet.layout else r.sheet.name for r in readings))
    return [SEVERAL.format(names=join_words(names))] if len(names) > 1 and not _are_one(readings) else []


def _are_one(readings: Sequence[SheetReading]) -> bool:
    """Tables of one tracker, as its own export holds several."""
    keys = {r.sheet.layout.key.partition("_")[0] if r.sheet.layout else r.sheet.name for r in readings}
    return len(keys) == 1


def _is_people(reading: SheetReading) -> bool:
    return reading.sheet.people


def _list_people(reading: SheetReading) -> list[TrackerPerson]:
    if not _is_people(reading):
        return []
    return [person for line in reading.sheet.rows if (person := _make_person(reading, line)).name]


def _make_person(reading: SheetReading, line: TableLine) -> TrackerPerson:
    def text(field: str) -> str:
        return next((line.cells[p] for p in reading.sheet.find(field) if p < len(line.cells)), "")

    name = " ".join(filter(None, (text(TrackerField.FIRST_NAME), text(TrackerField.LAST_NAME))))
    met_on = reading.read_day(text(TrackerField.CONNECTED)).on
    return TrackerPerson(
        name[:LONGEST_NAME],
        text(TrackerField.EMPLOYER)[:LONGEST_NAME],
        text(TrackerField.ROLE)[:LONGEST_NAME],
        text(TrackerField.LINK)[:500],
        met_on,
    )
