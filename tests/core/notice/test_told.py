"""On a phone a no is often typed in one line, and who it was has to come out of it, or nothing."""

from __future__ import annotations

import pytest

from onward.notice.job.told import find_name_told


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
