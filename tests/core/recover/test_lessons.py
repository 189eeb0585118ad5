"""The three lessons are learned by doing, with evidence, and can be retired."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onward.recover.elsewhere import StepElsewhere
from onward.recover.lessons import FINISH, Accepted, LessonName, judge_lessons
from onward.recover.rejection_day import Closed

DAY = date(2026, 3, 3)
CLOSED = Closed(DAY, contacted=True, restarted_on=DAY + timedelta(days=1))
ACCEPTED = Accepted(date(2026, 4, 1), date(2026, 2, 1), 3, 3)


def done(lesson: LessonName, **given: object) -> bool:
    asked = {"elsewhere": (), "days": (), "accepted": (), **given}
    found = judge_lessons(asked["elsewhere"], asked["days"], asked["accepted"])  # type: ignore[arg-type]
    return next(one.done for one in found if one.lesson is lesson)


def test_hopes_are_learned_by_a_step_elsewhere_while_one_job_looked_good() -> None:
    assert done(
        LessonName.HOPES, elsewhere=[StepElsewhere(DAY, "applied at B while A was at an interview or further.")]
    )
    assert not done(LessonName.HOPES, elsewhere=[])


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
    found = judge_lessons([StepElsewhere(DAY, "applied at B while A held half of your hope or more.")], [CLOSED], [])
    assert [one.says for one in found] == [
        "Don’t pin all hopes on one opportunity.",
        "It happens to everyone.",
        "Never compromise your values.",
    ]
    assert found[0].evidence == ("3 March 2026: applied at B while A held half of your hope or more.",)
    assert found[1].next == FINISH
    assert "before you said yes" in found[2].next


def test_the_person_may_retire_a_lesson_at_any_time() -> None:
    hopes, *_ = judge_lessons([], [], [], retired=frozenset({LessonName.HOPES}))
    assert (hopes.done, hopes.retired, hopes.over, hopes.next) == (False, True, True, FINISH)
