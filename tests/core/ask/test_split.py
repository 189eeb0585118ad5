"""A reply cut into its sentences, whether it was wrapped as a mail is or sent as a chat's messages."""

from __future__ import annotations

import pytest

from onward.ask.split import cut_reply


@pytest.mark.parametrize(
    "messages",
    [
        ("Your way of explaining the double check of the medicines was clear to all of us", "A real case was missing"),
        ("We liked how calmly you spoke about the night that went wrong on the ward", "¿Por qué no cuentas un caso"),
        ("Ihre ruhige Art im Gespräch mit den Angehörigen hat uns allen sehr gefallen", "Ein Beispiel hätte geholfen"),
        ("Votre calme pendant tout l’entretien avec la directrice nous a beaucoup plu", "Il manquait un cas concret"),
        ("Ci è piaciuto molto come ha spiegato il doppio controllo della terapia a tutti", "Porti un caso reale"),
    ],
)
def test_messages_without_full_stops_are_sentences_of_their_own(messages: tuple[str, str]) -> None:
    longer = "And this one is the longest of all the messages that came, so that the line has room for more words"
    assert cut_reply("\n".join([*messages, longer])) == (*messages, longer)


def test_a_line_that_was_wrapped_goes_on() -> None:
    wrapped = (
        "When we asked about risk, we would have liked to hear what you did with\nMartina’s family that night, step by "
        "step, as you told us of the ward.\nYour calm was clear to everybody who sat in that room with you on Monday."
    )
    assert len(cut_reply(wrapped)) == 2
