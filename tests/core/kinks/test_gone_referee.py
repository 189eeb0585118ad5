"""The rule once more, word by word from the story and with another Beta, over any search that may happen."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st
from scipy.stats import beta

from onward.kinks.gone import KinkOccasion, State, list_kink_verdicts

BEGAN = date(2026, 3, 1)


def referee(outcomes: str) -> list[State]:
    """The state after each letter: c clean, x happened; p and q the same in practice."""
    told: list[State] = []
    came_back = False
    for at in range(1, len(outcomes) + 1):
        real = [one for one in outcomes[:at] if one in "cx"]
        practice = [one for one in outcomes[:at] if one in "pq"]
        if outcomes[at - 1] == "x" and told and told[-1] is State.GONE:
            came_back = True
        told.append(said(real, practice, came_back=came_back))
    return told


def said(real: list[str], practice: list[str], *, came_back: bool) -> State:
    if len(real) < 3 or (came_back and "x" in real[-3:]):
        return State.WORKING
    seen, clean = real.count("x"), real.count("c")
    if beta(1 + seen, 1 + clean).cdf(0.25) >= 0.9:
        return State.GONE
    half = min(0.5, len(real) / len(practice)) if practice else 0.0
    with_practice = beta(1 + seen + half * practice.count("q"), 1 + clean + half * practice.count("p"))
    return State.IMPROVING if with_practice.cdf(0.25) >= 0.7 else State.WORKING


@given(st.text("cccccxppq", max_size=30))
@example("cccccccc" + "xccccccccx" + "ppp")
@example("ccxcc" + "p" * 10)
def test_every_state_is_the_one_that_the_story_asks_for(outcomes: str) -> None:
    assert states(outcomes) == referee(outcomes)


def test_three_clean_ones_are_asked_for_only_when_it_had_been_likely_gone() -> None:
    assert states("ccxcc" + "p" * 10)[-1] is State.IMPROVING
    assert states("c" * 11 + "xcc" + "p" * 28)[-1] is State.WORKING


def states(outcomes: str) -> list[State]:
    days = enumerate(outcomes, 1)
    occasions = [KinkOccasion(BEGAN + timedelta(days=day), one in "xq", real=one in "cx") for day, one in days]
    return [now.state for _, now in list_kink_verdicts(occasions, practice_began=BEGAN)]
