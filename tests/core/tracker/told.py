"""A reading as lines of text, so that a file and what becomes of it can stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from onward.tracker.histories import History
from onward.tracker.interpret import TrackerReading, interpret_tables
from onward.tracker.read import read_tables
from onward.tracker.tables import TrackerTable

TODAY = date(2026, 11, 20)


def read(what: str | bytes | Sequence[TrackerTable], **answers: str) -> TrackerReading:
    """What a text, bytes or tables hold; `day_ended` is an answer to `day.ended`."""
    tables = read_tables(what, "list.csv") if isinstance(what, str) else what
    said = {name.replace("_", "."): value for name, value in answers.items()}
    return interpret_tables(tables, answers=said, today=TODAY, local=lambda moment: moment)


def tell(reading: TrackerReading) -> str:
    """Rows, then questions, then what isn't used, then sentences."""
    return "\n".join(_lines(reading)) + "\n"


def _lines(reading: TrackerReading) -> Iterator[str]:
    for history in reading.histories:
        yield tell_row(history)
        yield from (f"   ! {sentence}" for sentence in (*history.told, *([history.out] if history.out else [])))
    for one in reading.people:
        yield f"person: {one.name}, {one.role} at {one.employer}, since {one.met_on}"
    for question in reading.questions:
        guess = f" [{question.guess}]" if question.guess else ""
        yield f"{'?' if question.needed else '~'} {question.id}: {question.ask} ({question.rows}){guess}"
    for sheet in reading.sheets:
        yield f"not used: {', '.join(sheet.unused) or 'nothing'}"
    yield from reading.told


def tell_row(history: History) -> str:
    """“2 Acme, Nurse: applied 2026-08-02; rejected ?day.ended”, “-” for a day that isn't known."""
    said = [f"{one.kind} {one.on or ('?' + one.asks if one.asks else '-')}" for one in history.happenings]
    said += ["put away"] if history.put_away else []
    said += [f"note “{history.notes}”"] if history.notes else []
    return f"{history.line} {history.employer}, {history.role}: {'; '.join(said)}"
