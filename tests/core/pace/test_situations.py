"""Four situations, through a person or not: what is usual in each, and what one teaches about another."""

from __future__ import annotations

import pytest

from onward.facts import Stage
from onward.pace.situations import USUAL, Situation, find_situation, weigh_situation

FORM, TALK = Situation(Stage.APPLIED), Situation(Stage.INTERVIEW)


@pytest.mark.parametrize(
    ("stage", "found"),
    [
        (Stage.LEAD, Stage.APPLIED),
        (Stage.APPLIED, Stage.APPLIED),
        (Stage.SCREEN, Stage.SCREEN),
        (Stage.INTERVIEW, Stage.INTERVIEW),
        (Stage.FINAL, Stage.FINAL),
        (Stage.WRITTEN, Stage.FINAL),
    ],
)
def test_every_stage_has_its_situation(stage: Stage, found: Stage) -> None:
    assert find_situation(stage) == Situation(found)
    assert find_situation(stage, through=True) == Situation(found, through=True)


@pytest.mark.parametrize("stage", list(USUAL))
def test_through_a_person_more_is_heard_and_the_rest_is_as_usual(stage: Stage) -> None:
    cold, warm = Situation(stage).usual, Situation(stage, through=True).usual
    assert warm.hears > cold.hears
    assert (warm.median, warm.spread) == (cold.median, cold.spread)


def test_a_form_teaches_nothing_about_a_talk_and_a_neighbor_half() -> None:
    assert weigh_situation(FORM, FORM) == 1
    assert weigh_situation(Situation(Stage.FINAL), TALK) == weigh_situation(FORM._replace(through=True), FORM) == 0.5
    assert weigh_situation(FORM, TALK) == weigh_situation(TALK, FORM) == 0
