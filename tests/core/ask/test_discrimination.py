"""The official ways where somebody suspects discrimination, and until when each is open."""

from __future__ import annotations

from datetime import date

import pytest

from onward.ask.discrimination import (
    KEEP,
    LAST,
    ROUTES,
    CountedFrom,
    Jurisdiction,
    KnownDays,
    find_first_limit,
    list_routes,
)
from onward.wording.sources import find_source

ACT, NO, CLAIM = date(2026, 12, 31), date(2027, 1, 4), date(2027, 2, 28)


def last_days(place: Jurisdiction, known: KnownDays) -> list[date]:
    return [last for route in list_routes(place) if (last := route.find_last_day(known)) is not None]


@pytest.mark.parametrize(
    ("place", "known", "days"),
    [
        (Jurisdiction.US, KnownDays(act=ACT), [date(2027, 6, 29), date(2027, 10, 27)]),
        (Jurisdiction.US_FEDERAL, KnownDays(act=ACT, no=NO), [date(2027, 2, 14)]),
        (Jurisdiction.GERMANY, KnownDays(act=ACT, no=NO), [date(2027, 3, 4)]),
        (Jurisdiction.GERMANY, KnownDays(no=ACT, claim=CLAIM), [date(2027, 2, 28), date(2027, 5, 28)]),
        (Jurisdiction.UK, KnownDays(act=ACT), [date(2027, 3, 30)]),
        (Jurisdiction.UK, KnownDays(no=date(2026, 11, 30)), [date(2027, 2, 27)]),
        (Jurisdiction.ELSEWHERE, KnownDays(act=ACT, no=NO, claim=CLAIM), []),
    ],
)
def test_each_limit_counts_from_its_own_day(place: Jurisdiction, known: KnownDays, days: list[date]) -> None:
    assert last_days(place, known) == days


@pytest.mark.parametrize("place", Jurisdiction)
def test_without_a_day_no_last_day_is_shown(place: Jurisdiction) -> None:
    assert last_days(place, KnownDays()) == []
    assert find_first_limit(list_routes(place), KnownDays()) is None
    assert all("Counted from" not in route.in_words(KnownDays()) for route in list_routes(place))


def test_of_two_limits_the_earlier_one_leads() -> None:
    found = find_first_limit(list_routes(Jurisdiction.US), KnownDays(act=ACT))
    assert found is not None
    assert found[1] == date(2027, 6, 29)


def test_for_age_only_a_law_of_the_state_makes_it_longer() -> None:
    (longer,) = [route for route in ROUTES if route.days == 300]
    assert "For age, only a law and an agency of the state" in longer.what


def test_a_suit_in_germany_counts_from_the_written_claim_alone() -> None:
    (suit,) = [route for route in ROUTES if route.counted_from is CountedFrom.CLAIM]
    assert suit.find_last_day(KnownDays(act=ACT, no=NO)) is None


def test_every_limit_has_a_source_and_the_day_it_was_looked_at() -> None:
    for route in ROUTES:
        assert bool(route.source) == bool(route.days or route.months)
        if route.source:
            assert find_source(route.source).checked is not None


def test_there_is_somebody_to_ask_everywhere_and_it_is_no_advice() -> None:
    assert all(list_routes(place)[-1].places == tuple(Jurisdiction) for place in Jurisdiction)
    assert "lawyer" in LAST
    assert "Before you burn or delete" in KEEP
