"""`onward attach`: keep a document with a job."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onward_app.cli.say import refuse, say, say_json


def attach(
    job: Annotated[int, typer.Argument(help="The job’s id.", metavar="JOB")],
    file: Annotated[Path, typer.Argument(help="The file, up to 25 MB. It is copied.", metavar="FILE")],
    as_json: Annotated[bool, typer.Option("--json", help="One object, with the ids.")] = False,
) -> None:
    """Keep a document with a job."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.as_json.changes import change_to_json
    from onward_app.documents import DocumentTrouble
    from onward_app.records.reading.rows import NotFound, find_opportunity
    from onward_app.records.writing.documents import keep_document

    try:
        row = find_opportunity(me, job)
        with file.open("rb") as opened:
            change = keep_document(me, row, name=file.name, chunks=iter(lambda: opened.read(65536), b""))
    except NotFound:
        refuse(f"There is no job {job}. `onward jobs` lists them.")
    except OSError as trouble:
        refuse(f"{file} can’t be read ({trouble.strerror}). Check the name and the permission.")
    except DocumentTrouble as trouble:
        refuse(str(trouble))
    if as_json:
        say_json(change_to_json(change, row))
    elif change is None:
        say("That job has it already.")
    else:
        say(f"{change.summary} (change {change.pk}; `onward undo {change.pk}` takes it back)")


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(attach)
