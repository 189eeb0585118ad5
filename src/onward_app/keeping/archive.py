"""An export as it comes in: known by its first member, and refused with a sentence before anything of it is used."""

from __future__ import annotations

import errno
import json
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from pathlib import Path, PurePosixPath
from typing import IO, Any, cast

from onward_app.folder_key import key_beside
from onward_app.keeping.export import FORMAT, HEAD, LINES, ROWS, VERSION
from onward_app.keeping.files import NAMED_FILES, PACKS
from onward_app.kept_file import KeptFile

LONGEST = 64_000_000  # bytes of one line; a letter with all it quotes has a few
LONGEST_HEAD = 1_000_000  # bytes; it has the names of tables, and two numbers each
MOST_VALUES = 500_000  # of the lines that are read at once: each is an object of its own, however short it is
AT_ONCE = 256 * 1024  # bytes of lines
RATIO = 100  # rows shrink about tenfold; text repeated on purpose a thousandfold
FREE = 64 * 1024 * 1024  # bytes; nothing below is worth refusing
MEMBERS = 200_000
VALUE_MARKS = b",[{"  # what stands before a value in JSON
PACK = re.compile(r"(?:removed/)?[^/\\:*?\"<>|\x00-\x1f]{1,150}\.toml")
DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, RuntimeError, UnicodeDecodeError,
)  # fmt: skip


class ImportTrouble(Exception):
    """A file can't be brought in; the message says why and what to do. Nothing was changed."""


NOT_OURS = "“{name}” isn’t an export of Onward’s. `onward export` makes one. Nothing was changed."
CUT_OFF = "“{name}” ends too early or is damaged: {why}. Copy it again, or take it out again. Nothing was changed."
BOMB = "“{name}” would unpack to far more than a search holds, so it was left alone. Nothing was changed."
ODD = "“{name}” holds “{inner}”, which no export of Onward’s has, so it was left alone. Nothing was changed."
NEWER = "“{name}” was made by a newer Onward. Install that one here first, and bring it in again. Nothing was changed."


def open_as_it_came(path: Path) -> IO[bytes]:
    """A file that is brought in: from a page of an encrypted folder it lies there sealed, until it has been read."""
    return KeptFile(path, key_beside(path)).open()


def is_own_export(path: Path) -> bool:
    """Whether this is an export of Onward's: also one that was cut off, or unpacked and packed again."""
    try:
        with open_as_it_came(path) as file:
            return _is_own(file)
    except OSError:
        return False


def _is_own(file: IO[bytes]) -> bool:
    try:
        begin = file.read(30 + len(HEAD))
        file.seek(0)
        if not begin.startswith(b"PK\x03\x04"):
            return False
        if begin[30:] == HEAD.encode():
            return True
        with zipfile.ZipFile(file) as archive:
            return HEAD in archive.namelist()
    except (OSError, *DAMAGED):
        return False


@dataclass(frozen=True, slots=True)
class ExportHead:
    """What an export says of itself."""

    schema: str
    began: str
    rows: dict[str, int]
    last: dict[str, int]


class Archive:
    """An export that is open and was looked at. Its names and sizes are what an export has."""

    def __init__(self, file: zipfile.ZipFile, name: str) -> None:
        self.file = file
        self.name = name
        self.head = self._read_head()
        self.files = {one.folder: self._list_members(one.folder, one.name) for one in NAMED_FILES}
        self.packs = self._list_members(PACKS, PACK)

    def _list_members(self, folder: str, name: re.Pattern[str]) -> list[str]:
        members = [one.removeprefix(f"{folder}/") for one in self.file.namelist() if one.startswith(f"{folder}/")]
        odd = next((one for one in members if not name.fullmatch(one) or ".." in PurePosixPath(one).parts), None)
        if odd is not None:
            raise ImportTrouble(ODD.format(name=self.name, inner=f"{folder}/{odd}"))
        return members

    def _read_head(self) -> ExportHead:
        try:
            told = json.loads(self._read_short(HEAD))
            head = ExportHead(
                str(told["schema"]), str(told["began"]), _read_counts(told["rows"]), _read_counts(told["last"])
            )
            version, kind = told["version"], told["format"]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as trouble:
            raise ImportTrouble(NOT_OURS.format(name=self.name)) from trouble
        if kind != FORMAT or type(version) is not int:
            raise ImportTrouble(NOT_OURS.format(name=self.name))
        if version > VERSION:
            raise ImportTrouble(NEWER.format(name=self.name))
        return head

    def _read_short(self, member: str) -> bytes:
        with self.open(member) as file:
            raw = file.read(LONGEST_HEAD + 1)
        if len(raw) > LONGEST_HEAD:
            raise ImportTrouble(BOMB.format(name=self.name))
        return raw

    def read_rows(self, table: str) -> Generator[list[Any]]:
        """The rows of a table, some at a time, as JSON says them; none of a table that it doesn't have."""
        if table not in self.head.rows:
            return
        count = 0
        with self.open(ROWS + table + LINES) as member, BufferedReader(cast(RawIOBase, member), AT_ONCE) as lines:
            while some := _take_lines(lines):
                if sum(one.count(mark) for one in some for mark in VALUE_MARKS) > MOST_VALUES:
                    raise ImportTrouble(BOMB.format(name=self.name))
                if count + len(some) > self.head.rows[table]:
                    raise self.damaged(f"“{table}” has more than the {self.head.rows[table]:,} rows that it says")
                yield self._read_lines(some, table, count)
                count += len(some)
        if count != self.head.rows[table]:
            raise self.damaged(f"“{table}” has {count:,} rows instead of {self.head.rows[table]:,}")

    def _read_lines(self, lines: list[bytes], table: str, before: int) -> list[Any]:
        """They are read as one list, which takes half the time; one by one when something is wrong, to say where."""
        with suppress(ValueError, RecursionError):
            rows: list[Any] = json.loads(b"[" + b",".join(lines) + b"]")
            if len(rows) == len(lines):
                return rows
        rows = []
        for number, line in enumerate(lines, before + 1):
            try:
                rows.append(json.loads(line))
            except (ValueError, RecursionError) as trouble:
                raise self.damaged(f"line {number} of “{table}” can’t be read") from trouble
        return rows

    def open(self, member: str) -> IO[bytes]:
        """A member to read."""
        try:
            return self.file.open(member)
        except KeyError as trouble:
            raise self.damaged(f"“{member}” is missing") from trouble

    def damaged(self, why: str) -> ImportTrouble:
        """The sentence for a file that isn't whole."""
        return ImportTrouble(CUT_OFF.format(name=self.name, why=why))


def _take_lines(lines: IO[bytes]) -> list[bytes]:
    """So many lines that they are read quickly, and so few that they are held easily; none at the end."""
    taken: list[bytes] = []
    size = 0
    while size < AT_ONCE and (line := lines.readline(LONGEST)):
        taken.append(line)
        size += len(line)
    return taken


def _read_counts(told: Any) -> dict[str, int]:
    return {str(name): int(number) for name, number in told.items()}


@contextmanager
def open_archive(path: Path, unsealed: IO[bytes] | None = None) -> Iterator[Archive]:
    """An export, looked at before anything is unpacked; where the file is sealed, what was in it comes along.

    Raises:
        ImportTrouble: it is no export, isn't whole, is a newer Onward's, or holds what an export doesn't.
    """
    if not (_is_own(unsealed) if unsealed else is_own_export(path)):
        raise ImportTrouble(NOT_OURS.format(name=path.name) if path.is_file() else f"There is no file “{path}”.")
    try:
        with unsealed or open_as_it_came(path) as came, zipfile.ZipFile(came) as file:
            _refuse_odd(file, path)
            yield Archive(file, path.name)
    except DAMAGED as trouble:
        raise ImportTrouble(CUT_OFF.format(name=path.name, why="not all of it is there")) from trouble
    except OSError as trouble:
        if trouble.errno != errno.EINVAL:  # a head that points to before the file’s start; all else is the disk’s
            raise
        raise ImportTrouble(CUT_OFF.format(name=path.name, why="its parts aren’t where it says")) from trouble


def _refuse_odd(file: zipfile.ZipFile, path: Path) -> None:
    members = file.infolist()
    if len(members) > MEMBERS or sum(one.file_size for one in members) > RATIO * path.stat().st_size + FREE:
        raise ImportTrouble(BOMB.format(name=path.name))
    if twice := [name for name, times in Counter(one.filename for one in members).items() if times > 1]:
        raise ImportTrouble(CUT_OFF.format(name=path.name, why=f"“{twice[0]}” is in it twice"))
    known = (HEAD, ROWS, f"{PACKS}/", *(f"{one.folder}/" for one in NAMED_FILES))
    for one in members:
        inside = one.filename[len(ROWS) :] if one.filename.startswith(ROWS) else "a.jsonl"
        if not one.filename.startswith(known) or not re.fullmatch(r"[a-z]+\.jsonl", inside):
            raise ImportTrouble(ODD.format(name=path.name, inner=one.filename))
