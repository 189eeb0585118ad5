"""The ledger of what was read, and the letters that are kept of it.

It is kept in batches while a mailbox is read, so that a kill half way loses little; nothing is filed until the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from onward.facts import LetterKind
from onward.notice.version import reading_version
from onward_app.records.models import Letter, Owner, Seen
from onward_app.records.writing.answers import refresh_answers
from onward_app.records.writing.marks import refresh_letter_marks


def store_letters(owner: Owner, seen: Sequence[tuple[str, LetterKind, date | None]], letters: Sequence[Letter]) -> None:
    """Add messages to the ledger, and keep those that matter. What is kept already stays as it is."""
    with transaction.atomic():
        mark = reading_version()
        rows = [Seen(owner=owner, key=key, kind=str(kind), on=on, read_by=mark) for key, kind, on in seen]
        Seen.objects.bulk_create(
            rows, batch_size=500, update_conflicts=True, unique_fields=["owner", "key"],
            update_fields=["kind", "read_by"],
        )  # fmt: skip
        _keep_letters(owner, {letter.key: letter for letter in letters})


def _keep_letters(owner: Owner, letters: dict[str, Letter]) -> None:
    mine = Letter.objects.filter(owner=owner, key__in=letters)
    new = letters.keys() - set(mine.values_list("key", flat=True))
    Letter.objects.bulk_create([letters[key] for key in letters if key in new], batch_size=100, ignore_conflicts=True)
    refresh_letter_marks(owner, Letter.objects.filter(owner=owner, key__in=new).defer("body"))
    Seen.objects.filter(owner=owner, key__in=new).update(settled=False)
    refresh_answers(owner, keys=set(letters))
