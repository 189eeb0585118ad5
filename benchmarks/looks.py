"""Letters as rows of numbers to learn from: every word sequence, every sentence once, and which letter has which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from random import Random

import numpy as np
from benchmarks.corpus import Example
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from onward.facts import LetterKind
from onward.notice.kind.pieces import PLACES, list_pieces
from onward.notice.kind.sentences import fold_sentence
from onward.notice.kind.signs import ELSEWHERE, NAMES, NO_PLACES, WORK
from onward.notice.kind.traits import SentenceTraits, Traits
from onward.notice.kind.weights import COUNTED, FEWEST, KINDS, MOST, SPARE, UNKNOWN, USUAL

SENTENCES = 14  # of one letter, that the sentence model learns from
COMPOSED = "sentences"  # the group of letters that are made of them
CHATTER = 300  # letters that say nothing, in each language
MADE_UP = 0.35  # of their words
EVEN = 1.5  # times its share of all letters: a word that is no oftener in any kind is an everyday word
EVEN_ALL = 1.1  # the same for all kinds about a job together
SCARCE = 0.75  # of the letters of a language are about a job
OTHER = KINDS.index(LetterKind.OTHER)
_WORDS = re.compile(r"[^\W\d_]+")

Array = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which an example is seen."""

    example: Example
    seen: Traits
    weight: float


def looks(examples: Sequence[Example]) -> list[Look]:
    """Every example in all its variants, which share its weight."""
    found = []
    for example in [*examples, *_chatter(examples)]:
        seen = list(example.variants())
        found += [Look(example, one, example.weight / len(seen)) for one in seen]
    return found


def _chatter(examples: Sequence[Example]) -> list[Example]:
    """Letters that say nothing, in every language: everyday words as they follow one another, among made-up ones. They
    teach that no evidence is `other`, and that no language means a kind. Only our own letters lend their words: the
    real ones are left out in turn.
    """
    ours = [example for example in examples if not example.real and example.group != COMPOSED]
    languages = sorted({example.language for example in ours})
    inside = {name: [example for example in ours if example.language == name] for name in languages}
    return [one for name, some in inside.items() for one in _chatter_in(name, some, min(len(some), CHATTER))]


def _chatter_in(language: str, examples: Sequence[Example], count: int) -> list[Example]:
    chance = Random(f"chatter {language}")
    follows = _successions(examples)
    words = sorted(follows)
    found = []
    for number in range(count if words else 0):
        made = ["".join(chance.choices("abcdeghilmnoprstu", k=chance.randint(4, 9))) for _ in range(40)]
        said, word = [], chance.choice(words)
        for _ in range(int(8 * 60 ** chance.random())):
            said.append(chance.choice(made) if chance.random() < MADE_UP else word)
            word = chance.choice(follows.get(word) or words)
        body = " ".join(word + (". " if chance.random() < 0.08 else "") for word in said)
        found.append(Example(f"chatter-{language}-{number}", OTHER, "chatter", language, True, 0.5, "", body, "", None))
    return found


def _successions(examples: Sequence[Example]) -> dict[str, list[str]]:
    """What follows each everyday word: one that stands in many letters, and not much oftener in those of any one kind.

    Where a language has little everyday mail, a word need only be no oftener in letters about a job than others are.
    """
    texts = [_WORDS.findall(fold_sentence(example.body)) for example in examples]
    often = Counter(word for said in texts for word in set(said))
    kinds = Counter(example.kind for example in examples if example.kind != OTHER)
    loud = {kind: Counter[str]() for kind in kinds}
    for said, example in zip(texts, examples, strict=True):
        if example.kind != OTHER:
            loud[example.kind].update(set(said))
    least = max(3.0, len(texts) / 100)
    even = {kind: EVEN * count / len(texts) for kind, count in kinds.items()}
    answers = sum(kinds.values()) / len(texts)
    scarce = answers > SCARCE
    quiet = {
        word
        for word, times in often.items()
        if times >= least
        and sum(loud[kind][word] for kind in kinds) <= EVEN_ALL * answers * times
        and (scarce or all(loud[kind][word] <= even[kind] * times + 1 for kind in kinds))
    }
    follows: dict[str, list[str]] = {word: [] for word in sorted(quiet)}
    for said in texts:
        for word, after in pairwise(said):
            if word in quiet and after in quiet:
                follows[word].append(after)
    return follows


def _taught(look: Look) -> list[int]:
    """The sentences to learn from. That a flat or a loan was refused is for the letter's model to see, not a sentence's."""
    first = look.seen.said[:SENTENCES]
    speaks_of = {sign for said in look.seen.said for sign in said.signs}
    if look.example.kind != OTHER or (look.example.real and ELSEWHERE not in speaks_of):
        return list(range(len(first)))
    return [place for place, said in enumerate(first) if not said.signs.keys() & set(NO_PLACES)]


def _rows(values: Sequence[float] | Array, lists: Sequence[Sequence[int]], width: int) -> csr_matrix:
    """A row for each list of columns; what stands twice is added up."""
    sizes = np.array([len(one) for one in lists], dtype=np.intp)
    flat = np.fromiter(chain.from_iterable(lists), dtype=np.intp, count=int(sizes.sum()))
    rows = np.repeat(np.arange(len(lists)), sizes)
    return csr_matrix((np.asarray(values)[rows], (rows, flat)), shape=(len(lists), width))


def _square_rarity(often: Array, count: int) -> Array:
    """In the steps in which it is kept."""
    raw = (1 + np.log((1 + count) / (1 + often))) ** 2
    step = raw.max() / 127
    return np.asarray(np.maximum(np.round(raw / step), 1) * step)


class Letters:
    """All looks of a run. Sentences that several letters share are kept once."""

    def __init__(self, seen: Sequence[Look]) -> None:
        self.looks = seen
        self.kinds: Places = np.array([look.example.kind for look in seen], dtype=np.intp)
        self.weight: Array = np.array([look.weight for look in seen])
        self.languages: Places = np.unique([look.example.language for look in seen], return_inverse=True)[1]
        self.composed: NDArray[np.bool_] = np.array([look.example.group == COMPOSED for look in seen])
        self.groups = [look.example.scenario or look.example.key for look in seen]
        numbers: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = {}
        self._said: list[list[int]] = []
        unique: list[SentenceTraits] = []
        for look in seen:
            own = []
            for said in look.seen.said:
                name = tuple(said.grams), tuple(sorted(said.signs))
                if name not in numbers:
                    numbers[name] = len(unique)
                    unique.append(said)
                own.append(numbers[name])
            self._said.append(own)
        self._taught = [_taught(look) for look in seen]
        flat = np.fromiter(chain.from_iterable(one.grams for one in unique), dtype=np.uint32)
        self.names, of = np.unique(flat, return_inverse=True)
        sizes = np.array([len(one.grams) for one in unique])
        ends = np.cumsum(sizes)
        self._grams = [of[end - size : end] for end, size in zip(ends, sizes, strict=True)]
        self._counts = _rows(1 / np.sqrt(np.maximum(sizes, FEWEST)), self._grams, len(self.names))
        self._signs = _rows(np.ones(len(unique)), [sorted(one.signs) for one in unique], len(NAMES))

    @cached_property
    def _has(self) -> csr_matrix:
        """Which letter has which sequence, each once."""
        lists = [
            np.unique(np.concatenate([self._grams[one] for one in own])) if own else np.zeros(0, np.intp)
            for own in self._said
        ]
        return _rows(np.ones(len(lists)), lists, len(self.names))

    @cached_property
    def _spelled(self) -> csr_matrix:
        """How often each letter has each piece of a word, each word once."""
        number: dict[str, int] = {}
        has = [[number.setdefault(word, len(number)) for word in sorted(look.seen.words)] for look in self.looks]
        words = _rows(np.ones(len(has)), has, len(number))
        pieces = [list_pieces(word) for word in number]
        return csr_matrix(words @ _rows(np.ones(len(pieces)), pieces, PLACES))

    def pieces_rarity(self, chosen: Places) -> Array:
        """The square of how rare each piece is among the letters; zero for one that none has."""
        often = np.asarray((self._spelled[chosen] > 0).sum(axis=0)).ravel()
        return np.where(often > 0, _square_rarity(often, len(chosen)), 0.0)

    def pieces_rows(self, rarity: Array) -> csr_matrix:
        """A row for each letter: the pieces of its words, rare ones counting more, all of a letter's together one long."""
        size = np.sqrt(np.maximum(self._spelled @ rarity, 1.0))
        return csr_matrix(self._spelled.multiply(np.sqrt(rarity)[None, :]).multiply(1 / size[:, None]))

    def taught(self, chosen: Places) -> tuple[Places, Places]:
        """Letter and sentence, for every sentence that the chosen letters teach."""
        owner = [i for i in chosen for _ in self._taught[i]]
        sentence = [self._said[i][place] for i in chosen for place in self._taught[i]]
        return np.array(owner, dtype=np.intp), np.array(sentence, dtype=np.intp)

    def vocabulary(self, chosen: Places, most: int, least: int) -> Places:
        """The sequences that tell kinds apart best, among those that several letters share, by their place in `names`.

        What is expected of a sequence is what is expected of its language: “der” is no sign of a no because most of our
        German letters are one.
        """
        groups = np.unique([self.groups[i] for i in chosen], return_inverse=True)[1]
        first = np.zeros(groups.max() + 1, dtype=np.intp)
        first[groups[::-1]] = chosen[::-1]
        joined = csr_matrix((np.ones(len(chosen)), (groups, np.arange(len(chosen)))))
        told = (joined @ self._has[chosen]).tocsr()
        told.data[:] = 1
        kinds = np.eye(len(KINDS))[self.kinds[first]]
        counts, expected = np.asarray(told.T @ kinds), np.zeros((told.shape[1], len(KINDS)))
        for language in np.unique(self.languages):
            inside = self.languages[first] == language
            if inside.any():
                often = np.asarray(told[inside].sum(axis=0)).ravel()
                expected += often[:, None] * kinds[inside].mean(axis=0)
        often = counts.sum(axis=1)
        chi = ((counts - expected) ** 2 / np.maximum(expected, 1e-9)).sum(axis=1)
        chi[often < least] = -1
        best = np.argsort(-chi, kind="stable")[:most]
        return np.sort(best[chi[best] >= 0])

    def sentence_rows(self, table: Places, signs: float) -> csr_matrix:
        """A row for each sentence: its known sequences, then its signs."""
        return hstack([self._counts[:, table], signs * self._signs]).tocsr()

    def letter_rows(self, table: Places) -> csr_matrix:
        """A row for each letter: its known sequences, each once, all of a letter's together one long."""
        return self._normed(self._has[:, table].tocsr(), np.ones(len(table)), 0.0)

    def head_rows(self, table: Places, rarity: Array) -> csr_matrix:
        """The same, rare sequences counting more."""
        return self._normed(self._has[:, table].tocsr(), rarity, UNKNOWN)

    def _normed(self, has: csr_matrix, squares: Array, unknown: float) -> csr_matrix:
        missing = np.asarray(self._has.sum(axis=1) - has.sum(axis=1)).ravel()
        size = np.sqrt(np.maximum(has @ squares + unknown * missing, 1.0))
        scaled = has.multiply(np.sqrt(squares)[None, :]).multiply(1 / size[:, None])
        return csr_matrix(scaled)

    def rarity(self, table: Places, chosen: Places) -> Array:
        """The square of how rare each sequence is among the letters, in the steps in which it is kept."""
        often = np.asarray(self._has[chosen][:, table].sum(axis=0)).ravel()
        return _square_rarity(often, len(chosen))

    @property
    def summary_size(self) -> int:
        """How many numbers sum a letter up."""
        return 2 * len(KINDS) + len(NAMES) + len(self.looks[0].seen.whole) + 1

    def summarize(self, odds: Array, chosen: Places) -> Array:
        """`summarize_odds` for many letters, from the odds of every sentence."""
        return np.array([self._summary(odds, i) for i in chosen])

    def _summary(self, odds: Array, number: int) -> Array:
        own, whole = self._said[number], self.looks[number].seen.whole
        ranked = np.sort(odds[own], axis=0) if own else np.full((1, len(KINDS)), -MOST / 2)
        counts = np.asarray(self._signs[own].sum(axis=0)).ravel() if own else np.zeros(len(NAMES))
        signs = np.sqrt(np.minimum(counts, COUNTED) * min(1.0, USUAL / max(len(own), 1)))
        thin = np.log1p(max(0.0, len(own) - SPARE * (1 + counts[WORK]))) / 2
        return np.concatenate((ranked[-1] / 2, ranked[-min(2, len(ranked))] / 2, signs, whole, [thin]))
