"""What the words of a sentence mean, where harm may be meant: ideas that are the same in seven languages.

What is learned from a sentence in one language then holds in the others. The words are in `crisis_words.toml`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from onward.wording.span import straighten_quotes

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt")
_COMMON = "common"
_GAP = 4  # a word joined by “~” stands at most this far behind the one before
_FEW = 14  # words: a sentence this short is also told by what its rarer words belong to
_LONGEST = 30  # letters of a word that are looked at
_WORD = re.compile(r"[^\W\d_]+'?|\d+")
_PIECE = re.compile(r"([+~]?)([^+~]+)")
_WANTED = re.compile(r"[^\W\d_]+'?\*?|\d+")

Joined = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language: whole words, beginnings of words, what only several words together mean, and common words."""

    whole: dict[str, tuple[str, ...]]
    begins: dict[str, tuple[str, ...]]
    joined: dict[str, tuple[tuple[str, Joined], ...]]
    common: frozenset[str]


def fold(text: str) -> str:
    """Small letters without accents, so that what was typed on a phone is found."""
    plain = unicodedata.normalize("NFKD", straighten_quotes(text).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def list_words(folded: str) -> list[str]:
    """The words of a folded text; what an apostrophe or a hyphen joins stands apart."""
    return [word[:_LONGEST] for word in _WORD.findall(folded)]


def guess_languages(words: Sequence[str]) -> tuple[str, ...]:
    """The language most of these words belong to; several where they tie, all where nothing tells."""
    known = _load_vocabularies()
    counts = {name: 2 * sum(word in voc.common for word in words) for name, voc in known.items()}
    if len(words) <= _FEW:
        counts = {name: count + len({at for at, _ in _find_in_language(words, name)}) for name, count in counts.items()}
    most = max(counts.values())
    return tuple(name for name, count in counts.items() if count == most)


def find_ideas(words: Sequence[str], languages: Sequence[str]) -> list[tuple[int, str]]:
    """Which ideas stand at which word, in order.

    >>> [idea for _, idea in find_ideas(["ich", "will", "sterben"], ["de"])]
    ['i', 'want', 'die']
    """
    return sorted({found for name in languages for found in _find_in_language(words, name)})


def _find_in_language(words: Sequence[str], language: str) -> Iterator[tuple[int, str]]:
    for at, word in enumerate(words):
        ideas, joined = _look_up(word, language)
        yield from ((at, idea) for idea in ideas)
        yield from ((at, idea) for idea, rest in joined if _do_follow(words, at, rest))


@lru_cache(1 << 14)  # most of what anybody writes is the same few thousand words
def _look_up(word: str, language: str) -> tuple[tuple[str, ...], tuple[tuple[str, Joined], ...]]:
    """The ideas that a word has by itself, and those it has where others follow it."""
    voc = _load_vocabularies()[language]
    begun = [word[:size] for size in range(2, len(word) + 1)]
    ideas = [*voc.whole.get(word, ()), *(idea for start in begun for idea in voc.begins.get(start, ()))]
    starts = (word, *(f"{start}*" for start in begun))
    return tuple(ideas), tuple(one for start in starts for one in voc.joined.get(start, ()))


def _do_follow(words: Sequence[str], at: int, rest: Joined) -> bool:
    for wanted, gap in rest:
        near = range(at + 1, min(at + 1 + gap, len(words)))
        at = next((there for there in near if _is_wanted(words[there], wanted)), -1)
        if at < 0:
            return False
    return True


def _is_wanted(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


@cache
def _load_vocabularies() -> dict[str, Vocabulary]:
    told = tomllib.loads((files("onward.wording") / "crisis_words.toml").read_text("utf-8"))
    return {name: _read_vocabulary({idea: some.get(name, "") for idea, some in told.items()}) for name in LANGUAGES}


def _read_vocabulary(told: dict[str, str]) -> Vocabulary:
    whole: dict[str, tuple[str, ...]] = {}
    begins: dict[str, tuple[str, ...]] = {}
    joined: dict[str, tuple[tuple[str, Joined], ...]] = {}
    for idea, entry in ((idea, entry) for idea, some in told.items() if idea != _COMMON for entry in some.split()):
        (first, _), *rest = _split_entry(entry)
        if rest:
            joined[first] = (*joined.get(first, ()), (idea, tuple(rest)))
        elif first.endswith("*"):
            begins[first[:-1]] = (*begins.get(first[:-1], ()), idea)
        else:
            whole[first] = (*whole.get(first, ()), idea)
    return Vocabulary(whole, begins, joined, frozenset(list_words(fold(told[_COMMON]))))


def _split_entry(entry: str) -> list[tuple[str, int]]:
    """“bring*~mich+um” as its words, each with how far it may stand behind the one before."""
    return [
        (word, _GAP if join == "~" and not nth else 1)
        for join, piece in _PIECE.findall(fold(entry))
        for nth, word in enumerate(_WANTED.findall(piece))
    ]
