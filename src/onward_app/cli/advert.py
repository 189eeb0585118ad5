"""`onward advert`: keep a job's advert with it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onward_app.cli.files import read_file
from onward_app.cli.look import Keep, look_first
from onward_app.cli.rows import find_job, say_change
from onward_app.cli.say import refuse, say
from onward_app.cli.typed import parse_number


def advert(
    job: Annotated[int, typer.Argument(help="The job’s id.", parser=parse_number, metavar="JOB")],
    file: Annotated[
        Path, typer.Argument(help="The page, saved as a file; its words in a file; or -.", metavar="FILE|-")
    ],
    keep: Keep = False,
    as_json: Annotated[bool, typer.Option("--json", help="One object, with the ids.")] = False,
) -> None:
    """Keep a job’s advert with it, in the place of one that is there."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.adverts.opening import MOST_BYTES, AdvertTrouble, open_advert
    from onward_app.records.writing.adverts import keep_advert

    row = find_job(me, job)
    try:
        found = open_advert(read_file(file, MOST_BYTES))
    except AdvertTrouble as trouble:
        refuse(str(trouble))
    look_first(me, (found.title, found.place, found.text), keep=keep)
    change = keep_advert(
        me, row, text=found.text, title=found.title, place=found.place, posted_on=found.posted_on, until=found.until
    )
    for sentence in found.told:
        say(f"onward: {sentence}", err=True)
    say_change(change, job=row, as_json=as_json)


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(advert)
