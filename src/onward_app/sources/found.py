"""What every source gives: messages, troubles in words, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Protocol, runtime_checkable

MESSAGE_LIMIT = 64 * 1024 * 1024  # bytes of one message that are kept; text stands before what is attached


@dataclass(frozen=True, slots=True)
class Found:
    """One message as it stands, and where it was found, in words."""

    raw: bytes
    where: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that could not be read as it stands; the rest goes on."""

    sentence: str
    where: str

    def __str__(self) -> str:
        return self.sentence


class SourceTrouble(Exception):
    """A place that can't be read at all: a sentence that says what, where, and what to do.

    `permanent` says that trying again changes nothing unless the person does something about it.
    """

    def __init__(self, sentence: str, *, permanent: bool = True) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.permanent = permanent


@dataclass(slots=True)
class Progress:
    """How many bytes have been read: the one thing about a source that changes."""

    position: int = 0


class Source(Protocol):
    """Somewhere letters come from. Iterating reads it from the start, lazily, each time in the same order."""

    kind: ClassVar[str]

    @property
    def total(self) -> int | None:
        """Bytes to read, None when that isn't known beforehand."""

    @property
    def position(self) -> int:
        """Bytes read so far."""

    def __iter__(self) -> Iterator[Found | Trouble]: ...


@runtime_checkable
class GrowingSource(Source, Protocol):
    """A source that grows and can pass over what was read before: it names itself, and marks how far reading came."""

    after: Mapping[str, str]
    marks: dict[str, str]

    @property
    def name(self) -> str:
        """Whose it is, under which its marks are kept."""

    @property
    def addresses(self) -> frozenset[str]:
        """The person's addresses, as far as the mailbox itself tells them."""


@dataclass(frozen=True, slots=True)
class FromDisk:
    """What all sources on disk have: a path, and how far reading has come."""

    path: Path
    progress: Progress = field(default_factory=Progress, compare=False, repr=False)

    @property
    def position(self) -> int:
        return self.progress.position

    @property
    def name(self) -> str:
        return self.path.name or str(self.path)
