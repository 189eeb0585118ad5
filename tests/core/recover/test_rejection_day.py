"""The day of a no: when it is one, and what is put away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.recover.rejection_day import Away, NoOpened, choose_default_restart, is_rejection_day, list_restarts, quiet

ON = date(2026, 3, 3)


@pytest.mark.parametrize("age", [0, 3, 7])
def test_a_fresh_no_makes_the_day_it_is_opened_a_rejection_day(age: int) -> None:
    nos = [NoOpened(ON - timedelta(days=age), ON)]
    assert is_rejection_day(nos, ON)
    assert not is_rejection_day(nos, ON + timedelta(days=1))


def test_an_older_no_starts_none() -> None:
    assert not is_rejection_day([NoOpened(ON - timedelta(days=8), ON)], ON)
    assert not is_rejection_day([NoOpened(date(2023, 1, 1), ON)] * 40, ON)


def test_a_no_dated_tomorrow_is_none() -> None:
    assert not is_rejection_day([NoOpened(ON + timedelta(days=1), ON)], ON)


def test_everything_is_away_and_the_first_words_acknowledge() -> None:
    now = quiet([NoOpened(ON, ON)], ON)
    assert now.away == frozenset(Away)
    assert now.words == "That stings. Nothing to solve tonight. Who makes you smile?"


def test_the_person_may_ask_for_what_is_away() -> None:
    now = quiet([NoOpened(ON, ON)], ON, asked_for=[Away.PRACTICE])
    assert Away.PRACTICE not in now.away
    assert Away.DRAFTS in now.away


def test_on_other_days_nothing_is_away() -> None:
    now = quiet([], ON)
    assert (now.today, now.away, now.words) == (False, frozenset(), "")


def test_going_on_is_chosen_and_tomorrow_by_default() -> None:
    choices = list_restarts(ON)
    assert [c.on for c in choices] == [date(2026, 3, 4), date(2026, 3, 5), date(2026, 3, 6)]
    assert [c.default for c in choices] == [True, False, False]
    assert choices[0].words == "Tomorrow"
    assert choices[1].words == "Thursday 5 March"
    assert choices[0].on == choose_default_restart(ON)


@given(
    st.lists(
        st.builds(NoOpened, st.dates(date(2025, 1, 1), date(2027, 1, 1)), st.dates(date(2026, 2, 1), date(2026, 4, 1)))
    )
)
def test_a_rejection_day_needs_a_no_opened_on_it(nos: list[NoOpened]) -> None:
    if is_rejection_day(nos, ON):
        assert any(no.opened_on == ON and ON - timedelta(days=7) <= no.no_on <= ON for no in nos)
