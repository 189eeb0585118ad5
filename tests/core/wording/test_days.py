"""Days as people say them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.wording.days import say_ago, say_ahead, say_day, say_duration, say_month, say_weekday

ON = date(2026, 3, 3)


def test_a_day_is_written_out() -> None:
    assert say_day(ON) == "3 March 2026"
    assert say_weekday(ON) == "Tuesday 3 March"


@pytest.mark.parametrize(
    ("back", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (61, "2 months ago"),
        (365, "12 months ago"),
        (730, "2 years ago"),
    ],
)
def test_how_long_ago(back: int, words: str) -> None:
    assert say_ago(ON - timedelta(days=back), ON) == words


def test_what_is_ahead() -> None:
    assert say_ahead(ON, ON) == "today"
    assert say_ahead(date(2026, 3, 4), ON) == "tomorrow"
    assert say_ahead(date(2026, 3, 6), ON) == "on Friday 6 March"
    assert say_ahead(date(2026, 3, 2), ON) == "yesterday"
    assert say_ago(date(2026, 3, 6), ON) == "on 6 March 2026"


def test_a_month_carries_its_year_once_it_is_not_clear() -> None:
    assert say_month(date(2026, 3, 9), date(2026, 11, 23)) == "March"
    assert say_month(date(2025, 12, 9), date(2026, 11, 23)) == "December"
    assert say_month(date(2025, 11, 9), date(2026, 11, 23)) == "November 2025"


def test_one_day_is_singular() -> None:
    assert (say_duration(1), say_duration(2)) == ("1 day", "2 days")


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_every_pair_of_days_can_be_said(day: date, on: date) -> None:
    assert say_ago(day, on)
    assert say_ahead(day, on)
    assert say_month(day, on).split()[0] in say_day(day)
