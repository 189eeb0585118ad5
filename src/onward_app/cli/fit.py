"""`onward fit JOB`: two quick questions before applying, from the person’s own lines and values; either may be left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onward_app.cli.rows import find_job, say_change
from onward_app.cli.say import say
from onward_app.cli.typed import parse_number

if TYPE_CHECKING:
    from onward_app.records.models import Value

HELD = {"y": "kept", "yes": "kept", "n": "crossed", "no": "crossed"}
KNOWN = {"s": "seen", "seen": "seen", "t": "told", "told": "told"}
ASK_HELD = "Does this job have it? yes, no, or nothing if you don’t know yet"
ASK_KNOWN = "How do you know? seen, told, or nothing for a guess"


def fit(job: Annotated[int, typer.Argument(help="The number of the job.", parser=parse_number, metavar="JOB")]) -> None:
    """Ask two quick questions on fit before you apply, from your own lines and values. Nothing waits for them."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    row = find_job(me, job)
    from onward_app import clock
    from onward_app.records.reading.values import list_before_applying
    from onward_app.records.writing.values import mark_job

    asked = list_before_applying(me, row, clock.today())
    if not asked:
        say("There is nothing to ask: no line or value of yours is unknown there.")
        return
    said = {one.pk: answer for one in asked if (answer := _ask(one))}
    if not said:
        say("Nothing was marked. What is unknown becomes a question on “Before you walk in”.")
        return
    say_change(mark_job(me, row, said))


def _ask(value: Value) -> tuple[str, str] | None:
    """Whether it is held and how that is known; None where nothing was said."""
    say(f"{value.text} (a line of yours)" if value.line else value.text)
    held = HELD.get(_prompt(ASK_HELD))
    return (held, KNOWN.get(_prompt(ASK_KNOWN), "guessed")) if held else None


def _prompt(question: str) -> str:
    """What was typed; nothing where nobody is there to type."""
    try:
        typed: str = typer.prompt(question, default="", show_default=False)
    except typer.Abort:
        say()
        return ""
    return typed.strip().lower()


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(fit)
