"""The day of a no: when it is one, and when it is over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onward.recover.rejection_day import (
    can_restart_on,
    choose_default_restart,
    is_fresh,
    list_fresh_days,
    list_restarts,
)

ON = date(2026, 3, 3)


@pytest.mark.parametrize("age", [-1, 0, 3, 7])
def test_a_fresh_no_makes_the_day_it_is_opened_a_rejection_day(age: int) -> None:
    assert is_fresh(ON - timedelta(days=age), ON)


@pytest.mark.parametrize("age", [-2, 8, 1_200])
def test_an_older_one_and_one_dated_far_ahead_make_none(age: int) -> None:
    assert not is_fresh(ON - timedelta(days=age), ON)


def test_the_fresh_days_are_those_and_no_others() -> None:
    first, last = list_fresh_days(ON)
    assert (first, last) == (date(2026, 2, 24), date(2026, 3, 4))
    assert is_fresh(first, ON)
    assert is_fresh(last, ON)


def test_going_on_is_chosen_and_tomorrow_by_default() -> None:
    choices = list_restarts(ON)
    assert [c.on for c in choices] == [date(2026, 3, 4), date(2026, 3, 5), date(2026, 3, 6)]
    assert [c.default for c in choices] == [True, False, False]
    assert choices[0].words == "Tomorrow"
    assert choices[1].words == "Thursday 5 March"
    assert choices[0].on == choose_default_restart(ON)


@pytest.mark.parametrize(("days", "can"), [(0, False), (1, True), (2, True), (3, True), (4, False)])
def test_going_on_is_from_tomorrow_to_72_hours(days: int, can: bool) -> None:
    assert can_restart_on(ON, ON + timedelta(days=days)) is can
