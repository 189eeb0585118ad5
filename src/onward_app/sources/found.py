"""What every source gives: messages, troubles in words, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import ClassVar, Protocol, TypeGuard, runtime_checkable

LONGEST_LEDGER = 500  # characters
MESSAGE_LIMIT = 64 * 1024 * 1024  # bytes of one message that are kept; text stands before what is attached


@dataclass(frozen=True, slots=True)
class Found:
    """One message as it stands, and where it was found, in words; with its place in a file where it can be read again
    by that alone: offset and bytes.
    """

    raw: bytes
    where: str
    at: tuple[int, int] | None = None


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


@dataclass(slots=True)
class ReadMarks:
    """How far a source was read: by an earlier reading, by this one, and what is odd about that in sentences.

    What is marked means something to the source alone: a folder's last number, an offset, a name.
    """

    before: Mapping[str, str] = field(default_factory=dict)
    newest: date | None = None  # the last day of what was read before
    since: date | None = None  # nothing older is read; None for all of it
    older: int = 0  # messages that were left out for that
    unfinished: bool = False  # an earlier reading of it was stopped
    now: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@runtime_checkable
class GrowingSource(Source, Protocol):
    """A source that grows and can pass over what was read before."""

    live: ClassVar[bool]  # mail arrives there: what it holds is all that came until now

    @property
    def marks(self) -> ReadMarks:
        """How far it was read."""

    @property
    def ledger(self) -> str:
        """The name under which its marks are kept."""

    @property
    def addresses(self) -> frozenset[str] | None:
        """The person's addresses, as far as the mailbox itself tells them; None where only its messages can."""


def is_growing(source: Source) -> TypeGuard[GrowingSource]:
    """Whether it can go on where an earlier reading stopped. Asked of its class: what it measures isn't measured."""
    return hasattr(type(source), "marks")


def measure_file(path: Path) -> int | None:
    """How many bytes it has; None when nobody can say."""
    try:
        return path.stat().st_size
    except OSError:
        return None


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


@dataclass(frozen=True, slots=True)
class GrownOnDisk(FromDisk):
    """What those have that are read from where the last reading stopped."""

    live: ClassVar[bool] = False
    marks: ReadMarks = field(default_factory=ReadMarks, compare=False, repr=False)

    @property
    def ledger(self) -> str:
        return name_ledger(self.path)

    @property
    def addresses(self) -> frozenset[str] | None:
        return frozenset() if self.marks.before else None  # they were kept when it was read from its start


ON_DISK = "file:"  # opens the name of a ledger of what is on disk


def name_ledger(path: Path) -> str:
    """The name under which the marks of a path are kept: wherever it is opened from, and short enough to keep."""
    whole = path.absolute().as_uri()
    return whole if len(whole) <= LONGEST_LEDGER else f"{ON_DISK}{sha256(whole.encode()).hexdigest()}"
