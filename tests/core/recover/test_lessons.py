"""The three lessons are learned by doing, with evidence, and can be retired."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.recover.lessons import FINISH, Accepted, LessonName, WeekOfHope, judge_lessons
from onward.recover.rejection_day import Closed

MONDAY = date(2026, 3, 2)
DAY = date(2026, 3, 3)
CLOSED = Closed(DAY, contacted=True, restarted_on=DAY + timedelta(days=1))
ACCEPTED = Accepted(date(2026, 4, 1), date(2026, 2, 1), 3, 3)


def week(n: int, effective: float | None, *, final: bool = False) -> WeekOfHope:
    return WeekOfHope(MONDAY + timedelta(days=7 * n), effective, final)


def done(lesson: LessonName, **given: object) -> bool:
    asked = {"weeks": (), "days": (), "accepted": (), **given}
    found = judge_lessons(asked["weeks"], asked["days"], asked["accepted"])  # type: ignore[arg-type]
    return next(one.done for one in found if one.lesson is lesson)


def test_hopes_take_three_weeks_in_a_row_one_with_a_live_final() -> None:
    assert done(LessonName.HOPES, weeks=[week(0, 3.0), week(1, 3.4, final=True), week(2, 4.0)])


@pytest.mark.parametrize(
    "weeks",
    [
        [week(0, 3.0), week(1, 3.4, final=True)],
        [week(0, 3.0), week(1, 3.4), week(2, 4.0)],
        [week(0, 3.0), week(1, 2.9, final=True), week(2, 4.0), week(3, 4.0)],
        [week(0, 3.0), week(1, None), week(2, 4.0, final=True), week(3, 4.0)],
        [week(0, 3.0), week(2, 4.0, final=True), week(3, 4.0)],
        [],
    ],
)
def test_hopes_are_not_learned_by_less(weeks: list[WeekOfHope]) -> None:
    assert not done(LessonName.HOPES, weeks=weeks)


def test_normal_takes_a_closed_day_somebody_contacted_and_a_return_within_72_hours() -> None:
    assert done(LessonName.NORMAL, days=[CLOSED])
    assert done(LessonName.NORMAL, days=[replace(CLOSED, restarted_on=DAY + timedelta(days=3))])
    assert not done(LessonName.NORMAL, days=[replace(CLOSED, contacted=False)])
    assert not done(LessonName.NORMAL, days=[replace(CLOSED, restarted_on=None)])
    assert not done(LessonName.NORMAL, days=[replace(CLOSED, restarted_on=DAY + timedelta(days=4))])


def test_values_take_a_date_and_every_live_option_checked_before_the_accept() -> None:
    assert done(LessonName.VALUES, accepted=[ACCEPTED])
    assert not done(LessonName.VALUES, accepted=[replace(ACCEPTED, checked=2)])
    assert not done(LessonName.VALUES, accepted=[replace(ACCEPTED, values_dated=None)])
    assert not done(LessonName.VALUES, accepted=[replace(ACCEPTED, values_dated=date(2026, 4, 2))])


def test_each_lesson_shows_its_evidence_and_what_it_still_takes() -> None:
    found = judge_lessons([week(0, 3.5)], [CLOSED], [])
    assert [one.says for one in found] == [
        "Don’t pin all hopes on one opportunity.",
        "It happens to everyone.",
        "Never compromise your values.",
    ]
    assert found[0].evidence == ("2 March 2026: 3.5 effective opportunities.",)
    assert found[1].next == FINISH
    assert "before you said yes" in found[2].next


def test_the_person_may_retire_a_lesson_at_any_time() -> None:
    hopes, *_ = judge_lessons([], [], [], retired=frozenset({LessonName.HOPES}))
    assert (hopes.done, hopes.retired, hopes.over, hopes.next) == (False, True, True, FINISH)


@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.one_of(st.none(), st.floats(0, 8)), st.booleans()), unique_by=lambda t: t[0]
    )
)
def test_the_order_of_the_weeks_does_not_matter(rows: list[tuple[int, float | None, bool]]) -> None:
    weeks = [week(n, effective, final=final) for n, effective, final in rows]
    assert judge_lessons(weeks, [], []) == judge_lessons(weeks[::-1], [], [])
