"""What is asked of one sheet in the end, from what its rows asked on the way."""

from __future__ import annotations

from onward.facts import Stage
from onward.tracker import questions
from onward.tracker.employer_guesses import guess_employer, list_holding_two
from onward.tracker.fields import TrackerField
from onward.tracker.questions import Option, TrackerQuestion
from onward.tracker.sheet_reading import SheetReading


def list_sheet_questions(reading: SheetReading) -> list[TrackerQuestion]:
    """Every question of this sheet, answered or not, in the order in which they make sense."""
    return [
        *_about_columns(reading),
        *_about_days_written(reading),
        *_about_words(reading),
        *_about_days_missing(reading),
    ]


def _about_columns(reading: SheetReading) -> list[TrackerQuestion]:
    found, sheet = [], reading.sheet
    if not reading.names_employer and not (sheet.layout and sheet.layout.joins):
        ask, options = questions.ask_column([column.heading for column in sheet.columns], list_holding_two(sheet))
        guess = guess_employer(sheet)
        found.append(_make_question(reading, "employer", ask, options, guess=guess, rows=len(sheet.rows)))
    if reading.asks_day_of or reading.answer("date"):
        ask, options = questions.ask_date(sheet.columns[sheet.find(TrackerField.DAY)[0]].heading)
        guess = reading.guessed_day_of
        found.append(_make_question(reading, "date", ask, options, guess=guess, needed=False, rows=len(sheet.rows)))
    return found


def _about_days_written(reading: SheetReading) -> list[TrackerQuestion]:
    found = []
    if "order" in reading.asked or reading.answer("order"):
        ask, options = questions.ask_order(reading.examples.get("order", "3/8/2026"), both=all(reading.orders))
        found.append(_make_question(reading, "order", ask, options))
    if "year" in reading.asked or reading.answer("year"):
        ask, options = questions.ask_year(reading.examples.get("year", "Aug 2"), reading.today.year)
        found.append(_make_question(reading, "year", ask, options, guess=options[0].value))
    return found


def _about_words(reading: SheetReading) -> list[TrackerQuestion]:
    found = []
    for word, (status, meaning) in reading.words.items():
        ask, options = questions.ask_word(status, meaning.value)
        what = f"word.{word}"
        found.append(_make_question(reading, what, ask, options, guess=meaning.value, needed=not meaning.value))
    return found


def _about_days_missing(reading: SheetReading) -> list[TrackerQuestion]:
    found = []
    for group in questions.DAYS_ASKED:
        if f"day.{group}" in reading.asked:
            ask, options = questions.ask_day(group, _columns_with_days(reading, group))
            found.append(_make_question(reading, f"day.{group}", ask, options, takes_day=True))
    return found


def _columns_with_days(reading: SheetReading, group: str) -> list[str]:
    """Columns that may give a missing day: never the day of applying for what came after it."""
    offered, sheet = [], reading.sheet
    updated = {column.heading for column in sheet.columns if column.field == TrackerField.UPDATED}
    for place, column in enumerate(sheet.columns):
        fits = column.field in (TrackerField.UPDATED, TrackerField.UNUSED) or (
            group == Stage.APPLIED and column.field == Stage.LEAD
        )
        cells = [row.cells[place] for row in sheet.rows[:500] if place < len(row.cells) and row.cells[place]]
        if fits and cells and all(_is_day(reading, cell) for cell in cells[:20]):
            offered.append(column.heading)
    return sorted(offered, key=lambda heading: heading not in updated)


def _is_day(reading: SheetReading, cell: str) -> bool:
    """Whether a cell is written as a day: a mere number may be a salary."""
    read = reading.read_day(cell)
    return not cell.isdecimal() and (read.on is not None or read.pair is not None or read.month_day is not None)


def _make_question(
    reading: SheetReading, what: str, ask: str, options: tuple[Option, ...], *,
    guess: str = "", needed: bool = True, rows: int | None = None, takes_day: bool = False,
) -> TrackerQuestion:  # fmt: skip
    return TrackerQuestion(
        what + reading.mark, ask, options, guess, needed, reading.asked[what] if rows is None else rows, takes_day,
        reading.answer(what),
    )  # fmt: skip
