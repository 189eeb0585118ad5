"""The curve of a situation: moved by own waits, judged by the others, and right about when to carry on."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from benchmarks.waits.people import make_person, waits_known

from onward.facts import Stage
from onward.maths.survival import Wait, Waited
from onward.pace.own_waits import OwnWait
from onward.pace.situations import Situation, find_situation
from onward.pace.waiting_curve import learn_curve, weigh_waits

FORM, TALK = Situation(Stage.APPLIED), Situation(Stage.INTERVIEW)


def silent(days: int, *, running: bool = False, situation: Situation = FORM) -> OwnWait:
    return OwnWait(situation, Waited(days, heard=False, ago=days), running)


def heard(days: int, *, ago: int = 30, situation: Situation = FORM) -> OwnWait:
    return OwnWait(situation, Waited(days, heard=True, ago=ago), running=False)


def test_without_own_waits_it_is_what_is_usual_and_says_what_that_is() -> None:
    form, talk = learn_curve(FORM, []), learn_curve(TALK, [])
    assert (form.begins_with, talk.begins_with) == ("the waits of two people", "assumed waits")
    assert form.own == talk.own == 0
    assert form.wait.median == pytest.approx(FORM.usual.median, rel=0.01)
    assert learn_curve(find_situation(Stage.APPLIED, through=True), []).still(0) > form.still(0)


@pytest.mark.parametrize("median", [3, 14, 21])
def test_when_answers_really_take_long_it_says_so(median: int) -> None:
    """With the share alone learned, 37 to 42 % still heard on the day on which it said that nearly nobody does."""
    chance, true, said, covered = Random(f"{median}"), [], [], []
    for _ in range(30):
        wait = Wait(0.4, median, 0.8)
        person = make_person(chance, wait, applications=60, days=90)
        curve = learn_curve(FORM, waits_known(person, 90))
        day = max(14, curve.first_day(0.10))
        first = max(14, wait.first_day(0.10))
        true.append(wait.still(day))
        said.append(day / first)
        within = curve.range(14)
        covered.append(within.low <= wait.still(14.5) <= within.high)
    assert sum(true) / len(true) <= 0.12
    assert sum(said) / len(said) <= 1.5
    assert sum(covered) >= 18


def test_a_talk_is_not_judged_by_forms_and_a_form_not_by_talks() -> None:
    dark = [silent(60)] * 40
    assert learn_curve(TALK, dark).still(7) == learn_curve(TALK, []).still(7)
    assert learn_curve(TALK, [silent(60, situation=TALK)] * 40).still(7) < learn_curve(TALK, []).still(7) / 2


def test_a_neighboring_situation_teaches_less_than_the_same() -> None:
    final = Situation(Stage.FINAL)
    same, neighbor, nothing = (
        learn_curve(final, [silent(90, situation=where)] * 6).still(0) for where in (final, TALK, FORM)
    )
    assert same < neighbor < nothing


def test_a_job_alone_is_judged_by_what_is_usual_and_not_by_itself() -> None:
    alone = learn_curve(FORM, [silent(20, running=True)])
    assert alone.still(20) == pytest.approx(learn_curve(FORM, []).still(20))
    assert alone.own == 0
    assert weigh_waits(FORM, [silent(20, running=True)]) == [(silent(20, running=True), 0.0)]
    three = weigh_waits(FORM, [silent(20, running=True), silent(9, running=True), heard(3)])
    assert [weight for _, weight in three] == [0.5, 0.5, 1.0]


def test_what_silence_leaves_is_all_on_the_first_day_and_falls_without_a_jump() -> None:
    for curve in (learn_curve(FORM, [silent(40)] * 10), learn_curve(TALK, [heard(5, situation=TALK)] * 4)):
        left = [curve.left(day) for day in range(120)]
        assert left[0] == 1
        assert max(before - after for before, after in pairwise(left)) < 0.13
        assert left[60] < 0.25


def test_own_answers_come_to_outweigh_what_is_usual() -> None:
    quick = learn_curve(FORM, [*[heard(2)] * 30, *[silent(30)] * 10])
    slow = learn_curve(FORM, [*[heard(30, ago=90)] * 30, *[silent(90)] * 10])
    assert quick.still(14) < 0.15 < 0.6 < slow.still(14)
    assert (quick.own, slow.own) == (40, 40)
