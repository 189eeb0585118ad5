"""Recordings: kept with their file or not at all, and deleted for good, which is the one thing without an undo."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from onward.practice.sound import Sound
from onward_app import clock
from onward_app.left_over import discard_draft
from onward_app.recordings import (
    make_recording_name,
    recording_path,
    remove_recording,
    settle_recording,
    sweep_recordings_folder,
    write_recording,
)
from onward_app.records.models import Attempt, Card, Owner, Recording, Review
from onward_app.records.writing.forgetting import forget_rows

MOST_SECONDS = 3600  # more than a page ever counts


def keep_recording(
    owner: Owner, *, chunks: Iterable[bytes], sort: Sound, card: Card | None, question: str, seconds: int | None
) -> Recording:
    """Keep a recording: the file first, under another name; then the row, and the file moved into place before it
    holds.

    Raises:
        RecordingTrouble: it can't be kept; there is neither a row nor a file.
    """
    sweep_recordings()
    draft, size = write_recording(chunks)
    name = make_recording_name()
    try:
        with transaction.atomic():
            row = Recording.objects.create(
                owner=owner, card=card, question=question, name=name, sort=sort.value, size=size,
                seconds=None if seconds is None else min(seconds, MOST_SECONDS), at=clock.now(),
            )  # fmt: skip
            settle_recording(draft, name)
    except BaseException:
        discard_draft(draft)
        discard_draft(recording_path(name))
        raise
    return row


def delete_recording(owner: Owner, row: Recording) -> None:
    """Delete it for good: the row, what names it, and the file.

    Raises:
        RecordingTrouble: the file is still there, and so is the row.
    """
    with transaction.atomic():
        name = row.name
        Review.objects.filter(owner=owner, recording=name).update(recording="")
        Attempt.objects.filter(owner=owner, recording=name).update(recording="")
        forget_rows(
            Recording.objects.filter(owner=owner, pk=row.pk)
        )  # not `row`: it has to know its number if this fails
        remove_recording(name)  # last: when it fails, all of this is taken back


def sweep_recordings() -> int:
    """Remove files that are left over from something killed half way; how many went."""
    return sweep_recordings_folder(set(Recording.objects.values_list("name", flat=True)))
