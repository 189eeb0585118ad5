"""Which column may name the employer, where no heading says it."""

from __future__ import annotations

from onward.tracker.column_guesses import is_name
from onward.tracker.fields import TrackerField
from onward.tracker.headings import Sheet, TrackerColumn
from onward.tracker.two_names import guess_two_names, may_hold_two, name_choice
from onward.tracker.words import normalize

_JUDGED = 200  # rows that a column is judged by
_MAY_NAME = (TrackerField.UNUSED, TrackerField.ROLE)  # columns that may name the employer after all
_NUMBERS = {"id", "key", "uuid", "number", "no", "nr"}  # how the heading of a tracker's own number ends


def guess_employer(sheet: Sheet) -> str:
    """The first column of words that differ from row to row and are used for nothing else; or both names in one."""
    named = [place for place, column in enumerate(sheet.columns) if _may_be_names(sheet, place, column)]
    named.sort(key=lambda place: not is_name(sheet.columns[place].heading))
    for place in named:
        heading = sheet.columns[place].heading
        if both := guess_two_names(_list_judged(sheet, place)):
            return name_choice(both, heading)
        if sheet.columns[place].field == TrackerField.UNUSED:
            return heading
    return ""


def list_holding_two(sheet: Sheet) -> list[str]:
    """Columns whose cells may hold employer and role."""
    return [
        column.heading
        for place, column in enumerate(sheet.columns)
        if column.field in _MAY_NAME and may_hold_two(_list_judged(sheet, place))
    ]


def _may_be_names(sheet: Sheet, place: int, column: TrackerColumn) -> bool:
    cells = _list_judged(sheet, place)
    names = [one for one in cells if any(map(str.isalpha, one)) and len(one) < 80 and "://" not in one]
    words = normalize(column.heading).split()
    numbered = bool(words) and words[-1] in _NUMBERS
    some = len(sheet.rows[:_JUDGED])
    return column.field in _MAY_NAME and not numbered and len(names) > 0.9 * some and len(set(names)) > len(names) / 2


def _list_judged(sheet: Sheet, place: int) -> list[str]:
    return [row.cells[place] for row in sheet.rows[:_JUDGED] if place < len(row.cells)]
