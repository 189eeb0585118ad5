"""Forecasts of hearing within 30 days: Onward's, and those of its three rivals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.waits.people import AHEAD, FORM, Application, Case, waits_known

from onward.maths.survival import kaplan_meier
from onward.maths.wait_belief import Evidence, WaitBelief, believe_waits
from onward.maths.wait_grid import WaitPrior
from onward.pace.waiting_curve import weigh_waits

Forecast = Callable[[Case], float]


def believe_as_known(person: Sequence[Application], day: int, prior: WaitPrior) -> WaitBelief:
    """What Onward believes at the end of a day, as the library learns it, from another prior."""
    weighed = weigh_waits(FORM, waits_known(person, day))
    return believe_waits(prior, (Evidence(wait.waited, prior, weight) for wait, weight in weighed))


@dataclass
class Forecasts:
    """The four forecasts for one person: what others were like is `prior`, and `pooled` are their applications."""

    person: Sequence[Application]
    prior: WaitPrior
    pooled: Sequence[Application]
    _beliefs: dict[int, WaitBelief] = field(default_factory=dict)

    def named(self) -> dict[str, Forecast]:
        """By name, Onward's first; without others there is no curve of theirs."""
        curve = _curve(self.pooled, 10**7)
        pooled: dict[str, Forecast] = {"pooled_km": lambda case: _soon(curve, case.silent)} if self.pooled else {}
        return {
            "onward": lambda case: self.belief(case.day).soon(case.silent, AHEAD),
            **pooled,
            "own_km": lambda case: _soon(_curve(self.person, case.day), case.silent),
            "prior": lambda case: believe_waits(self.prior).soon(case.silent, AHEAD),
        }

    def belief(self, day: int) -> WaitBelief:
        """Onward's on a day."""
        if day not in self._beliefs:
            self._beliefs[day] = believe_as_known(self.person, day, self.prior)
        return self._beliefs[day]


def _curve(person: Iterable[Application], day: int) -> tuple[tuple[float, float], ...]:
    return kaplan_meier([wait.waited for wait in waits_known(person, day)])


def _soon(curve: tuple[tuple[float, float], ...], silent: int) -> float:
    """P(an answer within 30 days, given silence) by a Kaplan-Meier curve; a half where it has fallen to nothing."""
    now, then = (min((left for day, left in curve if day <= at), default=1.0) for at in (silent, silent + AHEAD))
    return 1 - then / now if now > 0 else 0.5
