"""A place is found by the kind of its address: a path, a mailbox on a server, or the text itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.people import door
from tests.sources.places import MESSAGES

from onward_app import clock, sources
from onward_app.collect import collect_mail
from onward_app.records.models import Owner
from onward_app.sources import Found, OnDisk, OnServer, Place, Source, SourceTrouble, open_source, parse_place


@pytest.mark.parametrize(
    "path", ["mail.mbox", "/home/sam/mail", r"C:\mail\a.eml", "C://mail", "imap:/x", "a@b.example", ""]
)
def test_what_has_no_scheme_is_a_path(path: str) -> None:
    assert parse_place(path) == parse_place(Path(path)) == OnDisk(Path(path))


def test_a_path_may_start_at_home_and_nobodys_home_stays_as_it_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/sam")
    assert parse_place("~/mail.mbox") == OnDisk(Path("/home/sam/mail.mbox"))
    with pytest.raises(SourceTrouble, match="There is nothing at “~nobody-of-that-name/"):
        open_source("~nobody-of-that-name/mail.mbox")


@pytest.mark.parametrize("start", ["file://", "file://localhost", "FILE://"])
def test_an_address_that_a_file_manager_gives_is_a_path(start: str) -> None:
    assert parse_place(f"{start}/home/sam/My%20mail.mbox") == OnDisk(Path("/home/sam/My mail.mbox"))


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("imap://mail.example", OnServer("imap", "mail.example")),
        ("IMAPS://Mail.Example:993/", OnServer("imaps", "mail.example", 993)),
        ("imap://sam@mail.example/Jobs/2026", OnServer("imap", "mail.example", None, "sam", "", "Jobs/2026")),
        (
            "imap://sam%40home.example:a%3Ab@mail.example/Bewerbungen%20%26%20so",
            OnServer("imap", "mail.example", None, "sam@home.example", "a:b", "Bewerbungen & so"),
        ),
        (
            "imap://sam@home.example:x@[::1]:143/Jobs #1?",
            OnServer("imap", "::1", 143, "sam@home.example", "x", "Jobs #1?"),
        ),
    ],
)
def test_an_address_on_a_server_is_taken_apart(given: str, place: OnServer) -> None:
    assert parse_place(given) == place


@pytest.mark.parametrize("given", ["imap://", "imap:///Jobs", "imap://[::1", "imap://sam:secret", "imap://a:99999/x"])
def test_an_address_without_a_server_is_refused(given: str) -> None:
    with pytest.raises(SourceTrouble, match="starts with “imap://” names no server") as caught:
        open_source(given)
    assert "secret" not in str(caught.value)


def test_a_mailbox_that_no_source_reads_is_refused_with_what_to_do_instead() -> None:
    with pytest.raises(SourceTrouble) as caught:
        open_source("pop3://sam:secret@mail.example/Jobs")
    assert str(caught.value) == (
        "Onward can’t read a mailbox at an address like “pop3://mail.example/Jobs” yet. "
        "Download the mail as a file, such as an mbox, and bring that: Help, “Get your mail out”, says how."
    )


def test_a_password_is_shown_nowhere() -> None:
    place = parse_place("imap://sam:secret@mail.example/Jobs")
    assert isinstance(place, OnServer)
    assert place.password == "secret"
    assert "secret" not in f"{place} {place!r} {place.name}"


@dataclass(frozen=True)
class Pigeons:
    """A made-up source on a server, as somebody would add one: this, and its line in the list."""

    place: OnServer
    kind = "a pigeon loft"
    total = None
    position = 0

    def __iter__(self) -> Iterator[Found]:
        for number, message in enumerate(MESSAGES, 1):
            yield Found(message, f"{self.place.name}, pigeon {number}")
        if self.place.path == "storm":
            raise SourceTrouble("The pigeons are late. Try again.", permanent=False)


def pigeons(place: Place) -> Source | None:
    return Pigeons(place) if isinstance(place, OnServer) and place.scheme == "pigeon" else None


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "SOURCES", (*sources.SOURCES, pigeons))


def test_a_source_for_a_server_is_read_as_any_other(alice: Owner, listed: None, tmp_path: Path) -> None:
    (tmp_path / "again.eml").write_bytes(MESSAGES[0])
    reading = collect_mail(alice, ["pigeon://loft.example/jobs", tmp_path / "again.eml"])
    assert (reading.messages, reading.new, reading.troubles) == (6, 5, [])
    assert collect_mail(alice, ["pigeon://loft.example/jobs"]).new == 0


def test_what_goes_wrong_on_a_server_is_told_and_the_rest_is_read(alice: Owner, listed: None) -> None:
    reading = collect_mail(alice, ["pigeon://loft.example/storm", "imap://mail.example"])
    assert (reading.messages, len(reading.troubles)) == (5, 2)
    assert "The pigeons are late. Try again." in reading.troubles


def test_the_page_that_brings_mail_takes_its_address(alice: Owner, listed: None) -> None:
    page = door(alice).post("/notice/bring/", {"place": "pigeon://loft.example/jobs"}).content.decode()
    assert "Read 5 messages" in page


def test_a_source_that_breaks_half_way_says_nothing_of_how_far_mail_was_read(alice: Owner, listed: None) -> None:
    collect_mail(alice, ["pigeon://loft.example/storm"])
    alice.refresh_from_db()
    assert alice.mail_read_on is None


def message(day: int) -> bytes:
    head = f"From: Mum <mum@example.org>\nDate: {day:02} Mar 2026 09:00:00 +0000\nSubject: Sunday\n\n"
    return f"{head}Come for lunch on Sunday, love Mum\n".encode()


@pytest.mark.parametrize(("now", "to"), [("2026-03-08T21:00", 8), ("2026-03-30T21:00", 2), ("2026-03-01T21:00", None)])
def test_an_older_copy_counts_silence_to_its_newest_message_only(
    alice: Owner, tmp_path: Path, now: str, to: int | None
) -> None:
    (tmp_path / "one.eml").write_bytes(message(2))
    for _ in range(2):  # and reading it again says the same
        with clock.fixed(now):
            collect_mail(alice, [tmp_path / "one.eml"])
        alice.refresh_from_db()
        assert alice.mail_read_on == (date(2026, 3, to) if to else None)


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_message_that_stands_there_twice_is_new_once(alice: Owner, tmp_path: Path, *, dry_run: bool) -> None:
    for name in ("inbox.eml", "all mail.eml"):
        (tmp_path / name).write_bytes(message(2))
    (tmp_path / "other.eml").write_bytes(message(3))
    reading = collect_mail(alice, [tmp_path], dry_run=dry_run)
    assert (reading.messages, reading.new) == (3, 2)
