"""How many cards are for an evening is counted as they are chosen."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from benchmarks.filled import CLOCK, fill_search

from onward.practice.schedule import find_due_day
from onward.practice.session import choose_one_more, plan_session
from onward_app import clock
from onward_app.records.facts import to_card
from onward_app.records.models import Card, Owner, Review
from onward_app.records.reading.practice import (
    choose_extra_card,
    describe_evening,
    load_practice_front,
    load_states,
    plan_evening,
    plan_tonight,
)
from onward_app.records.writing.practice import rebuild_schedules


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
            assert len(plan_evening(alice, describe_evening(alice, on)).cards) == len(cards)
            found.append(len(cards))
    assert 0 < max(found) <= 3


def answer_at_random(owner: Owner, dice: random.Random) -> list[Card]:
    """Cards for a kink and for none, of short and long kinds of practice, let go or not, never answered or often."""
    now, rows = clock.now(), []
    for n in range(40):
        row = Card.objects.create(
            owner=owner, question=f"{n}?", points=["a", "b", "c"], practice=dice.choice(("say_aloud", "write", "if_then")),
            made_at=now - timedelta(days=dice.randrange(90)), retired_on=dice.choice((None, None, None, now.date())),
        )  # fmt: skip
        rows.append(row)
        for _ in range(dice.choice((0, 1, 2, 5))):
            at = now - timedelta(minutes=dice.choice((30, 900, 1800, 3600, 60 * 24 * dice.randrange(1, 60))))
            Review.objects.create(owner=owner, card=row, at=at, met=dice.sample(range(3), dice.randrange(4)))
    rebuild_schedules(owner)
    return list(Card.objects.of(owner))


@pytest.mark.parametrize("seed", range(6))
def test_what_is_read_of_cards_chooses_as_all_that_is_known_of_them_does(alice: Owner, seed: int) -> None:
    with clock.fixed(CLOCK):
        rows = answer_at_random(alice, random.Random(seed))
        known, states = [to_card(row) for row in rows], load_states(rows)
        assert any(state.answered_on == clock.today() for state in states.values())
        on, front = clock.today(), load_practice_front(alice, clock.today())
        assert {card.id: day for day, card in front.coming} == {
            row.pk: max(find_due_day(states[row.pk]), on) for row in rows if row.retired_on is None
        }
        expected = choose_one_more(known, states, describe_evening(alice, on))
        assert choose_extra_card(alice, on).id == expected.id == front.extra.id
        for ahead in (None, 0, 1, 2, 3, 9):
            interview = None if ahead is None else on + timedelta(days=ahead)
            evening = replace(describe_evening(alice, on), interview=interview, cards_done=0, minutes_done=0)
            whole, light = plan_session(known, states, evening), plan_evening(alice, evening)
            assert [card.id for card in light.cards] == [card.id for card in whole.cards]
            assert light.words == whole.words
