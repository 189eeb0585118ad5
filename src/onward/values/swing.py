"""Weights by swing: what would you change first from its worst to its best, and next? Ten taps at most.

An order is asked for, then two of its pairs once more, the other way round; where an answer contradicts the order, both
are said and the person chooses. The order becomes points by its centroid: the mean of all weights that keep it (rank
order centroid; Edwards and Barron 1994, SMARTER), so that nobody has to think of a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

PICKS = 5  # the heaviest weights; what comes behind them differs by less than anybody could say
FEWEST = 2  # from which on the rest may be called alike
CHECKS = 2
MOST_TAPS = PICKS + 2 * CHECKS + 1  # each check may need a second tap, and the last one keeps it
FIRST = "Picture a job where all of these are at their worst. You may change one to its best. Which?"
NEXT = "And which one next?"
PAIR = "Only one of these two can be good. Which?"
REST = "The rest matters about alike"


class SwingStep(StrEnum):
    """What is asked."""

    PICK = "pick"
    PAIR = "pair"
    CONTRADICTION = "contradiction"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Swing:
    """What has been said: `order` are places of options, the heaviest first; each of `pairs` is (chosen, other)."""

    options: int
    order: tuple[int, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()
    rest_alike: bool = False
    contradicted: tuple[int, int] | None = None  # (above in the order, chosen over it): not decided yet


@dataclass(frozen=True, slots=True)
class SwingQuestion:
    """What to ask now, and between which options."""

    step: SwingStep
    options: tuple[int, ...] = field(default=())


def ask_next(swing: Swing) -> SwingQuestion:
    """The next question."""
    if swing.contradicted is not None:
        return SwingQuestion(SwingStep.CONTRADICTION, swing.contradicted)
    left = tuple(place for place in range(swing.options) if place not in swing.order)
    if not swing.rest_alike and len(swing.order) < PICKS and len(left) > 1:
        return SwingQuestion(SwingStep.PICK, left)
    # Two apart: those beside each other may well be a toss-up.
    order, last = swing.order, len(swing.order) - 1
    found = [(order[0], order[min(2, last)]), (order[1], order[last])] if last > 0 else []
    pairs = tuple(dict.fromkeys(pair for pair in found if pair[0] != pair[1]))[:CHECKS]
    if len(swing.pairs) < len(pairs):
        above, below = pairs[len(swing.pairs)]
        return SwingQuestion(SwingStep.PAIR, (below, above))  # the other way round than they were put
    return SwingQuestion(SwingStep.DONE)


def answer_swing(swing: Swing, chosen: int) -> Swing:
    """What has been said with one answer more. Raises ValueError for what wasn't asked."""
    asked = ask_next(swing)
    if chosen not in asked.options:
        raise ValueError(chosen)
    if asked.step is SwingStep.PICK:
        return replace(swing, order=(*swing.order, chosen))
    if asked.step is SwingStep.CONTRADICTION:
        return _settle_order(swing, chosen)
    other = next(place for place in asked.options if place != chosen)
    said = replace(swing, pairs=(*swing.pairs, (chosen, other)))
    contradicts = swing.order.index(other) < swing.order.index(chosen)
    return replace(said, contradicted=(other, chosen)) if contradicts else said


def call_rest_alike(swing: Swing) -> Swing:
    """No more is ordered. Raises ValueError before two are."""
    if len(swing.order) < FEWEST:
        raise ValueError(swing.order)
    return replace(swing, rest_alike=True)


def describe_contradiction(swing: Swing, names: Sequence[str]) -> str:
    """“You put X above Y, and just now Y above X. Which holds?”; "" where nothing contradicts."""
    if swing.contradicted is None:
        return ""
    above, chosen = (names[place] for place in swing.contradicted)
    return f"You put “{above}” above “{chosen}”, and just now “{chosen}” above “{above}”. Which one would you keep?"


def weigh_swing(swing: Swing) -> tuple[int, ...]:
    """Points for each option, in their order: 100 for the heaviest. What wasn't ordered shares what is left."""
    weights = find_centroid(swing.options)
    ranked = {place: weights[rank] for rank, place in enumerate(swing.order)}
    left = weights[len(swing.order) :]
    rest = sum(left) / len(left) if left else 0.0
    return tuple(round(100 * ranked.get(place, rest) / weights[0]) for place in range(swing.options))


def find_centroid(number: int) -> tuple[float, ...]:
    """The weights at the center of all that keep an order of so many: 1/n · Σ 1/i from the rank on. They sum to 1."""
    return tuple(sum(1 / i for i in range(rank, number + 1)) / number for rank in range(1, number + 1))


def _settle_order(swing: Swing, chosen: int) -> Swing:
    """The order as it was, or with what was chosen moved to just above the other."""
    assert swing.contradicted is not None
    above, below = swing.contradicted
    if chosen == above:
        return replace(swing, contradicted=None)
    order = [place for place in swing.order if place != below]
    order.insert(order.index(above), below)
    return replace(swing, order=tuple(order), contradicted=None)
