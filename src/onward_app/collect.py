"""The one loop that reads mail: from sources to the rows of what was seen, and from the letters kept to events."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from onward.ask.answered import AsksInMail
from onward.notice.linking.link import FilingPlan, link_letters
from onward.notice.message.letter import Letter, letter_key
from onward.notice.read import read_as_no
from onward.notice.verdict import Verdict, is_plainly_not_a_no
from onward.wording.counts import count_noun
from onward_app import clock
from onward_app.example import example_mailbox
from onward_app.folder_key import is_encrypted
from onward_app.readers.message import ReadMessage, read_message, read_messages, read_whole
from onward_app.readers.pool import Readers
from onward_app.reading_report import letter_to_json
from onward_app.records import models
from onward_app.records.facts import to_letter_facts
from onward_app.records.reading.notice import (
    list_known_jobs,
    list_own_addresses,
    list_person_decisions,
    list_reads,
    load_filed,
    map_first_letters,
    map_places,
    map_seen,
)
from onward_app.records.reading.replies import list_asks_in_mail, to_maybe_answer_unkept
from onward_app.records.writing.letters import is_by_person, is_worth_keeping, may_matter_later, to_letter_row
from onward_app.records.writing.notice import Filing, file_letters, store_letters
from onward_app.records.writing.owner import record_mail_read, remember_addresses
from onward_app.resuming import find_newest_before, is_live, keep_marks, load_marks, say_it_held_mail
from onward_app.sources import Place, Source, SourceTrouble, Trouble, is_growing, open_source
from onward_app.sources.owner import addresses_in

BATCH = 400  # messages kept in memory before they go to the ledger
ATTACHED = b"message/rfc822"  # such a message holds others, and they are counted on every read
HELD, HELD_LENGTH = 2_000, 8_000  # letters of other mail held in memory till the end, and characters of each
RECENT = timedelta(days=7)  # a mailbox in use gets something every week; what ends before is an older copy
SPOOL = 8_000_000  # bytes of printed objects kept in memory before they go to a file

Batch = Iterator[ReadMessage]  # messages that are being read
OnProgress = Callable[[int, int | None, int], None]  # bytes done, bytes in all if known, messages


@dataclass(slots=True)
class Reading:
    """What came of reading some places."""

    messages: int = 0
    fresh: set[str] = field(default_factory=set)  # keys of the messages that were not read before
    newest: date | None = None  # the last day that a message has, none to come
    whole: bool = True  # no source broke half way
    live: bool = False  # mail was read where it arrives
    kinds: Counter[str] = field(default_factory=Counter)
    unsure: int = 0
    odd: Counter[str] = field(default_factory=Counter)  # what was damaged in messages that were read all the same
    troubles: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what is good to know, and no trouble
    passed_over: bool = False  # some of what was read before wasn't read again
    held: list[ReadMessage] = field(default_factory=list)  # other mail from people: who wrote about a job is seen later
    filing: Filing | None = None  # None in a dry run
    plan: FilingPlan | None = None
    printed: IO[str] | None = None  # one JSON object a line, without the opportunity
    job_of: dict[str, str | int] = field(default_factory=dict)  # letter → its job
    verdicts: dict[str, Verdict] = field(default_factory=dict)  # of the new letters that are kept, at least

    @property
    def new(self) -> int:
        """How many messages were not read before, each counted once however often it stands there."""
        return len(self.fresh)

    def note_day(self, on: date | None) -> None:
        """A message of that day was read."""
        if on is not None and on <= clock.today():
            self.newest = max(on, self.newest or on)

    def lines(self) -> Iterator[dict[str, Any]]:
        """The printed objects, each with the opportunity that linking gave it."""
        if self.printed is None:
            return
        self.printed.seek(0)
        for line in self.printed:
            told = json.loads(line)
            told["opportunity"] = self.job_of.get(told["key"])
            yield told


def collect_example(owner: models.Owner) -> Reading:
    """Read the example’s mailbox into an empty search."""
    with example_mailbox() as place:
        return collect_mail(owner, [place])


def collect_mail(
    owner: models.Owner,
    places: Sequence[str | Path | Place],
    *,
    dry_run: bool = False,
    objects: bool = False,
    anew: bool = False,
    again: bool = True,
    progress: OnProgress | None = None,
) -> Reading:
    """Read mail from `places`, keep what matters, and file what is sure.

    One place that can't be read leaves its sentence in `troubles`, and the rest goes on. With `dry_run` nothing is
    stored. With `objects` every message is told of, also those that were read before. A mailbox that grows is read from
    where an earlier reading stopped, `anew` from its start. A place that is there only now isn't read `again`.
    """
    reading = Reading()
    if objects:
        reading.printed = _open_spool()
    sources = _open_sources(owner, places, reading)
    reading.live = any(is_live(source) for source in sources)
    if again and not (dry_run or objects or anew):
        load_marks(owner, sources)
    own = list_own_addresses(owner) | _find_own_addresses(sources)
    with closing(_read_all(owner, sources, reading, own, progress)) as read:
        if dry_run:
            rows: list[models.Letter] = []
            for source, batch in read:
                rows += _rows_worth_keeping(owner, _hold_back(reading, source, batch))
            rows += _rows_worth_keeping(owner, reading.held, rows)
            _plan_only(owner, reading, rows, own)
            return reading
        remember_addresses(owner, own)
        for source, batch in read:
            _store_batch(owner, _hold_back(reading, source, batch))
            if is_live(source):  # after its messages: killed between the two, they are read again
                keep_marks(owner, source)
    _store_batch(owner, reading.held)
    for source in sources if again else ():
        keep_marks(owner, source)
    _file_reading(owner, reading)
    return reading


def _hold_back(reading: Reading, source: Source, batch: list[ReadMessage]) -> list[ReadMessage]:
    """What of a batch can be stored at once. Other mail from people waits until all is read: whether one of them wrote
    about a job may stand further down, and what was held back when reading is stopped is simply read again. A mailbox
    on a server, whose marks are kept on the way, holds nothing back.
    """
    if is_live(source):
        return batch
    now: list[ReadMessage] = []
    for item in batch:
        held = may_matter_later(item.letter, item.verdict) and len(item.letter.body) <= HELD_LENGTH
        (reading.held if held and len(reading.held) < HELD else now).append(item)
    return now


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


def _open_sources(owner: models.Owner, places: Sequence[str | Path | Place], reading: Reading) -> list[Source]:
    found: list[Source] = []
    for place in places:
        try:
            found.append(open_source(place))
        except SourceTrouble as trouble:
            reading.troubles.append(f"{trouble}{say_it_held_mail(owner, place)}")
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
) -> Generator[tuple[Source, list[ReadMessage]], None, None]:
    """Go through every source in batches, each given to the caller when it is read. While one is, the next is taken
    from a disk; from a server only when its turn comes, since the marks of what was taken are kept with the batch.
    """
    done, total = 0, _add_totals(sources) if progress else None
    with Readers(own, briefly=reading.printed is None) as readers:
        for source in sources:
            earlier, reading.newest = reading.newest, find_newest_before(source)
            batches = _cut_batches(source, reading, readers.room)
            begun = (_begin_batch(owner, raws, reading, readers) for raws in batches)
            for items in begun if is_live(source) or readers.count == 1 else _keep_one_ahead(begun):
                yield source, _end_batch(owner, items, reading)
                if progress:
                    progress(done + source.position, total, reading.messages)
            done += source.position
            if is_growing(source):
                source.marks.newest = reading.newest
                reading.notes += source.marks.notes
                reading.passed_over |= bool(source.marks.before)
            reading.newest = max(filter(None, (earlier, reading.newest)), default=None)


def _keep_one_ahead(batches: Iterator[Batch]) -> Iterator[Batch]:
    """Each when the next one has begun."""
    before = next(batches, None)
    for batch in batches:
        if before is not None:
            yield before
        before = batch
    if before is not None:
        yield before


def _cut_batches(source: Source, reading: Reading, room: int) -> Iterator[list[bytes]]:
    """Messages in batches of bounded number, each ended by the message that fills `room` bytes, and emptied when the
    next is asked for; what can't be read leaves its sentence.
    """
    batch: list[bytes] = []
    size = 0
    try:
        for found in source:
            if isinstance(found, Trouble):
                reading.troubles.append(str(found))
                continue
            batch.append(found.raw)
            size += len(found.raw)
            if len(batch) >= BATCH or size >= room:
                yield batch
                batch.clear()
                size = 0
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
    reading.kinds[str(verdict.guess.kind)] += 1
    reading.unsure += verdict.guess.unsure
    reading.odd.update(letter.troubles)
    if reading.printed is not None:
        reading.printed.write(json.dumps(letter_to_json(letter, verdict, within)) + "\n")


def _add_totals(sources: Sequence[Source]) -> int | None:
    totals = [source.total for source in sources]
    return None if None in totals else sum(total or 0 for total in totals)


def _rows_worth_keeping(
    owner: models.Owner, batch: Iterable[ReadMessage], more: Sequence[models.Letter] = ()
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
            kept.append(to_letter_row(owner, letter, read_whole(item).verdict, within=within))
    return kept


def _has_written(letter: Letter, wrote: Mapping[str, date]) -> bool:
    """Whether a person who wrote this wrote about a job no later."""
    first = wrote.get(letter.sender.address)
    return first is not None and letter.date is not None and first <= letter.date.date() and is_by_person(letter)


def _store_batch(owner: models.Owner, batch: Sequence[ReadMessage]) -> None:
    known = map_seen(owner, [letter.key for letter, _, _ in batch])
    fresh = {item.letter.key: item for item in batch if item.letter.key not in known or known[item.letter.key].anew}
    seen = [
        (letter.key, verdict.guess.kind, letter.date.date() if letter.date else None)
        for letter, verdict, _ in fresh.values()
    ]
    store_letters(owner, seen, _rows_worth_keeping(owner, fresh.values()))


def _summarize_filing(new: int) -> str:
    if not new:
        return "Filed the letters again."
    return f"Read {count_noun(new, 'new message')} and filed what {'it says' if new == 1 else 'they say'}."


def _plan_only(owner: models.Owner, reading: Reading, rows: list[models.Letter], own: frozenset[str]) -> None:
    """What filing would do with the letters that are kept and these, without a write."""
    facts = {one.key: one for one in list_reads(owner)}
    facts |= {row.key: to_letter_facts(row, own) for row in rows if row.key not in facts}
    reads = list(facts.values())
    reading.plan = link_letters(reads, known_jobs=list_known_jobs(owner), decisions=list_person_decisions(owner))
    names = {job.name: job.id if job.id is not None else job.name for job in reading.plan.jobs}
    reading.job_of = {key: names[job.name] for job in reading.plan.jobs for key in job.keys}
    reading.verdicts = {one.key: one.verdict for one in reads}


def _file_reading(owner: models.Owner, reading: Reading) -> None:
    reading.filing = file_letters(owner, summary=_summarize_filing(reading.new))
    if owner.filed_through is None:  # it was much: what a first filing comes to is looked at again now, not at a yes
        file_letters(owner)
    reading.plan = load_filed(owner)
    reading.job_of = {**map_places(owner)}
    reading.verdicts = {one.key: one.verdict for one in list_reads(owner, keys=reading.fresh)}
    if (read_to := _find_day_read_to(reading)) is not None:
        record_mail_read(owner, read_to)


def _find_day_read_to(reading: Reading) -> date | None:
    """The day up to which mail is read now, None where nobody can say: a source that broke may hold more.

    Today, where mail was read on its server; of what lies on a disk too, unless even the newest message is so old that
    this is a copy from before.
    """
    if not reading.whole or (reading.newest is None and not reading.live):
        return None
    today = clock.today()
    if reading.live or reading.newest is None or today - reading.newest <= RECENT:
        return today
    return reading.newest
