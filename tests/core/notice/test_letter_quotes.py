"""Which words the sender wrote now."""

from __future__ import annotations

import pytest

from onward.notice.message.letter import find_own_words


def own(body: str) -> str:
    return "\n".join(body[start:end] for start, end in find_own_words(body))


def test_a_letter_without_a_quote_is_all_the_senders() -> None:
    body = "Dear Sam,\n\nWe have chosen somebody else.\n\n-- \nAna Ruiz\nClinic"
    assert own(body) == body


def test_quoted_lines_are_not_the_senders() -> None:
    assert own("Thank you.\n\n> We regret\n> to say") == "Thank you."


@pytest.mark.parametrize(
    "line",
    [
        "On Mon, Nov 2, 2026 at 10:15 AM Ana Ruiz <ana@clinic.example> wrote:",
        "On Mon, Nov 2, 2026 at 10:15 AM Ana Ruiz\n<ana@clinic.example> wrote:",
        "On 2 Nov 2026, at 10:15, Ana Ruiz wrote:",
        "On Nov 2, Ana Ruiz wrote:",
        "Am Mo., 2. Nov. 2026 um 10:15 Uhr schrieb Ana Ruiz <\nana@clinic.example>:",
        "Am 02.11.26 um 10:15 schrieb Ana Ruiz:",
        "Le lun. 2 nov. 2026 à 10:15, Ana Ruiz <ana@clinic.example> a écrit :",
        "El lun, 2 nov 2026 a las 10:15, Ana Ruiz (<ana@clinic.example>) escribió:",
        "Il giorno lun 2 nov 2026 alle ore 10:15 Ana Ruiz <ana@clinic.example> ha scritto:",
        "Op ma 2 nov 2026 om 10:15 schreef Ana Ruiz <ana@clinic.example>:",
        "Em seg., 2 de nov. de 2026 às 10:15, Ana Ruiz <ana@clinic.example> escreveu:",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "-------- Message d'origine --------",
        "From: Ana Ruiz\nSent: Monday, November 2, 2026 10:15 AM\nTo: Sam\nSubject: Your application",
        "Von: Ana Ruiz\nGesendet: Montag, 2. November 2026 10:15\nAn: Sam\nBetreff: Ihre Bewerbung",
        "De : Ana Ruiz\nEnvoyé : lundi 2 novembre 2026 10:15\nÀ : Sam\nObjet : Votre candidature",
        "De: Ana Ruiz\nEnviado el: lunes, 2 de noviembre de 2026\nPara: Sam\nAsunto: Su solicitud",
        "Da: Ana Ruiz\nInviato: lunedì 2 novembre 2026\nA: Sam\nOggetto: candidatura",
        "Van: Ana Ruiz\nVerzonden: maandag 2 november 2026\nAan: Sam\nOnderwerp: sollicitatie",
        "*From:* Ana Ruiz\n*Sent:* Monday\n*To:* Sam\n*Subject:* x",
    ],
)
def test_what_stands_below_the_line_of_a_mail_program_is_not_the_senders(line: str) -> None:
    assert own(f"Thank you, Sam.\n\n{line}\n\nWe have chosen somebody else.\nAna") == "Thank you, Sam."


def test_answers_between_quoted_lines_are_the_senders() -> None:
    body = "On Mon, 2 Nov 2026, Ana wrote:\n> Are you free?\nYes, at ten.\n> In person?\nGladly."
    assert own(body) == "Yes, at ten.\nGladly."


def test_a_forwarded_message_is_kept_when_next_to_nothing_stands_above() -> None:
    forwarded = "---------- Forwarded message ---------\nFrom: Ana <a@b.example>\nDate: Mon\n\n> We regret."
    assert own(f"FYI\n\n{forwarded}").endswith("> We regret.")
    assert own(f"{'I wanted to tell you a lot about it. ' * 10}\n{forwarded}").endswith("about it.")


def test_a_letter_that_opens_with_its_own_head_is_kept() -> None:
    body = "From: Ana\nDate: Monday\nSubject: x\n\nWe regret."
    assert own(body) == body


@pytest.mark.parametrize(
    "body",
    [
        "On reflection, our manager wrote:\nwe can't.",  # no date
        "From: where we stand, it looks good.\nBest",
        "On Monday we met. Thank you for your time.",
        "Am Ende schrieb niemand.",
        "",
    ],
)
def test_ordinary_sentences_introduce_nothing(body: str) -> None:
    assert own(body) == body
