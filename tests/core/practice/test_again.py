"""When a card comes again and why, what learned asks for, and one more when nothing is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from onward.practice.again import find_next_time
from onward.practice.answers import join_parts, measure_share
from onward.practice.cards import Card, CardReview
from onward.practice.learned import list_conditions
from onward.practice.schedule import CardState, new_state, rebuild_states
from onward.practice.session import Evening, choose_one_more
from onward.practice.ways import KINDS, find_way

START = datetime(2026, 4, 1, 18, tzinfo=UTC)
TODAY = START.date()
CLEAR, PARTLY, NOT_YET = frozenset({0, 1, 2}), frozenset({0, 1}), frozenset({0})


def card(number: int = 1, *, retired: bool = False) -> Card:
    return Card(number, f"Question {number}", ("a", "b", "c"), "say_aloud", START, retired=retired)


def state(*days: int, met: frozenset[int] = CLEAR) -> CardState:
    return rebuild_states([card()], [CardReview(1, START + timedelta(days=day), met) for day in days])[1]


def test_a_new_card_comes_now() -> None:
    found = find_next_time(new_state(card()), on=TODAY + timedelta(days=4))
    assert (found.on, found.why) == (TODAY + timedelta(days=4), "It hasn’t been practiced yet.")


def test_a_clear_answer_comes_when_it_would_be_had_nine_times_in_ten() -> None:
    found = find_next_time(state(0), on=TODAY)
    assert found.on == TODAY + timedelta(days=2)
    assert "nine times in ten" in found.words(TODAY)
    assert found.words(TODAY).startswith("It comes again on Friday 3 April. ")


def test_a_slip_says_so() -> None:
    found = find_next_time(state(0, met=NOT_YET), on=TODAY)
    assert "One point or none" in found.why
    assert found.on > TODAY


def test_an_interview_that_brings_it_forward_is_the_reason() -> None:
    stable = state(0, 2, 10, 40)
    last = TODAY + timedelta(days=40)
    near = find_next_time(stable, on=last, interview=last + timedelta(days=10))
    assert near.on == last + timedelta(days=8)
    assert near.why.endswith("and one repetition falls a day or two before it.")
    eve = find_next_time(stable, on=last, interview=last + timedelta(days=3))
    assert (last + timedelta(days=3) - eve.on).days in (1, 2)
    assert "a day or two before" in eve.why


def test_it_rests_once_the_repetition_before_the_interview_is_done() -> None:
    found = find_next_time(state(0), on=TODAY, interview=TODAY + timedelta(days=2))
    assert found.on == TODAY + timedelta(days=3)
    assert "is done" in found.why


def test_what_was_due_long_ago_comes_today_without_a_word_about_it() -> None:
    late = TODAY + timedelta(days=90)
    found = find_next_time(state(0), on=late, interview=TODAY + timedelta(days=30))
    assert found.on == late
    assert "interview" not in found.why


def test_the_three_conditions_are_told_one_by_one() -> None:
    assert [c.met for c in list_conditions(new_state(card()))] == [False, False, False]
    assert [c.now for c in list_conditions(new_state(card()))] == [
        "not practiced yet",
        "so far on no days",
        "no last time yet",
    ]
    assert [c.met for c in list_conditions(state(0, 1, 2))] == [False, True, True]
    assert [c.met for c in list_conditions(state(0, 2, 10, 40))] == [True, True, True]
    partly = list_conditions(state(0, 2, 10, 40, met=PARTLY))
    assert (partly[1].met, partly[2].met, partly[2].now) == (True, False, "last time partly")


def test_one_more_is_the_one_nearest_to_being_forgotten_and_not_answered_today() -> None:
    every = [card(1), card(2), card(3, retired=True)]
    log = [CardReview(1, START, CLEAR), CardReview(2, START - timedelta(days=1), CLEAR)]
    states = rebuild_states(every, log)
    assert choose_one_more(every, states, Evening(TODAY)).id == 2
    assert choose_one_more(every[:1], states, Evening(TODAY)).id == 1
    assert choose_one_more(every[2:], states, Evening(TODAY)) is None
    quiet = Evening(date(2026, 4, 1), rejection_day=True)
    assert choose_one_more(every, states, quiet) is None


def test_the_boxes_of_an_answer_become_one_text() -> None:
    assert join_parts(find_way("write"), [" Six sentences. "]) == "Six sentences."
    assert join_parts(find_way("story_four_beats"), ["A ward", "", "I asked", "It held"]) == (
        "Where: A ward\n\nWhat I did: I asked\n\nWhat came of it: It held"
    )
    assert join_parts(find_way("say_aloud"), []) == ""


def test_a_storys_words_are_counted_by_beats() -> None:
    found = measure_share(
        find_way("story_four_beats"), ["one two three", "one two", "one two three four", "one two three four"]
    )
    assert found is not None
    assert (found.told, found.words) == (8, 13)
    assert found.in_words.endswith("That is more than half.")
    assert measure_share(find_way("story_four_beats"), ["one", "two", "three", "four"]) is None
    assert (
        measure_share(find_way("write"), ["a long answer with many words in it, and none of them is a beat at all"])
        is None
    )


def test_every_kind_has_a_box_to_write_in() -> None:
    assert all(way.boxes and all(box.label for box in way.boxes) for way in KINDS)
