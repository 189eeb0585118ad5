"""How likely it is that a sentence of an ask hurts, and by what: learned by `benchmarks/fit_asks.py`.

A sentence counts by its words and letters, as every short text, and by what it speaks of: the concepts of its language
(`onward.ask.languages`), alone, in a row and in pairs. Concepts have the same names in all languages.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import combinations, pairwise
from math import sqrt
from zlib import crc32

from onward.ask.words import AskWords
from onward.maths.packing import Arrays, read_arrays
from onward.wording.sentences import cut_sentences
from onward.wording.span import straighten_quotes
from onward.wording.text_model import Scorer, list_places

WORDS = 1 << 17  # places for words and letters: with fewer, seven languages stand in one another's way
CONCEPTS = 1 << 14  # places for concepts, behind those for words
PLACES = WORDS + CONCEPTS
HURTS = "hurts"  # the name of the scorer that tells whether; the others tell by what
LEVELS = "levels"
LONGEST = 1000  # letters of a sentence
MOST_SENTENCES = 120  # of a message; one that goes on is too long in any case
_WEIGHT = 1.5  # how much the concepts of a sentence count beside its words
_TITLED = re.compile(
    r"\b(?:Mrs?|Ms|Dr|Herrn?|Frau|Madame|Monsieur|Mme|señora?|doña|don|[Ss]ignora?|[Dd]ottor(?:essa)?|mevrouw|meneer|"
    r"heer|[Ss]enhora?|[Dd]ona|seu|Sra?)\.? [A-ZÀ-Þ]"
)
_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]+")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence: `text[start:end]`, the log odds that it hurts, and by what if it does."""

    start: int
    end: int
    score: float
    kind: str


def judge_sentences(text: str, words: AskWords) -> tuple[Judged, ...]:
    """Every sentence of a message."""
    scorers = load_hurt_model()
    found = []
    for sentence, traits in list_traits(text, words):
        kinds = [(scorer.score(traits), kind) for kind, scorer in scorers.items() if kind != HURTS]
        found.append(Judged(sentence[0], sentence[1], scorers[HURTS].score(traits), max(kinds)[1]))
    return tuple(found)


def list_traits(text: str, words: AskWords) -> Iterator[tuple[tuple[int, int], dict[int, float]]]:
    """The places of each sentence of a message, and how much each counts."""
    sentences = cut_sentences(text)[:MOST_SENTENCES]
    for at, one in enumerate(sentences):
        ends = [*(["first"] if at == 0 and len(sentences) > 1 else ())]
        ends += ["last"] if 0 < at == len(sentences) - 1 else []
        yield (
            (one.start, one.end),
            list_places(one.text, WORDS) | _weigh_names([*ends, *list_concepts(one.text, words)]),
        )


def list_concepts(sentence: str, words: AskWords) -> list[str]:
    """What a sentence speaks of, in its order, with whether it asks and how long it is.

    >>> from onward.ask.words import load_ask_words
    >>> list_concepts("My lawyer", load_ask_words("en"))
    ['me', 'legal', 'long0']
    """
    smooth = straighten_quotes(sentence[:LONGEST])
    found = [(m.start(), name) for name, form in words.concepts.items() for m in form.finditer(smooth.lower())]
    found += [(m.start(), "titled") for m in _TITLED.finditer(smooth)]
    found += [(m.start(), "capital") for m in _CAPITAL.finditer(smooth) if words.code != "de"]
    found += [(m.start(), "number") for m in _NUMBER.finditer(smooth)]
    asks = ["asks"] if smooth.rstrip().endswith("?") else []
    return [*(name for _, name in sorted(found)), *asks, f"long{min(len(smooth.split()) // 5, 7)}"]


def _weigh_names(names: list[str]) -> dict[int, float]:
    alone = sorted(set(names))
    traits = {f"u {one}" for one in alone}
    traits |= {f"p {one} {two}" for one, two in combinations(alone, 2)}
    traits |= {f"b {one} {two}" for one, two in pairwise(names)}
    much, places = _WEIGHT / sqrt(len(traits)), dict[int, float]()
    for trait in sorted(traits):
        place = WORDS + crc32(trait.encode()) % CONCEPTS
        places[place] = places.get(place, 0.0) + much
    return places


@dataclass(frozen=True, slots=True)
class Levels:
    """From which log odds on a sentence is marked, is asked about, and is pointed at where it plays no part."""

    sure: float
    maybe: float
    look: float


def load_levels() -> Levels:
    """The levels that were set when it was learned."""
    return Levels(*map(float, _load_file()[LEVELS]))


@cache
def load_hurt_model() -> Mapping[str, Scorer]:
    """The scorers from their file: whether a sentence hurts, and one for each kind."""
    return read_scorers(_load_file())


@cache
def _load_file() -> Arrays:
    return read_arrays((resources.files("onward.ask") / "hurts.bin").read_bytes())


def read_scorers(told: Arrays) -> Mapping[str, Scorer]:
    """For every name an array of weights, and `name/scale` with a step and a bias."""
    names = [name for name in told if not name.endswith("/scale") and name != LEVELS]
    return {name: _read_scorer(told, name) for name in names}


def _read_scorer(told: Mapping[str, array[int] | array[float]], name: str) -> Scorer:
    step, bias = told[f"{name}/scale"]
    return Scorer(array("b", (int(one) for one in told[name])), float(step), float(bias))
