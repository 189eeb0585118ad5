"""What another program may ask for: each read, what it says of itself, and the tables it tells of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from onward_app import clock
from onward_app.as_json.finding import found_to_json
from onward_app.as_json.pace import describe_report
from onward_app.programs.arguments import (
    NUMBER,
    TEXT,
    ProgramRefused,
    described,
    schema_of,
    take_number,
    take_text,
)
from onward_app.records.models import Event, Opportunity, Owner
from onward_app.records.reading.debrief import list_interviews
from onward_app.records.reading.finding import find_words
from onward_app.records.reading.kinks import KinkReport, report_kinks
from onward_app.records.reading.pace import report_pace
from onward_app.records.reading.practice import plan_tonight, report_cards
from onward_app.records.reading.recover import list_unopened_nos
from onward_app.records.reading.rows import list_changes, list_events, list_open_opportunities, list_opportunities
from onward_app.records.reading.taking_out import list_dates
from onward_app.web.moves import list_next_moves

MOST = 200  # of a list, the newest
FOUND = ("opportunity", "event", "letter", "interview", "kink", "card")  # tables that the one box may tell of
Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """One read. `rests`: on the day of a no it waits, as its pages do."""

    name: str
    says: str
    tables: tuple[str, ...]
    tell: Callable[[Owner, Mapping[str, Any], str], Told]
    schema: Told = field(default_factory=lambda: schema_of({}))
    rests: bool = False


def _tell_jobs(owner: Owner, given: Mapping[str, Any], _: str) -> Told:
    every = given.get("all", False)
    if type(every) is not bool:
        raise ProgramRefused("“all” has to be true or false.")
    rows = list_opportunities(owner) if every else list_open_opportunities(owner)
    waiting = {event.pk: event.opportunity_id for event in list_unopened_nos(owner, clock.today())}
    if waiting and not every:  # it isn't open any more, and nobody has been told yet
        rows = rows | list_opportunities(owner).filter(pk__in=waiting.values())
    shown = list(rows.order_by("-first_on", "-id")[:MOST])
    log: dict[int, list[Event]] = {row.pk: [] for row in shown}
    for event in list_events(owner, opportunity_id__in=list(log)).exclude(pk__in=waiting):
        log[event.opportunity_id].append(event)
    jobs = [_tell_job(row, log[row.pk], news=row.pk in waiting.values()) for row in shown]
    return {"jobs": jobs, "left_off": max(0, rows.count() - len(shown))}


def _tell_job(row: Opportunity, log: list[Event], *, news: bool) -> Told:
    """A job, without a no that waits to be opened."""
    return {
        "id": row.pk,
        "employer": row.employer,
        "role": row.role or None,
        "stage": row.stage,
        "ended": None if news else row.ended or None,
        "news_to_open": news,
        "promised_on": row.promised_on.isoformat() if row.promised_on else None,
        "deadline_on": row.deadline_on.isoformat() if row.deadline_on else None,
        "events": [
            {"id": one.pk, "kind": one.kind, "on": one.on.isoformat() if one.day_known else None} for one in log
        ],
    }


def _find_words(owner: Owner, given: Mapping[str, Any], _: str) -> Told:
    found = find_words(owner, take_text(given, "words", most=200, needed=True), most=MOST)
    rows = [row for sort in found.sorts for row in sort.rows if row.table in FOUND]
    waiting = set(list_unopened_nos(owner, clock.today()).values_list("pk", flat=True))
    shown = [row for row in rows if not (row.table == "event" and row.pk in waiting)]
    return {"found": [found_to_json(row) for row in shown]}


def _tell_today(owner: Owner, _: Mapping[str, Any], __: str) -> Told:
    """The next moves, without those that weigh an offer."""
    moves = [move for move in list_next_moves(owner) if move["step"] != "values"]
    return {
        "on": clock.today().isoformat(),
        "moves": [{n: move[n] for n in ("step", "move", "reason")} for move in moves],
    }


def _tell_dates(owner: Owner, _: Mapping[str, Any], __: str) -> Told:
    dates = list_dates(owner, clock.today(), ahead=True)
    ahead = sorted((one for one in dates if one.on >= clock.today()), key=lambda one: one.on)
    return {
        "dates": [
            {"on": one.on.isoformat(), "at": one.at.isoformat("minutes") if one.at else None, "what": one.title}
            for one in ahead[:MOST]
        ]
    }


def _tell_interviews(owner: Owner, _: Mapping[str, Any], __: str) -> Told:
    return {
        "interviews": [
            {
                "id": row.pk,
                "job": row.opportunity_id,
                "employer": row.opportunity.employer,
                "on": row.on.isoformat() if row.day_known else None,
                "at": row.at.isoformat("minutes") if row.at else None,
                "minutes": row.minutes,
                "round": row.round or None,
                "format": row.format or None,
            }
            for row in list_interviews(owner)[:MOST]
        ]
    }


def _tell_pace(owner: Owner, given: Mapping[str, Any], _: str) -> Told:
    return describe_report(report_pace(owner, clock.today(), wish=take_number(given, "wish", high=99, usual=50)))


def _tell_kinks(owner: Owner, _: Mapping[str, Any], __: str) -> Told:
    return {"kinks": [_tell_kink(one) for one in report_kinks(owner)]}


def _tell_kink(told: KinkReport) -> Told:
    """What it is called and how it stands; the words of its evidence stay here."""
    row = told.row
    return {
        "id": row.pk,
        "name": row.name,
        "strength": row.strength,
        "status": told.known,
        "state": None if row.strength or told.apart else str(told.state),
        "words": None if row.strength or told.apart else told.plainly,
        "if_they": row.if_they or None,
        "then_i": row.then_i or None,
    }


def _tell_practice(owner: Owner, _: Mapping[str, Any], __: str) -> Told:
    now = plan_tonight(owner, clock.today())
    cards = [one for one in report_cards(owner) if one.row.retired_on is None]
    return {
        "tonight": [card.id for card in now.cards],
        "cards": [
            {
                "id": one.row.pk,
                "question": one.row.question,
                "points": list(one.row.points),
                "due": one.again.on.isoformat(),
                "learned": one.learned.yes,
            }
            for one in cards[:MOST]
        ],
    }


def _tell_changes(owner: Owner, _: Mapping[str, Any], program: str) -> Told:
    mine = list_changes(owner).filter(program=program)[:MOST]
    return {
        "changes": [
            {"id": one.pk, "at": one.at.isoformat(), "summary": one.summary, "undone": hasattr(one, "undone_by")}
            for one in mine
        ]
    }


READS = (
    Read(
        "list_jobs",
        "The person’s jobs with what happened to each, newest first; the open ones unless “all” is true. "
        "“news_to_open” means that the person has not opened the newest letter yet: say nothing about it.",
        ("opportunity", "event"),
        _tell_jobs,
        schema_of({}, {"all": described({"type": "boolean"}, "Those that ended too.")}),
    ),
    Read(
        "find",
        "Find jobs, notes, letters, interviews, kinks and cards in which every word stands.",
        FOUND,
        _find_words,
        schema_of({"words": described(TEXT, "What to look for; the beginning of a word is enough.")}),
    ),
    Read("today", "At most three next moves, each with its reason.", (), _tell_today),
    Read(
        "list_dates",
        "Days to come: interviews, promised answers, deadlines, practice.",
        ("interview", "opportunity", "card"),
        _tell_dates,
    ),
    Read("list_interviews", "Interviews: when, where in the process, and how.", ("interview",), _tell_interviews),
    Read(
        "pace",
        "How quiet each open job is, how hope is spread, and the chance of a signed offer, with its range.",
        ("opportunity",),
        _tell_pace,
        schema_of({}, {"wish": described({**NUMBER, "minimum": 1, "maximum": 99}, "The wished-for chance, in 100.")}),
        rests=True,
    ),
    Read("list_kinks", "Kinks and strengths with how they stand.", ("kink",), _tell_kinks, rests=True),
    Read("list_cards", "Cards to practice with, and which come tonight.", ("card",), _tell_practice, rests=True),
    Read(
        "list_changes",
        "What this program has changed, newest first, with the numbers to undo.",
        ("change",),
        _tell_changes,
    ),
)
