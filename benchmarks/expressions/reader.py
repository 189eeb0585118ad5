"""Reads a pattern, as Python's own parser takes it apart, into a graph."""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from benchmarks.expressions.graph import Condition, Graph, Way

BLANKS = " \t\n\r\u00a0"
MARKS = string.punctuation + "“”„«»‘’–—•·…¿¡。"
LETTERS = "aAmzZéÉß漢09"
MANY = 10  # a repeat of so many is a loop: two to the tenth is where waiting begins
ENDLESS = 1_000  # a repeat of so many is as long as the text
MOST_WAYS = 4_000
_NO_CASE, _DOTALL, _LINES = int(re.IGNORECASE), int(re.DOTALL), int(re.MULTILINE)


@dataclass(slots=True)
class _Step:
    """A step that reads nothing."""

    to: int
    ask: Condition | None = None
    leaves: int | None = None
    bounded: bool = False


def graph_of(pattern: re.Pattern[Any], *, searched: bool, whole: bool = False) -> Graph:
    """Read a pattern. `searched`: it may begin anywhere. `whole`: it has to reach the end of the text."""
    return _Reader(pattern).graph(searched=searched, whole=whole)


class _Reader:
    """Builds the graph: first with steps that read nothing, then without them."""

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        self.parsed = _parser.parse(pattern.pattern, int(pattern.flags & ~re.DEBUG))
        self.ascii = isinstance(pattern.pattern, bytes) or bool(pattern.flags & re.ASCII)
        self.flags = int(pattern.flags)
        self.known: dict[str, int] = {}
        self.free: dict[int, list[_Step]] = defaultdict(list)
        self.out: dict[int, tuple[int, int]] = {}  # place → the classes it reads, the state after it
        self.inside: dict[int, frozenset[int]] = {0: frozenset()}
        self.looked: list[int] = []  # the states that end what is only looked at
        self.count = self.groups = 0
        self.graphed = Graph()
        self._sort()

    def graph(self, *, searched: bool, whole: bool) -> Graph:
        open_ground: frozenset[int] = frozenset()
        begin, final = self._state(open_ground), self._state(open_ground)
        end = self._sequence(self.parsed, begin, self.flags, open_ground)
        self.free[end].append(_Step(final, ask=("end", 0) if whole else None))
        found = self.graphed
        everything = (1 << len(found.classes)) - 1
        found.reads = {place: which for place, (which, _) in self.out.items()}
        found.closed = dict(self.inside)
        goals = {final: Graph.END} | dict.fromkeys(self.looked, Graph.INSIDE)
        for place, state in [(Graph.START, begin), *((place, after) for place, (_, after) in self.out.items())]:
            found.ways[place] = list(self._ways(state, goals))
        if searched:
            found.reads[Graph.START] = everything
            found.ways[Graph.START].append(Way(Graph.START, (), frozenset(), False, (begin, Graph.START)))
        found.sort_behind()
        return found

    # Classes

    def _sort(self) -> None:
        """Part the characters into classes that no leaf of the pattern tells apart."""
        leaves = list({repr(leaf): leaf for leaf in self._leaves(self.parsed, self.flags)}.values())
        sample = dict.fromkeys([*LETTERS, *BLANKS, *MARKS, "\0"])
        for op, av, _ in leaves:
            sample |= dict.fromkeys(_named(op, av))
        if self.ascii:
            sample = {one: None for one in sample if ord(one) < 256}
        parted: dict[tuple[bool, ...], str] = {}
        for one in sample:
            told = (*(self._holds(*leaf, one) for leaf in leaves), self._is(one, "word"), one == "\n")
            parted.setdefault(told, one)
        self.graphed.classes = list(parted.values())
        self.graphed.words = self._which(lambda one: self._is(one, "word"))
        self.graphed.lines = self._which(lambda one: one == "\n")

    def _which(self, holds: Any) -> int:
        return sum(1 << at for at, one in enumerate(self.graphed.classes) if holds(one))

    def _leaf(self, op: Any, av: Any, flags: int) -> int:
        key = f"{op}{av}{flags}"
        if key not in self.known:
            self.known[key] = self._which(lambda one: self._holds(op, av, flags, one))
        return self.known[key]

    def _leaves(self, parsed: Any, flags: int) -> Iterator[tuple[Any, Any, int]]:
        for op, av in parsed:
            if op in _LEAVES:
                yield op, av, flags
            for inner, inner_flags in _inner(op, av, flags):
                yield from self._leaves(inner, inner_flags)

    def _holds(self, op: Any, av: Any, flags: int, one: str) -> bool:
        if op is c.ANY:
            return bool(flags & _DOTALL) or one != "\n"
        if op in (c.LITERAL, c.NOT_LITERAL):
            return self._same(av, one, flags) != (op is c.NOT_LITERAL)
        negated = av[0][0] is c.NEGATE
        return any(self._item(item, one, flags) for item in av[negated:]) != negated

    def _item(self, item: tuple[Any, Any], one: str, flags: int) -> bool:
        op, av = item
        if op is c.LITERAL:
            return self._same(av, one, flags)
        if op is c.RANGE:
            forms = {one, one.lower(), one.upper()} if flags & _NO_CASE else {one}
            return any(len(form) == 1 and av[0] <= ord(form) <= av[1] for form in forms)
        kind = str(av).removeprefix("CATEGORY_").removeprefix("UNI_").lower()
        bare = kind.removeprefix("not_")
        return self._is(one, bare) != (bare != kind)

    def _same(self, code: int, one: str, flags: int) -> bool:
        return one == chr(code) or bool(flags & _NO_CASE and one.lower() == chr(code).lower())

    def _is(self, one: str, kind: str) -> bool:
        if self.ascii and ord(one) > 127:
            return False
        match kind:
            case "digit":
                return one.isdecimal()
            case "space":
                return one.isspace()
            case "word":
                return one.isalnum() or one == "_"
        return one == "\n"

    # States

    def _state(self, inside: frozenset[int]) -> int:
        self.count += 1
        self.inside[self.count] = inside
        return self.count

    def _sequence(self, parsed: Any, state: int, flags: int, inside: frozenset[int]) -> int:
        for op, av in parsed:
            state = self._one(op, av, state, flags, inside)
        return state

    def _one(self, op: Any, av: Any, state: int, flags: int, inside: frozenset[int]) -> int:
        """Add one part of a pattern behind a state; the state behind it."""
        if op in _LEAVES:
            return self._read(self._leaf(op, av, flags), state, inside)
        if op is c.GROUPREF:  # the same text again: anything
            return self._read((1 << len(self.graphed.classes)) - 1, state, inside)
        if op is c.AT:
            return self._asked(state, self._position(av, flags), inside)
        if op is c.BRANCH:
            return self._branch(av[1], state, flags, inside)
        if op is c.SUBPATTERN:
            return self._sequence(av[3], state, (flags | av[1]) & ~av[2], inside)
        if op is c.ATOMIC_GROUP:
            return self._atomic(lambda start, within: self._sequence(av, start, flags, within), state, inside)
        if op is c.POSSESSIVE_REPEAT:
            low, high, body = av  # every round is closed, and so are all of them together
            rounds = (low, high, [(c.ATOMIC_GROUP, body)])
            return self._atomic(lambda start, within: self._repeat(rounds, start, flags, within), state, inside)
        if op in (c.MAX_REPEAT, c.MIN_REPEAT):
            return self._repeat(av, state, flags, inside)
        if op in (c.ASSERT, c.ASSERT_NOT):
            return self._look(op is c.ASSERT_NOT, av, state, flags, inside)
        raise NotImplementedError(f"{op} in a pattern")

    def _read(self, which: int, state: int, inside: frozenset[int]) -> int:
        place, after = self._state(inside), self._state(inside)
        self.out[place] = (which, after)
        self.free[state].append(_Step(place))
        return after

    def _asked(self, state: int, ask: Condition, inside: frozenset[int]) -> int:
        after = self._state(inside)
        self.free[state].append(_Step(after, ask=ask))
        return after

    def _position(self, av: Any, flags: int) -> Condition:
        many = bool(flags & _LINES)
        names = {
            c.AT_BEGINNING: "line start" if many else "start",
            c.AT_BEGINNING_STRING: "start",
            c.AT_END: "line end" if many else "end",
            c.AT_END_STRING: "end",
            c.AT_BOUNDARY: "boundary",
            c.AT_NON_BOUNDARY: "no boundary",
        }
        return names[av], 0

    def _branch(self, options: Any, state: int, flags: int, inside: frozenset[int]) -> int:
        after = self._state(inside)
        for option in options:
            begin = self._state(inside)
            self.free[state].append(_Step(begin))
            self.free[self._sequence(option, begin, flags, inside)].append(_Step(after))
        return after

    def _repeat(self, av: Any, state: int, flags: int, inside: frozenset[int]) -> int:
        """The parts that have to be there one by one; then those that may, as a loop where there are many."""
        low, high, body = av
        high = 1 << 30 if high is c.MAXREPEAT else int(high)
        for _ in range(min(low, 3) - (1 if high >= MANY and low else 0)):
            state = self._sequence(body, state, flags, inside)
        after = self._state(inside)
        if high >= MANY:
            if not low:
                self.free[state].append(_Step(after))
            begin = self._state(inside)
            self.free[state].append(_Step(begin))
            end = self._sequence(body, begin, flags, inside)
            self.free[end] += [_Step(begin, bounded=high < ENDLESS), _Step(after)]
            return after
        self.free[state].append(_Step(after))
        for _ in range(min(high - low, 3)):
            state = self._sequence(body, state, flags, inside)
            self.free[state].append(_Step(after))
        return after

    def _atomic(self, build: Any, state: int, inside: frozenset[int]) -> int:
        self.groups = group = self.groups + 1
        begin, after = self._state(inside | {group}), self._state(inside)
        self.free[state].append(_Step(begin))
        end = build(begin, inside | {group})
        self.free[end].append(_Step(after, leaves=group))
        return after

    def _look(self, negated: bool, av: Any, state: int, flags: int, inside: frozenset[int]) -> int:
        """What is looked at beside the way, and what that asks of the characters on it."""
        direction, body = av
        if direction > 0:
            self.groups += 1
            within = inside | {self.groups}
            begin = self._state(within)
            self.free[state].append(_Step(begin))
            self.looked.append(self._sequence(body, begin, flags, within))
        which, ends, whole = self._edge(body, flags, last=direction < 0)
        if not whole:
            state = self._asked(state, ("unknown", state), inside)
        if not which or (negated and (ends or not whole)):
            return state
        side = ("after or end" if ends else "after") if direction > 0 else "before"
        return self._asked(state, (f"not {side}" if negated else side, which), inside)

    def _edge(self, body: Any, flags: int, *, last: bool) -> tuple[int, bool, bool]:
        """What is looked at: the classes of its first or last character, whether it may be an end, whether that is all."""
        which, ends, whole = 0, False, True
        for option in _options(body):
            inner, inner_flags = _opened(option, flags)
            op, av = inner[-1 if last else 0] if inner else (None, None)
            if op is c.AT and av in (c.AT_END, c.AT_END_STRING) and len(inner) == 1 and not flags & _LINES:
                ends = True
            elif op in _LEAVES:
                which |= self._leaf(op, av, inner_flags)
                whole = whole and len(inner) == 1
            else:
                return 0, False, False
        return which, ends, whole

    # Without the steps that read nothing

    def _ways(self, state: int, goals: dict[int, int]) -> Iterator[Way]:
        """Every way from a state to a place, each by its own steps."""
        waiting = [Way(state, (), frozenset(), bounded=False, path=(state,))]
        found = 0
        while waiting:
            here = waiting.pop()
            if here.to in self.out or here.to in goals:
                found += 1
                if found > MOST_WAYS:
                    raise ValueError("too many ways to go on without reading anything")
                yield replace(here, to=goals.get(here.to, here.to))
            if here.to not in self.out:
                waiting += [_with(here, step) for step in self.free[here.to] if step.to not in here.path]


def _with(way: Way, step: _Step) -> Way:
    return Way(
        step.to,
        (*way.asks, step.ask) if step.ask else way.asks,
        way.leaves | {step.leaves} if step.leaves else way.leaves,
        way.bounded or step.bounded,
        (*way.path, step.to),
    )


_LEAVES = frozenset({c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN})


def _inner(op: Any, av: Any, flags: int) -> Iterator[tuple[Any, int]]:
    if op is c.BRANCH:
        yield from ((option, flags) for option in av[1])
    elif op is c.SUBPATTERN:
        yield av[3], (flags | av[1]) & ~av[2]
    elif op is c.ATOMIC_GROUP:
        yield av, flags
    elif op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        yield av[2], flags
    elif op in (c.ASSERT, c.ASSERT_NOT):
        yield av[1], flags


def _named(op: Any, av: Any) -> Iterator[str]:
    """The characters that a leaf names, in both cases, and the ones beside a range."""
    if op is c.IN:
        for inner_op, inner in av:
            yield from _named(inner_op, inner)
    elif op in (c.LITERAL, c.NOT_LITERAL, c.RANGE):
        codes = (av,) if op is not c.RANGE else (av[0] - 1, av[0], av[1], av[1] + 1)
        for code in codes:
            if 0 <= code < 0x110000:
                yield from (form for form in (chr(code), chr(code).lower(), chr(code).upper()) if len(form) == 1)


def _options(body: Any) -> list[list[tuple[Any, Any]]]:
    items = list(body)
    if len(items) == 1 and items[0][0] is c.BRANCH:
        return [list(option) for option in items[0][1][1]]
    return [items]


def _opened(items: list[tuple[Any, Any]], flags: int) -> tuple[list[tuple[Any, Any]], int]:
    """A group that is all there is, without its brackets."""
    while len(items) == 1 and items[0][0] is c.SUBPATTERN:
        _, more, fewer, inner = items[0][1]
        items, flags = list(inner), (flags | more) & ~fewer
    return items, flags
