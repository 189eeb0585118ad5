"""A job that moved on or was ended there counts at every stage it was at; one still open says nothing yet."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from onward.facts import Event, Opportunity, Stage
from onward.pace.odds import MOVES_ON, JobChance, StageRecord, odds
from onward.pace.own_rates import count_own_record

START = date(2026, 9, 1)


def job(*kinds: str) -> Opportunity:
    return Opportunity(1, "A", "T", tuple(Event(kind, START + timedelta(days=d)) for d, kind in enumerate(kinds)))


@pytest.mark.parametrize(
    ("kinds", "moved"),
    [
        (("applied",), {}),
        (("applied", "rejected"), {Stage.APPLIED: (0, 1)}),
        (("applied", "closed"), {Stage.APPLIED: (0, 1)}),
        (("applied", "withdrew"), {}),
        (("applied", "interview"), {Stage.APPLIED: (1, 0)}),
        (("applied", "screen", "rejected"), {Stage.APPLIED: (0, 1), Stage.SCREEN: (0, 1)}),
        (("applied", "interview", "withdrew"), {Stage.APPLIED: (1, 0)}),
        (("applied", "interview", "final", "rejected"), {Stage.APPLIED: (1, 0), Stage.INTERVIEW: (1, 0), Stage.FINAL: (0, 1)}),
    ],
)  # fmt: skip
def test_each_stage_counts_once_it_is_decided(kinds: tuple[str, ...], moved: dict[Stage, tuple[int, int]]) -> None:
    assert count_own_record([job(*kinds)]).moved == moved


def test_counts_add_up_and_turn_the_belief() -> None:
    record = count_own_record([job("applied", "interview")] * 6 + [job("applied", "rejected")] * 4)
    assert record.moved == {Stage.APPLIED: (6, 4)}
    prior = MOVES_ON[Stage.APPLIED]
    assert record.belief(Stage.APPLIED) == prior.updated(6, 4)
    rng = np.random.default_rng
    open_, by = [JobChance(Stage.APPLIED)] * 5, START + timedelta(days=90)
    before = odds(open_, on=START, by=by, record=StageRecord(), rng=rng(1)).mean
    assert odds(open_, on=START, by=by, record=record, rng=rng(1)).mean > before
