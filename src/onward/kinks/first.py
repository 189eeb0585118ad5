"""What to fix first: how likely it still occurs, how often it has a chance, what it costs; two at most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onward.kinks.evidence import Status
from onward.kinks.gone import PRIOR, KinkVerdict, State
from onward.maths.proportion import Beta
from onward.wording.counts import say_about, say_rate

MOST = 2
COST_WORDS = {1: "costs little", 2: "costs something", 3: "costs a lot"}
_FREQUENCY_PRIOR = Beta(1, 1)  # one in two, as if from two interviews, before any were debriefed


@dataclass(frozen=True, slots=True)
class Candidate:
    """A kink that could be worked on.

    `with_chance` of `debriefed` interviews had a chance for it; `cost` is 1 to 3 by the person's own mark.
    """

    id: int
    name: str
    status: Status
    verdict: KinkVerdict
    with_chance: int
    debriefed: int
    cost: int


@dataclass(frozen=True, slots=True)
class Factor:
    """One of the three factors in words: its name, and the number with its range and what it comes from."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Priority:
    """A kink with its three factors. `weight` is their product; only its order means anything."""

    id: int
    name: str
    occurs: float
    frequency: float
    cost: int
    weight: float
    words: str
    factors: tuple[Factor, Factor, Factor]


def rank_candidates(candidates: Iterable[Candidate]) -> tuple[Priority, ...]:
    """The one or two kinks to work on now, heaviest first. What is likely gone is left alone."""
    open_ones = (c for c in candidates if c.verdict.state is not State.GONE)
    return tuple(sorted(map(compute_priority, open_ones), key=lambda p: (-p.weight, p.id))[:MOST])


def compute_priority(candidate: Candidate) -> Priority:
    """The three factors of one kink.

    `occurs` is the chance that it happens the next time it can: the mean of Beta(1 + seen, 1 + clean) since
    practice began. `frequency` is the share of debriefed interviews with a chance, shrunk toward one in two.
    """
    now = candidate.verdict
    of = max(candidate.debriefed, candidate.with_chance)
    happens = PRIOR.updated(now.seen, now.chances - now.seen)
    comes_up = _FREQUENCY_PRIOR.updated(candidate.with_chance, of - candidate.with_chance)
    cost = COST_WORDS[candidate.cost]
    words = (
        f"Happens {say_about(happens.mean)} times it can; can happen in {say_about(comes_up.mean)} interviews; "
        f"{cost}. {_known(candidate.status)}"
    )
    factors = (
        Factor("Still happens", f"{say_rate(happens, now.chances, one='chance')}."),
        Factor("Has a chance", f"in {say_rate(comes_up, of, one='debriefed interview')}."),
        Factor("Costs", f"{cost.removeprefix('costs ')} ({candidate.cost} of 3, your own mark)."),
    )
    weight = happens.mean * comes_up.mean * candidate.cost
    return Priority(candidate.id, candidate.name, happens.mean, comes_up.mean, candidate.cost, weight, words, factors)


def _known(status: Status) -> str:
    return "Still a hunch." if status is Status.SUSPECTED else f"It is {status}."
