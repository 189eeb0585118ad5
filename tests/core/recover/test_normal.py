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
from onward.recover.talk import HEAVY_STRETCH, is_heavy_stretch

ON = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("chance", "nos", "percent"), [(0.2, 5, 33), (0.2, 10, 11), (0.3, 5, 17), (0.3, 10, 3), (0.1, 5, 59), (0.1, 10, 35)]
)
def test_the_arithmetic_of_the_evidence(chance: float, nos: int, percent: int) -> None:
    assert round(100 * chance_of_run(chance, nos)) == percent


def test_what_is_known_of_a_field_comes_first_and_only_to_whom_it_is_theirs() -> None:
    assert not any(fact.field for fact in list_base_rates())
    mine = list_base_rates("behavioral_health")
    assert [fact.field for fact in mine[:3]] == ["behavioral_health", "behavioral_health", ""]
    assert mine[2:] == list_base_rates("elsewhere") == list_base_rates()
    assert all(fact.source for fact in mine)


def test_five_in_a_row_happen_one_time_in_three() -> None:
    assert (
        describe_chance(5) == "Where one interview in five leads to an offer, five nos in a row come one time in three."
    )
    assert (
        describe_chance(10) == "Where one interview in five leads to an offer, ten nos in a row come one time in nine."
    )


def test_every_fact_has_its_source_and_says_only_what_it_says() -> None:
    for fact in list_base_rates():
        assert fact.source
        assert fact.words.endswith(".")
    said = " ".join(fact.words for fact in list_base_rates())
    assert "made-up applications of college-educated women for administrative jobs" in said  # Farber's population
    assert "counted six hours" not in said  # derived from the rate at which fellowships are won
    assert "three in five people" in " ".join(fact.words for fact in list_base_rates())


def test_few_interviews_say_nothing_about_the_person() -> None:
    assert describe_own_numbers(interviews=0, offers=0).startswith("Nobody has met you yet")
    assert describe_own_numbers(interviews=5, offers=0) == "5 interviews so far: too few to say anything about you."


def test_own_numbers_are_honest_about_chance() -> None:
    assert chance_of_as_few(10, 0) == pytest.approx(0.8**10)
    assert chance_of_as_few(10, 1) == pytest.approx(0.8**10 + 10 * 0.2 * 0.8**9)
    assert chance_of_as_few(8, 8) == 1
    assert 0.4 < chance_of_as_few(2000, 400) < 0.6
    assert (
        "Where one interview in five leads to an offer, chance alone does that about one time in nine."
        in describe_own_numbers(interviews=10, offers=0)
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


def test_stefan_proposed_a_list_and_did_not_publish_hers() -> None:
    (story,) = [one for one in STORIES if one.key == "stefan"]
    assert "she proposed that scientists keep a list" in story.words
    assert "published" not in story.words


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


@pytest.mark.parametrize(
    ("ago", "heavy"),
    [((0, 0, 1, 3, 6), True), ((0, 0, 1, 3, 7), False), ((0, 1, 2, 3), False), ((-1, 0, 1, 2, 3), False)],
)
def test_five_nos_in_a_week_from_people_one_met_are_a_heavy_stretch(ago: tuple[int, ...], heavy: bool) -> None:
    assert is_heavy_stretch([ON - timedelta(days=days) for days in ago], ON) is heavy


def test_the_soft_sentence_names_no_telephone_line() -> None:
    assert not any(letter.isdigit() for letter in HEAVY_STRETCH)
