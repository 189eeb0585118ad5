"""The situations in which somebody waits for an answer, and what is usual in each before a person is known."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from onward.facts import STAGES, Stage
from onward.maths.survival import Wait
from onward.maths.wait_grid import WaitPrior

# How far people lie from what is usual, as standard deviations: of the log-odds of hearing, the log of the
# median and the log of the spread. After a form they are chosen so that nobody of benchmarks/silence.py is
# served much worse than by the best of its rivals: two people measured, and made-up ones three to six times
# as responsive or as silent. After a talk the share differs more and the days less: when nine interviews are
# silent for six weeks, it is rarely slowness. That is judgement.
AFTER_A_FORM = (1.0, 1.1, 0.35)
AFTER_A_TALK = (1.2, 0.85, 0.35)
# After a form: fitted to 781 applications of two people (`benchmarks/silence.py --fit`), with the spread held
# at the 1.0 of evidence §10 [C]: the lognormal that fits best (1.3) mixes times that differed, and predicts
# worse forward in time.
# After a conversation nothing is published that holds for one process (evidence §4): judgement (§10).
USUAL: dict[Stage, Wait] = {
    Stage.APPLIED: Wait(0.37, 5.8, 1.0),
    Stage.SCREEN: Wait(0.60, 7, 0.8),
    Stage.INTERVIEW: Wait(0.60, 7, 0.8),
    Stage.FINAL: Wait(0.75, 7, 0.8),
}
# Through a person somebody there looks at it: the odds of hearing are so many times as high. Judgement.
THROUGH_A_PERSON = {Stage.APPLIED: 2.5, Stage.SCREEN: 1.5, Stage.INTERVIEW: 1.5, Stage.FINAL: 1.5}
HALF = 0.5  # what a wait in a neighboring situation teaches, beside one in the same; judgement


class Situation(NamedTuple):
    """After a form (`APPLIED`), a screen, an interview or a final round; through a person, or not."""

    stage: Stage
    through: bool = False

    @property
    def usual(self) -> Wait:
        """What is usual here."""
        usual = USUAL[self.stage]
        if not self.through:
            return usual
        odds = usual.hears / (1 - usual.hears) * THROUGH_A_PERSON[self.stage]
        return Wait(odds / (1 + odds), usual.median, usual.spread)

    @property
    def prior(self) -> WaitPrior:
        """The labelled prior: what is usual here, and how far people lie from it."""
        return _make_prior(self)

    @property
    def is_talk(self) -> bool:
        """Whether somebody there has met the person."""
        return self.stage is not Stage.APPLIED


@cache
def _make_prior(situation: Situation) -> WaitPrior:
    return WaitPrior(situation.usual, AFTER_A_TALK if situation.is_talk else AFTER_A_FORM)


@cache
def find_situation(stage: Stage, *, through: bool = False) -> Situation:
    """The situation of a job at a stage: the nearest before it that there is, and a form for what comes before one."""
    near = next((before for before in reversed(STAGES[: stage.rank + 1]) if before in USUAL), Stage.APPLIED)
    return Situation(near, through)


def weigh_situation(taught_in: Situation, wanted: Situation) -> float:
    """What a wait in one situation teaches about another: all in the same, half for any other talk or way in.

    Waits after a form say nothing about those after a talk, nor the other way around.
    """
    if taught_in == wanted:
        return 1.0
    return HALF if taught_in.is_talk == wanted.is_talk else 0.0
