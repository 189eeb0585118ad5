"""One message, and all that is attached to it, read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onward.notice.message.letter import Letter, parse_letter
from onward.notice.read import read_letter
from onward.notice.verdict import Verdict
from onward_app.sources.note_to_self import is_note_to_self, open_note

DEEPEST = 3  # messages inside one another


class ReadMessage(NamedTuple):
    """A letter, what was read of it, and the key of the message it was attached to ("" for one that came by itself)."""

    letter: Letter
    verdict: Verdict
    within: str


def open_message(raw: bytes, own: frozenset[str], *, within: str = "", depth: int = 0) -> Iterator[tuple[Letter, str]]:
    """The letter in these bytes, and behind it those in it, each with the key of the one it was attached to. `own` are
    the person's addresses, lower case.
    """
    letter = parse_letter(raw)
    if is_note_to_self(letter, own):
        letter = open_note(letter)
    yield letter, within
    if depth < DEEPEST:
        for inner in letter.attached:
            yield from open_message(inner, own, within=letter.key, depth=depth + 1)


def read_message(raw: bytes, own: frozenset[str], *, briefly: bool = False) -> Iterator[ReadMessage]:
    """All letters in these bytes, read. `briefly` says no more of surely other mail than that it is."""
    for letter, within in open_message(raw, own):
        yield ReadMessage(letter, read_letter(letter, own=own, briefly=briefly), within)


def read_messages(raws: Iterable[bytes], own: frozenset[str], *, briefly: bool = False) -> list[ReadMessage]:
    """All of them, in their order."""
    return [item for raw in raws for item in read_message(raw, own, briefly=briefly)]


def read_whole(item: ReadMessage) -> ReadMessage:
    """The same message with all that it says, where it was looked at briefly."""
    return item._replace(verdict=read_letter(item.letter)) if is_brief(item) else item


def is_brief(item: ReadMessage) -> bool:
    """Whether it was looked at briefly."""
    return not item.verdict.guess.chances and not item.verdict.outgoing
