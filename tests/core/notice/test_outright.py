"""A paste often has words only: who wrote it is in its thanks, in how it begins or ends, or in an address."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind
from onward.notice.job.details import read_details
from onward.notice.job.outright import find_outright
from onward.notice.job.page import Page
from onward.notice.message.letter import Letter, parse_letter


def paste(text: str) -> Letter:
    return parse_letter(f"Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode())


def find(text: str) -> str:
    answer = find_outright(Page(paste(text)))
    return answer.shown if answer else ""


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Thank you for your interest in Quillmoor. We chose somebody else.", "Quillmoor"),
        ("wir danken für Ihre Bewerbung bei der Halm & Söhne GmbH und bedauern.", "Halm & Söhne GmbH"),
        ("Nous avons étudié votre candidature chez Varenne Transports sans suite.", "Varenne Transports"),
        ("Le agradecemos su candidatura a Olivares y lamentamos decirle que no.", "Olivares"),
        ("La ringraziamo per la sua candidatura presso Bellavista. Purtroppo no.", "Bellavista"),
        ("Agradecemos sua candidatura na Ferragens Moura, mas não seguiremos.", "Ferragens Moura"),
        ("Bedankt voor je sollicitatie bij Molenzicht. Helaas.", "Molenzicht"),
        ("It was close.\n\nYour team at Wren House", "Wren House"),
        ("Alles Gute\nIhr Team der Werkstatt Linde", "Werkstatt Linde"),
        ("Sorry!\n\n– The Ostrel crew", "Ostrel"),
        ("hey its anna from mossy lane farm\nwe picked somebody else", "mossy lane farm"),
        ("Not this time.\n\nAna\nana@lumenforge.example", "lumenforge"),
    ],
)
def test_the_employer_is_found_where_a_paste_says_it(text: str, employer: str) -> None:
    assert find(text) == employer


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your interest in the Night Nurse position.",
        "I have feedback from Monica Huber, who liked you.",
        "We chose somebody else.\n\nSent from my iPhone",
        "Not this time.\n\nana@gmail.com",
    ],
)
def test_a_role_a_person_and_a_telephone_are_no_employer(text: str) -> None:
    assert find(text) == ""


def test_who_signs_is_not_taken_for_the_employer() -> None:
    text = "Ik sprak net met Kompaan. Zij gaan niet met je verder.\n\nGroetjes,\nBart Vos\nVos Werving"
    assert read_details(paste(text), LetterKind.REJECTION, by_hand=True).employer == "Kompaan"


def test_a_trial_day_is_a_meeting_in_a_paste() -> None:
    details = read_details(
        paste("Danke fürs Probearbeiten, wir nehmen den anderen."), LetterKind.REJECTION, by_hand=True
    )
    assert details.stage is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hi Tess,\n\nUnfortunately you were not chosen.\n\nTake care,\nJoanne\n--\nJoanne Pike | Practice Manager\n"
         "www.brightwaterdental.example", "brightwaterdental"),
        ("Hi Tess,\n\nwe chose somebody else.\n\nBest,\nOmar Dean\nOffice Manager\nomar@quillmarsh.example", "quillmarsh"),
        ("Hallo Nina,\n\nleider haben wir uns anders entschieden.\n\nViele Grüße\nKarl Vogt | Pflegedienstleitung\n"
         "www.haus-amselgrund.example", "haus-amselgrund"),
        ("Olá Inês, escolhemos outra pessoa.\n\nBeijinhos,\nEquipa Padaria Aurora", "Padaria Aurora"),
        ("Hola Lucía, hemos elegido a otra persona.\n\nUn saludo,\nEl equipo de Talleres Montoya", "Talleres Montoya"),
        ("Hoi Sanne, we kozen iemand anders.\n\nGroetjes,\nteam Bakkerij Verhoeven", "Bakkerij Verhoeven"),
    ],
)  # fmt: skip
def test_neither_a_title_nor_the_word_team_below_a_letter_is_part_of_the_employer(text: str, name: str) -> None:
    assert read_details(paste(text), LetterKind.REJECTION, by_hand=True).employer == name
