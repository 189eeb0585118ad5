"""Hope beside probability, and when a second door is mentioned."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.pace.concentration import Nudge, describe_not_a_hundred, describe_stale, measure_concentration

HOPES = st.dictionaries(st.integers(1, 20), st.floats(0, 100), max_size=8)


def test_most_hope_on_one_place_asks_for_a_second_door() -> None:
    spread = measure_concentration({1: 70, 2: 10, 3: 10, 4: 10})
    assert round(spread.hope, 1) == 1.9
    assert spread.nudges == (Nudge.NARROW, Nudge.HALF)
    assert spread.top == 1
    assert "What would a second door be?" in spread.words


def test_four_equal_hopes_need_no_nudge() -> None:
    spread = measure_concentration(dict.fromkeys(range(4), 25.0), dict.fromkeys(range(4), 0.1))
    assert spread.nudges == ()
    assert spread.probability == pytest.approx(4)


def test_exactly_three_and_exactly_half_are_enough() -> None:
    assert Nudge.NARROW not in measure_concentration({1: 1, 2: 1, 3: 1}).nudges
    assert Nudge.HALF not in measure_concentration({1: 50, 2: 25, 3: 25}).nudges


@pytest.mark.parametrize("points", [(34, 33, 33), (35, 33, 32), (33.3, 33.3, 33.4)])
def test_three_equal_doors_are_three_in_whole_points(points: tuple[float, ...]) -> None:
    spread = measure_concentration(dict(enumerate(points)))
    assert Nudge.NARROW not in spread.nudges
    assert spread.words == ("Your hope is spread as if over 3.0 opportunities. One no would not take most of it.")


def test_what_is_said_to_be_fewer_than_three_is_asked_for_another_door() -> None:
    spread = measure_concentration({1: 40, 2: 30, 3: 30})
    assert "as if over 2.9 opportunities. What would another door be?" in spread.words


def test_hope_ahead_of_its_chances_is_said_kindly() -> None:
    spread = measure_concentration({1: 40, 2: 20, 3: 20, 4: 20}, {1: 0.1, 2: 0.3, 3: 0.3, 4: 0.3})
    assert spread.nudges == (Nudge.AHEAD,)


def test_one_known_chance_is_nothing_to_hold_hope_against() -> None:
    assert Nudge.AHEAD not in measure_concentration({1: 30, 2: 30, 3: 40}, {1: 0.01}).nudges


def test_no_points_are_no_reproach() -> None:
    for hopes in ({}, {1: 0.0}):
        spread = measure_concentration(hopes)
        assert (spread.hope, spread.top, spread.nudges) == (0, None, ())
        assert spread.words


@given(HOPES, HOPES)
def test_it_can_be_said_of_any_points(hopes: dict[int, float], chances: dict[int, float]) -> None:
    spread = measure_concentration(hopes, chances)
    assert 0 <= spread.hope <= len(hopes) + 1e-6
    assert 0 <= spread.top_share <= 1
    assert (Nudge.HALF in spread.nudges) == (round(100 * spread.top_share) > 50)


def test_points_get_old_after_a_week() -> None:
    on = date(2026, 3, 10)
    assert "100 points" in describe_stale(None, on)
    assert describe_stale(date(2026, 3, 3), on) == ""
    assert describe_stale(date(2026, 3, 2), on) == "Your points are from 8 days ago. Still so?"


def test_points_that_are_not_a_hundred_get_a_sentence() -> None:
    assert describe_not_a_hundred({1: 60, 2: 40}) == ""
    assert describe_not_a_hundred({1: 33.3, 2: 33.3, 3: 33.3}) == ""
    assert describe_not_a_hundred({1: 60}) == "That is 60 points; there are still 40."
    assert describe_not_a_hundred({1: 110}) == "That is 110 points; take off 10."
    assert describe_not_a_hundred({1: -1, 2: 101}) == "Points can’t be below 0."
