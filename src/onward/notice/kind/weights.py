"""The model: learned weights, and how they score what is seen of a letter. Trained by `benchmarks/train.py`.

Three looks at a letter, averaged: sentence by sentence, all its word sequences at once, and its words by the pieces
that they are spelled with. A weight is a whole number of
eight bits; the weights of one sequence for all kinds lie side by side in one large number, so that a letter's evidence
is one sum of such numbers. It is exact, and the same on every machine.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from importlib.resources import files
from itertools import chain
from math import exp, log, log1p, sqrt
from struct import Struct

from onward.facts import LetterKind
from onward.maths.packing import read_arrays
from onward.notice.kind.pieces import Pieces
from onward.notice.kind.signs import NAMES, WORK
from onward.notice.kind.traits import Traits

KINDS: tuple[LetterKind, ...] = tuple(LetterKind)
WIDTH = len(KINDS)
COUNTED = 4  # how often a sign counts in a letter
USUAL = 12  # sentences; in a longer letter each sign says less, for it may stand there by chance
SPARE = 12  # sentences that each one about work accounts for
MOST = 5.0  # of the log odds of one sentence: no sentence alone proves or forbids a kind
UNKNOWN = 25.0  # what a sequence that was not learned counts in the second look, as if it were that rare
FEWEST = 6  # sequences; a shorter sentence counts as one of so many
KNOWN = 0.25  # of the word sequences of a text in a language that was learned
LONGEST_WORD = 40  # signs; what is longer is an address, code or noise
LEAST = -5.0  # of the logarithm of a chance in the third look: noise between the words can’t rule out a kind
_LANE = 4  # bytes of one weight in a row: sums of thousands stay apart
_MIDDLE = 128  # added to each weight, so that a row has no negative part

Numbers = list[float]
Matrix = list[Numbers]  # a row for what is seen, a column a kind


@dataclass(frozen=True, slots=True)
class Rows:
    """For every known word sequence its weights as one number, and what a step is worth in each column."""

    of: dict[int, int]
    scale: Numbers
    lanes: Struct

    def add_up(self, grams: Iterable[int]) -> tuple[Numbers, int]:
        """The sums of the weights of these sequences, column by column, and how many of them are known."""
        known = filter(None, map(self.of.get, grams))  # a row counts itself, so none is 0
        return _take_apart(sum(known), self.lanes, self.scale)


def _take_apart(total: int, lanes: Struct, scale: Numbers) -> tuple[Numbers, int]:
    """The sums of each column in one large number, and how many rows it was added up from."""
    count, *sums = lanes.unpack(total.to_bytes(lanes.size, "little"))
    less = _MIDDLE * count
    return [(one - less) * step for one, step in zip(sums, scale)], count  # noqa: B905  # runs often


def pack_rows(table: Iterable[int], small: bytes, scale: Numbers) -> Rows:
    """Rows from weights that stand row by row, as many to a row as there are scales."""
    wide, lanes = _widen_rows(small, len(scale))
    rows = (int.from_bytes(wide[at : at + lanes.size], "little") for at in range(0, len(wide), lanes.size))
    return Rows(dict(zip(table, rows, strict=True)), scale, lanes)


def _widen_rows(small: bytes, width: int) -> tuple[bytearray, Struct]:
    """The rows with room for sums, and their shape. The first lane counts."""
    lanes = Struct(f"<{width + 1}I")
    wide = bytearray(len(small) // width * lanes.size)
    wide[:: lanes.size] = b"\1" * (len(small) // width)
    shifted = small.translate(_SHIFTED)
    for column in range(width):
        wide[(column + 1) * _LANE :: lanes.size] = shifted[column::width]
    return wide, lanes


def pack_pieces(small: bytes, scale: Numbers) -> Pieces:
    """The rows of all places, in their order."""
    wide, lanes = _widen_rows(small, len(scale))
    return Pieces(bytes(wide), scale, lanes)


_SHIFTED = bytes((one + _MIDDLE) % 256 for one in range(256))


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """A row of `sentence` has one column a kind; one of `letter` has them twice, for both looks, and one more: how rare
    the sequence is.
    """

    sentence: Rows
    sentence_signs: Matrix
    sentence_bias: Numbers
    letter: Rows
    dense: Matrix  # summary of the letter x kinds
    letter_bias: Numbers
    head_bias: Numbers
    pieces: Pieces  # one column a kind, and how rare the piece is
    pieces_bias: Numbers
    heat: float  # divides the scores, so that chances mean what they say
    sure: Numbers  # chance from which a kind is said without doubt
    wary: float  # chance of a no from which another kind is in doubt


def log_softmax(scores: Sequence[float]) -> Numbers:
    """Logarithms of the chances."""
    top = max(scores)
    total = top + log(sum(exp(one - top) for one in scores))
    return [one - total for one in scores]


def add(scores: Numbers, more: Numbers, times: float = 1.0) -> Numbers:
    return [one + times * other for one, other in zip(scores, more)]  # noqa: B905  # runs often


@dataclass(frozen=True, slots=True)
class WeighedWords:
    """What the words of a letter add up to without its signs: scores of each kind, in two looks also their chances; and
    the share of its word sequences that was learned.
    """

    alone: Matrix  # of each sentence
    told: Numbers  # of all its sequences, to which what the sentences say is added
    looks: Matrix  # logarithms of chances: of its sequences by their rarity and, in a learned language, of its pieces
    known: float


def weigh_words(weights: Weights, seen: Traits) -> WeighedWords:
    """Add up all that needs no sign. In a sentence unknown words count too, so that it takes more than one known."""
    by_sentence = [weights.sentence.add_up(one.grams) for one in seen.said]
    alone = [
        add(weights.sentence_bias, sums, 1 / sqrt(max(len(one.grams), FEWEST)))
        for one, (sums, _) in zip(seen.said, by_sentence, strict=True)
    ]
    sums, for_told, for_head = _sum_up(weights, seen)
    told = add(weights.letter_bias, sums[:WIDTH], for_told)
    looks = [log_softmax(add(weights.head_bias, sums[WIDTH:-1], for_head))]
    known = _measure_known(weights, seen, sum(count for _, count in by_sentence))
    if known >= KNOWN:  # how words are spelled says nothing where the language wasn't learned
        looks.append([max(one, LEAST) for one in log_softmax(score_pieces(weights, seen))])
    return WeighedWords(alone, told, looks, known)


def _sum_up(weights: Weights, seen: Traits) -> tuple[Numbers, float, float]:
    """What the sequences of a letter add up to, each counted once, and by what that is divided in either look."""
    distinct = set().union(*(said.grams for said in seen.said))
    sums, count = weights.letter.add_up(distinct)
    return sums, 1 / sqrt(max(count, 1)), 1 / sqrt(max(sums[-1] + UNKNOWN * (len(distinct) - count), 1.0))


def attribute_words(weights: Weights, seen: Traits) -> Matrix:
    """How much the words of each sentence add to each kind when the letter is looked at as a whole (of both looks that
    add up, so that it is exact).
    """
    _, for_told, for_head = _sum_up(weights, seen)
    parts = [weights.letter.add_up(set(one.grams))[0] for one in seen.said]
    return [[a * for_told + b * for_head for a, b in zip(one[:WIDTH], one[WIDTH:-1], strict=True)] for one in parts]


def score_sentence(weights: Weights, words: Numbers, signs: Iterable[int]) -> Numbers:
    """Chances of each kind, for a sentence by itself: what its words add up to, and its signs."""
    scores = words
    for sign in signs:
        scores = add(scores, weights.sentence_signs[sign])
    top = max(scores)
    parts = [exp(one - top) for one in scores]
    whole = sum(parts)
    return [part / whole for part in parts]


def to_odds(chance: float) -> float:
    """Logarithm of the odds, within what one sentence may weigh."""
    return min(max(log((chance + 1e-6) / (1 - chance + 1e-6)), -MOST), MOST)


def summarize_sentences(seen: Traits, chances: Matrix) -> Numbers:
    """What the sentences add up to: the strongest and second strongest for each kind, all signs, the whole."""
    top = [nlargest(2, column) for column in zip(*chances, strict=True)]
    best = [to_odds(two[0]) / 2 for two in top] or [-MOST / 4] * WIDTH
    second = [to_odds(two[-1]) / 2 for two in top] or best
    less, counts = min(1.0, USUAL / max(len(seen.said), 1)), seen.count_signs()
    signs = [sqrt(min(counts[place], COUNTED) * less) if place in counts else 0.0 for place in range(len(NAMES))]
    return [*best, *second, *signs, *seen.whole, count_thin(len(seen.said), counts[WORK])]


def count_thin(count: int, about_work: int) -> float:
    """How much more a letter says than what it says about work accounts for: among many sentences some sound like a
    no.
    """
    return log1p(max(0, count - SPARE * (1 + about_work))) / 2


def score_letter(weights: Weights, seen: Traits, weighed: WeighedWords | None = None) -> tuple[Numbers, Matrix]:
    """Chances of each kind for the letter, and for each of its sentences. `weighed` are its words, where they are."""
    words = weighed or weigh_words(weights, seen)
    alone = [score_sentence(weights, one, said.signs) for one, said in zip(words.alone, seen.said, strict=True)]
    told = words.told
    for row, value in zip(weights.dense, summarize_sentences(seen, alone), strict=True):
        if value:
            told = add(told, row, value)
    looks = [log_softmax(told), *words.looks]
    mean = [sum(column) / len(looks) / weights.heat for column in zip(*looks, strict=True)]
    return [exp(one) for one in log_softmax(mean)], alone


def score_pieces(weights: Weights, seen: Traits) -> Numbers:
    """Scores of each kind, by how the words are spelled."""
    pieces = weights.pieces
    sums, _ = _take_apart(
        pieces.add_up(one for one in seen.words if len(one) <= LONGEST_WORD), pieces.lanes, pieces.scale
    )
    return add(weights.pieces_bias, sums[:-1], 1 / sqrt(max(sums[-1], 1.0)))


def _measure_known(weights: Weights, seen: Traits, count: int) -> float:
    """Of the word sequences of a letter, the share that was learned. `count` are those that were, its ideas' among
    them.
    """
    learned = weights.sentence.of.__contains__
    ideas = sum(map(learned, chain.from_iterable(said.grams[said.spoken :] for said in seen.said)))
    return (count - ideas) / max(sum(said.spoken for said in seen.said), 1)


def unpack_weights(saved: dict[str, array[int] | array[float]]) -> Weights:
    """Weights from the arrays of a file."""
    heat, wary = saved["limits"]
    table = [int(gram) for gram in saved["table"]]
    wide = (saved["letter_scale"], saved["head_scale"], saved["rarity_scale"])
    return Weights(
        sentence=pack_rows(table, saved["sentence"].tobytes(), list(saved["sentence_scale"])),
        sentence_signs=_cut_matrix(saved["sentence_signs"]),
        sentence_bias=list(saved["sentence_bias"]),
        letter=pack_rows(table, saved["letter"].tobytes(), [step for part in wide for step in part]),
        dense=_cut_matrix(saved["dense"]),
        letter_bias=list(saved["letter_bias"]),
        head_bias=list(saved["head_bias"]),
        pieces=pack_pieces(saved["pieces"].tobytes(), [*saved["pieces_scale"], *saved["pieces_rarity_scale"]]),
        pieces_bias=list(saved["pieces_bias"]),
        heat=heat,
        sure=list(saved["sure"]),
        wary=wary,
    )


def _cut_matrix(flat: Sequence[float]) -> Matrix:
    return [list(flat[at : at + WIDTH]) for at in range(0, len(flat), WIDTH)]


@cache
def load_shipped_weights() -> Weights:
    """The weights that come with Onward, read once and only when a letter is to be judged."""
    return unpack_weights(read_arrays(files("onward.notice.kind").joinpath("model.bin").read_bytes()))
