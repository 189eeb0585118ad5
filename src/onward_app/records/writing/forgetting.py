"""Forgetting: what is deleted for good goes with its earlier versions and what changes remember of it.

Undo only takes out of force; this is the exception: the file is written anew without it. `docs/privacy.md` has every
kind of it, and a test looks for the bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django.db import DatabaseError, connection, models, transaction

from onward_app.records.models import Change, Decision, Event, Letter, NoOpened, Opportunity, Owner, Part, RejectionDay
from onward_app.records.writing.changes import batches

TYPED = ("notes", "link", "place", "promised_on", "deadline_on", "met")  # what only a person says of a job
RESTING = {Letter: "key", Decision: "key", Event: "letter", RejectionDay: "event__letter", NoOpened: "event__letter"}


def forget_rows(rows: models.QuerySet[Any]) -> None:
    """Delete these rows of one table for good, with what changes remember of them."""
    table, ids = str(rows.model._meta.model_name), list(rows.values_list("pk", flat=True))
    for batch in batches(ids):
        Part.objects.filter(table=table, row__in=batch).delete()
        rows.model._default_manager.filter(pk__in=batch).delete()
    if ids and overwrite not in [waiting[1] for waiting in connection.run_on_commit]:
        transaction.on_commit(overwrite)


def overwrite() -> None:
    """Write the file anew from what is left in it.

    `secure_delete` overwrites what is deleted where it stands; but SQLite moves rows from page to page, and now and
    then leaves a copy in the room that became free. When there is no room to write the file anew, or another program
    has it for longer than it waits, this is left to the next time.
    """
    with connection.cursor() as cursor:
        with suppress(DatabaseError):
            cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # and out of what waits beside it


def forget_quotes(changes: models.QuerySet[Change], words: Iterable[str], instead: str) -> None:
    """Leave these words out of the sentences of some changes."""
    quoted = sorted(filter(None, words), key=len, reverse=True)
    for change in changes:
        said = change.summary
        for word in quoted:
            said = said.replace(word, instead)
        if said != change.summary:
            change.summary = said
            change.save(update_fields=["summary"])


def forget_jobs_of(owner: Owner, letter: Letter) -> None:
    """The jobs that only this letter speaks of: what was read from it goes with it."""
    events = Event.objects.filter(owner=owner, letter=letter.key)
    named = {letter.opportunity_id, letter.suggested_id, *events.values_list("opportunity_id", flat=True)}
    for job in Opportunity.objects.filter(owner=owner, pk__in=[pk for pk in named if pk is not None]):
        if _rests_on(job, letter.key):
            said = Change.objects.filter(owner=owner, opportunity=job)
            forget_quotes(said, (job.title, job.employer), "a job")
            forget_rows(Event.objects.filter(owner=owner, opportunity=job))
            forget_rows(Opportunity.objects.filter(pk=job.pk))


def _rests_on(job: Opportunity, key: str) -> bool:
    """Whether nothing of this job is left without the letter: no other letter, and nothing the person said or did."""
    if any(getattr(job, name) for name in TYPED):
        return False
    for relation in Opportunity._meta.related_objects:
        rows = relation.related_model._default_manager.filter(**{relation.field.name: job})
        if relation.related_model in RESTING:
            rows = rows.exclude(**{RESTING[relation.related_model]: key})
        if relation.related_model is not Change and rows.exists():
            return False
    return True
