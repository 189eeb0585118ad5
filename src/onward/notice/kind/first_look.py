"""A first look at a letter: whether its words alone leave no room for anything but other mail, whatever its signs are.

For each kind it bounds from above by how much the whole look can find it likelier than other mail: what needs no sign
is added up exactly; a sign that a sentence may have counts where it speaks for the kind, not where it speaks against.
All of it is computed from the weights, so it holds for any. It is no guess: where the bound leaves no room, the whole
look can't say otherwise; where it leaves some, the whole look is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp, inf, sqrt

from onward.facts import LetterKind
from onward.notice.kind.signs import NAMES, WORK, list_possible
from onward.notice.kind.traits import Glance
from onward.notice.kind.weights import (
    COUNTED,
    KINDS,
    MOST,
    USUAL,
    WIDTH,
    Matrix,
    Numbers,
    WeighedWords,
    Weights,
    add,
    count_thin,
    to_odds,
)

_OTHER, _NO = KINDS.index(LetterKind.OTHER), KINDS.index(LetterKind.REJECTION)
_SLACK = 1e-6  # for the order in which numbers are added up, which differs from the whole look's
_LEAST = -MOST / 2  # of what is summed up of a sentence
_KEPT = 4_000  # sets of signs whose leanings are kept


@dataclass(frozen=True, slots=True)
class Leaning:
    """Weights less those of other mail: a row for each sign of a sentence, and for each number of the summary."""

    signs: Matrix
    dense: Matrix
    _by_places: dict[frozenset[int], Numbers] = field(default_factory=dict)

    def add_up(self, places: frozenset[int]) -> Numbers:
        """The most that any of these signs can add for each kind."""
        if len(self._by_places) > _KEPT:
            self._by_places.clear()
        found = self._by_places.get(places)
        if found is None:
            found = [sum(max(self.signs[place][kind], 0.0) for place in places) for kind in range(WIDTH)]
            self._by_places[places] = found
        return found


@lru_cache(4)
def _lean(weights: Weights) -> Leaning:
    return Leaning(_against_other(weights.sentence_signs), _against_other(weights.dense))


def _against_other(rows: Matrix) -> Matrix:
    return [[one - row[_OTHER] for one in row] for row in rows]


def bound_other(weights: Weights, glance: Glance, words: WeighedWords) -> float | None:
    """The least chance of other mail that the whole look can come to, where it then is sure; None where it may not be.

    Of a letter in a language that was learned. `words` are what its words add up to.
    """
    room = bound_odds(weights, glance, words)
    chance = 1 / sum(exp(min(one + _SLACK, 700.0)) for one in room)
    no = exp(min(room[_NO] + _SLACK, 700.0))
    is_sure = chance > max(0.5, weights.sure[_OTHER]) and no / (1 + no) < weights.wary
    return chance if is_sure else None


def bound_odds(weights: Weights, glance: Glance, words: WeighedWords) -> Numbers:
    """Of each kind, at most the logarithm of its chance over that of other mail. Of other mail itself it is 0."""
    lean = _lean(weights)
    possible = [list_possible(candidates) for candidates in glance.candidates]
    room = _against_other([words.told])[0]
    for row, (low, high) in zip(lean.dense, _bound_summary(lean, glance, words, possible), strict=True):
        if low == high:
            room = add(room, row, high) if high else room
        else:
            room = [one + max(times * low, times * high) for one, times in zip(room, row)]  # noqa: B905  # runs often
    for look in words.looks:
        room = [one + other - look[_OTHER] for one, other in zip(room, look, strict=True)]
    return [one / (len(words.looks) + 1) / weights.heat for one in room]


def _bound_summary(
    lean: Leaning, glance: Glance, words: WeighedWords, possible: list[frozenset[int]]
) -> list[tuple[float, float]]:
    """Between what each number lies that `summarize_sentences` sums up."""
    best, second = _bound_sentences(lean, words, possible)
    said = glance.bare.said
    less, counts = min(1.0, USUAL / max(len(said), 1)), Counter(place for places in possible for place in places)
    signs = [(0.0, sqrt(min(counts[place], COUNTED) * less) if place in counts else 0.0) for place in range(len(NAMES))]
    whole = [(one, one) for one in glance.bare.whole]
    thin = (count_thin(len(said), counts[WORK]), count_thin(len(said), 0))
    return [*best, *second, *signs, *whole, thin]


def _bound_sentences(
    lean: Leaning, words: WeighedWords, possible: Iterable[frozenset[int]]
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """The strongest and the second strongest sentence for each kind."""
    rows = [
        [one - alone[_OTHER] + more for one, more in zip(alone, lean.add_up(places))]  # noqa: B905  # runs often
        for alone, places in zip(words.alone, possible, strict=True)
    ]
    best, second = [], []
    for kind, column in enumerate(zip(*rows, strict=True)):
        ranked = sorted(column)[-2:] if kind != _OTHER else [inf]
        best.append((_LEAST, _to_half_odds(ranked[-1])))
        second.append((_LEAST, _to_half_odds(ranked[0])))
    return best, second


def _to_half_odds(lead: float) -> float:
    """What the summary has at most of a sentence in which a kind leads other mail by that much."""
    return to_odds(1 / (1 + exp(min(-lead, 700.0)))) / 2
