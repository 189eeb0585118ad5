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

from benchmarks.expressions.graph import NOTHING_BEFORE, NOTHING_BEHIND, Graph, Way, bits
from benchmarks.expressions.reader import graph_of

Node = TypeVar("Node")
Pair = tuple[int, int, int]  # two places, and the class that was read last
Triple = tuple[int, int, int, int]


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
                if (way.to, one) not in came:
                    came[way.to, one] = (here, one)
                    waiting.append((way.to, one))
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
    parts_in: frozenset[int] | None = None


def _exponential(graph: Graph, start: dict[Any, Any]) -> Trouble | None:
    loop = loops(graph, bounded=True)
    moves: dict[Pair, list[_Move]] = {}
    waiting = deque((place, place, last) for place, last in start if place in loop and place != Graph.START)
    while waiting:
        here = waiting.popleft()
        if here not in moves:
            moves[here] = list(_moves(graph, loop, here))
            waiting.extend(move.to for move in moves[here] if move.to not in moves)
    for groups in {move.parts_in for found in moves.values() for move in found if move.parts_in is not None}:
        if trouble := _parting(graph, start, moves, groups):
            return trouble
    return None


def _parting(
    graph: Graph, start: dict[Any, Any], moves: dict[Pair, list[_Move]], groups: frozenset[int]
) -> Trouble | None:
    """Two readers who part in these groups and meet again without leaving them: what an atomic group chose stands."""
    edges = {here: [move.to for move in found if not move.leaves & groups] for here, found in moves.items()}
    for members in map(set, components(edges, edges)):
        for here in members:
            for move in moves[here]:
                if move.parts_in == groups and move.to in members and not move.leaves & groups:
                    again = _round(graph, edges, members, here, move.to)
                    return Trouble("exponential", _spelled(graph, start, (here[0], here[2])), again)
    return None


def _moves(graph: Graph, loop: dict[int, int], here: Pair) -> Iterator[_Move]:
    one, other, last = here
    others = graph.steps(other, last)
    for read, ways in graph.steps(one, last).items():
        inner = [way for way in ways if loop.get(way.to) == loop[one]]
        if one == other:
            yield from (_Move((way.to, way.to, read), way.leaves) for way in inner)
            pairs = list(combinations(inner, 2))
        else:
            pairs = [
                (way, their) for way in inner for their in others.get(read, ()) if loop.get(their.to) == loop[other]
            ]
        for way, their in pairs:
            to = (min(way.to, their.to), max(way.to, their.to), read)
            parts_in = graph.closed[_fork(way, their)] if one == other else None
            yield _Move(to, way.leaves | their.leaves, parts_in)


def _fork(way: Way, their: Way) -> int:
    """The last state that two ways from one place have in common."""
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(way.path, their.path, strict=False))
    return list(shared)[-1][0]


def _round(graph: Graph, edges: dict[Pair, list[Pair]], members: set[Pair], begin: Pair, then: Pair) -> str:
    """The text of a walk from one node by another back to it."""
    came: dict[Pair, Any] = {then: None}
    waiting = deque([then])
    while waiting and begin not in came:
        here = waiting.popleft()
        for there in edges[here]:
            if there in members and there not in came:
                came[there] = (here, there[2])
                waiting.append(there)
    return graph.classes[then[2]] + _spelled(graph, came, begin)


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
            begun = [last for last in bits(self.graph.reads[place]) if (place, last) in start]
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

    def reached(self, place: int, begun: list[int]) -> list[tuple[int, int]]:
        """The later loops that may be reached while the first one comes round, each with the class read last."""
        waiting = deque((place, place, last) for last in begun)
        seen: set[Pair] = set(waiting)
        found: list[tuple[int, int]] = []
        while waiting:
            one, middle, last = waiting.popleft()
            middles = self.graph.steps(middle, last)
            for read, ways in self.rounds(one, last).items():
                for way, between in product(ways, middles.get(read, ())):
                    there = (way.to, between.to, read)
                    if there in seen or (middle == place and self.is_left_behind(place, way, between)):
                        continue
                    seen.add(there)
                    waiting.append(there)
                    if way.to == place and self.loop.get(between.to, self.loop[place]) != self.loop[place]:
                        found.append((between.to, read))
        return [one for one in dict.fromkeys(found) if not self.cannot_fail(*one)]

    def is_left_behind(self, place: int, way: Way, their: Way) -> bool:
        """Whether the loop is possessive, so that nothing leaves it early."""
        return bool((self.graph.closed.get(place, frozenset()) & their.leaves) - way.leaves)

    def between(self, place: int, later: int, last: int) -> str:
        """A text that goes round both loops and from the first to the second; "" when there is none."""
        begin: Triple = (place, place, later, last)
        goal: Triple = (place, later, later, last)
        came: dict[Triple, Any] = {begin: None}
        waiting = deque([begin])
        while waiting:
            here = waiting.popleft()
            for there in self.triples(here, place):
                if there not in came:
                    came[there] = (here, there[3])
                    if there == goal:
                        return _spelled(self.graph, came, goal)
                    waiting.append(there)
        return ""

    def triples(self, here: Triple, place: int) -> Iterator[Triple]:
        one, middle, other, last = here
        ones, middles = self.rounds(one, last), self.graph.steps(middle, last)
        for read, others in self.rounds(other, last).items():
            theirs = {way.to for way in others if not self.cannot_fail(way.to, read)}
            for way, between, to in product(ones.get(read, ()), middles.get(read, ()), theirs):
                if not (middle == one == place and self.is_left_behind(place, way, between)):
                    yield way.to, between.to, to, read
