"""Pasted text becomes a message: the same text the same bytes, with the head that stands above it in any language."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.notice.message.letter import parse_letter
from onward_app.sources import SourceTrouble
from onward_app.sources.pasted import pasted_bytes
from onward_app.sources.written_dates import written_date

DAY = datetime(2026, 11, 2, 10, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "head",
    [
        "From: Ana Ruiz <ana@clinic.example>\nSent: Monday, November 2, 2026 10:15 AM\nTo: Sam\nSubject: Your application",
        "Von: Ana Ruiz <ana@clinic.example>\nGesendet: Montag, 2. November 2026 10:15\nAn: Sam\nBetreff: Your application",
        "De : Ana Ruiz <ana@clinic.example>\nEnvoyé : lundi 2 novembre 2026 10:15\nÀ : Sam\nObjet : Your application",
        "De: Ana Ruiz <ana@clinic.example>\nEnviado el: lunes, 2 de noviembre de 2026 10:15\nPara: Sam\nAsunto: Your application",
        "Da: Ana Ruiz <ana@clinic.example>\nInviato: lunedì 2 novembre 2026 10:15\nA: Sam\nOggetto: Your application",
        "De: Ana Ruiz <ana@clinic.example>\nEnviada em: segunda-feira, 2 de novembro de 2026 10:15\nAssunto: Your application",
        "Van: Ana Ruiz <ana@clinic.example>\nVerzonden: maandag 2 november 2026 10:15\nAan: Sam\nOnderwerp: Your application",
        "---------- Forwarded message ---------\nFrom: Ana Ruiz <ana@clinic.example>\nDate: Mon, Nov 2, 2026 at 10:15 AM\n"
        "Subject: Your application\nTo: <sam@home.example>",
        "*From:* Ana Ruiz <ana@clinic.example>\n*Date:* 2026-11-02 10:15\n*Subject:* Your application",
        "Your application\nAna Ruiz <ana@clinic.example>\tMon, Nov 2, 2026 at 10:15 AM\nto me",
        "Your application\nAna Ruiz <ana@clinic.example>\n\nNov 2, 2026, 10:15 AM\nto me",
    ],
)
def test_a_head_in_any_language_is_taken_for_one(head: str) -> None:
    letter = parse_letter(pasted_bytes(f"{head}\n\nDear Sam,\nno.\n"))
    assert (letter.sender.name, letter.sender.address) == ("Ana Ruiz", "ana@clinic.example")
    assert letter.subject == "Your application"
    assert letter.date == DAY
    assert letter.body.strip() == "Dear Sam,\nno."


def test_words_alone_are_a_letter_without_a_head() -> None:
    letter = parse_letter(pasted_bytes("Dear Sam,\n\nwe regret: no.\n\nAna"))
    assert letter.body.strip() == "Dear Sam,\n\nwe regret: no.\n\nAna"
    assert (letter.subject, letter.sender.address, letter.date) == ("", "", None)


def test_the_original_of_a_message_stays_as_it_is() -> None:
    text = "Received: by x; Mon, 02 Nov 2026 10:15:00 +0000\nFrom: a@b.example\nSubject: x\nMIME-Version: 1.0\n\nno\n"
    assert pasted_bytes(text) == text.encode()


def test_the_same_text_gives_the_same_bytes_whatever_the_line_ends() -> None:
    assert (
        pasted_bytes("Dear Sam,\nno.") == pasted_bytes("Dear Sam,\r\nno.\r\n") == pasted_bytes("\ufeffDear Sam,\nno.\n")
    )


def test_a_letter_that_begins_with_a_list_is_not_a_head() -> None:
    text = "Note: we moved.\nTo: be honest, no.\nBest"
    assert parse_letter(pasted_bytes(text)).body.strip() == text


@pytest.mark.parametrize("text", ["", "  \n\t", "\0"])
def test_nothing_pasted_is_said(text: str) -> None:
    with pytest.raises(SourceTrouble, match="Nothing was pasted"):
        pasted_bytes(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2.11.2026 10:15", DAY),
        ("02/11/2026 10:15", DAY),
        ("11/2/2026 10:15 AM", DAY),
        ("11/13/2026", datetime(2026, 11, 13, tzinfo=UTC)),
        ("2 nov. 2026 à 10h15", DAY),
        ("Mon, 2 Nov 2026 10:15:00 +0000", DAY),
        ("November 2nd, 2026, 10:15 p.m.", datetime(2026, 11, 2, 22, 15, tzinfo=UTC)),
        ("le 3 juillet 2026", datetime(2026, 7, 3, tzinfo=UTC)),
        ("3 giugno 2026", datetime(2026, 6, 3, tzinfo=UTC)),
        ("31 February 2026", None),
        ("next week", None),
        ("", None),
    ],
)
def test_dates_as_windows_show_them(written: str, meant: datetime | None) -> None:
    assert written_date(written) == meant


@given(st.text(min_size=1, max_size=600))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_letter_or_a_sentence(text: str) -> None:
    try:
        raw = pasted_bytes(text)
    except SourceTrouble:
        return
    assert raw == pasted_bytes(text)
    parse_letter(raw)


@pytest.mark.parametrize(
    ("above", "name", "subject"),
    [
        ("Our talk\nInbox\n\nCarol Venn\nto me\n3:17 PM (41 minutes ago)\n\n", "Carol Venn", "Our talk"),
        (
            "Wie es weitergeht\nPosteingang\n\nAlmut Reiser\nan mich\nvor 2 Stunden\n\n",
            "Almut Reiser",
            "Wie es weitergeht",
        ),
        ("Tom Baskerville · 1st · 10:02 AM\n", "Tom Baskerville", ""),
        ("Your application: Analyst\n\n", "", "Your application: Analyst"),
        ("Acme Careers <jobs@acme.example>\nYour application\n\n", "Acme Careers", "Your application"),
    ],
)
def test_what_an_app_shows_above_a_letter_is_its_head(above: str, name: str, subject: str) -> None:
    letter = parse_letter(pasted_bytes(f"{above}Dear Sam,\nno.\n"))
    assert (letter.sender.name, letter.subject) == (name, subject)
    assert letter.body.strip() == "Dear Sam,\nno."


@pytest.mark.parametrize(
    "stamp", ["[3/12, 6:05 PM] ", "[12.03.25, 18:05:11] ", "12/03/2025, 18:05 - ", "[18:05, 12/03/2025] "]
)
def test_a_chat_is_a_letter_of_who_wrote_most_and_quotes_the_rest(stamp: str) -> None:
    text = f"{stamp}Ana: Hi Sam, we chose somebody else\nfor the café\n{stamp}Sam: oh\n{stamp}Ana: come by for a coffee"
    letter = parse_letter(pasted_bytes(text))
    assert letter.sender.name == "Ana"
    assert letter.body.strip() == "Hi Sam, we chose somebody else\nfor the café\n\n> oh\n\ncome by for a coffee"


def test_what_a_network_says_of_the_writer_is_kept() -> None:
    above = "Messages\nMarcus Bell\nHead of Engineering at Tidewrack\nNOV 17\nMarcus Bell sent the following message at 2:17 PM\n"
    letter = parse_letter(pasted_bytes(f"{above}Dear Ines,\nno.\n"))
    assert letter.sender.name == "Marcus Bell"
    assert "Head of Engineering at Tidewrack" in letter.body


def test_what_a_chat_says_of_itself_is_no_letter() -> None:
    text = "21-11-2026 17:51 - Messages are end-to-end encrypted.\n21-11-2026 17:51 - Henk: Hi Daan, it is a no"
    letter = parse_letter(pasted_bytes(text))
    assert (letter.sender.name, letter.body.strip()) == ("Henk", "Hi Daan, it is a no")


@pytest.mark.parametrize(
    "above",
    [
        "On Mon, Nov 2, 2026 at 10:15 AM Ana Ruiz <ana@clinic.example> wrote:",
        "On Monday, November 2, 2026 at 10:15:08 AM MST, Ana Ruiz <ana@clinic.example>\nwrote:",
        "Am 2. November 2026 um 10:15 schrieb Ana Ruiz <ana@clinic.example>:",
        "Le lun. 2 nov. 2026 à 10:15, Ana Ruiz <ana@clinic.example> a écrit :",
        "El lun, 2 nov 2026 a las 10:15, Ana Ruiz (<ana@clinic.example>) escribió:",
        "Il giorno lun 2 nov 2026 alle ore 10:15 Ana Ruiz <ana@clinic.example> ha scritto:",
        "Op ma 2 nov 2026 om 10:15 schreef Ana Ruiz <ana@clinic.example>:",
    ],
)
def test_a_letter_copied_out_of_an_answer_is_from_whom_the_answer_names(above: str) -> None:
    letter = parse_letter(pasted_bytes(f"{above}\n\nDear Sam,\nwe chose another candidate."))
    assert (letter.sender.name, letter.sender.address) == ("Ana Ruiz", "ana@clinic.example")
    assert letter.body.startswith("Dear Sam")
    assert letter.date is not None
    assert letter.date.date() == DAY.date()


CHAT = "[21/11/26, 22:14:03] Marta RRHH: {}\n[21/11/26, 22:15:20] Marta RRHH: {}\n"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (
            "Perdona la hora. Te escribo de la Residencia Los Naranjos",
            "Al final hemos decidido seguir con otra persona",
        ),
        ("It is Gail from Elm Court, sorry that this comes so late today", "We went with somebody else for the role"),
        ("Hier ist Sabine vom Haus Lindenhof, entschuldigen Sie die Uhrzeit", "Leider wird es mit der Stelle nichts"),
        ("Bonsoir, c’est Claire de la Résidence du Parc, pardon pour l’heure", "Malheureusement, nous avons choisi"),
        ("Sono Chiara della Casa di Riposo San Marco, scusi per l’orario", "Purtroppo abbiamo scelto un’altra persona"),
    ],
)
def test_each_message_of_a_chat_is_a_paragraph_of_its_own(first: str, then: str) -> None:
    body = parse_letter(pasted_bytes(CHAT.format(first, then))).body
    assert [block.strip() for block in body.split("\n\n")] == [first, then]


@pytest.mark.parametrize(
    "said", ["\u200eimagen omitida", "<Media omitted>", "Bild weggelassen", "audio omesso", "voice omitted"]
)
def test_what_stands_for_a_picture_in_a_chat_is_no_word_of_the_letter(said: str) -> None:
    body = parse_letter(pasted_bytes(CHAT.format("No ha podido ser", said))).body
    assert body.split() == ["No", "ha", "podido", "ser"]
