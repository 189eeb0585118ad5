"""Forgetting: what is deleted for good goes with its earlier versions and what changes remember of it.

Undo only takes out of force; this is the exception: the file is written anew without it, and so is each backup that has
it. A tombstone stays, by which an export from before is known to hold it. `docs/privacy.md` has every kind of
forgetting, and a test looks for the bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.models.deletion import Collector

from onward_app.keeping.backups import scrub_backups
from onward_app.keeping.owed import is_owed, last_tombstone, note_done, write_anew
from onward_app.keeping.scrub import BY_COLUMN, make_mark
from onward_app.keeping.tables import value_to_file
from onward_app.records.lots import lots
from onward_app.records.models import (
    Change,
    Decision,
    Event,
    Letter,
    NoOpened,
    Opportunity,
    Owner,
    Part,
    RejectionDay,
    Tombstone,
)
from onward_app.sqlite_file import OperationalError

TYPED = (
    "notes",
    "link",
    "place",
    "promised_on",
    "deadline_on",
    "starts_on",
    "pay",
    "met",
)  # what only a person says of a job
RESTING = {Letter: "key", Decision: "key", Event: "letter", RejectionDay: "event__letter", NoOpened: "event__letter"}


def forget_rows(rows: models.QuerySet[Any]) -> None:
    """Delete these rows of one table for good, with what changes remember of them."""
    table, ids = str(rows.model._meta.model_name), list(rows.values_list("pk", flat=True))
    for batch in lots(ids):
        some = rows.model._default_manager.filter(pk__in=batch)
        # One for each row that goes, also for those that go with it
        owner = some.values_list("owner_id", flat=True)[0]
        stones = [_make_tombstone(owner, str(model._meta.model_name), pk) for model, pk in _list_going(some)]
        Tombstone.objects.bulk_create(stones, ignore_conflicts=True)
        Part.objects.filter(table=table, row__in=batch).delete()
        some.delete()
    if ids:
        _overwrite_in_the_end()


def _list_going(rows: models.QuerySet[Any]) -> list[tuple[type[models.Model], int]]:
    going = Collector(using=rows.db)
    going.collect(rows)
    slow = [(model, row.pk) for model, some in going.data.items() for row in some]
    return slow + [(some.model, pk) for some in going.fast_deletes for pk in some.values_list("pk", flat=True)]


def _make_tombstone(owner: int, table: str, row: int, words: str | None = None) -> Tombstone:
    return Tombstone(owner_id=owner, table=table, row=row, mark=read_mark(table, row), words=words)


def read_mark(table: str, row: int) -> str:
    """What `keeping.scrub` finds in a file for this row, wherever the search is."""
    model: Any = apps.get_model("records", table)
    rows = model._default_manager.filter(pk=row)
    if table in BY_COLUMN:
        found = rows.values_list(BY_COLUMN[table], flat=True).first()
    else:
        parts = Part.objects.filter(table=table, row=row).select_related("change")
        found = next((part.change.at for part in parts if part.before is None), "")
    return make_mark(table, row, value_to_file(found)) if rows.exists() else ""


def _overwrite_in_the_end() -> None:
    if _overwrite_everywhere not in [waiting[1] for waiting in connection.run_on_commit]:
        transaction.on_commit(_overwrite_everywhere)


def _overwrite_everywhere() -> None:
    """Here and in the backups; only then is nothing owed any more."""
    through = overwrite()
    scrub_backups()
    if through is not None:
        with suppress(*OperationalError):  # another has it: the next start does all of this once more
            note_done(connection.connection, through)


def finish_forgetting() -> None:
    """What was killed between a deletion and its last trace is done to its end; nothing where nothing is owed.

    On a PostgreSQL the rows went, and what they left in its pages is its own vacuum's.
    """
    if connection.vendor != "sqlite":
        return
    connection.ensure_connection()
    if is_owed(connection.connection):
        _overwrite_everywhere()


def owe_overwriting() -> None:
    """Say in this transaction that the file has to be written anew after it, where no tombstone says so."""
    if connection.vendor == "sqlite":
        note_done(connection.connection, -1)


def overwrite() -> int | None:
    """Write the file anew from what is left in it; up to which tombstone that is so, where a file of SQLite's was.

    `secure_delete` overwrites what is deleted where it stands; but SQLite moves rows from page to page, and now and
    then leaves a copy in the room that became free. When there is no room to write the file anew, or another program
    has it for longer than it waits, this is left to the next time, and to the next start.
    """
    if connection.vendor == "postgresql":
        from onward_app.postgresql.copying import write_anew as write_tables_anew

        with suppress(DatabaseError):
            write_tables_anew()
        return None
    with connection.cursor() as cursor:
        through, written, busy = last_tombstone(connection.connection), False, 1  # what goes meanwhile says so itself
        with suppress(*OperationalError):
            write_anew(connection.connection)
            written = True
        with suppress(DatabaseError):
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]  # and out of what waits beside it
    return through if written and not busy else None


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
            Tombstone.objects.filter(owner=change.owner_id, table="change", row=change.pk).delete()
            _make_tombstone(change.owner_id, "change", change.pk, said).save()  # anew: backups count from the last one
            _overwrite_in_the_end()


def forget_jobs_of(owner: Owner, letter: Letter) -> set[str]:
    """The jobs that only this letter speaks of: what was read from it goes with it. Returns the names they had."""
    names: set[str] = set()
    events = Event.objects.filter(owner=owner, letter=letter.key)
    named = {letter.opportunity_id, letter.suggested_id, *events.values_list("opportunity_id", flat=True)}
    for job in Opportunity.objects.filter(owner=owner, pk__in=[pk for pk in named if pk is not None]):
        if _rests_on(job, letter.key):
            said = Change.objects.filter(owner=owner, opportunity=job)
            forget_quotes(said, (job.title, job.employer), "a job")
            forget_rows(Event.objects.filter(owner=owner, opportunity=job))
            forget_rows(Opportunity.objects.filter(pk=job.pk))
            names.add(job.employer)
    return names


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
