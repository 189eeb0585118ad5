"""Words of self-harm bring up the fixed text: rather too often than once too seldom."""

from __future__ import annotations

import pytest

from onward.wording.crisis import FIXED_TEXTS, LATER, Concern, find_concern, has_crisis_words

HEAVY = [
    "I want to die.",
    "i don't want to be here anymore",
    "I don’t want to live like this",
    "honestly I could just kill myself",
    "thinking about suicide again",
    "they'd be better off without me",
    "Everyone would be better off without me",
    "there is no reason to live",
    "I have nothing to live for",
    "my life is not worth living",
    "I can't go on",
    "I cannot do this anymore",
    "I wish I was dead",
    "I wish I could just disappear",
    "I'm not safe",
    "I am not okay",
    "I feel like a burden",
    "I want to hurt someone",
    "kms",
    "I've been cutting myself",
    "end it all",
    "there's no way out.",
    "I want to go to sleep and never wake up",
    "Ich will nicht mehr leben",
    "ich will sterben",
    "ich bringe mich um",
    "je veux mourir",
    "je veux en finir",
    "no quiero vivir",
    "quiero morir",
    "voglio morire",
    "farla finita",
    "quero morrer",
    "não quero mais viver",
    "ik wil niet meer leven",
    "zelfmoord",
]


@pytest.mark.parametrize("text", HEAVY)
def test_it_comes_up_on_heavy_words(text: str) -> None:
    assert has_crisis_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "They moved the deadline to Friday.",
        "I killed it in the interview.",
        "The pause was awkward and I talked for four minutes.",
        "I want to move to another team.",
        "Die Absage kam heute.",
        "I was sad and called my sister.",
        "Their words hurt me.",
        "I worried it would hurt my chances.",
        "I cut everything that was not on the list.",
    ],
)
def test_everyday_words_do_not_bring_it_up(text: str) -> None:
    assert not has_crisis_words(text)


def test_a_risk_question_in_an_interview_may_bring_it_up_and_can_be_dismissed() -> None:
    assert has_crisis_words("They asked how I assess a client with suicidal thoughts.")
    assert LATER


@pytest.mark.parametrize("text", ["I want to hurt someone", "I could kill my boss", "I'm going to shoot them"])
def test_words_of_harming_somebody_have_their_own_text(text: str) -> None:
    assert find_concern(text) is Concern.OTHERS
    assert "somebody" in FIXED_TEXTS[Concern.OTHERS].opening


def test_where_it_speaks_of_both_the_person_is_answered() -> None:
    assert find_concern("I want to hurt him and then kill myself") is Concern.SELF


@pytest.mark.parametrize("concern", FIXED_TEXTS)
def test_each_text_says_that_nothing_is_kept_sent_or_told(concern: Concern) -> None:
    said = FIXED_TEXTS[concern].checked
    assert "Nothing is kept or sent." in said
    assert "Onward tells nobody: no board, employer or agency." in said
