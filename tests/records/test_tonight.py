"""How many cards are for an evening is counted as they are chosen."""

from __future__ import annotations

from datetime import date, timedelta

from benchmarks.filled import CLOCK, fill_search

from onward_app import clock
from onward_app.records.models import Card, Owner
from onward_app.records.reading.practice import count_tonight, describe_evening, plan_tonight


def test_the_number_of_cards_for_an_evening_is_that_of_those_chosen(alice: Owner) -> None:
    with clock.fixed(CLOCK):
        fill_search(alice, 100)
        some = Card.objects.filter(owner=alice).order_by("pk")[:3]
        Card.objects.filter(owner=alice).exclude(pk__in=list(some.values_list("pk", flat=True))).update(
            retired_on=date(2026, 11, 1)
        )
        found = []
        for ago in (0, 1, 400):
            on = clock.today() - timedelta(days=ago)
            cards = plan_tonight(alice, on).cards
            assert count_tonight(alice, describe_evening(alice, on)) == len(cards)
            found.append(len(cards))
    assert 0 < max(found) <= 3
