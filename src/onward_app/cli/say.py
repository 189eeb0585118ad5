"""What the command line says: nothing in it commands the terminal, whatever a letter had in its subject."""

from __future__ import annotations

import json
import sys
from typing import Any, NoReturn

import typer

from onward.wording.plain import strip_controls


def say(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Print a line, to standard error with `err`."""
    typer.echo(strip_controls(text), err=err, nl=nl)


def refuse(sentence: str) -> NoReturn:
    """Say on standard error what can't be done, and end with 1."""
    say(f"onward: {sentence}", err=True)
    raise typer.Exit(1)


def say_json(told: Any) -> None:
    """Print a value as JSON, with everything beyond ASCII escaped."""
    sys.stdout.write(json.dumps(told, indent=1) + "\n")
