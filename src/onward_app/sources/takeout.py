"""A Google Takeout archive as downloaded, zip or tgz: its mail is streamed, and nothing is unpacked to disk."""

from __future__ import annotations

import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, ClassVar, Self

from onward_app.sources.eml_file import take_message
from onward_app.sources.found import MESSAGE_LIMIT, Found, FromDisk, Source, SourceTrouble, Trouble
from onward_app.sources.looks import HEAD, cannot_read
from onward_app.sources.mbox import told
from onward_app.sources.place import OnDisk, Place
from onward_app.sources.separators import starts_like_mbox
from onward_app.sources.split import split_mailbox

# Mail shrinks about threefold; text repeated on purpose a thousandfold. Nothing below FREE is worth refusing.
RATIO = 100
FREE = 64 * 1024 * 1024  # bytes
ENTRIES_LIMIT = 200_000
DIRECTORY_LIMIT = 64 * 1024 * 1024  # bytes that a zip's list of contents may take
LONGEST_NAME = 1024 * 1024  # bytes of what stands before an entry and tells of it
_BEFORE = (
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE,
)  # fmt: skip
_BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, EOFError,
    ValueError, TypeError, struct.error,  # what the standard library raises where a head makes no sense
)  # fmt: skip
_DOCUMENTS = {"word/": "a Word document", "xl/": "a spreadsheet", "ppt/": "a presentation"}


@dataclass(frozen=True, slots=True)
class Zip(FromDisk):
    """The mbox files (and saved messages) in a zip, whatever language names its folders."""

    kind: ClassVar[str] = "a Takeout archive"

    @property
    def total(self) -> int | None:
        """Bytes of what may be mail in it."""
        try:
            return sum(entry.file_size for entry in _mail_in(self._entries()))
        except (SourceTrouble, OSError, *_BROKEN):
            return None

    def _entries(self) -> list[zipfile.ZipInfo]:
        _refuse_directory(self.path)
        with zipfile.ZipFile(self.path) as archive:
            return archive.infolist()

    def __iter__(self) -> Iterator[Found | Trouble]:
        try:
            entries = self._entries()
            mail = _mail_in(entries)
            _refuse_zip(self.path, entries, mail)
            with zipfile.ZipFile(self.path) as archive:
                yield from self._read(archive, mail)
        except OSError as error:
            raise cannot_read(self.path, error) from None
        except _BROKEN:
            raise _broken(self.name) from None

    def _read(self, archive: zipfile.ZipFile, mail: list[zipfile.ZipInfo]) -> Iterator[Found | Trouble]:
        done, nothing = 0, True
        for entry in mail:
            self.progress.position = done
            where = f"{self.name}, {PurePosixPath(entry.filename).name}"
            try:
                with archive.open(entry) as stream:
                    for item, end in _messages(_Guarded(stream, self.name, entry.compress_size), entry.filename, where):
                        self.progress.position = done + end
                        nothing = False
                        yield item
            except (NotImplementedError, *_BROKEN):
                nothing = False
                yield Trouble(f"“{entry.filename}” in “{self.name}” is damaged; {_AGAIN}", where)
            done += entry.file_size
        self.progress.position = done
        if nothing:
            raise _no_mail(self.name)


@dataclass(frozen=True, slots=True)
class Tgz(FromDisk):
    """The same in a tgz, read from front to back, once."""

    kind: ClassVar[str] = "a Takeout archive"

    @property
    def total(self) -> int | None:
        try:
            return self.path.stat().st_size
        except OSError:
            return None

    def __iter__(self) -> Iterator[Found | Trouble]:
        nothing = True
        try:
            with self.path.open("rb") as file, tarfile.open(fileobj=file, mode="r|*", tarinfo=_Header) as archive:
                for member in self._members(archive):
                    stream = archive.extractfile(member)
                    if stream is None:
                        continue
                    where = f"{self.name}, {PurePosixPath(member.name).name}"
                    for item, _ in _messages(_Guarded(stream, self.name, self.total or 0), member.name, where):
                        nothing = False
                        self.progress.position = min(file.tell(), self.total or 0)
                        yield item
        except OSError as error:
            if isinstance(error, gzip.BadGzipFile):
                raise _broken(self.name) from None
            raise cannot_read(self.path, error) from None
        except _BROKEN:
            raise _single(self.name) if _is_single(self.path) else _broken(self.name) from None
        if nothing:
            raise _no_mail(self.name)

    def _members(self, archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
        """The entries that are mail. All sizes count: what is passed by has to be unpacked as well."""
        allowed = RATIO * (self.total or 0) + FREE
        unpacked = 0
        for number, member in enumerate(archive):
            unpacked += member.size
            if unpacked > allowed or member.issparse():
                raise _bomb(self.name)
            if number > ENTRIES_LIMIT:
                raise _too_many(self.name)
            archive.members.clear()  # type: ignore[attr-defined]  # tarfile keeps every entry it has seen
            if member.isfile() and _is_mail(member.name):
                yield member


class _Header(tarfile.TarInfo):
    """An entry's head. A long name or a list of traits that claims to be longer than any is, isn't read into memory."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """The head as tarfile reads it."""
        head = super().frombuf(buf, encoding, errors)
        if head.type in _BEFORE and head.size > LONGEST_NAME:
            raise tarfile.ReadError(f"a head of {head.size} bytes")
        return head


def holds_mail(path: Path) -> bool:
    """Whether a zip that lies among other files has mail in it by the names in it. What can’t be opened has none."""
    try:
        _refuse_directory(path)
        with zipfile.ZipFile(path) as archive:
            return any(PurePosixPath(one.filename).suffix.lower() == ".mbox" for one in _mail_in(archive.infolist()))
    except (SourceTrouble, OSError, *_BROKEN):
        return False


def fits(place: Place) -> Source | None:
    """A zip, a gzip, or a plain tar."""
    if not isinstance(place, OnDisk):
        return None
    if place.head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return Zip(place.path)
    if place.head.startswith(b"\x1f\x8b") or place.head[257:262] == b"ustar":
        return Tgz(place.path)
    return None


class _Guarded:
    """A stream that stops when far more comes out of it than went in."""

    def __init__(self, stream: IO[bytes], name: str, packed: int) -> None:
        self.stream = stream
        self.name = name
        self.left = RATIO * packed + FREE

    def read(self, size: int, /) -> bytes:
        data = self.stream.read(size)
        self.left -= len(data)
        if self.left < 0:
            raise _bomb(self.name)
        return data


def _messages(stream: _Guarded, entry: str, where: str) -> Iterator[tuple[Found | Trouble, int]]:
    suffix = PurePosixPath(entry).suffix.lower()
    first = b"" if suffix == ".mbox" else stream.read(HEAD)
    if suffix == ".mbox" or (suffix in _UNNAMED and starts_like_mbox(first)):
        yield from told(split_mailbox(_Again(first, stream)), where)
    elif suffix in _MESSAGES or _is_delivered(entry):
        raw = first + stream.read(MESSAGE_LIMIT - len(first))
        yield Found(take_message(raw), where), len(raw)


class _Again:
    """A stream whose first bytes were looked at already."""

    def __init__(self, first: bytes, stream: _Guarded) -> None:
        self.first = first
        self.stream = stream

    def read(self, size: int, /) -> bytes:
        if not self.first:
            return self.stream.read(size)
        data, self.first = self.first[:size], self.first[size:]
        return data


_MESSAGES = (".eml", ".emlx")
_UNNAMED = ("", ".mbx", ".mail")  # as Thunderbird and mutt keep their folders; what is in them decides


def _is_delivered(name: str) -> bool:
    """Whether it lies in the folder cur or new of a Maildir."""
    return PurePosixPath(name).parent.name in ("cur", "new")


def _is_mail(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    is_known = path.suffix.lower() in (".mbox", *_MESSAGES, *_UNNAMED) or _is_delivered(name)
    return is_known and not hidden and "tmp" not in path.parts[-2:-1]


def _mail_in(entries: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    return sorted(
        (e for e in entries if e.filename and not e.is_dir() and _is_mail(e.filename)), key=lambda e: e.filename
    )


def _refuse_zip(path: Path, entries: list[zipfile.ZipInfo], mail: list[zipfile.ZipInfo]) -> None:
    name = path.name
    if len(entries) > ENTRIES_LIMIT:
        raise _too_many(name)
    if any(entry.filename.partition("/")[2] and "com.microsoft.__Messages" in entry.filename for entry in entries):
        raise SourceTrouble(
            f"“{name}” is an archive of Outlook for Mac (.olm), which Onward can’t open. In Outlook drag the letters "
            "into a folder, where each becomes an .eml, and bring that folder."
        )
    if not mail:
        raise _no_mail(
            name, next((w for p, w in _DOCUMENTS.items() for e in entries if e.filename.startswith(p)), None)
        )
    if any(entry.flag_bits & 1 for entry in mail):
        raise SourceTrouble(
            f"“{name}” is locked with a password. Unpack it first, then point Onward at what was in it."
        )
    if sum(entry.file_size for entry in mail) > RATIO * path.stat().st_size + FREE:
        raise _bomb(name)


def _refuse_directory(path: Path) -> None:
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
        raise _too_many(path.name)


_AGAIN = "download it again and read it once more."


def _broken(name: str) -> SourceTrouble:
    return SourceTrouble(f"“{name}” is damaged or not whole. What could be read was read; {_AGAIN}")


def _is_single(path: Path) -> bool:
    """Whether a gzip holds something that is no archive: one file alone, packed by hand."""
    try:
        with gzip.open(path) as file:
            block = file.read(512)
    except (OSError, *_BROKEN):
        return False
    return block[257:262] != b"ustar"


def _single(name: str) -> SourceTrouble:
    return SourceTrouble(f"“{name}” is one packed file. Unpack it first, then point Onward at what was in it.")


def _bomb(name: str) -> SourceTrouble:
    return SourceTrouble(f"“{name}” would unpack to far more than mail ever does, so Onward stopped reading it. {_NEW}")


def _too_many(name: str) -> SourceTrouble:
    return SourceTrouble(f"“{name}” says it holds more than {ENTRIES_LIMIT:,} files, so Onward didn’t open it. {_NEW}")


_NEW = "If it came from Google, download it again; else leave it."


def _no_mail(name: str, what: str | None = None) -> SourceTrouble:
    if what:
        return SourceTrouble(
            f"“{name}” is {what}, not mail. Choose an mbox, a folder of .eml files, or a Takeout archive."
        )
    return SourceTrouble(
        f"There is no mail in “{name}”. In Google Takeout tick Mail, and choose the part of the download that has it."
    )
