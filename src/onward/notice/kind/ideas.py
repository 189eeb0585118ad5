"""What words mean, whatever the language: “leider” and “sadly” are one idea, and so what is learned of one language is
known in all.

The words stand in the files of `languages`; ideas that follow one another in a sentence are numbers, as word sequences
are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from zlib import crc32

from onward.notice.languages.load import load_languages

# Numbers are made of their names: a table that is renamed means newly fitted weights.
TABLES: tuple[str, ...] = (
    "ideas.regret", "ideas.thanks", "ideas.wish", "ideas.not", "ideas.but", "ideas.if", "ideas.decide",
    "ideas.choose", "ideas.another", "ideas.candidate", "ideas.apply", "ideas.position", "ideas.occupation",
    "ideas.work", "ideas.hiring", "ideas.taken", "ideas.stopped", "ideas.goes_on", "ideas.consider", "ideas.fits",
    "ideas.more", "ideas.many", "ideas.refused", "ideas.worked_out", "ideas.close", "ideas.lack",
    "ideas.experience", "ideas.offer", "ideas.pay", "ideas.sign", "ideas.begin", "ideas.gladness", "ideas.invite",
    "ideas.day", "ideas.hour", "ideas.test", "ideas.link", "ideas.received", "ideas.will_answer", "ideas.keep",
    "ideas.future", "ideas.search", "ideas.advice", "ideas.board", "ideas.client", "ideas.inside", "ideas.family",
    "ideas.you", "ideas.we", "ideas.she", "ideas.profile", "ideas.list", "ideas.home", "ideas.money",
    "ideas.school", "ideas.stage", "ideas.sport", "ideas.club", "ideas.grant", "ideas.paper", "ideas.office",
    "ideas.love", "ideas.goods", "ideas.readers", "ideas.care", "ideas.code", "ideas.score", "ideas.status",
    "ideas.question", "ideas.praise",
)  # fmt: skip
SHORTEST = 2  # letters that many words may begin or end with
KEPT = 12_000  # words whose ideas are kept
_SECOND, _THIRD, _APART = 2_246_822_519, 2_654_435_761, 0x27D4EB2F  # odd, and unlike those of words
_BITS = 0xFFFF_FFFF
_MARK = 0x165667B1  # keeps ideas apart from words


def fold_accents(word: str) -> str:
    """A word without its accents.

    >>> fold_accents("décidé")
    'decide'
    """
    if word.isascii():
        return word
    return "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))


class IdeaTable(dict[str, tuple[int, ...]]):
    """Of one language: from a word to its ideas, worked out when it is first seen.

    A word has none, one, or those of its parts (“n’avons”).
    """

    def __init__(self) -> None:
        super().__init__()
        self._whole: dict[str, int] = {}
        self._begins: dict[str, int] = {}
        self._ends: dict[str, int] = {}

    def add(self, word: str, idea: int) -> None:
        """The first table that has a word keeps it."""
        folded = fold_accents(word)
        if folded.endswith("*"):
            self._begins.setdefault(folded[:-1], idea)
        elif folded.startswith("*"):
            self._ends.setdefault(folded[1:], idea)
        else:
            self._whole.setdefault(folded, idea)

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > KEPT:
            self.clear()
        folded = fold_accents(word)
        one = self._find_idea(folded)
        parts = folded.split("'") if one is None and "'" in folded else ()
        found = [one] if one is not None else [self._find_idea(part) for part in parts]
        self[word] = ideas = tuple(idea for idea in found if idea is not None)
        return ideas

    def _find_idea(self, word: str) -> int | None:
        if word in self._whole:
            return self._whole[word]
        for size in range(len(word), SHORTEST - 1, -1):
            if (idea := self._begins.get(word[:size], self._ends.get(word[-size:]))) is not None:
                return idea
        return None


@cache
def _list_tables() -> dict[str | None, IdeaTable]:
    """A table for each language, and one of all for a text whose language can't be told."""
    tables: dict[str | None, IdeaTable] = {None: IdeaTable()}
    for language in load_languages():
        own = tables[language.code] = IdeaTable()
        for name in TABLES:
            for word in language.tables[name]:
                own.add(word, crc32(name.encode()) ^ _MARK)
                tables[None].add(word, crc32(name.encode()) ^ _MARK)
    return tables


def find_ideas(words: Iterable[str], language: str | None) -> list[int]:
    """The ideas of a sentence in order, none twice in a row; none at all in a language that was not learned."""
    table = _list_tables().get(language)
    if table is None:
        return []
    found: list[int] = []
    last = 0
    for ideas in map(table.__getitem__, words):
        for idea in ideas:
            if idea != last:
                found.append(idea)
                last = idea
    return found


def join_ideas(ideas: list[int]) -> list[int]:
    """Each idea, each two and three in a row, and each two with one between, as numbers of 32 bits."""
    twos = [(one * _SECOND & _BITS) ^ other for one, other in pairwise(ideas)]
    return [
        *ideas,
        *twos,
        *((two * _THIRD & _BITS) ^ three for two, three in zip(twos, ideas[2:])),  # noqa: B905  # one fewer
        *((one * _THIRD & _BITS) ^ three ^ _APART for one, three in zip(ideas, ideas[2:])),  # noqa: B905
    ]
