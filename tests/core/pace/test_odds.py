"""The odds: a range, never a promise, and more open doors never make them worse."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.facts import Stage
from onward.pace.odds import MOST_A_WEEK, MOVES_ON, NEXT, JobChance, Odds, StageRecord, odds, pace_for

ON, BY = date(2026, 3, 3), date(2026, 9, 1)
OPEN = [JobChance(Stage.INTERVIEW), JobChance(Stage.FINAL), JobChance(Stage.APPLIED)]


def at(chances: list[JobChance], record: StageRecord | None = None, *, by: date = BY, a_week: float = 0.0) -> Odds:
    return odds(chances, on=ON, by=by, record=record or StageRecord(), rng=np.random.default_rng(7), a_week=a_week)


def test_it_says_a_chance_a_range_and_what_it_is_from() -> None:
    now = at(OPEN)
    assert now.interval.low < now.mean < now.interval.high
    assert now.words.startswith("At least one signed offer by 1 September 2026: about one in")
    assert now.words.endswith("from 3 open opportunities.")
    assert len(now.each) == 3


def test_the_same_seed_gives_the_same_odds() -> None:
    assert at(OPEN) == at(OPEN)


def test_an_interview_becomes_an_offer_one_time_in_five() -> None:
    assert MOVES_ON[Stage.INTERVIEW].mean * MOVES_ON[Stage.FINAL].mean == pytest.approx(0.20)
    assert MOVES_ON[Stage.APPLIED].mean == pytest.approx(1 / 15)
    assert MOVES_ON[Stage.VERBAL].mean == pytest.approx(0.92)


def test_nothing_open_is_no_chance_and_signed_is_certain() -> None:
    assert at([]).mean == 0
    assert at([JobChance(Stage.SIGNED)]).mean == 1


def test_every_stage_before_signed_leads_to_signed() -> None:
    for stage in NEXT:
        steps = [stage]
        while steps[-1] in NEXT:
            steps.append(NEXT[steps[-1]])
        assert steps[-1] is Stage.SIGNED


def test_shared_rates_make_the_range_wider_than_independence_would() -> None:
    many = at([JobChance(Stage.FINAL)] * 6)
    assert many.interval.high - many.interval.low > 0.2


def test_the_persons_own_counts_move_it() -> None:
    good = StageRecord({Stage.FINAL: (8, 0), Stage.INTERVIEW: (8, 0)})
    bad = StageRecord({Stage.FINAL: (0, 8), Stage.INTERVIEW: (0, 8)})
    assert at(OPEN, good).mean > at(OPEN).mean > at(OPEN, bad).mean


def test_warm_contacts_and_silence_count() -> None:
    cold, warm = at([JobChance(Stage.APPLIED)]), at([JobChance(Stage.APPLIED, warm=True)])
    assert warm.mean > 2 * cold.mean
    assert at([JobChance(Stage.FINAL, still=0.2)]).mean < at([JobChance(Stage.FINAL)]).mean


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.builds(JobChance, st.sampled_from(list(Stage)), st.booleans()), max_size=6),
    st.sampled_from(list(Stage)),
)
def test_another_open_door_and_a_later_day_never_lower_it(chances: list[JobChance], stage: Stage) -> None:
    now = at(chances)
    assert 0 <= now.interval.low <= now.interval.high <= 1
    assert at([*chances, JobChance(stage)]).mean >= now.mean - 1e-12
    assert at(chances, by=date(2027, 1, 1)).mean >= now.mean - 1e-12


def test_what_a_wished_for_chance_needs_is_never_more_than_anybody_should_send() -> None:
    enough, words = pace_for(0.3, OPEN, on=ON, by=BY, record=StageRecord(), seed=7)
    assert enough is not None
    assert enough <= MOST_A_WEEK
    assert words
    never, kind = pace_for(0.99, [], on=ON, by=date(2026, 3, 20), record=StageRecord(), seed=7)
    assert never is None
    assert "people you know" in kind
