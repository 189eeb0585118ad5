"""One message in a file of its own: .eml as every mail program saves it, .emlx as Apple Mail keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from onward_app.sources.found import MESSAGE_LIMIT, Found, FromDisk, Source, SourceTrouble, Trouble, measure_file
from onward_app.sources.looks import cannot_read, is_outlook_message, say_outlook, starts_like_mail, what_else
from onward_app.sources.place import OnDisk, Place
from onward_app.sources.saved import is_saved_text, take_saved
from onward_app.sources.split import TWO_IN_ONE, holds_head

_COUNT = re.compile(rb"\s{0,10}(\d{1,12})\s{0,10}\r?\n")


@dataclass(frozen=True, slots=True)
class EmlFile(FromDisk):
    """One file with one message."""

    kind: ClassVar[str] = "one message"

    @property
    def total(self) -> int | None:
        return measure_file(self.path)

    def __iter__(self) -> Iterator[Found | Trouble]:
        yield from read_one(self.path, self.name)
        self.progress.position = self.total or 0


def fits(place: Place) -> Source | None:
    """Anything that opens with the head of a message, or is called .eml and isn't plainly something else."""
    if not isinstance(place, OnDisk):
        return None
    if is_outlook_message(place.head):
        raise SourceTrouble(say_outlook(place.name))
    return EmlFile(place.path) if is_message(place.path, place.head) else None


def is_message(path: Path, head: bytes) -> bool:
    """Whether one message stands in a file that starts with these bytes."""
    if what_else(head) or not head.strip(b"\0 \t\r\n"):
        return False
    count = _COUNT.match(head)
    if is_saved_text(head):
        return True
    return starts_like_mail(head[count.end() :] if count else head) or path.suffix.lower() in (".eml", ".emlx")


def read_one(path: Path, where: str) -> Iterator[Found | Trouble]:
    """The message in a file, or the sentence that says why not."""
    try:
        with path.open("rb") as file:
            raw = file.read(MESSAGE_LIMIT + 1)
    except OSError as error:
        raise cannot_read(path, error) from None
    if len(raw) > MESSAGE_LIMIT:
        yield Trouble(f"“{path.name}” is very large; only its first 64 MB were read.", where)
    whole = take_message(raw[:MESSAGE_LIMIT])
    several = take_saved(whole) or [whole]
    for number, one in enumerate(several, 1):
        yield Found(one, where if len(several) == 1 else f"{where}, message {number}")
        if holds_head(one):
            yield Trouble(TWO_IN_ONE.format(where=f"“{path.name}”"), where)


def take_message(raw: bytes) -> bytes:
    """Apple Mail writes how many bytes the message has into the first line, and its own notes below the message."""
    count = _COUNT.match(raw)
    if count is None:
        return raw
    return raw[count.end() : count.end() + int(count[1])]
