"""The tight spot and the week: counts before claims, and a day off that is off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.pace.tight import NOT_MET, Spot, judge_tight_spot
from onward.pace.week import Goals, plan_week

TUESDAY = date(2026, 3, 3)


def test_twenty_applications_without_an_interview_show_a_tight_spot_and_nineteen_do_not() -> None:
    tight = judge_tight_spot(applications=20, interviewed=0, interviews=0, offers=0)
    assert tight.spot is Spot.APPLICATIONS
    assert tight.words.startswith(NOT_MET)
    assert len(tight.offers) == 2
    loose = judge_tight_spot(applications=19, interviewed=0, interviews=0, offers=0)
    assert (loose.spot, loose.words) == (Spot.NONE, NOT_MET)


def test_five_interviews_without_an_offer_are_too_few_to_say() -> None:
    assert judge_tight_spot(applications=10, interviewed=5, interviews=5, offers=0).spot is Spot.NONE


def test_interviews_are_named_only_when_the_rule_allows_it() -> None:
    tight = judge_tight_spot(applications=10, interviewed=10, interviews=10, offers=0)
    assert tight.spot is Spot.INTERVIEWS
    assert "from 10 interviews" in tight.words


@given(st.integers(0, 7), st.integers(0, 7))
def test_fewer_than_eight_are_never_a_tight_spot(n: int, m: int) -> None:
    assert judge_tight_spot(applications=n, interviewed=0, interviews=m, offers=0).spot is Spot.NONE


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
