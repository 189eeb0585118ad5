"""What is typed for a day and for the number of a row: read in one place, and refused in a sentence that says how."""

from __future__ import annotations

from datetime import date, datetime

import typer


def parse_day(words: str) -> date:
    """A day as 2026-03-01; a `BadParameter` says so."""
    try:
        return datetime.strptime(words.strip(), "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise typer.BadParameter(f"There is no day “{words}”. Say it as 2026-03-01.") from None


def parse_number(words: str) -> int:
    """The number that a list shows in front of a row, or that a change has; a `BadParameter` says so."""
    said = words.strip().removeprefix("#")
    if not (said.isascii() and said.isdecimal()):
        raise typer.BadParameter(f"“{words}” is no number. Give the one that stands in front of it in the list.")
    return int(said)
