"""`onward pause`: a real pause, until a day that the person chooses; or say it, or end it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from onward_app.cli.jobs import AsJson
from onward_app.cli.say import refuse, say, say_json
from onward_app.cli.typed import parse_day

if TYPE_CHECKING:
    from onward_app.records.models import Owner

NONE = "There is no pause. `onward pause --until DAY` begins one."


def pause(
    until: Annotated[
        date | None, typer.Option("--until", help="Be silent until this day.", parser=parse_day, metavar="DAY")
    ] = None,
    end: Annotated[bool, typer.Option("--end", help="End it now.")] = False,
    as_json: AsJson = False,
) -> None:
    """Have Onward silent until a day, but for interviews and the last day of an offer; or say until when it is."""
    from onward_app.cli.owner import command_line_owner

    if until and end:
        refuse("A day or the end of it: one of the two.")
    me = command_line_owner()
    if until:
        _begin(me, until)
    elif end:
        _end(me)
    day = _find_end(me)
    if as_json:
        say_json({"until": day and day.isoformat()})
        return
    _say(day, began=until is not None, ended=end)


def _begin(me: Owner, until: date) -> None:
    from onward.recover.pause import refuse_pause
    from onward_app import clock
    from onward_app.records.writing.recover import set_pause

    if refusal := refuse_pause(until, clock.today()):
        refuse(refusal)
    set_pause(me, until)


def _end(me: Owner) -> None:
    from onward_app.records.writing.recover import set_pause

    if _find_end(me) is None:
        refuse("There is no pause to end.")
    set_pause(me, None)


def _find_end(me: Owner) -> date | None:
    from onward.recover.pause import is_paused
    from onward_app import clock

    return me.paused_until if is_paused(me.paused_until, clock.today()) else None


def _say(day: date | None, *, began: bool, ended: bool) -> None:
    from onward.recover.pause import SILENT, WHAT_IT_IS
    from onward.wording.days import say_day

    if day is None:
        say("The pause is over." if ended else NONE)
        return
    say(SILENT.format(day=say_day(day)))
    if began:
        say(WHAT_IT_IS)


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(pause)
