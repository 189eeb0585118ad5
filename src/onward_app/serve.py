"""Serve Onward on this machine alone, ready in about half a second."""

from __future__ import annotations

import logging
import os
import socket
import sys
import time
from threading import Thread
from urllib.parse import urlsplit

from onward_app import clock, home
from onward_app.beyond import LOOPBACK, ServeTrouble, Serving, plan_serving
from onward_app.example import OPEN_AT
from onward_app.folder_key import is_encrypted
from onward_app.keeping.backups import back_up_each_day
from onward_app.keeping.files import deletion_file
from onward_app.keeping.here import name_here
from onward_app.keeping.in_use import alone as have_alone
from onward_app.keeping.in_use import hold_home
from onward_app.keeping.swap import clear_incoming_drafts, finish_swap, is_swap_left
from onward_app.one_heap import end_loading, share_heap
from onward_app.open_browser import clear_openings, open_browser
from onward_app.records.versions import newest_migration

PATIENT = {  # connections that say nothing don't keep the person out
    "connection_limit": 500,
    "channel_timeout": 30,  # seconds
    "cleanup_interval": 5,
}
IN_MEMORY = {  # bytes; more than a recording or a document has, so that none lies open in a file on its way
    "inbuf_overflow": 64_000_000,
    "outbuf_overflow": 64_000_000,
}
ASK_EVERY = 600  # seconds; whether a new day has begun
PATIENCE = 20  # seconds to wait for another Onward that is making the database just now

OF_THE_FILE = ("full", "I/O", "malformed", "not a database", "unable to open", "readonly")  # what SQLite says then
OF_ANOTHER = ("already exists", "locked", "UNIQUE", "duplicate")  # what it says where two make the same tables

NOT_UPGRADED = (
    "This version can’t take over what is in {folder} ({words}). Nothing of it was changed: the Onward you had before "
    "opens it as it was. Please report these words."
)
NOT_ALL_GONE = "What was to be deleted is not all gone ({why}). Remove that by hand, or delete everything again."
NEWER = "{folder} was last used by a newer Onward. Install that one; this one could spoil what it doesn’t know."


def set_up(*, alone: bool = False) -> None:
    """Django ready, the database made and brought up to date. Cheap when there is nothing to do.

    Who is `alone` with the data folder needn't say that it is in use, and makes the day's backup when it suits.

    Raises:
        HomeTrouble: the data folder can't be used, or the file in it can't be read or is a newer Onward's.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward_app.settings")
    home.prepare_home()
    if is_swap_left():
        with have_alone():
            finish_swap()
    if not alone:
        hold_home()
    clear_incoming_drafts()
    import django

    django.setup()
    end_loading()
    bring_up_to_date(daily=not alone)


def bring_up_to_date(*, daily: bool) -> None:
    """Run migrations only when the newest one isn't in the file: asking Django to find out costs 0.3 s."""
    from django.db.utils import DatabaseError, OperationalError

    try:
        _refuse_unfit()
        applied = _list_applied()
        is_older = bool(applied) and newest_migration() > max(applied)
        if is_older or (applied and daily):
            _back_up(at_once=is_older)
        if max(applied, default="") > newest_migration():
            raise home.HomeTrouble(NEWER.format(folder=name_here()))
        if newest_migration() not in applied:
            _migrate_or_wait()
        _finish_forgetting()
    except (OperationalError, DatabaseError) as trouble:
        raise home.HomeTrouble(_say_unreadable(trouble)) from trouble


def _finish_forgetting() -> None:
    """What was to go for good and was killed half way goes now, before anything else is done."""
    from onward_app.records.writing.forgetting import finish_forgetting

    if deletion_file().is_file():
        from onward_app.records.writing.leaving import finish_deleting

        try:
            finish_deleting()
        except OSError as trouble:
            said = NOT_ALL_GONE.format(why=trouble)
            print(f"onward: {said}", file=sys.stderr)  # noqa: T201 - beside what was asked for
    finish_forgetting()


def _refuse_unfit() -> None:
    """A PostgreSQL that isn't Onward's own, or that can't hold every letter, is left alone."""
    if home.database_url():
        from onward_app.postgresql.fitness import refuse_unfit

        refuse_unfit()


def _back_up(*, at_once: bool = False) -> None:
    """Once a day, and before the file is brought up to date; when that can't be, it is said and nothing is stopped."""
    if said := back_up_each_day(at_once=at_once):
        print(f"onward: {said}", file=sys.stderr)  # noqa: T201 - beside what was asked for


def _keep_backing_up() -> None:
    """While it is served for days: one backup on each."""
    while True:
        time.sleep(ASK_EVERY)
        _back_up()


def _migrate_or_wait() -> None:
    """Migrate; when another Onward started at the same moment and got there first, wait until it is done."""
    try:
        _migrate_tables()
    except Exception as trouble:
        words = str(trouble)
        if any(word in words for word in OF_THE_FILE):
            raise
        if any(word in words for word in OF_ANOTHER) and _is_migrated_by_another():
            return
        raise home.HomeTrouble(NOT_UPGRADED.format(folder=name_here(), words=words)) from trouble


def _is_migrated_by_another() -> bool:
    until = time.monotonic() + PATIENCE
    while newest_migration() not in _list_applied():
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def has_tables() -> bool:
    """Whether anything is in the file at all."""
    from django.db import connection

    return bool(connection.introspection.table_names())


def _list_applied() -> set[str]:
    from django.db import connection

    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT name FROM django_migrations WHERE app = 'records'")
        return {row[0] for row in cursor.fetchall()}


def _migrate_tables() -> None:
    from onward_app.records.tables import create_tables
    from onward_app.records.upgrading import upgrade_tables

    if has_tables():
        upgrade_tables()
    else:
        create_tables()


def _say_unreadable(trouble: Exception) -> str:
    place, words = home.database_path(), str(trouble)
    if home.database_url():
        return f"{name_here()} can’t be used: {words.strip()}"
    if "full" in words:
        return (
            f"The disk is full, so Onward can’t write to {place}. Make some room and start it again; nothing is lost."
        )
    if "I/O" in words:
        return (
            f"The disk couldn’t be read or written at {place} ({words}). The file may be whole, so leave it "
            "where it is. Look at the disk and its cable, and start Onward again."
        )
    if any(sign in words for sign in ("unable to open", "readonly", "locked", "denied")):
        return (
            f"Onward can’t open its file at {place} ({words}). The file may be whole, so leave it where it is. Look "
            "whether you may read and write it and its folder, and start Onward again."
        )
    return (
        f"Onward can’t open its file at {place} ({words}). `onward restore` puts a backup in its place; or move it "
        "away to start anew."
    )


def serve(*, port: int | None, browser: bool, host: str = LOOPBACK, behind: str = "") -> None:
    """Serve until Ctrl-C.

    Raises:
        ServeTrouble: the port is taken, or it would be open to others without a password or without TLS.
        HomeTrouble: as `set_up`, or the clock is to be held at what is no moment.
    """
    set_up()
    clock.now()
    serving = _plan_serving(host, behind)
    _take_up_reading()
    _clear_recordings()
    clear_openings()
    from waitress.server import create_server

    from onward_app.web.gate import used
    from onward_app.web.wsgi import application

    listener = _open_listener(port, serving)
    address = _opens_at(listener.getsockname()[1], serving)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # one person: a page that waits a moment is no news
    share_heap()
    Thread(target=_keep_backing_up, daemon=True).start()
    server = create_server(
        application, sockets=[listener], threads=6, ident=None, clear_untrusted_proxy_headers=True,
        url_scheme="https" if serving.behind else "http", **PATIENT, **(IN_MEMORY if is_encrypted() else {}),
    )  # fmt: skip
    print(f"{OPEN_AT}{address}", flush=True)  # noqa: T201 - this is what the command is for
    print("That address works once. Leave with Ctrl-C.", flush=True)  # noqa: T201
    if browser and not serving.behind:
        used.append(open_browser(address))
    try:
        server.run()
    except KeyboardInterrupt:
        server.close()
    finally:
        clear_openings()


def _plan_serving(host: str, behind: str) -> Serving:
    """Where to listen; the settings know of a declared proxy from here on."""
    from django.conf import settings

    from onward_app.web.password import has_password

    serving = plan_serving(host, behind, password=has_password())
    if serving.behind:
        settings.BEHIND = serving.behind
        settings.ALLOWED_HOSTS = [urlsplit(serving.behind).hostname]
        settings.CSRF_COOKIE_SECURE = True
    return serving


def _opens_at(port: int, serving: Serving) -> str:
    """The address that works once."""
    from django.urls import reverse

    from onward_app.web.gate import new_token

    door = reverse("enter", urlconf="onward_app.web.urls", query={"token": new_token()})
    return f"{serving.behind or f'http://{serving.host}:{port}'}{door}"


def _take_up_reading() -> None:
    """Mail that was read and not filed, because the reading was stopped half way, is filed now."""
    from onward_app.records.reading.unfiled import needs_filing
    from onward_app.records.writing.owner import ensure_owner

    owner = ensure_owner()
    if needs_filing(owner):
        from onward_app.records.writing.filing.letters import file_letters

        file_letters(owner, summary="Filed what was read before the reading stopped.")


def _clear_recordings() -> None:
    """Files of recordings that were killed half way go."""
    from onward_app.records.writing.recordings import sweep_recordings

    sweep_recordings()


def _open_listener(port: int | None, serving: Serving) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((serving.host, port or 0))
    except OSError as trouble:
        raise ServeTrouble(
            f"Port {port} can’t be used ({trouble.strerror}). Leave --port out to get a free one."
        ) from trouble
    listener.listen(64)
    return listener
