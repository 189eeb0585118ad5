"""Tables with something odd in them: each is read as far as it goes, what is odd has its sentence, and nothing is lost."""

from __future__ import annotations

import codecs

import pytest
from tests.core.tracker.told import read, tell_row

from onward.tracker.read import read_text_tables

HEAD = "Company,Role,Status,Date Applied"
ROW = "Northlake,Nurse,Applied,2026-08-02"
PLAIN = f"{HEAD}\n{ROW}\n"
BECOMES = "Northlake, Nurse: applied 2026-08-02"


def rows_of(raw: bytes | str) -> list[str]:
    """What each row becomes, without its number."""
    raw = raw.encode() if isinstance(raw, str) else raw
    return [tell_row(one).partition(" ")[2] for one in read(read_text_tables(raw, "list.csv")).histories if not one.out]


def told_of(raw: bytes | str) -> str:
    """Every sentence."""
    raw = raw.encode() if isinstance(raw, str) else raw
    reading = read(read_text_tables(raw, "list.csv"))
    rows = [sentence for one in reading.histories for sentence in (one.out, *one.told) if sentence]
    return "\n".join([*rows, *reading.told])


@pytest.mark.parametrize(
    "raw",
    [
        codecs.BOM_UTF8 + PLAIN.encode(), codecs.BOM_UTF8 * 2 + PLAIN.encode(),
        codecs.BOM_UTF8 + f'"Company",{HEAD[8:]}\n{ROW}'.encode(), codecs.BOM_UTF8 + b"\r\n" + PLAIN.encode(),
        codecs.BOM_UTF8 + b"sep=,\r\n" + PLAIN.encode(), codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), PLAIN.encode("utf-16-le"), PLAIN.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + PLAIN.encode("utf-32-le"), PLAIN.replace(",", "\t").encode("utf-16"),
        codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le")[:-1], PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(), PLAIN.replace("\n", "\n\n").encode(), b"\0" + PLAIN.encode(),
    ],
)  # fmt: skip
def test_marks_of_order_and_line_ends_of_every_kind_are_none_of_the_words(raw: bytes) -> None:
    assert rows_of(raw) == [BECOMES]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace(",", ";"), PLAIN.replace(",", "\t"), PLAIN.replace(",", "|"), f"sep=;\n{PLAIN.replace(',', ';')}",
        'Company;Role;Status;Date Applied\n"Northlake";"Nurse";"Applied";"2026-08-02"\n',
        "Company;Role;Status;Date Applied;Salary\nNorthlake;Nurse;Applied;2026-08-02;60,000\n",
        "Company;Role;Status;Date Applied;Notes\nNorthlake;Nurse;Applied;2026-08-02;\n;;;;\n;;;;\n",
        "Company ; Role ; Status ; Date Applied\n Northlake ; Nurse ; Applied ; 2026-08-02 \n",
    ],
)  # fmt: skip
def test_cells_are_parted_by_whatever_parts_them(text: str) -> None:
    assert rows_of(text) == [BECOMES]


def test_commas_in_cells_part_nothing_where_semicolons_do() -> None:
    text = "Firma;Stelle;Status;Beworben am\nMüller, Söhne & Co;Pfleger, Nacht;Beworben;02.08.2026\nA;B, C;Absage;03.08.2026\n"
    assert rows_of(text)[0] == "Müller, Söhne & Co, Pfleger, Nacht: applied 2026-08-02"


@pytest.mark.parametrize(
    ("coding", "words"),
    [("cp1251", "Cyrillic (Windows)"), ("koi8-r", "Cyrillic (KOI8-R)"), ("cp866", "Cyrillic (DOS)")],
)
@pytest.mark.parametrize(
    "name", ["Северная клиника", "ООО «Рога и копыта»", "Детский сад № 5", "Больница имени Пирогова", "Мед-Центр"]
)
def test_cyrillic_of_every_old_kind_is_read_and_it_is_said(coding: str, words: str, name: str) -> None:
    text = f"Company,Role,Status,Date Applied,Notes\n{name},медсестра,Applied,2026-08-02,написала в понедельник утром\n"
    raw = text.encode(coding, "replace")
    assert rows_of(raw)[0].startswith(raw.decode(coding).split("\n")[1].split(",")[0])
    assert words in told_of(raw)


@pytest.mark.parametrize(
    "name", ["Müller & Söhne", "Clínica São José", "Hôpital Saint-Étienne", "Café “Zoë”", "Østergård"]
)
def test_western_letters_of_the_old_kind_are_read(name: str) -> None:
    raw = f"{HEAD}\n{name},Nurse,Applied,2026-08-02\n".encode("cp1252")
    assert rows_of(raw) == [f"{name}, Nurse: applied 2026-08-02"]
    assert "Western European" in told_of(raw)


@pytest.mark.parametrize(
    "row",
    [
        "Northlake,Nurse,Applied,2026-08-02,,,",
        "Northlake,Nurse,Applied,2026-08-02,",
        '"Northlake",Nurse,Applied,"2026-08-02"',
    ],
)
def test_empty_cells_too_many_are_nothing(row: str) -> None:
    assert rows_of(f"{HEAD}\n{row}\n") == [BECOMES]


@pytest.mark.parametrize(
    ("row", "becomes"),
    [
        ("Northlake,Nurse,Applied", "Northlake, Nurse: applied ?day.applied"),
        ("Northlake,Nurse", "Northlake, Nurse: "),
        ("Northlake,,Applied,2026-08-02", "Northlake, : applied 2026-08-02"),
    ],
)
def test_cells_too_few_are_empty(row: str, becomes: str) -> None:
    assert rows_of(f"{HEAD}\n{row}\n") == [becomes]


def test_a_comma_nobody_quoted_is_put_back_where_a_blank_follows_it() -> None:
    assert rows_of(f"{HEAD}\nBlue Fern, Inc.,Nurse,Applied,2026-08-02\n{ROW}\n") == [
        "Blue Fern, Inc., Nurse: applied 2026-08-02",
        BECOMES,
    ]


def test_a_row_with_cells_that_belong_nowhere_stays_out_and_says_so() -> None:
    text = f"{HEAD}\nBlue Fern,Inc,Nurse,Applied,2026-08-02\n{ROW}\n"
    assert rows_of(text) == [BECOMES]
    assert "Line 2: it has more cells than there are headings" in told_of(text)


@pytest.mark.parametrize(
    "above",
    [
        "My job search 2026,,,\n,,,\n", "My job search,,,\nRobin Ames,,,\nlast changed 2026-08-20,,,\n", "\n\n\n",
        "Applications\n\nSpring 2026\n", "Status: open,,,\nCompany list,,,\n", '"A title, with a comma"\n"and\nlines"\n',
    ],
)  # fmt: skip
def test_titles_above_the_headings_are_passed_over(above: str) -> None:
    assert rows_of(f"{above}{PLAIN}") == [BECOMES]


def test_headings_far_below_are_found_when_the_line_is_nothing_else() -> None:
    assert rows_of("a note\n" * 25 + PLAIN) == [BECOMES]
    assert rows_of("Acme,Remote,Applied,https://x\n" * 3) == ["Acme, Remote: applied ?day.applied"] * 3


def test_headings_that_come_again_and_lines_between_are_no_rows() -> None:
    text = f"{HEAD}\nAugust,,,\n{ROW}\n{HEAD}\nSeptember,,,\nElm,Aide,Applied,2026-09-01\nTotal: 2,,,\n"
    assert rows_of(text) == [BECOMES, "Elm, Aide: applied 2026-09-01"]
    assert told_of(text).count("it was taken for a heading between rows") == 3


@pytest.mark.parametrize(
    "cut",
    [
        f'{HEAD}\n{ROW}\nElm,"Aide', f'{HEAD}\n{ROW}\nElm,"Aide, nights,Applied,2026-08-03\nOak,Cook,Applied,2026-08-04\n',
        f"{HEAD}\n{ROW}\nElm,Aide", f"{HEAD}\n{ROW}\nElm", f"{HEAD}\n{ROW}\nElm,Aide,Applied,2026-0",
    ],
)  # fmt: skip
def test_a_file_that_ends_in_the_middle_gives_what_came_before_and_says_so(cut: str) -> None:
    assert rows_of(cut)[0] == BECOMES
    assert "Elm" in "".join(rows_of(cut)) or "Elm" in told_of(cut)
    assert told_of(cut)


def test_rows_behind_a_quotation_mark_that_is_never_closed_are_not_lost() -> None:
    text = f'{HEAD}\nElm,"Aide,Applied,2026-08-03\n{ROW}\nOak,Cook,Applied,2026-08-04\n'
    assert rows_of(text) == ["Elm, Aide: applied 2026-08-03", BECOMES, "Oak, Cook: applied 2026-08-04"]
    assert "never closed" in told_of(text)


def test_a_file_cut_within_a_letter_is_read() -> None:
    assert rows_of(f"{PLAIN}Müller,Nurse,Applied,2026-08-03\nÖ".encode()[:-1])[:2] == [
        BECOMES,
        "Müller, Nurse: applied 2026-08-03",
    ]


@pytest.mark.parametrize("cut", ['[{"company": "Northlake", "role": "Nurse", "status": "Applied", "appliedDate": "2026-08-02"}, {"comp',
                                 '{"jobs": [{"company": "Northlake", "role": "Nurse", "status": "Applied", "appliedDate": "2026-08-02"}, {'])  # fmt: skip
def test_json_that_is_cut_off_gives_its_whole_entries(cut: str) -> None:
    assert rows_of(cut) == [BECOMES]
    assert "ends in the middle" in told_of(cut)


@pytest.mark.parametrize(
    "text",
    [
        '[{"company": "Northlake", "role": "Nurse", "status": "Applied", "appliedDate": "2026-08-02"}]',
        '{"company": "Northlake", "role": "Nurse", "status": "Applied", "applied_at": "2026-08-02"}\n',
        '{"data": {"applications": [{"company": {"name": "Northlake", "id": 4}, "position": "Nurse", "stage": "Applied", "dateApplied": "2026-08-02T10:00:00Z"}]}}',
        '[{"employer": "Northlake", "jobTitle": "Nurse", "status": {"label": "Applied"}, "appliedOn": "2026-08-02", "tags": ["a", "b"], "n": null}]',
    ],
)  # fmt: skip
def test_lists_in_json_are_tables(text: str) -> None:
    assert rows_of(text) == [BECOMES]


@pytest.mark.parametrize(
    "text",
    [
        "| Company | Role | Status | Date Applied |\n|---|:--|--:|:-:|\n| Northlake | Nurse | Applied | 2026-08-02 |\n",
        "# Jobs\n\nCompany | Role | Status | Date Applied\n--- | --- | --- | ---\n**Northlake** | Nurse | Applied | 2026-08-02\n\nThe end.\n",
    ],
)
def test_tables_in_markdown_are_tables(text: str) -> None:
    assert rows_of(text) == [BECOMES]


@pytest.mark.parametrize(
    "cell", ['=HYPERLINK("https://x";"Northlake")', "=1+1", "+1-2", "@x", "=cmd|' /C calc'!A0", "-2+3"]
)
def test_formulas_stay_text(cell: str) -> None:
    quoted = cell.replace('"', '""')
    assert rows_of(f'{HEAD}\n"{quoted}",Nurse,Applied,2026-08-02\n') == [f"{cell}, Nurse: applied 2026-08-02"]


def test_a_day_that_is_a_formula_is_not_worked_out_and_asked() -> None:
    text = f'{HEAD}\nNorthlake,Nurse,Applied,"=DATE(2026,8,2)"\nElm,Aide,Applied,2026-08-02\n'
    assert rows_of(text)[0] == "Northlake, Nurse: applied ?day.applied"
    assert "not worked out" in told_of(text)


# columns


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("Unternehmen;Position;Bewerbungsdatum;Status", "Beworben"), ("Entreprise;Poste;Date de candidature;Statut", "Postulé"),
        ("Empresa;Puesto;Fecha de solicitud;Estado", "Enviado"), ("Bedrijf;Functie;Sollicitatiedatum;Status", "Gesolliciteerd"),
        ("Empresa;Vaga;Data da candidatura;Situação", "Candidatado"), ("Azienda;Posizione;Data candidatura;Stato", "Candidatura inviata"),
        ("COMPANY NAME;Job Title;Date applied (D/M/Y);Current status", "applied"), ("Company / Organization;Position Title;Applied on;Stage?", "✅ Applied"),
        ("companyName;jobTitle;appliedAt;statusName", "APPLIED"), ("🏢 Company;💼 Role;📅 Applied;Status", "Applied"),
    ],
)  # fmt: skip
def test_headings_of_seven_languages_and_of_people(head: str, status: str) -> None:
    assert rows_of(f"{head}\nNorthlake;Nurse;2026-08-02;{status}\n") == [BECOMES]


@pytest.mark.parametrize(
    ("head", "row", "becomes"),
    [
        ("Company,Role,Applied,Phone screen,Interview,Offer,Rejected", "A,B,2026-08-02,2026-08-09,2026-08-16,,2026-08-20",
         "applied 2026-08-02; screen 2026-08-09; interview 2026-08-16; rejected 2026-08-20"),
        ("Company,Role,Applied,Interview,Offer,Rejected", "A,B,TRUE,TRUE,FALSE,FALSE",
         "applied ?day.applied; interview ?day.moved"),
        ("Company,Role,Date Applied,1st Interview,2nd Interview,Status", "A,B,2026-08-02,2026-08-09,2026-08-16,Interview",
         "applied 2026-08-02; interview 2026-08-09; interview 2026-08-16"),
        ("Company,Role,Date Applied,Response date,Status", "A,B,2026-08-02,2026-08-20,Rejected",
         "applied 2026-08-02; rejected 2026-08-20"),
        ("Company,Role,Date Applied,Response date,Status", "A,B,2026-08-02,2026-07-20,Rejected",
         "applied 2026-08-02; rejected ?day.ended"),
        ("Company,Role,Applied,Status", "A,B,Yes,Applied", "applied ?day.applied"),
        ("Company,Role,Date,Applied?,Interview stage", "A,B,2026-08-02,Yes,Rejected",
         "applied 2026-08-02; rejected ?day.ended"),
        ("Company,Role,Date Applied,Response date", "A,B,2026-08-02,Rejected", "applied 2026-08-02; rejected ?day.ended"),
        ("Company,Role,Saved,Status", "A,B,2026-08-02,", "lead 2026-08-02"),
    ],
)  # fmt: skip
def test_each_column_dates_what_it_says(head: str, row: str, becomes: str) -> None:
    assert rows_of(f"{head}\n{row}\n") == [f"A, B: {becomes}"]


def test_rows_without_any_headings_are_told_by_what_is_in_them() -> None:
    text = "Northlake,Nurse,Applied,2026-08-02\nElm,Aide,Rejected,2026-08-03\nOak,Cook,Applied,2026-08-04\n"
    assert rows_of(text)[0] == BECOMES


def test_a_table_without_an_employer_asks_which_column_it_is() -> None:
    text = "Wo,Role,Status,Date Applied\nNorthlake,Nurse,Applied,2026-08-02\n"
    reading = read(text)
    assert [question.id for question in reading.open] == ["employer"]
    assert [option.value for option in reading.open[0].options] == ["Wo", "Role", "Status", "Date Applied"]
    assert [tell_row(one) for one in read(text, employer="Wo").histories] == [f"2 {BECOMES}"]


def test_a_column_is_what_the_person_says_it_is() -> None:
    text = "Company,Role,Status,Date\nA,B,Rejected,2026-08-02\nC,D,Applied,2026-08-03\n"
    assert tell_row(read(text).histories[0]) == "2 A, B: applied 2026-08-02; rejected ?day.ended"
    assert tell_row(read(text, date="moved").histories[0]) == "2 A, B: rejected 2026-08-02"
    assert tell_row(read(text, column_Date="lead").histories[0]) == "2 A, B: lead 2026-08-02; rejected ?day.ended"
    assert tell_row(read(text, column_Status="unused").histories[0]) == "2 A, B: applied 2026-08-02"


# days of a column


def test_another_day_of_the_table_shows_what_comes_first() -> None:
    text = f"{HEAD}\nA,B,Applied,3/8/2026\nC,D,Applied,25/8/2026\n"
    assert rows_of(text)[0] == "A, B: applied 2026-08-03"
    assert rows_of(text.replace("25/8", "8/25"))[0] == "A, B: applied 2026-03-08"


def test_two_orders_in_one_column_are_asked_and_not_guessed() -> None:
    reading = read(f"{HEAD}\nA,B,Applied,3/8/2026\nC,D,Applied,25/8/2026\nE,F,Applied,8/26/2026\n")
    assert [tell_row(one) for one in reading.histories] == [
        "2 A, B: applied ?order", "3 C, D: applied 2026-08-25", "4 E, F: applied 2026-08-26",
    ]  # fmt: skip
    assert reading.questions[0].ask.startswith("Some days here have the day first and others the month.")


TABLE = "| Company | Role | Applied |\n|---|---|---|\n| Oak | Aide | 2026-08-03 |\n"


@pytest.mark.parametrize(
    ("outside", "said"),
    [
        ("- [x] Elm, Nurse (no on 2 August)\n", "“- [x] Elm, Nurse (no on 2 August)”"),
        ("1. Elm\n2. Pine\n", "2 lines stand outside its tables and aren’t used; the first is “1. Elm”."),
        ("Pine | Aide | 2026-08-04\n\n", "“Pine Aide 2026-08-04”"),
        ("# My {search}\n\n---\n", ""),
        ("Elm {n} {\n", "“Elm {n} {”"),
    ],
)
@pytest.mark.parametrize("behind", [False, True])
def test_what_stands_outside_a_table_of_markdown_is_told(outside: str, said: str, *, behind: bool) -> None:
    text = f"{TABLE}\n{outside}" if behind else f"{outside}\n{TABLE}"
    assert rows_of(text) == ["Oak, Aide: applied 2026-08-03"]
    assert said in told_of(text)
    assert bool(said) == ("outside" in told_of(text))


@pytest.mark.parametrize("cell", ["2026-13-45", "1926-10-01", "2031-01-01", "soon"])
def test_a_day_that_cannot_be_is_told_and_asked(cell: str) -> None:
    assert rows_of(f"{HEAD}\nA,B,Applied,{cell}\nC,D,Applied,2026-08-02\n")[0] == "A, B: applied ?day.applied"
    assert told_of(f"{HEAD}\nA,B,Applied,{cell}\nC,D,Applied,2026-08-02\n").startswith("Line 2: ")


# statuses


@pytest.mark.parametrize(
    ("status", "kinds", "asked"),
    [
        ("Rejected ❌", "rejected", False), ("❌ REJECTED!!", "rejected", False), ("rejected - form letter", "rejected", False),
        ("Ghosted 👻", "closed", True), ("No reply", "closed", True), ("Keine Antwort", "closed", True),
        ("Phone Interview", "screen", False), ("Recruiter call done", "screen", False), ("Technical Interview", "interview", False),
        ("Final round interview", "final", False), ("Interview Scheduled", "interview", False), ("OA", "screen", True),
        ("1st round", "interview", True), ("Take-home assignment", "screen", True), ("Offer!", "verbal offer", False),
        ("Offer received 🎉", "verbal offer", False), ("Withdrawn by me", "withdrew", False), ("I withdrew", "withdrew", False),
        ("Bookmarked", "lead", False), ("To apply", "lead", False), ("Absage", "rejected", False), ("Refusé", "rejected", False),
        ("Rechazado", "rejected", False), ("Afgewezen", "rejected", False), ("Recusado", "rejected", False),
        ("Rifiutato", "rejected", False), ("Vorstellungsgespräch", "interview", False), ("Colloquio", "interview", False),
        ("Rejected after 2nd interview", "interview rejected", True), ("Hired", "signed", True), ("In progress", "applied", True),
        ("Applied (referral)", "applied", False), ("Applied - via LinkedIn", "applied", False), ("Responded", "answered", False),
    ],
)  # fmt: skip
def test_a_status_is_known_by_the_word_in_it(status: str, kinds: str, asked: bool) -> None:
    reading = read(f"Company,Role,Status\nA,B,{status}\n")
    assert " ".join(one.kind for one in reading.histories[0].happenings) == kinds
    assert any(question.id.startswith("word.") for question in reading.questions) == asked


@pytest.mark.parametrize(
    "status", ["chatting", "No interview yet", "not rejected", "???", "Kein Angebot", "🤷", "with Ana"]
)
def test_a_word_that_nobody_knows_is_asked_without_a_guess(status: str) -> None:
    reading = read(f"Company,Role,Status,Date Applied\nA,B,{status},2026-08-02\nC,D,{status},2026-08-02\n")
    assert [(one.id[:5], one.guess, one.needed, one.rows) for one in reading.questions] == [("word.", "", True, 2)]
    assert (
        tell_row(
            read(
                f"Company,Role,Status,Date Applied\nA,B,{status},2026-08-02\n", **{reading.questions[0].id: "nothing"}
            ).histories[0]
        )
        == "2 A, B: applied 2026-08-02"
    )


def test_archived_and_skipped_are_put_away_and_no_end_is_claimed() -> None:
    for status in ("Archived", "SKIP", "Not interested", "archiviert", "Archivado"):
        assert rows_of(f"{HEAD}\nA,B,{status},2026-08-02\n") == ["A, B: applied 2026-08-02; put away"]


def test_rows_that_say_nothing_are_asked_once_what_they_are() -> None:
    reading = read("Job Title,Company,URL\nNurse,Northlake,https://x\nAide,Elm,https://y\n")
    assert [(one.id, one.rows, one.needed) for one in reading.questions] == [("word.", 2, True)]
    rows = read(
        "Job Title,Company,URL\nNurse,Northlake,https://x\n", **{"word.": "lead", "day.lead": "unknown"}
    ).histories
    assert tell_row(rows[0]) == "2 Northlake, Nurse: lead -"
