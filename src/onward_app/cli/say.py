"""What the command line says: nothing in it commands the terminal, whatever a letter had in its subject."""

from __future__ import annotations

import codecs
import json
import sys
from io import TextIOWrapper
from typing import Any, NoReturn

import typer

from onward.wording.plain import strip_controls

_PLAINER = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "→": "->", "·": "-"})


def show_any_letters() -> None:
    """Let output go on where it can’t show a letter, as Windows’ often can’t when it is kept in a file: a plainer sign
    stands there, or a question mark.
    """
    codecs.register_error("onward", _write_plainer)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.encoding.lower().startswith("utf"):
            stream.reconfigure(errors="onward")


def _write_plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plain = error.object[error.start : error.end].translate(_PLAINER)
    return "".join(sign if sign.isascii() else "?" for sign in plain), error.end


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
