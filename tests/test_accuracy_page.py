"""The published error rates are those of the model that ships, and what it says of its chances comes true about as often."""

from __future__ import annotations

import pytest
from benchmarks.accuracy import PAGE
from benchmarks.accuracy_page import NAMES, by_kind, nos_by
from benchmarks.corpus import held_5, held_6, held_common, held_last
from benchmarks.judging import OTHER, Judged, calibration_error, judge, list_bands

FAR = 0.06  # how far a said chance and what came true may lie apart on average
NEARLY_SURE = 0.9


@pytest.fixture(scope="module")
def sixth() -> list[Judged]:
    return judge(held_6())


@pytest.fixture(scope="module")
def fifth() -> list[Judged]:
    return judge(held_5())


@pytest.fixture(scope="module")
def last() -> list[Judged]:
    return judge(held_last())


@pytest.fixture(scope="module")
def common() -> list[Judged]:
    return judge(held_common())


def _name_language(one: Judged) -> str:
    return NAMES.get(one.language, one.language)


def test_the_page_says_of_each_kind_and_language_what_the_shipped_model_does(
    sixth: list[Judged], fifth: list[Judged], last: list[Judged], common: list[Judged]
) -> None:
    page = PAGE.read_text("utf-8")
    for judged in (sixth, fifth, last, common):
        assert by_kind(judged) in page
        assert nos_by(judged, _name_language) in page
    assert f"lie {100 * calibration_error(common):.0f} points apart on average" in page


def test_a_said_chance_comes_true_about_as_often(last: list[Judged], common: list[Judged]) -> None:
    assert calibration_error([*last, *common]) <= FAR
    for low, _, mean, right in list_bands([*last, *common]):
        if low >= NEARLY_SURE:
            assert right.interval[1] >= mean, "what is nearly sure is wrong more often than it says"


def test_what_is_filed_without_asking_is_seldom_wrong_and_little_of_a_job_is_laid_aside(
    last: list[Judged], common: list[Judged]
) -> None:
    every = [*last, *common]
    filed = [one for one in every if one.sure and one.kind is not OTHER]
    assert len(filed) > 500
    assert len([one for one in filed if one.kind is not one.true]) <= len(filed) / 100
    aside = [one for one in every if one.sure and one.kind is OTHER and one.true is not OTHER]
    assert len(aside) <= len(every) * 0.03
