"""A small model of short texts: how likely it is that somebody means this or that by what they wrote.

One logistic regression for each label, over the words, pairs of words, stems and letters in a row of a text, hashed
into a table of whole numbers of eight bits. Learned by `benchmarks/fit_text.py`; exact, and the same on every machine.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp, sqrt
from zlib import crc32

from onward.maths.packing import read_arrays
from onward.wording.span import straighten_quotes

BUCKETS = 1 << 15  # places in the table; what falls on the same one is told apart by the rest of the text
STEM = 5  # letters
_LONGEST = 5  # letters in a row
_WORD = re.compile(r"[^\W_]+|[?!]")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Scorer:
    """What one label weighs: whole numbers, what a step is worth, and where it begins."""

    weights: array[int]
    step: float
    bias: float

    def score(self, places: dict[int, float]) -> float:
        """The log odds."""
        return self.bias + self.step * sum(self.weights[place] * much for place, much in places.items())


@dataclass(frozen=True, slots=True)
class TextModel:
    """A scorer for each label."""

    scorers: dict[str, Scorer]

    def chances(self, text: str) -> dict[str, float]:
        """The chance of each label, each for itself: they need not sum to one."""
        places = list_places(text)
        return {label: 1 / (1 + exp(-max(-30.0, scorer.score(places)))) for label, scorer in self.scorers.items()}


def load_text_model(raw: bytes) -> TextModel:
    """The model from its file: for every label an array of weights, and `label/scale` with a step and a bias."""
    told = read_arrays(raw)
    labels = [name for name in told if not name.endswith("/scale")]
    return TextModel({label: _load_scorer(told, label) for label in labels})


def _load_scorer(told: dict[str, array[int] | array[float]], label: str) -> Scorer:
    step, bias = told[f"{label}/scale"]
    weights = array("b", (int(one) for one in told[label]))
    return Scorer(weights, float(step), float(bias))


def list_places(text: str, size: int = BUCKETS) -> dict[int, float]:
    """Where a text counts in a table of this size and how much: words and letters the same, whatever its length."""
    words = [_DIGIT.sub("0", word) for word in _WORD.findall(straighten_quotes(text).lower())]
    said = {place % size for place in _hash_spoken(words)}
    spelled = {place % size for word in words for place in _place_letters(word)}
    places: dict[int, float] = {}
    for found in (said, spelled):
        much = 1 / sqrt(max(len(found), 1))
        for place in found:
            places[place] = places.get(place, 0.0) + much
    return places


def _hash_spoken(words: list[str]) -> Iterator[int]:
    """Every word, its stem, and every two and three stems in a row."""
    stems = ["<", *(word[:STEM] for word in words), ">"]
    yield from (_hash_place(f"w {word}") for word in words)
    yield from (_hash_place(f"s {one}") for one in stems)
    yield from (_hash_place(f"s {one} {two}") for one, two in pairwise(stems))
    yield from (
        _hash_place(f"s {one} {two} {three}") for one, two, three in zip(stems, stems[1:], stems[2:], strict=False)
    )


@lru_cache(1 << 14)
def _place_letters(word: str) -> tuple[int, ...]:
    """Three to five letters in a row of one word, its ends marked; a very long word counts with its beginning."""
    ended = f"_{word[:40]}_"
    return tuple(
        _hash_place(f"c {ended[at : at + size]}")
        for size in range(3, _LONGEST + 1)
        for at in range(len(ended) - size + 1)
    )


def _hash_place(seen: str) -> int:
    return crc32(seen.encode("utf-8", "surrogatepass"))
