"""A program asks, and is answered: with what it may see, what the person let it do, or a sentence why not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onward.wording.plain import strip_controls
from onward_app import clock
from onward_app.programs.arguments import ProgramRefused, check_names
from onward_app.programs.never import leave_out
from onward_app.programs.reads import READS, Read
from onward_app.programs.writes import WRITES, Write, write
from onward_app.records.models import Owner
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.writing.changes import acting_as

LONGEST_NAME = 60
NAMELESS = "a program without a name"
WHERE = "In Onward, under Help, Your data, Other programs, the person can say yes to it."
SHUT = f"The person has shut Onward to other programs. {WHERE}"
NOT_LET = f"The person hasn’t said yes to that. {WHERE}"
NOT_TODAY = "Today is for people. Figures and practice wait until the day after a no; the person finds them in Onward."


def name_program(said: str) -> str:
    """What a program calls itself, short and on one line."""
    return " ".join(strip_controls(said).split())[:LONGEST_NAME] or NAMELESS


def list_offered(owner: Owner) -> list[Read | Write]:
    """What a program may use now."""
    return [] if owner.programs_shut else [*READS, *(one for one in WRITES if one.name in owner.programs_may)]


def answer(owner: Owner, program: str, name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What a program gets.

    Raises:
        ProgramRefused: with the sentence that it gets instead.
    """
    if owner.programs_shut:
        raise ProgramRefused(SHUT)
    one = next((one for one in (*READS, *WRITES) if one.name == name), None)
    if one is None:
        raise ProgramRefused(f"Onward has nothing called “{name_program(name)}”.")
    if isinstance(one, Write) and one.name not in owner.programs_may:
        raise ProgramRefused(NOT_LET)
    check_names(given, one.schema)
    if isinstance(one, Write):
        with acting_as(program):
            return dict(leave_out(write(owner, one, given, program)))
    if one.rests and is_rejection_day(owner, clock.today()):
        raise ProgramRefused(NOT_TODAY)
    return dict(leave_out(one.tell(owner, given, program)))
