"""`python -m benchmarks.attack [NAME...] [--count N | --small] [--seed N] [--only KIND...]`; a line of JSON for each attack.

With `--postgres` what is killed is on a PostgreSQL, which is started for it. With `--into FILE` it is the long attack in
pieces: what is noted in that file as done isn't done again.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks.attack import beside, door, forget, full, guided, kill, leaks, mutate, script, search, strangers, swell
from benchmarks.attack.pieces import BY_NAME, GOALS, ON_SERVER, SMALL, Piece, list_pieces, run_pieces
from benchmarks.attack.places import move_in, serve_postgresql
from benchmarks.attack.power import cut
from benchmarks.attack.tally import Tally
from benchmarks.attack.victims import bring_up

SOME = 300  # tries of each, where nobody says how many
WAYS: dict[str, Callable[[Piece, list[str], Path, float], Iterable[Tally]]] = {
    "kill": lambda piece, kinds, folder, _: kill.attack(piece.count, piece.start, folder, kinds),
    "power": lambda piece, kinds, folder, _: cut.attack(piece.count, piece.start, folder, kinds),
    "mutate": lambda piece, kinds, _, limit: mutate.attack(piece.count, piece.start, limit=limit, kinds=kinds),
    "guided": lambda piece, kinds, folder, _: guided.attack(piece.count, piece.start, folder, kinds),
    "swell": lambda piece, _, folder, __: [swell.attack(piece.count, folder / "swell")],
    "door": lambda piece, *_: [door.attack(piece.count)],
    "strangers": lambda piece, *_: [strangers.attack(piece.count)],
    "script": lambda piece, *_: [script.attack(piece.count)],
    "leaks": lambda piece, *_: [leaks.attack(piece.count)],
    "full": lambda piece, *_: [full.attack(piece.count, piece.start)],
    "beside": lambda piece, _, folder, __: [beside.attack(piece.count, folder)],
    "forget": lambda _, kinds, *__: [forget.attack(kinds)],
}


def main() -> int:
    """Attack; 1 when anything failed or, in pieces, isn't done yet."""
    given = argparse.ArgumentParser(prog="python -m benchmarks.attack")
    given.add_argument("names", nargs="*", metavar="NAME", choices=[[], *WAYS])
    given.add_argument("--count", type=int, default=SOME, help="how many tries of each")
    given.add_argument("--small", action="store_true", help="a small run of each, as `make test` has it")
    given.add_argument("--seed", type=int, default=0)
    given.add_argument("--limit", type=float, default=1.0, help="seconds of the processor that a file may take")
    given.add_argument("--only", nargs="*", default=[], help="kinds of mutate, kill, power or forget")
    given.add_argument("--into", type=Path, help="where the pieces of the long attack are noted")
    given.add_argument("--minutes", type=float, default=math.inf, help="no piece is begun after so many")
    given.add_argument("--postgres", action="store_true", help="kill what is on a PostgreSQL, which is started for it")
    asked = given.parse_args()
    if asked.postgres:
        asked.names, asked.only = ["kill"], asked.only or list(ON_SERVER)
    with serve_postgresql() if asked.postgres else contextlib.nullcontext():
        return _begin(asked)


def _begin(asked: argparse.Namespace) -> int:
    folder = search.begin()
    if asked.into is not None:
        pieces = list_pieces(asked.names, asked.only)
        return int(not run_pieces(pieces, partial(_attack, asked.limit), asked.into, folder, asked.minutes * 60))
    failed = False
    for piece, kinds in _list_asked(asked):
        for tally in WAYS[piece.name](piece, kinds, folder, asked.limit):
            print(tally, flush=True)
            failed = failed or bool(tally.failed)
    return int(failed)


def _list_asked(asked: argparse.Namespace) -> Iterator[tuple[Piece, list[str]]]:
    for name in asked.names or dict.fromkeys(goal[0] for goal in GOALS if goal[0] not in BY_NAME):
        count, kinds = SMALL[name] if asked.small else (asked.count, ())
        yield Piece(name, "", asked.seed, count), asked.only or list(kinds)


def _attack(limit: float, piece: Piece, folder: Path) -> Iterable[Tally]:
    """A piece in a process and a folder of its own."""
    move_in(folder / "home")
    bring_up()
    yield from WAYS[piece.name](piece, [piece.kind] * bool(piece.kind), folder, limit)


if __name__ == "__main__":
    sys.exit(main())
