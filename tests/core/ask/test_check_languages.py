"""The checker in seven languages: what hurts is marked and repaired, a good message is left alone."""

from __future__ import annotations

import pytest

from onward.ask.check import Hurt, check_wording, is_fine_to_send, repair_wording
from onward.ask.marks import say_perhaps, say_why
from onward.ask.questions import find_questions, pick_best_question
from onward.ask.tender import HURTS
from onward.ask.words import LANGUAGES, load_ask_words

GOOD = {
    "en": "Hello Jo, thank you for your time. I respect the decision. What one thing would you advise me to work on?",
    "de": "Hallo Frau Kern, danke für Ihre Zeit. Ich respektiere die Entscheidung. Welchen Rat hätten Sie für mich?",
    "fr": "Bonjour Paul, merci pour votre temps. Je respecte la décision. Sur quel point devrais-je travailler ?",
    "es": "Buenos días, gracias por su tiempo. Respeto la decisión. ¿En qué debería trabajar primero?",
    "it": "Buongiorno, grazie del suo tempo. Rispetto la decisione. Su che cosa mi consiglia di lavorare?",
    "nl": "Beste meneer De Wit, dank voor uw tijd. Ik respecteer de beslissing. Waar kan ik aan werken?",
    "pt": "Bom dia, obrigada pelo seu tempo. Respeito a decisão. Em que devo trabalhar primeiro?",
}
BAD = {
    "de": "Bitte überdenken Sie Ihre Entscheidung noch einmal.",
    "fr": "Merci de revoir votre décision.",
    "es": "¿Podrían reconsiderar su decisión?",
    "it": "Potreste riconsiderare la decisione?",
    "nl": "Willen jullie de beslissing heroverwegen?",
    "pt": "Podem reconsiderar a decisão?",
}
TWO = {
    "en": "Thank you. What should I work on, and do you know any other shops that are looking?",
    "de": "Danke. Woran sollte ich arbeiten, und kennen Sie jemanden, der jemanden sucht?",
    "fr": "Merci. Que devrais-je travailler, et savez-vous qui recrute ?",
    "es": "Gracias. ¿Qué debería aprender? ¿Conoce a alguien que contrate?",
    "it": "Grazie. Che cosa dovrei imparare, e sa di qualcuno che assume?",
    "nl": "Dank. Waar kan ik aan werken, en kent u iemand die zoekt?",
    "pt": "Obrigado. O que devo aprender, e vocês conhecem alguma loja contratando?",
}
OUTRIGHT = {
    Hurt.GUILT: {
        "en": "My daughter has cried all evening.",
        "de": "Meine Tochter hat den ganzen Abend geweint.",
        "fr": "Ma fille a beaucoup pleuré.",
        "es": "Mi hija ha llorado toda la tarde.",
        "it": "Mia figlia ha tanto pianto.",
        "nl": "Mijn dochter heeft de hele avond gehuild.",
        "pt": "A minha filha tem chorado muito.",
    },
    Hurt.RECONSIDER: {  # to offer less pay
        "en": "I would accept less than we spoke of.",
        "de": "Mir würde auch ein geringeres Gehalt genügen.",
        "fr": "Un salaire moins élevé me conviendrait aussi.",
        "es": "Un sueldo más bajo también me sirve.",
        "it": "Mi basterebbe anche una paga inferiore.",
        "nl": "Een lager loon is ook goed voor mij.",
        "pt": "Um salário mais baixo também me serve.",
    },
    Hurt.CHASING: {
        "en": "There is still no answer to my letters.",
        "de": "Ich brauche dringend Ihre Rückmeldung.",
        "fr": "Je n’ai toujours rien reçu, répondez-moi vite.",
        "es": "Les pido que respondan con urgencia.",
        "it": "Vi prego di rispondere con urgenza.",
        "nl": "Ik heb dringend uw antwoord nodig.",
        "pt": "Peço que me respondam com urgência.",
    },
    Hurt.OTHERS: {
        "en": "What did the other finalists have?",
        "de": "Wen haben Sie denn am Ende eingestellt?",
        "fr": "Qui avez-vous finalement choisi ?",
        "es": "¿A quién eligieron al final?",
        "it": "Che cosa aveva l’altra più di me?",
        "nl": "Wie hebben jullie uiteindelijk gekozen?",
        "pt": "Quem escolheram no fim?",
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", OUTRIGHT)
def test_what_is_said_outright_is_marked_beside_a_good_question(what: Hurt, language: str) -> None:
    text = f"{GOOD[language]} {OUTRIGHT[what][language]}"
    marks = check_wording(text, language=language)
    assert what in {one.what for one in marks if not one.hint}


@pytest.mark.parametrize("text", ["I work as a lawyer for tenants.", "At court I help people file a complaint."])
def test_the_law_as_a_trade_is_only_asked_about(text: str) -> None:
    marks = [one for one in check_wording(f"{GOOD['en']} {text}") if one.what is Hurt.LEGAL]
    assert marks
    assert all(one.hint for one in marks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_good_message_is_left_alone(language: str) -> None:
    assert check_wording(GOOD[language], language=language) == ()


@pytest.mark.parametrize("language", BAD)
def test_asking_them_to_reconsider_is_marked_and_repaired_in_its_language(language: str) -> None:
    first, *rest = GOOD[language].split(". ")
    text = f"{first}. {BAD[language]} {rest[-1]}"
    mark = next(one for one in check_wording(text, language=language) if one.what is Hurt.RECONSIDER)
    assert not mark.hint
    assert mark.repair == load_ask_words(language).say["respect"]
    assert is_fine_to_send(check_wording(repair_wording(text, mark), language=language))


@pytest.mark.parametrize("language", TWO)
def test_two_questions_are_told_and_the_one_for_advice_is_kept(language: str) -> None:
    (mark,) = [one for one in check_wording(TWO[language], language=language) if one.what is Hurt.QUESTIONS]
    kept = repair_wording(TWO[language], mark)
    words = load_ask_words(language)
    assert len(find_questions(kept, words)) == 1
    assert words.concepts["learn"].search(kept.lower())


def test_of_two_questions_the_one_that_looks_ahead_is_kept() -> None:
    words = load_ask_words("en")
    asked = find_questions("How did my lesson come across? And which training would you advise?", words)
    assert pick_best_question(asked, words).text == "And which training would you advise?"


def test_a_better_second_question_in_one_sentence_stays_as_a_sentence() -> None:
    text = "Thank you. Do you know who is hiring, and what would you advise me to learn?"
    (mark,) = check_wording(text)
    assert repair_wording(text, mark) == "Thank you. What would you advise me to learn?"


def test_a_choice_between_two_things_is_one_question() -> None:
    assert len(find_questions("Should I learn welding or turning first?", load_ask_words("en"))) == 1


def test_a_question_for_reasons_gets_no_second_question_as_repair() -> None:
    text = "Thank you. Why wasn’t I chosen? What one thing would you advise me to work on?"
    (mark,) = [one for one in check_wording(text) if one.what is Hurt.ARGUMENT]
    assert "?" not in mark.repair


def test_every_hurt_that_was_learned_says_why_and_asks_perhaps() -> None:
    assert all(say_why(what).endswith(".") and "?" in say_perhaps(what) for what in HURTS.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_concepts_and_sentences(language: str) -> None:
    mine, english = load_ask_words(language), load_ask_words("en")
    assert mine.concepts.keys() == english.concepts.keys()
    assert mine.say.keys() == english.say.keys()
    assert set(mine.phrases) <= set(HURTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_repair_says_is_never_marked(language: str) -> None:
    for said in load_ask_words(language).say.values():
        assert is_fine_to_send(check_wording(said, language=language))


def test_a_language_beyond_the_seven_is_only_measured() -> None:
    text = "Dziękuję za rozmowę i za czas. Jest mi przykro, że to nie ja, ale tak jest i nie mam do państwa żalu za to."
    assert check_wording(text) == ()
    assert [one.what for one in check_wording(text * 7)] == [Hurt.LONG]


def test_words_of_another_language_are_no_english_threat() -> None:
    assert is_fine_to_send(
        check_wording("Grazie per le sue parole. Su che cosa mi consiglia di lavorare?", language="it")
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Danke für das Gespräch. Unsere Bewohnerin Frau Kessel, dement seit 2019, lehrt mich viel."),
        ("fr", "Merci. Ma patiente Nadia B., 17 ans, a fait une overdose la semaine passée."),
        ("nl", "Dank u. Mijn cliënt meneer Dolman uit de Parkweg heeft dementie."),
    ],
)
def test_a_client_is_marked_beyond_english(language: str, text: str) -> None:
    assert Hurt.CLIENT in {one.what for one in check_wording(text, language=language) if not one.hint}


def test_who_is_greeted_and_who_signs_are_no_clients() -> None:
    text = "Hello Priya, thank you for Tuesday. What would you advise me to work on?\n\nBest, Margaret"
    assert check_wording(text) == ()


def test_a_name_beside_no_client_is_asked_about() -> None:
    text = "Hi Lou, thank you. What would you advise me to work on? My supervisor Grace Kim sends her regards to you."
    (mark,) = check_wording(text)
    assert (mark.what, mark.hint) == (Hurt.CLIENT, True)
    assert mark.why.endswith("?")
