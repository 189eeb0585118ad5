"""What to fix first: three factors, two kinks at most."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onward.kinks.evidence import Status
from onward.kinks.first import Candidate, compute_priority, rank_candidates
from onward.kinks.gone import State, kink_verdict
from onward.kinks.occasions import KinkOccasion

BEGAN = date(2026, 3, 1)


def candidate(
    number: int,
    outcomes: str = "",
    with_chance: int = 2,
    of: int = 4,
    cost: int = 2,
    *,
    status: Status = Status.SUPPORTED,
    sighted: int = 0,
) -> Candidate:
    days = [KinkOccasion(BEGAN + timedelta(days=n), o == "x") for n, o in enumerate(outcomes, 1)]
    now = kink_verdict(days, practice_began=BEGAN)
    return Candidate(number, f"Kink {number}", status, now, with_chance, of, cost, sighted)


def test_a_hunch_does_not_tie_with_what_an_employer_named() -> None:
    hunch, named = candidate(1, status=Status.SUSPECTED), candidate(2, status=Status.CONFIRMED)
    assert [p.id for p in rank_candidates([hunch, named])] == [2, 1]
    assert compute_priority(named).weight == pytest.approx(2 * compute_priority(hunch).weight)
    assert "still a hunch, so it counts half." in [f.words for f in compute_priority(hunch).factors]


def test_what_was_seen_before_practice_counts_too() -> None:
    once, often = candidate(1, sighted=1), candidate(2, sighted=4)
    assert [p.id for p in rank_candidates([once, often])] == [2, 1]
    assert compute_priority(often).occurs == pytest.approx(5 / 6)
    since = compute_priority(candidate(3, "cc", sighted=4))  # half, now that there are chances since
    assert since.occurs == pytest.approx((1 + 2) / (2 + 2 + 2))


def test_its_four_factors_are_visible_and_multiply() -> None:
    found = compute_priority(candidate(1, "xc", with_chance=3, of=4, cost=3))
    assert found.occurs == pytest.approx(2 / 4)
    assert found.known == pytest.approx(0.75)
    assert found.frequency == pytest.approx(4 / 6)
    assert found.weight == pytest.approx(2 / 4 * 0.75 * 4 / 6 * 3)
    assert [f.name for f in found.factors] == ["Still happens", "Known", "Has a chance", "Costs"]
    assert found.words == (
        "Happens about one in two times it can; can happen in about two in three interviews; costs a lot. It is supported."
    )


def test_two_at_most_and_the_heaviest_first() -> None:
    found = rank_candidates([candidate(1, cost=1), candidate(2, cost=3), candidate(3, cost=2)])
    assert [p.id for p in found] == [2, 3]


def test_what_is_rare_now_is_left_alone() -> None:
    gone = candidate(1, "c" * 8, cost=3)
    assert gone.verdict.state is State.RARE
    assert [p.id for p in rank_candidates([gone, candidate(2, cost=1)])] == [2]


def test_each_factor_moves_the_weight_its_own_way() -> None:
    base = compute_priority(candidate(1, "xc", 2, 4, 2)).weight
    assert compute_priority(candidate(1, "xx", 2, 4, 2)).weight > base
    assert compute_priority(candidate(1, "xc", 4, 4, 2)).weight > base
    assert compute_priority(candidate(1, "xc", 2, 4, 3)).weight > base


def test_without_anything_known_it_is_one_in_two() -> None:
    found = compute_priority(candidate(1, "", 0, 0, 1))
    assert (found.occurs, found.frequency) == (0.5, 0.5)


def test_nothing_to_fix_is_nothing() -> None:
    assert rank_candidates([]) == ()
