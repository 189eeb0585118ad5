"""What a file is by its first bytes and its kind on disk, so that nothing is opened that hangs or isn't mail."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from onward_app.sources.found import SourceTrouble

HEAD = 65_536  # bytes that decide what a file is

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"SQLite format 3\0", "a database"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"!BDN", "an Outlook data file (.pst)"),
    (b"// <!-- <mdb:mork", "Thunderbird’s index of a folder (.msf)"),
)
_NO_LETTERS: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (
        re.compile(rb"\x78\x9f\x3e\x22"), "a letter that Outlook packed (winmail.dat)",
        "Ask who sent it for plain text, or bring the whole letter that it came with as .eml.",
    ),
    (
        re.compile(rb"\x30[\x80-\x84]"), "a signed or locked part of a letter",
        "Bring the whole letter that it came with, saved as .eml.",
    ),
    (
        re.compile(rb"\xcf\xad\x12\xfe"), "a folder of Outlook Express (.dbx)",
        "Open it in a mail program that reads it, and save the letters as .eml files.",
    ),
    (
        re.compile(rb"\s{0,40}<(?:!doctype html|html|head|body|div|meta)\b", re.IGNORECASE), "a web page",
        "Copy the letter’s words from it and paste them, or save the letter as .eml.",
    ),
    (re.compile(rb"\{\\rtf"), "a text with formats (RTF)", "Copy the letter’s words from it and paste them."),
)  # fmt: skip
_OUTLOOK_MESSAGE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HINTS = {
    "an Outlook data file (.pst)": "Open it in Outlook or Thunderbird and save the folder as .eml files or as an mbox.",
    "Thunderbird’s index of a folder (.msf)": (
        "The letters are in the file beside it, of the same name without an ending."
    ),
    "a RAR archive": "Unpack it first, then point Onward at what was in it.",
    "a 7-Zip archive": "Unpack it first, then point Onward at what was in it.",
    "a bzip2 archive": "Unpack it first, then point Onward at what was in it.",
    "an xz archive": "Unpack it first, then point Onward at what was in it.",
}
_FIELD_LINE = re.compile(rb"[!-9;-~]{1,80}[ \t]{0,4}:")
_MAIL_FIELD = re.compile(
    rb"^(?:from|to|subject|date|received|message-id|return-path|delivered-to|mime-version|content-type|reply-to|sender"
    rb"|x-gm-thrid)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)


def read_opening(path: Path) -> bytes:
    """The first bytes of a file, or of nothing when it is a directory. Refuses what can't be read, in a sentence."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            next(iter(path.iterdir()), None)
            return b""
        if not stat.S_ISREG(mode):
            raise SourceTrouble(f"“{path.name}” is not a file that can be read. Point Onward at a file or a folder.")
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as error:
        raise cannot_read(path, error) from None


def size_below(path: Path) -> int:
    """Bytes of all regular files in a folder and below it, for a progress bar: what isn't mail counts too."""
    total = 0
    for folder, _, files in os.walk(path):
        for name in files:
            try:
                told = os.lstat(os.path.join(folder, name))  # noqa: PTH118 - a path is ten times as slow
            except OSError:
                continue
            total += told.st_size if stat.S_ISREG(told.st_mode) else 0
    return total


def cannot_read(path: Path, error: OSError) -> SourceTrouble:
    """The sentence for what the computer says about a path."""
    name = path.name or str(path)
    if isinstance(error, FileNotFoundError):
        return SourceTrouble(f"There is nothing at “{path}”. Check the path.")
    if isinstance(error, PermissionError):
        return SourceTrouble(
            f"Onward may not read “{name}”. Give yourself permission to read it, or copy it elsewhere."
        )
    if error.errno == 40:  # ELOOP
        return SourceTrouble(f"“{name}” is a link that leads back to itself. Point Onward at the real file or folder.")
    return SourceTrouble(f"“{name}” could not be read ({error.strerror or error}). Try again.", permanent=False)


def describe_refusal(path: Path, head: bytes) -> SourceTrouble:
    """Why a file isn't mail, by what it starts with."""
    name = path.name
    if not head.strip(b"\0 \t\r\n"):
        return SourceTrouble(f"“{name}” is empty. If you exported it, export it again.")
    if head.startswith(_OUTLOOK_MESSAGE):
        return SourceTrouble(say_outlook(name))
    what = what_else(head)
    if what:
        hint = _HINTS.get(what, "Choose an mbox, a folder of .eml files, or a Google Takeout archive.")
        return SourceTrouble(f"“{name}” is {what}, not mail. {hint}")
    for sign, what, hint in _NO_LETTERS:
        if sign.match(head.removeprefix(b"\xef\xbb\xbf")):
            return SourceTrouble(f"“{name}” is {what}. {hint}")
    return SourceTrouble(
        f"There is no mail in “{name}” that Onward can read. "
        "Choose an mbox, a folder of .eml files, or a Google Takeout archive."
    )


def say_outlook(name: str) -> str:
    """What to do with an Outlook .msg."""
    return (
        f"“{name}” is an Outlook .msg file, which Onward can’t open. "
        "In Outlook on the web choose “Save as” to get an .eml, or copy its text and paste it."
    )


def what_else(head: bytes) -> str | None:
    """What a file is when it isn't mail, None when it may be."""
    return next((what for magic, what in _MAGIC if head.startswith(magic)), None)


def is_outlook_message(head: bytes) -> bool:
    return head.startswith(_OUTLOOK_MESSAGE)


def starts_like_mail(head: bytes) -> bool:
    """Whether these bytes open like the head of a message."""
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:]
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return _FIELD_LINE.match(head) is not None and _MAIL_FIELD.search(block) is not None
