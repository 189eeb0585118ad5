"""Silence is counted only as far as somebody can vouch for it, and is never called a no."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.facts import Stage
from onward.maths.survival import Waited
from onward.pace.own_waits import OwnWait
from onward.pace.silence import (
    CARRY_ON,
    CountedBy,
    EmployerWait,
    add_business_days,
    count_silence_to,
    measure_silence,
    plan_status_check,
)
from onward.pace.situations import find_situation
from onward.pace.waiting_curve import learn_curve

SINCE = date(2026, 3, 2)  # a Monday
INTERVIEW = EmployerWait(Stage.INTERVIEW, SINCE)


def own(days: int, *, heard: bool, stage: Stage = Stage.INTERVIEW) -> OwnWait:
    return OwnWait(find_situation(stage), Waited(days, heard, ago=days))


def day(n: int) -> date:
    return SINCE + timedelta(days=n)


def test_it_counts_to_the_day_mail_was_last_read_and_says_so() -> None:
    now = measure_silence(INTERVIEW, on=day(20), read_to=day(5))
    assert (now.days, now.counted_by, now.quiet) == (5, CountedBy.MAIL, False)
    assert now.words == "5 days without news, counted to 7 March 2026, as far as mail was read."


def test_the_persons_own_word_counts_as_well() -> None:
    now = measure_silence(INTERVIEW, on=day(20), read_to=day(5), said_on=day(15))
    assert (now.days, now.counted_by, now.quiet) == (15, CountedBy.PERSON, True)
    assert "you last said so" in now.words


def test_unread_mail_counts_nothing() -> None:
    now = measure_silence(INTERVIEW, on=day(90), read_to=None)
    assert (now.days, now.quiet, now.plan_closed, now.counted_by) == (0, False, False, CountedBy.NOTHING)
    assert "isn’t counted yet" in now.words


def test_two_weeks_that_nobody_vouches_for_are_not_known() -> None:
    assert measure_silence(INTERVIEW, on=day(14), read_to=None).is_unknown
    assert measure_silence(INTERVIEW, on=day(40), read_to=day(26)).is_unknown
    for known in (
        measure_silence(INTERVIEW, on=day(13), read_to=None),
        measure_silence(INTERVIEW, on=day(40), read_to=day(27)),
        measure_silence(INTERVIEW, on=day(40), read_to=None, said_on=day(40)),
        measure_silence(EmployerWait(Stage.INTERVIEW, SINCE, promised=day(30)), on=day(40), read_to=None),
    ):
        assert not known.is_unknown


@pytest.mark.parametrize(
    ("stage", "closed"), [(Stage.INTERVIEW, 37), (Stage.SCREEN, 37), (Stage.FINAL, 53), (Stage.APPLIED, 24)]
)
def test_quiet_at_fourteen_days_and_carried_on_without_at_one_in_ten(stage: Stage, closed: int) -> None:
    now = measure_silence(EmployerWait(stage, SINCE), on=day(90), read_to=day(90))
    assert (now.quiet_on, now.plan_closed_on) == (day(14), day(closed))
    before, then = (
        measure_silence(EmployerWait(stage, SINCE), on=day(n), read_to=day(n)) for n in (closed - 1, closed)
    )
    assert then.chance <= 0.10 < before.chance
    assert (before.plan_closed, then.plan_closed) == (False, True)
    assert "Carry on as if they won’t answer; they still might." in then.words
    assert CARRY_ON not in before.words
    assert "rejected" not in now.words


def test_nothing_is_quiet_or_given_up_before_fourteen_days_however_dark_the_past() -> None:
    """Thirty silent applications and one sent today: it read “No day without news yet. Plan as if closed”."""
    silent = [own(200, heard=False, stage=Stage.APPLIED)] * 30
    for days in range(14):
        now = measure_silence(EmployerWait(Stage.APPLIED, SINCE), on=day(days), read_to=day(days), waits=silent)
        assert now.chance < 0.10
        assert not now.quiet
        assert not now.plan_closed
        assert (now.quiet_on, now.plan_closed_on) == (day(14), day(14))
        assert "arry on" not in now.words
    assert measure_silence(EmployerWait(Stage.APPLIED, SINCE), on=day(14), read_to=day(14), waits=silent).plan_closed


def test_nothing_is_given_up_before_the_day_they_named() -> None:
    silent = [own(200, heard=False)] * 30
    promised = measure_silence(replace(INTERVIEW, promised=day(40)), on=day(39), read_to=day(39), waits=silent)
    assert (promised.days, promised.quiet, promised.plan_closed) == (0, False, False)
    assert promised.plan_closed_on == day(54)


def test_a_promised_date_restarts_the_clock() -> None:
    promised = replace(INTERVIEW, promised=day(10))
    assert measure_silence(promised, on=day(20), read_to=day(20)).days == 10
    assert measure_silence(promised, on=day(8), read_to=day(8)).days == 0


def test_one_check_after_the_promised_date_one_more_a_week_later_then_stop() -> None:
    promised = replace(INTERVIEW, promised=date(2026, 3, 6))  # a Friday
    first = plan_status_check(promised)
    assert (first.earliest, first.latest) == (date(2026, 3, 11), date(2026, 3, 13))
    second = plan_status_check(replace(promised, checks=(date(2026, 3, 11),)))
    assert second.earliest == date(2026, 3, 18)
    assert not second.due(date(2026, 3, 17))
    stop = plan_status_check(replace(promised, checks=(date(2026, 3, 11), date(2026, 3, 18))))
    assert stop.earliest is None
    assert not stop.due(date(2027, 1, 1))


def test_without_a_promise_the_check_is_on_day_ten() -> None:
    assert plan_status_check(INTERVIEW).earliest == day(10)


def test_after_a_form_alone_there_is_nobody_to_check_with() -> None:
    assert plan_status_check(EmployerWait(Stage.APPLIED, SINCE)).earliest is None


def test_checks_from_before_the_last_news_no_longer_count() -> None:
    assert plan_status_check(replace(INTERVIEW, checks=(day(-9), day(-2)))).earliest == day(10)


def test_a_chance_comes_with_its_range_and_the_waits_behind_it() -> None:
    now = measure_silence(INTERVIEW, on=day(14), read_to=day(14))
    assert now.words == (
        "14 days without news, counted to 16 March 2026, as far as mail was read. Waits as long as this one still end "
        "in an answer: about one in four, between 1 and 67 in 100, from assumed waits."
    )
    taught = measure_silence(INTERVIEW, on=day(14), read_to=day(14), waits=[own(5, heard=True)] * 12)
    assert "from assumed waits and 12 of your own." in taught.words
    form = measure_silence(EmployerWait(Stage.APPLIED, SINCE), on=day(14), read_to=day(14))
    assert form.words.endswith("from the waits of two people.")


def test_before_a_named_day_nothing_is_silence_and_after_it_the_days_are_past_it() -> None:
    promised = replace(INTERVIEW, promised=day(10))
    before = "They named 12 March 2026; until then it isn’t silence."
    assert measure_silence(promised, on=day(8), read_to=day(8)).words == before
    assert measure_silence(promised, on=day(13), read_to=day(13)).words.startswith(
        "3 days past the day they named, counted"
    )
    assert measure_silence(INTERVIEW, on=day(0), read_to=day(0)).words.startswith("No day without news yet, counted")


def test_business_days_leave_the_weekend_out() -> None:
    assert add_business_days(date(2026, 3, 6), 1) == date(2026, 3, 9)
    assert add_business_days(date(2026, 3, 7), 5) == date(2026, 3, 13)


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 200), st.sampled_from(list(Stage)))
def test_it_never_counts_past_today_or_past_what_is_vouched_for(read: int, said: int, on: int, stage: Stage) -> None:
    now = measure_silence(EmployerWait(stage, SINCE), on=day(on), read_to=day(read), said_on=day(said))
    assert now.counted_to is not None
    assert now.counted_to <= day(on)
    assert 0 <= now.days <= min(on, max(read, said))
    assert now.quiet or not now.plan_closed
    assert 0 <= now.chance <= 1
    assert count_silence_to(on=day(on), read_to=day(read), said_on=day(said))[0] == now.counted_to


def test_a_curve_that_many_jobs_share_says_the_same_as_their_waits() -> None:
    for stage in (Stage.APPLIED, Stage.INTERVIEW, Stage.FINAL):
        waits = [own(days, heard=days < 20, stage=stage) for days in (3, 9, 12, 30, 45)]
        one = EmployerWait(stage, day(1))
        shared = measure_silence(one, on=day(20), read_to=day(20), learned=learn_curve(one.situation, waits))
        assert shared == measure_silence(one, on=day(20), read_to=day(20), waits=waits)
        assert shared != measure_silence(one, on=day(20), read_to=day(20))


def test_a_clock_set_back_and_a_day_to_come_count_no_silence() -> None:
    back = measure_silence(INTERVIEW, on=day(-5), read_to=day(20), said_on=day(30))
    assert (back.days, back.counted_to, back.quiet) == (0, day(-5), False)
    ahead = measure_silence(EmployerWait(Stage.INTERVIEW, day(30)), on=day(10), read_to=day(10))
    assert (ahead.days, ahead.quiet, ahead.left) == (0, False, 1)


def test_a_check_whose_day_has_come_is_fine_now() -> None:
    assert plan_status_check(INTERVIEW, on=day(9)).words == "One friendly check is fine from 12 March 2026."
    assert plan_status_check(INTERVIEW, on=day(10)).words == "One friendly check is fine now."
    assert measure_silence(INTERVIEW, on=day(30), read_to=day(30)).check.words == "One friendly check is fine now."


def test_a_check_isnt_called_fine_now_before_the_silence_is_counted_to_its_day() -> None:
    now = measure_silence(INTERVIEW, on=day(18), read_to=day(3))
    assert not now.check_due(day(18))
    assert now.check.words == "One friendly check is fine once the mail is read, or you say that nothing came."
    again = measure_silence(replace(INTERVIEW, checks=(day(10),)), on=day(18), read_to=day(11))
    assert again.check.words == (
        "One more check is fine once the mail is read, or you say that nothing came; then stop."
    )


@given(n=st.integers(0, 30), read=st.none() | st.integers(0, 30), said=st.none() | st.integers(0, 30))
def test_a_check_is_called_fine_now_when_and_only_when_it_is_due(n: int, read: int | None, said: int | None) -> None:
    read_to, said_on = (None if at is None else day(at) for at in (read, said))
    now = measure_silence(INTERVIEW, on=day(n), read_to=read_to, said_on=said_on)
    assert ("fine now" in now.check.words) == now.check_due(day(n))
