"""A wait ends with an answer; without one it is censored at a day that somebody vouches for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.facts import Event, Opportunity, Stage
from onward.maths.survival import Waited
from onward.pace.own_waits import list_own_waits

START = date(2026, 9, 1)


def job(*events: tuple[str, int]) -> Opportunity:
    return Opportunity(1, "A", "T", tuple(Event(kind, START + timedelta(days=d)) for kind, d in events))


def test_it_counts_from_the_application_to_the_first_answer() -> None:
    one = job(("applied", 0), ("interview", 9), ("rejected", 20))
    assert list_own_waits([one], stage=Stage.APPLIED, counted_to=None) == (Waited(9, heard=True),)
    assert list_own_waits([one], stage=Stage.FINAL, counted_to=None) == (Waited(11, heard=True),)


def test_a_closed_silence_is_censored_where_it_was_closed() -> None:
    one = job(("applied", 0), ("closed", 30))
    assert list_own_waits([one], stage=Stage.APPLIED, counted_to=START + timedelta(days=90)) == (
        Waited(30, heard=False),
    )


@pytest.mark.parametrize("ending", ["withdrew", "declined"])
def test_nobody_waits_on_after_ending_it_themselves(ending: str) -> None:
    one = job(("applied", 0), (ending, 12))
    assert list_own_waits([one], stage=Stage.APPLIED, counted_to=START + timedelta(days=90)) == (
        Waited(12, heard=False),
    )


def test_an_open_silence_counts_only_to_the_day_that_is_vouched_for() -> None:
    one = job(("applied", 0))
    assert list_own_waits([one], stage=Stage.APPLIED, counted_to=START + timedelta(days=5)) == (Waited(5, heard=False),)
    assert list_own_waits([one], stage=Stage.APPLIED, counted_to=None) == ()
    assert list_own_waits([one], stage=Stage.APPLIED, counted_to=START - timedelta(days=1)) == ()


@given(st.lists(st.tuples(st.sampled_from(["applied", "screen", "interview", "rejected", "closed", "note"]),
                          st.integers(0, 60)), max_size=8))  # fmt: skip
def test_no_wait_is_negative_and_none_is_counted_twice(events: list[tuple[str, int]]) -> None:
    waits = list_own_waits([job(*events)], stage=Stage.APPLIED, counted_to=START + timedelta(days=60))
    assert all(wait.days >= 0 for wait in waits)
    assert len(waits) <= sum(kind == "applied" for kind, _ in events)
