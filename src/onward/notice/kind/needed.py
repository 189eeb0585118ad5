"""What a text must hold for a pattern to match in it: pieces that stand in the pattern as they are.

“will (?:be in touch|contact)” needs “will ”, and “be in touch” or “contact”. To look for these costs a tenth of one.
The pattern is read as Python's own reader takes it apart; where that isn't to be had, nothing is known to be needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

Needed = tuple[str, ...]  # one of these pieces at least

SHORTEST = 3  # letters of a piece worth looking for
MOST_PIECES, MOST_NEEDED = 24, 2  # more would cost as much as the search


def list_needed(pattern: re.Pattern[str]) -> tuple[Needed, ...]:
    """Of each of these a text must hold a piece. Empty when nothing is known.

    >>> list_needed(re.compile(r"will (?:be in touch|contact)"))
    (('will ',), ('be in touch', 'contact'))
    """
    if pattern.flags & re.IGNORECASE:
        return ()
    try:
        parsed = import_module("re._parser").parse(pattern.pattern)
    except (ImportError, AttributeError):
        return ()
    found = [one for one in _read(parsed) if one and min(map(len, one)) >= SHORTEST and len(one) <= MOST_PIECES]
    return tuple(sorted(found, key=lambda one: (len(one), -min(map(len, one))))[:MOST_NEEDED])


def is_possible(text: str, needed: Iterable[Needed]) -> bool:
    """Whether a text holds what is needed."""
    for pieces in needed:
        for piece in pieces:  # plain loops: this runs often
            if piece in text:
                break
        else:
            return False
    return True


def _read(items: Iterable[tuple[Any, Any]]) -> list[Needed]:
    """What each part of a sequence needs; letters that follow one another are one piece."""
    found: list[Needed] = []
    run = ""
    for kind, what in items:
        if str(kind) == "LITERAL":
            run += chr(what)
            continue
        if run:
            found.append((run,))
        run = ""
        found += _read_part(str(kind), what)
    return [*found, (run,)] if run else found


def _read_part(kind: str, what: Any) -> list[Needed]:
    if kind == "SUBPATTERN":
        _, added, taken, inside = what
        return [] if added or taken else _read(inside)
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inside = what
        return _read(inside) if least else []
    if kind == "ATOMIC_GROUP":
        return _read(what)
    return _read_choice(what[1]) if kind == "BRANCH" else []


def _read_choice(branches: Sequence[Any]) -> list[Needed]:
    """A piece of one of the branches: of each the best that it needs, and nothing where one of them needs nothing."""
    best = [max(_read(branch), key=lambda one: min(map(len, one)), default=()) for branch in branches]
    return [tuple(dict.fromkeys(piece for one in best for piece in one))] if all(best) else []
