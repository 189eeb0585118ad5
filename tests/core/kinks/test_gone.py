"""Is it gone: the rule, pinned to its published numbers, and what comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.kinks.gone import State, kink_verdict, list_kink_verdicts
from onward.kinks.occasions import KinkOccasion

BEGAN = date(2026, 3, 1)


def chances(outcomes: str) -> list[KinkOccasion]:
    """One letter a day after practice began: c clean, x happened; p and q the same in practice."""
    days = enumerate(outcomes, 1)
    return [KinkOccasion(BEGAN + timedelta(days=day), o in "xq", real=o in "cx") for day, o in days]


def state(outcomes: str) -> State:
    return kink_verdict(chances(outcomes), practice_began=BEGAN).state


def test_it_is_rare_now_at_none_in_eight_and_not_at_none_in_seven() -> None:
    assert state("c" * 7) is State.IMPROVING
    assert state("c" * 8) is State.RARE


def test_it_is_improving_at_none_in_seven_and_not_at_none_in_six() -> None:
    assert state("c" * 6) is State.WORKING
    assert state("c" * 7) is State.IMPROVING


def test_old_slips_fade_and_stay_shown() -> None:
    now = kink_verdict(chances("xxxx" + "c" * 16), practice_began=BEGAN)
    assert now.state is State.RARE
    assert (now.seen, now.chances) == (4, 20)
    assert now.words == "Rare now: seen in 4 of 20, not in the last 16; it may still come up."
    assert state("xxxx" + "c" * 11) is not State.RARE


def test_the_words_say_what_is_known_and_never_that_it_can_be_let_go() -> None:
    now = kink_verdict(chances("c" * 8), practice_began=BEGAN)
    assert now.words == "Rare now: not seen in 8 of 8; it may still come up."
    assert str(now.state) == "rare now"
    for outcomes in map("".join, product("cx", repeat=9)):
        assert "let this one go" not in kink_verdict(chances(outcomes), practice_began=BEGAN).words


@given(st.text("cx", max_size=14), st.text("pq", max_size=30))
def test_practice_changes_nothing_of_the_verdict(real: str, practised: str) -> None:
    with_practice = kink_verdict(chances(real + practised), practice_began=BEGAN)
    alone = kink_verdict(chances(real), practice_began=BEGAN)
    assert replace(with_practice, practices=0) == alone
    assert with_practice.practices == len(practised)


def test_what_led_to_the_practice_is_no_chance_since_and_is_kept_as_before() -> None:
    before = [KinkOccasion(BEGAN - timedelta(days=n), happened=True) for n in range(3)]
    now = kink_verdict([*before, *chances("cccc")], practice_began=BEGAN)
    assert (now.chances, now.seen) == (4, 0)
    assert (now.before.chances, now.before.seen) == (3, 3)


def earlier(outcomes: str) -> list[KinkOccasion]:
    """One letter a day up to the day practice began."""
    return [KinkOccasion(BEGAN - timedelta(days=day), o == "x") for day, o in enumerate(outcomes)]


def test_it_is_improving_when_it_happens_less_often_than_before_practice() -> None:
    now = kink_verdict([*earlier("xxcxc"), *chances("ccccccxccc")], practice_began=BEGAN)
    assert now.state is State.IMPROVING
    assert now.less_often is not None
    assert now.less_often >= 0.97
    assert "Improving. It was 3 of 5 before you worked on it." in now.words
    assert state("ccccccxccc") is State.WORKING


def test_sightings_alone_are_no_rate_to_compare_with() -> None:
    assert kink_verdict([*earlier("xxx"), *chances("cccc")], practice_began=BEGAN).state is State.WORKING


def test_a_kink_that_was_seldom_before_takes_longer_to_be_called_rarer() -> None:
    assert kink_verdict([*earlier("xcccc"), *chances("c" * 8)], practice_began=BEGAN).state is not State.RARE


def test_chances_of_one_interview_count_together_less_than_those_of_several() -> None:
    eight = [KinkOccasion(BEGAN + timedelta(days=n // 3 + 1), False, interview=n // 3) for n in range(8)]
    assert kink_verdict(eight, practice_began=BEGAN).state is State.WORKING
    apart = [KinkOccasion(one.on, False, interview=n) for n, one in enumerate(eight)]
    assert kink_verdict(apart, practice_began=BEGAN).state is State.RARE


def test_when_it_comes_back_it_is_worked_on_until_three_clean_chances_and_the_rule() -> None:
    assert state("c" * 11 + "x") is State.WORKING
    assert state("c" * 11 + "xcc") is State.WORKING
    assert state("c" * 14 + "xccc") is State.IMPROVING
    assert state("c" * 14 + "xcccc") is State.RARE
    assert state("c" * 8 + "xccc") is State.WORKING


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


def test_it_says_how_many_more_clean_chances_the_rule_asks_for() -> None:
    assert "1 more clean chance would say it is rare now." in kink_verdict(chances("c" * 7), practice_began=BEGAN).words


def test_in_twelve_looks_only_eight_clean_ones_at_the_start_say_rare_when_nothing_else_is_known() -> None:
    for outcomes in map("".join, product("cx", repeat=12)):
        told = list_kink_verdicts(chances(outcomes), practice_began=BEGAN)
        assert any(now.state is State.RARE for _, now in told) == outcomes.startswith("c" * 8)


@pytest.mark.parametrize(("rate", "limit"), [(0.3, 0.06), (0.4, 0.02), (0.5, 0.01)])
def test_so_a_false_rare_over_twelve_looks_is_within_its_limit(rate: float, limit: float) -> None:
    assert (1 - rate) ** 8 <= limit


def test_chances_of_one_interview_leave_the_range_of_the_rate_as_wide_as_they_count() -> None:
    together = [replace(one, interview=1) for one in chances("c" * 8)]
    one, eight = (kink_verdict(given, practice_began=BEGAN) for given in (together, chances("c" * 8)))
    assert one.p_rare < eight.p_rare
    assert one.compatible is not None
    assert eight.compatible is not None
    assert one.compatible.high > eight.compatible.high
