"""The one loop that reads mail: from sources to the rows of what was seen, and from the letters kept to events."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from onward.ask.answered import AsksInMail
from onward.notice.message.letter import Letter, letter_key
from onward.notice.read import read_as_no
from onward.notice.verdict import is_plainly_not_a_no
from onward.wording.counts import join_sentences
from onward_app.example import example_mailbox
from onward_app.filing_reading import file_so_far, file_what_was_read, plan_only
from onward_app.folder_key import is_encrypted
from onward_app.one_reading import OnProgress, Reading
from onward_app.readers.message import ReadMessage, read_message, read_messages, read_whole
from onward_app.readers.pool import Readers
from onward_app.reading_report import letter_to_json
from onward_app.records import models
from onward_app.records.reading.notice import (
    ABOUT_A_JOB,
    list_own_addresses,
    map_first_letters,
    map_seen,
)
from onward_app.records.reading.replies import list_asks_in_mail, to_maybe_answer_unkept
from onward_app.records.writing.letters import is_by_person, is_worth_keeping, to_letter_row
from onward_app.records.writing.notice import Filing, file_letters, store_letters
from onward_app.records.writing.owner import remember_addresses
from onward_app.resuming import (
    find_newest_before,
    is_live,
    keep_marks,
    keep_marks_so_far,
    load_marks,
    say_it_held_mail,
)
from onward_app.second_look import Opened, look_again
from onward_app.sources import Place, Source, SourceTrouble, Trouble, is_growing, open_source
from onward_app.sources.newest import FIRST, NewestFirst
from onward_app.sources.owner import addresses_in

BATCH = 400  # messages kept in memory before they go to the ledger
ATTACHED = b"message/rfc822"  # such a message holds others, and they are counted on every read
__all__ = [
    "OnProgress", "Reading", "collect_example", "collect_mail", "file_what_was_read", "store_pasted", "take_in_letters",
]  # fmt: skip
SPOOL = 8_000_000  # bytes of printed objects kept in memory before they go to a file

Batch = Iterator[ReadMessage]  # messages that are being read
ReadWhole = Callable[[ReadMessage], ReadMessage]  # all that one says which was looked at briefly
Way = Source | NewestFirst  # a place, and how it is gone through


def collect_example(owner: models.Owner) -> Reading:
    """Read the example’s mailbox into an empty search."""
    with example_mailbox() as place:
        return collect_mail(owner, [place])


def collect_mail(
    owner: models.Owner,
    places: Sequence[str | Path | Place],
    *,
    since: date | None = None,
    dry_run: bool = False,
    objects: bool = False,
    anew: bool = False,
    again: bool = True,
    progress: OnProgress | None = None,
    on_filed: Callable[[Reading], object] | None = None,
    into: Reading | None = None,
) -> Reading:
    """Read mail from `places`, the newest first and none from before the day `since`, keep what matters, and file what
    is sure: of much mail several times on the way, and each time `on_filed` is called.

    One place that can't be read leaves its sentence in `troubles`, and the rest goes on. With `dry_run` nothing is
    stored. With `objects` every message is told of, also those that were read before. A mailbox that grows is read from
    where an earlier reading stopped, `anew` from its start. A place that is there only now isn't read `again`. Whoever
    may stop it gives the reading that it goes `into`, and then calls `file_what_was_read`.
    """
    reading = into or Reading()
    if objects:
        reading.printed = _open_spool()
    opened = _open_sources(owner, places, reading, since, goes_on=again and not (dry_run or objects or anew))
    sources = [source for _, source, _ in opened]
    own = list_own_addresses(owner) | _find_own_addresses(sources)
    if dry_run:
        _read_dry(owner, reading, opened, own, progress)
        return reading
    remember_addresses(owner, own)
    with closing(_read_all(owner, sources, reading, own, progress)) as read:
        for source, batch, whole in read:
            _store_batch(owner, batch, whole)
            keep_marks_so_far(owner, source)  # after its messages: killed between the two, they are read again
            if reading.goes_on and reading.messages >= reading.file_at:
                file_so_far(owner, reading, on_filed)
    _store_other_mail(owner, reading, opened, own)
    reading.over = True
    for source in sources if again else ():
        keep = keep_marks if reading.whole or not is_live(source) else keep_marks_so_far
        keep(owner, source)
    file_what_was_read(owner, reading)
    return reading


def _read_dry(
    owner: models.Owner, reading: Reading, opened: Sequence[Opened], own: frozenset[str], progress: OnProgress | None
) -> None:
    rows: list[models.Letter] = []
    with closing(_read_all(owner, [source for _, source, _ in opened], reading, own, progress)) as read:
        for _, batch, whole in read:
            rows += _rows_worth_keeping(owner, batch, whole=whole)
    other = look_again(owner, opened, map_first_letters(owner, rows), own)
    rows += _rows_worth_keeping(owner, list(other), rows)
    plan_only(owner, reading, rows, own)


def _store_other_mail(owner: models.Owner, reading: Reading, opened: Sequence[Opened], own: frozenset[str]) -> None:
    """Keep what people wrote beside their letters about a job; of all of them, where an earlier reading never did."""
    unfinished = any(is_growing(source) and source.marks.unfinished for _, source, _ in opened)
    people = map_first_letters(owner, keys=None if unfinished else reading.telling)
    store_letters(owner, [], _rows_worth_keeping(owner, look_again(owner, opened, people, own)))


def take_in_letters(owner: models.Owner, raws: Iterable[bytes]) -> Filing:
    """Read single messages (pasted, dropped, forwarded as attachments) and file them."""
    own = list_own_addresses(owner)
    _store_batch(owner, read_messages(raws, own))
    return file_letters(owner)


def store_pasted(owner: models.Owner, raw: bytes) -> models.Letter:
    """Read one letter that the person hands over as about a job, and keep it whatever it looks like. It isn’t filed
    yet.
    """
    letter, verdict, _ = next(read_message(raw, list_own_addresses(owner)))
    if not is_plainly_not_a_no(verdict.guess.kind, unsure=verdict.guess.unsure):
        verdict = read_as_no(letter, verdict)
    on = letter.date.date() if letter.date else None
    store_letters(owner, [(letter.key, verdict.guess.kind, on)], [to_letter_row(owner, letter, verdict)])
    return models.Letter.objects.get(owner=owner, key=letter.key)


def _open_spool() -> IO[str]:
    room = 0 if is_encrypted() else SPOOL  # none: nothing of an encrypted folder goes to a file that isn't
    file: IO[str] = SpooledTemporaryFile(max_size=room, mode="w+", encoding="utf-8", newline="\n")  # noqa: SIM115
    return file  # it lives as long as the reading


def _open_sources(
    owner: models.Owner, places: Sequence[str | Path | Place], reading: Reading, since: date | None, *, goes_on: bool
) -> list[Opened]:
    """Each place that can be read, on from where an earlier reading stopped if `goes_on`."""
    found: list[Opened] = []
    for place in places:
        try:
            source = open_source(place)
        except SourceTrouble as trouble:
            reading.troubles.append(join_sentences(str(trouble), say_it_held_mail(owner, place)))
            continue
        if is_growing(source):
            source.marks.since = since
        if goes_on:
            load_marks(owner, [source])
        reading.live |= is_live(source)
        found.append((place, source, find_newest_before(source)))
    return found


def _find_own_addresses(sources: Sequence[Source]) -> frozenset[str]:
    """The person's addresses, from the first messages of each place. Its troubles are told when it is read."""
    found: frozenset[str] = frozenset()
    for source in sources:
        known = source.addresses if is_growing(source) else None
        if known is not None:
            found |= known  # and no message of it is fetched twice
            continue
        try:
            found |= addresses_in(source)
        except SourceTrouble:
            continue
    return found


def _read_all(
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
        _tally_message(reading, item, new=item.letter.key not in known)
    return items


def _tally_message(reading: Reading, item: ReadMessage, *, new: bool) -> None:
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


def _rows_worth_keeping(
    owner: models.Owner,
    batch: Iterable[ReadMessage],
    more: Sequence[models.Letter] = (),
    whole: ReadWhole = read_whole,
) -> list[models.Letter]:
    """Rows for those of a batch that are about a job, answer what the person asked, or are from somebody who wrote
    about a job before. `more` are letters that aren't stored.
    """
    asked, wrote = list_asks_in_mail(owner), map_first_letters(owner, more)
    asks = AsksInMail(asked)
    kept = []
    for item in batch:
        letter, verdict, within = item
        if is_worth_keeping(verdict) or (
            not verdict.outgoing
            and (
                _has_written(letter, wrote)
                or (asked and asks.find_answered(to_maybe_answer_unkept(letter, verdict)) is not None)
            )
        ):
            kept.append(to_letter_row(owner, letter, whole(item).verdict, within=within))
    return kept


def _has_written(letter: Letter, wrote: Mapping[str, date]) -> bool:
    """Whether a person who wrote this wrote about a job no later."""
    first = wrote.get(letter.sender.address)
    return first is not None and letter.date is not None and first <= letter.date.date() and is_by_person(letter)


def _store_batch(owner: models.Owner, batch: Sequence[ReadMessage], whole: ReadWhole = read_whole) -> None:
    known = map_seen(owner, [letter.key for letter, _, _ in batch])
    fresh = {item.letter.key: item for item in batch if item.letter.key not in known or known[item.letter.key].anew}
    seen = [
        (letter.key, verdict.guess.kind, letter.date.date() if letter.date else None)
        for letter, verdict, _ in fresh.values()
    ]
    store_letters(owner, seen, _rows_worth_keeping(owner, fresh.values(), whole=whole))
