"""Signs: phrases that say the same thing in every language, so that no language has to mean a kind.

The phrases stand in the files of `languages`, compiled once when the first letter is judged. A sentence is searched
for a pattern only when one of its words begins with one of the pattern's stems, which keeps reading fast and linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onward.notice.languages.load import load_languages

STEM = 5  # letters of a word that are looked up
KEPT = 40_000  # words whose stems are kept

# Their order is that of the model's weights: it changes only together with newly fitted ones.
NAMES: tuple[str, ...] = (
    "refused",  # you were not selected
    "others",  # somebody else was
    "filled",  # the job is taken, or there is none
    "paused",  # cancelled, on hold, no money
    "revoked",  # an offer is taken back
    "requirement",  # a licence, a degree, a score
    "relayed",  # the client told me
    "sorry",
    "luck",
    "on file",
    "if not",  # what would happen if
    "received",
    "reviewing",
    "will answer",
    "meet",
    "when",  # a day with a time
    "test",
    "time limit",
    "terms",  # of an offer
    "advice",
    "pitch",  # somebody offers jobs or help
    "listing",  # many jobs
    "job ad",  # parts of a job description
    "leave list",
    "code",
    "money",
    "elsewhere",  # flats, cards, schools, papers
    "survey",
    "quoting",
    "i apply",  # the person's own words
    "about work",
    "a no about work",  # a sign of a no and one of work in the same sentence
)
NO_PLACES = tuple(NAMES.index(name) for name in ("refused", "others", "filled", "paused", "revoked"))
ELSEWHERE, WORK, _TOGETHER = (NAMES.index(name) for name in ("elsewhere", "about work", "a no about work"))


@dataclass(frozen=True, slots=True)
class SignPattern:
    """One way to say something: the place of its name in `NAMES`, and the pattern."""

    place: int
    pattern: re.Pattern[str]


@cache
def _by_stem() -> dict[str, tuple[SignPattern, ...]]:
    """From a stem to the patterns worth trying."""
    table: dict[str, list[SignPattern]] = {}
    for sign in (sign for language in load_languages() for sign in language.signs):
        compiled = SignPattern(NAMES.index(sign.name), re.compile(sign.pattern))
        for stem in sign.stems:
            table.setdefault(stem, []).append(compiled)
    return {stem: tuple(signs) for stem, signs in table.items()}


class _Stems(dict[str, str]):
    """From a word to its stem where a sign may have it, worked out when it is first seen; "" where none has."""

    def __missing__(self, word: str) -> str:
        if len(self) > KEPT:
            self.clear()
        stem = word[:STEM]
        self[word] = found = stem if stem in _by_stem() else ""
        return found


_STEMS = _Stems()


def find_stems(words: Iterable[str]) -> list[str]:
    """The stems of a sentence's words that a sign may have, each once."""
    return list(dict.fromkeys(filter(None, map(_STEMS.__getitem__, words))))


@cache
def _places_by_stem() -> dict[str, frozenset[int]]:
    return {stem: frozenset(sign.place for sign in signs) for stem, signs in _by_stem().items()}


def list_possible(stems: Iterable[str]) -> frozenset[int]:
    """The signs that a sentence with these stems may have at most: `find_signs` finds no other."""
    places = frozenset[int]().union(*map(_places_by_stem().__getitem__, stems))
    return places | {_TOGETHER} if WORK in places and not places.isdisjoint(NO_PLACES) else places


def find_signs(text: str, start: int, end: int, stems: list[str]) -> dict[int, tuple[int, int]]:
    """The signs in one sentence of plain text with these stems: place in `NAMES` → where it stands."""
    if not stems:
        return {}
    table = _by_stem()
    found: dict[int, tuple[int, int]] = {}
    tried: set[int] = set()
    for stem in stems:
        for sign in table[stem]:
            if sign.place in found or id(sign) in tried:
                continue
            tried.add(id(sign))
            if match := sign.pattern.search(text, start, end):
                found[sign.place] = match.span()
    spoken = next((found[place] for place in NO_PLACES if place in found), None)
    if spoken and WORK in found:
        found[_TOGETHER] = spoken
    return found
