"""Who wrote a message, by its bytes alone: enough to pass over all that surely is from somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ADDRESS = re.compile(rb"[^\s<>\"(),;:]{1,300}@[^\s<>\"(),;:]{1,300}")
_FROM = re.compile(rb"^from:([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE | re.MULTILINE)
_INSIDE = b"message/rfc822"  # what is attached to such a message was written by others


def may_be_written_by(raw: bytes, people: Iterable[bytes]) -> bool:
    """Whether one of these addresses, in small letters, may have written a message or one that is attached to it."""
    low = raw.lower()
    if _INSIDE in low:
        return True
    end = max(low.find(b"\n\n"), low.find(b"\r\n\r\n"))
    head = low if end < 0 else low[: end + 2]
    lines = _FROM.findall(head)
    found = {address for line in lines for address in _ADDRESS.findall(line)}
    return not found or not found.isdisjoint(people)
