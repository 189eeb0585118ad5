"""Keeping and burning what the person wrote for nobody but themselves.

No Change speaks of it: undo would keep the words.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from onward_app import clock
from onward_app.records.models import Owner, Writing
from onward_app.records.reading.writings import MATTERS
from onward_app.records.writing.forgetting import forget_rows
from onward_app.records.writing.owner import set_owner_fields


def keep_writing(owner: Owner, sort: str, text: str, *, about: Sequence[str] = ()) -> Writing:
    """Keep it as it is."""
    with transaction.atomic():
        row = Writing.objects.create(owner=owner, sort=sort, about=list(about), text=text, at=clock.now())
        note_written(owner, sort)
    return row


def note_written(owner: Owner, sort: str) -> None:
    """Remember on which day, kept or burnt, so that it isn't offered again within the week."""
    if sort == MATTERS:
        set_owner_fields(owner, values_written_on=clock.today())


def burn_writing(row: Writing) -> None:
    """Delete it for good."""
    with transaction.atomic():
        forget_rows(Writing.objects.filter(pk=row.pk))
