"""The coast guard speaks after good news only, for a day, and until it is signed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onward.facts import Stage
from onward.log.standing import Event, fold_events
from onward.pace.coast import GREAT_INTERVIEW, SIGNED, VERBAL, GoodNews, describe_after_signing, propose_coast_guard

ON = date(2026, 3, 3)


@pytest.mark.parametrize("news", [GoodNews(ON, forecast=80), GoodNews(ON, Stage.VERBAL)])
def test_good_news_brings_one_more_or_rest_tonight(news: GoodNews) -> None:
    guard = propose_coast_guard([news], ON)
    assert guard is not None
    assert guard.words.endswith(" one more before you celebrate, or rest tonight and do it tomorrow.")


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
        guard = propose_coast_guard([news], on)
        assert guard is not None
        assert guard.words == words


@pytest.mark.parametrize(
    "news", [GoodNews(ON), GoodNews(ON, forecast=50), GoodNews(ON, ratings=(2, 3)), GoodNews(ON, Stage.SIGNED)]
)
def test_it_is_silent_on_everything_else(news: GoodNews) -> None:
    assert propose_coast_guard([news], ON) is None


def test_it_is_silent_before_and_two_days_after() -> None:
    good = [GoodNews(ON, Stage.VERBAL)]
    assert propose_coast_guard(good, ON + timedelta(days=2)) is None
    assert propose_coast_guard(good, ON - timedelta(days=1)) is None
    assert propose_coast_guard([], ON) is None


def test_the_offer_stands_above_the_interview() -> None:
    guard = propose_coast_guard([GoodNews(ON, forecast=90), GoodNews(ON, Stage.VERBAL)], ON)
    assert guard is not None
    assert guard.news.stage is Stage.VERBAL


def test_after_signing_it_says_not_to_resign_until_cleared() -> None:
    signed = fold_events([Event("signed", ON)])
    assert describe_after_signing(signed) == SIGNED
    assert "Don’t resign until everything is cleared" in SIGNED
    assert describe_after_signing(fold_events([Event("written offer", ON)])) == ""
    assert describe_after_signing(fold_events([Event("signed", ON), Event("rescinded", ON)])) == ""
    assert describe_after_signing(fold_events([Event("cleared", ON)])).startswith("Cleared")
