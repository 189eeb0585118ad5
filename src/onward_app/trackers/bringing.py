"""From a file's tables and the answers to what it holds: what the command line and the page do alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onward.tracker.interpret import TrackerReading, interpret_tables
from onward.tracker.tables import TrackerTable
from onward.wording.client_sentences import list_client_sentences
from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.reading.sheets import TrackerPlan, load_answers


def read_tracker(tables: Sequence[TrackerTable], answers: Mapping[str, str] | None = None) -> TrackerReading:
    """What some tables hold, today and here."""
    return interpret_tables(tables, answers=answers or {}, today=clock.today(), local=clock.local)


def read_with_memory(
    owner: Owner, tables: Sequence[TrackerTable], said: Mapping[str, str]
) -> tuple[TrackerReading, dict[str, str]]:
    """The same with what the person said of such files before; what is said now stands over it."""
    first = read_tracker(tables, said)
    known = load_answers(owner, first.sheets)
    answers = {**known, **said}
    return (read_tracker(tables, answers) if answers != dict(said) else first), answers


def list_words(plan: TrackerPlan) -> list[str]:
    """What somebody wrote in the rows that would be kept."""
    rows = [row.history for row in plan.brings]
    return [words for row in rows for words in (row.employer, row.role, row.place, row.notes) if words]


def join_client_sentences(plan: TrackerPlan) -> str:
    """The sentences of notes that speak of a client: the only ones that are looked over for details."""
    notes = (row.history.notes for row in plan.brings if row.history.notes)
    return "\n".join(one for words in notes for one in list_client_sentences(words))
