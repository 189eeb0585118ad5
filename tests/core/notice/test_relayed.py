"""A go-between who doesn't say with whom it was: who signs and their firm are not the employer."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind
from onward.notice.job.details import read_details
from onward.notice.job.names import is_same_employer
from onward.notice.job.page import Page
from onward.notice.job.relayed import is_relayed, list_agency_signs
from onward.notice.message.letter import parse_letter

UNNAMED = [
    "Hi Ines,\n\nThe client went with another warehouse clerk, I'm sorry.\n\nRosa Quill\nRecruitment Consultant\nQuill & Dray",
    "Hallo Frau Tuncel,\n\nder Kunde hat sich gegen Sie als Buchhalterin entschieden.\n\nJana Rieck\nPersonalberaterin\nRieck Partner",
    "Bonjour Lou,\n\nMon client a choisi une autre comptable.\n\nAude Serre\nConsultante en recrutement\nCabinet Serre",
    "Hola, Iria:\n\nEl cliente ha elegido a otra enfermera.\n\nPau Ferrer\nTécnico de selección\nFerrer Talento",
    "Dag Sem,\n\nDe opdrachtgever neemt een andere monteur.\n\nLoes Vink\nIntercedent\nVink Techniek",
]


def _letter(body: str) -> bytes:
    return f"Subject: About you\n\n{body}\n".encode()


@pytest.mark.parametrize("body", UNNAMED)
def test_a_go_between_who_names_no_client_is_no_employer(body: str) -> None:
    letter = parse_letter(_letter(body))
    assert is_relayed(Page(letter))
    assert read_details(letter, LetterKind.REJECTION, by_hand=True).employer is None


def test_a_client_that_is_named_is_the_employer() -> None:
    letter = parse_letter(_letter(UNNAMED[0].replace("The client", "Our client, Hobb Freight,")))
    assert read_details(letter, LetterKind.REJECTION, by_hand=True).employer == "Hobb Freight"


def test_a_house_whose_own_recruiter_signs_speaks_of_no_client() -> None:
    body = "Dear Ines,\n\nWe chose somebody else.\n\nRosa Quill\nSenior Recruiter\nHobb Freight"
    assert list_agency_signs(Page(parse_letter(_letter(body)))) == ["agent"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Department of Streets, City of Orrin", "City of Orrin"),
        ("Team Jeugd, Stichting De Boei", "Stichting De Boei"),
        ("Wegwarte e. V.", "Wegwarte"),
        ("La Lanterna", "Lanterna"),
        ("restaurante El Olmo", "El Olmo"),
    ],
)
def test_a_part_of_a_house_a_spaced_form_and_an_article_make_no_other_employer(one: str, other: str) -> None:
    assert is_same_employer(one, other)
    assert is_same_employer(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hotel Olmo", "Restaurante Olmo"), ("Team, Inc.", "Inc."), ("Elm Court, Orrin", "Orrin"), ("Kite Labs", "Labs")],
)
def test_another_kind_of_house_or_a_place_behind_is_another_employer(one: str, other: str) -> None:
    assert not is_same_employer(one, other)


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Hoi Fem, met Gert van Bakkerij Smal en Zn. We nemen iemand anders als inpakhulp.", "Bakkerij Smal en Zn."),
        ("Bonjour,\n\nvotre dossier n'est pas retenu.\n\nLe secrétariat\nMaison de l'Accueil du Val d'Ysse", "Maison de l'Accueil du Val d'Ysse"),
        ("Hola, Ana:\n\nHemos elegido a otra higienista.\n\nEva\nClínica Dental Dra. Roldán", "Clínica Dental Dra. Roldán"),
    ],
)  # fmt: skip
def test_a_name_ends_where_it_ends(text: str, employer: str) -> None:
    found = read_details(parse_letter(_letter(text)), LetterKind.REJECTION, by_hand=True).employer
    assert is_same_employer(found or "", employer)
