"""Your data: a button takes everything out, one backs up, files go to other programs, and one question deletes it all."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from tests.filled import SOUND
from tests.keeping.folders import PACK, copy_of, holding, living_in
from tests.people import door

from onward_app.keeping.backups import list_backups, make_backup
from onward_app.records.models import Companion, Contact, Interview, Opportunity, Owner
from onward_app.records.reading.taking_out import AddressCard, Dated, list_address_cards, list_dates
from onward_app.records.writing import leaving
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.recover import add_companion
from onward_app.rooms.data.calendar import write_calendar
from onward_app.rooms.data.people import write_people
from onward_app.rooms.jobs.listing import to_cell

MARK = "Zqmarkerwxk"
TODAY = date(2026, 11, 16)


@pytest.fixture
def was(filled: Path, tmp_path: Path) -> Iterator[Path]:
    with living_in(copy_of(filled, tmp_path / "was")) as folder:
        yield folder


@pytest.fixture
def mine(was: Path) -> Client:
    return door(Owner.objects.get())


# Everything out, and a backup


def test_a_button_takes_out_what_the_command_does(mine: Client, taken_out: Path) -> None:
    assert 'action="/data/out/"' in mine.get("/data/").content.decode()
    answer = mine.post("/data/out/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="onward-2026-11-16.zip"'
    raw = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    answer.close()
    assert raw == taken_out.read_bytes()


def test_a_search_that_is_brought_as_a_list_gets_the_way_in(mine: Client, taken_out: Path) -> None:
    file = SimpleUploadedFile("onward-2026-11-16.zip", taken_out.read_bytes())
    said = mine.post("/jobs/import/", {"file": file}).content.decode()
    assert "onward import onward-2026-11-16.zip" in said


def test_nothing_of_what_was_taken_out_stays_in_the_folder(mine: Client, was: Path) -> None:
    def lie() -> set[Path]:
        return {path for path in was.rglob("*") if not path.name.startswith("onward.sqlite3-")}

    before = lie()
    answer = mine.post("/data/out/")
    assert b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    answer.close()
    assert lie() == before


def test_a_button_backs_up_and_the_page_says_when(mine: Client) -> None:
    assert "There are none yet" in mine.get("/data/").content.decode()
    assert mine.post("/data/backup/", follow=True).content.decode().count("16 November 2026, 09:00") == 1
    assert len(list_backups()) == 1


def test_a_full_disk_is_said_on_the_page(mine: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    for name in ("make_backup", "open_export"):
        monkeypatch.setattr(f"onward_app.rooms.data.views.{name}", full)
    for place in ("/data/backup/", "/data/out/"):
        assert "The disk is full" in mine.post(place).content.decode()


# Everything gone


def test_delete_everything_asks_once_and_nothing_is_left_in_any_byte(mine: Client, was: Path) -> None:
    make_backup()
    Opportunity.objects.filter(employer="Harbor Light").update(notes=f"{MARK} " * 9000)
    assert len(list_backups()) == 1
    assert holding(was, MARK.encode()) != []
    question = mine.get("/data/delete/").content.decode()
    assert question.count("<button") == 1
    assert "can’t be undone" in question
    assert Opportunity.objects.exists()
    answer = mine.post("/data/delete/", follow=True)
    assert "Everything is deleted" in answer.content.decode()
    words = (MARK.encode(), b"Harbor Light", b"Aunt Lu", b"Alice", b"two doors down", SOUND, PACK, b"jobs.add")
    assert [name for word in words for name in holding(was, word)] == []
    kept = {"onward.sqlite3", "onward.sqlite3-wal", "onward.sqlite3-shm", "secret", "in-use", "backups-in-use"}
    assert {path.name for path in was.iterdir()} <= kept


def test_after_deleting_everything_one_is_still_let_in_and_begins_anew(mine: Client) -> None:
    answer = mine.post("/data/delete/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert mine.get("/start/").status_code == 200
    me = Owner.objects.get()
    add_job(me, employer="A new place", role="", on=TODAY)
    assert Opportunity.objects.get().pk == 1


def test_another_person_on_the_same_file_keeps_their_rows(mine: Client) -> None:
    bob = Owner.objects.create(name="Bob", made_at=datetime(2026, 1, 1).astimezone())
    add_job(bob, employer="Bob’s place", role="", on=TODAY)
    mine.post("/data/delete/")
    assert [row.employer for row in Opportunity.objects.all()] == ["Bob’s place"]


def test_who_reads_just_now_is_waited_for(mine: Client, was: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(was / "onward.sqlite3", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM records_owner").fetchone()
        monkeypatch.setattr(leaving.time, "sleep", lambda _: reader.execute("ROLLBACK"))
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=10")
        assert mine.post("/data/delete/").status_code == 302
    assert holding(was, b"Harbor Light") == []


def test_what_can_not_be_overwritten_is_said(mine: Client, was: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving.time, "sleep", lambda _: None)
    with closing(sqlite3.connect(was / "onward.sqlite3", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM records_owner").fetchone()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=10")
        said = mine.post("/data/delete/").content.decode()
    assert "Stop Onward and remove its folder" in said
    assert not Opportunity.objects.exists()


def test_kept_passwords_of_mailboxes_go(mine: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[tuple[str, str]] = []
    monkeypatch.setattr(leaving, "forget_password", lambda place: gone.append((place.user, place.host)))
    mine.post("/data/delete/")
    assert gone == [("sam@home.example", "mail.example")] * 2  # a mailbox, and the server that messages go through


# A calendar


def entries(client: Client, query: str = "") -> dict[str, list[object]]:
    answer = client.get(f"/data/calendar/{query}")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    return {
        str(one["summary"]): [one.decoded("dtstart"), one.get("location")]
        for one in Calendar.from_ical(answer.content).walk("VEVENT")
    }


def test_interviews_promised_days_deadlines_and_practice_go_into_a_calendar(mine: Client) -> None:
    me, row = Owner.objects.get(), Opportunity.objects.get(employer="Harbor Light", stands=True)
    Opportunity.objects.filter(pk=row.pk).update(promised_on=date(2026, 11, 19))
    add_interview(me, row, on=date(2026, 11, 23), kind="final", at=time(14, 30), minutes=45)
    made = list_dates(me, TODAY)
    found = entries(mine)
    title = "Harbor Light, Therapist"
    assert {f"Interview: {title}", f"Answer promised: {title}", f"Deadline for the offer: {title}"} <= found.keys()
    assert found[f"Answer promised: {title}"][0] == date(2026, 11, 19)
    assert any(name.startswith("Practice: ") for name in found)
    timed = next(one for one in made if one.at)
    begins = next(v[0] for v in found.values() if isinstance(v[0], datetime))
    assert begins == datetime.combine(timed.on, time(14, 30)).astimezone()


@pytest.mark.parametrize("letter", ["a", "é", "職", "\\", ",", "😀"])
def test_lines_of_a_calendar_are_folded_before_75_bytes_and_read_as_they_were(letter: str) -> None:
    now = datetime(2026, 11, 16, 9, tzinfo=UTC)
    for length in range(10, 90):
        dated = Dated("one", date(2026, 11, 20), letter * length)
        raw = write_calendar([dated], began=now, now=now, neutral=False, remind=False)
        assert max(map(len, raw.split(b"\r\n"))) <= 75
        (read,) = Calendar.from_ical(raw).walk("VEVENT")
        assert read["summary"] == dated.title


def test_for_a_shared_calendar_every_title_is_neutral_and_nothing_else_tells(mine: Client) -> None:
    Interview.objects.update(place="12 Harbor Street")
    assert entries(mine, "?neutral=1").keys() == {"Appointment"}
    raw = mine.get("/data/calendar/?neutral=1").content.lower()
    assert [
        word for word in (b"harbor", b"interview", b"practice", b"offer", b"onward//", b"therapist") if word in raw
    ] == [b"onward//"]
    assert b"12 Harbor Street" in mine.get("/data/calendar/").content


def test_an_entry_keeps_its_uid_so_that_it_is_not_there_twice(mine: Client) -> None:
    def uids() -> list[str]:
        return [str(one["uid"]) for one in Calendar.from_ical(mine.get("/data/calendar/").content).walk("VEVENT")]

    first = uids()
    Interview.objects.update(minutes=30)
    assert uids() == first
    assert len(set(first)) == len(first)


def test_nobody_gets_the_days_of_another(was: Path) -> None:
    bob = Owner.objects.create(name="Bob", made_at=datetime(2026, 1, 1).astimezone())
    assert list_dates(bob, TODAY) == []
    assert list_address_cards(bob) == []


# People


def test_people_go_into_an_address_book(mine: Client) -> None:
    me = Owner.objects.get()
    add_companion(me, name="Priya; Rao", reach="+1 (555) 010-0199", note="Mondays, after six")
    text = mine.get("/data/people/").content.decode()
    assert "FN:Aunt Lu\r\nN:;Aunt Lu;;;\r\nNOTE:two doors down\r\n" in text
    assert "FN:Priya\\; Rao\r\nN:;Priya\\; Rao;;;\r\nTEL:+1 (555) 010-0199\r\nNOTE:Mondays\\, after six\r\n" in text
    assert text.count("EMAIL:pat@example.org") == 1
    assert all(f"FN:{row.name}" in text for row in Contact.objects.of(me))
    Companion.objects.update(stands=False)
    assert "Aunt Lu" not in mine.get("/data/people/").content.decode()


@pytest.mark.parametrize(
    ("reach", "fields"),
    [
        ("Tel. (555) 010-0199", ["TEL:(555) 010-0199"]),
        ("jo@elm.example, +49 30 1234567", ["EMAIL:jo@elm.example", "TEL:+49 30 1234567"]),
        ("e-mail: jo@elm.example", ["EMAIL:jo@elm.example"]),
        ("Mondays or 555-0100", ["NOTE:Mondays", "TEL:555-0100"]),
        ("2026-03-02", ["NOTE:2026-03-02"]),
        ("jo@localhost", ["NOTE:jo@localhost"]),
    ],
)
def test_a_card_has_the_numbers_and_addresses_that_a_page_calls_and_writes_to(reach: str, fields: list[str]) -> None:
    lines = write_people([AddressCard("Jo", reach, "")]).decode().split("\r\n")
    assert lines[4:-2] == fields


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_name_breaks_out_of_its_card(name: str, note: str) -> None:
    raw = write_people(
        [AddressCard(name.encode("utf-8", "ignore").decode(), "", note.encode("utf-8", "ignore").decode())]
    )
    lines = raw.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCARD"
    assert lines[-2:] == [b"END:VCARD", b""]
    assert raw.count(b"\r") == raw.count(b"\n") == len(lines) - 1
    assert max(map(len, lines)) <= 75
    unfolded = raw.replace(b"\r\n ", b"").decode()
    assert [line.partition(":")[0] for line in unfolded.split("\r\n")][1:4] == ["VERSION", "FN", "N"]


# Jobs


def test_the_list_in_front_of_one_goes_out_as_a_spreadsheet(mine: Client) -> None:
    add_job(Owner.objects.get(), employer="=HYPERLINK(1)", role="-2+3", on=TODAY)
    assert 'href="/jobs/csv/?show=all&amp;q=harbor"' in mine.get("/jobs/?q=harbor").content.decode()
    assert 'href="/jobs/csv/?show=ended"' in mine.get("/jobs/?show=ended").content.decode()
    assert [row["employer"] for row in read_csv(mine, "?show=all&q=harbor")] == ["Harbor Light"]
    assert len(read_csv(mine, "?show=all")) > len(read_csv(mine, "?show=ended")) > 0
    assert {row["status"] for row in read_csv(mine, "?show=ended")} >= {"rejected"}
    rows = read_csv(mine)
    assert {"'=HYPERLINK(1)"} <= {row["employer"] for row in rows}
    assert {"'-2+3"} <= {row["role"] for row in rows}


def read_csv(client: Client, query: str = "") -> list[dict[str, str]]:
    raw = client.get(f"/jobs/csv/{query}").content
    assert raw.startswith("\ufeffemployer".encode())
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"])
def test_no_cell_becomes_a_formula(text: str) -> None:
    assert to_cell(text) == f"'{text}"
    assert to_cell("Oak = Hollow") == "Oak = Hollow"
