"""Whether a pattern can take far longer than its text is long, told by reading it and not by the clock.

Two ways round a loop that read the same text double the work with every round (exponential). A loop, and a later one
that may read the same text as the first and the way between them, let every place of the text be tried as the border
(quadratic); the search for where a match begins counts as the first loop. After A. Weber and H. Seidl, On the degree of
ambiguity of finite automata (1991).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product, takewhile
from typing import Any, TypeVar

from benchmarks.expressions.graph import NOTHING_BEFORE, NOTHING_BEHIND, Graph, Way
from benchmarks.expressions.reader import graph_of

Node = TypeVar("Node")
Pair = tuple[int, int, int]  # two places, and the class that was read last (or one that is alike)
Parted = frozenset[int]
Triple = tuple[int, int, int, int, Parted]  # three places, the class read last, and where the second left the first
_TOGETHER: Parted = frozenset({-1})


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong: "exponential" or "quadratic", and a text that, repeated behind `before`, shows it."""

    what: str
    before: str
    again: str

    def text(self, size: int) -> str:
        """A text of about this many characters that the pattern is slow on."""
        return self.before + self.again * max(1, size // max(1, len(self.again)))


def judge(pattern: re.Pattern[Any], *, searched: bool = True, whole: bool = False) -> Trouble | None:
    """The worst of a pattern, None when its time is that of its text."""
    graph = graph_of(pattern, searched=searched, whole=whole)
    start = _start(graph)
    return _exponential(graph, start) or _Later(graph).trouble(start)


def _start(graph: Graph) -> dict[tuple[int, int], tuple[tuple[int, int], int] | None]:
    """Every place that can be reached with the class read last, and how: from where, by which class."""
    first = (Graph.START, NOTHING_BEFORE)
    came: dict[tuple[int, int], tuple[tuple[int, int], int] | None] = {first: None}
    waiting = deque([first])
    while waiting:
        here = waiting.popleft()
        for one, ways in graph.steps(*here).items():
            for way in ways:
                there = (way.to, graph.alike[one])
                if there not in came:
                    came[there] = (here, one)
                    waiting.append(there)
    return came


def _spelled(graph: Graph, came: dict[Any, Any], node: Any) -> str:
    """The text that leads to a node."""
    found: list[str] = []
    while came[node] is not None:
        node, one = came[node]
        found.append(graph.classes[one])
    return "".join(reversed(found))


# Loops


def components(nodes: Iterable[Node], edges: dict[Node, list[Node]]) -> Iterator[list[Node]]:
    """Tarjan's strongly connected components, without recursion."""
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    stack: list[Node] = []
    held: set[Node] = set()
    for root in nodes:
        work = [(root, iter(edges.get(root, ())))] if root not in index else []
        while work:
            here, rest = work[-1]
            if here not in index:
                index[here] = low[here] = len(index)
                stack.append(here)
                held.add(here)
            for there in rest:
                if there not in index:
                    work.append((there, iter(edges.get(there, ()))))
                    break
                if there in held:
                    low[here] = min(low[here], index[there])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[here])
                if low[here] == index[here]:
                    found = []
                    while here in held:
                        found.append(stack.pop())
                        held.discard(found[-1])
                    yield found


def loops(graph: Graph, *, bounded: bool) -> dict[int, int]:
    """The places that lie on a loop, each with the number of its loop."""
    edges = {
        place: [way.to for way in ways if way.to >= 0 and (bounded or not way.bounded)]
        for place, ways in graph.ways.items()
    }
    found: dict[int, int] = {}
    for number, places in enumerate(components(edges, edges)):
        if len(places) > 1 or places[0] in edges[places[0]]:
            found |= dict.fromkeys(places, number)
    return found


# Two ways round one loop


@dataclass(frozen=True, slots=True)
class _Move:
    """What two readers of one text do next: the groups they leave; where they part, the groups that choice stands in."""

    to: Pair
    leaves: frozenset[int]
    parts_in: frozenset[int] | None


def _exponential(graph: Graph, start: dict[Any, Any]) -> Trouble | None:
    loop = loops(graph, bounded=True)
    moves: dict[Pair, dict[_Move, int]] = {}
    waiting = deque((place, place, last) for place, last in start if place in loop and place != Graph.START)
    while waiting:
        here = waiting.popleft()
        if here not in moves:
            moves[here] = dict(_moves(graph, loop, here))
            waiting.extend(move.to for move in moves[here] if move.to not in moves)
    for groups in {move.parts_in for found in moves.values() for move in found if move.parts_in is not None}:
        if trouble := _parting(graph, start, moves, groups):
            return trouble
    return None


def _parting(
    graph: Graph, start: dict[Any, Any], moves: dict[Pair, dict[_Move, int]], groups: frozenset[int]
) -> Trouble | None:
    """Two readers who part in these groups and meet again without leaving them: what an atomic group chose stands."""
    edges = {here: [move.to for move in found if not move.leaves & groups] for here, found in moves.items()}
    for members in map(set, components(edges, edges)):
        for here in members:
            for move in moves[here]:
                if move.parts_in == groups and move.to in members and not move.leaves & groups:
                    again = graph.classes[moves[here][move]] + _round(graph, moves, members, move.to, here)
                    return Trouble("exponential", _spelled(graph, start, (here[0], here[2])), again)
    return None


def _moves(graph: Graph, loop: dict[int, int], here: Pair) -> Iterator[tuple[_Move, int]]:
    """Each move, and a class that is read by it."""
    one, other, last = here
    others = graph.steps(other, last)
    for read, ways in graph.steps(one, last).items():
        inner = [way for way in ways if loop.get(way.to) == loop[one]]
        if one == other:
            yield from ((_Move((way.to, way.to, graph.alike[read]), way.leaves, None), read) for way in inner)
            pairs = list(combinations(inner, 2))
        else:
            pairs = [
                (way, their) for way in inner for their in others.get(read, ()) if loop.get(their.to) == loop[other]
            ]
        for way, their in pairs:
            to = (min(way.to, their.to), max(way.to, their.to), graph.alike[read])
            parts_in = graph.closed[_fork(way, their)] if one == other else None
            yield _Move(to, way.leaves | their.leaves, parts_in), read


def _fork(way: Way, their: Way) -> int:
    """The last state that two ways from one place have in common."""
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(way.path, their.path, strict=False))
    return list(shared)[-1][0]


def _round(graph: Graph, moves: dict[Pair, dict[_Move, int]], members: set[Pair], begin: Pair, goal: Pair) -> str:
    """The text of a walk from one node back to another."""
    came: dict[Pair, Any] = {begin: None}
    waiting = deque([begin])
    while waiting and goal not in came:
        here = waiting.popleft()
        for move, read in moves[here].items():
            if move.to in members and move.to not in came:
                came[move.to] = (here, read)
                waiting.append(move.to)
    return _spelled(graph, came, goal)


# One loop behind another


class _Later:
    """The search for a loop and a later one that may read the same text."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.loop = loops(graph, bounded=False)
        self.known: dict[tuple[int, int], dict[int, list[Way]]] = {}
        self.safe: dict[tuple[int, int], bool] = {}

    def trouble(self, start: dict[Any, Any]) -> Trouble | None:
        for place in self.loop:
            begun = [last for there, last in start if there == place and last != NOTHING_BEFORE]
            for later, last in self.reached(place, begun):
                if again := self.between(place, later, last):
                    return Trouble("quadratic", _spelled(self.graph, start, (place, last)), again)
        return None

    def rounds(self, place: int, last: int) -> dict[int, list[Way]]:
        """The ways that stay on a place's loop, by the class they read."""
        key = (place, last)
        if key not in self.known:
            steps = self.graph.steps(place, last).items()
            kept = {read: [way for way in ways if self.stays(place, way)] for read, ways in steps}
            self.known[key] = {read: ways for read, ways in kept.items() if ways}
        return self.known[key]

    def stays(self, place: int, way: Way) -> bool:
        return not way.bounded and self.loop.get(way.to) == self.loop[place]

    def cannot_fail(self, place: int, last: int) -> bool:
        """Whether a match is over wherever this loop stops, so that nothing is tried a second time."""
        key = (place, last)
        if key not in self.safe:
            on = self.rounds(place, last)
            others = (one for one in (NOTHING_BEHIND, *range(len(self.graph.classes))) if one not in on)
            self.safe[key] = all(self.graph.may_end(place, last, one) for one in others)
        return self.safe[key]

    def is_safe(self, place: int, last: int, read: int, way: Way) -> bool:
        """Whether a match is no further back than this, whatever comes: then little is tried a second time."""
        return self.graph.may_end(place, last, read, way.asks) or self.cannot_fail(way.to, read)

    def reached(self, place: int, begun: list[int]) -> list[tuple[int, int]]:
        """The later loops that may be reached while the first one comes round, each with the class read last."""
        waiting = deque((place, place, last, _TOGETHER) for last in begun)
        seen = set(waiting)
        found: list[tuple[int, int]] = []
        while waiting:
            one, middle, last, parted = waiting.popleft()
            middles = self.graph.steps(middle, last)
            for read, ways in self.rounds(one, last).items():
                for way, between in product(ways, middles.get(read, ())):
                    apart = self.parted(way, between, parted)
                    there = (way.to, between.to, self.graph.alike[read], apart)
                    if apart is None or there in seen:
                        continue
                    seen.add(there)
                    waiting.append(there)
                    if way.to == place and self.loop.get(between.to, self.loop[place]) != self.loop[place]:
                        found.append((between.to, there[2]))
        return [one for one in dict.fromkeys(found) if not self.cannot_fail(*one)]

    def parted(self, way: Way, between: Way, before: Parted) -> Parted | None:
        """The atomic groups in which the second reader left the first; None where such a group has made its choice."""
        if before == _TOGETHER and way is between:
            return before
        groups = self.graph.closed[_fork(way, between)] if before == _TOGETHER else before
        return None if groups & between.leaves else groups

    def between(self, place: int, later: int, last: int) -> str:
        """A text that goes round both loops and from the first to the second; "" when there is none."""
        begin: Triple = (place, place, later, last, _TOGETHER)
        came: dict[Triple, Any] = {begin: None}
        waiting = deque([begin])
        while waiting:
            here = waiting.popleft()
            for there, read in self.triples(here):
                if there not in came:
                    came[there] = (here, read)
                    if there[:4] == (place, later, later, last):
                        return _spelled(self.graph, came, there)
                    waiting.append(there)
        return ""

    def triples(self, here: Triple) -> Iterator[tuple[Triple, int]]:
        """Where three readers of one text may go next, and the class that they read."""
        one, middle, other, last, before = here
        ones, middles = self.rounds(one, last), self.graph.steps(middle, last)
        for read, others in self.rounds(other, last).items():
            theirs = {way.to for way in others if not self.is_safe(other, last, read, way)}
            for way, between, to in product(ones.get(read, ()), middles.get(read, ()), theirs):
                apart = self.parted(way, between, before)
                if apart is not None:
                    yield (way.to, between.to, to, self.graph.alike[read], apart), read
