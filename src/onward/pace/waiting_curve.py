"""How long an answer takes in a situation: what is usual there, moved by the person's own waits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from onward.maths.proportion import Interval
from onward.maths.survival import Wait
from onward.maths.wait_belief import Evidence, WaitBelief, believe_waits
from onward.pace.own_waits import OwnWait
from onward.pace.situations import Situation, weigh_situation


@dataclass(frozen=True, slots=True)
class Curve:
    """The waiting curve of a situation: what is believed of it, and how many own waits taught it."""

    situation: Situation
    belief: WaitBelief
    own: int

    @property
    def begins_with(self) -> str:
        """What stands behind it before any own wait does."""
        return "assumed waits" if self.situation.is_talk or self.situation.through else "the waits of two people"

    @property
    def wait(self) -> Wait:
        """One curve that stands for what is believed, to be drawn."""
        return self.belief.typical()

    def still(self, days: int) -> float:
        """The chance of still hearing after so many days of silence."""
        return _still(self.belief, days)

    def left(self, days: int) -> float:
        """What silence leaves of the chance: P(still hears) ÷ P(hears at all)."""
        return self.still(days) / self.still(0)

    def range(self, days: int) -> Interval:
        """The 80 % range of the chance of still hearing."""
        return _range(self.belief, days)

    def soon(self, days: int, ahead: int) -> float:
        """The chance that an answer comes within so many days from now."""
        return self.belief.soon(days, ahead)

    def first_day(self, share: float) -> int:
        """The first day on which the chance is at most `share`."""
        return _first_day(self.belief, share)


_still = lru_cache(maxsize=4096)(WaitBelief.still)
_range = lru_cache(maxsize=4096)(WaitBelief.range)
_first_day = lru_cache(maxsize=64)(WaitBelief.first_day)


def learn_curves(waits: Collection[OwnWait]) -> Callable[[Situation], Curve]:
    """The curve of each situation, from every wait of the person. Jobs share a few situations: each is learned when it
    is first asked for.
    """
    return cache(partial(learn_curve, waits=waits))


def learn_curve(situation: Situation, waits: Iterable[OwnWait]) -> Curve:
    """The curve of a situation, from every wait of the person."""
    weighed = weigh_waits(situation, waits)
    evidence = (Evidence(wait.waited, wait.situation.prior, weight * wait.times) for wait, weight in weighed)
    asks = any(wait.running and wait.situation == situation for wait, _ in weighed)
    taught = sum(wait.times for wait, _ in weighed)
    return Curve(situation, believe_waits(situation.prior, evidence), taught - asks)


def weigh_waits(situation: Situation, waits: Iterable[OwnWait]) -> list[tuple[OwnWait, float]]:
    """How much each wait teaches about a situation, each of those that are alike; what teaches nothing is left out.

    A job is judged by the others: whatever asks the curve about a wait that still runs brings its own silence along. So
    of the n running waits in this situation each teaches only as n − 1 parts of n.
    """
    weighed = [(wait, weight) for wait in waits if (weight := weigh_situation(wait.situation, situation))]
    running = sum(one.times for one, _ in weighed if one.running and one.situation == situation)
    others = 1 - 1 / running if running else 1.0
    return [
        (wait, weight * (others if wait.running and wait.situation == situation else 1.0)) for wait, weight in weighed
    ]
