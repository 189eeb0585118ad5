"""The rule once more, with matrices and another Beta, over any search that may happen."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from onward.kinks.gone import State, kink_verdict, list_kink_verdicts
from onward.kinks.occasions import KinkOccasion

BEGAN = date(2026, 3, 1)
OFTEN = 0.25 + 0.75 * (np.arange(15) + 0.5) / 15
SELDOM = 0.2 * (np.arange(5) + 0.5) / 5
RATES = np.concatenate([OFTEN, SELDOM])


def rare_after(real: str, before: str = "") -> list[float]:
    """P(rare now) after each chance: one matrix of moves between twenty rates, and a product for each chance."""
    start = OFTEN ** before.count("x") * (1 - OFTEN) ** before.count("c")
    start /= start.sum()
    moves = np.zeros((20, 20))
    moves[:15, :15] = np.eye(15) * 0.995
    moves[:15, 15:] = 0.005 / 5
    moves[15:, 15:] = np.eye(5) * 0.98
    moves[15:, :15] = 0.02 * start
    belief = np.concatenate([0.7 * start, np.full(5, 0.3 / 5)])
    found = []
    for one in real:
        belief = belief * (RATES if one == "x" else 1 - RATES)
        belief /= belief.sum()
        found.append(float(belief[15:].sum()))
        belief = belief @ moves
    return found


def referee(outcomes: str, before: str) -> list[State]:
    """The state after each real chance: c clean, x happened."""
    compares = "x" in before and "c" in before
    rare = rare_after(outcomes)
    if compares:
        rare = [min(pair) for pair in zip(rare, rare_after(outcomes, before), strict=True)]
    told: list[State] = []
    came_back = False
    for at in range(1, len(outcomes) + 1):
        real = outcomes[:at]
        came_back = came_back or (real[-1] == "x" and told[-1:] == [State.RARE])
        told.append(said(real, before if compares else "", rare[at - 1], came_back=came_back))
    return told


def said(real: str, before: str, rare: float, *, came_back: bool) -> State:
    if len(real) < 3 or (came_back and "x" in real[-3:]):
        return State.WORKING
    if rare >= 0.925:
        return State.RARE
    return State.IMPROVING if rare >= 0.907 or (before and less_often(real, before) >= 0.97) else State.WORKING


def less_often(real: str, before: str) -> float:
    """P(rate now < rate before) for two rates with even priors, by the sum over a fine grid."""
    x = (np.arange(20_000) + 0.5) / 20_000
    then = beta(1 + before.count("x"), 1 + before.count("c")).pdf(x)
    now = beta(1 + real.count("x"), 1 + real.count("c")).cdf(x)
    return float((then * now).mean())


@settings(deadline=None)
@given(st.text("cccccxc", max_size=25), st.text("xc", max_size=6))
@example("cccccccc" + "xccccccccx", "")
@example("ccccccxccc", "xxcxc")
def test_every_state_is_the_one_that_the_rule_asks_for(outcomes: str, before: str) -> None:
    earlier = [KinkOccasion(BEGAN - timedelta(days=day), one == "x") for day, one in enumerate(before)]
    later = [KinkOccasion(BEGAN + timedelta(days=day), one == "x") for day, one in enumerate(outcomes, 1)]
    told = [now.state for _, now in list_kink_verdicts([*earlier, *later], practice_began=BEGAN)]
    assert told == referee(outcomes, before)


def test_the_chances_that_are_shown_are_those_of_the_referee() -> None:
    for before in ("", "xxcxc"):
        for real in ("c" * 8, "xxxx" + "c" * 9, "ccccxccc"):
            earlier = [KinkOccasion(BEGAN - timedelta(days=day), one == "x") for day, one in enumerate(before)]
            later = [KinkOccasion(BEGAN + timedelta(days=day), one == "x") for day, one in enumerate(real, 1)]
            now = kink_verdict([*earlier, *later], practice_began=BEGAN)
            expected = rare_after(real)[-1]
            assert abs(now.p_rare - (min(expected, rare_after(real, before)[-1]) if before else expected)) < 1e-9
            if before:
                assert now.less_often is not None
                assert abs(now.less_often - less_often(real, before)) < 1e-3
