"""A regular expression as a graph: which character may follow which, and by which of several ways.

Characters that no part of the pattern tells apart are one class; a place is one character of the pattern. What stands in
an atomic group or a possessive repeat is marked, for nothing goes back into it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

NOTHING_BEFORE = -1  # the class before a text's first character
NOTHING_BEHIND = -2  # the class behind its last

Condition = tuple[str, int]  # what it asks, and of which classes (a bit each)


@dataclass(frozen=True, slots=True)
class Way:
    """One way from a place to the next: what it asks of the text, and which closed groups it leaves or enters."""

    to: int
    asks: tuple[Condition, ...]
    leaves: frozenset[int]
    bounded: bool  # it goes round a repeat that ends by itself
    path: tuple[int, ...]  # the states on it, to tell where two ways part


@dataclass(slots=True)
class Graph:
    """All of a pattern. `START` reads nothing, or anything at all where a pattern is searched for; `END` is a match."""

    classes: list[str] = field(default_factory=list)  # one character of each
    words: int = 0  # the classes of \\w
    lines: int = 0  # the class of the line feed
    reads: dict[int, int] = field(default_factory=dict)  # the classes of a place
    ways: dict[int, list[Way]] = field(default_factory=dict)
    closed: dict[int, frozenset[int]] = field(default_factory=dict)  # the atomic groups a place or a state stands in

    alike: list[int] = field(default_factory=list)  # for each class, the first that nothing behind it tells apart

    START, END, INSIDE = 0, -2, -3  # INSIDE ends what is only looked at

    def steps(self, place: int, before: int) -> dict[int, list[Way]]:
        """What may be read after a place that was reached by the class `before`: class → ways."""
        key = (place, before)
        if key not in self._cache:
            found: dict[int, list[Way]] = defaultdict(list)
            for way in self.ways.get(place, ()):
                if way.to >= 0:
                    for one in bits(self.reads[way.to]):
                        if all(self.is_met(ask, before, one) for ask in way.asks):
                            found[one].append(way)
            self._cache[key] = dict(found)
        return self._cache[key]

    def sort_behind(self) -> None:
        """Find the classes that are alike to whatever looks back at them: few are told apart."""
        asks = {ask for ways in self.ways.values() for way in ways for ask in way.asks if ask[0] in _LOOK_BACK}
        masks = sorted({self.words, self.lines} | {which for _, which in asks} if asks else set())
        first: dict[tuple[bool, ...], int] = {}
        told = (tuple(bool(mask >> one & 1) for mask in masks) for one in range(len(self.classes)))
        self.alike = [first.setdefault(one, at) for at, one in enumerate(told)]

    def is_met(self, ask: Condition, before: int, after: int) -> bool:
        """Whether a condition holds between two classes, or at an end of the text."""
        what, which = ask
        there = 0 if before == NOTHING_BEFORE else 1 << before
        here = 0 if after == NOTHING_BEHIND else 1 << after
        return _CHECKS[what](self, there, here, which)

    def may_end(self, place: int, before: int, after: int, known: tuple[Condition, ...] = ()) -> bool:
        """Whether a match may be over at a place between two classes, `known` being what is met there."""
        key = (place, before, after, known)
        if key not in self._ends:
            self._ends[key] = any(
                way.to in (self.END, self.INSIDE)
                and all(ask in known or (ask[0] != "unknown" and self.is_met(ask, before, after)) for ask in way.asks)
                for way in self.ways.get(place, ())
            )
        return self._ends[key]

    _cache: dict[tuple[int, int], dict[int, list[Way]]] = field(default_factory=dict)
    _ends: dict[tuple[int, int, int, tuple[Condition, ...]], bool] = field(default_factory=dict)


_LOOK_BACK = frozenset({"boundary", "no boundary", "line start", "before", "not before"})

# What stands between two characters, each a class as one bit, 0 where the text begins or ends.
_CHECKS: dict[str, Callable[[Graph, int, int, int], bool]] = {
    "boundary": lambda graph, there, here, _: bool(there & graph.words) != bool(here & graph.words),
    "no boundary": lambda graph, there, here, _: bool(there & graph.words) == bool(here & graph.words),
    "start": lambda _graph, there, _here, _: not there,
    "line start": lambda graph, there, _here, _: not there or bool(there & graph.lines),
    "end": lambda _graph, _there, here, _: not here,
    "line end": lambda graph, _there, here, _: not here or bool(here & graph.lines),
    "before": lambda _graph, there, _here, which: bool(there & which),
    "not before": lambda _graph, there, _here, which: not there & which,
    "after": lambda _graph, _there, here, which: bool(here & which),
    "after or end": lambda _graph, _there, here, which: not here or bool(here & which),
    "not after": lambda _graph, _there, here, which: not here & which,
    "unknown": lambda _graph, _there, _here, _: True,
}


def bits(which: int) -> Iterator[int]:
    """The places of the ones in a number."""
    at = 0
    while which:
        if which & 1:
            yield at
        which >>= 1
        at += 1
