"""Backups: one folder each, a copy of the database and of the packs; recordings and
documents are kept once for all of them.

A copy is taken by SQLite while others write, opened and checked, and only then has its name. Every file of it is whole
or not there.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path

from onward_app import clock, home
from onward_app.example import is_example_shown
from onward_app.folder_key import copy_key_file
from onward_app.keeping.files import (
    DATABASE,
    NAMED_FILES,
    NamedFiles,
    backups_folder,
    clear_drafts,
    copy_packs,
    draft_folder,
    link_or_copy,
    make_private_file,
    make_private_folder,
    say_left_out,
)
from onward_app.keeping.here import is_here, name_here, read_here, read_only
from onward_app.keeping.in_use import InUse, hold_backups
from onward_app.keeping.owed import settle_owed
from onward_app.keeping.recoding import recode_database
from onward_app.keeping.scrub import find_search, read_tombstones, scrub
from onward_app.sqlite_file import Error, OperationalError, connect, find_key

DAYS, WEEKS, MONTHS = 7, 4, 12  # the newest of so many days, weeks and months are kept
REPLACED = "replaced-"  # what a restore or an import has put away
REPLACED_FOR = timedelta(days=365)
SURE_DAYS = 3  # with a backup, until it is believed that a year has gone
NAMED = "%Y-%m-%d-%H%M%S"


class BackupTrouble(Exception):
    """A backup can't be made or used; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that is there."""

    path: Path
    at: datetime
    replaced: bool  # it is what stood here before something else was put in its place
    left_out: tuple[str, ...] = ()  # packs that couldn't be read when it was made just now

    @property
    def name(self) -> str:
        """What it is called by."""
        return self.path.name

    @property
    def what_is_missing(self) -> str:
        """That packs were left out of it, or nothing to say."""
        return say_left_out(self.left_out)

    @property
    def database(self) -> Path:
        """Its copy of the database."""
        return self.path / DATABASE


def list_backups() -> list[Backup]:
    """All that are there, the newest first."""
    try:
        found = [_read_name(path) for path in backups_folder().iterdir() if (path / DATABASE).is_file()]
    except OSError:
        return []
    return sorted((one for one in found if one), key=lambda one: (one.at, one.name), reverse=True)


def _read_name(path: Path) -> Backup | None:
    replaced = path.name.startswith(REPLACED)
    try:
        at = datetime.strptime(path.name.removeprefix(REPLACED)[:17], NAMED)  # noqa: DTZ007 - the person's own clock
    except ValueError:
        return None
    return Backup(path, at, replaced)


def make_backup(*, replaced: bool = False) -> Backup:
    """Back up what is here now, check the copy, and let those go that are no longer kept.

    A pack that can't be read is left out and named; where something takes its place it is an error: it would be lost.

    Raises:
        BackupTrouble: the copy isn't right, so it wasn't kept; the older ones are as they were.
        OSError: the disk is full, or the folder can't be written.
    """
    with hold_backups():
        place = _find_free_name(replaced=replaced)
        copy_key_file(make_private_folder(backups_folder()))  # for recordings and documents, which lie beside them
        with draft_folder(place) as draft:
            copy_database(None, make_private_file(draft / DATABASE))
            settle_owed(draft / DATABASE)
            check_database(draft / DATABASE)
            left_out = copy_packs(home.home_folder(), draft, strict=replaced)
            _share_files(draft / DATABASE)
        scrub_backups()  # what was forgotten while it was made
        prune_backups()
    made = _read_name(place)
    assert made is not None
    return replace(made, left_out=left_out)


def put_away() -> Backup | None:
    """Back up what is here before something takes its place; a file that can't be read is kept as it is."""
    try:
        return make_backup(replaced=True)
    except BackupTrouble:
        if home.database_url():
            raise
        place = home.database_path()
        for path in place.parent.glob(f"{place.name}*"):
            shutil.copy2(path, path.with_name(f"unreadable-{path.name}"))
        return None


def back_up_each_day(*, at_once: bool = False) -> str:
    """The backup of a day of use, once, or one more; why it couldn't be made, what it lacks, or nothing to say."""
    if is_example_shown() or not (at_once or is_backup_due()):
        return ""
    try:
        with hold_backups():
            if at_once or is_backup_due():  # another program may just have made it
                lacks = make_backup().what_is_missing
                return lacks and f"Today’s backup was made. {lacks}"
    except (BackupTrouble, InUse, OSError) as trouble:
        return f"Today’s backup couldn’t be made: {trouble}"
    return ""


def _find_free_name(*, replaced: bool) -> Path:
    name = (REPLACED if replaced else "") + clock.now().strftime(NAMED)
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(place for place in (backups_folder() / one for one in names) if not place.exists())


def copy_database(source: Path | None, target: Path) -> None:
    """A copy of a database, or of what is here, as it is at one moment, in one file, whoever writes meanwhile."""
    try:
        if source and find_key(source) != find_key(target):
            recode_database(source, target, find_key(target))
            return
        with closing(read_only(source)) if source else read_here() as there, closing(connect(target)) as here:
            there.backup(here)
            here.execute("PRAGMA journal_mode=DELETE")
    except Error as trouble:
        if "full" in str(trouble):
            raise BackupTrouble(
                "The disk is full. Make some room, and try again; the older backups are there."
            ) from trouble
        raise BackupTrouble(f"{source or name_here()} can’t be read ({trouble}), so it wasn’t copied.") from trouble


def check_database(place: Path) -> None:
    """Open a copy and go through all of it.

    Raises:
        BackupTrouble: something is wrong with it.
    """
    try:
        with closing(read_only(place)) as db:
            said = [row[0] for row in db.execute("PRAGMA integrity_check(1)")]
            loose = db.execute("PRAGMA foreign_key_check").fetchall()
            known = find_search(db)
    except Error as trouble:
        raise BackupTrouble(f"The copy can’t be opened ({trouble}), so it wasn’t kept.") from trouble
    if said != ["ok"] or loose or known is None:
        why = said[0] if said != ["ok"] else "rows are missing in it"
        raise BackupTrouble(
            f"The copy was checked and isn’t whole ({why}), so it wasn’t kept. Older backups are there."
        )


def _share_files(database: Path) -> None:
    """Each recording and document that the copy names has one more name among the backups."""
    for one in NAMED_FILES:
        make_private_folder(backups_folder() / one.folder)
    for name in list_named_files(database):
        if (home.home_folder() / name).is_file():
            link_or_copy(home.home_folder() / name, backups_folder() / name)


def list_named_files(database: Path) -> list[str]:
    """The recordings and documents that a copy of the database names, each as folder/name.

    Raises:
        Error: it can't be read, or another program has it for itself.
    """
    with closing(read_only(database, patience=5)) as db:
        return [f"{one.folder}/{name}" for one in NAMED_FILES for name in _list_names(db, one)]


def _list_names(db: sqlite3.Connection, files: NamedFiles) -> list[str]:
    try:
        rows = db.execute(f'SELECT DISTINCT "{files.column}" FROM "{files.table}"').fetchall()  # noqa: S608 - our names
    except OperationalError as trouble:
        if "no such" not in str(trouble):
            raise
        return []  # the copy is older than such files are
    return [name for (name,) in rows if isinstance(name, str) and files.name.fullmatch(name)]


def prune_backups() -> None:
    """Let those go that are neither among the newest of days, weeks and months, nor what was replaced this year.

    None goes while discrimination is suspected: what an older one holds may be what somebody asks for.
    """
    if is_every_backup_kept():
        return
    every = list_backups()
    ordinary = [one for one in every if not one.replaced]
    kept, until = choose_kept(ordinary), find_latest_let_go(ordinary)
    for one in every:
        if (until is not None and one.at < until) if one.replaced else (one not in kept):
            shutil.rmtree(one.path, ignore_errors=True)
    _sweep_files()


def find_latest_let_go(newest_first: Sequence[Backup]) -> datetime | None:
    """Before when what was replaced is a year old, so that it may go; None where that isn't sure.

    A clock that is years ahead for a day or two lets nothing go: it has to be so late on three days with a backup.
    """
    days = sorted({one.at.date() for one in newest_first}, reverse=True)
    if len(days) < SURE_DAYS:
        return None
    sure = datetime.combine(days[SURE_DAYS - 1], time_of_day())
    return min(sure, clock.now().replace(tzinfo=None)) - REPLACED_FOR


def is_every_backup_kept() -> bool:
    """Whether discrimination is suspected at a job, or that can't be told just now."""
    try:
        with read_here("ask") as db:
            query = 'SELECT 1 FROM "records_ask" WHERE "suppressed" AND "stands" LIMIT 1'
            return db.execute(query).fetchone() is not None
    except OperationalError as trouble:
        return "no such" not in str(trouble)  # a search that has no such table suspects nothing
    except Error:
        return True


def choose_kept(newest_first: Sequence[Backup]) -> set[Backup]:
    """The newest of each of the last 7 days, 4 weeks and 12 months that have one."""
    kept: set[Backup] = set()
    for most, written in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):  # %G-%V: the ISO week
        newest: dict[str, Backup] = {}
        for one in newest_first:
            newest.setdefault(one.at.strftime(written), one)
        kept |= set(list(newest.values())[:most])
    return kept


def _sweep_files() -> None:
    """A recording or document that no backup names any more goes."""
    try:
        named = {backups_folder() / name for one in list_backups() for name in list_named_files(one.database)}
    except Error:  # one that can't be read may name any of them
        return
    for one in NAMED_FILES:
        for path in (backups_folder() / one.folder).glob("*"):
            if path not in named:
                path.unlink(missing_ok=True)


def scrub_backups() -> None:
    """What was deleted for good goes from every backup, and its files with it."""
    if not backups_folder().is_dir() or not is_here():
        return
    with hold_backups():
        clear_drafts(backups_folder())  # what was killed half way holds what it held
        with read_here("owner", "tombstone") as db:
            search, gone = find_search(db), read_tombstones(db)
        if search and gone:
            for one in list_backups():
                with suppress(*Error):  # damaged or busy: it is gone through again with the next backup
                    scrub(one.database, search, gone)
            _sweep_files()  # also when nothing was found: it may have been killed just before this


def is_backup_due() -> bool:
    """Whether there is something here and today has no backup yet."""
    if not is_here() or not (home.database_url() or home.database_path().stat().st_size):
        return False
    return all(one.at.date() != clock.today() for one in list_backups() if not one.replaced)
