"""A mock round: ten minutes at most whatever is chosen, and the same seed gives the same questions."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.packs.load import SHIPPED, load_shipped_pack
from onward.packs.pack import Pack
from onward.practice.cards import Card
from onward.practice.make import make_mock_round
from onward.practice.rounds import (
    ASK_BACK,
    ASKED_BACK,
    LEAST,
    MOST,
    choose_round_cards,
    estimate_minutes,
    find_seconds_each,
)

START = datetime(2026, 4, 1, 18, tzinfo=UTC)


def card(number: int, way: str = "say_aloud", kink: int | None = None, *, retired: bool = False) -> Card:
    return Card(number, f"Question {number}", ("a", "b", "c"), way, START, kink, retired=retired)


@given(st.integers(LEAST, MOST))
def test_no_round_takes_more_than_ten_minutes(questions: int) -> None:
    assert questions * find_seconds_each(questions) + ASKED_BACK <= 600
    assert estimate_minutes(questions) <= 10
    assert 60 <= find_seconds_each(questions) <= 120


def test_two_minutes_each_as_long_as_they_fit() -> None:
    assert [find_seconds_each(n) for n in range(LEAST, MOST + 1)] == [120, 120, 105, 90]


@pytest.mark.parametrize("pack", [load_shipped_pack(key) for key in SHIPPED], ids=SHIPPED)
@given(seed=st.integers(0, 500), questions=st.integers(LEAST, MOST))
def test_a_pack_deals_as_many_as_were_asked_for_and_none_twice(pack: Pack, seed: int, questions: int) -> None:
    found = make_mock_round(pack, seed=seed, questions=questions)
    assert len({draft.item for draft in found}) == len({draft.family for draft in found}) == questions
    assert found == make_mock_round(pack, seed=seed, questions=questions)


def test_one_family_alone_still_gives_a_whole_round() -> None:
    found = make_mock_round(load_shipped_pack("general"), seed=3, families={"why-here"}, questions=5)
    assert {draft.family for draft in found} == {"why-here"}
    assert len({draft.question for draft in found}) == 5


def test_own_cards_for_a_kink_come_first_and_plans_and_retired_ones_never() -> None:
    every = [card(n) for n in range(1, 9)] + [card(20, kink=7), card(21, "if_then", kink=7), card(22, retired=True)]
    for seed in range(20):
        found = choose_round_cards(every, seed=seed, questions=3)
        assert len(found) == 3
        assert 20 in {one.id for one in found}
        assert not {21, 22} & {one.id for one in found}
        assert found == choose_round_cards(every, seed=seed, questions=3)
    assert [one.id for one in choose_round_cards([card(1)], seed=1, questions=4)] == [1]
    assert choose_round_cards([], seed=1, questions=4) == ()


def test_the_last_question_is_ones_own() -> None:
    assert ASK_BACK.question.endswith("for us?")
    assert len(ASK_BACK.points) == 3
