"""A Google Takeout archive as downloaded, zip or tgz: its mail is streamed, and nothing is unpacked to disk."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, ClassVar, Self

from onward_app.sources import archive_limits
from onward_app.sources.archive_entries import Guarded, is_mail, is_mostly_mail, list_mail, read_entry
from onward_app.sources.archive_limits import (
    AGAIN,
    BROKEN,
    bomb,
    broken,
    no_mail,
    refuse_directory,
    refuse_zip,
    too_many,
)
from onward_app.sources.found import Found, GrownOnDisk, SourceTrouble, Trouble, measure_file
from onward_app.sources.grown import take_print
from onward_app.sources.looks import cannot_read
from onward_app.sources.nested import NestedMarks
from onward_app.sources.place import OnDisk, Place

LONGEST_NAME = 1024 * 1024  # bytes of what stands before an entry and tells of it
_BEFORE = (
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE,
)  # fmt: skip
_CHANGED = (
    "“{entry}” in “{name}” isn’t what it was when it was last read, so all of it was read again. What was read of it "
    "before stays."
)


@dataclass(frozen=True, slots=True)
class Zip(GrownOnDisk):
    """The mbox files (and saved messages) in a zip, whatever language names its folders. An entry that an earlier
    reading met is passed over while its length and checksum are what they were.
    """

    kind: ClassVar[str] = "a Takeout archive"

    @property
    def total(self) -> int | None:
        """Bytes of what may be mail in it."""
        try:
            return sum(entry.file_size for entry in list_mail(self._list_entries()))
        except (SourceTrouble, OSError, *BROKEN):
            return None

    def _list_entries(self) -> list[zipfile.ZipInfo]:
        refuse_directory(self.path)
        with zipfile.ZipFile(self.path) as archive:
            return archive.infolist()

    def __iter__(self) -> Iterator[Found | Trouble]:
        try:
            entries = self._list_entries()
            mail = list_mail(entries)
            refuse_zip(self.path, entries, mail)
            with zipfile.ZipFile(self.path) as archive:
                yield from self._read_entries(archive, mail)
        except OSError as error:
            raise cannot_read(self.path, error) from None
        except BROKEN:
            raise broken(self.path) from None

    def _read_entries(self, archive: zipfile.ZipFile, mail: list[zipfile.ZipInfo]) -> Iterator[Found | Trouble]:
        nested = NestedMarks(self.marks)
        done, nothing = 0, True
        for entry in mail:
            self.progress.position = done
            mark = f"{entry.CRC:08x}:{entry.file_size}"
            if nested.was_read(entry.filename):
                nested.meet(entry.filename)
            if not nested.is_same(entry.filename, mark):
                for item in self._read_entry(archive, entry, done, nested, mark):
                    nothing = False
                    yield item
            done += entry.file_size
        self.progress.position = done
        nested.say_gone(self.name)
        if nothing and not nested.before:
            raise no_mail(self.name)

    def _read_entry(
        self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, done: int, nested: NestedMarks, mark: str
    ) -> Iterator[Found | Trouble]:
        name = PurePosixPath(entry.filename).name
        where, nothing = f"{self.name}, {name}", True
        if nested.was_read(entry.filename):
            nested.marks.notes.append(_CHANGED.format(entry=name, name=self.name))
        try:
            with archive.open(entry) as stream:
                for item, end in read_entry(Guarded(stream, self.name, entry.compress_size), entry.filename, where):
                    self.progress.position = done + end
                    nothing = False
                    yield item
        except BROKEN:
            yield Trouble(f"“{entry.filename}” in “{self.name}” is damaged. {AGAIN}", where)
        else:
            if not nothing:
                nested.meet(entry.filename)
                nested.keep(entry.filename, mark)


@dataclass(frozen=True, slots=True)
class Tgz(GrownOnDisk):
    """The same in a tgz, read from front to back, once; passed over while its length and ends are what they were."""

    kind: ClassVar[str] = "a Takeout archive"

    @property
    def total(self) -> int | None:
        return measure_file(self.path)

    def __iter__(self) -> Iterator[Found | Trouble]:
        try:
            with self.path.open("rb") as file:
                mark = f"{self.total}:{take_print(file, self.total or 0)}"
                file.seek(0)
                if self.marks.before.get("") != mark:
                    with tarfile.open(fileobj=file, mode="r|*", tarinfo=_Header) as archive:
                        yield from self._read_entries(file, archive)
            self.marks.now[""] = mark
            self.progress.position = self.total or 0
        except BROKEN:  # first: one of them is an OSError as well
            raise broken(self.path) from None
        except OSError as error:
            raise cannot_read(self.path, error) from None

    def _read_entries(self, file: BinaryIO, archive: tarfile.TarFile) -> Iterator[Found | Trouble]:
        nothing = True
        for member in self._list_members(archive):
            stream = archive.extractfile(member)
            if stream is None:
                continue
            where = f"{self.name}, {PurePosixPath(member.name).name}"
            for item, _ in read_entry(Guarded(stream, self.name, self.total or 0), member.name, where):
                nothing = False
                self.progress.position = min(file.tell(), self.total or 0)
                yield item
        if nothing:
            raise no_mail(self.name)

    def _list_members(self, archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
        """The entries that are mail. All sizes count: what is passed by has to be unpacked as well."""
        allowed = archive_limits.RATIO * (self.total or 0) + archive_limits.FREE
        unpacked = 0
        for number, member in enumerate(archive):
            unpacked += member.size
            if unpacked > allowed or member.issparse():
                raise bomb(self.name)
            if number > archive_limits.ENTRIES_LIMIT:
                raise too_many(self.name)
            archive.members.clear()  # type: ignore[attr-defined]  # tarfile keeps every entry it has seen
            if member.isfile() and is_mail(member.name):
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
        refuse_directory(path)
        with zipfile.ZipFile(path) as archive:
            return is_mostly_mail(archive.infolist())
    except (SourceTrouble, OSError, *BROKEN):
        return False


def fits(place: Place) -> Zip | Tgz | None:
    """A zip, a gzip, or a plain tar."""
    if not isinstance(place, OnDisk):
        return None
    if place.head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return Zip(place.path)
    if place.head.startswith(b"\x1f\x8b") or place.head[257:262] == b"ustar":
        return Tgz(place.path)
    return None
