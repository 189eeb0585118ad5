"""`onward no`: a no on the evening it comes. Nothing is needed; all else can wait until tomorrow."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onward_app.cli.files import read_file
from onward_app.cli.jobs import AsJson, On
from onward_app.cli.look import Keep, look_first
from onward_app.cli.rows import find_job, say_change
from onward_app.cli.say import refuse, say
from onward_app.cli.typed import parse_number

if TYPE_CHECKING:
    from datetime import date

    from onward_app.brought import BroughtNo
    from onward_app.records.models import Opportunity, Owner
    from onward_app.records.writing.nos import NotedNo

MOST = 2_500_000  # bytes
NOTED = "Noted. Nothing else has to be done about it."  # a form, and nobody was met
UNLIKE = "This may not be a no. It is kept, and can wait until tomorrow. Add --surely to note it as one."


def no(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="What they wrote, who it was, or nothing; - for standard input.", metavar="[WORDS...|-]"),
    ] = None,
    job: Annotated[
        int | None, typer.Option("--job", help="The job it is of, if you know.", parser=parse_number, metavar="ID")
    ] = None,
    on: On = None,
    surely: Annotated[bool, typer.Option("--surely", help="It is a no, whatever it looks like.")] = False,
    keep: Keep = False,
    as_json: AsJson = False,
) -> None:
    """Note a no. Paste it, or say who; both can wait."""
    from onward_app.cli.owner import command_line_owner

    text = _read(words or [])
    me = command_line_owner()
    from onward_app.brought import read_brought

    brought = read_brought(text)
    if brought.is_invitation:
        refuse("That is an invitation from a calendar, and no letter. `onward import FILE` takes it.")
    own = "" if brought.name is None else text  # a letter has the names of those who wrote it
    look_first(me, (text,), own, keep=keep)
    row = find_job(me, job) if job is not None else None
    _tell(me, _note(me, brought, row, on, surely=surely), as_json=as_json)


def _read(words: list[str]) -> str:
    from onward.wording.plain import strip_controls

    if words != ["-"]:
        return strip_controls(" ".join(words))
    raw = read_file(Path("-"), MOST)
    if len(raw) > MOST:
        refuse("That is more than a letter. Put in the letter alone.")
    return strip_controls(raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace"))


def _note(me: Owner, brought: BroughtNo, job: Opportunity | None, on: date | None, *, surely: bool) -> NotedNo:
    from onward_app import clock
    from onward_app.brought import take_in_no
    from onward_app.records.writing.refusals import EventRefused
    from onward_app.sources.found import SourceTrouble

    day = on or clock.today()
    if day > clock.today():
        refuse("That day hasn’t come yet. Leave --on out if it was today.")
    try:
        return take_in_no(me, brought, job=job, on=day, surely=surely)
    except (EventRefused, SourceTrouble) as trouble:
        refuse(str(trouble))


def _tell(me: Owner, noted: NotedNo, *, as_json: bool) -> None:
    """Acknowledgement first, then what was done and how it is taken back."""
    from onward.recover.rejection_day import FIRST
    from onward_app import clock
    from onward_app.records.reading.recover import list_rejection_days
    from onward_app.records.reading.rows import find_last_change

    if noted.event is None:
        say_change(None, nothing=UNLIKE, as_json=as_json)
        return
    if not as_json:
        light = list_rejection_days(me).filter(on=clock.today(), light=True).exists()
        say(NOTED if light else FIRST)
    say_change(find_last_change(me), job=noted.job, as_json=as_json)
    if noted.likely is not None and noted.job is not None and not as_json:
        say(f"Was it {noted.likely.title}? `onward merge {noted.likely.pk} {noted.job.pk}` puts it there.")
    for other in noted.beside if not as_json else ():
        say(UNLIKE if other.event is None else f"And the no from {other.event.opportunity.title}.")


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(no)
