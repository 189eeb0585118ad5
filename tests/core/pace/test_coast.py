"""The coast guard speaks after good news only, for a day, and until it is signed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onward.facts import Event, Stage, fold
from onward.pace.coast import GREAT_INTERVIEW, SIGNED, VERBAL, GoodNews, after_signing, coast_guard

ON = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("news", "words"),
    [
        (GoodNews(ON, forecast=80), GREAT_INTERVIEW),
        (GoodNews(ON, ratings=(5, 4, 4)), GREAT_INTERVIEW),
        (GoodNews(ON, Stage.VERBAL), VERBAL),
    ],
)
def test_it_speaks_on_good_news(news: GoodNews, words: str) -> None:
    for on in (ON, ON + timedelta(days=1)):
        guard = coast_guard([news], on)
        assert guard is not None
        assert guard.words == words


@pytest.mark.parametrize(
    "news", [GoodNews(ON), GoodNews(ON, forecast=50), GoodNews(ON, ratings=(2, 3)), GoodNews(ON, Stage.SIGNED)]
)
def test_it_is_silent_on_everything_else(news: GoodNews) -> None:
    assert coast_guard([news], ON) is None


def test_it_is_silent_before_and_two_days_after() -> None:
    good = [GoodNews(ON, Stage.VERBAL)]
    assert coast_guard(good, ON + timedelta(days=2)) is None
    assert coast_guard(good, ON - timedelta(days=1)) is None
    assert coast_guard([], ON) is None


def test_the_offer_stands_above_the_interview() -> None:
    guard = coast_guard([GoodNews(ON, forecast=90), GoodNews(ON, Stage.VERBAL)], ON)
    assert guard is not None
    assert guard.news.stage is Stage.VERBAL


def test_after_signing_it_says_not_to_resign_until_cleared() -> None:
    signed = fold([Event("signed", ON)])
    assert after_signing(signed) == SIGNED
    assert "Don’t resign until everything is cleared" in SIGNED
    assert after_signing(fold([Event("written offer", ON)])) == ""
    assert after_signing(fold([Event("signed", ON), Event("rescinded", ON)])) == ""
    assert after_signing(fold([Event("cleared", ON)])).startswith("Cleared")
