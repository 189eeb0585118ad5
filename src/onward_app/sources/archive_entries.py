"""Which entries of an archive are mail, by their names and then by what is in them, and the messages of one."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from onward_app.sources.archive_limits import FREE, RATIO, bomb
from onward_app.sources.eml_file import is_message, take_message
from onward_app.sources.found import MESSAGE_LIMIT, Found, Trouble
from onward_app.sources.looks import HEAD
from onward_app.sources.mbox import list_messages
from onward_app.sources.saved import take_saved
from onward_app.sources.separators import starts_like_mbox
from onward_app.sources.split import split_mailbox

_MESSAGES = (".eml", ".emlx")
_BY_CONTENT = ("", ".mbx", ".mail", ".txt", ".mht", ".mhtml")  # as Thunderbird, mutt, MH and Outlook name their files
_SURELY = re.compile(r"\.(?:mbox(?:/mbox)?|msf)$", re.IGNORECASE)  # Apple Mail’s folders; Thunderbird’s have an index
_MOSTLY = 0.5  # of the files of a zip among others: then it is somebody’s mail, and no program’s example


class Guarded:
    """A stream that stops when far more comes out of it than went in."""

    def __init__(self, stream: IO[bytes], name: str, packed: int) -> None:
        self.stream = stream
        self.name = name
        self.left = RATIO * packed + FREE

    def read(self, size: int, /) -> bytes:
        """The next bytes. Raises SourceTrouble for a bomb."""
        data = self.stream.read(size)
        self.left -= len(data)
        if self.left < 0:
            raise bomb(self.name)
        return data


def is_mail(name: str) -> bool:
    """Whether an entry may be mail, by its name."""
    path = PurePosixPath(name)
    hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    is_known = _says_mail(name) or path.suffix.lower() in _BY_CONTENT
    return is_known and not hidden and "tmp" not in path.parts[-2:-1]


def list_mail(entries: Iterable[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """The entries of a zip that may be mail, in the order of their names."""
    return sorted(
        (e for e in entries if e.filename and not e.is_dir() and is_mail(e.filename)), key=lambda e: e.filename
    )


def is_mostly_mail(entries: Iterable[zipfile.ZipInfo]) -> bool:
    """Whether a zip that lies among other files is one of mail: it has an mbox, or saved messages and little else."""
    names = [e.filename for e in entries if not e.is_dir() and "__MACOSX" not in e.filename]
    mail = [name for name in names if is_mail(name) and _says_mail(name)]
    return len(mail) >= _MOSTLY * len(names) > 0 or any(map(_SURELY.search, names))


def read_entry(stream: Guarded, name: str, where: str) -> Iterator[tuple[Found | Trouble, int]]:
    """The messages of one entry, each with the offset behind it."""
    suffix = PurePosixPath(name).suffix.lower()
    first = b"" if suffix == ".mbox" else stream.read(HEAD)
    if suffix == ".mbox" or (suffix in _BY_CONTENT and starts_like_mbox(first)):
        yield from list_messages(split_mailbox(_Again(first, stream)), where)
    elif _says_mail(name) or is_message(Path(PurePosixPath(name).name), first):
        raw = take_message(first + stream.read(MESSAGE_LIMIT - len(first)))
        for one in take_saved(raw) or [raw]:
            yield Found(one, where), len(raw)


def _says_mail(name: str) -> bool:
    """Whether a name is one that mail alone has."""
    path = PurePosixPath(name)
    return path.suffix.lower() in (".mbox", *_MESSAGES) or path.parent.name in ("cur", "new")


class _Again:
    """A stream whose first bytes were looked at already."""

    def __init__(self, first: bytes, stream: Guarded) -> None:
        self.first = first
        self.stream = stream

    def read(self, size: int, /) -> bytes:
        if not self.first:
            return self.stream.read(size)
        data, self.first = self.first[:size], self.first[size:]
        return data
