"""`onward import`: a tracker's file in, what becomes of each row out; a calendar; and an export of Onward's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onward_app.cli.calendar import bring_calendar, has_calendar
from onward_app.cli.look import Keep, look_first
from onward_app.cli.say import say, say_json
from onward_app.cli.transcript import bring_transcript
from onward_app.cli.typed import parse_number

if TYPE_CHECKING:
    from onward.tracker.tables import TrackerTable
    from onward_app.records.models import Change, Owner
    from onward_app.records.reading.sheets import TrackerPlan


def bring_in(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="A spreadsheet (.csv, .tsv, .xlsx, .ods), a tracker’s export (.zip, .json, .md), - for "
            "standard input; a calendar (.ics); or what `onward export` made.",
            metavar="FILE...",
        ),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Store nothing; say what would become of each row.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One object.")] = False,
    answer: Annotated[
        list[str] | None,
        typer.Option("--answer", help="An answer to a question it printed; may be given again.", metavar="ID=VALUE"),
    ] = None,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Put an export of Onward’s in the place of what is here, kept as a backup."),
    ] = False,
    interview: Annotated[
        int | None,
        typer.Option(
            "--interview", help="The file is a transcript of this interview.", parser=parse_number, metavar="ID"
        ),
    ] = None,
    keep: Keep = False,
) -> None:
    """Bring in a tracker’s list, a calendar’s interviews, or what `onward export` made. A file brought twice changes
    nothing.
    """
    if replace or (len(files) == 1 and _is_export(files[0])):
        _bring_back(files, replace=replace, dry_run=dry_run, as_json=as_json)
        return
    if interview is not None:
        bring_transcript(files, interview, dry_run=dry_run, as_json=as_json, keep=keep)
        return
    if len(files) == 1 and has_calendar(files[0]):
        bring_calendar(files[0], _split_answers(answer or []), dry_run=dry_run, as_json=as_json)
        return
    _bring_list(files, _split_answers(answer or []), dry_run=dry_run, as_json=as_json, keep=keep)


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("import")(bring_in)


def _bring_list(files: list[Path], said: dict[str, str], *, dry_run: bool, as_json: bool, keep: bool) -> None:
    """Print what becomes of each row, and bring them in unless something is asked."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner(memory=dry_run)  # before anything that has tables is imported
    tables, troubles = _open_files(files)
    plan, answers = _make_plan(me, tables, said)
    _refuse_wrong_answers(plan, said if tables else {})
    done = None
    if not dry_run and not plan.open:
        done = _bring_in(me, plan, answers, keep=keep)
    if as_json:
        from onward_app.trackers.report import plan_to_json

        say_json(plan_to_json(plan) | _ids_to_json(done))
    elif tables:
        _tell_plan(plan, done.pk if done else None, dry_run=dry_run)
    waits = bool(plan.open) and not dry_run
    if waits:
        say(
            "onward: Nothing was kept yet: rows wait for the answers marked with “?”. Give each as --answer ID=VALUE.",
            err=True,
        )
    for trouble in troubles:
        say(f"onward: {trouble}", err=True)
    raise typer.Exit(1 if troubles or waits else 0)


def _is_export(file: Path) -> bool:
    """Whether Onward made it: then it is a whole search, and no list."""
    from onward_app.keeping.archive import is_own_export
    from onward_app.keeping.sealed import is_sealed

    return is_own_export(file) or is_sealed(file)


def _bring_back(files: list[Path], *, replace: bool, dry_run: bool, as_json: bool) -> None:
    from onward_app.cli.keeping import bring_back

    if dry_run or len(files) > 1:
        raise typer.BadParameter("What `onward export` made is brought in whole, alone, and without --dry-run.")
    bring_back(files[0], replace=replace, as_json=as_json)


def _open_files(files: list[Path]) -> tuple[list[TrackerTable], list[str]]:
    from onward_app.trackers.opening import open_tracker
    from onward_app.trackers.troubles import TrackerTrouble

    tables, troubles = [], []
    for file in files:
        try:
            raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
            tables += open_tracker("standard input" if str(file) == "-" else file.name, raw)
        except TrackerTrouble as trouble:
            troubles.append(str(trouble))
        except OSError as trouble:
            troubles.append(f"{file} can’t be read ({trouble.strerror}). Check the name and the permission.")
    return tables, troubles


def _split_answers(given: list[str]) -> dict[str, str]:
    answers = {}
    for one in given:
        what, is_, value = one.rpartition("=") if not one.startswith("word.=") else ("word.", "=", one[6:])
        if not is_ or not what:
            raise typer.BadParameter(f"“{one}” is no answer. Say it as ID=VALUE, as day.ended=2026-03-01.")
        answers[what] = value
    return answers


def _make_plan(me: Owner, tables: list[TrackerTable], said: dict[str, str]) -> tuple[TrackerPlan, dict[str, str]]:
    from onward_app.records.reading.sheets import plan_tracker
    from onward_app.trackers.bringing import read_with_memory

    reading, answers = read_with_memory(me, tables, said)
    return plan_tracker(me, reading, answers), answers


def _refuse_wrong_answers(plan: TrackerPlan, said: dict[str, str]) -> None:
    from onward_app.trackers.answers import find_wrong_answer

    if wrong := find_wrong_answer(plan, said):
        raise typer.BadParameter(wrong)


def _bring_in(me: Owner, plan: TrackerPlan, answers: dict[str, str], *, keep: bool) -> Change | None:
    from onward_app.records.writing.sheets import import_tracker, remember_answers
    from onward_app.trackers.bringing import join_client_sentences, list_words

    look_first(me, list_words(plan), join_client_sentences(plan), keep=keep)
    change = import_tracker(me, plan)
    remember_answers(me, plan.reading, answers)
    return change if change.pk else None


def _ids_to_json(done: Change | None) -> dict[str, Any]:
    from onward_app.as_json.changes import list_made

    return {"change": done.pk if done else None, "made": list_made(done) if done else []}


def _tell_plan(plan: TrackerPlan, done: int | None, *, dry_run: bool) -> None:
    from onward_app.trackers.report import list_lines

    for line in list_lines(plan):
        say(line)
    if done is not None:
        say(f"Brought in as change {done}; `onward undo {done}` takes it all back.")
    elif dry_run:
        say("Nothing was stored.")
    elif not plan.open:
        say("There was nothing to add.")
