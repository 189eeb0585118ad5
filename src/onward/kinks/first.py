"""What to fix first: how likely it still happens, how well it is known, how often it has a chance, what it costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onward.kinks.evidence import Status
from onward.kinks.gone import PRIOR, KinkVerdict, State
from onward.maths.proportion import Beta
from onward.wording.counts import join_sentences, say_about, say_rate

MOST = 2
HAPPENS = {
    1: "Happens {happens} times it can; can happen in {comes_up} interviews; costs little.",
    2: "Happens {happens} times it can; can happen in {comes_up} interviews; costs something.",
    3: "Happens {happens} times it can; can happen in {comes_up} interviews; costs a lot.",
}
COSTS = {
    1: "little (1 of 3, your own mark)",
    2: "something (2 of 3, your own mark)",
    3: "a lot (3 of 3, your own mark)",
}
STILL_HAPPENS = (
    "not known yet, so taken as {about}.",
    "{about}, {between}, from {n} chance.",
    "{about}, {between}, from {n} chances.",
)
HAS_A_CHANCE = (
    "not known yet, so taken as {about}.",
    "in {about}, {between}, from {n} debriefed interview.",
    "in {about}, {between}, from {n} debriefed interviews.",
)
# How far to believe that it is there at all; judgement. Self-judgement and results go together only by r = .29
# [41][42].
KNOWN = {Status.SUSPECTED: 0.5, Status.SUPPORTED: 0.75, Status.CONFIRMED: 1.0}
KNOWN_WORDS = {
    Status.SUSPECTED: "still a hunch, so it counts half",
    Status.SUPPORTED: "one independent source, so it counts three quarters",
    Status.CONFIRMED: "confirmed, so it counts whole",
}
SINCE_THEN = 0.5  # what came before practice counts, once there are chances since; judgement
_FREQUENCY_PRIOR = Beta(1, 1)  # one in two, as if from two interviews, before any were debriefed


@dataclass(frozen=True, slots=True)
class Candidate:
    """A kink that could be worked on.

    `with_chance` of `debriefed` interviews had a chance for it; `cost` is 1 to 3 by the person's own mark; `sighted`
    are interviews in which it was seen and no chance was noted, most of them from before it was worked on.
    """

    id: int
    name: str
    status: Status
    verdict: KinkVerdict
    with_chance: int
    debriefed: int
    cost: int
    sighted: int = 0


@dataclass(frozen=True, slots=True)
class Factor:
    """One of the four factors in words: its name, and the number with its range and what it comes from."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Priority:
    """A kink with its four factors. `weight` is their product; only its order means anything."""

    id: int
    name: str
    occurs: float
    known: float
    frequency: float
    cost: int
    weight: float
    words: str
    factors: tuple[Factor, ...]


def rank_candidates(candidates: Iterable[Candidate]) -> tuple[Priority, ...]:
    """The one or two kinks to work on now, heaviest first. What is rare now is left alone."""
    open_ones = (c for c in candidates if c.verdict.state is not State.RARE)
    heaviest = sorted(open_ones, key=lambda c: (-_weigh_factors(c), c.id))[:MOST]
    return tuple(map(compute_priority, heaviest))


def compute_priority(candidate: Candidate) -> Priority:
    """The four factors of one kink.

    `occurs` is the chance that it happens the next time it can: the mean of Beta(1 + seen, 1 + clean), with what came
    before practice in it. `frequency` is the share of debriefed interviews with a chance, shrunk toward one in two.
    """
    happens, chances = _believe_rate(candidate)
    comes_up, of = _comes_up(candidate)
    known = KNOWN[candidate.status]
    factors = (
        Factor("Still happens", say_rate(happens, chances, *STILL_HAPPENS)),
        Factor("Known", f"{KNOWN_WORDS[candidate.status]}."),
        Factor("Has a chance", say_rate(comes_up, of, *HAS_A_CHANCE)),
        Factor("Costs", f"{COSTS[candidate.cost]}."),
    )
    status = "Still a hunch." if candidate.status is Status.SUSPECTED else f"It is {candidate.status}."
    often = HAPPENS[candidate.cost].format(happens=say_about(happens.mean), comes_up=say_about(comes_up.mean))
    words = join_sentences(often, status)
    weight = _weigh_factors(candidate)
    return Priority(
        candidate.id, candidate.name, happens.mean, known, comes_up.mean, candidate.cost, weight, words, factors
    )


def _weigh_factors(candidate: Candidate) -> float:
    """The product of the four factors. The order needs no more, and words for each of many take longer."""
    happens, _ = _believe_rate(candidate)
    comes_up, _ = _comes_up(candidate)
    return happens.mean * KNOWN[candidate.status] * comes_up.mean * candidate.cost


def _believe_rate(candidate: Candidate) -> tuple[Beta, int]:
    """The belief in its rate, and from how many chances: those since practice began, and those from before."""
    now = candidate.verdict
    seen, earlier = now.before.seen + candidate.sighted, now.before.chances + candidate.sighted
    counts = SINCE_THEN if now.chances else 1.0
    belief = PRIOR.updated(now.seen + counts * seen, now.chances - now.seen + counts * (earlier - seen))
    return belief, now.chances + earlier


def _comes_up(candidate: Candidate) -> tuple[Beta, int]:
    """The belief in how many interviews have a chance for it, and from how many that were debriefed."""
    of = max(candidate.debriefed, candidate.with_chance)
    return _FREQUENCY_PRIOR.updated(candidate.with_chance, of - candidate.with_chance), of
