"""What is never said without doubt, whatever the words add up to."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind
from onward.maths.packing import read_arrays, write_arrays
from onward.notice.kind.classify import classify_letter, says_too_little
from onward.notice.kind.language import detect_language, is_learned_language
from onward.notice.kind.work import is_about_a_job, is_about_work
from onward.notice.message.letter import parse_letter
from onward.notice.read import JOB_KINDS, read_letter

MAYBE = 0.2  # from there an unsure letter is kept, and waits
NOT_LEARNED = {
    "ja": "この度はご応募いただき誠にありがとうございました。慎重に検討しました結果、今回は採用を見送らせていただくことになりました。",
    "sv": "Tack för din ansökan till tjänsten. Tyvärr har vi valt att gå vidare med andra kandidater den här gången.",
    "pl": "Dziękujemy za udział w rekrutacji. Niestety nie możemy zaproponować Pani tego stanowiska, jak również innych.",
    "ru": "Спасибо за отклик на вакансию. К сожалению, мы выбрали другого кандидата.",
}
NOTHING_ABOUT_WORK = {
    "en": "Unfortunately we have decided to go with somebody else. We wish you the best of luck.",
    "de": "Leider haben wir uns für jemand anderen entschieden. Wir wünschen dir alles Gute.",
    "fr": "Malheureusement nous avons choisi quelqu'un d'autre. Bonne chance pour la suite.",
    "es": "Lamentablemente hemos elegido a otra persona. Mucha suerte.",
    "it": "Purtroppo abbiamo scelto un altro. In bocca al lupo.",
    "nl": "Helaas hebben we voor iemand anders besloten. Veel succes verder.",
    "pt": "Infelizmente ficamos com outra pessoa. Boa sorte.",
}


def guess(body: str, subject: str = "Hello"):
    head = f"From: a@b.example\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n"
    return classify_letter(parse_letter((head + body).encode()))


@pytest.mark.parametrize(("language", "body"), NOT_LEARNED.items(), ids=NOT_LEARNED.keys())
def test_a_letter_in_a_language_that_was_not_learned_is_never_sure(language: str, body: str) -> None:
    assert guess(body).unsure
    assert is_learned_language(body) is False
    assert detect_language(body) in {language, None}


@pytest.mark.parametrize("body", NOT_LEARNED.values(), ids=NOT_LEARNED.keys())
def test_an_unlearned_letter_with_a_word_about_work_is_kept_in_doubt(body: str) -> None:
    letter = parse_letter(
        f"From: Ewa <ewa@dom.example>\nSubject: Therapist position\nContent-Type: text/plain; charset=utf-8\n\n{body}".encode()
    )
    verdict = read_letter(letter)
    assert verdict.guess.unsure
    assert sum(verdict.guess.chances.get(kind, 0.0) for kind in JOB_KINDS) >= MAYBE


@pytest.mark.parametrize("body", NOTHING_ABOUT_WORK.values(), ids=NOTHING_ABOUT_WORK.keys())
def test_a_no_without_a_word_about_work_waits_in_every_language(body: str) -> None:
    assert not is_about_work(body)
    found = guess(body)
    assert found.kind is not LetterKind.REJECTION or found.unsure


def test_a_plain_no_about_a_job_is_sure() -> None:
    body = "Thank you for applying for the position. Unfortunately we have chosen another candidate."
    found = guess(body)
    assert (found.kind, found.unsure) == (LetterKind.REJECTION, False)


def test_three_words_say_nothing_without_doubt() -> None:
    assert guess("Please see attached.").unsure


def test_arrays_come_back_as_they_were_written() -> None:
    from array import array

    arrays = {"some": array("b", [-127, 0, 127]), "more": array("I", [7, 2**32 - 1]), "none": array("f")}
    assert read_arrays(write_arrays(arrays)) == arrays


BRIEF = {
    "de": "Hallo Mia, wir haben uns für jemand anderen entschieden.",
    "es": "Hola Marta, al final la plaza es para otra persona.",
    "fr": "Bonjour, nous avons pris quelqu’un d’autre pour le poste.",
    "it": "Ciao Luca, purtroppo il posto è andato a un altro.",
    "nl": "Hoi Sanne, het is toch iemand anders geworden voor de balie.",
    "pt": "Olá Rita, a vaga já ficou com outra pessoa.",
}


@pytest.mark.parametrize(("language", "body"), BRIEF.items(), ids=BRIEF.keys())
def test_one_line_is_enough_to_tell_its_language(language: str, body: str) -> None:
    assert detect_language(body) == language
    assert is_learned_language(body)


NEAR = {
    "af": "Hallo, dankie vir jou aansoek. Ons het ongelukkig iemand anders gekies vir die pos. Sterkte.",
    "da": "Hej, tak for en god samtale i går. Vi har desværre valgt en anden, men held og lykke fremover.",
    "ca": "Bon dia, gràcies per venir a l'entrevista. Malauradament hem triat una altra persona per a la plaça.",
    "ro": "Bună ziua, vă mulțumim pentru interviu. Din păcate am ales un alt candidat pentru acest post.",
    "is": "Góðan dag, takk fyrir umsóknina. Því miður völdum við annan umsækjanda.",
}


@pytest.mark.parametrize(("language", "body"), NEAR.items(), ids=NEAR.keys())
def test_a_neighbor_of_a_learned_language_is_not_taken_for_it(language: str, body: str) -> None:
    assert is_learned_language(body) is not True
    assert detect_language(body) in {language, None}


ONE_HINT = {
    "en": "Sorry, it's gone to somebody else. He offered a bit more. Good luck with the search!",
    "de": "Leider können wir Ihr Dach dieses Jahr nicht übernehmen, unser Team ist ausgebucht. Alles Gute.",
    "fr": "Après examen attentif, nous ne pouvons pas vous inclure dans l'essai. Nous vous souhaitons le meilleur.",
    "es": "Lamentablemente no podemos hacernos cargo de su tejado, estamos llenos. Le deseamos mucha suerte.",
    "it": "Purtroppo la famiglia ha scelto un altro ospite. Non la prenda sul personale. Le auguriamo il meglio.",
    "nl": "Na zorgvuldige beoordeling kunnen we u helaas niet opnemen, omdat de groep vol is. Succes verder.",
    "pt": "Infelizmente não podemos ficar com as obras da sua cozinha, estamos cheios até à primavera. Boa sorte.",
}


@pytest.mark.parametrize("body", ONE_HINT.values(), ids=ONE_HINT.keys())
def test_one_word_that_any_workplace_has_does_not_make_a_no_sure(body: str) -> None:
    found = guess(body)
    assert found.kind is not LetterKind.REJECTION or found.unsure


def test_words_count_in_the_letters_own_language() -> None:
    assert is_about_a_job("Die Personalabteilung meldet sich.", "de")
    assert not is_about_a_job("No se lo tome como algo personal.", "es")
    assert is_about_a_job("No se lo tome como algo personal: el puesto es suyo.", None)


SOMETHING_ELSE = {
    "en": "Thank you for applying to our exchange programme. Unfortunately the host family chose another candidate.",
    "de": "Danke für Ihre Bewerbung. Leider hat sich die Gastfamilie für eine andere Kandidatin entschieden.",
    "fr": "Merci de votre candidature. Malheureusement, la famille d'accueil a retenu une autre candidate.",
    "es": "Gracias por su candidatura. Lamentablemente la familia de acogida ha elegido a otra candidata.",
    "it": "Grazie per la candidatura. Purtroppo la famiglia ospitante ha scelto un'altra candidata.",
    "nl": "Bedankt voor je aanmelding als kandidaat. Helaas heeft het gastgezin een andere kandidaat gekozen.",
    "pt": "Obrigado pela candidatura. Infelizmente a família de acolhimento escolheu outra candidata.",
}


@pytest.mark.parametrize(("language", "body"), SOMETHING_ELSE.items(), ids=SOMETHING_ELSE.keys())
def test_an_application_for_what_is_no_job_waits(language: str, body: str) -> None:
    assert says_too_little(LetterKind.REJECTION, body, language)
    assert not says_too_little(LetterKind.REJECTION, f"{body}\n{JOBS[language]}", language)


JOBS = {
    "en": "The vacancy is filled.", "de": "Die Stelle ist besetzt.", "fr": "Le poste est pourvu.",
    "es": "El puesto está cubierto.", "it": "Il posto di lavoro è assegnato.", "nl": "De vacature is vervuld.",
    "pt": "A vaga está preenchida.",
}  # fmt: skip
