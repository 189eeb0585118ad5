"""Whether something has become rare: a hidden state that may switch, followed from chance to chance (knowledge
tracing).

After Corbett and Anderson (1994), with rates that are not known but spread: while it is *as before* it happens at some
rate of one in four or more, any of them alike; while it is *rare* at some rate of at most one in five. It may have
become rare at the start, or before any later chance, and it may come back. So what is long ago fades by itself, and a
single slip does not undo a long clean run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

AT_ONCE = 0.3  # chance that it became rare at the start
LATER = 0.005  # and before each later chance, if it had not
BACK = 0.02  # and that it comes back before a chance, if it had
OFTEN = tuple(0.25 + 0.75 * (place + 0.5) / 15 for place in range(15))
SELDOM = tuple(0.20 * (place + 0.5) / 5 for place in range(5))


def follow_rare(chances: Iterable[tuple[bool, float]], *, before: tuple[float, float] = (0.0, 0.0)) -> Iterator[float]:
    """P(rare now) after each chance, given as (it happened, its weight); a weight below 1 is one of several alike.

    `before` is how often it happened and didn't while nothing had been done about it yet.
    """
    as_before = _spread_before(*before)
    often, seldom = [one * (1 - AT_ONCE) for one in as_before], [AT_ONCE / len(SELDOM)] * len(SELDOM)
    for place, (happened, weight) in enumerate(chances):
        if place:  # what is one of several alike is also a smaller step in time
            returns, leaves = sum(seldom) * BACK * weight, sum(often) * LATER * weight
            often = [one * (1 - LATER * weight) + returns * back for one, back in zip(often, as_before, strict=True)]
            seldom = [one * (1 - BACK * weight) + leaves / len(SELDOM) for one in seldom]
        often = [one * _weigh_likelihood(rate, happened, weight) for one, rate in zip(often, OFTEN, strict=True)]
        seldom = [one * _weigh_likelihood(rate, happened, weight) for one, rate in zip(seldom, SELDOM, strict=True)]
        total = sum(often) + sum(seldom)
        often, seldom = [one / total for one in often], [one / total for one in seldom]
        yield sum(seldom)


def _spread_before(happened: float, clean: float) -> list[float]:
    weights = [rate**happened * (1 - rate) ** clean for rate in OFTEN]
    return [one / sum(weights) for one in weights]


def _weigh_likelihood(rate: float, happened: bool, weight: float) -> float:  # noqa: FBT001 -- the caller has a pair
    chance = rate if happened else 1 - rate
    return chance if weight == 1 else chance**weight
