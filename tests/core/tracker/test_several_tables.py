"""Several tables below one another in one sheet: each is read by its own headings, and a row is never a heading."""

from __future__ import annotations

import pytest
from tests.core.tracker.told import read, tell_row

FIRST = "Company;Role;Status;Date Applied\nNorthlake;Nurse;Applied;2026-08-02\n"
NORTHLAKE = "Northlake, Nurse: applied 2026-08-02"


def rows_of(text: str) -> list[str]:
    return [tell_row(one).partition(" ")[2] for one in read(text).histories if not one.out]


@pytest.mark.parametrize(
    ("below", "row"),
    [
        (
            ";;;\nOlder ones (2025);;;\nEmployer;Position;Applied;Result\nFern;Aide;2025-03-04;Offer\n",
            "Fern, Aide: applied 2025-03-04; verbal offer ?day.moved#2",
        ),
        ("Date;Employer;Job Title;Notes\n2026-08-05;Fern;Aide;called twice\n", "Fern, Aide: applied 2026-08-05; note “called twice”"),
        ("Total;1;;\n;;;\nFirma;Stelle;Beworben am;\nFern;Pflege;05.08.2026;\n", "Fern, Pflege: applied 2026-08-05"),
        ("LEADS;;;\nROLE;COMPANY;LINK;SAVED ON\nAide;Fern;https://fern.example/1;2026-08-05\n", "Fern, Aide: lead 2026-08-05"),
        ("\n\nEntreprise;Poste;Date de candidature;Statut\nFern;Aide;2026-08-05;Refus\n", "Fern, Aide: applied 2026-08-05; rejected ?day.ended#2"),
        ("Employer:;Position:;Applied:;Where I am\nFern;Aide;2026-08-05;Leeds\n", "Fern, Aide: applied 2026-08-05"),
    ],
)  # fmt: skip
def test_headings_further_down_begin_a_table_of_their_own(below: str, row: str) -> None:
    assert rows_of(FIRST + below) == [NORTHLAKE, row]


def test_what_stands_in_neither_table_is_told() -> None:
    reading = read(
        f"My list\n{FIRST}Total;1;;\nOlder ones;;;\nEmployer;Position;Applied;Pay\nFern;Aide;2025-03-04;20\n"
    )
    assert [sheet.unused for sheet in reading.sheets] == [[], ["Pay"]]
    assert any("list.csv and list.csv, Older ones" in sentence for sentence in reading.told)
    assert [one.out for one in reading.histories if one.out] == [
        "Line 4: it adds up the rows above, so it was left out."
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Company;Role;Status;Date Applied",  # the same headings, as on each printed page
        "company;ROLE;status;Date applied",
        "Position Zero;Employer Relations;Applied;2026-08-03",
        "Company Store;Job Coach;Interview;2026-08-03",
        "Office;Title Clerk;Offer;2026-08-03",
        "Employer;;;",
        "Organization;Opening Manager;Rejected;n/a",
    ],
)
def test_a_row_that_speaks_of_employers_is_no_heading(row: str) -> None:
    assert len(read(f"{FIRST}{row}\nFern;Aide;Applied;2026-08-04\n").sheets) == 1


def test_headings_in_two_lines_are_no_two_tables() -> None:
    text = "Employer;Position;Applied;Result\nCompany;Title;Date;Status\nFern;Aide;2026-08-05;Applied\n"
    assert len(read(text).sheets) == 1


def test_a_trackers_own_table_is_never_parted() -> None:
    text = "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n"
    rows = "8/15/26 9:00 AM,,,Northlake,Nurse,,,\n,,,Company,Role,,,\n"
    assert len(read(text + rows).sheets) == 1
