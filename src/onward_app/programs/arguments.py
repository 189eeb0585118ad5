"""What a program gave, as values: each is taken out by name, or refused in a sentence that names it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, time
from typing import Any

TEXT = {"type": "string"}
DAY = {"type": "string", "format": "date", "description": "A day, as 2026-03-01."}
NUMBER = {"type": "integer"}


class ProgramRefused(Exception):
    """That isn't given or done; the message is a sentence for the program and for whoever reads along."""


def schema_of(needed: Mapping[str, Any], more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The JSON Schema of a tool's arguments: those it needs, and those that may be left out."""
    every = {**needed, **(more or {})}
    return {"type": "object", "properties": every, "required": [*needed], "additionalProperties": False}


def described(sort: Mapping[str, Any], words: str) -> dict[str, Any]:
    """One argument with what it is for."""
    return {**sort, "description": words}


def check_names(given: Mapping[str, Any], schema: Mapping[str, Any]) -> None:
    """Nothing unknown is given and nothing that is needed is missing.

    Raises:
        ProgramRefused: with the name.
    """
    for name in given:
        if name not in schema["properties"]:
            raise ProgramRefused(f"There is no argument “{name}” here.")
    for name in schema["required"]:
        if name not in given:
            raise ProgramRefused(f"“{name}” is needed.")


def take_text(given: Mapping[str, Any], name: str, *, most: int = 2_000, needed: bool = False) -> str:
    """Words; empty where they may be left out."""
    value = given.get(name, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        raise ProgramRefused(f"“{name}” has to be words.")
    if len(value) > most:
        raise ProgramRefused(f"“{name}” is too long: {most:,} characters at most.")
    return value.strip()


def take_day(given: Mapping[str, Any], name: str) -> date | None:
    """A day, or None where none was given."""
    value = given.get(name)
    try:
        return None if value is None else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ProgramRefused(f"“{name}” has to be a day, as 2026-03-01.") from None


def take_time(given: Mapping[str, Any], name: str) -> time | None:
    """A time of day without a zone: the person's own clock."""
    value = given.get(name)
    try:
        found = None if value is None else time.fromisoformat(value)
    except (TypeError, ValueError):
        found = time.min.replace(second=1)
    if found is not None and (found.second or found.microsecond or found.tzinfo):
        raise ProgramRefused(f"“{name}” has to be a time on the person’s own clock, as 14:30.")
    return found


def take_number(given: Mapping[str, Any], name: str, *, low: int = 1, high: int = 2**63 - 1, usual: int = 0) -> int:
    """A whole number within bounds; `usual` where none was given."""
    value = given.get(name, usual)
    if type(value) is not int or (name in given and not low <= value <= high):
        raise ProgramRefused(f"“{name}” has to be a whole number from {low} to {high}.")
    return value


def take_one_of(given: Mapping[str, Any], name: str, kinds: Collection[str], *, usual: str = "") -> str:
    """One word of a list."""
    value = given.get(name, usual)
    if value not in kinds:
        raise ProgramRefused(f"“{name}” has to be one of: {', '.join(kinds)}.")
    return str(value)
