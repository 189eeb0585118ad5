"""Lists as strangers keep them: boards, notebooks, other languages, words and days of their own."""

from __future__ import annotations

import json

import pytest
from tests.core.tracker.told import read, tell_row

from onward.tracker.read import read_text_tables
from onward.tracker.statuses import read_status

BOARD = {
    "name": "Search",
    "lists": [{"id": "l1", "name": "Applied"}, {"id": "l2", "name": "Rejected ❌"}],
    "cards": [
        {
            "id": "1",
            "name": "Blue Fern",
            "idList": "l1",
            "desc": "by phone",
            "dateLastActivity": "2026-08-20T10:00:00Z",
        },
        {"id": "2", "name": "Harbor", "idList": "l2", "closed": False, "dateLastActivity": "2026-08-21T10:00:00Z"},
    ],
}


def rows_of(text: str, **answers: str) -> list[str]:
    """What each row becomes, without its number; what stays out says why."""
    reading = read(read_text_tables(text.encode(), "list.csv"), **answers)
    return [one.out or tell_row(one).partition(" ")[2] for one in reading.histories]


def test_every_object_of_a_list_is_its_own_row() -> None:
    listed = [{"company": name, "title": "Nurse", "status": "applied", "applied_at": "2026-08-13"} for name in "ABC"]
    becomes = [f"{name}, Nurse: applied 2026-08-13" for name in "ABC"]
    assert rows_of(json.dumps(listed)) == rows_of("\n".join(map(json.dumps, listed))) == becomes


def test_a_card_of_a_board_stands_where_its_list_says() -> None:
    rows = rows_of(
        json.dumps(BOARD), employer="Card Name", day_applied="unknown", day_ended="column:Last Activity Date"
    )
    assert rows == ["Blue Fern, : applied -; note “by phone”", "Harbor, : rejected 2026-08-21"]


def test_the_same_board_as_a_table_says_the_same() -> None:
    text = (
        "Card ID,Card Name,Card Description,Comment Count,Last Activity Date,List ID,List Name,Archived\n"
        "1,Blue Fern,by phone,0,2026-08-20T10:00:00.000Z,l1,Applied,false\n"
    )
    assert rows_of(text, employer="Card Name", day_applied="unknown") == ["Blue Fern, : applied -; note “by phone”"]


@pytest.mark.parametrize(
    "name", ["[Acme](https://acme.example)", "Acme (https://notes.example/Acme-1f2e)", "- Acme", "* Acme", "Acme"]
)
def test_a_name_that_is_a_link_or_stands_in_a_list_is_the_name(name: str) -> None:
    assert rows_of(f"Company,Role,Status,Date Applied\n{name},Nurse,Applied,2026-08-02\n") == [
        "Acme, Nurse: applied 2026-08-02"
    ]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Não selecionada 😔", "rejected"),
        ("Rechazadas", "rejected"),
        ("candidature refusée", "rejected"),
        ("Scartata ❌", "rejected"),
        ("Inviata", "applied"),
        ("They declined", "rejected"),
        ("Offer declined", "declined"),
        ("filled internally", "rejected"),
        ("En visto 👀", "closed"),
        ("niks meer gehoord", "closed"),
    ],
)
def test_a_status_is_known_in_every_form_of_its_word(word: str, kind: str) -> None:
    assert read_status(word).value == kind


@pytest.mark.parametrize(
    "headings",
    ["Компания,Должность,Дата", "Företag,Tjänst,Sökt", "Firmă,Post,Trimis", "Şirket,Pozisyon,Gün", "会社,職種,日"],
)
def test_headings_in_a_language_nobody_taught_are_headings(headings: str) -> None:
    rows = rows_of(f"{headings}\nAcme,Nurse,2026-08-02\nHarbor,Nurse,2026-08-03\n", employer=headings.split(",")[0])
    assert [row.partition(",")[0] for row in rows] == ["Acme", "Harbor"]


def test_a_first_row_without_a_day_is_no_heading() -> None:
    assert rows_of("Acme,Nurse,,Applied\nHarbor,Nurse,2026-08-03,Applied\n")[0].startswith("Acme, Nurse")


@pytest.mark.parametrize("word", ["Total", "Summe", "Gesamt:", "TOTAL", "Totale"])
def test_a_row_of_sums_is_no_employer(word: str) -> None:
    rows = rows_of(f"Company,Role,Status,Date Applied\nAcme,Nurse,Applied,2026-08-02\n{word},,1,12\n")
    assert rows[1] == "Line 3: it adds up the rows above, so it was left out."


def test_an_employer_called_total_is_one() -> None:
    assert rows_of("Company,Role,Status,Date Applied\nTotal,Nurse,Applied,2026-08-02\n") == [
        "Total, Nurse: applied 2026-08-02"
    ]


@pytest.mark.parametrize("heading", ["Date de réponse", "Réponse le", "Reply date", "Rückmeldung am"])
def test_of_two_columns_of_answers_the_one_with_days_gives_the_day(heading: str) -> None:
    text = f"Entreprise;Poste;Date d'envoi;Réponse;{heading}\nAcme;Infirmière;02/08/2026;Refus 😢;20/08/2026\n"
    assert rows_of(text) == ["Acme, Infirmière: applied 2026-08-02; rejected 2026-08-20"]


@pytest.mark.parametrize("day", ["2026. 8. 2.", "2026.08.02.", "2026. 08. 02"])
def test_days_of_years_first_with_points_are_days(day: str) -> None:
    assert rows_of(f"Company,Role,Status,Date Applied\nAcme,Nurse,Applied,{day}\n") == [
        "Acme, Nurse: applied 2026-08-02"
    ]


def test_a_day_that_cannot_be_read_is_said_whatever_it_ends_with() -> None:
    text = "Company,Role,Status,Date Applied\nAcme,Nurse,Applied,soon.\nHarbor,Nurse,Applied,2026-08-02\n"
    first = read(read_text_tables(text.encode(), "list.csv")).histories[0]
    assert first.told == ("Line 2: “soon.” is not a day that can be read.",)


def test_one_row_with_a_comma_too_many_is_mended_by_its_headings() -> None:
    assert rows_of("Company,Role,Status,Date Applied\nBlue Fern, Inc.,Nurse,Applied,2026-08-02\n") == [
        "Blue Fern, Inc., Nurse: applied 2026-08-02"
    ]


@pytest.mark.parametrize("heading", ["Fragen und Antworten", "Questions et réponses", "Domande e risposte"])
def test_what_was_asked_before_an_application_is_never_taken_in(heading: str) -> None:
    text = f"Unternehmensname,Jobtitel,Bewerbungsdatum,{heading}\nAcme,Nurse,2026-08-02,Are you ill? No\n"
    [sheet] = read(read_text_tables(text.encode(), "a.csv")).sheets
    assert (sheet.columns[3].field, sheet.columns[3].samples) == ("kept out", ())


# A day among words


@pytest.mark.parametrize(
    ("status", "becomes"),
    [
        ("Absage am 28.08.2026", "rejected 2026-08-28"),
        ("Rejected 8/28/2026", "rejected 2026-08-28"),
        ("rejected on Aug 28, 2026", "rejected 2026-08-28"),
        ("❌ Rejected (2026-08-28)", "rejected 2026-08-28"),
        ("28 Aug 2026 - rejected", "rejected 2026-08-28"),
        ("Refusé le 28 août 2026", "rejected 2026-08-28"),
        ("Phone screen Aug 20th 2026", "screen 2026-08-20"),
        ("Rejected Aug 28", "rejected ?year"),
        ("Rejected 8/28", "rejected ?year"),
        ("Interview 2/3", "interview ?day.moved"),  # the second of three
        ("Interview in March", "interview ?day.moved"),
        ("Rejected after 2.5 hours", "rejected ?day.ended"),
    ],
)
def test_the_day_in_a_status_is_its_day(status: str, becomes: str) -> None:
    rows = rows_of(f'Company,Role,Status,Date Applied\nAcme,Nurse,"{status}",2026-08-02\n')
    assert rows == [f"Acme, Nurse: applied 2026-08-02; {becomes}"]


def test_what_may_be_a_day_in_a_status_and_is_not_used_is_said() -> None:
    text = "Company,Role,Status,Date Applied\nAcme,Nurse,Interview 2/3,2026-08-02\n"
    (row,) = read(read_text_tables(text.encode(), "list.csv")).histories
    assert row.told == ("Line 2: “2/3” in the status may be something else than a day, so it isn’t used.",)


@pytest.mark.parametrize("cell", ["Y - 8/28/2026", "Yes, 2026-08-28", "by mail on 28.08.2026", "yes (28 Aug 2026)"])
def test_a_day_behind_other_words_is_the_day_of_its_column(cell: str) -> None:
    rows = rows_of(f'Company,Role,Date Applied,Rejected?\nAcme,Nurse,2026-08-02,"{cell}"\nElm,Cook,2026-08-03,N\n')
    assert rows == ["Acme, Nurse: applied 2026-08-02; rejected 2026-08-28", "Elm, Cook: applied 2026-08-03"]


@pytest.mark.parametrize("cell", ["Interview scheduled 2026-08-24", "2026-08-24 interview", "interview: 24 Aug 2026"])
def test_words_beside_the_day_of_the_status_are_the_status_where_there_is_none(cell: str) -> None:
    text = (
        f"Company,Role,Date applied,Heard back?,Outcome\nAcme,Nurse,2026-08-02,{cell},\nElm,Cook,2026-08-03,,Rejected\n"
    )
    assert rows_of(text)[0] == "Acme, Nurse: applied 2026-08-02; interview 2026-08-24"


def test_a_day_of_which_nobody_says_what_happened_is_said() -> None:
    text = "Company,Role,Date applied,Heard back?,Outcome\nAcme,Nurse,2026-08-02,Yes - 2026-08-24,\nElm,Cook,2026-08-03,2026-08-20,Rejected\n"
    (row, _) = read(read_text_tables(text.encode(), "list.csv")).histories
    assert row.told == ("Line 2: What happened on “Yes - 2026-08-24” isn’t said, so it isn’t used.",)


@pytest.mark.parametrize(
    "heading", ["Saved/Applied Date", "Saved or applied", "Date saved / applied", "Applied/rejected on"]
)
def test_a_column_that_may_be_the_day_of_either_is_that_of_what_the_row_says(heading: str) -> None:
    text = f"Company,Role,Status,{heading}\nAcme,Nurse,Saved,2026-08-02\nElm,Cook,Applied,2026-08-03\n"
    assert rows_of(text) == ["Acme, Nurse: lead 2026-08-02", "Elm, Cook: applied 2026-08-03"]


def test_which_column_may_be_the_employer_is_guessed() -> None:
    text = "Task ID,Created At,Name,Position,Status\n11,2026-08-02,Acme,Nurse,Applied\n12,2026-08-03,Elm,Cook,Applied\n"
    (asked, *_) = read(read_text_tables(text.encode(), "list.csv")).questions
    assert (asked.id, asked.guess) == ("employer", "Name")
