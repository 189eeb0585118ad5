"""Learn weights from letters: a model of single sentences, then one of whole letters on top of it.

No sentence carries a label of its own. In the beginning all sentences of a letter share its kind; then each counts as
much as the model itself thinks that it speaks for that kind, so that “Dear Anna” stops counting and the decision in
the third paragraph does not drown. The letter's model learns from sentence chances that were estimated without that
letter. Limits (how sure is sure) are chosen on letters left out, never on those learned from.
"""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from random import Random

import numpy as np
from benchmarks.corpus import Example
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.linear_model import LogisticRegression

from onward.facts import LetterKind
from onward.notice.kind.sentences import fold_sentence
from onward.notice.kind.signs import ELSEWHERE, NO_PLACES
from onward.notice.kind.traits import Traits
from onward.notice.kind.weights import (
    KINDS,
    Weights,
    log_softmax,
    match_known,
    measure_sizes,
    score_letter,
    score_sentences,
    summarize_odds,
)

SEQUENCES = 30_000  # word sequences kept
SEEN_IN = 3  # different letters, for a sequence to be kept
SENTENCES = 14  # of one letter, that the sentence model learns from
ROUNDS = 1
EVERYDAY = 0.8  # weight of the sentences that do not decide, as letters of no kind
STRENGTH = 40.0  # of what sentences teach, against staying near zero
LETTER_STRENGTH = 1.0
TALK = 1.0  # sentences that say nothing, to one that answers something
MAIL = 1.0  # letters of no kind, to one that is about a job
GRAMS = 1.0
SIGNS = 2.0  # signs are held back less than single words
OWN, CROSS, DENSE = 0.02, 20.0, 0.5  # what a weight costs: of a kind's own sentences, of another kind's, of signs
FOLDS = 3
LIMITS = {  # goal, lowest and highest limit of a kind
    LetterKind.REJECTION: (0.975, 0.65, 0.67),  # a false no hurts most
    LetterKind.OTHER: (0.93, 0.5, 0.57),  # files nothing, and waits anyway where a no is likely
}
ELSE = (0.93, 0.62, 0.62)  # the same for the rest: of some there are too few letters to choose it by
WARY = 0.25  # chance of a no from which nothing else is said without doubt
_WORDS = re.compile(r"[^\W\d_]+")
NO = KINDS.index(LetterKind.REJECTION)
OTHER = KINDS.index(LetterKind.OTHER)


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which an example is seen."""

    example: Example
    seen: Traits
    weight: float


def looks(examples: Sequence[Example]) -> list[Look]:
    """Every example in all its variants, which share its weight."""
    found = []
    for example in [*examples, *_chatter(examples, len(examples) // 8)]:
        seen = list(example.variants())
        found += [Look(example, one, example.weight / len(seen)) for one in seen]
    return found


def _chatter(examples: Sequence[Example], count: int) -> list[Example]:
    """Letters that say nothing: everyday words in no order among made-up ones. They teach that no evidence is `other`."""
    letters = [frozenset(_WORDS.findall(fold_sentence(example.body))) for example in examples]
    often = Counter(word for said in letters for word in said)
    loud = Counter(
        word for said, example in zip(letters, examples, strict=True) for word in said if example.kind != OTHER
    )
    common = sorted(word for word, times in often.items() if times >= len(letters) / 60 and loud[word] < 0.75 * times)
    chance = Random(7)
    found = []
    for number in range(count):
        made = ["".join(chance.choices("abcdeghilmnoprstu", k=chance.randint(4, 9))) for _ in range(40)]
        size = int(8 * 60 ** chance.random())
        said = [chance.choice(common if chance.random() < 0.5 else made) for _ in range(size)]
        body = " ".join(word + (". " if chance.random() < 0.08 else "") for word in said)
        found.append(Example(f"chatter-{number}", OTHER, "chatter", "", True, 0.5, "", body, "", None))
    return found


def _learn_letters(
    inputs: csr_matrix, kinds: NDArray[np.intp], weight: NDArray[np.float64], cost: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Multinomial logistic regression in which every single weight has its own cost (inputs x kinds)."""
    shape = (inputs.shape[1] + 1, len(KINDS))
    truth = np.eye(len(KINDS))[kinds]
    turned = inputs.T.tocsr()

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        now = flat.reshape(shape)
        scores = inputs @ now[:-1] + now[-1]
        scores -= scores.max(axis=1, keepdims=True)
        log_chance = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        wrong = (np.exp(log_chance) - truth) * weight[:, None]
        slope = np.vstack((turned @ wrong + cost * now[:-1], wrong.sum(axis=0) + 0.02 * now[-1]))
        size = 0.5 * (cost * now[:-1] ** 2).sum() + 0.01 * (now[-1] ** 2).sum()
        return float(size - (weight * log_chance[np.arange(len(kinds)), kinds]).sum()), slope.ravel()

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x.reshape(
        shape
    )
    return found[:-1], found[-1]


def _costs(words: int, dense: int) -> NDArray[np.float64]:
    """A kind may lean on its own sentences, less on signs and words, least on what other kinds' sentences say."""
    kinds = len(KINDS)
    cost = np.full((words + dense, kinds), 1.0 / LETTER_STRENGTH)
    cost[words:] = DENSE
    for block in (words, words + kinds):
        cost[block : block + kinds] = CROSS
        cost[np.arange(block, block + kinds), np.arange(kinds)] = OWN
        cost[block + OTHER] = 1000.0  # every letter has sentences that say nothing
    return cost


def _fold(key: str, count: int) -> int:
    return int(sha256(key.encode()).hexdigest()[:8], 16) % count


def vocabulary(seen: Sequence[Look]) -> NDArray[np.uint32]:
    """The word sequences that tell kinds apart best, among those that several letters share."""
    of_kind = [Counter[int]() for _ in KINDS]
    letters = Counter[int]()
    done: dict[str, set[int]] = {}
    for look in seen:
        same = look.example.scenario or look.example.key
        new = set(look.seen.grams.tolist()) - done.get(same, set())
        done.setdefault(same, set()).update(new)
        of_kind[look.example.kind].update(new)
        letters.update(new)
    keep = np.array(sorted(gram for gram, count in letters.items() if count >= SEEN_IN), dtype=np.uint32)
    counts = np.array([[kind[int(gram)] for kind in of_kind] for gram in keep], dtype=float)
    share = np.bincount([look.example.kind for look in seen], minlength=len(KINDS)) / len(seen)
    expected = counts.sum(axis=1, keepdims=True) * share
    chi = ((counts - expected) ** 2 / np.maximum(expected, 1e-9)).sum(axis=1)
    best = np.argsort(-chi, kind="stable")[:SEQUENCES]
    return np.sort(keep[best])


def _empty(table: NDArray[np.uint32], signs: int, whole: int) -> Weights:
    kinds = len(KINDS)
    zero = lambda rows: np.zeros((rows, kinds), dtype=np.float32)  # noqa: E731
    none = np.zeros(kinds, dtype=np.float32)
    return Weights(
        table,
        zero(len(table)),
        zero(signs),
        none,
        zero(len(table)),
        zero(2 * kinds + signs + whole + 1),
        none,
        1.0,
        none,
        1.0,
    )


def _learn(
    inputs: csr_matrix, kinds: NDArray[np.intp], weight: NDArray[np.float64], strength: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Multinomial logistic regression: coefficients (inputs x kinds) and bias, zero where a kind was not seen."""
    model = LogisticRegression(C=strength, max_iter=120, tol=1e-3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(inputs, kinds, sample_weight=weight)
    coefficients, bias = np.zeros((inputs.shape[1], len(KINDS))), np.full(len(KINDS), -8.0)
    coefficients[:, model.classes_] = model.coef_.T
    bias[model.classes_] = model.intercept_
    return coefficients, bias


def _learned_from(look: Look) -> NDArray[np.intp]:
    """The sentences to learn from. That a flat or a loan was refused is for the letter's model to see, not a sentence's."""
    count = min(len(look.seen.said), SENTENCES)
    signs = look.seen.signs
    if look.example.kind != OTHER or not len(signs) or (look.example.real and not signs[:, ELSEWHERE].any()):
        return np.arange(count)
    return np.flatnonzero(~signs[:count, NO_PLACES].any(axis=1))


def _sentence_rows(empty: Weights, seen: Sequence[Look]) -> tuple[csr_matrix, NDArray[np.intp]]:
    """One row for each sentence learned from, and the look it belongs to."""
    parts, signs, owner = [], [], []
    for number, look in enumerate(seen):
        at, of = match_known(empty, look.seen)
        chosen = _learned_from(look)
        values = 1 / measure_sizes(look.seen)[of]
        parts.append(csr_matrix((values, (of, at)), shape=(len(look.seen.said), len(empty.table)))[chosen])
        signs.append(look.seen.signs[chosen])
        owner += [number] * len(chosen)
    return hstack([vstack(parts), csr_matrix(SIGNS * np.concatenate(signs))]).tocsr(), np.array(owner)


def _shared(
    chance: NDArray[np.float64], owner: NDArray[np.intp], count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How much of its letter's weight each sentence carries, and how much of it is everyday talk."""
    total = np.bincount(owner, weights=chance, minlength=count)[owner]
    most = np.zeros(count)
    np.maximum.at(most, owner, chance)
    return chance / np.maximum(total, 1e-9), 1 - chance / np.maximum(most[owner], 1e-9)


def _balanced(kinds: NDArray[np.intp], weight: NDArray[np.float64], times: float) -> NDArray[np.float64]:
    """Weights in which `other` counts `times` as much as all kinds that answer something."""
    other = kinds == OTHER
    return np.where(other, weight * times * weight[~other].sum() / max(weight[other].sum(), 1e-9), weight)


def sentence_model(table: NDArray[np.uint32], seen: Sequence[Look]) -> Weights:
    """Weights for single sentences, learned in rounds from letters whose kind is known."""
    empty = _empty(table, seen[0].seen.signs.shape[1], len(seen[0].seen.whole))
    inputs, owner = _sentence_rows(empty, seen)
    kinds = np.array([seen[i].example.kind for i in owner], dtype=np.intp)
    size = np.bincount(owner, minlength=len(seen))[owner]
    weight = np.array([look.weight for look in seen])[owner]
    coefficients, bias = _learn(inputs, kinds, _balanced(kinds, 3 * weight / size, TALK), STRENGTH)
    double, talk = csr_matrix(vstack([inputs, inputs[kinds != OTHER]])), np.full(int((kinds != OTHER).sum()), OTHER)
    for _ in range(ROUNDS):
        own = np.exp(log_softmax((inputs @ coefficients + bias).astype(np.float32)))[np.arange(len(owner)), kinds] ** 2
        share, rest = _shared(own.astype(np.float64), owner, len(seen))
        share = np.where(kinds == OTHER, 1 / size, share)
        spare = (EVERYDAY * weight * rest / size)[kinds != OTHER]
        labels = np.concatenate((kinds, talk))
        coefficients, bias = _learn(
            double, labels, _balanced(labels, 3 * np.concatenate((weight * share, spare)), TALK), STRENGTH
        )
    words, signs = coefficients[: len(table)], coefficients[len(table) :]
    return replace(
        empty,
        sentence=words.astype(np.float32),
        sentence_signs=(signs * SIGNS).astype(np.float32),
        sentence_bias=bias.astype(np.float32),
    )


def _summaries(weights: Weights, seen: Sequence[Look]) -> NDArray[np.float32]:
    return np.array(
        [
            summarize_odds(look.seen, score_sentences(weights, look.seen, *match_known(weights, look.seen)))
            for look in seen
        ]
    )


def _letter_rows(table: Weights, seen: Sequence[Look]) -> csr_matrix:
    rows, columns, values = [], [], []
    for number, look in enumerate(seen):
        distinct = np.unique(match_known(table, look.seen)[0])
        rows += [number] * len(distinct)
        columns += distinct.tolist()
        values += [GRAMS / np.sqrt(max(len(distinct), 1))] * len(distinct)
    return csr_matrix((values, (rows, columns)), shape=(len(seen), len(table.table)))


def fit(seen: Sequence[Look]) -> Weights:
    """Weights without limits, learned from these looks."""
    table = vocabulary(seen)
    final = sentence_model(table, seen)
    told = np.zeros((len(seen), final.dense.shape[0]), dtype=np.float32)
    folds = np.array([_fold("s" + (look.example.scenario or look.example.key), FOLDS) for look in seen])
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        without = sentence_model(table, [seen[i] for i in inside])
        told[outside] = _summaries(without, [seen[i] for i in outside])
    inputs = hstack([_letter_rows(final, seen), csr_matrix(told)]).tocsr()
    kinds = np.array([look.example.kind for look in seen], dtype=np.intp)
    weight = _balanced(kinds, np.array([look.weight for look in seen]), MAIL)
    coefficients, bias = _learn_letters(inputs, kinds, weight, _costs(len(table), told.shape[1]))
    words, dense = coefficients[: len(table)], coefficients[len(table) :]
    return replace(
        final,
        letter=(words * GRAMS).astype(np.float32),
        dense=dense.astype(np.float32),
        letter_bias=bias.astype(np.float32),
    )


def chances_of(weights: Weights, seen: Sequence[Look]) -> NDArray[np.float32]:
    """Chances of every kind, a row a look."""
    return np.array([score_letter(weights, look.seen)[0] for look in seen])


def out_of_fold(seen: Sequence[Look], folds: NDArray[np.intp]) -> NDArray[np.float32]:
    """Chances for every look from weights that never saw its fold."""
    chances = np.zeros((len(seen), len(KINDS)), dtype=np.float32)
    for fold in np.unique(folds):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        chances[outside] = chances_of(fit([seen[i] for i in inside]), [seen[i] for i in outside])
    return chances


def folds_of(seen: Sequence[Look], count: int = 3) -> NDArray[np.intp]:
    """A fold for each look; all looks of one example share it."""
    return np.array([_fold(look.example.scenario or look.example.key, count) for look in seen], dtype=np.intp)


def _heat(chances: NDArray[np.float32], kinds: NDArray[np.intp], weight: NDArray[np.float64]) -> float:
    """The temperature at which the log loss on letters left out is smallest."""
    scores = np.log(np.maximum(chances, 1e-12))
    grid = np.arange(0.5, 3.01, 0.05)
    loss = [
        -(weight * log_softmax((scores / heat).astype(np.float32))[np.arange(len(kinds)), kinds]).sum() for heat in grid
    ]
    return float(grid[int(np.argmin(loss))])


def _sure(kind: int, chances: NDArray[np.float32], kinds: NDArray[np.intp], weight: NDArray[np.float64]) -> float:
    """The lowest limit at which what is said without doubt is right often enough, within what is bearable.

    Our own letters are harder than a mailbox, so the goal may be out of reach: then the limit stops where too many
    plain letters would have to wait for a yes or no.
    """
    goal, low, high = LIMITS.get(KINDS[kind], ELSE)
    best = chances.argmax(axis=1)
    for limit in np.arange(low, high, 0.01):
        said = (best == kind) & (chances[:, kind] >= limit)
        if weight[said & (kinds == kind)].sum() >= goal * weight[said].sum() > 0:
            return float(limit)
    return high


def with_limits(weights: Weights, seen: Sequence[Look], chances: NDArray[np.float32]) -> Weights:
    """The weights with heat and limits chosen on chances of letters left out."""
    kinds = np.array([look.example.kind for look in seen], dtype=np.intp)
    weight = np.array([look.weight for look in seen])
    heat = _heat(chances, kinds, weight)
    even = np.exp(log_softmax((np.log(np.maximum(chances, 1e-12)) / heat).astype(np.float32)))
    sure = np.array([_sure(kind, even, kinds, weight) for kind in range(len(KINDS))], dtype=np.float32)
    return replace(weights, heat=heat, sure=sure, wary=WARY)


def train(examples: Sequence[Example]) -> tuple[Weights, list[Look], NDArray[np.float32]]:
    """Weights with limits from these examples, and the looks with the chances they got while left out."""
    seen = looks(examples)
    chances = out_of_fold(seen, folds_of(seen))
    return with_limits(fit(seen), seen, chances), seen, chances
