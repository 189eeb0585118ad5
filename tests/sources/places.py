"""Mail to read in tests: every kind of place, made from the same few messages."""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.sources.imap_server import serve_imap

from onward_app.sources import Place, Text

MESSAGES = tuple(
    (
        f"From: Ana Ruiz <ana@clinic.example>\nTo: sam@home.example\nSubject: Letter {number}\n"
        f"Date: Mon, {number} Nov 2026 10:00:00 +0000\nMessage-ID: <{number}@clinic.example>\n\n"
        f"Dear Sam,\n\nFrom here on it is letter {number}.\nFrom the team\n"
    ).encode()
    for number in range(1, 6)
)
LINE = b"From ana@clinic.example Mon Nov  2 10:00:00 2026\n"


def mbox_of(*messages: bytes, line: bytes = LINE) -> bytes:
    """An mbox as Gmail writes it: a separator, the message with From quoted, a blank line."""
    return b"".join(line + re.sub(rb"\n(>*From )", rb"\n>\1", message) + b"\n" for message in messages)


def mbox(folder: Path) -> Path:
    path = folder / "mail.mbox"
    path.write_bytes(mbox_of(*MESSAGES))
    return path


def eml(folder: Path) -> Path:
    path = folder / "one.eml"
    path.write_bytes(MESSAGES[0])
    return path


def maildir(folder: Path) -> Path:
    path = folder / "Maildir"
    for place in ("cur", "new", "tmp", ".Jobs/cur", ".Jobs/new"):
        (path / place).mkdir(parents=True, exist_ok=True)
    (path / "cur" / "1.host:2,S").write_bytes(MESSAGES[0])
    (path / "cur" / "2.host:2,RS").write_bytes(MESSAGES[1])
    (path / "new" / "3.host").write_bytes(MESSAGES[2])
    (path / ".Jobs" / "cur" / "4.host:2,").write_bytes(MESSAGES[3])
    (path / ".Jobs" / "new" / "5.host").write_bytes(MESSAGES[4])
    (path / "tmp" / "6.host").write_bytes(b"Subject: half delivered\n\n")
    return path


def folder_of_eml(folder: Path) -> Path:
    path = folder / "letters"
    (path / "deeper").mkdir(parents=True)
    for number, message in enumerate(MESSAGES):
        (path / ("deeper" if number > 2 else "") / f"{number}.eml").write_bytes(message)
    (path / "notes.txt").write_text("Call Ana.")
    return path


def apple(folder: Path) -> Path:
    path = folder / "Jobs.mbox"
    (path / "Messages").mkdir(parents=True)
    (path / "mbox").write_bytes(mbox_of(*MESSAGES[:3]))
    (path / "table_of_contents").write_bytes(b"\0\1\2")
    for number in (3, 4):
        message = MESSAGES[number]
        plist = b'<?xml version="1.0"?><plist><dict/></plist>'
        (path / "Messages" / f"{number}.emlx").write_bytes(b"%d\n" % len(message) + message + plist)
    return path


TAKEOUT = "Takeout/E-Mail/Alle E-Mails, einschließlich Spam.mbox"


def takeout_zip(folder: Path) -> Path:
    path = folder / "takeout.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Takeout/archive_browser.html", "<p>hi")
        archive.writestr(TAKEOUT, mbox_of(*MESSAGES))
    return path


def takeout_tgz(folder: Path) -> Path:
    path = folder / "takeout.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for name, data in (("Takeout/archive_browser.html", b"<p>hi"), (TAKEOUT, mbox_of(*MESSAGES))):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


def pasted(folder: Path) -> Text:
    return Text(MESSAGES[0].decode())


def mailbox(_: Path) -> Iterator[str]:
    with serve_imap(*MESSAGES) as box:
        yield box.address


Given = str | Path | Place


@dataclass(frozen=True)
class Example:
    """How to make a place, below a folder, that holds the first `holds` of MESSAGES.

    A place that has to be stopped again, as a server has, is yielded instead of returned.
    """

    make: Callable[[Path], Given | Iterator[Given]]
    holds: int = len(MESSAGES)


# By the name of the module in onward_app/sources that reads them.
EXAMPLES: dict[str, tuple[Example, ...]] = {
    "takeout": (Example(takeout_zip), Example(takeout_tgz)),
    "mbox": (Example(mbox),),
    "eml_file": (Example(eml, holds=1),),
    "maildir": (Example(maildir),),
    "folder": (Example(folder_of_eml), Example(apple)),
    "pasted": (Example(pasted, holds=1),),
    "imap": (Example(mailbox),),
}
