"""What an ask doesn’t need: a question that looks back is asked about, a story beside the ask is pointed at."""

from __future__ import annotations

import pytest

from onward.ask.beside import find_backward_questions, find_beside, plays_part
from onward.ask.check import Hurt, WordingMark, check_wording, is_fine_to_send
from onward.ask.words import LANGUAGES, load_ask_words

BACKWARD = {
    "en": "Was it settled before I came?",
    "de": "War es schon entschieden, als ich kam?",
    "fr": "Tout était joué avant que j’arrive ?",
    "es": "¿Estaba ya decidido cuando llegué?",
    "it": "Era già tutto deciso quando sono arrivata?",
    "nl": "Was het al beslist toen ik kwam?",
    "pt": "Já estava decidido quando cheguei?",
}
AHEAD = {
    "en": "What would you advise me to learn next?",
    "de": "Was würden Sie mir raten als Nächstes zu lernen?",
    "fr": "Que me conseillez-vous d’apprendre ?",
    "es": "¿Qué me aconseja aprender ahora?",
    "it": "Che cosa mi consiglia di imparare adesso?",
    "nl": "Wat raadt u mij aan om te leren?",
    "pt": "O que me aconselha a aprender agora?",
}
STORY = {
    "en": "My landlady had already baked a cake with my name on it.",
    "de": "Meine Wirtin hatte schon einen Kuchen mit meinem Namen gebacken.",
    "fr": "Ma logeuse avait déjà fait un gâteau à mon nom.",
    "es": "Mi casera ya había hecho una tarta con mi nombre.",
    "it": "La padrona di casa aveva già fatto una torta col mio nome.",
    "nl": "Mijn hospita had al een taart met mijn naam gebakken.",
    "pt": "A minha senhoria já tinha feito um bolo com o meu nome.",
}
ASK = "Dear Ms. Hill, thank you for the tour. {} What would you advise me to learn next? If not, I understand."


def find(what: Hurt, text: str, language: str = "en") -> list[WordingMark]:
    return [mark for mark in check_wording(text, language=language) if mark.what is what]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_that_looks_back_is_asked_about_and_one_for_advice_is_not(language: str) -> None:
    words = load_ask_words(language)
    marks = list(find_backward_questions(BACKWARD[language], words))
    assert [(mark.what, mark.hint, mark.repair) for mark in marks] == [(Hurt.BACKWARD, True, words.say["advice"])]
    assert not list(find_backward_questions(AHEAD[language], words))


def test_what_is_marked_already_is_not_asked_about_as_well() -> None:
    assert [mark.what for mark in check_wording("Why was I not chosen?")] == [Hurt.ARGUMENT]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_plays_no_part_in_an_ask_and_the_question_does(language: str) -> None:
    words = load_ask_words(language)
    assert not plays_part(STORY[language], words)
    assert plays_part(AHEAD[language], words)
    assert plays_part(words.say["thanks"], words)


def test_one_sentence_is_pointed_at_and_the_message_is_still_fine_to_send() -> None:
    text = ASK.format(f"{STORY['en']} The flat was cold without it, and we ate in silence.")
    marks = check_wording(text)
    assert [mark.what for mark in marks] == [Hurt.BESIDE]
    assert "Read it once as they will" in marks[0].why
    assert is_fine_to_send(marks)


def test_where_something_hurts_outright_nothing_is_pointed_at() -> None:
    marks = check_wording(ASK.format(f"{STORY['en']} This was unfair."))
    assert Hurt.BESIDE not in [mark.what for mark in marks]
    assert not is_fine_to_send(marks)


@pytest.mark.parametrize(
    "said",
    ["", "I respect the decision.", "I enjoyed hearing about the reading groups.", "I wish the team a good spring."],
)
def test_a_plain_ask_has_nothing_to_read_once_more(said: str) -> None:
    assert check_wording(ASK.format(said)) == ()


def test_a_text_without_a_sentence_has_none_beside() -> None:
    assert not list(find_beside("", load_ask_words("en")))
