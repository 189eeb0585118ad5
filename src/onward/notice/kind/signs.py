"""Signs: phrases that say the same thing in every language, so that no language has to mean a kind.

The phrases stand in the files of `languages`, compiled once when the first letter is judged. A sentence is searched
for a pattern only when one of its words begins with one of the pattern's stems and it holds the pieces that the pattern
can't match without, which keeps reading fast and linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain

from onward.notice.kind.needed import Needed, is_possible, list_needed
from onward.notice.languages.load import load_languages

STEM = 5  # letters of a word that are looked up
KEPT = 12_000  # words whose stems are kept

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


@dataclass(frozen=True, slots=True, eq=False)
class SignPattern:
    """One way to say something: the place of its name in `NAMES`, the pattern, and what a sentence must hold for it."""

    place: int
    pattern: re.Pattern[str]
    needed: tuple[Needed, ...]


@cache
def _by_stem() -> dict[str, tuple[SignPattern, ...]]:
    """From a stem to the patterns worth trying."""
    table: dict[str, list[SignPattern]] = {}
    for sign in (sign for language in load_languages() for sign in language.signs):
        pattern = re.compile(sign.pattern)
        compiled = SignPattern(NAMES.index(sign.name), pattern, list_needed(pattern))
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


def find_candidates(text: str, start: int, end: int, words: Iterable[str]) -> tuple[SignPattern, ...]:
    """The patterns worth trying in one sentence with these words: those with a stem of it that holds what they need."""
    stems = dict.fromkeys(filter(None, map(_STEMS.__getitem__, words)))
    if not stems:
        return ()
    table, sentence = _by_stem(), text[start:end]
    tried = dict.fromkeys(chain.from_iterable(map(table.__getitem__, stems)))
    return tuple(sign for sign in tried if is_possible(sentence, sign.needed))


def list_possible(candidates: Iterable[SignPattern]) -> frozenset[int]:
    """The signs that a sentence with these candidates may have at most: `find_signs` finds no other."""
    places = frozenset(sign.place for sign in candidates)
    return places | {_TOGETHER} if WORK in places and not places.isdisjoint(NO_PLACES) else places


def find_signs(text: str, start: int, end: int, candidates: Iterable[SignPattern]) -> dict[int, tuple[int, int]]:
    """The signs in one sentence of plain text: place in `NAMES` → where it stands."""
    found: dict[int, tuple[int, int]] = {}
    for sign in candidates:
        if sign.place not in found and (match := sign.pattern.search(text, start, end)):
            found[sign.place] = match.span()
    spoken = next((found[place] for place in NO_PLACES if place in found), None)
    if spoken and WORK in found:
        found[_TOGETHER] = spoken
    return found


def leaves_a_list(text: str) -> bool:
    """Whether a text says how to leave the list that it was sent to, as newsletters and alerts do.

    >>> leaves_a_list("Read more on the blog. Unsubscribe here.")
    True
    """
    return _compile_leave_list().search(text) is not None


@cache
def _compile_leave_list() -> re.Pattern[str]:
    ways = [sign.pattern for language in load_languages() for sign in language.signs if sign.name == "leave list"]
    return re.compile("|".join(ways), re.IGNORECASE)
