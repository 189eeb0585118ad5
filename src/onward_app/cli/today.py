"""`onward today` and `onward demo`: the front door, and a look around."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from typing import Annotated, Optional

import typer

from onward_app.cli.say import say, say_json


def today(as_json: Annotated[bool, typer.Option("--json", help="One array of objects.")] = False) -> None:
    """At most three next moves, each with its reason."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.web.moves import list_next_moves

    rows = list_next_moves(me)
    if as_json:
        say_json(rows)
        return
    for row in rows:
        say(f"{row['move']}\n    {row['reason']}  ({row['step']}, {row['url']})")
    if not rows:
        say("Nothing asks for you today.")


def demo(
    port: Annotated[Optional[int], typer.Option(help="The port to serve on.", min=1, max=65535)] = None,  # noqa: UP045
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
) -> None:
    """Open the example search, in a folder that is thrown away afterwards."""
    from onward_app.example import DAY, SHOWN, end_with_opener

    end_with_opener()
    _clear_up_when_told_to_end()
    with tempfile.TemporaryDirectory(prefix="onward-demo-") as folder:
        os.environ["ONWARD_HOME"] = folder
        os.environ.pop("DATABASE_URL", None)
        os.environ["ONWARD_CLOCK"] = DAY
        os.environ[SHOWN] = "yes"
        from onward_app.cli.owner import command_line_owner
        from onward_app.serve import serve

        me = command_line_owner()
        from onward_app.collect import collect_example

        collect_example(me)
        serve(port=port, browser=browser)


def _clear_up_when_told_to_end() -> None:
    """A window that is closed and a `kill` end it as Ctrl-C does, so that the folder goes."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no SIGHUP
            signal.signal(getattr(signal, name), lambda *_: sys.exit())


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (today, demo):
        app.command()(command)
