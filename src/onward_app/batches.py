"""Mail in batches: taken from each place, read while the next batch is taken, and counted."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Sequence

from onward.notice.message.letter import letter_key
from onward_app.one_reading import OnProgress, Reading
from onward_app.readers.message import ReadMessage
from onward_app.readers.pool import Readers
from onward_app.reading_report import letter_to_json
from onward_app.records import models
from onward_app.records.reading.notice import (
    ABOUT_A_JOB,
    map_seen,
)
from onward_app.resuming import (
    find_newest_before,
    is_live,
)
from onward_app.sources import Source, SourceTrouble, Trouble, is_growing
from onward_app.sources.newest import FIRST, NewestFirst
from onward_app.worth_keeping import ReadWhole

BATCH = 400  # messages kept in memory before they go to the ledger
ATTACHED = b"message/rfc822"  # such a message holds others, and they are counted on every read

Batch = Iterator[ReadMessage]  # messages that are being read
Way = Source | NewestFirst  # a place, and how it is gone through


def read_all(
    owner: models.Owner,
    sources: Sequence[Source],
    reading: Reading,
    own: frozenset[str],
    progress: OnProgress | None,
) -> Generator[tuple[Source, list[ReadMessage], ReadWhole], None, None]:
    """Go through every source in batches, each given to the caller when it is read, with whom to ask for all that one
    of its messages says. While one is, the next is taken from a disk; from a server only when its turn comes, since the
    marks of what was taken are kept with the batch.
    """
    done, total = 0, _add_totals(sources) if progress else None
    with Readers(own, briefly=reading.printed is None) as readers:
        for source in sources:
            earlier, reading.newest = reading.newest, find_newest_before(source)
            way, size = _choose_way(source, readers), source.total if progress else 0
            batches = _cut_batches(way, reading, readers.room)
            begun = (_begin_batch(owner, raws, reading, readers) for raws in batches)
            for items in begun if is_live(source) or readers.count == 1 else _keep_one_ahead(begun):
                reading.goes_on = not isinstance(way, NewestFirst) or (not way.is_little and way.share < 1)
                yield source, _end_batch(owner, items, reading), readers.read_whole
                if progress:
                    progress(
                        done + (int(way.share * (size or 0)) if isinstance(way, NewestFirst) else source.position),
                        total,
                        reading.messages,
                    )
            done += source.position
            if is_growing(source):
                source.marks.newest = reading.newest
                reading.notes += source.marks.notes
                reading.passed_over |= bool(source.marks.before)
                reading.older += way.older if isinstance(way, NewestFirst) else source.marks.older
            reading.newest = max(filter(None, (earlier, reading.newest)), default=None)


def _choose_way(source: Source, readers: Readers) -> Way:
    """A server gives the newest first by itself, and a single message has no order."""
    if is_growing(source) and not source.live:
        return NewestFirst(source, source.marks.since, readers.expect_much)
    return source


def _keep_one_ahead(batches: Iterator[Batch]) -> Iterator[Batch]:
    """Each when the next one has begun; but the first at once, since somebody waits for it."""
    first = next(batches, None)
    if first is not None:
        yield first
    before = next(batches, None)
    for batch in batches:
        if before is not None:
            yield before
        before = batch
    if before is not None:
        yield before


def _cut_batches(way: Way, reading: Reading, room: int) -> Iterator[list[bytes]]:
    """Messages in batches of bounded number, of much the first one smaller, each ended by the message that fills `room`
    bytes, and emptied when the next is asked for; what can't be read leaves its sentence.
    """
    batch: list[bytes] = []
    size, most = 0, FIRST
    try:
        for found in way:
            if isinstance(found, Trouble):
                reading.troubles.append(str(found))
                continue
            batch.append(found.raw)
            size += len(found.raw)
            if isinstance(way, NewestFirst):
                most = BATCH if way.is_little else 1 if way.is_first_over else most
            if len(batch) >= min(most, BATCH) or size >= room:
                yield batch
                batch.clear()
                size, most = 0, BATCH
    except SourceTrouble as trouble:
        reading.troubles.append(str(trouble))
        reading.whole = False
    yield batch


def _begin_batch(owner: models.Owner, raws: list[bytes], reading: Reading, readers: Readers) -> Batch:
    """Begin to read those that are new; of the others the ledger knows the kind, unless every one has to be told of."""
    known = map_seen(owner, [letter_key(raw) for raw in raws])
    fresh: list[bytes] = []
    for raw in raws:
        seen = known.get(letter_key(raw))
        if seen is not None and not seen.anew and reading.printed is None and ATTACHED not in raw.lower():
            reading.messages += 1
            reading.kinds[seen.kind] += 1
            reading.note_day(seen.on)
            if seen.kind in ABOUT_A_JOB:
                reading.telling.add(letter_key(raw))
        else:
            fresh.append(raw)
    return readers.begin(fresh)


def _end_batch(owner: models.Owner, batch: Batch, reading: Reading) -> list[ReadMessage]:
    """What was read, counted."""
    items = list(batch)
    known = map_seen(owner, [item.letter.key for item in items])
    for item in items:
        _count_message(reading, item, new=item.letter.key not in known)
    return items


def _count_message(reading: Reading, item: ReadMessage, *, new: bool) -> None:
    letter, verdict, within = item
    reading.messages += 1
    reading.note_day(letter.date.date() if letter.date else None)
    if new:
        reading.fresh.add(letter.key)
    if verdict.guess.kind in ABOUT_A_JOB:
        reading.telling.add(letter.key)
    reading.kinds[str(verdict.guess.kind)] += 1
    reading.unsure += verdict.guess.unsure
    reading.odd.update(letter.troubles)
    if reading.printed is not None:
        reading.printed.write(json.dumps(letter_to_json(letter, verdict, within)) + "\n")


def _add_totals(sources: Sequence[Source]) -> int | None:
    totals = [source.total for source in sources]
    return None if None in totals else sum(total or 0 for total in totals)
