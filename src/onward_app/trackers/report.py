"""What becomes of each row, as JSON and as lines for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from onward.facts import say_happened
from onward.tracker.happenings import Happening
from onward.tracker.questions import TrackerQuestion
from onward.wording.counts import say_count
from onward.wording.days import say_day
from onward_app.records.reading.sheets import ADDS, NEW, OUT, THERE, WAITS, RowPlan, TrackerPlan

STATES = (NEW, ADDS, THERE, WAITS, OUT)


def count_states(plan: TrackerPlan) -> dict[str, int]:
    """How many rows are in each state."""
    counted = Counter(row.state for row in plan.rows)
    return {state: counted[state] for state in STATES}


def say_counts(plan: TrackerPlan) -> str:
    """“142 match, 31 need you, 7 are new.”"""
    counted = count_states(plan)
    match = counted[ADDS] + counted[THERE]
    parts = [
        (match, "1 matches a job that is here", "{:,} match a job that is here"),
        (counted[WAITS], "1 needs you", "{:,} need you"),
        (counted[NEW], "1 is new", "{:,} are new"),
        (counted[OUT], "1 stays out", "{:,} stay out"),
    ]
    said = [one if number == 1 else many.format(number) for number, one, many in parts if number]
    return f"{', '.join(said) or 'No rows'}."


def plan_to_json(plan: TrackerPlan) -> dict[str, Any]:
    """All of a plan, as `onward import --json` prints it."""
    return {
        "tables": [
            {
                "name": sheet.name,
                "layout": sheet.layout.name if sheet.layout else None,
                "headings_in_line": sheet.line or None,
                "columns": [
                    {"heading": c.heading, "is": str(c.field), "samples": list(c.samples)} for c in sheet.columns
                ],
                "not_used": sheet.unused,
            }
            for sheet in plan.reading.sheets
        ],
        "counts": count_states(plan),
        "rows": [_row_to_json(row, plan) for row in plan.rows],
        "people": [
            {"name": one.name, "employer": one.employer, "role": one.role, "since": _day_to_json(one.met_on)}
            for one in plan.reading.people
        ],
        "questions": [_question_to_json(question) for question in plan.questions],
        "told": list(plan.reading.told),
    }


def _row_to_json(row: RowPlan, plan: TrackerPlan) -> dict[str, Any]:
    history = row.history
    return {
        "table": plan.reading.sheets[history.sheet].name,
        "line": history.line,
        "employer": history.employer or None,
        "role": history.role or None,
        "status": history.status or None,
        "becomes": [
            {
                "kind": str(one.kind),
                "on": _day_to_json(one.on),
                "day_known": one.on is not None,
                "asks": one.asks or None,
            }
            for one in history.happenings
        ],
        "put_away": history.put_away,
        "state": row.state,
        "opportunity": row.job.pk if row.job else None,
        "adds": [{"kind": str(one.kind), "on": one.on.isoformat(), "day_known": one.day_known} for one in row.added],
        "asks": [*history.asks, *([row.asks] if row.asks else [])],
        "why": [one for one in (history.out, *history.told, *row.troubles) if one],
    }


def _question_to_json(question: TrackerQuestion) -> dict[str, Any]:
    return {
        "id": question.id,
        "ask": question.ask,
        "options": [{"value": str(one.value), "says": one.says} for one in question.options],
        "day": question.takes_day,
        "guess": str(question.guess) or None,
        "needed": question.needed,
        "answer": question.answered or None,
        "rows": question.rows,
    }


def _day_to_json(day: Any) -> str | None:
    return day.isoformat() if day else None


def list_lines(plan: TrackerPlan) -> Iterator[str]:
    """What the terminal shows: each row, what is odd, what is asked."""
    for row in plan.rows:
        yield f"{row.history.line:6}  {describe_row(row)}"
        yield from (f"        {sentence}" for sentence in (*row.history.told, *row.troubles))
    for sheet in plan.reading.sheets:
        if sheet.unused:
            yield f"Not used of {sheet.name}: {', '.join(sheet.unused)}."
            yield f'  To use one, say what it is: --answer "column.{sheet.unused[0]}=notes", for instance.'
    yield from plan.reading.told
    if plan.reading.people:
        yield say_count(
            len(plan.reading.people), "{n} person you are connected with.", "{n} people you are connected with."
        )
    yield say_counts(plan)
    for question in plan.questions:
        yield from _list_question_lines(question)


def describe_row(row: RowPlan) -> str:
    """One row in a line: who, and what it becomes."""
    history = row.history
    if history.out:
        return history.out.partition(": ")[2] or history.out
    name = ", ".join(filter(None, (history.employer, history.role))) or "?"
    said = [describe_happening(one) for one in history.happenings]
    said += ["put away"] if history.put_away else []
    return f"{name}: {'; '.join(said) or 'a job, and nothing that happened'} ({row.state})"


def describe_happening(one: Happening) -> str:
    """“You applied, 2 August 2026”."""
    day = say_day(one.on) if one.on else "on a day that is asked" if one.asks else "day not known"
    return f"{say_happened(one.kind)}, {day}"


def _list_question_lines(question: TrackerQuestion) -> Iterator[str]:
    asked = "?" if question.open else " "
    yield f"{asked} {question.id}: {question.ask} ({say_count(question.rows, '{n} row', '{n} rows')})"
    said = question.answered or question.guess
    for option in question.options if len(question.options) < 8 else ():
        yield f"    {'*' if option.value == said else '-'} {option.value}: {option.says}"
    if len(question.options) >= 8:
        yield f"    {'*' if said else '-'} {said or 'any of'}: {', '.join(str(one.value) for one in question.options)}"
    if question.takes_day:
        yield "    - a day, as 2026-03-01"
