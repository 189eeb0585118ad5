"""A move, and the one table of what goes first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

MOST = 3  # moves for a day
SOON = timedelta(days=3)  # how far ahead an interview or a deadline asks for a move


@dataclass(frozen=True, slots=True)
class Where:
    """A symbolic target: a room, a page in it, and an id (0 for none). The application makes the address."""

    room: str
    page: str = "index"
    id: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """One next move. `step` is one of STORY; `move` is the button, `reason` the sentence beside it."""

    step: str
    move: str
    reason: str
    where: Where
    key: str
    priority: int


@dataclass(frozen=True, slots=True)
class Rank:
    """A kind of move: its step, its place in the order (lowest first), and whether it stands on a day of rest or a day
    off too.
    """

    step: str
    priority: int
    hard: bool = False


RANKS: dict[str, Rank] = {
    "no today": Rank("recover", 0, hard=True),
    "resting": Rank("recover", 2, hard=True),
    "paused": Rank("recover", 3, hard=True),
    "interview at hand": Rank("kinks", 10, hard=True),
    "offer deadline": Rank("values", 12, hard=True),
    "news": Rank("recover", 14),
    "welcome": Rank("notice", 15),
    "first start": Rank("notice", 16, hard=True),
    "capture": Rank("debrief", 20),
    "reply": Rank("ask", 28),
    "met": Rank("debrief", 29),
    "ask": Rank("ask", 30),
    "named": Rank("notice", 32),
    "offer": Rank("values", 34),
    "income": Rank("values", 35),
    "coast": Rank("pace", 36),
    "farewell": Rank("ask", 38),
    "debrief": Rank("debrief", 40),
    "letters": Rank("notice", 41),  # what waits for a yes or a no waits behind what has somebody or a day in it
    "restart": Rank("recover", 42),  # after the two that the morning after a no is for
    "promised": Rank("pace", 48),
    "check": Rank("pace", 50),
    "interview soon": Rank("kinks", 52),
    "practice": Rank("practice", 55),
    "doors": Rank("pace", 54),
    "unmet": Rank("pace", 58),
    "hopes": Rank("pace", 60),
    "tight": Rank("pace", 62),
    "lines": Rank("values", 65),
    "quiet": Rank("pace", 70),
    "people": Rank("recover", 80),
    "ending": Rank("recover", 90),
}


# What there still is to do once an offer is signed: hard dates, letters, a kind word to others, and the ending.
AFTER_SIGNING = frozenset({
    "no today", "resting", "restart", "interview at hand", "offer deadline", "offer", "news", "welcome", "letters",
    "reply", "farewell", "income", "ending", "paused",
})  # fmt: skip


def make_move(kind: str, move: str, reason: str, where: Where) -> Move:
    """A move of a kind of `RANKS`."""
    rank = RANKS[kind]
    return Move(rank.step, move, reason, where, f"{kind}:{where.id}", rank.priority)


def kind_of(move: Move) -> str:
    """Its name in `RANKS`."""
    return move.key.rpartition(":")[0]
