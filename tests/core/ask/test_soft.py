"""What may be meant well is asked about and not marked: said softly, done already, or with a way out."""

from __future__ import annotations

import pytest

from onward.ask.check import Hurt, WordingMark, check_wording
from onward.ask.questions import find_questions
from onward.ask.soft import find_soft_kind
from onward.ask.tender import HURTS
from onward.ask.words import LANGUAGES, load_ask_words

SURPRISED = {
    "en": "I was slightly surprised that we hardly spoke of the lab.",
    "de": "Ich hätte gern früher gewusst, dass es Nachtarbeit ist.",
    "fr": "J’aurais aimé savoir qu’il fallait une voiture.",
    "es": "Me sorprendió un poco que no visitáramos el taller.",
    "it": "Mi ha un po’ sorpresa che nessuno chiedesse del tirocinio.",
    "nl": "Ik had gehoopt iets meer over het team te horen.",
    "pt": "Fiquei surpresa por ninguém perguntar do estágio.",
}
ALSO = {
    "en": "What should I learn? I’d also like to know how the jury worked.",
    "de": "Was soll ich lernen? Außerdem wüsste ich gern, wer im Ausschuss saß.",
    "fr": "Que lire ? Par ailleurs, j’aimerais savoir qui était au jury.",
    "es": "¿Qué leo? También me gustaría saber quién puntuó.",
    "it": "Che cosa leggo? Inoltre vorrei sapere chi c’era in commissione.",
    "nl": "Wat lees ik? Verder zou ik graag weten wie er in de commissie zat.",
    "pt": "O que leio? Além disso gostava de saber quem avaliou.",
}


def find_marks(text: str, language: str, what: Hurt) -> list[WordingMark]:
    return [mark for mark in check_wording(text, language=language) if mark.what is what]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_soft_regret_is_asked_about(language: str) -> None:
    marks = find_marks(SURPRISED[language], language, Hurt.REPROACH)
    assert [mark.hint for mark in marks] == [True]
    assert marks[0].why == "Might this read as a reproach?"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gracias por reconsiderar el turno de la entrevista.", "es"),
        ("Obrigada por reconsiderar o dia da visita.", "pt"),
        ("Thank you for reconsidering the time of the tour.", "en"),
        ("Grazie di riconsiderare l’orario della visita.", "it"),
        ("Bedankt voor het heroverwegen van de dag.", "nl"),
    ],
)
def test_thanks_for_what_is_done_are_no_request(text: str, language: str) -> None:
    assert all(mark.hint for mark in find_marks(text, language, Hurt.RECONSIDER))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gracias por reconsiderar su decisión.", "es"),
        ("Obrigado por reconsiderar a decisão.", "pt"),
        ("Thank you for reconsidering your decision.", "en"),
        ("Grazie di riconsiderare la decisione.", "it"),
        ("Gracias de antemano por reconsiderar mi caso.", "es"),
    ],
)
def test_thanks_for_another_decision_ask_for_it(text: str, language: str) -> None:
    assert any(not mark.hint for mark in find_marks(text, language, Hurt.RECONSIDER))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("An answer by Friday would help me plan, but only if you have the time.", "en"),
        ("Eine Antwort bis Freitag würde mir helfen, kein Druck.", "de"),
        ("Obrigada pela resposta rápida.", "pt"),
        ("Thank you for your prompt reply.", "en"),
        ("Uma resposta rápida ajudava, mas só se puder, sem pressa.", "pt"),
    ],
)
def test_who_leaves_a_way_out_does_not_press(text: str, language: str) -> None:
    marks = find_marks(text, language, Hurt.CHASING)
    assert marks
    assert all(mark.hint for mark in marks)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I’ve taken another look at my sketch with your note beside it.", "en"),
        ("Den Abendkurs habe ich mir noch einmal überlegt.", "de"),
        ("J’ai reconsidéré ma façon de commencer une leçon.", "fr"),
        ("He reconsiderado lo del turno de noche.", "es"),
        ("Reconsiderei o curso que recomendou.", "pt"),
    ],
)
def test_who_thought_again_themselves_asks_nobody_to(text: str, language: str) -> None:
    assert all(mark.hint for mark in find_marks(text, language, Hurt.RECONSIDER))


def test_who_thought_again_may_still_ask_others_to() -> None:
    text = "I’ve gone over every line of the advertisement since Monday, and would like you to reconsider."
    assert any(not mark.hint for mark in find_marks(text, "en", Hurt.RECONSIDER))


def test_thanks_for_a_soft_thing_are_not_asked_about() -> None:
    words = load_ask_words("en")
    assert find_soft_kind("Please keep me in mind.", words) == "reconsider"
    assert find_soft_kind("Thank you for keeping me in mind, and for all you said.", words) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_question_may_be_stated(language: str) -> None:
    assert len(find_questions(ALSO[language], load_ask_words(language))) == 2
    assert any(not mark.hint for mark in find_marks(ALSO[language], language, Hurt.QUESTIONS))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("O que devo aprender primeiro? Responde quando puder, tá?", "pt"),
        ("Woran soll ich arbeiten? So machen wir es, gell?", "de"),
        ("Che cosa mi consiglia di imparare? Va bene così, no?", "it"),
        ("What should I learn? I got it, right?", "en"),
        ("Que dois-je apprendre ? On reste amis, hein ?", "fr"),
    ],
)
def test_a_tag_is_no_question(text: str, language: str) -> None:
    assert len(find_questions(text, load_ask_words(language))) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What should I learn first, and is there a book to it?", "en"),
        ("Was sollte ich zuerst lernen, und gibt es dazu einen Kurs?", "de"),
        ("Che cosa dovrei imparare per primo, e c’è un libro?", "it"),
        ("Wat kan ik het beste eerst oefenen, en is er een cursus voor?", "nl"),
        ("O que devo aprender primeiro, e há algum curso?", "pt"),
    ],
)
def test_a_question_that_goes_along_is_only_asked_about(text: str, language: str) -> None:
    assert [mark.hint for mark in find_marks(text, language, Hurt.QUESTIONS)] == [True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_softly_has_kinds_that_say_why(language: str) -> None:
    words = load_ask_words(language)
    assert set(words.perhaps) <= set(HURTS)
    assert not {form.pattern for form in words.perhaps.values()} & {form.pattern for form in words.phrases.values()}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thank you. I’m not asking who got the job. What one thing should I practice?", "en"),
        ("I don’t want to know who was hired, only what to work on. What would you suggest?", "en"),
        ("Danke. Ich will nicht wissen, wer genommen wurde. Was sollte ich üben?", "de"),
        ("Merci. Je ne demande pas qui a été pris. Que devrais-je travailler ?", "fr"),
        ("Gracias. No necesito saber quién fue elegido. ¿Qué me aconseja practicar?", "es"),
        ("Grazie. Non chiedo chi è stato scelto. Su cosa dovrei lavorare?", "it"),
        ("Obrigado. Não preciso de saber quem foi escolhido. O que devo praticar?", "pt"),
    ],
)
def test_who_says_that_it_is_not_asked_does_not_ask_who_was_hired(text: str, language: str) -> None:
    assert not [mark for mark in check_wording(text, language=language) if not mark.hint]


def test_a_question_after_it_stays_one_also_with_a_not() -> None:
    found = check_wording("Thank you. Why can’t you say who got it?")
    assert [mark.what for mark in found if not mark.hint] == [Hurt.OTHERS]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Thank you. I’m not writing to have the decision changed, nor to ask you to reconsider. What should I practice?",
            "en",
        ),
        ("Thanks. I don’t expect you to take another look at my file. What one thing should I work on?", "en"),
        ("Danke. Ich möchte Sie nicht bitten, die Entscheidung zu überdenken. Woran sollte ich arbeiten?", "de"),
        ("Danke. Ich schreibe nicht, um eine zweite Chance zu bekommen. Woran sollte ich arbeiten?", "de"),
        ("Merci. Je ne vous écris pas pour que vous reconsidériez ma candidature. Que devrais-je travailler ?", "fr"),
        ("Gracias. No pretendo que reconsideren la decisión. ¿Qué me aconseja practicar?", "es"),
        ("Grazie. Non Le chiedo di riconsiderare la decisione. Su cosa dovrei lavorare?", "it"),
        ("Bedankt. Ik vraag u niet om een heroverweging. Waar kan ik aan werken?", "nl"),
        ("Obrigado. Não peço que reconsiderem a decisão. O que devo praticar?", "pt"),
    ],
)
def test_who_says_that_they_do_not_ask_for_another_decision_does_not(text: str, language: str) -> None:
    assert not [mark for mark in check_wording(text, language=language) if not mark.hint]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thank you. I’m not asking for a miracle, but please reconsider.", "en"),
        ("Danke. Ich will nicht drängen, aber bitte überdenken Sie Ihre Entscheidung.", "de"),
        ("Merci. Je ne veux pas insister, mais reconsidérez ma candidature.", "fr"),
        ("Gracias. No quiero insistir, pero reconsidere su decisión.", "es"),
        ("Bedankt. Ik wil niet zeuren, maar ik vraag u om een heroverweging.", "nl"),
    ],
)
def test_a_but_takes_it_back(text: str, language: str) -> None:
    assert Hurt.RECONSIDER in [mark.what for mark in check_wording(text, language=language) if not mark.hint]
