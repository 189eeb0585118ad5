"""An mbox that grew is read from where it stopped, a Maildir by its new names; what else became of them is said."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from tests.sources.places import MESSAGES, maildir, mbox_of

from onward_app import clock, collect
from onward_app.collect import Reading, collect_mail
from onward_app.records.models import Letter, MailMark, Owner, Seen
from onward_app.records.writing.mail_marks import forget_disk_marks

pytestmark = pytest.mark.django_db

MORE = b"From: Ana <ana@clinic.example>\nTo: sam@home.example\nSubject: More\nDate: Sun, 8 Nov 2026 09:00:00 +0000\n\nMore.\n"


@pytest.fixture(autouse=True)
def _evening() -> object:
    with clock.fixed("2026-11-09T20:00"):
        yield


@pytest.fixture
def me() -> Owner:
    return Owner.objects.create(name="Alice", made_at=datetime.now(clock.now().tzinfo))


@pytest.fixture
def box(tmp_path: Path) -> Path:
    path = tmp_path / "mail.mbox"
    path.write_bytes(mbox_of(*MESSAGES[:3]))
    return path


def test_a_grown_mbox_is_read_from_where_it_stopped(me: Owner, box: Path) -> None:
    assert collect_mail(me, [box]).messages == 3
    with box.open("ab") as file:
        file.write(mbox_of(MESSAGES[3]))
    again = collect_mail(me, [box])
    assert (again.messages, again.new, again.notes) == (1, 1, [])
    assert again.passed_over


def test_one_that_did_not_grow_has_nothing_new_and_still_counts_as_read_to_its_last_day(me: Owner, box: Path) -> None:
    collect_mail(me, [box])
    read_on = Owner.objects.get().mail_read_on
    again = collect_mail(me, [box])
    assert (again.messages, again.notes, again.troubles) == (0, [], [])
    assert Owner.objects.get().mail_read_on == read_on
    assert again.newest is not None


def test_whoever_asks_for_all_of_it_gets_all_of_it(me: Owner, box: Path) -> None:
    collect_mail(me, [box])
    assert collect_mail(me, [box], anew=True).messages == 3
    assert collect_mail(me, [box], dry_run=True).messages == 3


def test_it_is_told_which_message_is_odd_by_its_place_in_the_whole_file(me: Owner, box: Path) -> None:
    collect_mail(me, [box])
    with box.open("ab") as file:
        file.write(mbox_of(MESSAGES[3]) + mbox_of(MESSAGES[4])[:-40])
    reading = collect_mail(me, [box])
    assert "ends in the middle of its last message" in reading.troubles[0]
    assert reading.messages == 2


def test_a_message_that_was_cut_off_is_read_when_it_is_whole(me: Owner, box: Path) -> None:
    whole = mbox_of(*MESSAGES)
    box.write_bytes(whole[:-40])
    collect_mail(me, [box])
    box.write_bytes(whole)
    again = collect_mail(me, [box])
    assert (again.messages, again.new, again.troubles) == (1, 1, [])


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (mbox_of(*MESSAGES[1:3]), "is smaller than when it was last read"),
        (mbox_of(*MESSAGES[1:5]), "was changed above the place where reading stopped last"),
        (mbox_of(*MESSAGES[:3]) + b"and it goes on\n", "was changed above the place where reading stopped last"),
    ],
    ids=["shrunk", "rewritten", "goes on in the middle"],
)
def test_one_that_did_more_than_grow_is_read_whole_and_that_is_said(
    me: Owner, box: Path, left: bytes, said: str
) -> None:
    collect_mail(me, [box])
    kept = Letter.objects.count()
    box.write_bytes(left)
    reading = collect_mail(me, [box])
    assert said in reading.notes[0]
    assert reading.messages == left.count(b"\nMessage-ID")
    assert Letter.objects.count() >= kept


def test_one_that_was_emptied_is_said_to_have_held_mail(me: Owner, box: Path) -> None:
    collect_mail(me, [box])
    kept = Seen.objects.count()
    box.write_bytes(b"")
    reading = collect_mail(me, [box])
    assert "When it was last read there was mail in it" in reading.troubles[0]
    assert Seen.objects.count() == kept


def test_a_file_that_was_never_read_is_not_said_to_have_held_mail(me: Owner, box: Path) -> None:
    box.write_bytes(b"")
    assert "last read" not in collect_mail(me, [box]).troubles[0]


def test_what_a_new_model_would_read_otherwise_is_read_from_its_start(
    me: Owner, box: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collect_mail(me, [box])
    monkeypatch.setattr("onward_app.resuming.reading_version", lambda: "another")
    assert collect_mail(me, [box]).messages == 3


def test_after_letters_left_the_ledger_the_mbox_is_read_from_its_start(me: Owner, box: Path) -> None:
    collect_mail(me, [box])
    forget_disk_marks(me)
    assert collect_mail(me, [box]).messages == 3


@pytest.mark.parametrize("make", [lambda path: path / "mail.mbox", maildir], ids=["mbox", "Maildir"])
def test_killed_half_way_the_next_reading_gets_all_the_rest(
    me: Owner, box: Path, make: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(make)
    place = make(box.parent)
    monkeypatch.setattr(collect, "BATCH", 1)
    steps: list[int] = []

    def stop(*_: object) -> None:
        steps.append(1)
        if len(steps) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        collect_mail(me, [place], progress=stop)
    assert not MailMark.objects.exists()
    first = Seen.objects.count()
    rest = collect_mail(me, [place])
    assert rest.new == Seen.objects.count() - first
    assert collect_mail(me, [place]).messages == 0
    assert Seen.objects.count() == (5 if place.is_dir() else 3)


def _place(reading: Reading) -> tuple[int, list[str]]:
    return reading.messages, reading.notes


def test_a_maildir_is_read_by_its_new_names(me: Owner, tmp_path: Path) -> None:
    place = maildir(tmp_path)
    assert collect_mail(me, [place]).messages == 5
    (place / "new" / "9.host").write_bytes(MORE)
    assert _place(collect_mail(me, [place])) == (1, [])
    (place / "new" / "9.host").rename(place / "cur" / "9.host:2,S")  # opened in a mail program
    assert _place(collect_mail(me, [place])) == (0, [])


def test_names_that_are_gone_are_said_once(me: Owner, tmp_path: Path) -> None:
    place = maildir(tmp_path)
    collect_mail(me, [place])
    (place / "cur" / "1.host:2,S").unlink()
    (place / ".Jobs" / "new" / "5.host").unlink()
    said = ["Since “Maildir” was last read, 2 messages went from it. What was read of them stays."]
    assert _place(collect_mail(me, [place])) == (0, said)
    assert _place(collect_mail(me, [place])) == (0, [])


def test_a_maildir_that_was_emptied_is_said_to_be(me: Owner, tmp_path: Path) -> None:
    place = maildir(tmp_path)
    collect_mail(me, [place])
    for file in [*place.glob("*/*.host*"), *place.glob(".Jobs/*/*.host*")]:
        file.unlink()
    reading = collect_mail(me, [place])
    assert "is empty now" in reading.notes[0]
    assert (reading.messages, reading.troubles) == (0, [])
