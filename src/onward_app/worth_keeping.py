"""What of the mail that was read is kept as rows: letters about a job, and what belongs to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from onward.ask.answered import AsksInMail
from onward.notice.message.letter import Letter
from onward_app.readers.message import ReadMessage, read_whole
from onward_app.records import models
from onward_app.records.reading.notice import (
    map_first_letters,
    map_seen,
)
from onward_app.records.reading.replies import list_asks_in_mail, to_maybe_answer_unkept
from onward_app.records.writing.ledger import store_letters
from onward_app.records.writing.letters import is_by_person, is_worth_keeping, to_letter_row

ReadWhole = Callable[[ReadMessage], ReadMessage]  # all that one says which was looked at briefly


def rows_worth_keeping(
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


def store_batch(owner: models.Owner, batch: Sequence[ReadMessage], whole: ReadWhole = read_whole) -> None:
    """Add to the ledger what is new in a batch, and keep what matters of it."""
    known = map_seen(owner, [letter.key for letter, _, _ in batch])
    fresh = {item.letter.key: item for item in batch if item.letter.key not in known or known[item.letter.key].anew}
    seen = [
        (letter.key, verdict.guess.kind, letter.date.date() if letter.date else None)
        for letter, verdict, _ in fresh.values()
    ]
    store_letters(owner, seen, rows_worth_keeping(owner, fresh.values(), whole=whole))
