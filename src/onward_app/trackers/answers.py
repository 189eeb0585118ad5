"""Answers typed to what a list leaves open: one that nothing asks, or that can’t be used, is never passed over."""

from __future__ import annotations

from collections.abc import Mapping

from onward.tracker.days import read_day
from onward.tracker.fields import OFFERED
from onward.tracker.interpret import COLUMN
from onward.tracker.questions import FROM_COLUMN, TrackerQuestion
from onward_app import clock
from onward_app.records.reading.sheets import MATCH, TrackerPlan

MAY_BE_ASKED = ("order", "year", "date", "employer", "word.", "day.", MATCH)  # by another file, or answer
NOTHING_ASKS = "Nothing asks “{what}”. Answer by what stands before the colon of a question."
NO_COLUMN = "No column is headed “{heading}”. There are: {headings}."
NO_FIELD = "“{value}” is nothing that a column can be. It can be one of: {fields}."
NO_ANSWER = "“{value}” is no answer to {what}. It can be one of: {options}."
NO_DAY = "“{value}” is no day that can be. Say {what} up to today, as 2026-03-01."


def find_wrong_answer(plan: TrackerPlan, given: Mapping[str, str]) -> str:
    """What is wrong with the first answer that can't be used, as a sentence; "" where all can."""
    asked = {question.id: question for question in plan.questions}
    found = (
        _check_column(plan, what.removeprefix(COLUMN), value) if what.startswith(COLUMN)
        else _check_value(asked[what], value) if what in asked
        else "" if what.startswith(MAY_BE_ASKED)
        else NOTHING_ASKS.format(what=what)
        for what, value in given.items()
    )  # fmt: skip
    return next(filter(None, found), "")


def _check_column(plan: TrackerPlan, heading: str, value: str) -> str:
    headings = [column.heading for sheet in plan.reading.sheets for column in sheet.columns if column.heading]
    if heading not in headings:
        return NO_COLUMN.format(heading=heading, headings=", ".join(dict.fromkeys(headings)))
    return "" if value in OFFERED else NO_FIELD.format(value=value, fields="; ".join(map(str, OFFERED)))


def _check_value(question: TrackerQuestion, value: str) -> str:
    options = [str(one.value) for one in question.options]
    if value in options or (question.id.startswith("year") and value.isdecimal() and len(value) == 4):
        return ""
    if not question.takes_day:
        return NO_ANSWER.format(value=value, what=question.id, options="; ".join(options))
    day = None if value.startswith(FROM_COLUMN) else read_day(value, clock.local).on
    return "" if day and day <= clock.today() else NO_DAY.format(value=value, what=question.id)
