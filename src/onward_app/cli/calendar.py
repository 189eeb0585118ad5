"""`onward import` of a calendar file: what becomes of each event, and then its interviews."""

from __future__ import annotations

from pathlib import Path

import typer

from onward_app.cli.say import refuse, say, say_json

HEAD = 1_000  # bytes in which a calendar says that it is one


def has_calendar(file: Path) -> bool:
    """Whether it says of itself that it is a calendar."""
    from onward_app.trackers.opening import is_calendar

    try:
        with file.open("rb") as opened:
            return is_calendar(opened.read(HEAD))
    except OSError:
        return False  # whoever reads it says what is wrong


def bring_calendar(file: Path, answers: dict[str, str], *, dry_run: bool, as_json: bool) -> None:
    """Print what becomes of each event, and bring the interviews in unless something is asked."""
    from onward.debrief.meeting import MOST_BYTES, read_meetings
    from onward_app.cli.owner import command_line_owner

    if file.stat().st_size > MOST_BYTES:
        refuse(f"“{file.name}” is larger than 5 MB. Export only the months of your search.")
    me = command_line_owner(memory=dry_run)
    from onward_app.as_json.calendars import calendar_to_json, list_calendar_lines
    from onward_app.records.reading.calendars import plan_calendar
    from onward_app.records.writing.calendars import import_calendar

    plan = plan_calendar(me, *read_meetings(file.read_bytes()), answers)
    waits = bool(plan.open) and not dry_run
    done, refused = ([], []) if waits or dry_run else import_calendar(me, plan)
    if as_json:
        say_json(calendar_to_json(plan, done, refused))
    else:
        for line in (*list_calendar_lines(plan), *refused, *(_say_done(one.pk, one.summary) for one in done)):
            say(line)
    if waits:
        first = plan.open[0].number
        say(
            f"onward: Nothing was kept yet: give each answer as --answer meeting.{first}=JOB_ID, =EMPLOYER or =out.",
            err=True,
        )
    raise typer.Exit(1 if waits or refused or not plan.rows else 0)


def _say_done(change: int, summary: str) -> str:
    return f"{summary} (change {change}; `onward undo {change}` takes it back)"
