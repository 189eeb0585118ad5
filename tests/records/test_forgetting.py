"""Every promise of forgetting in `docs/privacy.md`: what should be gone is looked for byte by byte in the whole folder.

Each row of the table has its way here, by the row's first words: it puts a word of its own where the row says, shows
that the word was there (`yield`), and does what the row says. A row without a way fails, and so does a page that
promises something and stands in no row.
"""

from __future__ import annotations

import re
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.test import Client
from tests.commands import run, start
from tests.filled import SOUND, fill, on_the_morning
from tests.in_folder import in_folder
from tests.people import door
from tests.sealed import sealed

from onward.practice.sound import Sound
from onward_app import clock
from onward_app.collect import collect_mail, take_in_letters
from onward_app.keeping.backups import make_backup
from onward_app.keeping.export import write_export
from onward_app.recordings import RecordingTrouble, recordings_folder
from onward_app.records.models import (
    Change,
    Decision,
    Document,
    Event,
    GivenPacket,
    Helper,
    Interview,
    Kink,
    Lesson,
    Letter,
    Opportunity,
    Owner,
    Part,
    Recording,
    Seen,
    Writing,
)
from onward_app.records.reading.notice import list_waiting_letters
from onward_app.records.reading.recover import TAUGHT
from onward_app.records.tables import create_tables
from onward_app.records.writing.contacts import add_contact, edit_contact, merge_contacts
from onward_app.records.writing.decisions import set_letter_aside
from onward_app.records.writing.documents import keep_document
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.forgetting import overwrite
from onward_app.records.writing.recordings import keep_recording
from onward_app.records.writing.undo import undo_change

forget_set_aside = import_module("onward_app.records.migrations.0007_letters_set_aside").forget_set_aside
pytestmark = pytest.mark.in_file
ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "privacy.md"
ROOMS = ROOT / "src" / "onward_app" / "rooms"
PIECES = ROOT / "src" / "onward_app" / "web" / "templates"
MARK = "Zqmarkerwxk"  # no word of any language, and no part of one
INDEXED = MARK[2:].lower().encode()  # the index leaves out of a word how the word before it begins


def rows() -> dict[str, list[str]]:
    """What each promise of the table is of, and where it is said."""
    lines = [line.strip("| ").split(" | ") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    return {what: said.split(", ") for what, _, said in lines[1:]}


@dataclass
class House:
    """A search in its own folder: Alice's, with something of everything in it."""

    owner: Owner
    client: Client
    folder: Path
    named: dict[str, Any]

    def holds(self) -> list[str]:
        """The files of the folder that have the word in them."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return [path.relative_to(self.folder).as_posix() for path in files if INDEXED in path.read_bytes().lower()]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Iterator[Path]:
    """A folder with a filled search, made once; each test has a copy."""
    place = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patched, django_db_blocker.unblock(), on_the_morning():
        with in_folder(patched, place):
            create_tables()
            fill(Owner.objects.create(name="Alice", made_at=clock.now()))
            overwrite()
        yield place


@pytest.fixture
def house(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: Any, db: None
) -> Iterator[House]:
    folder = tmp_path / "home"
    shutil.copytree(filled, folder)
    with django_db_blocker.unblock(), on_the_morning(), in_folder(monkeypatch, folder):
        owner = Owner.objects.get()
        yield House(
            owner,
            door(owner),
            folder,
            {"interview": Interview.objects.of(owner).order_by("pk").first(), "helper": Helper.objects.of(owner).get()},
        )


def mail(kind: str = "no", *, key: str = "x") -> bytes:
    """A letter that has the word everywhere: in its head, and quoted on many pages of its body."""
    about = "Lunch" if kind == "other" else f"Your application for Therapist at {MARK} Clinic"
    head = f"From: {MARK} Clinic Careers <careers@{MARK}.example>\nTo: me@example.org\nSubject: {about}\n"
    dated = f"Date: Mon, 02 Nov 2026 09:00:00 +0000\nMessage-ID: <{key}@{MARK}.example>\n\n"
    says = LUNCH if kind == "other" else NO
    return (head + dated + says + f"> {MARK} and more of it.\n" * 3000).encode()


LUNCH = (
    "The photos from Sunday are in the album. Grandma looks so happy in the third one. Come for lunch again, and call me "
    "when you are home.\n"
)
NO = f"""Dear Robin,

Thank you for applying for the position of Therapist at {MARK} Clinic. We regret to inform you that we have decided
not to move forward with your application, as we have chosen another candidate.

Kind regards,
{MARK} Clinic Talent Acquisition

"""


# -- the ways --


def a_letter(house: House) -> Iterator[None]:
    letter = _waiting(house, mail())
    yield
    house.client.post(f"/notice/letter/{letter.pk}/no/")


def an_unsure_letter(house: House) -> Iterator[None]:
    letter = _waiting(house, mail())
    yield
    told = {"kind": "other", "job": "", "employer": "", "role": ""}
    assert house.client.post(f"/notice/letter/{letter.pk}/", told).status_code == 302


def _waiting(house: House, raw: bytes) -> Letter:
    """A letter that was left waiting, as reading leaves one that it can't tell; and a change that quotes its subject."""
    take_in_letters(house.owner, [raw])
    letter = Letter.objects.get(owner=house.owner, sender__icontains=MARK)
    Letter.objects.filter(pk=letter.pk).update(unsure=True, verdict=letter.verdict | {"unsure": True})
    Opportunity.objects.filter(owner=house.owner, employer__icontains=MARK).delete()
    file_letters(house.owner, everything=True)
    said = f"You said that “{letter.subject[:80]}” is: a no."  # as an earlier version had it
    Change.objects.create(owner=house.owner, intention="notice.decide", at=clock.now(), summary=said)
    letter.refresh_from_db()
    assert letter.waiting
    return letter


def a_job(house: House) -> Iterator[None]:
    take_in_letters(house.owner, [mail()])
    event = Event.objects.get(owner=house.owner, letter=Letter.objects.get(sender__icontains=MARK).key)
    assert MARK in event.opportunity.employer
    house.client.get(f"/recover/no/{event.pk}/")  # which begins a day, and says whose no it was
    assert Change.objects.filter(summary__contains=MARK).exists()
    yield
    set_letter_aside(house.owner, Letter.objects.get(sender__icontains=MARK))
    assert not Opportunity.objects.filter(pk=event.opportunity_id).exists()


def mail_about_other_things(house: House) -> Iterator[None]:
    place = house.folder.parent / "lunch.eml"
    place.write_bytes(mail("other"))
    assert collect_mail(house.owner, [place]).messages == 1
    assert Seen.objects.filter(kind="other").exists()
    yield from ()


def a_dropped_file(house: House) -> Iterator[None]:
    dropped = SimpleUploadedFile(f"{MARK}.eml", mail("other"))
    assert house.client.post("/notice/bring/", {"mail": [dropped], "place": ""}).status_code == 200
    yield from ()


def a_dry_run(house: House) -> Iterator[None]:
    place = house.folder.parent / "no.eml"
    place.write_bytes(mail())
    connections["default"].close()
    code, said, _ = run(house.folder, "read", "--dry-run", str(place))
    assert (code, "nothing was stored" in said) == (0, True)
    yield from ()


def what_notice_says(house: House) -> Iterator[None]:
    place = house.folder.parent / "no.eml"
    place.write_bytes(mail())
    assert "rejection" in run(house.folder, "notice", str(place))[1]
    yield from ()


def a_transcript(house: House) -> Iterator[None]:
    add = f"/debrief/interview/{house.named['interview'].pk}/transcript/add/"
    told = f"Dana: How was your week?\n{MARK}: It went well, thank you.\n" * 400
    first = house.client.post(add, {"text": told, "name": f"{MARK}.txt"})
    if first.status_code == 200:
        first = house.client.post(add, {"text": told, "name": f"{MARK}.txt"} | sealed(first))
    pk = re.search(r"/transcript/(\d+)/", first.headers["Location"])
    assert pk is not None
    house.client.post(f"/debrief/transcript/{pk[1]}/who/", {"candidate": MARK})
    row = Change.objects.filter(owner=house.owner, intention="debrief.transcript").first()
    assert row is not None
    Change.objects.filter(pk=row.pk).update(summary=f"You are {MARK} in this transcript.")  # as it was said once
    other = told.replace("well", "badly")
    again = house.client.post(f"/debrief/transcript/{pk[1]}/edit/", {"text": other, "name": ""})
    if again.status_code == 200:
        again = house.client.post(f"/debrief/transcript/{pk[1]}/edit/", {"text": other, "name": ""} | sealed(again))
    new = re.search(r"/transcript/(\d+)/", again.headers["Location"])
    assert new is not None
    yield
    assert house.client.post(f"/debrief/transcript/{new[1]}/delete/").status_code == 302


def a_recording(house: House) -> Iterator[None]:
    sound = SOUND + MARK.encode() * 9000
    row = keep_recording(house.owner, chunks=[sound], sort=Sound.WEBM, card=None, question="Why us?", seconds=9)
    yield
    assert house.client.post(f"/practice/recordings/{row.pk}/delete/").status_code == 302
    assert row.name not in str([path.read_bytes() for path in house.folder.glob("onward.sqlite3*")])


def a_document(house: House) -> Iterator[None]:
    """Its name and what is in it, in a backup as well."""
    job = Opportunity.objects.of(house.owner).first()
    keep_document(house.owner, job, name=f"{MARK}.txt", chunks=[MARK.encode()])
    make_backup()
    row = Document.objects.of(house.owner).get(opportunity=job, name=f"{MARK}.txt")
    assert len([name for name in house.holds() if name.endswith(row.key)]) == 2
    yield
    assert house.client.post(f"/jobs/documents/{row.pk}/delete/").status_code == 302


def somebody(house: House) -> Iterator[None]:
    """What is known of them, what they were called before, and one who was merged into them."""
    job = Opportunity.objects.of(house.owner).first()
    row, _ = add_contact(house.owner, name=f"Ada {MARK}", reach=f"{MARK}@mail.example", job=job)
    edit_contact(house.owner, row, name="Ada", notes=MARK)
    twice, _ = add_contact(house.owner, name=f"A. {MARK}")
    merge_contacts(house.owner, row, twice)
    make_backup()
    yield
    assert house.client.post(f"/people/{row.pk}/delete/").status_code == 302


def a_cut_off_upload(house: House) -> Iterator[None]:
    def chunks() -> Iterator[bytes]:
        yield SOUND + MARK.encode() * 9000
        raise RecordingTrouble("The connection ended.")

    count = len(list(recordings_folder().iterdir()))
    with pytest.raises(RecordingTrouble):
        keep_recording(house.owner, chunks=chunks(), sort=Sound.WEBM, card=None, question="", seconds=None)
    assert len(list(recordings_folder().iterdir())) == count
    assert not Recording.objects.filter(question="").exists()
    yield from ()


def what_it_taught(house: House) -> Iterator[None]:
    for words in (f"{MARK}, first.", f"{MARK} is what I learned. " * 300, "", f"And {MARK} once more."):
        assert house.client.post("/recover/lessons/taught/", {"words": words}).status_code == 302
    yield
    assert "can’t be undone" in house.client.get("/recover/lessons/taught/delete/").content.decode()
    house.client.post("/recover/lessons/taught/delete/")
    assert not Lesson.objects.filter(owner=house.owner, words__contains=MARK).exists()


def words_burnt_at_once(house: House) -> Iterator[None]:
    for place in ("/values/what-matters/", "/recover/writing/"):
        said = house.client.post(place, {"text": f"{MARK} is why.", "about": ["honest"], "say": "burn"})
        assert said.status_code == 302
        assert "Nothing of it was kept" in house.client.get(said["Location"]).content.decode()
    yield from ()


def words_burnt_later(house: House) -> Iterator[None]:
    house.client.post("/recover/writing/", {"text": f"{MARK} is why.", "say": "keep"})
    house.client.post("/values/what-matters/", {"text": f"{MARK} is why. " * 900, "about": ["honest"], "say": "keep"})
    yield
    for row in Writing.objects.filter(owner=house.owner):
        room = "values/what-matters" if row.sort == "matters" else "recover/writing"
        assert house.client.post(f"/{room}/{row.pk}/burn/").status_code == 302


def a_packets_record(house: House) -> Iterator[None]:
    helper, kink = house.named["helper"], Kink.objects.of(house.owner).filter(strength=False).first()
    assert kink is not None
    told = {"items": [f"kink-{kink.pk}"], "asks": f"{MARK}? " * 60, "by": MARK, "stale_on": "2026-12-01", "do": "make"}
    made = house.client.post(f"/helpers/{helper.pk}/packet/", told)
    pk = re.search(r"/packet/(\d+)/", made.headers["Location"])
    assert pk is not None
    row = GivenPacket.objects.get(pk=pk[1])
    mail = f"Comments on packet {row.code}\nFrom: {MARK}\n\n[1]\n" + f"{MARK} says so. " * 200
    assert house.client.post("/helpers/comments/", {"text": mail}).status_code == 302
    yield
    assert house.client.post(f"/helpers/packet/{row.pk}/forget/").status_code == 302


def a_coachs_page(house: House) -> Iterator[None]:
    folder = house.folder.parent / "packets"
    folder.mkdir()
    (folder / "a.html").write_text(f"<p>{MARK}</p>")
    connections["default"].close()
    assert "1 that can’t be read" in run(house.folder, "coach", str(folder))[1]
    yield from ()


def days_of_a_limit(house: House) -> Iterator[None]:
    job = Opportunity.objects.of(house.owner).first()
    assert job is not None
    told = {"place": "Germany", "no": "2026-11-02", "act": MARK}
    assert house.client.post(f"/ask/discrimination/{job.pk}/", told).status_code == 200
    yield from ()


def an_invitation(house: House) -> Iterator[None]:
    event = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:{MARK}\nSUMMARY:{MARK} and Robin\n"
    event += f"DTSTART:20261120T100000Z\nDTEND:20261120T110000Z\nDESCRIPTION:{MARK}\nEND:VEVENT\nEND:VCALENDAR\n"
    shown = house.client.post("/debrief/interview/calendar/", {"file": SimpleUploadedFile("a.ics", event.encode())})
    assert MARK in shown.content.decode()
    yield from ()


def a_spreadsheet(house: House) -> Iterator[None]:
    text = f"employer,role,status,date\n{MARK},Counselor,applied,2026-10-01\n"
    assert MARK in house.client.post("/jobs/import/", {"text": text}).content.decode()
    yield from ()


def an_export(house: House) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched, in_folder(patched, house.folder.parent / "elsewhere"):
        (house.folder.parent / "elsewhere").mkdir()
        create_tables()
        other = Owner.objects.create(made_at=clock.now())
        Opportunity.objects.create(owner=other, employer=MARK)
        raw = write_export(house.folder.parent / "search.zip").place.read_bytes()
    shown = house.client.post("/data/arrive/", {"file": SimpleUploadedFile("search.zip", raw)})
    assert "Put it in place" in shown.content.decode()
    assert house.holds()
    assert house.client.post("/data/arrive/", {"do": "no"}).status_code == 302
    yield from ()


def a_pack(house: House) -> Iterator[None]:
    pack = f'key = "mine"\nname = "{MARK}"\n[[family]]\nkey = "a"\nname = "A"\n[[family.question]]\nask = "{MARK}?"\n'
    file = SimpleUploadedFile("mine.toml", (pack + 'points = ["One.", "Two.", "Three."]\n').encode())
    assert MARK in house.client.post("/practice/packs/add/", {"file": file}).content.decode()
    yield from ()


def heavy_words(house: House) -> Iterator[None]:
    for place in (f"/jobs/{house.named['interview'].opportunity_id}/event/", "/recover/kind-words/", "/jobs/add/"):
        told = {"kind": "note", "on": "2026-11-10", "note": f"{MARK}. I want to kill myself."}
        told |= {"text": told["note"], "employer": told["note"]}
        assert "Call or text 988" in house.client.post(place, told).content.decode()
    connections["default"].close()
    code, _, said = run(house.folder, "event", "1", "note", "--note", f"{MARK}. I want to kill myself.")
    assert (code, "Call or text 988" in said) == (1, True)
    yield from ()


def client_words(house: House) -> Iterator[None]:
    told = {"text": f"My client Maria Lopez, 34, {MARK}."}
    assert "could point to a client" in house.client.post("/recover/kind-words/", told).content.decode()
    yield from ()


def talk(house: House) -> Iterator[None]:
    assert house.client.get(f"/talk/?from={MARK}").status_code == 200
    yield from ()


def a_search(house: House) -> Iterator[None]:
    for place in ("jobs", "find"):
        assert house.client.get(f"/{place}/?q={MARK}").status_code == 200
    yield from ()


def the_example(house: House) -> Iterator[None]:
    apart = house.folder.parent / "apart"
    apart.mkdir()
    shown = start(house.folder, "demo", "--no-browser", TMPDIR=str(apart), PYTHONUNBUFFERED="1")
    assert shown.stdout is not None
    assert b"Onward is open at" in shown.stdout.readline()
    (folder,) = apart.glob("onward-demo-*")
    shown.send_signal(signal.SIGINT)
    shown.communicate(timeout=60)
    assert not folder.exists()
    yield from ()


def everything(house: House) -> Iterator[None]:
    job = house.named["interview"].opportunity_id
    told = {"kind": "note", "on": "2026-11-10", "note": f"{MARK} said so. " * 300}
    assert house.client.post(f"/jobs/{job}/event/", told).status_code == 302
    (house.folder / "packs").mkdir()
    (house.folder / "packs" / "mine.toml").write_text(MARK)
    sound = SOUND + MARK.encode() * 9000
    keep_recording(house.owner, chunks=[sound], sort=Sound.WEBM, card=None, question=MARK, seconds=9)
    yield
    assert house.client.post("/data/delete/").status_code == 302


def an_offer_letter(house: House) -> Iterator[None]:
    job = house.named["interview"].opportunity_id
    letter = f"Your salary is $62,000 a year. {MARK} is your start date: January 4. {MARK}"
    told = {"file": SimpleUploadedFile("a.txt", letter.encode())}
    assert MARK in house.client.post(f"/values/job/{job}/letter/", told).content.decode()
    assert MARK in house.client.post(f"/values/job/{job}/letter/", {"text": letter}).content.decode()
    yield from ()


def password_of_a_server(house: House) -> Iterator[None]:
    told = {"address": "sam@home.example", "password": MARK, "host": "127.0.0.1:1", "scheme": "smtps"}
    assert "Nothing answers" in house.client.post("/ask/server/", told).content.decode()
    yield from ()


WAYS: dict[str, Callable[[House], Iterator[None]]] = {
    "a letter that you say is not about a job": a_letter,
    "an unsure letter that you say is something else": an_unsure_letter,
    "a job that only such a letter spoke of": a_job,
    "mail about other things": mail_about_other_things,
    "a mail file that you dropped": a_dropped_file,
    "`onward read --dry-run`": a_dry_run,
    "`onward notice`": what_notice_says,
    "a transcript that you delete": a_transcript,
    "a recording that you delete": a_recording,
    "a document that you delete": a_document,
    "somebody of your people whom you delete": somebody,
    "a recording whose upload is cut off": a_cut_off_upload,
    "what this search taught you, deleted": what_it_taught,
    "what you wrote for yourself, burnt at once": words_burnt_at_once,
    "what you wrote for yourself, kept and burnt later": words_burnt_later,
    "the record of a packet, deleted": a_packets_record,
    "`onward coach`": a_coachs_page,
    "the days you say where it may have been discrimination": days_of_a_limit,
    "an invitation that you looked at": an_invitation,
    "an offer letter that you had read": an_offer_letter,
    "a spreadsheet that you looked at": a_spreadsheet,
    "an export that you looked at and said no to": an_export,
    "a pack that you looked at": a_pack,
    "words about hurting yourself": heavy_words,
    "words that could point to a client": client_words,
    "the page “Need to talk to someone now?”": talk,
    "a word that you look for": a_search,
    "the password of a mailbox or of the server that you send through": password_of_a_server,
    "everything, with one button": everything,
    "the example search": the_example,
}


def test_each_promise_has_its_way_and_each_way_its_promise() -> None:
    assert list(rows()) == list(WAYS)


@pytest.mark.parametrize("what", WAYS)
def test_what_should_be_gone_is_in_no_byte_of_the_folder(house: House, what: str) -> None:
    way = WAYS[what](house)
    kept = next(way, way) is None
    assert not kept or house.holds(), "the word was never there, so nothing is shown by its being gone"
    if kept:
        make_backup()
        assert [name for name in house.holds() if (house.folder / name).parent != house.folder]
    for _ in way:
        pytest.fail("a way shows once that the word is there")
    assert house.holds() == []


def test_deleting_as_it_was_would_be_found(house: House) -> None:
    """Taken out of the table alone, the text is still in what waits beside the file."""
    letter = _waiting(house, mail())
    Letter.objects.filter(pk=letter.pk).delete()
    assert house.holds() != []


def test_the_index_alone_would_still_hold_the_words_of_a_row_that_went(house: House) -> None:
    """FTS5 only notes that a row is gone; its words go when the index is merged, as forgetting does."""
    letter = _waiting(house, mail())
    overwrite()  # into the one part of the index that is older
    Letter.objects.filter(pk=letter.pk).delete()
    Change.objects.filter(owner=house.owner, summary__contains=MARK).delete()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert house.holds() == ["onward.sqlite3"]
    overwrite()
    assert house.holds() == []


def test_the_file_is_written_anew_so_that_no_copy_of_a_moved_row_stays(house: House) -> None:
    """Overwriting a row where it stands isn't enough: SQLite moves rows about and may leave copies in free room."""
    letter = _waiting(house, mail())
    assert house.client.post(f"/notice/letter/{letter.pk}/no/").status_code == 302
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA freelist_count").fetchone() == (0,)


# -- what pages promise --

PROMISE = re.compile(
    r"for good|[Dd]elet(?:e|es|ed|ing)\b|[Nn]othing (?:of (?:it|them) )?is (?:kept|stored)|not kept|[Kk]eeps? nothing|stores? nothing"
    r"|thrown away|leaves nothing|really deletes|is gone when"
)
HARMLESS = {
    "recover/kind_words.html": "nothing is kept there yet",
    "docs/index.md": "where to read about it",
    "docs/host-it.md": "which browsers keep nothing at all",
    "pieces/kept_here.html": "what a private window would lose, and that a copy helps",
    "docs/export-format.md": "what stays of it in a file that is taken out",
    "docs/privacy.md": "the table itself",
    "docs/speed.md": "in which state something was measured",
    "docs/trust.md": "what was attacked and how often",
    "docs/promises.md": "which test holds what is promised elsewhere",
    "docs/other-programs.md": "what no other program may do",
}
TAGS = re.compile(r"{%.*?%}|{{.*?}}|<[^>]*>", re.DOTALL)


def pages() -> Iterator[tuple[str, str]]:
    """Every page and every document, with what it says."""
    for root in (ROOMS, PIECES):
        for path in root.rglob("*.html"):
            yield path.relative_to(root).as_posix(), " ".join(TAGS.sub(" ", path.read_text("utf-8")).split())
    for path in (ROOT / "docs").glob("*.md"):
        yield f"docs/{path.name}", path.read_text("utf-8")


def test_a_page_that_promises_to_forget_stands_in_a_row() -> None:
    named = {place for said in rows().values() for place in said} | HARMLESS.keys()
    promising = [place for place, text in pages() if PROMISE.search(text)]
    assert [place for place in promising if place not in named] == []
    assert len(promising) > 20


def test_every_place_that_a_row_names_is_there() -> None:
    there = {place for place, _ in pages()}
    assert [place for said in rows().values() for place in said if place not in there] == []


# -- not about a job, and undo --


def test_it_is_said_before_and_after_that_undo_brings_no_text_back(house: House) -> None:
    letter = _waiting(house, mail())
    letter.refresh_from_db()
    for place in ("/notice/", f"/notice/letter/{letter.pk}/"):
        assert "Undo takes back what you said, not the text" in " ".join(
            house.client.get(place).content.decode().split()
        )
    after = house.client.post(f"/notice/letter/{letter.pk}/no/", follow=True).content.decode()
    assert "Set aside the letter of" in after
    assert "undoing doesn’t bring it back" in after
    assert MARK not in after
    done = Change.objects.filter(owner=house.owner, intention="notice.aside").get()
    undone = house.client.post(f"/changes/{done.pk}/undo/", follow=True).content.decode()
    assert "Read that mail again, and the letter is here again." in undone


def test_after_an_undo_the_same_mail_is_read_anew(house: House) -> None:
    letter = _waiting(house, mail())
    done = set_letter_aside(house.owner, letter)
    take_in_letters(house.owner, [mail()])
    assert not Letter.objects.filter(key=letter.key).exists()
    undone = undo_change(house.owner, done)
    assert not Letter.objects.filter(key=letter.key).exists()
    take_in_letters(house.owner, [mail()])
    assert Letter.objects.filter(key=letter.key).exists()
    undo_change(house.owner, undone)  # which says again that it isn't about a job
    assert not Letter.objects.filter(key=letter.key).exists()
    assert house.holds() == []
    take_in_letters(house.owner, [mail()])
    assert not Letter.objects.filter(key=letter.key).exists()


def test_of_a_letter_set_aside_a_fingerprint_a_kind_and_a_day_stay(house: House) -> None:
    letter = _waiting(house, mail())
    set_letter_aside(house.owner, letter)
    assert Seen.objects.get(owner=house.owner, key=letter.key).on == date(2026, 11, 2)
    assert Decision.objects.of(house.owner).get(key=letter.key).no_job


def test_a_job_where_the_person_did_something_stays(house: House) -> None:
    take_in_letters(house.owner, [mail()])
    letter = Letter.objects.get(sender__icontains=MARK)
    job = Event.objects.get(owner=house.owner, letter=letter.key).opportunity
    Opportunity.objects.filter(pk=job.pk).update(notes="Call Pat about it.")
    set_letter_aside(house.owner, letter)
    assert Opportunity.objects.filter(pk=job.pk, stands=True).exists()
    assert not Event.objects.of(house.owner).filter(opportunity=job).exists()


def test_the_other_letters_of_a_job_stay_with_it(house: House) -> None:
    take_in_letters(house.owner, [mail(), mail(key="y").replace(b"09:00", b"10:00")])
    first, second = Letter.objects.filter(sender__icontains=MARK).order_by("at")
    set_letter_aside(house.owner, first)
    second.refresh_from_db()
    assert second.opportunity is not None
    assert Event.objects.of(house.owner).get(opportunity=second.opportunity).letter == second.key


def test_what_a_letter_set_aside_leaves_of_changes_can_still_be_undone(house: House) -> None:
    take_in_letters(house.owner, [mail()])
    set_letter_aside(house.owner, Letter.objects.get(sender__icontains=MARK))
    for record in Change.objects.filter(owner=house.owner, undoes=None, undone_by=None).order_by("-pk")[:3]:
        undo_change(house.owner, record)
    file_letters(house.owner, everything=True)
    assert house.holds() == []
    assert not list_waiting_letters(house.owner).filter(sender__icontains=MARK).exists()


def test_a_file_that_kept_such_a_letter_loses_it_when_it_is_brought_up_to_date(house: House) -> None:
    letter = _waiting(house, mail())
    said = f"Set aside “{letter.subject[:80]}”: not about a job."
    Change.objects.create(owner=house.owner, intention="notice.decide", at=clock.now(), summary=said)
    Decision.objects.create(owner=house.owner, key=letter.key, kind="other", no_job=True)
    forget_set_aside(apps, None)
    assert house.holds() == []
    assert not Letter.objects.filter(key=letter.key).exists()
    assert Change.objects.filter(summary="Set aside the letter: not about a job.").exists()


def test_nothing_of_the_parts_of_a_deleted_row_is_left(house: House) -> None:
    house.client.post("/recover/lessons/taught/", {"words": "First."})
    house.client.post("/recover/lessons/taught/", {"words": "Second."})
    ids = list(Lesson.objects.filter(owner=house.owner, name=TAUGHT).values_list("pk", flat=True))
    house.client.post("/recover/lessons/taught/delete/")
    assert not Part.objects.filter(table="lesson", row__in=ids).exists()
