"""The long attack in pieces: each is noted in a file when it is done, so that hours can be stopped and taken up again.

A piece is a process of its own, forked from one that has Django ready, with a folder of its own. One in which something
failed is done again the next time; the last note of a piece is the one that counts.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.attack.kill import in_child
from benchmarks.attack.tally import SHOWN, Tally

OTHER_FILES = ("mailboxes", "zips", "tgzs", "calendars", "transcripts", "tables", "workbooks", "packs", "exports")
VICTIMS = (
    "reading",
    "serving",
    "importing",
    "exporting",
    "restoring",
    "migrating",
    "practice",
    "forgetting",
    "encrypting",
)
ON_SERVER = VICTIMS[:-2]  # all but the last two: a server's files aren't looked into, nor encrypted by Onward
BY_NAME = {"guided"}  # done only where it is asked for: it needs a library that not every system has
ALL_THERE_ARE = 1_000_000
GOALS = (  # name, kind, how many, and how many of them are a piece
    ("forget", "", 1, 1),
    ("door", "", 6_000, 6_000),
    ("strangers", "", ALL_THERE_ARE, ALL_THERE_ARE),
    ("leaks", "", ALL_THERE_ARE, ALL_THERE_ARE),
    ("script", "", ALL_THERE_ARE, ALL_THERE_ARE),
    ("swell", "", ALL_THERE_ARE, ALL_THERE_ARE),
    *(("kill", one, 300, 20) for one in VICTIMS),
    ("mutate", "messages", 100_000, 2_500),
    *(("mutate", one, 20_000, 2_500) for one in OTHER_FILES),
    ("power", "full", 1_500, 150),
    ("power", "normal", 150, 150),
    ("full", "", 60, 20),
    ("beside", "", 20, 20),
    *(("guided", one, 20_000, 20_000) for one in ("messages", *OTHER_FILES)),
)
SMALL = {  # what `make test` has of each, in one process: how many, and of which kinds; together a minute of a core or less
    "mutate": (12, ()),
    "swell": (5, ()),
    "door": (60, ()),
    "strangers": (60, ()),
    "script": (4, ()),
    "leaks": (6, ()),
    "kill": (1, ("practice", "exporting")),
    "power": (1, ("full",)),
    "full": (1, ()),
    "beside": (1, ()),
    "forget": (1, ("a transcript that you delete",)),  # the others are tests of their own there
}
Way = Callable[["Piece", Path], Iterable[Tally]]


@dataclass(frozen=True, slots=True)
class Piece:
    """So many tries of one attack, counted from `start`."""

    name: str
    kind: str
    start: int
    count: int

    @property
    def key(self) -> str:
        """What it is noted under."""
        return " ".join(filter(None, (self.name, self.kind, f"{self.start}+{self.count}")))


def list_pieces(names: Iterable[str] = (), kinds: Iterable[str] = ()) -> Iterator[Piece]:
    """All of them but what is done by its name alone, or those of some attacks and kinds."""
    some, sorts = set(names) or {goal[0] for goal in GOALS} - BY_NAME, set(kinds)
    for name, kind, goal, size in GOALS:
        if name in some and (not sorts or kind in sorts):
            for start in range(0, goal, size):
                yield Piece(name, kind, start, min(size, goal - start))


def run_pieces(pieces: Iterable[Piece], way: Way, notes: Path, folder: Path, seconds: float) -> bool:
    """Do what isn't done yet until the time is up, and print what is known of each attack; whether all is done and held."""
    notes.parent.mkdir(parents=True, exist_ok=True)
    every, until = list(pieces), time.monotonic() + seconds
    for number, piece in enumerate(every):
        if piece.key in _read_whole(notes) or time.monotonic() > until:
            continue
        if said := in_child(lambda: _do(piece, way, notes, folder / f"piece-{number}")):  # noqa: B023 - waited for
            print(json.dumps({"piece": piece.key, "stopped": said}), flush=True)
    for line in sum_up(every, _read(notes)):
        print(json.dumps(line), flush=True)
    return all(piece.key in _read_whole(notes) for piece in every)


def _do(piece: Piece, way: Way, notes: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    for tally in way(piece, folder):
        told = {"piece": piece.key, "at": time.strftime("%Y-%m-%d %H:%M"), **json.loads(str(tally))}
        with notes.open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")


def _read(notes: Path) -> dict[str, dict[str, Any]]:
    """The last note of each piece."""
    lines = notes.read_text("utf-8").splitlines() if notes.exists() else []
    return {told["piece"]: told for told in map(json.loads, lines)}


def _read_whole(notes: Path) -> set[str]:
    return {key for key, told in _read(notes).items() if not told["failed"]}


def sum_up(pieces: Iterable[Piece], noted: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One object for each attack: how many were tried and failed in all its pieces, and how many pieces are left."""
    grouped: dict[str, list[dict[str, Any] | None]] = defaultdict(list)
    for piece in pieces:
        grouped[" ".join(filter(None, (piece.name, piece.kind)))].append(noted.get(piece.key))
    for attack, found in grouped.items():
        there = [told for told in found if told is not None]
        yield {"attack": attack, **_add_up(there), "pieces": len(there), "pieces_left": len(found) - len(there)}


def _add_up(there: list[dict[str, Any]]) -> dict[str, Any]:
    out: dict[str, Any] = {"tried": 0, "failed": 0}
    for told in there:
        for name, value in told.items():
            if name not in {"slowest", "steps"} and isinstance(value, int):
                out[name] = out.get(name, 0) + value
    slowest = max(there, key=lambda told: told["slowest"], default=None)
    if slowest is not None:
        out |= {name: slowest[name] for name in ("slowest", "slowest_of") if name in slowest}
        out |= {"from": min(told["at"] for told in there), "to": max(told["at"] for told in there)}
    failures = [one for told in there for one in told.get("failures", ())]
    return out | ({"failures": failures[:SHOWN]} if failures else {})
