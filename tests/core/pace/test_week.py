"""The week: quality goals, and a day off that is off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onward.pace.week import Goals, plan_week

TUESDAY = date(2026, 3, 3)


def test_a_week_says_what_is_left() -> None:
    now = plan_week(Goals(), on=TUESDAY, tailored=1)
    assert (
        now.words
        == "A good week from here: 1 tailored application, 2 talks with people and 1 practice session. Sunday is off."
    )
    assert now.starts == date(2026, 3, 2)


def test_the_day_off_wants_nothing() -> None:
    now = plan_week(Goals(), on=TUESDAY + timedelta(days=5))
    assert now.off
    assert "Day off" in now.words


def test_more_than_the_goal_is_not_counted_out() -> None:
    done = plan_week(Goals(), on=TUESDAY, tailored=9, contacts=9, practice=9)
    assert (done.tailored, done.contacts, done.practice) == (0, 0, 0)
    assert done.words.startswith("That was a good week.")


@pytest.mark.parametrize("bad", [{"tailored": 16}, {"contacts": -1}, {"day_off": 7}])
def test_it_refuses_goals_that_are_none(bad: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="week"):
        Goals(**bad)
