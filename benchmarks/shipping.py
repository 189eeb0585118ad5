"""From what was learned to what ships: eight bits a weight, and the arrays of the file."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onward.maths.packing import Arrays
from onward.notice.kind.weights import KINDS, Weights, unpack_weights


@dataclass(frozen=True, slots=True)
class Learned:
    """What `fit` found. `table` holds word sequences as numbers; the other arrays have one column a kind."""

    table: NDArray[np.uint32]
    sentence: NDArray[np.float64]
    sentence_signs: NDArray[np.float64]
    sentence_bias: NDArray[np.float64]
    letter: NDArray[np.float64]
    dense: NDArray[np.float64]
    letter_bias: NDArray[np.float64]
    head: NDArray[np.float64]
    head_bias: NDArray[np.float64]
    rarity: NDArray[np.float64]
    pieces: NDArray[np.float64]
    pieces_bias: NDArray[np.float64]
    pieces_rarity: NDArray[np.float64]
    heat: float = 1.0
    wary: float = 1.0
    sure: tuple[float, ...] = field(default=(0.0,) * len(KINDS))

    def to_arrays(self) -> Arrays:
        """The arrays of the file."""
        sentence, sentence_scale = _small(self.sentence)
        letter, letter_scale = _small(self.letter)
        head, head_scale = _small(self.head)
        rarity, rarity_scale = _small(self.rarity[:, None])
        pieces, pieces_scale = _small(self.pieces)
        pieces_rarity, pieces_rarity_scale = _small(self.pieces_rarity[:, None])
        return {
            "table": array("I", self.table.astype(np.uint32).tobytes()),
            "sentence": array("b", sentence.tobytes()),
            "sentence_scale": _plain(sentence_scale),
            "sentence_signs": _plain(self.sentence_signs),
            "sentence_bias": _plain(self.sentence_bias),
            "letter": array("b", np.hstack((letter, head, rarity)).tobytes()),
            "letter_scale": _plain(letter_scale),
            "head_scale": _plain(head_scale),
            "rarity_scale": _plain(rarity_scale),
            "dense": _plain(self.dense),
            "letter_bias": _plain(self.letter_bias),
            "head_bias": _plain(self.head_bias),
            "pieces": array("b", np.hstack((pieces, pieces_rarity)).tobytes()),
            "pieces_scale": _plain(pieces_scale),
            "pieces_rarity_scale": _plain(pieces_rarity_scale),
            "pieces_bias": _plain(self.pieces_bias),
            "limits": _plain(np.array([self.heat, self.wary])),
            "sure": _plain(np.array(self.sure)),
        }

    def to_weights(self) -> Weights:
        """The weights as the program reads them."""
        return unpack_weights(self.to_arrays())


def _small(large: NDArray[np.float64]) -> tuple[NDArray[np.int8], NDArray[np.float64]]:
    """Whole numbers from -127 to 127, and what a step is worth in each column."""
    scale = np.abs(large).max(axis=0) / 127 + 1e-12
    return np.round(large / scale).astype(np.int8), scale


def _plain(numbers: NDArray[np.float64]) -> array[float]:
    """Four digits are enough, and the same on every machine."""
    return array("f", np.round(numbers.ravel(), 4 if np.abs(numbers).max() > 0.1 else 9).astype(np.float32).tobytes())
