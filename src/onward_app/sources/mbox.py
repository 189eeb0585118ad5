"""An mbox file, as Thunderbird, Apple Mail, Gmail and half of Unix keep mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import SEEK_END, BytesIO
from typing import BinaryIO, ClassVar

from onward_app.sources.found import Found, GrownOnDisk, Trouble, measure_file
from onward_app.sources.grown import Extent, find_extent, make_mark
from onward_app.sources.looks import HEAD, cannot_read, starts_like_mail, what_else
from onward_app.sources.place import OnDisk, Place
from onward_app.sources.plain_lines import PlainLines, turn_head
from onward_app.sources.separators import find_separator, holds_separator, starts_like_mbox
from onward_app.sources.split import MailSlice, split_mailbox, unquote

_LENGTH = re.compile(rb"^content-length:", re.IGNORECASE | re.MULTILINE)
WHOLE = ""  # the name of its one mark


@dataclass(frozen=True, slots=True)
class Mbox(GrownOnDisk):
    """One mbox. A file that grows meanwhile is read to where it ended when reading began, and the next reading goes
    on from there.
    """

    kind: ClassVar[str] = "an mbox"

    @property
    def total(self) -> int | None:
        return measure_file(self.path)

    def __iter__(self) -> Iterator[Found | Trouble]:
        try:
            with self.path.open("rb") as file:
                size = self.path.stat().st_size
                extent, note = find_extent(file, size, self.marks.before.get(WHOLE, ""), self.name)
                self.marks.notes[:] = [note] if note else []
                yield from self._read_pieces(file, size, extent)
                self.progress.position = size
                mark = make_mark(file, extent)
                self.marks.now.update({WHOLE: mark} if mark else {})
        except OSError as error:
            raise cannot_read(self.path, error) from None

    def _read_pieces(self, file: BinaryIO, size: int, extent: Extent) -> Iterator[Found | Trouble]:
        item, start, before = None, extent.offset, extent.count
        file.seek(start)
        pieces = extent.follow(split_mailbox(file, size - start), start)
        for item, end in list_messages(pieces, self.name, before=before):
            self.progress.position = start + end
            yield replace(item, at=(start + item.at[0], item.at[1])) if isinstance(item, Found) and item.at else item
        if item is None and not start:
            sentence = f"“{self.name}” ends before its first message. If it was copied or exported, do that again."
            yield Trouble(sentence, self.name)

    def peek_at_end(self, size: int) -> list[Found]:
        """The messages that stand in the last bytes of a long file, without a look at the rest; none where only the
        rest could tell where messages part.
        """
        try:
            with self.path.open("rb") as file:
                start = file.seek(0, SEEK_END) - size
                extent, _ = find_extent(file, start + size, self.marks.before.get(WHOLE, ""), self.name)
                file.seek(0)
                is_plain = PlainLines(file.read(HEAD)).changes_nothing
                file.seek(max(0, start))
                tail = file.read(size) if is_plain and start > extent.offset else b""
        except OSError:  # told when it is read
            return []
        at = find_separator(tail)
        if at < 0 or _LENGTH.search(tail):
            return []
        pieces = [piece for piece in split_mailbox(BytesIO(tail[at:])) if not piece.is_cut]
        return [
            Found(piece.raw, self.name, (start + at + piece.start, piece.size)) for piece in pieces if piece.start >= 0
        ]

    @property
    def can_be_read_in_order(self) -> bool:
        """Whether offsets mean something in it: a mark could be made."""
        return WHOLE in self.marks.now

    def read_in_order(self, places: Iterable[tuple[int, int]]) -> Iterator[Found]:
        """The messages at these offsets, each of so many bytes, as a reading of the whole file found them."""
        try:
            with self.path.open("rb") as file:
                for start, size in places:
                    file.seek(start)
                    yield Found(unquote(file.read(size)), self.name)
        except OSError as error:
            raise cannot_read(self.path, error) from None


def fits(place: Place) -> Mbox | None:
    """An mbox opens with a full “From ” line, or has one below other lines and isn't called a single message."""
    return Mbox(place.path) if isinstance(place, OnDisk) and _is_mbox(place) else None


def _is_mbox(place: OnDisk) -> bool:
    head = turn_head(place.head)
    if starts_like_mbox(head):
        return True
    is_text = what_else(place.head) is None
    is_one = starts_like_mail(head) and place.path.suffix.lower() in (".eml", ".emlx")
    return is_text and not is_one and holds_separator(head)


def list_messages(pieces: Iterable[MailSlice], name: str, *, before: int = 0) -> Iterator[tuple[Found | Trouble, int]]:
    """Each message with the offset behind it; what is odd about one is said beside it. `before` it come so many."""
    double: list[int] = []
    end = 0
    for number, piece in enumerate(pieces, before + 1):
        where, end = f"{name}, message {number}", piece.end
        if piece.is_stray and not starts_like_mail(piece.raw):
            yield Trouble(f"“{name}” starts with something that isn’t mail; that was left out.", where), end
            continue
        if piece.left_out:
            yield Trouble(f"Message {number} in “{name}” is very large; only its first 64 MB were read.", where), end
        yield Found(piece.raw, where, (piece.start, piece.size) if piece.start >= 0 else None), end
        if piece.holds_head:
            double.append(number)
        if piece.is_cut:
            sentence = (
                f"“{name}” ends in the middle of its last message, so part of it may be missing. "
                "If it was copied or downloaded, do that again and read it once more."
            )
            yield Trouble(sentence, where), end
    if double:
        yield _tell_double(double, name), end


TWO_IN_SOME = (
    "In message {few} of “{name}” the head of another letter stands in the middle of the text, so two letters may have "
    "been read as one. Look there in your mail program, and bring the second as a file of its own.",
    "In {n} messages ({few}) of “{name}” the head of another letter stands in the middle of the text, so two letters "
    "may have been read as one. Look there in your mail program, and bring the second as a file of its own.",
)


def _tell_double(numbers: list[int], name: str) -> Trouble:
    """What is said of messages in whose text the head of another one stands."""
    few = ", ".join(map(str, numbers[:3])) + (" …" if len(numbers) > 3 else "")
    said = TWO_IN_SOME[len(numbers) != 1].format(n=len(numbers), few=few, name=name)
    return Trouble(said, name)
