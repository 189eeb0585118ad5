"""The next-day script: one screen each, resumable, and what it adds up to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.debrief.chances import ChanceAnswer, WorkedOn
from onward.debrief.chips import Chip
from onward.debrief.gently import NoticeTopic, find_notices
from onward.debrief.screens import NOT_MINE, NOTHING, SAID_SCREEN, Script
from onward.debrief.script import (
    DebriefSetting,
    carry_answers,
    draw_lesson,
    find_next_screen,
    find_place,
    find_screen_before,
    find_screen_troubles,
    is_done,
    list_screens,
)
from onward.debrief.sittings import ENOUGH, LESSON, NEARLY, SittingTimes, brake_replaying, suggest_pause

KINK = WorkedOn(7, "Length", "They asked an open question.")
AFTER_A_NO = DebriefSetting(Script.NO, (KINK,), (("length", "Length"), ("result", "Result")))

WHOLE: dict[str, dict[str, str]] = {
    "asked": {"text": "Tell me about yourself\n- Why here?"},
    "said": {"text": "I began with school and went on for four minutes."},
    "worked": {"text": "I asked about supervision.", "chip": "interviewer said"},
    "change": {"change_1": "I talked for four minutes", "kind_1": "length", "change_2": "", "kind_2": "", "none": ""},
    "know": {"chip_1": "interviewer said", "who_1": "D. R."},
    "chances": {"kink_7": "it happened"},
    "plan": {"if_1": "they ask about me", "then_1": "I open with now"},
    "myself": {"said_real": "4", "could_be": ""},
}


def keys(answers: dict[str, dict[str, str]], setting: DebriefSetting = AFTER_A_NO) -> list[str]:
    return [screen.key for screen in list_screens(answers, setting)]


def test_it_asks_one_thing_after_another() -> None:
    assert keys(WHOLE) == ["asked", "said", "worked", "change", "know", "chances", "plan", "myself", "done"]


def test_it_is_resumed_where_it_was_left() -> None:
    for n, key in enumerate(WHOLE):
        so_far = {k: WHOLE[k] for k in list(WHOLE)[:n]}
        assert find_next_screen(so_far, AFTER_A_NO).key == key
    assert is_done(WHOLE, AFTER_A_NO)


def test_it_knows_its_place_and_the_way_back() -> None:
    assert find_place("worked", WHOLE, AFTER_A_NO) == (3, 9)
    before = find_screen_before("worked", WHOLE, AFTER_A_NO)
    assert before is not None
    assert before.key == "said"
    assert find_screen_before("asked", WHOLE, AFTER_A_NO) is None


def test_it_adds_up_to_a_lesson() -> None:
    told = draw_lesson(WHOLE, AFTER_A_NO)
    assert told.asked == ("Tell me about yourself", "Why here?")
    assert (told.worked, told.worked_chip) == ("I asked about supervision.", Chip.INTERVIEWER)
    change = told.changes[0]
    assert (change.text, change.kind, change.chip, change.who) == (
        "I talked for four minutes",
        "length",
        Chip.INTERVIEWER,
        "D. R.",
    )
    assert (change.if_they, change.then_i) == ("they ask about me", "I open with now")
    assert (told.chances, told.said_real, told.could_be) == ({7: ChanceAnswer.HAPPENED}, 4, None)


@pytest.mark.parametrize(
    ("told", "times", "occasions"),
    [
        ("no chance", "3", ()),
        ("a clean chance", "", (False,)),
        ("a clean chance", "3", (False, False, False)),
        ("it happened", "", (True,)),
        ("it happened", "2", (False, True)),
        ("it happened", "many", (True,)),
    ],
)
def test_an_interview_may_have_up_to_three_chances(told: str, times: str, occasions: tuple[bool, ...]) -> None:
    answers = {**WHOLE, "chances": {"kink_7": told, "times_7": times}}
    assert draw_lesson(answers, AFTER_A_NO).occasions == {7: occasions}


def test_it_can_have_gone_well_and_still_be_a_no() -> None:
    screen = next(one for one in list_screens({}, AFTER_A_NO) if one.key == "change")
    assert "It can have gone well and still be a no." in screen.help


@pytest.mark.parametrize("none", [NOTHING, NOT_MINE])
def test_nothing_to_fix_and_not_mine_are_full_answers(none: str) -> None:
    answers = {**WHOLE, "change": {"change_1": "", "none": none}}
    assert keys(answers) == ["asked", "said", "worked", "change", "chances", "myself", "done"]
    assert is_done(answers, AFTER_A_NO)
    assert (draw_lesson(answers, AFTER_A_NO).changes, draw_lesson(answers, AFTER_A_NO).none) == ((), none)


def test_one_thing_that_worked_is_required() -> None:
    answers = {**WHOLE, "worked": {"text": " ", "chip": ""}}
    screen = find_next_screen(answers, AFTER_A_NO)
    assert screen.key == "worked"
    assert find_screen_troubles(screen, answers["worked"]) == {
        "text": "One thing, however small. What would you do again?"
    }


def test_a_change_or_a_full_answer_is_required_and_not_both() -> None:
    screen = next(s for s in list_screens({}, AFTER_A_NO) if s.key == "change")
    assert "change_1" in find_screen_troubles(screen, {})
    assert find_screen_troubles(screen, {"change_2": "Only the second box"}) == {}
    assert "Keep one of the two" in find_screen_troubles(screen, {"change_1": "x", "none": NOTHING})["none"]


def test_what_is_no_choice_is_refused() -> None:
    screen = next(s for s in list_screens(WHOLE, AFTER_A_NO) if s.key == "know")
    assert find_screen_troubles(screen, {"chip_1": "the stars"}) == {"chip_1": "“the stars” isn’t one of the choices."}
    myself = next(s for s in list_screens(WHOLE, AFTER_A_NO) if s.key == "myself")
    assert find_screen_troubles(myself, {"said_real": "6"}) == {"said_real": "Choose a number from 1 to 5."}


def test_two_changes_at_most_each_with_its_own_way_of_knowing() -> None:
    change = {"change_1": "", "change_2": "the second", "kind_2": "result", "change_3": "a third", "none": ""}
    answers = {**WHOLE, "change": change, "know": {"chip_1": "recording"}, "plan": {"if_1": "a", "then_1": "b"}}
    only = draw_lesson(answers, AFTER_A_NO).changes
    assert [(c.text, c.kind, c.chip, c.if_they) for c in only] == [("the second", "result", Chip.RECORDING, "a")]


def test_without_a_kink_to_work_on_no_chances_are_asked() -> None:
    assert "chances" not in keys(WHOLE, DebriefSetting())


def test_a_good_interview_is_asked_what_nearly_went_wrong() -> None:
    change = next(s for s in list_screens({}, DebriefSetting(Script.GOOD)) if s.key == "change")
    assert change.title == "What nearly went wrong?"


def test_an_application_has_its_own_short_script() -> None:
    setting = DebriefSetting(Script.APPLICATION, (KINK,))
    assert keys({}, setting) == ["sent", "door", "worked", "change", "done"]
    assert find_next_screen({"sent": {"text": "degree: first line"}}, setting).key == "door"
    assert find_next_screen({"sent": {"text": "degree"}, "door": {}}, setting).key == "worked"


@given(
    st.dictionaries(
        st.sampled_from([*WHOLE, "x"]), st.dictionaries(st.sampled_from(["text", "none", "change_1"]), st.text())
    )
)
def test_any_answers_have_a_next_screen_and_a_lesson(answers: dict[str, dict[str, str]]) -> None:
    assert find_next_screen(answers, AFTER_A_NO).key in keys(answers)
    assert len(draw_lesson(answers, AFTER_A_NO).changes) <= 2


# -- what it says back --


def test_a_verdict_on_oneself_is_asked_which_answer() -> None:
    said = find_notices(SAID_SCREEN, {"text": "I’m terrible at interviews."})
    assert [(n.about, n.sentence) for n in said] == [(NoticeTopic.SPECIFIC, "Which answer? What words?")]


def test_anger_is_met() -> None:
    said = find_notices(SAID_SCREEN, {"text": "I am so angry. What a joke."})
    assert [n.sentence for n in said] == ["Angry? Fair. What would you say about them in an interview?"]


def test_client_details_are_pointed_out_and_known_names_are_not() -> None:
    text = {"text": "I told them about Mr. Hollis, MRN 4471123."}
    assert NoticeTopic.CLIENT in [n.about for n in find_notices(SAID_SCREEN, text)]
    spans = find_notices(SAID_SCREEN, {"text": "I spoke with Mr. Hollis."}, known=["Mr. Hollis"])
    assert spans == ()


def test_plain_words_get_nothing_back() -> None:
    assert find_notices(SAID_SCREEN, {"text": "I forgot to say what came of it."}) == ()


NOON = datetime(2026, 4, 2, 12, tzinfo=UTC)


def sat(*minutes: float) -> list[SittingTimes]:
    return [SittingTimes(NOON + timedelta(days=n), NOON + timedelta(days=n, minutes=m)) for n, m in enumerate(minutes)]


def test_the_third_opening_is_braked() -> None:
    assert brake_replaying(sat(5, 5)) is None
    assert brake_replaying(sat(5, 5, 0)) == LESSON


def test_over_thirty_minutes_across_sittings_is_braked() -> None:
    assert brake_replaying(sat(20, 10)) is None
    assert brake_replaying(sat(20, 10.5)) == LESSON


def test_a_sitting_nears_its_end_at_twenty_minutes_and_ends_at_twenty_five() -> None:
    assert suggest_pause(sat(19.9)[0]) is None
    assert suggest_pause(sat(20)[0]) == NEARLY
    assert suggest_pause(sat(24.9)[0]) == NEARLY
    assert suggest_pause(sat(25)[0]) == ENOUGH


def test_a_clock_that_goes_backwards_counts_as_nothing() -> None:
    assert sat(-10)[0].minutes == 0


def test_what_was_said_of_a_change_goes_with_its_words() -> None:
    answers = {
        "change": {"change_1": "I rambled", "change_2": "I was late"},
        "know": {"chip_1": "interviewer said", "who_1": "D. W.", "chip_2": "just a feeling", "who_2": ""},
        "plan": {"if_1": "they ask", "then_1": "two minutes", "if_2": "it is far", "then_2": "leave early"},
    }
    kept = carry_answers(answers, {"change_1": "I was late", "change_2": "I had no example"})
    assert kept["know"] == {"chip_1": "just a feeling", "who_1": ""}
    assert kept["plan"] == {"if_1": "it is far", "then_1": "leave early"}
    assert (
        find_next_screen(kept | {key: {"text": "x"} for key in ("asked", "said", "worked")}, DebriefSetting()).key
        == "know"
    )
    assert carry_answers(answers, {"none": "nothing to fix"})["know"] == {}
    same = {**answers["change"], "kind_1": "length"}
    assert carry_answers(answers, same)["know"] == answers["know"]


def test_for_each_change_there_are_six_ways_of_knowing_and_none_of_them_is_the_employer() -> None:
    (screen,) = [one for one in list_screens(WHOLE, AFTER_A_NO) if one.key == "know"]
    offered = [[choice.value for choice in field.choices] for field in screen.fields if field.name.startswith("chip_")]
    six = ["interviewer said", "visible reaction", "recording", "rubric", "another person", "just a feeling"]
    assert offered
    assert all(values == six for values in offered)
