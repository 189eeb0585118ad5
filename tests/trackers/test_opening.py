"""Files as they are downloaded: their tables, or the sentence why not. What is in a file decides, not its name."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.core.tracker.told import read, tell, tell_row
from tests.trackers.files import make_ods, make_workbook, make_zip

from onward_app.trackers import archives, opening
from onward_app.trackers.opening import open_tracker
from onward_app.trackers.troubles import TrackerTrouble

CASES = Path(__file__).parent / "cases"
HEAD = ["Company", "Role", "Status", "Date Applied"]
ROW = ["Northlake", "Nurse", "Rejected", "2026-08-02"]
CSV = f"{','.join(HEAD)}\n{','.join(ROW)}\n"
BECOMES = "2 Northlake, Nurse: applied 2026-08-02; rejected ?day.ended"


def rows_of(name: str, raw: bytes) -> list[str]:
    return [tell_row(history) for history in read(open_tracker(name, raw)).histories]


def told_of(name: str, raw: bytes) -> tuple[str, ...]:
    return read(open_tracker(name, raw)).told


def refusal(name: str, raw: bytes) -> str:
    with pytest.raises(TrackerTrouble) as refused:
        open_tracker(name, raw)
    return str(refused.value)


def test_linkedins_zip_gives_applications_a_lead_and_a_person() -> None:
    name = "Basic_LinkedInDataExport_08-20-2026.zip"
    told = tell(read(open_tracker(name, (CASES / name).read_bytes())))
    assert told.splitlines() == [
        "2 Northlake Health, Care Coordinator: applied 2026-08-15",
        "3 Blue Fern, Inc., Therapist: applied 2026-08-05",
        "4 Harbor House, Case Manager, Night: applied 2026-07-02",
        "2 Elm Clinic, Counselor: lead 2026-08-15",
        "person: Mira Olt, Director at Elm Clinic, since 2026-08-15",
        "not used: Contact Email, Contact Phone Number, Resume Name, Question And Answers",
        "not used: nothing",
        "not used: nothing",
    ]


def test_huntrs_zip_is_its_table() -> None:
    rows = rows_of("huntr.zip", (CASES / "huntr.zip").read_bytes())
    assert rows[3] == "5 Oak, Analyst: lead 2026-08-03; rejected ?day.ended"


def test_a_real_day_in_a_workbook_is_a_day() -> None:
    rows = rows_of("sheet.xlsx", (CASES / "sheet.xlsx").read_bytes())
    assert rows == ["2 Northlake, Coordinator: applied 2026-08-02"]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.xlsx", make_workbook([HEAD, ROW])),
        ("named.csv", make_workbook([HEAD, ROW])),
        ("a.ods", make_ods([HEAD, ROW])),
        ("a.zip", make_zip({"jobs.xlsx": make_workbook([HEAD, ROW])})),
        ("a.zip", make_zip({"__MACOSX/._jobs.csv": "x", ".DS_Store": "x", "export/jobs.csv": CSV})),
        ("a.zip", make_zip({"inner.zip": make_zip({"jobs.csv": CSV})})),
        ("named.xlsx", CSV.encode()),
    ],
)
def test_the_same_rows_come_out_of_every_kind_of_file(name: str, raw: bytes) -> None:
    assert rows_of(name, raw) == [BECOMES]


def test_of_a_zip_with_a_known_tracker_nothing_else_is_read() -> None:
    profile = "First Name,Last Name,Company,Title\nA,B,C,D\n"
    connections = (CASES / "Basic_LinkedInDataExport_08-20-2026.zip").read_bytes()
    with zipfile.ZipFile(CASES / "Basic_LinkedInDataExport_08-20-2026.zip") as archive:
        jobs = archive.read("Jobs/Job Applications.csv")
    raw = make_zip(
        {"Profile.csv": profile, "messages.csv": "FROM,TO,CONTENT\nx,y,z\n", "Jobs/Job Applications.csv": jobs}
    )
    assert connections
    assert len(rows_of("linkedin.zip", raw)) == 3
    assert told_of("linkedin.zip", raw) == ("Also in it, and not read: Profile.csv and messages.csv.",)


def test_two_trackers_at_once_are_both_read_and_it_is_said() -> None:
    teal = "id,company_name,role,applied_at,statusName\n1,Northlake,Nurse,2026-08-02,Applied\n"
    huntr = "Employer,Job Title,List,Date Saved\nNorthlake,Nurse,Wishlist,2026-08-01\n"
    raw = make_zip({"teal.csv": teal, "huntr.csv": huntr})
    assert rows_of("both.zip", raw) == ["2 Northlake, Nurse: applied 2026-08-02", "2 Northlake, Nurse: lead 2026-08-01"]
    assert told_of("both.zip", raw) == (
        "Several tables are in it: Teal and Huntr. All of them are read, and rows about one job meet.",
    )


def test_career_ops_gets_its_days_from_its_log() -> None:
    table = (
        "| # | Date | Company | Role | Score | Status | PDF | Report | Notes |\n|---|---|---|---|---|---|---|---|---|\n"
    )
    table += "| 1 | 2026-08-02 | Northlake | Nurse | 4 | Rejected | x | r | |\n| 2 | 2026-08-03 | Elm | Aide | 4 | Interview | x | r | |\n"
    log = "num\tdate\tfrom\tto\tsource\tnote\n1\t2026-08-20\tApplied\tRejected\tmail\t\n9\t2026-08-21\tApplied\tOffer\tmail\t\n"
    reading = read(open_tracker("data.zip", make_zip({"data/applications.md": table, "data/status-log.tsv": log})))
    assert [tell_row(one) for one in reading.histories] == [
        "3 Northlake, Nurse: applied 2026-08-02",
        "4 Elm, Aide: applied 2026-08-03; interview ?day.moved",
        "2 Northlake, Nurse: rejected 2026-08-20",
        "3 , : ",
    ]
    assert reading.histories[3].out.startswith("Line 3: it belongs to number 9 of another table")
    assert [question.id for question in reading.questions] == ["day.moved"]


def test_an_accounts_json_is_read_with_its_history() -> None:
    account = """{"format": "applytrack-export", "version": 2, "applications": [
        {"name": "northlake-nurse", "company": "Northlake", "role": "Nurse", "lane": "a", "status": "rejected", "link": "",
         "location": "Remote", "applied": "2026-08-02", "followup": "", "created": "2026-08-01", "notes": "called"}],
        "status_events": [{"application": "northlake-nurse", "status": "rejected", "at": "2026-08-12T10:00:00Z"}],
        "criteria": {"keywords": ["nurse"]}, "blacklist": []}"""
    assert rows_of("applytrack-export-2026-08-20.json", account.encode()) == [
        "1 Northlake, Nurse: lead 2026-08-01; applied 2026-08-02; note “called”",
        "1 Northlake, Nurse: rejected 2026-08-12",
    ]


def test_a_shared_list_is_leads() -> None:
    shared = '{"format": "applytrack-shared", "applications": [{"name": "n", "company": "Northlake", "role": "Nurse", "link": "", "location": "", "source": "s"}]}'
    assert rows_of("shared.json", shared.encode()) == ["1 Northlake, Nurse: lead ?day.lead"]


# what is odd in a workbook


def test_what_stands_in_a_merged_cell_holds_for_its_rows() -> None:
    raw = make_workbook([HEAD, ROW, ["", "Aide", "Applied", "2026-08-03"]], merged="A2:A3")
    assert rows_of("a.xlsx", raw) == [BECOMES, "3 Northlake, Aide: applied 2026-08-03"]
    assert "merged" in told_of("a.xlsx", raw)[0]


def ods_cell(text: str, said: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{said}><text:p>{text}</text:p></table:table-cell>'


DOWN = ' table:number-columns-spanned="1" table:number-rows-spanned="2"'
ODS_ROW = "<table:table-row>{}</table:table-row>"
FIRST = "".join(map(ods_cell, ROW[1:]))
AIDE = "".join(map(ods_cell, ["Aide", "Applied", "2026-08-03"]))
COVERED = "<table:covered-table-cell/>"


@pytest.mark.parametrize(
    "cells",
    [
        ODS_ROW.format(ods_cell(ROW[0], DOWN) + FIRST) + ODS_ROW.format(COVERED + AIDE),
        # a row that stands for many, and a title across
        ODS_ROW.format(ods_cell("Mine", ' table:number-columns-spanned="4"') + '<table:covered-table-cell table:number-columns-repeated="3"/>')
        + '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="4"/></table:table-row>'
        + ODS_ROW.format(ods_cell(ROW[0], DOWN) + FIRST) + ODS_ROW.format(COVERED + AIDE),
        # written over several lines, with other quotation marks
        ODS_ROW.format(ods_cell(ROW[0], "\n table:number-rows-spanned='2'\n") + FIRST) + ODS_ROW.format(COVERED + AIDE),
        # behind columns and rows of headings that have names much like those of cells and rows
        '<table:table-column table:number-columns-repeated="4"/><table:table-rows>'
        + ODS_ROW.format(ods_cell(ROW[0], DOWN) + FIRST) + ODS_ROW.format(COVERED + AIDE) + "</table:table-rows>",
        # the last column stands over two rows
        ODS_ROW.format("".join(map(ods_cell, ROW[:3])) + ods_cell("2026-08-02", DOWN))
        + ODS_ROW.format("".join(map(ods_cell, ["Northlake", "Aide", "Applied"])) + COVERED),
    ],
)  # fmt: skip
def test_a_merged_cell_of_an_open_document_holds_for_its_rows(cells: str) -> None:
    raw = make_ods([HEAD], cells=cells)
    assert [row.partition(" ")[2].partition(":")[0] for row in rows_of("a.ods", raw) if "Line" not in row][-2:] == [
        "Northlake, Nurse", "Northlake, Aide",
    ]  # fmt: skip
    assert all("applied 2026-08-0" in row for row in rows_of("a.ods", raw)[-2:])
    assert any("merged" in sentence for sentence in told_of("a.ods", raw))


def test_macros_are_left_alone_and_it_is_said() -> None:
    raw = make_workbook([HEAD, ROW], **{"vbaProject.bin": b"Sub AutoOpen()"})
    assert rows_of("a.xlsm", raw) == [BECOMES]
    assert "holds macros" in told_of("a.xlsm", raw)[0]


def test_a_formula_without_its_result_is_told() -> None:
    raw = make_workbook([HEAD, [*ROW[:3], "=TODAY()-3"]])
    assert rows_of("a.xlsx", raw) == ["2 Northlake, Nurse: rejected ?day.ended"]
    assert told_of("a.xlsx", raw)[0].startswith("1 formula without a result")


# what is refused


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\xef\xbb\xbf\r\n  \r\n", "is empty"),
        ("a.pdf", b"%PDF-1.7 x", "is a PDF"),
        ("a.xls", b"<html><table><tr><td>Company</td></tr></table>", "is a web page"),
        ("a.ics", b"\xef\xbb\xbfBEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "is a calendar"),
        ("a.csv", b"begin:vcalendar\nMETHOD:CANCEL\n", "is a calendar"),
        ("a.vcf", b"BEGIN:VCARD\nVERSION:3.0\n", "is an address book"),
        ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nDana: Yes, well\n", "is a transcript"),
        ("a.srt", b"\n1\r\n00:00:01,000 --> 00:00:02,000\r\nDana: Yes\r\n", "is a transcript"),
        ("a.sbv", b"0:00:06.000,0:00:11.000\nDana: Yes\n", "is a transcript"),
        ("a.eml", b"Received: from mx\nFrom: a@example.org\n\nHello\n", "is mail"),
        ("a", b"From \r\nX-Mozilla-Status: 0001\r\n", "is mail"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "is a picture"),
        ("a.gz", b"\x1f\x8b\x08", "is packed"),
        ("a.bin", bytes(range(1, 32)) * 50, "neither text nor a spreadsheet"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "damaged or was cut off"),
        ("a.ods", make_ods([HEAD, ROW], locked=True), "protected by a password"),
        ("a.xlsx", make_workbook([HEAD, ROW])[:700], "damaged or was cut off"),
        ("a.xlsx", make_workbook([]), "has no cells in it"),
        ("a.zip", make_zip({}), "is an empty zip"),
        ("a.zip", make_zip({"photo.jpg": "x"}), "No table of jobs is in “a.zip”. In it: photo.jpg."),
        ("Basic_LinkedInDataExport.zip", make_zip({"photo.jpg": "x"}), "the jobs are in the larger one"),
        ("onward.zip", make_zip({"onward.json": "{}"}), "is a whole search"),
        ("a.docx", make_zip({"word/document.xml": "x"}), "is a Word document"),
        ("a.numbers", make_zip({"Index/Document.iwa": "x"}), "is from Apple Numbers"),
        ("a.zip", b"PK\x03\x04" + b"\0" * 60, "damaged or was cut off"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_its_sentence(name: str, raw: bytes, words: str) -> None:
    assert words in refusal(name, raw)


@pytest.mark.parametrize("name", ["jobs.csv", "xl/workbook.xml"])
def test_a_zip_of_a_version_that_there_never_was_is_damaged_and_not_locked(name: str) -> None:
    raw = bytearray(make_zip({name: CSV}))
    raw[raw.rindex(b"PK\x01\x02") + 6] = 229
    assert "damaged or was cut off" in refusal("a.zip", bytes(raw))


@pytest.mark.parametrize("name", ["jobs.csv", "xl/worksheets/sheet1.xml"])
def test_a_zip_that_unpacks_without_end_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "UNPACKED", 100_000)
    assert "would unpack to more than" in refusal("a.zip", make_zip({name: b"0" * 200_000}))


def test_a_zip_that_lies_about_its_sizes_is_refused_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "UNPACKED", 100_000)
    raw = bytearray(make_zip({"xl/workbook.xml": b"0" * 200_000}))
    at = raw.rindex(b"PK\x01\x02") + 24
    raw[at : at + 4] = (50).to_bytes(4, "little")
    assert refusal("a.xlsx", bytes(raw))


def test_more_rows_than_a_search_has_are_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_ROWS", 3)
    rows = [HEAD, *[ROW] * 3]
    for name, raw in (
        ("a.csv", "\n".join(map(",".join, rows)).encode()),
        ("a.xlsx", make_workbook(rows)),
        ("a.zip", make_zip({"one.csv": CSV, "two.csv": CSV})),
    ):
        assert "has 4 rows" in refusal(name, raw)
        assert "at most 3 come in at once" in refusal(name, raw)


GERMAN = {
    "Profile.csv": "Vorname,Nachname\nMara,Quill\n",
    "Positions.csv": "Unternehmensname,Titel,Beginn\nAlte Klinik,Pflegerin,Jan 2020\n",
    "messages.csv": "VON,DATUM,TITEL\nDana,2026-08-01,Hallo\n",
}


def test_linkedins_zip_in_another_language_gives_its_lists_and_not_the_jobs_one_held() -> None:
    jobs = {
        "Jobs/Job Applications.csv": "Bewerbungsdatum,Unternehmensname,Jobbezeichnung\n15.08.26,Acme,Pflege\n",
        "Jobs/Job Applications_1.csv": "Bewerbungsdatum,Unternehmensname,Jobbezeichnung\n16.08.26,Elm,Pflege\n",
        "Jobs/Saved Jobs.csv": "Speicherdatum,Jobbezeichnung,Unternehmensname\n17.08.26,Pflege,Harbor\n",
        "Connections.csv": "Vorname,Nachname,Unternehmen,Verbunden am\nDana,Ruiz,Acme,15 Aug. 2026\n",
    }
    reading = read(open_tracker("Basic_LinkedInDataExport.zip", make_zip(GERMAN | jobs)))
    assert [(one.employer, one.happenings[0].kind) for one in reading.histories] == [
        ("Acme", "applied"),
        ("Elm", "applied"),
        ("Harbor", "lead"),
    ]
    assert [one.name for one in reading.people] == ["Dana Ruiz"]


def test_the_part_of_linkedins_data_without_jobs_says_where_they_are() -> None:
    with pytest.raises(TrackerTrouble, match="LinkedIn sends its data in parts"):
        open_tracker("data.zip", make_zip(GERMAN))
