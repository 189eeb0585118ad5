"""The one loop that reads mail: from sources to the rows of what was seen, and from the letters kept to events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from onward.notice.read import read_as_no
from onward.notice.verdict import is_plainly_not_a_no
from onward.wording.counts import join_sentences
from onward_app.batches import read_all
from onward_app.example import example_mailbox
from onward_app.filing_reading import file_so_far, file_what_was_read, plan_only
from onward_app.folder_key import is_encrypted
from onward_app.one_reading import OnProgress, Reading
from onward_app.readers.message import read_message, read_messages
from onward_app.records import models
from onward_app.records.reading.notice import (
    list_own_addresses,
    map_first_letters,
)
from onward_app.records.writing.filing.letters import Filing, file_letters
from onward_app.records.writing.ledger import store_letters
from onward_app.records.writing.letters import to_letter_row
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
from onward_app.sources import Place, Source, SourceTrouble, is_growing, open_source
from onward_app.sources.owner import addresses_in
from onward_app.worth_keeping import rows_worth_keeping, store_batch

__all__ = [
    "OnProgress", "Reading", "collect_example", "collect_mail", "file_what_was_read", "store_pasted", "take_in_letters",
]  # fmt: skip
SPOOL = 8_000_000  # bytes of printed objects kept in memory before they go to a file


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
    with closing(read_all(owner, sources, reading, own, progress)) as read:
        for source, batch, whole in read:
            store_batch(owner, batch, whole)
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
    with closing(read_all(owner, [source for _, source, _ in opened], reading, own, progress)) as read:
        for _, batch, whole in read:
            rows += rows_worth_keeping(owner, batch, whole=whole)
    other = look_again(owner, opened, map_first_letters(owner, rows), own)
    rows += rows_worth_keeping(owner, list(other), rows)
    plan_only(owner, reading, rows, own)


def _store_other_mail(owner: models.Owner, reading: Reading, opened: Sequence[Opened], own: frozenset[str]) -> None:
    """Keep what people wrote beside their letters about a job; of all of them, where an earlier reading never did."""
    unfinished = any(is_growing(source) and source.marks.unfinished for _, source, _ in opened)
    people = map_first_letters(owner, keys=None if unfinished else reading.telling)
    store_letters(owner, [], rows_worth_keeping(owner, look_again(owner, opened, people, own)))


def take_in_letters(owner: models.Owner, raws: Iterable[bytes]) -> Filing:
    """Read single messages (pasted, dropped, forwarded as attachments) and file them."""
    own = list_own_addresses(owner)
    store_batch(owner, read_messages(raws, own))
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
