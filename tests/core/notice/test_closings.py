"""Whoever signs a letter is found under the ways people close one, in every language that is read."""

from __future__ import annotations

import pytest

from onward.notice.job.people import find_people


@pytest.mark.parametrize(
    ("closing", "name"),
    [
        ("All the best,", "Dot Fairley"),
        ("Take care", "Pat"),
        ("Liebe Grüße aus Graz", "Resi Moser"),
        ("LG", "Tobi"),
        ("Herzlichst Ihre", "Anna Kern"),
        ("Bien cordialement,", "Claire Dumont"),
        ("Bises", "Maëlle"),
        ("Amitiés", "Jeanne"),
        ("Un abrazo,", "Lucía Prats"),
        ("Atte.", "Marta Gil"),
        ("A presto,", "Chiara"),
        ("Tanti saluti", "Bea"),
        ("Groetjes,", "Sanne"),
        ("Hoogachtend,", "Jan de Wit"),
        ("Um abraço", "Rita Nunes"),
        ("Beijinhos,", "Inês"),
    ],
)
def test_a_name_under_a_closing_is_found(closing: str, name: str) -> None:
    body = f"Hello,\n\nwe chose somebody else.\n\n{closing}\n{name}\n"
    assert find_people(body, name="", address="") == (name,)


@pytest.mark.parametrize(
    "body",
    [
        "Ciao Luca,\n\ngrazie di essere passato.\n",
        "Salut Maria,\n\nMerci de ta visite.\n",
        "Beste Jan,\n\nHelaas.\n",
        "Thanks,\nWe will be in touch about the next steps soon\n",
    ],
)
def test_a_greeting_is_no_closing(body: str) -> None:
    assert find_people(body, name="", address="") == ()
