"""A paste has no sender: the block at its foot, legal forms, addresses and who decided say whose it is."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind
from onward.notice.job.details import read_details
from onward.notice.job.names import is_same_employer
from onward.notice.message.letter import Letter, parse_letter


def paste(text: str) -> Letter:
    return parse_letter(f"Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode())


def find(text: str) -> str:
    return read_details(paste(text), LetterKind.REJECTION, by_hand=True).employer or ""


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Dear Mina,\n\nWe chose somebody else.\n\nTom Reed\nRecruiting, Larkfield Clinic", "Larkfield Clinic"),
        (
            "Sehr geehrte Frau Ober,\n\nleider nein.\n\nPetra Lang\nForstverwaltung Ebersau\nPersonaldienst",
            "Forstverwaltung Ebersau",
        ),
        (
            "Madame,\n\nnous ne retenons pas votre dossier.\n\np.o. Luce Aubry\nMorel & Associés SA",
            "Morel & Associés SA",
        ),
        (
            "Egregio,\n\npurtroppo no.\n\nIng. Aldo Neri\nAutotrasporti Fratelli Basso snc",
            "Autotrasporti Fratelli Basso snc",
        ),
        ("Beste Lot,\n\nhet wordt iemand anders.\n\nFloor\nHoveniers Linde B.V.", "Hoveniers Linde B.V."),
    ],
)
def test_the_block_at_the_foot_names_the_house(text: str, employer: str) -> None:
    assert is_same_employer(find(text), employer)


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("dear Rhona, it is a no, I am sorry. Mrs Isla Munro, Silverburn Farm", "Silverburn Farm"),
        ("Liebe Frau Kern, leider nein. Ihre Rita Amsel von Blumen Amsel", "Blumen Amsel"),
        ("Signorina, prendiamo la signora di Lucca. Teresa, Sartoria Brezza", "Sartoria Brezza"),
        ("Hoi Piet, we nemen Joris. -- Fenna, Hoveniers Van der Laan & Zoon", "Hoveniers Van der Laan & Zoon"),
        ("Oi Lia, a vaga ficou com outra pessoa. Bia, Padaria Estrela", "Padaria Estrela"),
    ],
)
def test_a_text_of_one_line_may_end_with_the_house(text: str, employer: str) -> None:
    assert find(text) == employer


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Hi Bo, the board of Harbor Light voted last night and it isn’t you.", "Harbor Light"),
        ("Salut Anne, le conseil de Trait Commun a voté et ce n’est pas toi.", "Trait Commun"),
        ("Apreciado Luis: la junta del Faro Blanco le cuenta que no fue elegido.", "Faro Blanco"),
        ("Hoi Sem, het bestuur van Onderdak heeft iemand anders gekozen.", "Onderdak"),
        ("Oi Lia, a equipe do Espaço Aurora escolheu outra pessoa.", "Espaço Aurora"),
    ],
)
def test_who_decided_belongs_to_the_house(text: str, employer: str) -> None:
    assert find(text) == employer


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Jo Marsh\nTalent Manager at Cedarvale\nMONDAY\n\nHi Sam, we go on with others.", "Cedarvale"),
        ("Lotte Prins\nRecruiter bij Verdano\nDINSDAG\n\nHoi Sam, we gaan met anderen verder.", "Verdano"),
        ("Ute Brandt\nRecruiterin bei Kornwald\nMONTAG\n\nHallo Sam, es sind andere.", "Kornwald"),
        ("Luc Petit\nRecruteur chez Novaterre\nLUNDI\n\nBonjour Sam, ce sont d'autres.", "Novaterre"),
        ("Ada Neri\nRecruiter presso Verdelana\nLUNEDÌ\n\nCiao Sam, abbiamo scelto altri.", "Verdelana"),
    ],
)
def test_a_network_says_below_the_name_where_somebody_works(text: str, employer: str) -> None:
    assert find(text) == employer


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Hi Bo,\n\nnot this time.\n\nSue\n> To: desk@millrace.example\n> Is there a bus to Millrace?", "Millrace"),
        ("Ehi Gio!\n\nnon procediamo.\n\nFede\nlunaro.example · Torino", "lunaro"),
        (
            "Liebe Oda,\n\nes geht nicht.\n\nEike\n--\nEike Lohse · Fachbereich\neike@hafenhaus.example · Mo-Do",
            "hafenhaus",
        ),
        ("Hola Ana,\n\nno esta vez.\n\nLuz\nluz@vidriera.example", "vidriera"),
        ("Hi Bo,\n\nIt’s a no from Tallow.\n\nSue Ray\nsue@tallow.example", "Tallow"),
    ],
)
def test_an_address_in_the_text_names_the_house(text: str, employer: str) -> None:
    assert find(text).lower() == employer.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Proton Mail\nMon 3:12 PM\n\nHi Bo, we chose somebody else. Sorry!",
        "Telegram Web\nBoris\nhör zu, der chef sagt nein",
        "Hi Bo,\n\nwe chose somebody else.\n\nSue Ray\nHuman Resources",
        "Voicemail\nTranscription Beta (low confidence)\n“we did go ahead and hire someone”",
        "Hallo,\n\nleider nein.\n\nAbteilung Technik\nMo-Do 9:00",
    ],
)
def test_a_program_a_clock_an_office_and_a_person_are_no_house(text: str) -> None:
    assert find(text) == ""


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        (
            "Applicant:\n\nThe Corran Institute for Marine Studies is an equal employer. You were not chosen.",
            "The Corran Institute for Marine Studies",
        ),
        ("Hallo Sam,\n\nleider nein.\n\nAnna vom Holzbau Reindl", "Holzbau Reindl"),
    ],
)
def test_a_house_is_named_whole_and_without_who_writes(text: str, employer: str) -> None:
    assert find(text) == employer
