"""Is it gone: the rule, pinned to its published numbers, and what comes back."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.kinks.gone import KinkOccasion, State, kink_verdict, list_kink_verdicts

BEGAN = date(2026, 3, 1)


def chances(outcomes: str) -> list[KinkOccasion]:
    """One letter a day after practice began: c clean, x happened; p and q the same in practice."""
    days = enumerate(outcomes, 1)
    return [KinkOccasion(BEGAN + timedelta(days=day), o in "xq", real=o in "cx") for day, o in days]


def state(outcomes: str) -> State:
    return kink_verdict(chances(outcomes), practice_began=BEGAN).state


@pytest.mark.parametrize(("clean", "share"), [(3, 0.68), (4, 0.76), (7, 0.8999), (8, 0.925)])
def test_it_gives_the_published_chance_that_the_rate_is_low(clean: int, share: float) -> None:
    assert kink_verdict(chances("c" * clean), practice_began=BEGAN).gone == pytest.approx(share, abs=0.005)


def test_the_chance_is_the_closed_form_when_all_were_clean() -> None:
    assert kink_verdict(chances("ccccc"), practice_began=BEGAN).gone == pytest.approx(1 - 0.75**6, abs=1e-12)


def test_it_is_likely_gone_at_none_in_eight_and_not_at_none_in_seven() -> None:
    assert state("c" * 7) is State.IMPROVING
    assert state("c" * 8) is State.GONE


def test_it_is_likely_gone_at_one_in_fourteen_and_not_at_one_in_thirteen() -> None:
    assert state("x" + "c" * 12) is State.IMPROVING
    assert state("x" + "c" * 13) is State.GONE


def test_it_is_improving_at_none_in_four_and_not_at_none_in_three() -> None:
    assert state("cccc") is State.IMPROVING
    assert state("ccc") is State.WORKING


def test_practice_helps_toward_improving_but_not_without_three_real_chances() -> None:
    assert state("cccpp") is State.IMPROVING
    assert state("ccpppppppp") is State.WORKING


def test_practice_counts_half_and_at_most_half_the_evidence() -> None:
    two = kink_verdict(chances("cccpp"), practice_began=BEGAN)
    many = kink_verdict(chances("ccc" + "p" * 60), practice_began=BEGAN)
    assert two.improving == pytest.approx(1 - 0.75**5, abs=1e-12)
    assert many.improving == pytest.approx(1 - 0.75**7, abs=1e-12)


@given(st.text("cx", max_size=14), st.text("pq", max_size=30))
def test_practice_never_changes_the_word_gone(real: str, practised: str) -> None:
    with_practice = kink_verdict(chances(real + practised), practice_began=BEGAN)
    assert with_practice.gone == kink_verdict(chances(real), practice_began=BEGAN).gone
    assert (with_practice.state is State.GONE) == (state(real) is State.GONE)


def test_what_led_to_the_practice_is_dropped() -> None:
    before = [KinkOccasion(BEGAN - timedelta(days=n), happened=True) for n in range(3)]
    now = kink_verdict([*before, *chances("cccc")], practice_began=BEGAN)
    assert (now.chances, now.seen) == (4, 0)


def test_when_it_comes_back_it_is_worked_on_until_three_clean_chances_and_the_rule() -> None:
    assert state("c" * 11 + "x") is State.WORKING
    assert state("c" * 11 + "xcc") is State.WORKING
    assert state("c" * 11 + "xccc") is State.GONE
    assert state("c" * 8 + "xccc") is not State.GONE  # 1 in 12 is short of the rule


def test_all_chances_stay_counted_after_it_came_back() -> None:
    now = kink_verdict(chances("c" * 8 + "x"), practice_began=BEGAN)
    assert (now.chances, now.seen, now.came_back) == (9, 1, True)
    assert now.came_back_on == BEGAN + timedelta(days=9)
    assert now.words == "Seen in 1 of 9 chances. It came back. That’s information: working on it again."


def test_it_did_not_come_back_when_it_was_never_called_gone() -> None:
    assert not kink_verdict(chances("ccccx"), practice_began=BEGAN).came_back


def test_the_words_begin_with_the_counts() -> None:
    assert kink_verdict(chances("ccccc"), practice_began=BEGAN).words.startswith("Not seen in 5 of 5 chances.")


def test_it_says_too_few_before_three_chances() -> None:
    assert kink_verdict(chances("cc"), practice_began=BEGAN).words == "Not seen in 2 of 2 chances. Too few to say."


def test_without_practice_it_says_so() -> None:
    now = kink_verdict(chances("cccccccc"), practice_began=None)
    assert (now.state, now.words) == (State.NOT_YET, "No practice yet.")


def test_a_missing_debrief_is_said_and_not_counted() -> None:
    now = kink_verdict(chances("cccc"), practice_began=BEGAN, missing=2)
    assert now.chances == 4
    assert now.words.endswith("2 interviews without a debrief: missing, not counted as clean.")


@given(st.permutations(chances("cxcccpccqcc")))
def test_the_order_of_reading_changes_nothing(order: list[KinkOccasion]) -> None:
    assert kink_verdict(order, practice_began=BEGAN) == kink_verdict(chances("cxcccpccqcc"), practice_began=BEGAN)


def test_five_clean_chances_leave_a_wide_range() -> None:
    within = kink_verdict(chances("ccccc"), practice_began=BEGAN).compatible
    assert within is not None
    assert within.high == pytest.approx(1 - 0.1 ** (1 / 6), abs=1e-6)


def test_in_twelve_looks_only_eight_clean_ones_at_the_start_say_gone() -> None:
    for outcomes in map("".join, product("cx", repeat=12)):
        told = list_kink_verdicts(chances(outcomes), practice_began=BEGAN)
        assert any(now.state is State.GONE for _, now in told) == outcomes.startswith("c" * 8)


@pytest.mark.parametrize(("rate", "limit"), [(0.3, 0.06), (0.4, 0.02), (0.5, 0.01)])
def test_so_a_false_gone_over_twelve_looks_is_within_its_limit(rate: float, limit: float) -> None:
    assert (1 - rate) ** 8 <= limit
