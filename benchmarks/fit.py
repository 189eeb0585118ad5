"""Learn weights from letters: a model of single sentences, one of whole letters on top of it, and a second look.

No sentence carries a label of its own. In the beginning all sentences of a letter share its kind; then each counts as
much as the model itself thinks that it speaks for that kind, so that “Dear Anna” stops counting and the decision in
the third paragraph does not drown. The letter's model learns from sentence chances that were estimated without that
letter. The second look (the head) knows no sentences: all word sequences of a letter at once, the rare ones most. The
third knows no words, but the pieces they are spelled with.

Every fit takes a set number of steps from zero, on one thread, and weights are rounded to eight bits: the same letters
give the same weights on a busy machine and on an idle one.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from benchmarks.looks import Letters
from benchmarks.shipping import Learned
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from threadpoolctl import threadpool_limits

from onward.facts import LetterKind
from onward.notice.kind.weights import KINDS, MOST

SEQUENCES = 60_000  # word sequences kept
SEEN_IN = 2  # different letters, for a sequence to be kept
ROUNDS = (40, 60)  # steps of a sentence model: before it knows which sentences speak, and after
STEPS = 80  # of the model of whole letters
HEAD_STEPS = 60  # further steps learn the letters by heart
EVERYDAY = 0.8  # weight of the sentences that do not decide, as letters of no kind
STRENGTH = 40.0  # of what sentences teach, against staying near zero
LETTER_STRENGTH = 1.0
HEAD_STRENGTH = 60.0
PIECES_STRENGTH, PIECES_STEPS = 60.0, 80
COMPOSED = 0.3  # weight of letters made of single sentences in the third look: too few words to be letters
TALK = 1.0  # sentences that say nothing, to one that answers something
MAIL = 1.0  # letters of no kind, to one that is about a job
SIGNS = 2.0  # signs are held back less than single words
OWN, CROSS, DENSE = 0.02, 20.0, 0.5  # what a weight costs: of a kind's own sentences, of another kind's, of signs
FOLDS = 3
# Chances from which a kind is said without doubt, chosen on the letters in `held_before` and `later.toml` and on made-up
# ordinary mails (`ordinary.py`), none of which were learned from. A false no hurts most; what is other files nothing,
# and waits anyway where a no is likely.
SURE = {
    LetterKind.ASSESSMENT: 0.85,
    LetterKind.REJECTION: 0.8,
    LetterKind.INTERVIEW: 0.65,
    LetterKind.OFFER: 0.65,
    LetterKind.ALERT: 0.75,
    LetterKind.OTHER: 0.65,
}
ELSE = 0.6
WARY = 0.32  # chance of a no from which nothing else is said without doubt
HEAT = 0.8  # the mean of three looks is warier than it need be, on letters left out
WIDTH = len(KINDS)
OTHER = KINDS.index(LetterKind.OTHER)
NO = KINDS.index(LetterKind.REJECTION)

Array = NDArray[np.float64]
Places = NDArray[np.intp]


def to_log_chances(scores: Array) -> Array:
    """Logarithms of the chances, a row a letter."""
    lower = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(lower - np.log(np.exp(lower).sum(axis=1, keepdims=True)))


@dataclass(frozen=True, slots=True)
class Linear:
    """What a multinomial logistic regression learned."""

    weights: Array  # inputs x kinds
    bias: Array

    def score(self, inputs: csr_matrix) -> Array:
        """A score for every kind, a row an input."""
        return np.asarray(inputs @ self.weights + self.bias)


def learn(inputs: csr_matrix, truth: Array, cost: Array | float, *, steps: int, start: Linear | None = None) -> Linear:
    """Multinomial logistic regression. `truth` says how much each row counts as each kind; every weight has its cost."""
    small = inputs.astype(np.float32)
    turned = small.T.tocsr()
    total = truth.sum(axis=1, keepdims=True)
    shape = (inputs.shape[1] + 1, WIDTH)

    def loss(flat: Array) -> tuple[float, Array]:
        now = flat.reshape(shape)
        log_chance = to_log_chances((small @ now[:-1].astype(np.float32)).astype(np.float64) + now[-1])
        wrong = np.exp(log_chance) * total - truth
        slope = np.vstack((turned @ wrong.astype(np.float32) + cost * now[:-1], wrong.sum(axis=0) + 0.02 * now[-1]))
        size = 0.5 * float((cost * now[:-1] ** 2).sum()) + 0.01 * float((now[-1] ** 2).sum())
        return size - float((truth * log_chance).sum()), slope.ravel()

    first = np.zeros(shape) if start is None else np.vstack((start.weights, start.bias))
    options = {"maxiter": steps, "maxfun": 4 * steps, "ftol": 0.0, "gtol": 0.0}
    with threadpool_limits(1):
        found = minimize(loss, first.ravel(), jac=True, method="L-BFGS-B", options=options).x.reshape(shape)
    return Linear(found[:-1], found[-1])


def _costs(words: int, dense: int) -> Array:
    """A kind may lean on its own sentences, less on signs and words, least on what other kinds' sentences say."""
    cost = np.full((words + dense, WIDTH), 1.0 / LETTER_STRENGTH)
    cost[words:] = DENSE
    for block in (words, words + WIDTH):
        cost[block : block + WIDTH] = CROSS
        cost[np.arange(block, block + WIDTH), np.arange(WIDTH)] = OWN
        cost[block + OTHER] = 1000.0  # every letter has sentences that say nothing
    return cost


def fold_of(key: str, count: int) -> int:
    """The same fold for the same key, always."""
    return int(sha256(key.encode()).hexdigest()[:8], 16) % count


def _even(other: Array, rest: Array, languages: Places, times: float) -> Array:
    """By what `other` is multiplied, so that in every language it counts `times` as much as all kinds that answer
    something: else a language in which we have more nos than everyday mail would sound like a no.
    """
    sums = [np.bincount(languages, weights=one, minlength=languages.max() + 1) for one in (other, rest)]
    return np.asarray((times * sums[1] / np.maximum(sums[0], 1e-9))[languages])


def _shared(chance: Array, owner: Places, count: int) -> tuple[Array, Array]:
    """How much of its letter's weight each sentence carries, and how much of it is everyday talk."""
    total = np.bincount(owner, weights=chance, minlength=count)[owner]
    most = np.zeros(count)
    np.maximum.at(most, owner, chance)
    return chance / np.maximum(total, 1e-9), 1 - chance / np.maximum(most[owner], 1e-9)


def sentence_model(letters: Letters, rows: csr_matrix, chosen: Places) -> Linear:
    """Weights for single sentences, learned in rounds from the chosen letters. `rows` has one for each sentence."""
    owner, sentence = letters.taught(chosen)
    kinds, weight = letters.kinds[owner], letters.weight[owner]
    size = np.bincount(owner, minlength=len(letters.kinds))[owner]
    present, place = np.unique(sentence, return_inverse=True)
    inputs, cost, languages = rows[present], 1 / STRENGTH, letters.languages[owner]
    answers = kinds != OTHER

    def truth(of: Array, spare: Array) -> Array:
        told = np.zeros((len(present), WIDTH))
        even = _even(np.where(answers, spare, of), np.where(answers, of, 0.0), languages, TALK)
        np.add.at(told, (place, kinds), np.where(answers, of, of * even))
        np.add.at(told, (place, np.full(len(place), OTHER)), spare * even)
        return told

    found = learn(inputs, truth(3 * weight / size, np.zeros(len(place))), cost, steps=ROUNDS[0])
    own = np.exp(2 * to_log_chances(found.score(inputs)))[place, kinds]
    share, rest = _shared(own, owner, len(letters.kinds))
    share = np.where(answers, share, 1 / size)
    spare = np.where(answers, EVERYDAY * weight * rest / size, 0.0)
    return learn(inputs, truth(3 * weight * share, 3 * spare), cost, steps=ROUNDS[1], start=found)


def _odds(model: Linear, rows: csr_matrix) -> Array:
    chance = np.exp(to_log_chances(model.score(rows)))
    return np.asarray(np.clip(np.log((chance + 1e-6) / (1 - chance + 1e-6)), -MOST, MOST))


def _summaries(letters: Letters, model: Linear, rows: csr_matrix, chosen: Places) -> Array:
    return letters.summarize(_odds(model, rows), chosen)


def _truth(letters: Letters, chosen: Places, made: float = 1.0) -> Array:
    """How much each letter counts, in the column of its kind; one made of sentences `made` times as much."""
    kinds, weight = letters.kinds[chosen], letters.weight[chosen] * np.where(letters.composed[chosen], made, 1.0)
    other = np.where(kinds == OTHER, weight, 0.0)
    weight = weight * np.where(kinds == OTHER, _even(other, weight - other, letters.languages[chosen], MAIL), 1.0)
    truth = np.zeros((len(chosen), WIDTH))
    truth[np.arange(len(chosen)), kinds] = weight
    return truth


def fit(letters: Letters, chosen: Places) -> Learned:
    """What is learned from these letters, without limits."""
    table = letters.vocabulary(chosen, SEQUENCES, SEEN_IN)
    rows = letters.sentence_rows(table, SIGNS)
    final = sentence_model(letters, rows, chosen)
    told = np.zeros((len(letters.kinds), letters.summary_size))
    folds = np.array([fold_of("s" + letters.groups[i], FOLDS) for i in chosen])
    for fold in range(FOLDS):
        without = sentence_model(letters, rows, chosen[folds != fold])
        left_out = chosen[folds == fold]
        told[left_out] = _summaries(letters, without, rows, left_out)
    truth = _truth(letters, chosen)
    words = letters.letter_rows(table)[chosen]
    inputs = hstack([words, csr_matrix(told[chosen])]).tocsr()
    letter = learn(inputs, truth, _costs(len(table), told.shape[1]), steps=STEPS)
    rarity = letters.rarity(table, chosen)
    head = learn(letters.head_rows(table, rarity)[chosen], truth, 1 / HEAD_STRENGTH, steps=HEAD_STEPS)
    pieces_rarity = letters.pieces_rarity(chosen)
    spelled = letters.pieces_rows(pieces_rarity)[chosen]
    pieces = learn(spelled, _truth(letters, chosen, COMPOSED), 1 / PIECES_STRENGTH, steps=PIECES_STEPS)
    return Learned(
        table=letters.names[table],
        sentence=final.weights[: len(table)],
        sentence_signs=final.weights[len(table) :] * SIGNS,
        sentence_bias=final.bias,
        letter=letter.weights[: len(table)],
        dense=letter.weights[len(table) :],
        letter_bias=letter.bias,
        head=head.weights * np.sqrt(rarity)[:, None],
        head_bias=head.bias,
        rarity=rarity,
        pieces=pieces.weights * np.sqrt(pieces_rarity)[:, None],
        pieces_bias=pieces.bias,
        pieces_rarity=pieces_rarity,
        heat=HEAT,
        wary=WARY,
        sure=tuple(SURE.get(kind, ELSE) for kind in KINDS),
    )
