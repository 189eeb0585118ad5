"""Days as people say them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.wording.days import ago, ahead, in_words, lasted, month_of, with_weekday

ON = date(2026, 3, 3)


def test_a_day_is_written_out() -> None:
    assert in_words(ON) == "3 March 2026"
    assert with_weekday(ON) == "Tuesday 3 March"


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
    assert ago(ON - timedelta(days=back), ON) == words


def test_what_is_ahead() -> None:
    assert ahead(ON, ON) == "today"
    assert ahead(date(2026, 3, 4), ON) == "tomorrow"
    assert ahead(date(2026, 3, 6), ON) == "on Friday 6 March"
    assert ahead(date(2026, 3, 2), ON) == "yesterday"
    assert ago(date(2026, 3, 6), ON) == "on 6 March 2026"


def test_a_month_carries_its_year_once_it_is_not_clear() -> None:
    assert month_of(date(2026, 3, 9), date(2026, 11, 23)) == "March"
    assert month_of(date(2025, 12, 9), date(2026, 11, 23)) == "December"
    assert month_of(date(2025, 11, 9), date(2026, 11, 23)) == "November 2025"


def test_one_day_is_singular() -> None:
    assert (lasted(1), lasted(2)) == ("1 day", "2 days")


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_every_pair_of_days_can_be_said(day: date, on: date) -> None:
    assert ago(day, on)
    assert ahead(day, on)
    assert month_of(day, on).split()[0] in in_words(day)
