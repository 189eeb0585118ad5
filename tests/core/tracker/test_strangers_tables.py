"""Lists as strangers keep them: boards, notebooks, other languages, words and days of their own."""

from __future__ import annotations

import json
from datetime import date

import pytest
from tests.core.tracker.told import read, tell_row

from onward.tracker.read import read_text_tables
from onward.tracker.statuses import read_status
from onward.tracker.tables import make_table

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


# Headings, columns and boards that no tracker's file is known by


def tell_rows(text: str, **answers: str) -> list[str]:
    """What each row becomes, then the headings that aren't used."""
    [sheet] = read(read_text_tables(text.encode(), "list.csv"), **answers).sheets
    return [*rows_of(text, **answers), *sheet.unused]


def test_headings_in_two_lines_are_read_together() -> None:
    text = (
        "MY SEARCH,,,,,\n,Application,,Result,,\nCompany,Position,Date,Status,Date,Notes\n"
        "Fernhill,Nurse,02/08/2026,Rejected,14/08/2026,\n"
    )
    assert tell_rows(text) == ["Fernhill, Nurse: applied 2026-08-02; rejected 2026-08-14"]


def test_rounds_below_a_heading_of_their_own_are_interviews() -> None:
    text = ",,Sent,Interview,\nFirma,Stelle,am,I,II\nAcme,Nurse,2026-08-02,2026-08-10,2026-08-20\n"
    assert tell_rows(text) == ["Acme, Nurse: applied 2026-08-02; interview 2026-08-10; interview 2026-08-20"]


def test_of_two_dates_the_one_behind_the_status_is_its_day() -> None:
    text = "Company,Role,Date,Status,Date\nAcme,Nurse,2026-08-02,Rejected,2026-08-14\n"
    assert tell_rows(text) == ["Acme, Nurse: applied 2026-08-02; rejected 2026-08-14"]


@pytest.mark.parametrize("heading", ["Verschickt", "Envoyée", "Enviada", "Verstuurd", "Inviata", "CV sent"])
def test_a_word_of_a_status_above_days_is_what_happened_on_them(heading: str) -> None:
    assert tell_rows(f"Company,Role,{heading}\nAcme,Nurse,2026-08-02\n") == ["Acme, Nurse: applied 2026-08-02"]


@pytest.mark.parametrize("heading", ["Suite donnée", "What came of it", "Uitslag", "Ausgang", "Cómo quedó"])
def test_a_column_of_statuses_is_the_status_whatever_it_is_called(heading: str) -> None:
    text = (
        f"Company,Role,Date applied,{heading}\nA,x,2026-08-02,Rejected\nB,x,2026-08-03,Sans réponse\n"
        "C,x,2026-08-04,Entretien le 20/09/2026\nD,x,2026-08-05,Waiting\n"
    )
    assert tell_rows(text)[2] == "C, x: applied 2026-08-04; interview 2026-09-20"


@pytest.mark.parametrize(
    "headings",
    [
        "Vorname,Nachname,URL,Unternehmen,Position,Verbunden am",
        "Prénom,Nom,URL,Entreprise,Poste,Connecté le",
        "Nombre,Apellidos,URL,Empresa,Cargo,Conectado el",
        "Voornaam,Achternaam,URL,Bedrijf,Functie,Verbonden op",
        "Nome,Sobrenome,URL,Empresa,Cargo,Conectado em",
        "Nome,Cognome,URL,Azienda,Posizione,Collegato il",
    ],
)
def test_connections_in_another_language_are_people_and_no_applications(headings: str) -> None:
    text = f"Note\n\n{headings}\nDana,Ruiz,https://people.example/dana,Acme,Nurse,15 Aug 2026\n"
    reading = read(read_text_tables(text.encode(), "Connections.csv"))
    assert reading.histories == ()
    [person] = reading.people
    assert (person.name, person.employer, str(person.met_on)) == ("Dana Ruiz", "Acme", "2026-08-15")


@pytest.mark.parametrize("heading", ["Name", "Task Name", "Nom", "Naam", "Item"])
def test_beside_an_employer_a_column_that_is_only_a_name_is_the_role(heading: str) -> None:
    assert tell_rows(f"{heading},Company,Date applied\nNurse,Acme,2026-08-02\n") == ["Acme, Nurse: applied 2026-08-02"]


@pytest.mark.parametrize(
    "heading", ["Closing date", "Bewerbungsschluss", "Date de clôture", "Sluitingsdatum", "Expires"]
)
def test_the_day_on_which_an_advert_closes_is_not_the_day_of_applying(heading: str) -> None:
    text = f"Company,Role,{heading},Status\nAcme,Nurse,2026-12-14,Saved\n"
    assert tell_rows(text, day_lead="unknown") == ["Acme, Nurse: lead -", heading]


@pytest.mark.parametrize("days", [("8.2.26", "8.15.26"), ("8.2.2026", "12.31.2025"), ("08.02.26", "08.28.26")])
def test_points_part_the_month_from_the_day_where_another_day_shows_it(days: tuple[str, str]) -> None:
    text = f"Company,Role,Date applied\nAcme,Nurse,{days[0]}\nElm,Cook,{days[1]}\n"
    assert tell_rows(text)[0] == "Acme, Nurse: applied 2026-08-02"


@pytest.mark.parametrize("day", ["30+ days ago", "2w ago", "a day ago", "3 months ago", "5 hrs ago"])
def test_a_day_that_is_counted_from_an_unknown_one_is_no_august(day: str) -> None:
    text = f"Company,Role,Status,Date applied\nAcme,Nurse,Applied,{day}\nElm,Cook,Applied,2026-08-02\n"
    assert rows_of(text)[0] == "Acme, Nurse: applied ?day.applied"


@pytest.mark.parametrize("day", ["15 ago 2026", "15-ago-26", "15 de agosto de 2026"])
def test_an_august_in_spanish_is_one(day: str) -> None:
    assert tell_rows(f"Empresa,Puesto,Postulado\nAcme,Cook,{day}\n") == ["Acme, Cook: applied 2026-08-15"]


@pytest.mark.parametrize("cell", ["8/24/2026, 8/31/2026", "8/24/2026 & 8/31/2026", "8/24/2026\n8/31/2026"])
def test_several_days_in_a_cell_are_each_an_event(cell: str) -> None:
    text = f'Company,Role,Date applied,Interview dates\nAcme,Nurse,8/2/2026,"{cell}"\n'
    assert tell_rows(text) == ["Acme, Nurse: applied 2026-08-02; interview 2026-08-24; interview 2026-08-31"]


def test_a_box_beside_a_day_says_no_more_than_the_day() -> None:
    text = "Company,Role,Applied,Applied date,Rejected?,Rejected on\nAcme,Nurse,Yes,2026-08-02,Y,2026-08-20\n"
    assert tell_rows(text) == ["Acme, Nurse: applied 2026-08-02; rejected 2026-08-20"]


def test_a_box_that_says_nobody_applied_is_taken_for_a_lead() -> None:
    [question, *_] = read("Company,Role,Applied?,Rejected?\nAcme,Nurse,FALSE,FALSE\n").questions
    assert (question.id, question.guess, question.needed) == ("word.", "lead", False)


def test_of_an_end_behind_a_stage_the_day_of_the_status_is_that_of_the_end() -> None:
    text = "Company,Role,Applied,Outcome,Outcome date\nAcme,Nurse,2026-08-02,Rejected after interview,2026-08-24\n"
    assert tell_rows(text) == ["Acme, Nurse: applied 2026-08-02; interview ?day.moved; rejected 2026-08-24"]


@pytest.mark.parametrize(
    "cell",
    [
        "2026-08-02: Applied\n2026-08-10: Phone screen\n2026-08-20: Rejected",
        "Applied 8/2/2026 -> Phone screen 8/10/2026 -> Rejected 8/20/2026",
        "02.08.2026 beworben / 10.08.2026 Telefonat / 20.08.2026 Absage",
        "Applied Aug 2, 2026; phone Aug 10, 2026; rejection Aug 20, 2026",
        "Candidature envoyée le 02/08/2026 | appel le 10/08/2026 | refus le 20/08/2026",
    ],
)
def test_a_whole_history_in_one_cell_is_a_history(cell: str) -> None:
    text = f'Company,Role,Progress\nAcme,Nurse,"{cell}"\nElm,Cook,Applied 2026-08-03\n'
    assert tell_rows(text)[0] == "Acme, Nurse: applied 2026-08-02; screen 2026-08-10; rejected 2026-08-20"


def test_a_part_of_a_history_that_is_not_understood_is_said() -> None:
    text = 'Company,Role,Progress\nA,x,Applied 2026-08-02\nB,x,"Applied 2026-08-03; no 2026-08-09"\nC,x,"Applied; who knows"\n'
    said = read(text).histories[2].told
    assert said == ("Line 4: Not each part of “Applied; who knows” has a day and a known word, so it isn’t used.",)


def test_steps_inside_a_json_row_are_its_days() -> None:
    steps = [{"status": "applied", "date": "2026-08-02"}, {"status": "rejected", "date": "2026-08-20"}]
    listed = [{"company": {"name": "Acme"}, "jobTitle": "Nurse", "status": "rejected", "timeline": steps}]
    assert rows_of(json.dumps(listed)) == ["Acme, Nurse: applied 2026-08-02; rejected 2026-08-20"]


def test_a_boards_moves_are_the_days_of_its_cards() -> None:
    card = {"id": "2", "name": "Harbor"}
    actions = [
        {
            "type": "updateCard",
            "date": "2026-08-20T10:00:00Z",
            "data": {"card": card, "listAfter": {"name": "Rejected"}},
        },
        {"type": "createCard", "date": "2026-08-02T10:00:00Z", "data": {"card": card, "list": {"name": "Applied"}}},
    ]
    rows = rows_of(json.dumps(BOARD | {"actions": actions}), employer="Card Name", day_applied="unknown")
    assert rows[1] == "Harbor, : lead 2026-08-02; applied 2026-08-02; rejected 2026-08-20"


@pytest.mark.parametrize(
    ("names", "guess"),
    [
        (("Nurse at Acme", "Cook @ Elm"), "role, employer:Card Name"),
        (("Nurse - Acme", "Bus driver – Elm"), "role, employer:Card Name"),
        (("Acme: Nurse", "Elm: Bus driver"), "employer, role:Card Name"),
        (("Pflegefachkraft bei Acme", "Köchin bei Elm"), "role, employer:Card Name"),
        (("Acme", "Elm"), "Card Name"),
    ],
)
def test_employer_and_role_in_one_cell_are_parted(names: tuple[str, str], guess: str) -> None:
    text = f"id,Card Name,List Name,Date applied\n1,{names[0]},Applied,2026-08-02\n2,{names[1]},Applied,2026-08-03\n"
    [question, *_] = read(text).questions
    assert (question.id, question.guess) == ("employer", guess)
    assert rows_of(text, employer=guess)[0].startswith("Acme, Nurse" if "Nurse" in names[0] else "Acme, ")


def test_sheets_with_the_same_headings_are_asked_once() -> None:
    rows = [("Company", "Role", "Applied", "Status"), ("Acme", "Nurse", "2026-08-02", "Rejected")]
    years = [make_table(f"book.xlsx, {year}", enumerate(rows, 1)) for year in ("2025", "2026")]
    asked = [(one.id, one.rows) for one in read(years).questions]
    assert asked == [("day.ended", 2)]
    assert {what.on for one in read(years, day_ended="2026-08-20").histories for what in one.happenings} == {
        date(2026, 8, 2),
        date(2026, 8, 20),
    }


def test_lists_that_are_called_by_where_their_rows_stand_say_so() -> None:
    board = {
        "columns": {
            "applied": [{"company": "Acme", "date": "2026-08-02"}],
            "rejected": [{"company": "Elm", "date": ""}],
        }
    }
    assert rows_of(json.dumps(board), day_ended="unknown") == ["Acme, : applied 2026-08-02", "Elm, : rejected -"]


@pytest.mark.parametrize(
    "document",
    [
        [["Company", "Role", "Date applied"], ["Acme", "Nurse", "2026-08-02"]],
        {"columns": ["Company", "Role", "Date applied"], "rows": [["Acme", "Nurse", "2026-08-02"]]},
        {"data": {"headers": ["Company", "Role", "Date applied"], "values": [["Acme", "Nurse", "2026-08-02"]]}},
        {"fields": [{"name": one} for one in ("Company", "Role", "Date applied")], "rows": [["Acme", "Nurse", "2026-08-02"]]},
        {"a1": {"company": "Acme", "role": "Nurse", "date_applied": "2026-08-02"}},
    ],
)  # fmt: skip
def test_a_table_in_json_is_read_however_it_lies_there(document: object) -> None:
    assert rows_of(json.dumps(document)) == ["Acme, Nurse: applied 2026-08-02"]


@pytest.mark.parametrize(
    "text",
    [
        "Company      Role     Applied\nAcme         Nurse    2026-08-02\nHarbor Inn   Cook     2026-08-03\n",
        "| Company | Role  | Applied          |\n|---------+-------+------------------|\n| Acme | Nurse | <2026-08-02 Sun> |\n",
        "Company | Role | Applied\nAcme | Nurse | 2026-08-02\n",
    ],
)
def test_columns_that_only_blanks_or_bars_part_are_columns(text: str) -> None:
    assert rows_of(text)[0] == "Acme, Nurse: applied 2026-08-02"
