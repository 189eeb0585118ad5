"""What is said of an archive that isn't opened: a bomb, a lock, a damaged file, one without mail."""

from __future__ import annotations

import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from onward_app.sources.found import SourceTrouble

# Mail shrinks about threefold; text repeated on purpose a thousandfold. Nothing below FREE is worth refusing.
RATIO = 100
FREE = 64 * 1024 * 1024  # bytes
ENTRIES_LIMIT = 200_000
DIRECTORY_LIMIT = 64 * 1024 * 1024  # bytes that a zip's list of contents may take
BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, EOFError,
    ValueError, TypeError, struct.error,  # what the standard library raises where a head makes no sense
    NotImplementedError,  # and where it says a version of zip that there never was
)  # fmt: skip
AGAIN = "Download it again and read it once more."
_DOCUMENTS = {"word/": "a Word document", "xl/": "a spreadsheet", "ppt/": "a presentation"}
_ARCHIVES = (".zip", ".tgz", ".gz", ".tar", ".7z", ".rar")
_NEW = "If it came from Google, download it again; else leave it."


def refuse_zip(path: Path, entries: Sequence[zipfile.ZipInfo], mail: Sequence[zipfile.ZipInfo]) -> None:
    """Say why nothing of a zip is read, where that is so. `mail` are those of its entries that may be mail."""
    name = path.name
    if len(entries) > ENTRIES_LIMIT:
        raise too_many(name)
    if any(entry.filename.partition("/")[2] and "com.microsoft.__Messages" in entry.filename for entry in entries):
        raise SourceTrouble(
            f"“{name}” is an archive of Outlook for Mac (.olm), which Onward can’t open. In Outlook drag the letters "
            "into a folder, where each becomes an .eml, and bring that folder."
        )
    if not mail:
        raise _say_what_it_is(name, entries)
    if any(entry.flag_bits & 1 for entry in mail):
        raise SourceTrouble(
            f"“{name}” is locked with a password. Unpack it first, then point Onward at what was in it."
        )
    if sum(entry.file_size for entry in mail) > RATIO * path.stat().st_size + FREE:
        raise bomb(name)


def refuse_directory(path: Path) -> None:
    """Look at how long a zip's list of contents says it is before anybody reads it into memory."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 66_000))
        tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    length = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if length == 0xFFFFFFFF and (large := tail.rfind(b"PK\x06\x06")) >= 0:  # a zip64 says it elsewhere
        length = int.from_bytes(tail[large + 40 : large + 48], "little")
    if length > DIRECTORY_LIMIT:
        raise too_many(path.name)


def broken(path: Path) -> SourceTrouble:
    """What is said of one that is damaged, or holds a single file alone, packed by hand."""
    if _is_single(path):
        return SourceTrouble(f"“{path.name}” is one packed file. Unpack it first, then point Onward at what was in it.")
    return SourceTrouble(f"“{path.name}” is damaged or not whole. What could be read was read. {AGAIN}")


def bomb(name: str) -> SourceTrouble:
    """What is said of one that holds far more than went in."""
    return SourceTrouble(f"“{name}” would unpack to far more than mail ever does, so Onward stopped reading it. {_NEW}")


def too_many(name: str) -> SourceTrouble:
    """What is said of one with more in it than anybody has."""
    return SourceTrouble(f"“{name}” says it holds more than {ENTRIES_LIMIT:,} files, so Onward didn’t open it. {_NEW}")


def no_mail(name: str) -> SourceTrouble:
    """What is said of one in which no mail is."""
    return SourceTrouble(
        f"There is no mail in “{name}”. In Google Takeout tick Mail, and choose the part of the download that has it."
    )


def _say_what_it_is(name: str, entries: Sequence[zipfile.ZipInfo]) -> SourceTrouble:
    document = next(
        (what for part, what in _DOCUMENTS.items() if any(e.filename.startswith(part) for e in entries)), ""
    )
    if document:
        return SourceTrouble(
            f"“{name}” is {document}, not mail. Choose an mbox, a folder of .eml files, or a Takeout archive."
        )
    inner = next((PurePosixPath(e.filename).name for e in entries if e.filename.lower().endswith(_ARCHIVES)), "")
    if inner:
        return SourceTrouble(f"In “{name}” lies another archive, “{inner}”. Unpack “{name}” once, then bring that.")
    return no_mail(name)


def _is_single(path: Path) -> bool:
    """Whether a gzip holds something that is no archive."""
    try:
        with gzip.open(path) as file:
            block = file.read(512)
    except (OSError, *BROKEN):
        return False
    return block[257:262] != b"ustar"
