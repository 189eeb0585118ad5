"""Global verdicts on oneself get a specific question back; anger gets met."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.wording.tone import ANGRY, WHICH_ANSWER, find_anger, find_global_judgment


@pytest.mark.parametrize(
    "text",
    [
        "I'm bad at interviews",
        "I’m just terrible at this.",
        "I always freeze when they ask about risk",
        "I never know what to say",
        "I am such a failure",
        "I suck at interviewing",
        "I can't interview",
        "Nobody will hire me",
        "I'll never get a job",
        "Everything went wrong",
        "I blew the whole thing",
        "Ich bin einfach schlecht in Vorstellungsgesprächen.",
        "Mich nimmt doch keiner.",
        "Ich habe alles versaut",
        "Je suis nulle en entretien",
        "J’ai tout gâché.",
        "Personne ne voudra de moi",
        "Soy malísima en las entrevistas",
        "No sirvo para esto.",
        "Nadie me va a contratar",
        "Sono negata per i colloqui",
        "Non valgo niente",
        "Ho rovinato tutto.",
        "Ik ben gewoon slecht in sollicitatiegesprekken",
        "Niemand neemt me aan.",
        "Ik verpest altijd alles",
        "Sou péssima em entrevistas",
        "Não sirvo para isto",
        "Estraguei tudo.",
    ],
)
def test_a_verdict_on_the_whole_person_is_noticed(text: str) -> None:
    assert find_global_judgment(text)
    assert WHICH_ANSWER == "Which answer? What words?"


@pytest.mark.parametrize(
    "text",
    [
        "I talked for four minutes about the second question.",
        "I was too quick on the caseload question.",
        "I didn't name a result in the conflict story.",
        "They always ask about supervision.",
        "Ich bin bei der zweiten Frage zu schnell gewesen.",
        "Je suis restée trop longue sur la deuxième question.",
        "Soy enfermera y hablé cuatro minutos.",
        "Sono infermiera, e ho parlato troppo dei turni.",
        "Ik ben bij de vraag over planning te snel gegaan.",
        "Sou enfermeira e não disse o resultado.",
    ],
)
def test_what_happened_in_one_answer_is_not(text: str) -> None:
    assert find_global_judgment(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "I'm so angry at them",
        "What a waste of my time",
        "They lied to me",
        "I hate them",
        "screw them",
        "Ich bin so wütend auf die",
        "Je suis vraiment en colère",
        "Estoy muy enfadada con ellos",
        "Sono davvero arrabbiata",
        "Ik ben zo boos",
        "Estou mesmo zangada",
    ],
)
def test_anger_is_noticed_and_met(text: str) -> None:
    assert find_anger(text)
    assert ANGRY.startswith("Angry? Fair.")


def test_calm_words_are_not_anger() -> None:
    assert find_anger("They were friendly and on time.") == ()
    assert find_anger("Sie waren freundlich und pünktlich. Fueron amables. Sono stati gentili.") == ()


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    for span in (*find_global_judgment(text), *find_anger(text)):
        assert 0 <= span.start < span.end <= len(text)
