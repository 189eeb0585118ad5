"""Other mail from somebody who wrote about a job: looked for when all is read, since the newest is read first.

Nothing is kept of other mail but that it was seen, so those who wrote about a job are looked for once more in the
places that were read, by the heads of messages: a hundredth of the work of reading them. So it doesn't matter in which
order mail came, nor whether an earlier reading was stopped half way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from onward.notice.message.letter import letter_key
from onward.notice.read import read_letter
from onward_app.readers.message import ReadMessage, open_message
from onward_app.records.models import Owner
from onward_app.records.reading.notice import list_kept_ids, list_kept_keys
from onward_app.records.writing.letters import is_by_person, may_matter_later
from onward_app.sources import Found, Place, Source, SourceTrouble, is_growing, open_source
from onward_app.sources.imap import ImapMailbox
from onward_app.sources.newest import find_day
from onward_app.sources.written_by import may_be_written_by

Opened = tuple[str | Path | Place, Source, date | None]  # with the last day of what was passed over


def look_again(
    owner: Owner, opened: Sequence[Opened], people: Mapping[str, date], own: frozenset[str]
) -> Iterator[ReadMessage]:
    """Other mail that one of these `people` may have written no earlier than the day they first wrote about a job; what
    isn't kept of it yet, or was decided on. It is read briefly. `own` are the person's addresses: they send notes to
    themselves.
    """
    if not people:
        return
    since = min(people.values())
    wanted = {address.encode("utf-8", "replace") for address in (*people, *own)}
    for place, source, passed_over in opened:
        raws = _find_again(owner, place, source, passed_over, wanted, since)
        for raw in _without_kept(owner, raws):
            for letter, within in open_message(raw, own):
                if is_by_person(letter):  # most isn't, and what it is need not be known then
                    item = ReadMessage(letter, read_letter(letter, own=own, briefly=True), within)
                    if may_matter_later(item.verdict):
                        yield item


def _find_again(
    owner: Owner, place: str | Path | Place, source: Source, passed_over: date | None, wanted: set[bytes], since: date
) -> Iterator[bytes]:
    """The messages of one place. What breaks now was whole a moment ago, and is met by the next reading."""
    try:
        if isinstance(source, ImapMailbox):
            yield from source.find_written_by(wanted, since, list_kept_ids(owner))
        else:
            yield from _find_on_disk(place, source, passed_over, wanted, since)
    except SourceTrouble:
        return


def _find_on_disk(
    place: str | Path | Place, source: Source, passed_over: date | None, wanted: set[bytes], since: date
) -> Iterator[bytes]:
    again = open_source(place)
    least = since
    if is_growing(source) and is_growing(again):
        least = max(since, source.marks.since or since)
        if passed_over is not None and passed_over < since:
            again.marks.before = source.marks.before
    for found in again:
        if (
            isinstance(found, Found)
            and find_day(found.raw) >= least.toordinal()
            and may_be_written_by(found.raw, wanted)
        ):
            yield found.raw


def _without_kept(owner: Owner, raws: Iterator[bytes]) -> Iterator[bytes]:
    kept = list_kept_keys(owner)
    return (raw for raw in raws if letter_key(raw) not in kept)
