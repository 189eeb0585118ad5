"""`onward find`: the one box, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from onward_app.cli.say import say, say_json

if TYPE_CHECKING:
    from onward_app.records.reading.finding import FoundRow, FoundSort

MOST = 20  # of each sort


def find(
    words: Annotated[
        list[str], typer.Argument(help="What to look for; the beginning of a word is enough.", metavar="WORDS...")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One array of objects.")] = False,
) -> None:
    """Find jobs, people, letters, notes, debriefs, answers and cards by their words."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.records.reading.finding import find_words

    found = find_words(me, " ".join(words), most=MOST)
    if as_json:
        told = [describe_found(row, one) for one in found.sorts for row in one.rows]
        say_json(told)
        return
    if not found.sorts:
        say("Nothing has these words in it." if found.words else "There is no word in that yet.")
    for one in found.sorts:
        say(f"{one.title} ({one.total})")
        for row in one.rows:
            on = f", {row.on.isoformat()}" if row.on else ""
            say(f"{row.pk:5}  {row.title}{on}" + (f": {row.excerpt.text}" if row.excerpt.text else ""))


def describe_found(row: FoundRow, sort: FoundSort) -> dict[str, Any]:
    """One thing that was found, as JSON; what isn't known is null."""
    from onward_app.as_json.finding import found_to_json

    return {"sort": sort.name, **found_to_json(row), "marked": [list(span) for span in row.excerpt.spans]}


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(find)
