"""For each kink being worked on: was there a chance in this interview, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChanceAnswer(StrEnum):
    """What one interview says of one kink. Only the last two are chances."""

    NONE = "no chance"
    CLEAN = "a clean chance"
    HAPPENED = "it happened"


@dataclass(frozen=True, slots=True)
class WorkedOn:
    """A kink that is being worked on, as the script needs it: its id, its name and when it could have occurred."""

    id: int
    name: str
    chance: str
