"""What every kind of practice has: its name, what it asks for, how long it takes, and what it may leave behind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A box to write in: its label (which also stands before the text when it is kept), its help and its height."""

    label: str
    help: str = ""
    rows: int = 7


@dataclass(frozen=True, slots=True)
class Way:
    """A kind of practice. The grade always comes after the answer, against the card's three points.

    `plain` says what it is, `lead` what to do now, `instead` what holds where its boxes stay empty.
    `aloud` says that the answer may be recorded; `points` stand in when a card brings none of its own.
    `boxes` are what the session asks for in writing, all of it optional where the answer may be said aloud.
    """

    key: str
    name: str
    plain: str
    lead: str
    minutes: float
    points: tuple[str, str, str]
    instead: str = ""
    aloud: bool = False
    questions: int = 1
    boxes: tuple[Box, ...] = (Box("Your answer"),)
