"""The model: learned weights, and how they score what is seen of a letter. Trained by `benchmarks/train.py`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from onward.facts import LetterKind
from onward.notice.kind.signs import WORK
from onward.notice.kind.traits import Floats, Traits

KINDS: tuple[LetterKind, ...] = tuple(LetterKind)
COUNTED = 4  # how often a sign counts in a letter
USUAL = 12  # sentences; in a longer letter each sign says less, for it may stand there by chance
SPARE = 12  # sentences that each one about work accounts for
MOST = 5.0  # of the log odds of one sentence: no sentence alone proves or forbids a kind


@dataclass(frozen=True, slots=True)
class Weights:
    """`table` holds the known word sequences (sorted); every other array has one column a kind."""

    table: NDArray[np.uint32]
    sentence: Floats  # known sequences x kinds, for one sentence
    sentence_signs: Floats
    sentence_bias: Floats
    letter: Floats  # known sequences x kinds, for the whole letter
    dense: Floats  # summary of the letter x kinds
    letter_bias: Floats
    heat: float  # divides the scores, so that chances mean what they say
    sure: Floats  # chance from which a kind is said without doubt
    wary: float  # chance of a no from which another kind is in doubt


def match_known(weights: Weights, seen: Traits) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows of the table for the sequences that are in it, and the sentence of each."""
    at = np.minimum(np.searchsorted(weights.table, seen.grams), len(weights.table) - 1)
    hit = weights.table[at] == seen.grams
    return at[hit], seen.of[hit]


def log_softmax(scores: Floats) -> Floats:
    """Logarithms of the chances, along the last axis."""
    lower: Floats = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = lower - np.log(np.exp(lower).sum(axis=-1, keepdims=True))
    return result


def measure_sizes(seen: Traits) -> Floats:
    """By what the evidence of each sentence is divided: unknown words count too, so that it takes more than one
    known.
    """
    return np.sqrt(np.maximum(np.bincount(seen.of, minlength=len(seen.said)), 6)).astype(np.float32)


def score_sentences(weights: Weights, seen: Traits, at: NDArray[np.intp], of: NDArray[np.intp]) -> Floats:
    """Log odds of each kind, for each sentence by itself."""
    count = len(seen.said)
    sums = np.zeros((count, len(KINDS)), dtype=np.float32)
    np.add.at(sums, of, weights.sentence[at])
    scores: Floats = sums / measure_sizes(seen)[:, None] + seen.signs @ weights.sentence_signs + weights.sentence_bias
    chance = np.exp(log_softmax(scores))
    odds: Floats = np.log((chance + 1e-6) / (1 - chance + 1e-6))
    return np.clip(odds, -MOST, MOST)


def summarize_odds(seen: Traits, odds: Floats) -> Floats:
    """What the sentences add up to: the strongest and second strongest for each kind, all signs, the whole."""
    ranked = np.sort(odds, axis=0) if len(odds) else np.full((1, len(KINDS)), -MOST / 2, dtype=np.float32)
    signs = np.sqrt(np.minimum(seen.signs.sum(axis=0), COUNTED) * min(1.0, USUAL / max(len(seen.said), 1)))
    joined: Floats = np.concatenate((ranked[-1] / 2, ranked[-min(2, len(ranked))] / 2, signs, seen.whole, _thin(seen)))
    return joined.astype(np.float32)


def _thin(seen: Traits) -> Floats:
    """How much more a letter says than what it says about work accounts for: among many sentences some sound like a
    no.
    """
    over = len(seen.said) - SPARE * (1 + float(seen.signs[:, WORK].sum()))
    return np.array([np.log1p(max(0.0, over)) / 2], dtype=np.float32)


def score_letter(weights: Weights, seen: Traits) -> tuple[Floats, Floats]:
    """Chances of each kind for the letter, and the log odds of its sentences."""
    at, of = match_known(weights, seen)
    odds = score_sentences(weights, seen, at, of)
    distinct = np.unique(at)
    sums = weights.letter[distinct].sum(axis=0) / np.sqrt(max(len(distinct), 1))
    scores = sums + summarize_odds(seen, odds) @ weights.dense + weights.letter_bias
    return np.exp(log_softmax((scores / weights.heat).astype(np.float32))), odds


def _unpacked(small: NDArray[np.int8], scale: Floats) -> Floats:
    result: Floats = small.astype(np.float32) * scale
    return result


def pack_weights(weights: Weights) -> dict[str, NDArray[np.generic]]:
    """The arrays to save: eight bits a weight, with one scale a kind."""
    packed: dict[str, NDArray[np.generic]] = {"table": weights.table}
    for name in ("sentence", "letter"):
        scale = (np.abs(getattr(weights, name)).max(axis=0) / 127 + 1e-9).astype(np.float32)
        packed[name] = np.round(getattr(weights, name) / scale).astype(np.int8)
        packed[f"{name}_scale"] = scale
    for name in ("sentence_signs", "sentence_bias", "dense", "letter_bias", "sure"):
        packed[name] = getattr(weights, name).astype(np.float32)
    packed["limits"] = np.array([weights.heat, weights.wary], dtype=np.float64)
    return packed


def unpack_weights(saved: dict[str, NDArray[np.generic]]) -> Weights:
    """Weights from the arrays of `pack`."""
    heat, wary = (float(one) for one in saved["limits"].astype(np.float64))
    small = {
        name: saved[name].astype(np.float32)
        for name in ("sentence_signs", "sentence_bias", "dense", "letter_bias", "sure")
    }
    large = {
        name: _unpacked(saved[name].astype(np.int8), saved[f"{name}_scale"].astype(np.float32))
        for name in ("sentence", "letter")
    }
    return Weights(table=saved["table"].astype(np.uint32), heat=heat, wary=wary, **small, **large)


@cache
def load_shipped_weights() -> Weights:
    """The weights that come with Onward, read once and only when a letter is to be judged."""
    raw = files("onward.notice.kind").joinpath("model.npz").read_bytes()
    with np.load(BytesIO(raw)) as saved:
        return unpack_weights({name: saved[name] for name in saved.files})
