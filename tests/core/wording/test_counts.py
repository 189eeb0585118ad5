"""Counts and rates in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.maths.proportion import Beta, Interval
from onward.wording.counts import join_words, say_between, say_count, say_one_in, say_rate, spell_number, spell_times

ASKS = (
    "{about}, {between}, before any asks of your own",
    "{about}, {between}, from {n} ask",
    "{about}, {between}, from {n} asks",
)


def test_a_rate_says_its_middle_its_width_and_its_n() -> None:
    belief = Beta(1.5, 8.5).updated(2, 9)
    assert say_rate(belief, 11, *ASKS) == "about one in six, between 7 and 27 in 100, from 11 asks"


def test_a_rate_without_data_says_so() -> None:
    assert say_rate(Beta(1.5, 8.5), 0, *ASKS).endswith("before any asks of your own")


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "fewer than one in 100"),
        (0.01, "one in 100"),
        (0.15, "one in seven"),
        (0.1667, "one in six"),
        (0.33, "one in three"),
        (0.5, "one in two"),
        (0.66, "two in three"),
        (0.9, "nine in ten"),
        (0.97, "nearly all"),
        (1, "all"),
    ],
)
def test_a_share_is_said_as_a_fraction(share: float, words: str) -> None:
    assert say_one_in(share) == words


def test_small_numbers_are_words() -> None:
    assert (spell_number(0), spell_number(12), spell_number(13), spell_number(1200)) == (
        "zero",
        "twelve",
        "13",
        "1,200",
    )
    forms = ("{n} reply", "{n} replies")
    assert [say_count(n, *forms) for n in (0, 1, 2)] == ["no replies", "1 reply", "2 replies"]


def test_how_often_is_said_as_people_do() -> None:
    assert (spell_times(1), spell_times(2), spell_times(3), spell_times(20)) == (
        "once",
        "twice",
        "three times",
        "20 times",
    )


def test_lists_end_in_and() -> None:
    assert join_words([]) == ""
    assert join_words(["a"]) == "a"
    assert join_words(["a", "b", "c"]) == "a, b and c"


@given(st.floats(0, 1), st.floats(0, 1))
def test_an_interval_is_always_sayable(one: float, other: float) -> None:
    words = say_between(Interval(min(one, other), max(one, other)))
    assert "in 100" in words


@given(st.floats(0.02, 0.95))
def test_the_fraction_is_never_far_off(share: float) -> None:
    words = say_one_in(share)
    numbers = {spell_number(n): n for n in range(13)}
    top, bottom = (numbers.get(w) or int(w) for w in words.split(" in "))
    assert abs(top / bottom - share) < 0.06
