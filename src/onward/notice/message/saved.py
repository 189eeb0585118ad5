"""A mail that a mail program saved as a file, brought where one of its attachments or its words were wanted."""

from __future__ import annotations

from collections.abc import Iterator

from onward.notice.message.bodies import list_leaves
from onward.notice.message.headers import split_head
from onward.notice.message.letter import parse_letter
from onward.notice.message.parts import PartCount, parse_tree

_ONLY_OF_MAIL = frozenset({"mime-version", "message-id", "received"})


def is_saved_mail(raw: bytes) -> bool:
    """Whether its head is one that only a mail program writes: “From:” and “Date:” stand in letters, too."""
    return bool(_ONLY_OF_MAIL & split_head(raw)[0].keys())


def open_saved_mail(raw: bytes) -> tuple[str, Iterator[tuple[str, bytes]]]:
    """What it says, and the files in it by name, each decoded when it is its turn."""
    fields, start = split_head(raw)
    leaves = list_leaves(parse_tree(raw, fields, start, PartCount()))
    return parse_letter(raw).body, ((leaf.filename, leaf.content()) for leaf in leaves if leaf.filename)
