"""Mail that is being read while the person looks on: one reading for each, in a thread of its own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Lock, Thread

from django.conf import settings
from django.db import connection, connections

from onward_app.collect import OnProgress, Reading, file_what_was_read
from onward_app.records.models import Owner
from onward_app.troubles import describe_trouble

BROKE_OFF = "Reading broke off. What was read until then is kept; read it again, and it goes on from there."
Read = Callable[[Owner, Reading, OnProgress], object]


class ReadingStopped(Exception):
    """Somebody pressed Stop."""


@dataclass(slots=True)
class ReadingUnderWay:
    """What is read and by what, where it lies on this computer, and how far it has come."""

    reading: Reading
    read: Read
    place: str = ""
    after: Callable[[], None] = lambda: None  # what is to be done when it is over, however it ended
    percent: int | None = None  # None where nobody knows how much there is
    stops: bool = False
    over: Event = field(default_factory=Event)

    def note(self, done: int, total: int | None, _: int) -> None:
        """So many bytes are read, of so many."""
        self.percent = min(99, 100 * done // total) if total else None
        if self.stops:
            raise ReadingStopped


_under_way: dict[int, ReadingUnderWay] = {}
_one_at_a_time = Lock()


def find_reading(owner: Owner) -> ReadingUnderWay | None:
    """The reading of this person that is under way, or over and not looked at yet."""
    return _under_way.get(owner.pk)


def forget_reading(owner: Owner) -> None:
    """It was looked at."""
    _under_way.pop(owner.pk, None)


def begin_reading(
    owner: Owner, read: Read, *, place: str = "", after: Callable[[], None] = lambda: None
) -> ReadingUnderWay:
    """Have mail read beside what the person does. One that is under way goes on, and is given instead."""
    with _one_at_a_time:
        there = find_reading(owner)
        if there is not None and not there.over.is_set():
            return there
        one = _under_way[owner.pk] = ReadingUnderWay(Reading(), read, place, after)
    if settings.IN_BROWSER or connection.in_atomic_block:  # no threads there; and what is in a transaction stays in it
        try:
            read(owner, one.reading, one.note)
        except BaseException:
            forget_reading(owner)
            raise
        finally:
            after()
        one.over.set()
    else:
        Thread(target=_read_beside, args=(owner.pk, one, read), daemon=True, name="reading mail").start()
    return one


def _read_beside(pk: int, one: ReadingUnderWay, read: Read) -> None:
    try:
        owner = Owner.objects.get(pk=pk)
        try:
            read(owner, one.reading, one.note)
        except ReadingStopped:
            file_what_was_read(owner, one.reading)
    except Exception as trouble:
        said = describe_trouble(trouble)
        if said is None:
            logging.getLogger("django").exception("reading mail")
        one.reading.troubles.append(said or BROKE_OFF)
    finally:
        try:
            one.after()
        finally:
            connections.close_all()
            one.over.set()
