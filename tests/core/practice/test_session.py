"""Tonight's practice, its kinds, and what leaves for Anki."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

import pytest

from onward.practice.anki import FIELDS, export_to_anki
from onward.practice.cards import Card, CardReview
from onward.practice.schedule import rebuild_states
from onward.practice.session import Evening, plan_session
from onward.practice.ways import KINDS, find_way

START = datetime(2026, 4, 1, 18, tzinfo=UTC)
TODAY = date(2026, 4, 1)
POINTS = ("a", "b", "c")


def cards(n: int, way: str = "if_then", kink: int | None = None) -> list[Card]:
    return [Card(i, f"Question {i}", POINTS, way, START, kink) for i in range(1, n + 1)]


def test_eight_cards_at_most() -> None:
    every = cards(20)
    now = plan_session(every, rebuild_states(every, []), Evening(TODAY))
    assert len(now.cards) == 8
    assert now.words == "8 cards, about 4 minutes. Answer first, then look."


def test_ten_minutes_at_most() -> None:
    every = cards(20, "say_aloud")
    now = plan_session(every, rebuild_states(every, []), Evening(TODAY))
    assert (len(now.cards), now.minutes) == (5, 10)


def test_what_was_done_today_counts() -> None:
    every = cards(20)
    now = plan_session(every, rebuild_states(every, []), Evening(TODAY, cards_done=6))
    assert len(now.cards) == 2
    over = plan_session(every, rebuild_states(every, []), Evening(TODAY, cards_done=8))
    assert (over.cards, over.words) == ((), "That’s enough for today.")


def test_none_on_a_rejection_day_unless_asked() -> None:
    every = cards(3)
    states = rebuild_states(every, [])
    assert plan_session(every, states, Evening(TODAY, rejection_day=True)).cards == ()
    assert len(plan_session(every, states, Evening(TODAY, rejection_day=True, asked_for=True)).cards) == 3


def test_cards_for_a_kink_come_first_and_retired_ones_never() -> None:
    free, worked, old = (
        Card(1, "free", POINTS, "write", START),
        Card(2, "worked on", POINTS, "write", START, kink=7),
        Card(3, "old", POINTS, "write", START, kink=7, retired=True),
    )
    now = plan_session([free, worked, old], rebuild_states([free, worked, old], []), Evening(TODAY))
    assert [card.question for card in now.cards] == ["worked on", "free"]


def test_what_is_not_due_waits() -> None:
    every = cards(2)
    states = rebuild_states(every, [CardReview(1, START, frozenset({0, 1, 2}))])
    tomorrow = TODAY + timedelta(days=1)
    assert [card.id for card in plan_session(every, states, Evening(tomorrow)).cards] == [2]
    assert plan_session(every[:1], states, Evening(tomorrow)).words == "Nothing is due today."


def test_the_overdue_move_on_quietly_eight_a_day() -> None:
    every = cards(20)
    late = TODAY + timedelta(days=90)
    log: list[CardReview] = []
    for day in range(5):
        now = plan_session(every, rebuild_states(every, log), Evening(late + timedelta(days=day)))
        assert len(now.cards) <= 8
        log += [CardReview(card.id, START + timedelta(days=90 + day), frozenset({0, 1, 2})) for card in now.cards]
    assert {done.card for done in log} == {card.id for card in every}
    words = plan_session(every, rebuild_states(every, []), Evening(late)).words
    assert "overdue" not in words
    assert "20" not in words


# -- what every kind of practice promises --


@pytest.mark.parametrize("way", KINDS, ids=lambda way: way.key)
def test_every_kind_answers_first_and_grades_after_by_three_points(way) -> None:
    assert way.name
    assert len(way.points) == 3
    assert way.plain
    assert way.lead
    assert 0 < way.minutes <= 10
    assert find_way(way.key) is way


def test_each_kind_is_listed_once_and_has_a_file_of_its_own() -> None:
    keys = [way.key for way in KINDS]
    assert len(set(keys)) == len(keys)
    assert {file.name for file in files("onward.practice.ways").iterdir()} >= {f"{key}.py" for key in keys}


def test_an_unknown_kind_is_said_aloud() -> None:
    assert find_way("whistle").key == "say_aloud"


def test_the_story_has_four_beats_to_write() -> None:
    assert len(find_way("story_four_beats").boxes) == 4


# -- Anki --


def test_anki_gets_five_fields_a_card() -> None:
    text = export_to_anki([Card(1, 'A "quoted"\tquestion', ("one", "two", "three"), "write", START, family="risk")])
    head, rows = text.split("#tags column:5\n")
    assert head.startswith("#separator:tab\n#html:false\n#columns:Guid\tFront\tBack\tPractice\tTags\n")
    (row,) = csv.reader(io.StringIO(rows), delimiter="\t")
    assert row[1:] == ['A "quoted"\tquestion', "one\ntwo\nthree", "Write it out", "onward risk"]
    assert len(row) == len(FIELDS)


def test_a_card_has_the_same_guid_in_anki_while_its_words_change() -> None:
    def guid(card: Card) -> str:
        return export_to_anki([card]).split("#tags column:5\n")[1].split("\t")[0]

    asked = Card(1, "q", POINTS, "write", START, pack="p", family="f", item="first")
    assert guid(asked) == guid(Card(9, "other words", POINTS, "write", START, pack="p", family="f", item="first"))
    assert guid(asked) != guid(Card(1, "q", POINTS, "write", START, pack="p", family="f", item="second"))
    assert guid(Card(1, "q", POINTS, "write", START)) == guid(Card(1, "changed", POINTS, "say_aloud", START))


def test_retired_cards_stay_out_of_anki() -> None:
    assert export_to_anki([Card(1, "q", POINTS, "write", START, retired=True)]).count("\n") == 5
