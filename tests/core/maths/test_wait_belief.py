"""A belief about waits learns share, median and spread together, and the same waits always give the same figures."""

from __future__ import annotations

from math import erfc, exp, log, sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.maths.survival import LONGEST_WAIT, Wait, Waited
from onward.maths.wait_belief import CHANGED, CHANGES, JUST_CHANGED, Evidence, WaitBelief, believe_waits
from onward.maths.wait_grid import POINTS, REACH, WaitPrior, grid_around, prior_weights, round_days

DEVIATIONS = (1.0, 1.1, 0.35)
FORM = WaitPrior(Wait(0.37, 5.8, 1.0), DEVIATIONS)
WAITS = st.lists(st.builds(Waited, st.integers(0, 400), st.booleans(), st.integers(0, 400)), max_size=20)


def learned(waits: list[Waited], prior: WaitPrior = FORM) -> WaitBelief:
    return believe_waits(prior, [Evidence(wait, prior) for wait in waits])


def silent(days: int, ago: int | None = None) -> Waited:
    return Waited(days, heard=False, ago=days if ago is None else ago)


def test_before_any_wait_it_is_the_prior_around_its_center() -> None:
    belief = learned([])
    assert sum(belief.coming) + belief.never == pytest.approx(1)
    assert belief.still(0) == pytest.approx(0.38, abs=0.02)
    assert belief.typical().median == pytest.approx(FORM.center.median, rel=0.001)
    assert sum(prior_weights()) == pytest.approx(1)


def test_a_small_grid_added_up_by_hand_gives_the_same() -> None:
    """Every point with its prior and the likelihood of three waits of one time, in plain words."""
    waits = [Waited(3, heard=True, ago=5), Waited(9, heard=True, ago=12), silent(15, ago=15)]
    steps = [[REACH * (2 * place / (n - 1) - 1) for place in range(n)] for n in POINTS]
    told, prior = [0.0, 0.0], [0.0, 0.0]
    for share_step in steps[0]:
        share = 1 / (1 + exp(-log(0.37 / 0.63) - DEVIATIONS[0] * share_step))
        for median_step in steps[1]:
            median = log(5.8) + DEVIATIONS[1] * median_step
            for spread_step in steps[2]:
                spread = exp(DEVIATIONS[2] * spread_step)

                def left(day: int, median: float = median, spread: float = spread) -> float:
                    return 0.5 * erfc((log(day + 0.5) - median) / (spread * sqrt(2)))

                weight = exp(-(share_step**2 + median_step**2 + spread_step**2) / 2)
                likely = share * (left(2) - left(3)) * share * (left(8) - left(9)) * (1 - share + share * left(15))
                for sums, w in ((told, weight * likely), (prior, weight)):
                    sums[0] += w * share * left(20)
                    sums[1] += w * (1 - share + share * left(20))
    by_waits = [x / told_total for x, told_total in ((told[0], _total(waits)), (told[1], _total(waits)))]
    by_prior = [x / _total([]) for x in prior]
    mixed = [(1 - JUST_CHANGED) * x + JUST_CHANGED * y for x, y in zip(by_waits, by_prior, strict=True)]
    assert learned(waits).still(20) == pytest.approx(mixed[0] / mixed[1], rel=1e-9)


def _total(waits: list[Waited]) -> float:
    """The sum over the grid of prior times likelihood, from the grid's own tables."""
    grid, total, place = grid_around(FORM), 0.0, 0
    steps = [[REACH * (2 * at / (n - 1) - 1) for at in range(n)] for n in POINTS]
    for a, share_step in enumerate(steps[0]):
        shape = 0
        for median_step in steps[1]:
            for spread_step in steps[2]:
                logs = sum(
                    log(grid.shares[a]) + grid.answered(int(w.days))[shape]
                    if w.heard
                    else grid.silent(int(w.days))[place]
                    for w in waits
                )
                total += exp(-(share_step**2 + median_step**2 + spread_step**2) / 2 + logs)
                shape, place = shape + 1, place + 1
    return total


@pytest.mark.parametrize(("median", "spread"), [(3, 0.7), (14, 0.8), (30, 1.0)])
def test_share_median_and_spread_are_all_learned(median: float, spread: float) -> None:
    chance = Random(1)
    heard = [Waited(int(exp(log(median) + spread * chance.gauss(0, 1))), heard=True, ago=300) for _ in range(60)]
    typical = learned([*heard, *[silent(300)] * 60]).typical()
    assert typical.hears == pytest.approx(0.5, abs=0.07)
    assert typical.median == pytest.approx(median, rel=0.3)
    assert typical.spread == pytest.approx(spread, rel=0.25)


def test_twelve_waits_answered_on_day_forty_say_that_day_thirty_is_early() -> None:
    """With the share alone learned it said one in nine."""
    assert learned([Waited(40, heard=True, ago=60)] * 12).still(30) > 0.7


def test_it_stands_by_what_it_learned_when_nothing_changes_and_forgets_what_was_another_time() -> None:
    lively = [Waited(3, heard=True, ago=150)] * 20
    steady = learned([*lively, *[Waited(3, heard=True, ago=30)] * 10, *[silent(60)] * 5]).still(0)
    turned = learned([*lively, *[silent(30)] * 25]).still(0)
    forgets_nothing = 20 / 45
    assert steady > 0.75
    assert turned < forgets_nothing / 2


def test_waits_of_another_kind_teach_through_their_own_center() -> None:
    """Twice as slow as is usual there is taken as a hint of slowness here, not as the same days."""
    usual, slow = (WaitPrior(Wait(0.6, days, 0.8), DEVIATIONS) for days in (7, 28))
    waits = [Waited(28, heard=True, ago=40)] * 10
    as_usual = believe_waits(usual, [Evidence(wait, slow, 0.5) for wait in waits])
    assert as_usual.typical().median == pytest.approx(7, rel=0.1)
    assert believe_waits(usual, [Evidence(wait, usual, 0.5) for wait in waits]).typical().median > 14


@settings(max_examples=30, deadline=None)
@given(WAITS, st.integers(0, 400), st.integers(1, 60))
def test_more_silence_never_raises_the_chance_and_every_figure_is_a_chance(
    waits: list[Waited], day: int, more: int
) -> None:
    belief = learned(waits)
    within = belief.range(day)
    assert 0 <= belief.still(day + more) <= belief.still(day) + 1e-12 <= 1
    assert 0 <= belief.soon(day, more) <= belief.still(day) + 1e-12
    assert 0 <= within.low <= within.high <= 1
    assert 0 <= belief.first_day(0.1) <= LONGEST_WAIT


@settings(max_examples=20, deadline=None)
@given(WAITS, st.randoms(use_true_random=False))
def test_the_order_of_the_waits_makes_no_difference(waits: list[Waited], chance: Random) -> None:
    shuffled = list(waits)
    chance.shuffle(shuffled)
    assert learned(shuffled).still(9) == learned(waits).still(9)


def test_all_silent_and_all_answered_on_one_day_are_figures_too() -> None:
    dark, bright = learned([silent(300)] * 10_000), learned([Waited(0, heard=True, ago=9)] * 10_000)
    assert 0 < dark.still(0) < 0.1
    assert 0.5 < bright.still(0) < 1
    assert bright.still(30) < bright.still(0)


def test_far_out_days_are_rounded_and_none_is_below_zero() -> None:
    assert [round_days(day) for day in (-3, 0, 29, 31, 61, 130, 400, 99_999)] == [0, 0, 29, 30, 60, 120, 360, 3660]


def test_the_stories_leave_room_for_the_one_where_nothing_changed() -> None:
    assert CHANGED * len(CHANGES) + JUST_CHANGED < 1
    assert list(CHANGES) == sorted(CHANGES)
