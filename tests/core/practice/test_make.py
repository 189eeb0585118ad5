"""Cards from a kink, and the questions of a mock round."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.kinks.kinds import BY_KEY, KINDS, make_own_kind
from onward.packs.load import load_shipped_pack
from onward.practice.make import make_card_drafts, make_mock_round

GENERAL = load_shipped_pack("general")


def test_a_kink_is_worked_out_with_its_plan_its_question_and_two_from_a_pack() -> None:
    found = make_card_drafts(
        BY_KEY["length"],
        if_they="they ask about me",
        then_i="I open with now",
        asked="Tell me about yourself.",
        packs=[GENERAL],
    )
    assert [d.way for d in found] == ["if_then", "re_answer", "say_aloud", "say_aloud"]
    assert found[0].question == "If they ask about me …"
    assert found[0].points[0] == "Then I open with now"
    assert found[2].item == GENERAL.for_kink("length")[0][1].key


def test_the_question_of_ones_own_field_comes_beside_one_for_everybody() -> None:
    found = make_card_drafts(BY_KEY["risk"], packs=[GENERAL, load_shipped_pack("behavioral_health")])
    assert [d.pack for d in found if d.pack] == ["general", "behavioral_health"]


def test_a_plan_reads_well_however_it_was_typed() -> None:
    (plan,) = make_card_drafts(BY_KEY["length"], if_they="If they ask about me,", then_i="then I open with now.")
    assert (plan.question, plan.points[0]) == ("If they ask about me …", "Then I open with now")


def test_without_a_plan_of_ones_own_the_kinds_own_stands_in() -> None:
    found = make_card_drafts(BY_KEY["asking"])
    assert [d.question for d in found] == ["If they ask if I have questions …"]


def test_a_kind_of_ones_own_without_a_plan_makes_no_empty_card() -> None:
    mine, _ = make_own_kind("Numbers", "", "They asked for a number.")
    assert mine is not None
    assert make_card_drafts(mine, packs=[GENERAL]) == ()


def test_cards_that_exist_are_not_made_again() -> None:
    first = make_card_drafts(BY_KEY["story"], packs=[GENERAL])
    again = make_card_drafts(BY_KEY["story"], packs=[GENERAL], known={d.item for d in first})
    assert not {d.item for d in first if d.item} & {d.item for d in again}
    assert [d.way for d in first] == ["if_then", "story_four_beats", "story_four_beats"]


def test_every_kind_has_cards_with_three_points() -> None:
    for kind in KINDS:
        assert all(len(d.points) == 3 for d in make_card_drafts(kind, asked="Why?", packs=[GENERAL]))


@given(st.integers(0, 10_000))
def test_a_mock_round_has_four_questions_of_four_families_and_a_seed_repeats_it(seed: int) -> None:
    found = make_mock_round(GENERAL, seed=seed)
    assert len({d.family for d in found}) == len(found) == 4
    assert found == make_mock_round(GENERAL, seed=seed)


def test_a_mock_round_keeps_to_the_families_that_were_named() -> None:
    assert {d.family for d in make_mock_round(GENERAL, seed=1, families={"doing-right", "why-here"})} == {
        "doing-right",
        "why-here",
    }
