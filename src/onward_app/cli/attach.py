"""`onward attach`: keep a document with a job."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onward_app.cli.rows import find_job, say_change
from onward_app.cli.say import refuse
from onward_app.cli.typed import parse_number


def attach(
    job: Annotated[int, typer.Argument(help="The job’s id.", parser=parse_number, metavar="JOB")],
    file: Annotated[Path, typer.Argument(help="The file, up to 25 MB. It is copied.", metavar="FILE")],
    as_json: Annotated[bool, typer.Option("--json", help="One object, with the ids.")] = False,
) -> None:
    """Keep a document with a job."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.documents import DocumentTrouble
    from onward_app.records.writing.documents import keep_document

    row = find_job(me, job)
    try:
        with file.open("rb") as opened:
            change = keep_document(me, row, name=file.name, chunks=iter(lambda: opened.read(65536), b""))
    except OSError as trouble:
        refuse(f"{file} can’t be read ({trouble.strerror}). Check the name and the permission.")
    except DocumentTrouble as trouble:
        refuse(str(trouble))
    say_change(change, job=row, nothing="That job has it already.", as_json=as_json)


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(attach)
