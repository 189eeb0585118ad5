"""Weights by swing: an order in few taps, checked against itself, and turned into points."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.values.swing import (
    MOST_TAPS,
    Swing,
    SwingStep,
    answer_swing,
    ask_next,
    call_rest_alike,
    describe_contradiction,
    find_centroid,
    weigh_swing,
)

NAMES = ["pay", "support", "people", "freedom", "craft", "praise"]


def play(options: int, choose: Callable[[tuple[int, ...]], int]) -> tuple[Swing, int]:
    """Answer until it is done; the taps, the one that keeps it among them."""
    swing, taps = Swing(options), 0
    while (asked := ask_next(swing)).step is not SwingStep.DONE:
        swing, taps = answer_swing(swing, choose(asked.options)), taps + 1
    return swing, taps + 1


def test_whoever_answers_as_they_feel_gets_that_order() -> None:
    feels = [3, 0, 5, 1, 2, 4]
    swing, taps = play(6, lambda options: min(options, key=feels.index))
    points = weigh_swing(swing)
    assert sorted(range(6), key=lambda place: -points[place]) == feels
    assert points[3] == 100
    assert taps == 8


@given(st.integers(2, 10), st.randoms(use_true_random=False))
def test_it_takes_ten_taps_at_most_whatever_is_answered(options: int, dice: object) -> None:
    _, taps = play(options, dice.choice)  # type: ignore[attr-defined]
    assert taps <= MOST_TAPS == 10


@given(st.integers(2, 10), st.randoms(use_true_random=False))
def test_points_keep_the_order_and_what_was_not_ordered_comes_last_and_alike(options: int, dice: object) -> None:
    swing, _ = play(options, dice.choice)  # type: ignore[attr-defined]
    points = weigh_swing(swing)
    ranked = [points[place] for place in swing.order]
    rest = {points[place] for place in range(options) if place not in swing.order}
    assert ranked == sorted(ranked, reverse=True)
    assert len(rest) <= 1
    assert all(one <= min(ranked) for one in rest)


def test_the_centroid_is_the_published_one() -> None:
    assert find_centroid(4) == pytest.approx((0.521, 0.271, 0.146, 0.063), abs=0.0006)  # Barron and Barrett 1996
    assert sum(find_centroid(10)) == pytest.approx(1)


def contradicted() -> Swing:
    swing = Swing(6)
    for chosen in (0, 1, 2, 3, 4):
        swing = answer_swing(swing, chosen)
    return answer_swing(swing, 2)  # 0 stood above it


def test_a_contradiction_is_said_and_the_person_chooses() -> None:
    swing = contradicted()
    assert describe_contradiction(swing, NAMES) == (
        "You put “pay” above “people”, and just now “people” above “pay”. Which one would you keep?"
    )
    assert ask_next(swing).options == (0, 2)
    assert answer_swing(swing, 0).order == (0, 1, 2, 3, 4)
    assert answer_swing(swing, 2).order == (2, 0, 1, 3, 4)


def test_whoever_says_the_same_again_is_not_asked_twice() -> None:
    swing = Swing(6, (0, 1, 2, 3, 4))
    assert describe_contradiction(answer_swing(swing, 0), NAMES) == ""
    assert ask_next(answer_swing(swing, 0)).step is SwingStep.PAIR


def test_the_rest_may_be_called_alike_once_two_are_put() -> None:
    with pytest.raises(ValueError, match=r"\(0,\)"):
        call_rest_alike(Swing(6, (0,)))
    swing = call_rest_alike(Swing(6, (4, 1)))
    assert ask_next(swing).step is SwingStep.PAIR
    points = weigh_swing(swing)
    assert points[4] == 100
    assert len({points[place] for place in (0, 2, 3, 5)}) == 1


def test_what_was_not_asked_is_no_answer() -> None:
    with pytest.raises(ValueError, match="7"):
        answer_swing(Swing(6), 7)
