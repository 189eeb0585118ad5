"""Learn a small model of short texts (`onward.wording.text_model`): one logistic regression for each label.

A library for the scripts that learn from one kind of text; every fit takes a set number of steps from zero, on one
thread, so that the same texts give the same weights.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from onward.maths.packing import write_arrays
from onward.wording.text_model import BUCKETS, TextModel, list_places, load_text_model

STEPS = 200
COST = 0.3  # what a weight costs, squared: less learns the texts by heart
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A text, its labels, how much it counts, and what it must not be torn from (a scenario told in many languages)."""

    text: str
    labels: frozenset[str]
    weight: float = 1.0
    group: str = ""


Places = Callable[[str], dict[int, float]]


def fit_text_model(
    examples: Sequence[Example],
    labels: Collection[str],
    *,
    cost: float = COST,
    places: Places = list_places,
    size: int = BUCKETS,
) -> bytes:
    """The file of a model that tells each of these labels from everything else; `places` says what it looks at."""
    inputs = _rows([places(one.text) for one in examples], size)
    weight = np.array([one.weight for one in examples])
    arrays: dict[str, array[int] | array[float]] = {}
    for label in labels:
        truth = np.array([float(label in one.labels) for one in examples])
        weights, bias = fit_logistic(inputs, truth, weight, cost)
        step = max(float(np.abs(weights).max()), 1e-9) / 127
        arrays[label] = array("b", np.rint(weights / step).astype(int).tolist())
        arrays[f"{label}/scale"] = array("d", (step, bias))
    return write_arrays(arrays)


def score_left_out(
    examples: Sequence[Example], labels: Collection[str], *, cost: float = COST
) -> list[dict[str, float]]:
    """The chances of every example by a model that was learned without it and its group."""
    folds = [int(sha256((one.group or one.text).encode()).hexdigest()[:8], 16) % FOLDS for one in examples]
    found: list[dict[str, float]] = [{} for _ in examples]
    for fold in range(FOLDS):
        model = _learn([one for one, f in zip(examples, folds, strict=True) if f != fold], labels, cost)
        for at, f in enumerate(folds):
            if f == fold:
                found[at] = model.chances(examples[at].text)
    return found


def _learn(examples: Sequence[Example], labels: Collection[str], cost: float) -> TextModel:
    return load_text_model(fit_text_model(examples, labels, cost=cost))


def _rows(found: Sequence[dict[int, float]], size: int) -> csr_matrix:
    starts = np.cumsum([0, *(len(one) for one in found)])
    columns = [place for one in found for place in one]
    amounts = [much for one in found for much in one.values()]
    return csr_matrix((amounts, columns, starts), shape=(len(found), size))


def fit_logistic(
    inputs: csr_matrix, truth: NDArray[np.float64], weight: NDArray[np.float64], cost: float
) -> tuple[NDArray[np.float64], float]:
    """The weight of every column and the bias of one logistic regression."""
    turned = inputs.T.tocsr()

    def loss(now: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = inputs @ now[:-1] + now[-1]
        wrong = weight * (1 / (1 + np.exp(-scores)) - truth)
        size = float((weight * (np.logaddexp(0, scores) - truth * scores)).sum())
        return size + 0.5 * cost * float(now[:-1] @ now[:-1]), np.append(turned @ wrong + cost * now[:-1], wrong.sum())

    options = {"maxiter": STEPS, "maxfun": 4 * STEPS, "ftol": 0.0, "gtol": 0.0}
    with threadpool_limits(1):
        found = minimize(loss, np.zeros(inputs.shape[1] + 1), jac=True, method="L-BFGS-B", options=options).x
    return found[:-1], float(found[-1])
