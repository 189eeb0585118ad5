"""`onward pace`: hope and how it is spread, how quiet each open job is, and the chances, as the page shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onward_app.cli.say import say, say_json

if TYPE_CHECKING:
    from onward_app.records.reading.pace import PaceReport

NOT_TONIGHT = "Figures can wait. Today is for people who make you smile; --anyway shows them."


def pace(
    as_json: Annotated[bool, typer.Option("--json", help="One object.")] = False,
    wish: Annotated[int, typer.Option(help="The chance, in 100, to say the needed pace for.", min=1, max=99)] = 50,
    anyway: Annotated[bool, typer.Option("--anyway", help="Also on the day of a no.")] = False,
) -> None:
    """List the open jobs with how quiet it is, how hope is spread, and the chance of a signed offer."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app import clock
    from onward_app.records.reading.pace import report_pace
    from onward_app.records.reading.recover import is_rejection_day

    today = clock.today()
    told = report_pace(me, today, wish=wish)
    if as_json:
        from onward_app.as_json.pace import describe_report

        say_json(describe_report(told))
    elif is_rejection_day(me, today) and not anyway:
        say(NOT_TONIGHT)
    else:
        _say_pace(told)


def _say_pace(told: PaceReport) -> None:
    if not told.rows:
        say("Nothing is open yet.")
        return
    say(told.hopes.spread.words)
    for one in told.silences:
        say(f"{one.row.pk:5}  {one.row.title}: {one.silence.words}")
    say(told.odds.words)
    say(told.needed.words)


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(pace)
