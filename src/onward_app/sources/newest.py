"""The newest first, from a place on a disk, in whatever order it has its mail.

A Maildir has its files' times. Of a long mbox the end comes at once; then it, and anything else, is looked over for the
days alone: that takes a hundredth of the time that reading takes, and the newest few are held on the way. Then an mbox
is read by the places of its messages, and an archive or a folder is gone through again for the next eight times as
many, and so on; what is taken is chosen by a message's own day, so that a place that changes meanwhile hides nothing.
Without a day it is new.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate
from heapq import heappop, heappush

from onward_app.sources.found import Found, ReadMarks, Source, SourceTrouble, Trouble, is_growing
from onward_app.sources.maildir import Maildir
from onward_app.sources.mbox import Mbox

FEW = 400  # messages; so many come in the order of the place, and at once
FIRST = 120  # messages that come first of more
TIMES = 8  # as many in each further going through
HOLDS = 4_000_000  # bytes held at most while it is looked over
MUCH = 200  # messages, from which somebody may want to know that much is coming
HEAD = 16_384  # bytes in which a day is looked for
NEW = date.max.toordinal()
_DATE = re.compile(rb"^date:[ \t]{0,9}([^\r\n]{6,80})", re.IGNORECASE | re.MULTILINE)


def find_day(raw: bytes) -> int:
    """The day that a message's head says, as a number; of one that says none, a day after all others."""
    end = raw.find(b"\n\n", 0, HEAD)
    found = _DATE.search(raw, 0, HEAD if end < 0 else end + 1)
    told = parsedate(found[1].decode("ascii", "replace")) if found else None
    try:
        return date(*told[:3]).toordinal() if told else NEW
    except (ValueError, OverflowError):
        return NEW


@dataclass(slots=True)
class NewestFirst:
    """A place on a disk, gone through from its newest messages on, and not beyond the day `since`, where one is given.

    `on_much` is called when it turns out that there is much.
    """

    source: Source
    since: date | None = None
    on_much: Callable[[], object] = lambda: None
    older: int = 0  # messages that were left out
    count: int = 0  # messages that are given, as far as it is known
    is_little: bool = True  # so little that its order doesn't matter; known when the first message is given
    size: int = 0  # bytes of them
    given: int = 0  # bytes that were
    told: set[str] = field(default_factory=set)
    is_first_over: bool = False  # it just gave the last of what comes before a longer look

    @property
    def share(self) -> float:
        """How much of it was given, from 0 to 1."""
        return min(1.0, self.given / self.size) if self.size else 0.0

    @property
    def least(self) -> int:
        """The first day that is wanted."""
        return self.since.toordinal() if self.since else 0

    def __iter__(self) -> Iterator[Found | Trouble]:
        if isinstance(self.source, Maildir):
            return self._follow_times(self.source)
        return self._follow_days()

    def _follow_times(self, source: Maildir) -> Iterator[Found | Trouble]:
        files = source.list_newest_first()
        self.size, self.is_little = source.total or 0, len(files) <= FEW
        if len(files) >= MUCH:
            self.on_much()
        for item in source if self.is_little else source.read_files(files):
            if isinstance(item, Trouble):
                yield item
                continue
            self.given += len(item.raw)
            if find_day(item.raw) < self.least:
                self.older += 1
                continue
            self.count += 1
            yield item

    def _peek(self, held: _Held) -> Iterator[Found]:
        """What stands at the end of a long mbox, at once: most of them grow there."""
        last = self.source.peek_at_end(HOLDS) if isinstance(self.source, Mbox) else []
        if last:
            self.on_much()
        days = [(find_day(one.raw), n, one) for n, one in enumerate(last)]
        timely = sorted((one for one in days if one[0] >= self.least), key=lambda one: one[:2], reverse=True)[:FIRST]
        for number, (_, _, found) in enumerate(timely, 1):
            self.is_first_over = number == len(timely)
            held.given.add(found.at)
            yield found
        self.is_first_over = False

    def _follow_days(self) -> Iterator[Found | Trouble]:
        held = _Held()
        self.is_little = False
        yield from self._peek(held)
        broke: SourceTrouble | None = None
        try:
            yield from self._look_over(held)
        except SourceTrouble as trouble:
            broke = trouble
        marks, self.is_little = _copy_marks(self.source), held.is_all
        for found in held.list_first():
            yield self._give(found)
        if not held.is_all:
            yield from self._go_on(held)
        _put_back(self.source, marks)
        if broke is not None:
            raise broke

    def _look_over(self, held: _Held) -> Iterator[Trouble]:
        """Hold the newest of it, and learn the days; what is odd in it is said now."""
        for item in self.source:
            if isinstance(item, Trouble):
                self.told.add(str(item))
                yield item
            elif (day := find_day(item.raw)) < self.least:
                self.older += 1
            else:
                self.size += len(item.raw)
                held.take(day, item)
                self.given += len(item.raw) if item.at in held.given else 0
                self.count = len(held.days)
                if self.count == MUCH:
                    self.on_much()

    def _go_on(self, held: _Held) -> Iterator[Found | Trouble]:
        """All but the newest few, which were given."""
        places = held.list_places()
        if isinstance(self.source, Mbox) and places is not None and self.source.can_be_read_in_order:
            for found in self.source.read_in_order(places):
                yield self._give(found)
        else:
            yield from self._go_through(held)

    def _go_through(self, held: _Held) -> Iterator[Found | Trouble]:
        """The newest eight times as many first, and so on."""
        given = Counter(found.raw for found in held.newest_first())
        places = held.given
        for low, high in list_spans(held.days, self.least):
            with suppress(SourceTrouble):  # it was met when all was looked over
                for item in self.source:
                    if isinstance(item, Trouble):
                        yield from self._tell_once(item)
                    elif low <= find_day(item.raw) <= high and (item.at is None or item.at not in places):
                        if given[item.raw] > 0:
                            given[item.raw] -= 1
                        else:
                            yield self._give(item)

    def _tell_once(self, trouble: Trouble) -> Iterator[Trouble]:
        if str(trouble) not in self.told:
            self.told.add(str(trouble))
            yield trouble

    def _give(self, found: Found) -> Found:
        self.given += len(found.raw)
        return found


class _Held:
    """Of what is looked over the days, the first few messages in their order, and the newest, each in a bounded number
    of bytes; and where all of them stand, as far as that can be told.
    """

    def __init__(self) -> None:
        self.days = array("l")
        self.given: set[tuple[int, int] | None] = set()  # the places of what was given before
        self.starts, self.sizes = array("q"), array("q")
        self.few: list[Found] = []
        self.heap: list[tuple[int, int, Found]] = []  # day, minus its number, message
        self.few_bytes = self.heap_bytes = 0

    def take(self, day: int, found: Found) -> None:
        start, size = found.at or (-1, 0)
        self.starts.append(start)
        self.sizes.append(size)
        if len(self.days) < FEW and self.few_bytes + len(found.raw) <= HOLDS and not self.given:
            self.few.append(found)
            self.few_bytes += len(found.raw)
        self.days.append(day)
        if found.at is not None and found.at in self.given:
            return
        heappush(self.heap, (day, 1 - len(self.days), found))
        self.heap_bytes += len(found.raw)
        while len(self.heap) > FIRST or self.heap_bytes > HOLDS:
            self.heap_bytes -= len(heappop(self.heap)[2].raw)

    @property
    def is_all(self) -> bool:
        """Whether the few are all of them."""
        return len(self.few) == len(self.days)

    def newest_first(self) -> list[Found]:
        return [found for _, _, found in sorted(self.heap, key=lambda one: one[:2], reverse=True)]

    def list_first(self) -> list[Found]:
        """What comes at once: all where there are few, else the newest."""
        if self.is_all:
            return self.few
        self.few = []
        return self.newest_first()

    def list_places(self) -> list[tuple[int, int]] | None:
        """Where all but the newest stand, the newest of them first; None where one has no place."""
        if -1 in self.starts:
            return None
        out = {-number for _, number, _ in self.heap}
        left = (n for n in range(len(self.days)) if n not in out and (self.starts[n], self.sizes[n]) not in self.given)
        order = sorted(left, key=lambda n: (-self.days[n], n))
        return [(self.starts[n], self.sizes[n]) for n in order]


def list_spans(days: Sequence[int], least: int) -> list[tuple[int, int]]:
    """Spans of days, the newest first, each of what the one before leaves of eight times as many messages."""
    ordered = sorted(days, reverse=True)
    spans, high, place = [], NEW, FIRST * TIMES
    while place < len(ordered):
        low = ordered[place]
        if low <= high:
            spans.append((low, high))
            high = low - 1
        place *= TIMES
    return [*spans, (least, high)]


def _copy_marks(source: Source) -> ReadMarks | None:
    """How far it was read when all was looked over: what came later is met by the next reading."""
    return ReadMarks(now=dict(source.marks.now), notes=list(source.marks.notes)) if is_growing(source) else None


def _put_back(source: Source, marks: ReadMarks | None) -> None:
    if is_growing(source) and marks is not None:
        source.marks.now = marks.now
        source.marks.notes[:] = marks.notes
