"""A no in the plainest words is a no in every language. None of these was learned from."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.facts import LetterKind
from onward.notice.kind.classify import classify_letter
from onward.notice.message.letter import parse_letter

PLAIN = {
    "en": [
        "Thank you for applying for the position. Unfortunately we have chosen another candidate.",
        "Your application was not successful this time.",
        "We have progressed with others. Thank you for your interest in the role.",
    ],
    "de": [
        "Vielen Dank für Ihre Bewerbung. Leider haben wir uns für jemand anderen entschieden.",
        "Ihre Bewerbung war diesmal leider nicht erfolgreich.",
        "Die Stelle ist inzwischen besetzt.",
    ],
    "fr": [
        "Merci pour votre candidature. Malheureusement, nous avons choisi une autre personne.",
        "Votre candidature n'a pas été retenue cette fois.",
        "Le poste est déjà pourvu.",
    ],
    "es": [
        "Gracias por presentarte al puesto. Por desgracia hemos elegido a otra persona.",
        "Tu candidatura no ha sido seleccionada esta vez.",
        "La vacante ya está cubierta.",
    ],
    "it": [
        "Grazie per esserti candidato. Purtroppo abbiamo scelto un'altra persona.",
        "La sua candidatura questa volta non è andata a buon fine.",
        "La posizione è già stata coperta.",
    ],
    "nl": [
        "Bedankt voor je sollicitatie. Helaas hebben we een andere kandidaat gekozen.",
        "Je bent het deze keer helaas niet geworden voor de functie.",
        "De vacature is al ingevuld.",
    ],
    "pt": [
        "Obrigado pela candidatura. Infelizmente escolhemos outra pessoa.",
        "A sua candidatura não foi selecionada desta vez.",
        "A vaga já foi preenchida.",
    ],
}
EVERY = [text for some in PLAIN.values() for text in some]
LEARNED_FROM = Path(__file__).resolve().parents[3] / "benchmarks"


def is_no(text: str) -> bool:
    raw = f"From: Ana Reis <ana@firm.example>\nSubject: \nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    return classify_letter(parse_letter(raw.encode())).kind is LetterKind.REJECTION


@pytest.mark.parametrize("text", EVERY)
def test_a_plain_no_is_a_no(text: str) -> None:
    assert is_no(text)


def test_none_of_them_was_learned_from() -> None:
    paths = [*LEARNED_FROM.glob("letters/*/*.toml"), *LEARNED_FROM.glob("sentences/*/*.txt")]
    learned = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    assert [text for text in EVERY if text in learned] == []
