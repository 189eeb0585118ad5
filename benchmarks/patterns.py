"""How the time of every regular expression grows with its text: `python benchmarks/patterns.py [NAME…]`.

Long runs of every mark, blank and letter that a pattern tells apart: alone, between words and line by line, at the start
and behind what leads to each of its repeats. From 4,000 to 8,000 characters the time may grow threefold. Prints one JSON
object for each pattern that takes longer, then a summary; the exit status is 1 when there is one. With names, only the
patterns whose name holds one of them.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.expressions.found import Found, every_pattern
from benchmarks.expressions.graph import NOTHING_BEFORE, Graph
from benchmarks.expressions.judge import loops
from benchmarks.expressions.reader import BLANKS, MARKS, graph_of

SHORT, LONG = 4_000, 8_000  # characters
GROWTH = 3.0
FLOOR = 0.001  # seconds for the long text: below it a clock tells nothing
PATIENCE = 3  # seconds of the processor until a pattern is said to hang
TIMES, BATCHES = 5, 3
LEADS = 40  # texts that lead to a repeat, at most
EVERYDAY = frozenset(MARKS + BLANKS + "aA0")


class Hangs(Exception):
    """A pattern took more than it may."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One use of a pattern on one kind of text, in seconds."""

    use: str
    text: str
    short: float
    long: float

    @property
    def is_slow(self) -> bool:
        return self.long >= FLOOR and self.long > GROWTH * self.short


# Texts


def texts(graph: Graph) -> Iterator[Callable[[int], str]]:
    """The kinds of text to try on a pattern, each made at a given length."""
    kinds = units(graph)
    for unit in kinds.values():
        yield from _made_of("", graph.classes[unit])
    for lead, place in leads_of(graph).items():
        for unit in kinds.values():
            if graph.reads[place] >> unit & 1:
                yield from _made_of(lead, graph.classes[unit])


def _made_of(lead: str, unit: str) -> Iterator[Callable[[int], str]]:
    def run(again: str, *, head: str = "", tail: str = "") -> Callable[[int], str]:
        return lambda size: lead + head + again * max(1, (size - len(lead)) // len(again)) + tail

    yield run(unit)
    yield run(unit, tail="word")
    yield run(unit, head="word", tail="word")
    yield run(f" word {unit}")
    yield run(f"{unit}\n", tail="word")
    if lead:
        yield run(unit + lead)
        yield run(f"{unit} {lead} ")


def units(graph: Graph) -> dict[tuple[bool, ...], int]:
    """A class of characters for each kind that the repeats of a pattern tell apart; of every mark, blank and letter."""
    told = sorted({graph.reads[place] for place in loops(graph, bounded=True)})
    found: dict[tuple[bool, ...], int] = {}
    for at, one in sorted(enumerate(graph.classes), key=lambda pair: pair[1] not in EVERYDAY):
        found.setdefault((*(bool(which >> at & 1) for which in told), one.isalnum(), one.isspace()), at)
    return found


def leads_of(graph: Graph) -> dict[str, int]:
    """The shortest texts behind which a repeat of the pattern begins, and that repeat's first place."""
    first = (graph.START, NOTHING_BEFORE)
    spelled = {first: ""}
    waiting = deque([first])
    inside = loops(graph, bounded=True)
    found: dict[str, int] = {}
    while waiting and len(found) < LEADS:
        here = waiting.popleft()
        for one, ways in graph.steps(*here).items():
            for way in ways:
                there = (way.to, one)
                if there in spelled:
                    continue
                spelled[there] = spelled[here] + graph.classes[one]
                waiting.append(there)
                if way.to in inside:
                    found.setdefault(spelled[here], way.to)
    return found


# The clock


METHODS: dict[str, Callable[[Any, Any], object]] = {
    "search": lambda pattern, text: pattern.search(text),
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
    "finditer": lambda pattern, text: sum(1 for _ in pattern.finditer(text)),
}


def uses_of(found: Found) -> list[str]:
    """The methods to try: finding all covers splitting, replacing and the search for the first."""
    anywhere = found.uses - {"match", "fullmatch", "search"}
    return sorted(found.uses & {"match", "fullmatch"}) + (["finditer"] if anywhere else sorted(found.uses & {"search"}))


def seconds(found: Found, use: str, text: str, times: int = 1) -> float:
    """The best of a few, on the processor's clock."""
    data: str | bytes = text
    if isinstance(found.pattern.pattern, bytes):
        data = text.encode("latin-1", "replace")
    best = float("inf")
    for _ in range(times):
        begun = time.process_time()
        METHODS[use](found.pattern, data)
        best = min(best, time.process_time() - begun)
    return best


def measured(found: Found, use: str, make: Callable[[int], str]) -> Measured:
    """First a quick look. What looks slow is measured with care, three times over: a busy computer is no failure."""
    long = seconds(found, use, make(LONG))
    look = Measured(use, make(60), seconds(found, use, make(SHORT)) if long >= FLOOR else long, long)
    for _ in range(BATCHES):
        if not look.is_slow:
            break
        look = Measured(use, look.text, seconds(found, use, make(SHORT), TIMES), seconds(found, use, make(LONG), TIMES))
    return look


def slowest_of(found: Found) -> Measured:
    """The first that is slow, or else the longest; a pattern that hangs is stopped."""
    worst = Measured("", "", 0.0, 0.0)
    for make in texts(graph_of(found.pattern, searched=False)):
        for use in uses_of(found):
            try:
                with _Watch():
                    one = measured(found, use, make)
            except Hangs:
                return Measured(use, make(60), 0.0, float(PATIENCE))
            worst = max(worst, one, key=lambda each: (each.is_slow, each.long))
            if worst.is_slow:
                return worst
    return worst


class _Watch:
    """Stops what takes the processor too long; looked at by the second, for a timer of the processor's blurs its clock."""

    def __enter__(self) -> None:
        self.begun = time.process_time()
        signal.signal(signal.SIGALRM, self.look)
        signal.setitimer(signal.ITIMER_REAL, 1, 1)

    def look(self, _number: int, _frame: FrameType | None) -> None:
        if time.process_time() - self.begun > PATIENCE:
            raise Hangs

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _said(found: Found, one: Measured) -> dict[str, object]:
    pattern = found.pattern.pattern
    return {
        "name": found.name,
        "use": one.use,
        "pattern": (pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern)[:120],
        "text": one.text,
        "ms_short": round(one.short * 1000, 2),
        "ms_long": round(one.long * 1000, 2),
        "growth": round(one.long / one.short, 1) if one.short else "hangs",
    }


def main(names: list[str]) -> int:
    """Measure them all, print what fails and a summary."""
    patterns = [one for one in every_pattern() if not names or any(name in one.name for name in names)]
    failed, longest = 0, (patterns[0], Measured("", "", 0.0, 0.0))
    for found in patterns:
        one = slowest_of(found)
        if one.is_slow:
            failed += 1
            print(json.dumps(_said(found, one), ensure_ascii=False), flush=True)
        longest = max(longest, (found, one), key=lambda pair: pair[1].long)
    print(json.dumps({"patterns": len(patterns), "failed": failed, "slowest": _said(*longest)}, ensure_ascii=False))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
