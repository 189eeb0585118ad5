"""Files that somebody is looking at before they are brought in: in memory alone, and only the last few."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from onward.tracker.tables import TrackerTable
from onward_app.records.models import Owner

KEPT = 4
_held: OrderedDict[tuple[int, str], tuple[TrackerTable, ...]] = OrderedDict()
_lock = Lock()


def hold_tables(owner: Owner, tables: Sequence[TrackerTable]) -> str:
    """Keep the tables of a file until it is brought in or others push it out; returns the word to find it by."""
    word = secrets.token_urlsafe(12)
    with _lock:
        _held[owner.pk, word] = tuple(tables)
        while len(_held) > KEPT:
            _held.popitem(last=False)
    return word


def find_tables(owner: Owner, word: str) -> tuple[TrackerTable, ...] | None:
    """The tables, or None when they are gone or another's."""
    with _lock:
        return _held.get((owner.pk, word))


def drop_tables(owner: Owner, word: str) -> None:
    """Let go of them."""
    with _lock:
        _held.pop((owner.pk, word), None)
