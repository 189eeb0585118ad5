"""Everything gone: every row, the file they stood in, recordings, packs, backups and kept passwords.

A small file says that it has begun, so that the next start ends what was killed half way.
"""

from __future__ import annotations

import time
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection, transaction

from onward_app import clock
from onward_app.keeping.files import deletion_file, make_private_file, remove_all_files
from onward_app.keeping.in_use import hold_backups
from onward_app.keeping.owed import note_done, write_anew
from onward_app.keeping.tables import list_tables
from onward_app.on_disk import remove, sync_file, sync_folder
from onward_app.records.models import Change, MailMark, Owner, Part, SignIn
from onward_app.records.writing.forgetting import owe_overwriting
from onward_app.sending.server import read_server
from onward_app.sources.passwords import forget_password
from onward_app.sources.place import OnServer
from onward_app.sqlite_file import OperationalError

TRIES = 20
WAIT = 0.5  # seconds
BUSY: tuple[type[Exception], ...] = (DatabaseError, *OperationalError)
STILL_THERE = (
    "Everything is deleted, but the file couldn’t be written anew because another program has it open ({why}). "
    "Stop Onward and remove its folder, and the last trace is gone; or close that program and start Onward again."
)


class NotAllGone(Exception):
    """Something is left; the message says what, and what to do."""


def delete_everything(owner: Owner) -> Owner:
    """Delete all of it for good, and make the owner of a search that begins anew.

    Raises:
        NotAllGone: the rows are deleted, and what they left in the file isn't overwritten yet.
        OSError: a file couldn't be removed.
    """
    with hold_backups():  # no backup is made of what goes
        _note_begun(owner)
        fresh = _delete_everything(owner)
        _write_anew()
    return fresh


def _note_begun(owner: Owner) -> None:
    place = deletion_file()
    remove(place)
    with make_private_file(place).open("w", encoding="utf-8") as file:
        file.write(owner.made_at.isoformat())
        sync_file(file)
    sync_folder(place.parent)


def _delete_everything(owner: Owner) -> Owner:
    try:
        _forget_passwords(owner)
        fresh = _delete_rows(owner)
        remove_all_files()
    finally:  # it was done, or whoever asked for it is told that it wasn't
        remove(deletion_file())
    return fresh


def finish_deleting() -> None:
    """What was killed half way is done to its end, unless something new was noted since; writing anew is owed then.

    Raises:
        OSError: a file couldn't be removed.
    """
    with hold_backups():
        place = deletion_file()
        if not place.is_file():  # another program has done it by now
            return
        begun = place.read_text("utf-8", errors="replace")
        owner = next((one for one in Owner.objects.all() if one.made_at.isoformat() == begun), None)
        if owner is not None:
            _delete_everything(owner)
        elif not Change.objects.exists():
            remove_all_files()
        remove(place)


def _forget_passwords(owner: Owner) -> None:
    marks = MailMark.objects.filter(owner=owner).exclude(mailbox__contains="://")  # a file or folder has no password
    for mailbox in marks.values_list("mailbox", flat=True).distinct():
        user, _, host = mailbox.rpartition("@")
        forget_password(OnServer("imaps", host, user=user))
    for address, through in _list_servers(owner):
        forget_password(read_server(through, address))


def _list_servers(owner: Owner) -> set[tuple[str, str]]:
    """The servers that messages ever went through: what is set now, and what changes remember."""
    now = {"sends_from": owner.sends_from, "sends_through": owner.sends_through}
    parts = Part.objects.filter(change__owner=owner, table="owner", row=owner.pk)
    told = [now, *(values for part in parts for values in (part.before or {}, part.after))]
    froms = {str(one["sends_from"]) for one in told if one.get("sends_from")}
    throughs = {str(one["sends_through"]) for one in told if one.get("sends_through")}
    return {(address, through) for address in froms for through in throughs}


def _delete_rows(owner: Owner) -> Owner:
    tables = list_tables(apps.get_app_config("records").get_models())
    with transaction.atomic(), connection.cursor() as cursor:
        owe_overwriting()
        SignIn.objects.filter(owner=owner).delete()  # no table of an export
        parts_first = sorted(tables, key=lambda table: table.mine.startswith('"owner_id"'))
        for table in sorted(parts_first, key=lambda table: table.mine.startswith('"id"')):
            query = f'DELETE FROM "{table.place}" WHERE {table.mine}'  # noqa: S608 - our own names
            cursor.execute(query.replace("?", "%s"), [owner.pk])
        if not Owner.objects.exists():
            _count_anew(cursor)
        return Owner.objects.create(made_at=clock.now(), at_home=not Owner.objects.filter(at_home=True).exists())


def _count_anew(cursor: Any) -> None:
    """Rows get their numbers from one on."""
    if connection.vendor == "postgresql":
        from onward_app.postgresql.copying import set_last_number

        for model in apps.get_app_config("records").get_models():
            set_last_number(model._meta.db_table, 0)
    else:
        cursor.execute("DELETE FROM sqlite_sequence WHERE name LIKE 'records_%%'", [])


def _write_anew() -> None:
    """The file without what was in it, and nothing beside it; others that read just now are waited for."""
    if connection.vendor == "postgresql":
        from onward_app.postgresql.copying import write_anew as write_tables_anew

        write_tables_anew()
        return
    for left in reversed(range(TRIES)):
        try:
            with connection.cursor() as cursor:
                write_anew(connection.connection)
                busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            if not busy:
                note_done(connection.connection, 0)
                return
            trouble = "busy"
        except BUSY as error:
            trouble = str(error)
        if not left:
            raise NotAllGone(STILL_THERE.format(why=trouble))
        time.sleep(WAIT)
