"""An mbox that grew is read from where it stopped, a Maildir by its new names, inside a folder or an archive too; what
else became of them is said.
"""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from tests.sources.places import MESSAGES, maildir, mbox_of, takeout_tgz

from onward_app import batches, clock
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
    monkeypatch.setattr(batches, "BATCH", 1)
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


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """A folder with a mailbox of each kind in it: an mbox, a letter, a Maildir, and a Takeout."""
    folder = tmp_path / "Downloads"
    (folder / "mail").mkdir(parents=True)
    (folder / "mail" / "Jobs").write_bytes(mbox_of(MESSAGES[0], MESSAGES[1]))
    (folder / "letter.eml").write_bytes(MESSAGES[2])
    maildir(folder / "mail")
    pack(folder / "takeout.zip", Inbox=MESSAGES[3:4], Sent=MESSAGES[4:5])
    return folder


def pack(path: Path, **boxes: tuple[bytes, ...]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, messages in boxes.items():
            archive.writestr(f"Takeout/Mail/{name}.mbox", mbox_of(*messages))


def test_what_lies_inside_a_folder_is_read_once(me: Owner, downloads: Path) -> None:
    assert collect_mail(me, [downloads]).messages == 10
    again = collect_mail(me, [downloads])
    assert (_place(again), again.passed_over, again.troubles) == ((0, []), True, [])
    assert collect_mail(me, [downloads], anew=True).messages == 10


def test_of_what_grew_inside_a_folder_the_new_is_read(me: Owner, downloads: Path) -> None:
    collect_mail(me, [downloads])
    with (downloads / "mail" / "Jobs").open("ab") as file:
        file.write(mbox_of(MORE))
    (downloads / "mail" / "Maildir" / "new" / "9.host").write_bytes(MORE.replace(b"More", b"Then"))
    (downloads / "later.eml").write_bytes(MORE.replace(b"More", b"Late"))
    assert _place(collect_mail(me, [downloads])) == (3, [])
    assert _place(collect_mail(me, [downloads])) == (0, [])


def test_a_letter_that_was_saved_again_is_read_again(me: Owner, downloads: Path) -> None:
    collect_mail(me, [downloads])
    (downloads / "letter.eml").write_bytes(MORE)
    assert _place(collect_mail(me, [downloads])) == (1, [])


def test_a_mailbox_inside_a_folder_that_did_more_than_grow_is_said(me: Owner, downloads: Path) -> None:
    collect_mail(me, [downloads])
    (downloads / "mail" / "Jobs").write_bytes(mbox_of(MESSAGES[1]))
    reading = collect_mail(me, [downloads])
    assert reading.messages == 1
    assert "“Jobs” is smaller than when it was last read" in reading.notes[0]


def test_what_went_from_a_folder_is_said_once(me: Owner, downloads: Path) -> None:
    collect_mail(me, [downloads])
    (downloads / "mail" / "Jobs").write_bytes(b"")
    (downloads / "letter.eml").unlink()
    said = ["Since “Downloads” was last read, 2 files with mail went from it. What was read of them stays."]
    assert _place(collect_mail(me, [downloads])) == (0, said)
    assert _place(collect_mail(me, [downloads])) == (0, [])


def test_a_folder_that_was_emptied_is_said_to_be(me: Owner, tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "a.eml").write_bytes(MESSAGES[0])
    collect_mail(me, [tmp_path / "mail"])
    (tmp_path / "mail" / "a.eml").unlink()
    reading = collect_mail(me, [tmp_path / "mail"])
    assert "“mail” is empty now" in reading.notes[0]
    assert reading.troubles == []


def test_of_a_takeout_that_was_put_in_the_place_of_another_what_is_new_is_read(me: Owner, tmp_path: Path) -> None:
    place = tmp_path / "takeout.zip"
    pack(place, Inbox=MESSAGES[:2], Sent=MESSAGES[2:3])
    assert collect_mail(me, [place]).messages == 3
    assert _place(collect_mail(me, [place])) == (0, [])
    pack(place, Inbox=MESSAGES[:2], Sent=MESSAGES[2:4])
    reading = collect_mail(me, [place])
    assert (reading.messages, reading.new) == (2, 1)
    assert "“Sent.mbox” in “takeout.zip” isn’t what it was" in reading.notes[0]


def test_a_tgz_is_read_again_only_when_it_is_another(me: Owner, tmp_path: Path) -> None:
    place = takeout_tgz(tmp_path)
    read = collect_mail(me, [place]).messages
    assert (read > 0, _place(collect_mail(me, [place]))) == (True, (0, []))


def test_what_can_not_be_read_now_goes_on_where_it_stopped_once_it_can(
    me: Owner, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collect_mail(me, [downloads])
    with monkeypatch.context() as broken:
        broken.setattr("onward_app.sources.mbox.find_extent", _refuse)
        assert "could not be read" in collect_mail(me, [downloads]).troubles[0]
    assert _place(collect_mail(me, [downloads])) == (0, [])


def _refuse(*_: object) -> None:
    raise OSError(5, "Input/output error")


def test_a_path_longer_than_a_mark_may_be_is_known_again(me: Owner, tmp_path: Path) -> None:
    deep = tmp_path.joinpath("mail", *["a" * 90] * 4)
    deep.mkdir(parents=True)
    (deep / "mail.mbox").write_bytes(mbox_of(*MESSAGES[:2]))
    assert collect_mail(me, [tmp_path / "mail"]).messages == 2
    assert _place(collect_mail(me, [tmp_path / "mail"])) == (0, [])
    assert max(map(len, MailMark.objects.values_list("folder", flat=True))) <= 500
