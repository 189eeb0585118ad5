"""A mark on a message: where, what, why, and what to say instead; and what the product says of each hurt."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from onward.ask.hurts import Hurt


@dataclass(frozen=True, slots=True)
class WordingMark:
    """`text[start:end]` of what was checked; `why` is a sentence.

    `repair` is a sentence to use instead, "" to leave it out.

    `hint` marks are remarks, or questions where something may be meant well: the message may go as it is.
    """

    start: int
    end: int
    what: Hurt
    why: str
    repair: str
    hint: bool = False


def say_why(what: Hurt) -> str:
    """Why it hurts."""
    return _load_whys()[what]["why"]


def say_perhaps(what: Hurt) -> str:
    """The same as a question."""
    return _load_whys()[what]["perhaps"]


@cache
def _load_whys() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files("onward.ask") / "whys.toml").read_text(encoding="utf-8"))
