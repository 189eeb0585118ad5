"""What the person says that a sentence of a reply is."""

from __future__ import annotations

from enum import StrEnum


class SentenceSort(StrEnum):
    """What the person says a sentence is."""

    PRAISE = "praise"
    WORK = "work"
    KIND = "kind"
    LEAVE = "leave"
