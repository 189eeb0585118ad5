"""Waiting, pinned to evidence §10, with lifelines as the referee for Kaplan-Meier."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.maths.survival import Wait, Waited, kaplan_meier

AFTER_INTERVIEW = Wait(0.6, 7, 0.8)
AFTER_APPLICATION = Wait(0.35, 10, 1)
DAYS = (0, 7, 14, 21, 28, 45)
WAITS = st.lists(st.builds(Waited, st.integers(1, 90).map(float), st.booleans()), max_size=25)


@pytest.mark.parametrize(
    ("wait", "percents"), [(AFTER_INTERVIEW, (60, 43, 23, 11, 6, 2)), (AFTER_APPLICATION, (35, 26, 17, 11, 8, 3))]
)
def test_the_table_of_the_evidence(wait: Wait, percents: tuple[int, ...]) -> None:
    """Two cells of the table after an interview were rounded up: it says 23 and 2 where the model says 22.5 and 1.5."""
    for day, percent in zip(DAYS, percents, strict=True):
        assert 100 * wait.still(day) == pytest.approx(percent, abs=0.55)


@pytest.mark.parametrize(
    ("wait", "day"), [(AFTER_INTERVIEW, 23), (Wait(0.75, 7, 0.8), 30), (AFTER_APPLICATION, 23), (Wait(0.25, 8, 1), 13)]
)
def test_the_first_day_of_planning_as_if_closed(wait: Wait, day: int) -> None:
    """The 13 days of the evidence go with the lower median, 8; with 10 it is 16."""
    assert wait.first_day(0.10) == day
    assert wait.still(day) <= 0.10 < wait.still(day - 1)


def test_who_surely_hears_always_still_may() -> None:
    assert Wait(1, 7, 0.8).still(30) == 1
    assert Wait(0, 7, 0.8).first_day(0.1) == 0


@given(st.floats(0.05, 0.95), st.floats(1, 60), st.floats(0.2, 2), st.floats(0, 300), st.floats(0, 50))
def test_more_silence_never_raises_the_chance(
    hears: float, median: float, spread: float, day: float, more: float
) -> None:
    wait = Wait(hears, median, spread)
    assert wait.still(day + more) <= wait.still(day) + 1e-12
    assert wait.still(0) == pytest.approx(hears)


@settings(max_examples=25, deadline=None)
@given(WAITS.filter(len))
def test_kaplan_meier_agrees_with_lifelines(waits: list[Waited]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from lifelines import KaplanMeierFitter

        referee = KaplanMeierFitter().fit([w.days for w in waits], [w.heard for w in waits])
        for day, still in kaplan_meier(waits):
            assert still == pytest.approx(float(referee.predict(day)), abs=1e-12)


def test_nobody_answered_is_no_curve() -> None:
    assert kaplan_meier([Waited(4, heard=False)]) == ()
    assert kaplan_meier([]) == ()


@pytest.mark.parametrize("bad", [(-0.1, 7, 1), (1.1, 7, 1), (0.5, 0, 1), (0.5, 7, 0)])
def test_it_refuses_a_wait_that_cannot_be(bad: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="wait"):
        Wait(*bad)
