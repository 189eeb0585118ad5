"""The tight spot: said so seldom of somebody usual that it may be looked at after every result."""

from __future__ import annotations

from benchmarks import tight as benchmark
from hypothesis import given
from hypothesis import strategies as st

from onward.maths.looks import chance_ever_at_limit
from onward.pace.tight import (
    APPLICATION_LIMITS,
    APPLICATIONS,
    INTERVIEW_LIMITS,
    INTERVIEWS,
    NOT_MET,
    Spot,
    judge_tight_spot,
)


def test_a_usual_search_is_told_a_tight_spot_at_most_one_time_in_twenty_however_often_one_looks() -> None:
    assert 1 - (1 - told("applications", 1, 60)) * (1 - told("interviews", 1, 30)) <= 0.05
    assert told("applications", 1, 1000) <= 0.05
    assert told("interviews", 1, 1000) <= 0.05


def test_a_third_of_the_usual_rate_is_found_by_thirty_interviews_in_three_of_five_searches() -> None:
    assert told("interviews", 1 / 3, 30) >= 0.60
    assert told("applications", 1 / 3, 165) >= 0.60


def test_no_rule_could_find_so_many_by_sixty_applications() -> None:
    assert benchmark.best_possible("applications", 60, 1 / 3)["no_rule_finds_more_than"] < 0.60


def told(spot: str, share: float, results: int) -> float:
    """How often it is said at some look at the product's own limits."""
    usual, limits = {
        "applications": (APPLICATIONS.mean, APPLICATION_LIMITS),
        "interviews": (INTERVIEWS.mean, INTERVIEW_LIMITS),
    }[spot]
    return chance_ever_at_limit(limits, usual * share, results)


def test_a_long_silent_search_is_told_where_it_is_tight_and_what_to_do() -> None:
    tight = judge_tight_spot(applications=61, interviewed=0, interviews=0, offers=0)
    assert tight.spot is Spot.APPLICATIONS
    assert tight.words.startswith(NOT_MET)
    assert "from 61 applications" in tight.words
    assert len(tight.offers) == 2
    loose = judge_tight_spot(applications=60, interviewed=0, interviews=0, offers=0)
    assert (loose.spot, loose.words) == (Spot.NONE, NOT_MET)


def test_interviews_are_named_only_when_the_rule_allows_it() -> None:
    tight = judge_tight_spot(applications=30, interviewed=30, interviews=26, offers=1)
    assert tight.spot is Spot.INTERVIEWS
    assert "from 26 interviews" in tight.words
    assert judge_tight_spot(applications=30, interviewed=30, interviews=25, offers=1).spot is Spot.NONE


def test_somebody_was_met_is_never_denied() -> None:
    assert judge_tight_spot(applications=20, interviewed=0, interviews=0, offers=0, met=1).words != NOT_MET
    assert judge_tight_spot(applications=9, interviewed=9, interviews=0, offers=0).words != NOT_MET


def test_counts_that_are_enough_are_not_called_too_few() -> None:
    assert judge_tight_spot(applications=60, interviewed=20, interviews=30, offers=9).words == (
        "The counts show no tight spot."
    )


@given(st.integers(0, 60), st.integers(0, 21))
def test_few_results_are_never_a_tight_spot(n: int, m: int) -> None:
    assert judge_tight_spot(applications=n, interviewed=0, interviews=m, offers=0).spot is Spot.NONE


def test_searches_played_day_by_day_keep_to_it_too() -> None:
    from random import Random

    line = benchmark.by_day(Random(5), 1, 60)
    assert line["told_applications"] <= 0.15
    assert line["told_interviews"] <= 0.18
