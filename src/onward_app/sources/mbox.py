"""An mbox file, as Thunderbird, Apple Mail, Gmail and half of Unix keep mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from onward_app.sources.found import Found, FromDisk, Source, Trouble
from onward_app.sources.looks import cannot_read, holds_separator, starts_like_mail, starts_like_mbox, what_else
from onward_app.sources.place import OnDisk, Place
from onward_app.sources.split import MailSlice, split_mailbox


@dataclass(frozen=True, slots=True)
class Mbox(FromDisk):
    """One mbox. A file that grows meanwhile is read to where it ended when reading began."""

    kind: ClassVar[str] = "an mbox"

    @property
    def total(self) -> int | None:
        try:
            return self.path.stat().st_size
        except OSError:
            return None

    def __iter__(self) -> Iterator[Found | Trouble]:
        try:
            with self.path.open("rb") as file:
                size = self.path.stat().st_size
                yield from self._pieces(split_mailbox(file, size))
        except OSError as error:
            raise cannot_read(self.path, error) from None

    def _pieces(self, pieces: Iterable[MailSlice]) -> Iterator[Found | Trouble]:
        item = None
        for item, end in told(pieces, self.name):
            self.progress.position = end
            yield item
        if item is None:
            sentence = f"“{self.name}” ends before its first message. If it was copied or exported, do that again."
            yield Trouble(sentence, self.name)


def fits(place: Place) -> Source | None:
    """An mbox opens with a full “From ” line, or has one below other lines and isn't called a single message."""
    return Mbox(place.path) if isinstance(place, OnDisk) and _is_mbox(place) else None


def _is_mbox(place: OnDisk) -> bool:
    if starts_like_mbox(place.head):
        return True
    is_text = what_else(place.head) is None
    is_one = starts_like_mail(place.head) and place.path.suffix.lower() in (".eml", ".emlx")
    return is_text and not is_one and holds_separator(place.head)


def told(pieces: Iterable[MailSlice], name: str) -> Iterator[tuple[Found | Trouble, int]]:
    """Each message with the offset behind it; what is odd about one is said beside it."""
    for number, piece in enumerate(pieces, 1):
        where = f"{name}, message {number}"
        if piece.is_stray and not starts_like_mail(piece.raw):
            yield Trouble(f"“{name}” starts with something that isn’t mail; that was left out.", where), piece.end
            continue
        if piece.left_out:
            yield (
                Trouble(f"Message {number} in “{name}” is very large; only its first 64 MB were read.", where),
                piece.end,
            )
        yield Found(piece.raw, where), piece.end
        if piece.is_cut:
            sentence = (
                f"“{name}” ends in the middle of its last message, so part of it may be missing. "
                "If it was copied or downloaded, do that again and read it once more."
            )
            yield Trouble(sentence, where), piece.end
