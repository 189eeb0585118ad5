"""On a phone a no is often typed in one line, and who it was has to come out of it, or nothing."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind
from onward.notice.job.told import find_name_told, find_no_told
from onward.notice.message.letter import parse_letter
from onward.notice.read import read_letter


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Riverbend said no", "Riverbend"),
        ("got rejected by Harbor Light again", "Harbor Light"),
        ("I didn’t get the job at Elm Court", "Elm Court"),
        ("Caritas hat abgesagt", "Caritas"),
        ("refus de la mairie de Lyon", "mairie de Lyon"),
        ("rechazada por el Hospital del Mar", "Hospital del Mar"),
        ("La Cooperativa Sole ha detto di no", "Cooperativa Sole"),
        ("afgewezen door Philips", "Philips"),
        ("não passei na Clínica Vale", "Clínica Vale"),
        ("💔 Riverbend", "Riverbend"),
        ("Riverbend rejected me :(", "Riverbend"),
        ("wieder nix, stadtwerke bamberg haben jemand internen genommen", "stadtwerke bamberg"),
        ("otro no, esta vez de Transportes Lema", "Transportes Lema"),
        ("Mi hanno scartata alla Scuola Girasole dopo il colloquio di lunedì", "Scuola Girasole"),
        ("niente da fare con Farmacia Bonelli, hanno scelto un altro", "Farmacia Bonelli"),
        ("Philips gaat met iemand anders verder", "Philips"),
        ("mairie de Lyon, c’est non", "mairie de Lyon"),
        ("não deu com a Vale", "Vale"),
        ("refusée chez Les Tilleuls", "Les Tilleuls"),
        ("got rejected by The Gap", "The Gap"),
        ("no from Elm Court after three rounds", "Elm Court"),
    ],
)
def test_who_it_was_is_what_is_left_of_the_line(line: str, name: str) -> None:
    assert find_name_told(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "they said no", "They said no.", "nope", "Rejected again", "Absage", "non", "me dijeron que no", "😭😭😭", "",
        "not again", "oh no", "fuck", "scheiße", "merde", "+1 555 0100", "...", "IMG_20261126_210344.jpg",
        "Screenshot 2026-11-26 at 21.03.44.png", "![image](blob:https://mail.example/1234)", "[image: logo.png]",
        "Absage_Stadtwerke.pdf",
    ],
)  # fmt: skip
def test_a_line_that_says_only_that_a_no_came_names_nobody(line: str) -> None:
    assert find_name_told(line) == ""


@pytest.mark.parametrize(
    "name", ["Harbor Light", "No Limits Gym", "Nordstrom", "Dr. Amin", "St. Brannoc’s", "Smith, Jones & Partners", "3M",
             "amazon warehouse night shift leeds", "Kita an der alten Mühle in Nordheim", "The Gap", "After Eight Hotel"]
)  # fmt: skip
def test_a_name_is_a_name(name: str) -> None:
    assert find_name_told(name) == name


@pytest.mark.parametrize(
    "line",
    [
        "got turned down for the night nurse job at Elm Court, they took someone internal",
        "They said no. I cried in the car.",
        "We are sorry, you were close.",
        "Riverbend said no\nand so did Harbor Light",
        "Milk, eggs, bread, cat food, light bulbs",
        "well that was a whole afternoon wasted then",
    ],
)
def test_what_says_more_is_read_as_a_letter_is(line: str) -> None:
    assert find_name_told(line) is None


@pytest.mark.parametrize(
    "line",
    ["I can't do this anymore", "why does this keep happening", "thought this one was mine", "ich kann nicht mehr",
     "je n’en peux plus", "no puedo más", "non ce la faccio più", "ik had er zin in", "não aguento mais isso"],
)  # fmt: skip
def test_a_sentence_of_ones_own_is_no_name(line: str) -> None:
    assert find_name_told(line) is None


@pytest.mark.parametrize(
    "name", ["We Care", "My Dentist Leeds", "It Works", "Das Haus am See", "No Limits Gym", "La Vie"]
)
def test_a_name_that_begins_like_a_sentence_is_a_name(name: str) -> None:
    assert find_name_told(name) == name


@pytest.mark.parametrize(
    ("line", "employer"),
    [("Riverbend said no", "Riverbend"), ("they said no", None), ("Absage von der Klinik Sonnenhof", "Klinik Sonnenhof"),
     ("otro no, esta vez de Transportes Lema", "Transportes Lema"), ("nope", None)],
)  # fmt: skip
def test_a_no_in_one_line_is_read_as_one_wherever_it_is_read(line: str, employer: str | None) -> None:
    read = read_letter(parse_letter(f"{line}\n".encode()))
    assert (read.guess.kind, read.guess.unsure, read.details.employer) == (LetterKind.REJECTION, False, employer)
    assert [line[one.start : one.end] for one in read.guess.because] == [one.text for one in read.guess.because]


def test_a_name_alone_or_a_line_of_a_letter_with_a_head_says_no_such_thing() -> None:
    assert read_letter(parse_letter(b"Harbor Light\n")).guess.kind is not LetterKind.REJECTION
    mail = b"From: Sam <sam@friends.example>\nSubject: Party\n\nthey said no\n"
    assert read_letter(parse_letter(mail)).guess.probability < 1


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("No at Taller Norte, mechanic", "Taller Norte"),
        ("Rejected by Harbor Light, nurse", "Harbor Light"),
        ("Rejected: Harbor Light", "Harbor Light"),
        ("Harbor Light (no)", "Harbor Light"),
        ("Pine Care: thanks but no thanks", "Pine Care"),
        ("Pine Care cancelled the position", "Pine Care"),
        ("the answer from Pine Care is no", "Pine Care"),
        ("didn't get Harbor Light", "Harbor Light"),
        ("no interview at Elm Court", "Elm Court"),
        ("Elm Court rescinded the offer", "Elm Court"),
        ("Nordlicht: leider nein", "Nordlicht"),
        ("die Stelle bei der Nordlicht Klinik nicht bekommen", "Nordlicht Klinik"),
        ("me han dicho que no en Clínica Sol", "Clínica Sol"),
        ("non chez Atelier Roux", "Atelier Roux"),
        ("no in Studio Bianchi", "Studio Bianchi"),
        ("não na Casa Azul", "Casa Azul"),
        ("geen uitnodiging van De Linde", "De Linde"),
        ("not me again", ""),
        ("Nein & Sohn", "Nein & Sohn"),
        ("No Barriers UK", "No Barriers UK"),
        ("The Offer Group", "The Offer Group"),
    ],
)
def test_a_no_is_told_in_many_ways_and_a_name_may_look_like_one(line: str, name: str) -> None:
    assert find_name_told(line) == name


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Interview moved to Thursday 3pm, Hill House", "interview"),
        ("Hill House invited me to interview", "interview"),
        ("Pine Care wants to meet me on Monday", "interview"),
        ("Einladung Nordlicht Klinik", "interview"),
        ("Entretien mardi chez Atelier Roux", "interview"),
        ("me llaman para una entrevista en Clínica Sol", "interview"),
        ("colloquio lunedì da Studio Bianchi", "interview"),
        ("op gesprek bij De Linde", "interview"),
        ("entrevista na Casa Azul", "interview"),
        ("Offer from Pine Care!", "offer"),
        ("Got the job at Pine Care", "offer"),
        ("Zusage von der Nordlicht Klinik", "offer"),
        ("Me ofrecen el puesto en Clínica Sol", "offer"),
        ("Fui aprovada na Casa Azul", "offer"),
    ],
)
def test_other_news_in_one_line_is_no_name_and_no_no(line: str, kind: str) -> None:
    assert (find_name_told(line), find_no_told(line)) == (None, None)
    guess = read_letter(parse_letter(f"\n{line}".encode())).guess
    assert (guess.kind.value, guess.unsure, guess.because[0].text in line) == (kind, False, True)


@pytest.mark.parametrize(
    "line",
    [
        "Thanks for the interview, we chose another candidate.",
        "Danke für das Gespräch, leider haben wir uns anders entschieden.",
        "Merci pour l'entretien, nous avons retenu un autre profil.",
        "Gracias por la entrevista, hemos elegido otro perfil.",
        "Grazie per il colloquio, abbiamo scelto un altro profilo.",
    ],
)
def test_a_short_letter_that_says_no_is_one_though_it_speaks_of_a_talk(line: str) -> None:
    assert read_letter(parse_letter(f"\n{line}".encode())).guess.kind.value == "rejection"
