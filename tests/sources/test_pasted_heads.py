"""What a window shows above a letter is kept whole: who writes with where they work, and a subject alone."""

from __future__ import annotations

import pytest

from onward.notice.message.letter import parse_letter
from onward_app.sources.pasted import message_bytes, pasted_bytes


@pytest.mark.parametrize(
    "name", ["Ward Sister, Elm Court Hospital", "Bernie (Elm Court)", "Elm Court: Hiring", "Elm; Court", "Elm Court"]
)
def test_marks_in_a_senders_name_take_nothing_away(name: str) -> None:
    assert parse_letter(message_bytes({"from": name}, "No.\n")).sender.name == name


def test_marks_before_an_address_take_nothing_away() -> None:
    sender = parse_letter(message_bytes({"from": "Moss, Elm Court <jo@elm.example>"}, "No.\n")).sender
    assert (sender.name, sender.address) == ("Moss, Elm Court", "jo@elm.example")


@pytest.mark.parametrize("below", ["", "ma 3 mrt 07:55\n"])
def test_a_subject_alone_is_the_subject(below: str) -> None:
    letter = parse_letter(pasted_bytes(f"Onderwerp: Dagcentrum De Es: uw reactie\n{below}\nDag,\n\nHelaas niet.\n"))
    assert letter.subject == "Dagcentrum De Es: uw reactie"
    assert letter.sender.name == ""
    assert letter.body.strip() == "Dag,\n\nHelaas niet."


def test_a_letterhead_above_a_subject_stays() -> None:
    letter = parse_letter(pasted_bytes("COMUNE DI OLMETO\nUfficio Personale\n\nOggetto: selezione\n\nNon ammessa.\n"))
    assert "COMUNE DI OLMETO" in f"{letter.subject}\n{letter.body}"
