"""What another program may write, each with a yes of its own, and every one a Change that the person can undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onward.facts import EVENT_KINDS, NOTES, STAGES, TALKS, OtherEvent, Stage
from onward.wording.counts import spell_number
from onward_app import clock
from onward_app.programs.arguments import (
    DAY,
    NUMBER,
    TEXT,
    ProgramRefused,
    described,
    schema_of,
    take_day,
    take_number,
    take_one_of,
    take_text,
    take_time,
)
from onward_app.programs.never import NOT_TO_SAY
from onward_app.records.models import Change, Opportunity, Owner
from onward_app.records.reading.known_names import list_known_names
from onward_app.records.reading.rows import NotFound, find_opportunity, list_changes
from onward_app.records.writing.interviews import add_event_or_interview, add_interview
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.practice import add_card
from onward_app.records.writing.refusals import EventRefused
from onward_app.records.writing.undo import CannotUndo, undo_change
from onward_app.web.looks import look_at_texts

POINTS = 3
KINDS = tuple(str(kind) for kind in EVENT_KINDS if kind not in NOTES and kind not in NOT_TO_SAY)
FIRST = tuple(str(stage) for stage in STAGES[: Stage.APPLIED.rank + 1])
ROUNDS = tuple(str(stage) for stage in TALKS)
ASK_THE_PERSON = (
    "Onward doesn’t take these words from another program. The person can write them in Onward. Nothing was kept."
)


@dataclass(frozen=True, slots=True)
class Write:
    """One write: its name, what it says of itself, and what the person says yes to."""

    name: str
    says: str
    asked: str
    schema: dict[str, Any]
    do: Callable[[Owner, Mapping[str, Any], str], tuple[Change, dict[str, int]]]


def write(owner: Owner, one: Write, given: Mapping[str, Any], program: str) -> dict[str, Any]:
    """Do it, and tell the change and the ids.

    Raises:
        ProgramRefused: it can't be, in the words the person would see too.
    """
    try:
        change, ids = one.do(owner, given, program)
    except (EventRefused, CannotUndo) as refused:
        raise ProgramRefused(str(refused)) from refused
    return {"change": change.pk, "summary": change.summary, **ids}


def _look_at_words(owner: Owner, typed: list[str], prose: str = "") -> None:
    """What wants a look is for the person; the program isn't told what it was."""
    found = look_at_texts(typed, prose=[prose], known=lambda: (*list_known_names(owner), *typed))
    if found or found.quiet:
        raise ProgramRefused(ASK_THE_PERSON)


def _find_job(owner: Owner, given: Mapping[str, Any]) -> Opportunity:
    try:
        return find_opportunity(owner, take_number(given, "job"))
    except NotFound:
        raise ProgramRefused("There is no such job.") from None


def _add_job(owner: Owner, given: Mapping[str, Any], _: str) -> tuple[Change, dict[str, int]]:
    employer = take_text(given, "employer", most=200, needed=True)
    role, place = take_text(given, "role", most=200), take_text(given, "place", most=200)
    link, notes = take_text(given, "link", most=500), take_text(given, "notes")
    kind = take_one_of(given, "kind", FIRST, usual=str(Stage.LEAD))
    _look_at_words(owner, [employer, role, place, link], notes)
    row, change = add_job(
        owner, employer=employer, role=role, place=place, on=take_day(given, "on"), kind=kind, link=link, notes=notes
    )
    return change, {"job": row.pk}


def _add_event(owner: Owner, given: Mapping[str, Any], _: str) -> tuple[Change, dict[str, int]]:
    row = _find_job(owner, given)
    kind = take_one_of(given, "kind", KINDS)
    change = add_event_or_interview(owner, row, kind=kind, on=take_day(given, "on") or clock.today())
    return change, {"job": row.pk}


def _add_note(owner: Owner, given: Mapping[str, Any], _: str) -> tuple[Change, dict[str, int]]:
    row, text = _find_job(owner, given), take_text(given, "text", needed=True)
    _look_at_words(owner, [], text)
    change = add_event(owner, row, kind=OtherEvent.NOTE, on=take_day(given, "on") or clock.today(), note=text)
    return change, {"job": row.pk}


def _add_interview(owner: Owner, given: Mapping[str, Any], _: str) -> tuple[Change, dict[str, int]]:
    row, on = _find_job(owner, given), take_day(given, "on")
    if on is None:
        raise ProgramRefused("“on” has to be a day, as 2026-03-01.")
    minutes = take_number(given, "minutes", high=24 * 60) or None
    kind = take_one_of(given, "round", ROUNDS, usual=str(Stage.INTERVIEW))
    place = take_text(given, "place", most=300)
    _look_at_words(owner, [place])
    made, change = add_interview(
        owner,
        row,
        on=on,
        kind=kind,
        round=Stage(kind).means.round,
        at=take_time(given, "at"),
        minutes=minutes,
        place=place,
    )
    return change, {"job": row.pk, "interview": made.pk}


def _add_card(owner: Owner, given: Mapping[str, Any], _: str) -> tuple[Change, dict[str, int]]:
    question, points = take_text(given, "question", most=300, needed=True), given.get("points")
    if not isinstance(points, list) or len(points) != POINTS:
        raise ProgramRefused(f"“points” has to be a list of {spell_number(POINTS)}.")
    told = [take_text({"points": one}, "points", most=300, needed=True) for one in points]
    _look_at_words(owner, [], " ".join((question, *told)))
    return add_card(owner, question=question, points=told), {}


def _undo_change(owner: Owner, given: Mapping[str, Any], program: str) -> tuple[Change, dict[str, int]]:
    record = list_changes(owner).filter(pk=take_number(given, "change"), program=program).first()
    if record is None:
        raise ProgramRefused("A program can take back only what it did itself.")
    return undo_change(owner, record), {}


_JOB = described(NUMBER, "The job’s id, as list_jobs says it.")
WRITES = (
    Write(
        "add_job",
        "Add a job: a lead, or one the person applied for.",
        "add a job",
        schema_of(
            {"employer": described(TEXT, "Who it is with.")},
            {
                "role": TEXT,
                "kind": {"enum": list(FIRST), "description": "A lead unless said."},
                "on": DAY, "place": TEXT, "link": TEXT, "notes": TEXT,
            },
        ),
        _add_job,
    ),
    Write(
        "add_event",
        "Say what happened to a job on a day. An offer is the person’s to answer.",
        "say what happened to a job",
        schema_of({"job": _JOB, "kind": {"enum": list(KINDS)}}, {"on": DAY}),
        _add_event,
    ),
    Write(
        "add_note",
        "Add a note to a job.",
        "add a note to a job",
        schema_of({"job": _JOB, "text": TEXT}, {"on": DAY}),
        _add_note,
    ),
    Write(
        "add_interview",
        "Add an interview of a job.",
        "add an interview",
        schema_of(
            {"job": _JOB, "on": DAY},
            {
                "at": described(TEXT, "The time on the person’s own clock, as 14:30."),
                "minutes": NUMBER,
                "round": {"enum": list(ROUNDS)},
                "place": TEXT,
            },
        ),
        _add_interview,
    ),
    Write(
        "add_card",
        "Add a card to practice with: a question and three points of a good answer.",
        "add a card to practice with",
        schema_of(
            {"question": TEXT, "points": {"type": "array", "items": TEXT, "minItems": POINTS, "maxItems": POINTS}}
        ),
        _add_card,
    ),
    Write(
        "undo",
        "Take back a change that this program made.",
        "take back what it did itself",
        schema_of({"change": described(NUMBER, "The change’s number.")}),
        _undo_change,
    ),
)  # fmt: skip
