"""Letters that were saved as something else than mail, and mail that lies in archives and folders."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.sources.places import MESSAGES, mbox_of, takeout_tgz, takeout_zip

from onward.notice.message.letter import Letter, parse_letter
from onward_app.sources import Found, SourceTrouble, Trouble, open_source

CASES = Path(__file__).parent / "cases"
BODY = "Dear Robin,\r\n\r\nUnfortunately, we have decided to move forward with another candidate.\r\n\r\nMara Quill\r\n"


def letters(place: Path) -> list[Letter]:
    items = list(open_source(place))
    assert not [item for item in items if isinstance(item, Trouble)]
    return [parse_letter(item.raw) for item in items if isinstance(item, Found)]


def saved(*lines: str, body: str = BODY) -> str:
    return "\r\n".join((*lines, "", body))


OUTLOOK = {
    "en": (
        "From:\tMara Quill <mara@l.example>",
        "Sent:\tThursday, October 29, 2026 11:05 AM",
        "To:\tRobin",
        "Subject:\tTherapist",
    ),
    "de": (
        "Von:\tMara Quill <mara@l.example>",
        "Gesendet:\tDonnerstag, 29. Oktober 2026 11:05",
        "An:\tRobin",
        "Betreff:\tTherapist",
    ),
    "fr": (
        "De :\tMara Quill <mara@l.example>",
        "Envoyé :\tjeudi 29 octobre 2026 11:05",
        "À :\tRobin",
        "Objet :\tTherapist",
    ),
    "fr, hard blanks": (
        "De\u00a0:\tMara Quill <mara@l.example>",
        "Envoyé\u00a0:\tjeudi 29 octobre 2026 11:05",
        "À\u00a0:\tRobin",
        "Objet\u00a0:\tTherapist",
    ),
    "es": (
        "De:\tMara Quill <mara@l.example>",
        "Enviado el:\tjueves, 29 de octubre de 2026 11:05",
        "Para:\tRobin",
        "Asunto:\tTherapist",
    ),
    "it": (
        "Da:\tMara Quill <mara@l.example>",
        "Inviato:\tgiovedì 29 ottobre 2026 11:05",
        "A:\tRobin",
        "Oggetto:\tTherapist",
    ),
    "pt": (
        "De:\tMara Quill <mara@l.example>",
        "Enviado:\tquinta-feira, 29 de outubro de 2026 11:05",
        "Para:\tRobin",
        "Assunto:\tTherapist",
    ),
    "pt, a": (
        "De:\tMara Quill <mara@l.example>",
        "Enviada em:\tquinta-feira, 29 de outubro de 2026 11:05",
        "Para:\tRobin",
        "Assunto:\tTherapist",
    ),
    "nl": (
        "Van:\tMara Quill <mara@l.example>",
        "Verzonden:\tdonderdag 29 oktober 2026 11:05",
        "Aan:\tRobin",
        "Onderwerp:\tTherapist",
    ),
    "Thunderbird": (
        "Subject: Therapist",
        "From: Mara Quill <mara@l.example>",
        "Date: 29.10.2026, 11:05",
        "To: Robin <robin@home.example>",
    ),
}


@pytest.mark.parametrize("language", OUTLOOK)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_outlook_s_text_is_read_in_every_language_as_if_pasted(tmp_path: Path, language: str, encoding: str) -> None:
    path = tmp_path / "Therapist.txt"
    path.write_bytes(saved(*OUTLOOK[language]).encode(encoding))
    (one,) = letters(path)
    assert (one.subject, one.sender.name, one.sender.address) == ("Therapist", "Mara Quill", "mara@l.example")
    assert one.date is not None
    assert (one.date.month, one.date.day, one.date.hour) == (10, 29, 11)
    assert one.body.startswith("Dear Robin,")


@pytest.mark.parametrize("name", ["21a-outlook-saved-as-text.txt", "21b-outlook-saved-as-text-german.txt"])
def test_a_text_as_outlook_saved_it_has_its_day(name: str) -> None:
    (one,) = letters(CASES / name)
    assert one.date is not None
    assert (one.date.day, one.sender.address) == (29, "mara.quill@lindengrove.example")


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_several_letters_in_one_text_are_several(tmp_path: Path, language: str) -> None:
    path = tmp_path / "two.txt"
    path.write_bytes((saved(*OUTLOOK[language]) + "\r\n\r\n").encode() * 3)
    assert [one.subject for one in letters(path)] == ["Therapist"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "From: me\nTo: you\n\nA poem.\n",
        "Note to self\nFrom: the shop\nSubject: milk\nTo: buy\n",
        "To: do\nDate: today\nmilk\n",
    ],
)
def test_a_note_is_no_saved_letter(tmp_path: Path, text: str) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text(text)
    found = [item for item in _items(tmp_path / "notes") if isinstance(item, Found)]
    assert all(item.raw == text.encode() for item in found)


def _items(place: Path) -> list[Found | Trouble]:
    try:
        return list(open_source(place))
    except SourceTrouble:
        return []


@pytest.mark.parametrize(
    "mark",
    [
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://mail.google.com/",
        'From: "Saved by Internet Explorer 11"',
        "From: =?utf-8?Q?Saved by WebKit?=\r\nSnapshot-Content-Location: x",
        "From: <Saved by Windows Internet Explorer 8>",
        "From: <Saved by Mozilla 5.0>",
    ],
)
@pytest.mark.parametrize(
    "end", [" - robin@home.example - Gmail", " - Outlook", " – robin@home.example – Yahoo Mail", ""]
)
def test_a_page_that_a_browser_saved_is_the_letter_on_it(tmp_path: Path, mark: str, end: str) -> None:
    page = f"<p>Inbox</p><h2>Therapist</h2><p>Mara Quill &lt;mara@l.example&gt;</p><p>Thu, Oct 29, 2026, 11:05 AM</p><p>to me</p><p>{BODY}</p>"
    head = f"{mark}\r\nSubject: Therapist{end}\r\nDate: Fri, 20 Nov 2026 09:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    path = tmp_path / "page.mht"
    path.write_bytes((head + page).encode())
    (one,) = letters(path)
    assert (one.subject, one.sender.address) == ("Therapist", "mara@l.example")
    assert one.date is not None
    assert one.date.day == 29


def test_a_letter_that_a_program_saved_as_mht_is_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "letter.mht"
    path.write_bytes(MESSAGES[0])
    assert [item.raw for item in open_source(path) if isinstance(item, Found)] == [MESSAGES[0]]


def test_an_archive_of_outlook_for_mac_is_named_and_the_way_out_said(tmp_path: Path) -> None:
    made = tmp_path / "renamed.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("Local/com.microsoft.__Messages/Sent/message_1.xml", "<emails/>")
    for path in (CASES / "22-outlook-for-mac.olm", made):
        with pytest.raises(SourceTrouble, match=r"Outlook for Mac .* drag the letters into a folder"):
            list(open_source(path))


def test_an_index_of_thunderbird_says_where_the_letters_are(tmp_path: Path) -> None:
    path = tmp_path / "Inbox.msf"
    path.write_bytes(b'// <!-- <mdb:mork:z v="1.4"/> -->\n< <(a=c)>')
    with pytest.raises(SourceTrouble, match="beside it, of the same name without an ending"):
        list(open_source(path))


def test_a_takeout_among_downloads_is_read() -> None:
    assert len(letters(CASES / "23-downloads-with-takeout")) == 4


def test_downloads_with_archives_of_all_kinds_give_the_mail_in_them(tmp_path: Path) -> None:
    folder = tmp_path / "Downloads"
    (folder / "deeper").mkdir(parents=True)
    takeout_zip(folder)
    takeout_tgz(folder / "deeper")
    with zipfile.ZipFile(folder / "letter.docx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with zipfile.ZipFile(folder / "photos.zip", "w") as archive:
        archive.writestr("a.jpg", b"\xff\xd8\xff")
    (folder / "broken.zip").write_bytes(b"PK\x03\x04broken")
    (folder / "old.tgz").write_bytes(b"\x1f\x8bnothing")
    found = list(open_source(folder))
    assert sorted(item.raw for item in found if isinstance(item, Found)) == sorted(MESSAGES * 2)
    assert len(found) == 2 * len(MESSAGES)


ZIPPED = {
    "a Maildir": {
        f"Maildir/{part}/{n}.host:2,S": MESSAGES[n] for n, part in enumerate(("cur", "cur", "new", "cur", "new"))
    }
    | {"Maildir/tmp/9": b"Subject: half\n\n"},
    "a Maildir with a folder": {f"m/.Jobs/cur/{n};2,S": MESSAGES[n] for n in range(5)},
    "Thunderbird": {
        "Mail/Local Folders/Inbox": mbox_of(*MESSAGES, line=b"From \n"),
        "Mail/Local Folders/Inbox.msf": b"// <!-- <mdb:mork",
    },
    "Thunderbird's folders": {
        "p/Inbox": mbox_of(*MESSAGES[:2]),
        "p/Inbox.sbd/Jobs": mbox_of(*MESSAGES[2:]),
        "p/LICENSE": b"text\n" * 30,
    },
    "Apple Mail": {
        f"INBOX.mbox/Messages/{n}.emlx": b"%d\n" % len(MESSAGES[n]) + MESSAGES[n] + b"<plist/>" for n in range(5)
    },
    "saved letters": {f"letters/{n}.eml": MESSAGES[n] for n in range(5)},
}


@pytest.mark.parametrize("kind", ZIPPED)
def test_a_zip_of_any_mailbox_is_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "mail.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in ZIPPED[kind].items():
            archive.writestr(name, data)
    assert sorted(item.raw for item in open_source(path) if isinstance(item, Found)) == sorted(MESSAGES)


@pytest.mark.parametrize("kind", ZIPPED)
def test_pointing_at_the_folder_of_a_mail_program_is_enough(tmp_path: Path, kind: str) -> None:
    for name, data in ZIPPED[kind].items():
        path = tmp_path / "profile" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "profile" / "prefs.js").write_text('user_pref("a", 1);\n')
    (tmp_path / "profile" / "global-messages-db.sqlite").write_bytes(b"SQLite format 3\0")
    found = [item.raw for item in open_source(tmp_path / "profile") if isinstance(item, Found)]
    assert sorted(found) == sorted(MESSAGES)
