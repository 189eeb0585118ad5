"""What counts as a step elsewhere while one job looked good."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from onward.recover.elsewhere import GoodTime, Step, find_steps_elsewhere

SINCE = date(2026, 3, 2)
UNTIL = date(2026, 3, 20)
GOOD = GoodTime("Harbor Light", SINCE, UNTIL, "was at an interview or further")


def applied(on: date, employer: str = "Oak Hollow") -> Step:
    return Step(on, employer, f"applied at {employer}")


@pytest.mark.parametrize("on", [SINCE, UNTIL, SINCE + timedelta(days=3)])
def test_from_the_good_news_until_it_is_over_a_step_counts(on: date) -> None:
    (found,) = find_steps_elsewhere([GOOD], [applied(on)])
    assert found.words == "applied at Oak Hollow while Harbor Light was at an interview or further."


@pytest.mark.parametrize("on", [SINCE - timedelta(days=1), UNTIL + timedelta(days=1)])
def test_before_and_after_it_does_not(on: date) -> None:
    assert list(find_steps_elsewhere([GOOD], [applied(on)])) == []


def test_another_role_at_the_same_employer_is_not_elsewhere() -> None:
    assert list(find_steps_elsewhere([GOOD], [applied(SINCE, " harbor light")])) == []


@pytest.mark.parametrize("spelled", ["Harbor Light, Inc.", "HarborLight Careers", "The Harbor Light"])
def test_an_employer_that_is_spelled_otherwise_is_not_elsewhere(spelled: str) -> None:
    assert list(find_steps_elsewhere([GOOD], [applied(SINCE, spelled)])) == []


@pytest.mark.parametrize("other", ["Harbor Lane", "Light House", "Harbor"])
def test_an_employer_with_a_name_like_it_is_elsewhere(other: str) -> None:
    assert list(find_steps_elsewhere([GOOD], [applied(SINCE, other)]))


def test_what_still_looks_good_has_no_end() -> None:
    assert list(find_steps_elsewhere([GoodTime("A", SINCE, None, "held it")], [applied(date(2027, 3, 2))]))


def test_a_talk_counted_by_the_week_counts_if_its_week_touches_the_good_time() -> None:
    week = Step(SINCE - timedelta(days=6), "", "in that week you talked with somebody", SINCE)
    assert list(find_steps_elsewhere([GOOD], [week]))
    assert not list(find_steps_elsewhere([GOOD], [Step(week.on, "", week.did, SINCE - timedelta(days=1))]))


def test_each_step_is_named_once_and_the_oldest_first() -> None:
    steps = [applied(SINCE), applied(SINCE + timedelta(days=2), "B")]
    found = find_steps_elsewhere([GOOD, GOOD], steps)
    assert [one.on for one in found] == [SINCE, SINCE + timedelta(days=2)]


def test_no_step_is_looked_at_once_enough_were_found() -> None:
    def steps() -> Iterator[Step]:
        yield applied(SINCE)
        yield applied(SINCE + timedelta(days=1))
        raise AssertionError("the third was asked for")

    assert next(find_steps_elsewhere([GOOD], steps())).on == SINCE
