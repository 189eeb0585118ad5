"""What a status means: the word itself, or the known words in it."""

from __future__ import annotations

from functools import lru_cache

from onward.tracker.status_words import StatusMeaning, look_up, read_words
from onward.tracker.words import map_pictures, normalize

NOTHING = "nothing"  # it says nothing of where the job stands
NO_JOB = "no job"  # the row isn't about a job


def word_of(status: str) -> str:
    """A status as it is asked about and remembered."""
    return normalize(status) or " ".join(status.split()).casefold()


@lru_cache(maxsize=20_000)
def read_status(status: str) -> StatusMeaning:
    """What a status that no layout names means.

    >>> read_status("Rejected ❌").value, read_status("Rejected after 2nd interview"), read_status("chatting")
    ('rejected', StatusMeaning(value='interview+rejected', sure=False), StatusMeaning(value='', sure=False))
    """
    plain = normalize(status)
    if not plain:
        return _read_pictures(status)
    whole = look_up(plain)
    if whole is None and "(" in status:
        plain = normalize(status.partition("(")[0]) or plain
        whole = look_up(plain)
    return whole or read_words(plain)


def _read_pictures(status: str) -> StatusMeaning:
    """What a cell without a letter points to: “❌”."""
    value = next((kind for picture, kind in map_pictures().items() if picture in status), "")
    return StatusMeaning(value, sure=False)
