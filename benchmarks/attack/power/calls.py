"""What a process asked of the system, call by call, as strace writes it down."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

NAMED = "openat,close,lseek,write,pwrite64,ftruncate,sendfile,fsync,fdatasync,mkdir,rmdir,rename,link,unlink,unlinkat"
LONGEST = 64_000_000  # bytes of one write that are recorded whole
_CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_WORD = re.compile(r'"((?:\\x[0-9a-f]{2})*)"|([^,\s"][^,"]*)')
_OF_NUMBER = re.compile(r"<((?:\\x[0-9a-f]{2})*)>(?:\(deleted\))?")  # what is open under a number


@dataclass(frozen=True, slots=True)
class Call:
    """One call: what it was given (texts as bytes, the rest as it stands), and its answer."""

    name: str
    given: tuple[bytes | str, ...]
    answer: int
    at: str  # the path of the first file or folder that was given by its number

    def number(self, which: int) -> int:
        """What was given, as a number."""
        return int(self.given[which])

    def path(self, which: int) -> str:
        """What was given, as a whole path."""
        given = self.given[which]
        assert isinstance(given, bytes), self
        return os.path.normpath(Path(self.at) / os.fsdecode(given))


def record(words: Sequence[str], into: Path, world: dict[str, str], said: IO[bytes]) -> int:
    """Run a command with every call that writes recorded; how it ended."""
    watched = ["strace", "-y", "-xx", "-s", str(LONGEST), "-o", str(into), "-e", f"trace={NAMED}", "-e", "signal=none"]
    return subprocess.run([*watched, *words], env=world, stdout=said, stderr=said, check=False).returncode


def count_calls(recorded: Path) -> int:
    """How many calls `read_calls` gives, without reading what they were given."""
    with recorded.open(encoding="ascii") as lines:
        return sum(_find_done(line) is not None for line in lines)


def read_calls(recorded: Path) -> Iterator[Call]:
    """The calls that did something, in their order."""
    with recorded.open(encoding="ascii") as lines:
        for line in lines:
            if (found := _find_done(line)) is not None:
                at = _OF_NUMBER.search(found[2])
                given = tuple(_read_given(_OF_NUMBER.sub("", found[2])))
                yield Call(found[1], given, int(found[3]), os.fsdecode(_read_bytes(at[1])) if at else "/")


def _find_done(line: str) -> re.Match[str] | None:
    found = _CALL.match(line)
    return found if found and int(found[3]) >= 0 else None


def _read_given(text: str) -> Iterator[bytes | str]:
    for found in _WORD.finditer(text):
        yield found[2] if found[2] is not None else _read_bytes(found[1])


def _read_bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
