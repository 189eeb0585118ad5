"""`onward mcp`: another program on this computer asks, over standard input and output."""

from __future__ import annotations

import typer

from onward_app.cli.say import say


def mcp() -> None:
    """Answer another program on this computer that speaks MCP and starts this by itself. No port is opened."""
    from onward_app.programs.server import NoServer, check_server, serve_programs

    try:
        check_server()
    except NoServer as trouble:
        say(f"onward: {trouble}", err=True)
        raise typer.Exit(1) from trouble
    from onward_app.cli.owner import command_line_owner
    from onward_app.cli.unlocking import prepare_unlocking

    prepare_unlocking(terminal=False)  # the terminal, if there is one, is that program's
    command_line_owner()
    serve_programs()


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(mcp)
