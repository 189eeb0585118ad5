"""`onward jobs`, `add`, `event`, `merge` and `undo`: the log by hand."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onward_app.cli.look import Keep, look_first
from onward_app.cli.rows import find_job, say_change
from onward_app.cli.say import refuse, say, say_json
from onward_app.cli.typed import parse_day, parse_number

if TYPE_CHECKING:
    from onward_app.records.models import Opportunity, Owner


AsJson = Annotated[bool, typer.Option("--json", help="One object, with the ids.")]
On = Annotated[
    date | None,
    typer.Option("--on", parser=parse_day, metavar="DATE", help="The day, as 2026-03-01. Today if not given."),
]


def jobs(as_json: Annotated[bool, typer.Option("--json", help="One array of objects.")] = False) -> None:
    """List the jobs with what happened to each."""
    from onward_app.cli.owner import command_line_owner

    rows = _jobs_to_json(command_line_owner())
    if as_json:
        say_json(rows)
        return
    if not rows:
        say("No jobs yet. `onward read PATH` finds them in your mail; `onward add EMPLOYER ROLE` adds one.")
    for row in rows:
        end = f", {row['ended']}" if row["ended"] else ""
        name = (
            f"{row['employer']}, {row['role'] or 'role not known'}" if row["employer"] else "A job without a name yet"
        )
        say(f"{row['id']:5}  {name}: {row['stage']}{end}")


def add(
    employer: Annotated[str, typer.Argument(help="Who it is with.", metavar="EMPLOYER")],
    role: Annotated[str, typer.Argument(help="What it is.", metavar="ROLE")],
    on: On = None,
    keep: Keep = False,
    as_json: AsJson = False,
) -> None:
    """Add a job you applied for."""
    from onward_app.cli.owner import command_line_owner

    for name, words in (("EMPLOYER", employer), ("ROLE", role)):
        if not words.strip():
            raise typer.BadParameter(f"{name} is empty. Say it in a word or two, in quotes.")
    me = command_line_owner()
    look_first(me, (employer, role), keep=keep)
    from onward_app.records.writing.jobs import add_job
    from onward_app.records.writing.refusals import EventRefused

    try:
        row, change = add_job(me, employer=employer, role=role, on=on)
    except EventRefused as refused:
        refuse(str(refused))
    say_change(change, first=f"{row.pk}", job=row, as_json=as_json)


def event(
    job: Annotated[int, typer.Argument(help="The job’s id.", parser=parse_number, metavar="ID")],
    kind: Annotated[
        str,
        typer.Argument(help="A stage (applied, screen, interview …), an ending (rejected …), or note.", metavar="KIND"),
    ],
    on: On = None,
    note: Annotated[str, typer.Option(help="A word about it.", metavar="TEXT")] = "",
    keep: Keep = False,
    as_json: AsJson = False,
) -> None:
    """Add something that happened to a job, or an interview that is planned."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.records.writing.interviews import add_event_or_interview
    from onward_app.records.writing.refusals import EventRefused

    row = find_job(me, job)
    look_first(me, (kind,), note, keep=keep)
    try:
        words = re.split(r"[\s_-]+", kind.strip().lower())  # “verbal_offer” and “Verbal-Offer” are a verbal offer
        change = add_event_or_interview(me, row, kind=" ".join(words), on=on or _find_today(), note=note)
    except EventRefused as refused:
        refuse(str(refused))
    opened = _say_open_no(me, row)
    say_change(change, job=row, as_json=as_json)
    if opened and not as_json:
        say(opened)


def merge(
    keep: Annotated[int, typer.Argument(help="The job that stays.", parser=parse_number, metavar="ID")],
    gone: Annotated[int, typer.Argument(help="The one that becomes part of it.", parser=parse_number, metavar="ID")],
    as_json: AsJson = False,
) -> None:
    """Make two jobs one. Both ids go on working."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.records.writing.merging import merge_jobs
    from onward_app.records.writing.refusals import EventRefused

    try:
        row = find_job(me, keep)
        change = merge_jobs(me, row, find_job(me, gone))
    except EventRefused as refused:
        refuse(str(refused))
    say_change(change, job=row, as_json=as_json)


def undo(
    change: Annotated[
        int | None,
        typer.Argument(help="The change’s number; the last one if not given.", parser=parse_number, metavar="[CHANGE]"),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take a change back. Undoing an undo brings it back again."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.records.reading.rows import (
        find_last_change,
        list_changes,
    )
    from onward_app.records.writing.undo import CannotUndo, undo_change

    found = find_last_change(me) if change is None else list_changes(me).filter(pk=change).first()
    if found is None:
        refuse(_nothing_to_undo(me) if change is None else f"There is no change {change}.")
    try:
        say_change(undo_change(me, found), as_json=as_json)
    except CannotUndo as cannot:
        refuse(str(cannot))


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (jobs, add, event, merge, undo):
        app.command()(command)


def _jobs_to_json(me: Owner) -> list[dict[str, Any]]:
    from onward_app.records.reading.rows import (
        list_events,
        list_opportunities,
    )

    rows = list(list_opportunities(me).order_by("pk"))
    log: dict[int, list[dict[str, Any]]] = {row.pk: [] for row in rows}
    for e in list_events(me, opportunity_id__in=list(log)):
        log[e.opportunity_id].append({"id": e.pk, "kind": e.kind, "on": e.on.isoformat(), "source": e.source})
    return [
        {
            "id": r.pk,
            "employer": r.employer,
            "role": r.role or None,
            "stage": r.stage,
            "ended": r.ended or None,
            "events": log[r.pk],
        }
        for r in rows
    ]


def _nothing_to_undo(me: Owner) -> str:
    """What Onward filed by itself is taken back by its number alone."""
    from onward_app.records.reading.rows import (
        list_changes,
    )

    filed = list_changes(me).filter(by="onward", undone_by=None).first()
    if filed is None:
        return "There is nothing to undo."
    return f"Nothing of yours is there to undo. “{filed.summary}” is change {filed.pk}: `onward undo {filed.pk}`."


def _find_today() -> date:
    from onward_app import clock

    return clock.today()


def _say_open_no(me: Owner, row: Opportunity) -> str:
    """A fresh no that was just entered has been looked at: the day is one of rest, as it is in the browser."""
    from onward.recover.rejection_day import FIRST
    from onward_app.records.reading.recover import list_unopened_nos
    from onward_app.records.writing.recover import open_no

    nos = list(list_unopened_nos(me, _find_today(), opportunity=row))
    for event in nos:
        open_no(me, event)
    return FIRST if nos else ""
