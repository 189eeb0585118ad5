"""A note mailed to oneself: what stands in it is read as if it had been pasted; a phone's mail app is enough."""

from __future__ import annotations

from dataclasses import replace

from onward.notice.message.letter import Letter, parse_letter
from onward_app.sources.found import SourceTrouble
from onward_app.sources.pasted import pasted_bytes


def is_note_to_self(letter: Letter, own: frozenset[str]) -> bool:
    """Whether somebody wrote it to nobody but themselves. An answer in a conversation is none."""
    to = [one.address for one in letter.to]
    return letter.sender.address in own and bool(to) and own.issuperset(to) and not letter.in_reply_to


def open_note(letter: Letter) -> Letter:
    """The letter that a note holds: a forwarded or copied one with its own head, else the words of the note.

    It keeps the key and the message id of the note, and its day where the letter in it has none.
    """
    try:
        inner = parse_letter(pasted_bytes(letter.body.strip() or letter.subject))
    except SourceTrouble:
        return letter
    return replace(
        letter,
        sender=inner.sender,
        to=inner.to,
        subject=inner.subject or letter.subject,
        body=inner.body,
        date=inner.date or letter.date,
        labels=(),
        thread=None,
    )
