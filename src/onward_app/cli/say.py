"""What the command line says: nothing in it commands the terminal, whatever a letter had in its subject."""

from __future__ import annotations

import typer

from onward.wording.plain import strip_controls


def say(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Print a line, to standard error with `err`."""
    typer.echo(strip_controls(text), err=err, nl=nl)
