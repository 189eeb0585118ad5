"""It is normal: arithmetic done here and pinned to evidence §5, sources with every fact, stories that are true."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onward.recover.normal import (
    chance_of_as_few,
    chance_of_run,
    describe_chance,
    describe_own_numbers,
    list_base_rates,
)
from onward.recover.stories import NOT_A_SERMON, STORIES, WRONGED, choose_story
from onward.recover.talk import HEAVY_STRETCH, list_after_words, list_talk_words

ON = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("chance", "nos", "percent"), [(0.2, 5, 33), (0.2, 10, 11), (0.3, 5, 17), (0.3, 10, 3), (0.1, 5, 59), (0.1, 10, 35)]
)
def test_the_arithmetic_of_the_evidence(chance: float, nos: int, percent: int) -> None:
    assert round(100 * chance_of_run(chance, nos)) == percent


def test_five_in_a_row_happen_one_time_in_three() -> None:
    assert describe_chance(5) == "Five in a row happen to a 20 % candidate one time in three."
    assert describe_chance(10) == "Ten in a row happen to a 20 % candidate one time in nine."


def test_every_fact_has_its_source_and_none_is_from_memory() -> None:
    for fact in list_base_rates():
        assert fact.source
        assert "[M]" not in fact.evidence
        assert fact.words.endswith(".")
    assert "three in five people" in " ".join(fact.words for fact in list_base_rates())


def test_few_interviews_say_nothing_about_the_person() -> None:
    assert describe_own_numbers(interviews=0, offers=0).startswith("Nobody has met you yet")
    assert describe_own_numbers(interviews=5, offers=0) == "5 interviews so far: too few to say anything about you."


def test_own_numbers_are_honest_about_chance() -> None:
    assert chance_of_as_few(10, 0) == pytest.approx(0.8**10)
    assert "from 10 interviews. Chance alone does that to a 20 % candidate" in describe_own_numbers(
        interviews=10, offers=0
    )
    assert describe_own_numbers(interviews=30, offers=0).endswith(
        "a second pair of eyes may help more than another try."
    )
    assert describe_own_numbers(interviews=10, offers=3).endswith("That is at least the usual share.")
    with pytest.raises(ValueError, match="can’t be"):
        describe_own_numbers(interviews=1, offers=2)


def test_no_story_is_one_of_the_apocryphal_ones() -> None:
    assert {one.key for one in STORIES} == {"beck", "oconnor", "ginsburg", "kariko", "stefan", "chesky"}
    for one in STORIES:
        assert one.source
        for false in ("Disney", "Einstein", "Jordan", "Lincoln", "Sanders", "Oprah", "Rowling"):
            assert false not in one.words
    assert {one.key for one in STORIES} >= WRONGED
    assert "better" in NOT_A_SERMON


def test_one_story_a_day_the_same_all_day_and_never_a_dismissed_one() -> None:
    first = choose_story(ON)
    assert first is not None
    assert choose_story(ON) == first
    keys = [one.key for one in STORIES]
    left = choose_story(ON, dismissed=keys[:-1])
    assert left is not None
    assert left.key == keys[-1]
    assert choose_story(ON, dismissed=keys) is None


def test_an_unseen_story_comes_before_a_seen_one() -> None:
    keys = {one.key for one in STORIES}
    for days in range(12):
        chosen = choose_story(ON + timedelta(days=days), seen=keys - {"beck"})
        assert chosen is not None
        assert chosen.key == "beck"


def test_talking_to_someone_is_always_there_and_needs_no_connection() -> None:
    title, first, lines, promise, not_this = list_talk_words()
    assert title == "Need to talk to someone now?"
    assert first
    assert any("988" in line.what for line in lines)
    assert "without a connection" in promise
    assert "not a crisis service" in not_this
    assert list_after_words()[1] == lines
    assert "988" in HEAVY_STRETCH
