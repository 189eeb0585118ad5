"""All commands of `onward`. Nothing heavy is imported until it is needed, so that --help answers at once."""

from __future__ import annotations

from typing import Annotated

import typer

from onward import __version__
from onward_app.cli import (
    advert,
    attach,
    debrief,
    door,
    encrypting,
    find,
    fit,
    helpers,
    jobs,
    keeping,
    kinks,
    nos,
    offer,
    pace,
    pause,
    people,
    practice,
    programs,
    read_before,
    reading,
    server,
    today,
    told,
    tracker,
)
from onward_app.cli.guard import run_guarded
from onward_app.cli.say import say

app = typer.Typer(
    name="onward",
    help="What to do after a no. Without a command it opens Onward in the browser, on this computer alone.",
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _say_version(wanted: bool) -> None:
    if wanted:
        say(f"onward {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def open_onward(
    context: typer.Context,
    port: Annotated[
        int | None, typer.Option(help="The port to serve on; a free one if not given.", min=1, max=65535)
    ] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
    host: Annotated[
        str, typer.Option(help="The address to listen on; beyond this computer only with a password and --behind.")
    ] = "127.0.0.1",
    behind: Annotated[
        str, typer.Option(help="The https address of a proxy in front of Onward, which it is then opened by.")
    ] = "",
    _say_version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Open Onward."""
    if context.invoked_subcommand is not None:
        return
    from onward_app.beyond import ServeTrouble
    from onward_app.serve import serve

    try:
        serve(port=port, browser=browser, host=host, behind=behind)
    except ServeTrouble as trouble:
        raise typer.BadParameter(str(trouble)) from trouble


reading.add_to(app)
read_before.add_to(app)
tracker.add_to(app)
nos.add_to(app)
jobs.add_to(app)
advert.add_to(app)
attach.add_to(app)
people.add_to(app)
find.add_to(app)
debrief.add_to(app)
kinks.add_to(app)
practice.add_to(app)
pace.add_to(app)
pause.add_to(app)
told.add_to(app)
helpers.add_to(app)
offer.add_to(app)
fit.add_to(app)
server.add_to(app)
keeping.add_to(app)
encrypting.add_to(app)
door.add_to(app)
programs.add_to(app)
today.add_to(app)


def main() -> None:
    """Run the command that was typed."""
    run_guarded(app)
