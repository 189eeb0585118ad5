"""The official ways where somebody suspects discrimination, and until when each is open."""

from __future__ import annotations

from datetime import date

import pytest

from onward.ask.discrimination import (
    EARLIER,
    KEEP,
    LAST,
    OVER,
    ROUTES,
    SOON,
    CountedFrom,
    Jurisdiction,
    KnownDays,
    describe_first_limit,
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
        (Jurisdiction.UK, KnownDays(act=ACT), [date(2027, 3, 30)] * 2),
        (Jurisdiction.UK, KnownDays(no=date(2026, 11, 30)), [date(2027, 2, 27)] * 2),
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


def test_a_claim_that_was_made_gives_the_lead_to_the_suit() -> None:
    routes = list_routes(Jurisdiction.GERMANY)
    claim, known = routes[0], KnownDays(no=ACT, claim=CLAIM)
    assert find_first_limit(routes, known) == (routes[1], date(2027, 5, 28))
    assert claim.in_words(known).endswith("You say that you made it on 28 February 2027.")
    late = KnownDays(no=ACT, claim=date(2027, 3, 20))
    assert find_first_limit(routes, late) == (claim, date(2027, 2, 28))
    assert "You say" not in claim.in_words(late)


@pytest.mark.parametrize(
    ("known", "on", "told"),
    [
        (KnownDays(act=ACT, no=NO), date(2027, 1, 5), ()),
        (KnownDays(no=NO), date(2027, 1, 5), (EARLIER,)),
        (KnownDays(act=ACT), date(2027, 6, 8), (SOON,)),
        (KnownDays(act=ACT), date(2027, 6, 29), (SOON,)),
        (KnownDays(no=NO), date(2027, 7, 4), (EARLIER, OVER)),
    ],
)
def test_what_else_is_to_be_known_of_the_first_limit_stands_with_it(
    known: KnownDays, on: date, told: tuple[str, ...]
) -> None:
    first = find_first_limit(list_routes(Jurisdiction.US), known)
    assert first is not None
    assert describe_first_limit(first, known, on) == told


def test_in_northern_ireland_another_agency_is_told_first() -> None:
    (way,) = [route for route in list_routes(Jurisdiction.UK) if "Northern Ireland" in route.who]
    assert "Labour Relations Agency" in way.who


def test_every_way_has_a_source_and_the_day_it_was_looked_at() -> None:
    for route in ROUTES:
        assert find_source(route.source).checked is not None


def test_there_is_somebody_to_ask_everywhere_and_it_is_no_advice() -> None:
    assert all(list_routes(place)[-1].places == tuple(Jurisdiction) for place in Jurisdiction)
    assert "lawyer" in LAST
    assert "Before you burn or delete" in KEEP
