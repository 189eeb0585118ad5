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
    ],
)
def test_who_it_was_is_what_is_left_of_the_line(line: str, name: str) -> None:
    assert find_name_told(line) == name


@pytest.mark.parametrize(
    "line",
    ["they said no", "They said no.", "nope", "Rejected again", "Absage", "non", "me dijeron que no", "😭😭😭", ""],
)
def test_a_line_that_says_only_that_a_no_came_names_nobody(line: str) -> None:
    assert find_name_told(line) == ""


@pytest.mark.parametrize(
    "name", ["Harbor Light", "No Limits Gym", "Nordstrom", "Dr. Amin", "St. Brannoc’s", "Smith, Jones & Partners", "3M"]
)
def test_a_name_is_a_name(name: str) -> None:
    assert find_name_told(name) == name


@pytest.mark.parametrize(
    "line",
    [
        "got turned down for the night nurse job at Elm Court, they took someone internal",
        "They said no. I cried in the car.",
        "We are sorry, you were close.",
        "Riverbend said no\nand so did Harbor Light",
    ],
)
def test_what_says_more_is_read_as_a_letter_is(line: str) -> None:
    assert find_name_told(line) is None
