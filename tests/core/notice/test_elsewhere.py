"""A no about something that is no job is never said without doubt; a no about a job may be."""

from __future__ import annotations

import pytest

from onward.notice.kind.elsewhere import is_elsewhere
from onward.notice.message.letter import parse_letter
from onward.notice.read import read_letter


def is_sure(text: str, subject: str = "Hello") -> bool:
    raw = f"From: Ana <ana@harbor.example>\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    return not read_letter(parse_letter(raw.encode())).guess.unsure


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for reading for the part. Unfortunately we have cast someone else in the role of the aunt.",
        "You have not been selected for the first team. We had many strong candidates for sixteen positions.",
        "{name} was elected treasurer. The other candidates for the position were not successful.",
        "The committee is unable to offer you a place at our law school. There were many strong candidates.",
        "Danke fürs Vorsprechen. Wir haben uns für andere Bewerberinnen entschieden.",
        "Der Studienplatz wurde leider an andere Bewerber vergeben.",
        "Votre adhésion a été refusée, le poste de trésorier est pourvu.",
        "Tu artículo no ha sido seleccionado; el jurado ha elegido a otros candidatos.",
        "La giuria ha scelto altri candidati per il posto nel corso di laurea.",
        "Lamentamos, o mestrado escolheu outros candidatos para a vaga.",
        "Helaas is voor het koor een andere kandidaat gekozen voor de functie na de auditie.",
        "“We regret to inform you that we have chosen another candidate for this position.” Most of us know that line.",
        "«Lamentamos informarte de que hemos decidido continuar con otros candidatos». Muchos conocen la frase.",
        "The position of chair has been filled by Kofi. Thank you to all who stood.",
        "A reader asks: I was told that the role went to another candidate. What now?",
        "Bei der Vergabe konnten wir Ihr Kind leider nicht berücksichtigen.",
        "Le poste de président de notre association est pourvu, d'autres candidats ont été élus.",
        "Gracias por la inscripción de Inés. Lamentamos no poder ofrecerte una plaza.",
        "Purtroppo la giuria non ha scelto la sua poesia per la mostra.",
        "O cargo de presidente da associação já foi preenchido.",
        "Bedankt voor je komst naar de bezichtiging. We hebben voor een ander gezin gekozen.",
    ],
)
def test_what_no_job_has_keeps_a_no_in_doubt(text: str) -> None:
    assert is_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your interview. We have decided to go with another candidate for the role of “Clinical Lead”.",
        "Leider haben wir uns für eine andere Bewerberin für die Stelle „Sozialpädagogin (m/w/d)“ entschieden.",
        "Nous avons le regret de ne pas donner suite à votre candidature au poste d’infirmière.",
        "Leider haben wir die Stelle im Kindergarten anders besetzt.",
        "Nous avons recruté une autre éducatrice pour la crèche.",
        "Hemos contratado a otra profesora para la guardería.",
        "L'asilo ha assunto un'altra educatrice, mi dispiace.",
        "Voor de vacature op onze school hebben we een andere leerkracht gekozen.",
        "We interviewed two people for the choir's office and have hired the other.",
    ],
)
def test_a_no_about_a_job_is_about_a_job(text: str) -> None:
    assert not is_elsewhere(text)


def test_a_no_about_a_part_in_a_play_waits_and_one_about_a_job_does_not() -> None:
    no = "Unfortunately, we have decided to move forward with another candidate for the position."
    assert is_sure(f"Dear Sam,\n\nThank you for applying. {no}\n\nKind regards,\nAna")
    assert not is_sure(f"Dear Sam,\n\nThank you for applying for the first team. {no}\n\nKind regards,\nAna")
