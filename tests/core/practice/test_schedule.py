"""Spacing: the log is the truth, intervals bend to the next interview."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.practice.cards import Card, CardReview, Grade, grade_points
from onward.practice.learned import check_learned
from onward.practice.schedule import (
    CardState,
    find_due_day,
    is_due,
    new_state,
    rebuild_states,
    recall_chance,
    review_card,
)

START = datetime(2026, 4, 1, 18, tzinfo=UTC)
CARD = Card(1, "Tell me about a time you fell behind.", ("a", "b", "c"), "say_aloud", START)
CLEAR, PARTLY, NOT_YET = frozenset({0, 1, 2}), frozenset({0, 1}), frozenset({0})


def done(day: int, met: frozenset[int] = CLEAR, card: int = 1) -> CardReview:
    return CardReview(card, START + timedelta(days=day), met)


def state(*reviews: CardReview) -> CardState:
    return rebuild_states([CARD], reviews)[1]


def test_three_points_become_a_mark() -> None:
    assert [grade_points(range(n)) for n in range(4)] == [Grade.NOT_YET, Grade.NOT_YET, Grade.PARTLY, Grade.CLEAR]
    assert [m.words for m in Grade] == ["not yet", "partly", "clear"]
    with pytest.raises(ValueError, match="0 to 2"):
        grade_points([3])


def test_a_new_card_is_due_at_once() -> None:
    assert is_due(new_state(CARD), START.date())
    assert recall_chance(new_state(CARD), START) == 0


def test_the_first_clear_answer_gives_the_interval_of_fsrs() -> None:
    # FSRS-6 default parameters: the initial stability of Good is 2.3065 days, and at 0.90 the interval is the stability.
    after = state(done(0))
    assert after.stability == pytest.approx(2.3065)
    assert find_due_day(after) == START.date() + timedelta(days=2)


def test_recall_is_nine_in_ten_after_one_stability() -> None:
    after = state(done(0), done(2), done(7))
    days = round(after.stability or 0)
    assert recall_chance(after, START + timedelta(days=7 + days)) == pytest.approx(0.90, abs=0.005)


def test_a_slip_shortens_and_a_clear_answer_lengthens() -> None:
    base = state(done(0), done(2))
    assert (state(done(0), done(2), done(7)).stability or 0) > (base.stability or 0)
    assert (state(done(0), done(2), done(7, NOT_YET)).stability or 0) < (base.stability or 0)
    assert find_due_day(state(done(0), done(2), done(7, NOT_YET))) > (START + timedelta(days=7)).date()


logs = st.lists(
    st.builds(
        CardReview,
        st.integers(1, 3),
        st.integers(0, 200_000).map(lambda m: START + timedelta(minutes=m)),
        st.sampled_from([CLEAR, PARTLY, NOT_YET]),
    ),
    max_size=15,
)


@given(logs, st.randoms(use_true_random=False))
def test_the_log_in_any_order_gives_the_same_cards(log: list[CardReview], order) -> None:
    cards = [CARD, Card(2, "?", ("a", "b", "c"), "write", START)]
    shuffled = sorted(log, key=lambda _: order.random())
    assert rebuild_states(cards, log) == rebuild_states(cards, shuffled)
    assert set(rebuild_states(cards, log)) == {1, 2}


@given(logs)
def test_reviewing_one_by_one_is_rebuilding(log: list[CardReview]) -> None:
    mine = sorted((r for r in log if r.card == 1), key=lambda r: (r.at, sorted(r.met)))
    one_by_one = new_state(CARD)
    for one in mine:
        one_by_one = review_card(one_by_one, one)
    assert one_by_one == state(*mine)


def test_a_day_is_the_persons_own_day() -> None:
    pacific = timezone(timedelta(hours=-8))
    evening = datetime(2026, 4, 1, 20, tzinfo=pacific)  # already 2 April in UTC
    after = rebuild_states([CARD], [CardReview(1, evening, CLEAR)])[1]
    assert find_due_day(after) == date(2026, 4, 3)


# -- bent to an interview --


def days_until(interview: int, met: frozenset[int] = CLEAR) -> tuple[list[int], CardState]:
    """On which days a card comes that is answered on each day it is due, and the state after the last of them."""
    on = START.date() + timedelta(days=interview)
    now, days = new_state(CARD), []
    while (due := find_due_day(now, interview=on)) < on:
        days.append((due - START.date()).days)
        now = review_card(now, done(days[-1], met))
    return days, now


def test_a_card_that_is_always_clear_comes_before_an_interview_hardly_oftener_than_without_one() -> None:
    assert days_until(60)[0] == [0, 2, 13, 59]
    assert days_until(30)[0] == [0, 2, 13, 28]
    assert all(len(days_until(days)[0]) <= 6 for days in range(1, 120))


@pytest.mark.parametrize("met", [CLEAR, PARTLY])
def test_it_is_there_nine_times_in_ten_on_the_day_and_comes_a_day_or_two_before(met: frozenset[int]) -> None:
    for interview in range(3, 70):
        days, last = days_until(interview, met)
        assert interview - days[-1] in (1, 2)
        assert recall_chance(last, START + timedelta(days=interview)) >= 0.90 or interview - days[-1] == 1, interview


def test_it_never_comes_later_than_it_would_without_an_interview_ahead() -> None:
    for at in range(1, 40):
        after = state(done(0), done(2))
        interview = START.date() + timedelta(days=2 + at)
        due = find_due_day(after, interview=interview)
        assert due <= find_due_day(after) or at <= 2


def test_a_repetition_the_day_before_is_not_repeated_on_the_day() -> None:
    interview = START.date() + timedelta(days=1)
    assert find_due_day(state(done(0)), interview=interview) > interview


def test_what_would_not_be_there_on_the_day_comes_once_more_the_day_before() -> None:
    interview = START.date() + timedelta(days=2)
    for met in (NOT_YET, PARTLY):  # after its first answer a card that was partly there holds a day and a half
        assert find_due_day(state(done(0, met)), interview=interview) == START.date() + timedelta(days=1)
        assert find_due_day(state(done(0, met), done(1, met)), interview=interview) > interview
    assert find_due_day(state(done(0, CLEAR)), interview=interview) > interview


def test_an_interview_that_is_over_bends_nothing() -> None:
    after = state(done(0), done(2), done(7))
    gone = (START + timedelta(days=8)).date()
    on = (START + timedelta(days=9)).date()
    assert is_due(after, on, interview=gone) == is_due(after, on)


def test_stable_cards_come_forward_for_an_interview() -> None:
    after = state(done(0), done(2), done(10), done(40))
    last = (START + timedelta(days=40)).date()
    assert find_due_day(after) > last + timedelta(days=20)
    assert find_due_day(after, interview=last + timedelta(days=10)) == last + timedelta(days=8)


# -- learned --


def test_learned_is_stable_right_on_three_days_and_clear_at_last() -> None:
    now = check_learned(state(done(0), done(2), done(10), done(40)))
    assert now.yes
    assert now.words.startswith("Learned. Right on 4 days, clear the last time, and likely to hold ")


def test_three_times_on_one_day_are_one_day() -> None:
    log = [CardReview(1, START + timedelta(minutes=n), CLEAR) for n in range(5)]
    assert check_learned(state(*log)).days_right == 1


def test_a_last_answer_that_is_only_partly_there_is_not_learned() -> None:
    now = check_learned(state(done(0), done(2), done(10), done(40), done(90, PARTLY)))
    assert not now.yes
    assert now.stability >= 21
    assert now.words == "On the way. It still needs a clear answer the last time."


def test_right_on_three_days_in_a_row_is_not_stable_yet() -> None:
    now = check_learned(state(done(0), done(1), done(2)))
    assert (now.yes, now.days_right) == (False, 3)
    assert "to hold 21 days" in now.words


def test_a_card_never_answered_says_so() -> None:
    assert check_learned(new_state(CARD)).words == "Not practiced yet."
