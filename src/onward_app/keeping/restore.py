"""A backup put back in place; what stood there becomes a backup itself."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onward_app import home
from onward_app.folder_key import is_encrypted
from onward_app.keeping.backups import (
    Backup,
    BackupTrouble,
    check_database,
    copy_database,
    list_backups,
    list_named_files,
    put_away,
)
from onward_app.keeping.files import (
    DATABASE,
    NAMED_FILES,
    PACKS,
    copy_packs,
    make_private_file,
    make_private_folder,
)
from onward_app.keeping.here import is_here, read_here, read_only
from onward_app.keeping.in_use import alone
from onward_app.keeping.recoding import bring_file
from onward_app.keeping.scrub import find_search
from onward_app.keeping.swap import carry_forgetting_over, finish_swap, prepare_incoming
from onward_app.sqlite_file import Error, find_key

NONE = "There is no backup “{name}”. `onward restore` lists those there are. Nothing was changed."
NOT_OURS = "“{name}” isn’t a backup of Onward’s ({why}). Nothing was changed."
NEWER = "“{name}” was made by a newer Onward. Install that one first, and restore it again. Nothing was changed."
ENCRYPTED = (
    "“{name}” is encrypted, and this folder isn’t. Run `onward encrypt` here first, with the same passphrase or "
    "another one, and restore it again. Nothing was changed."
)
OTHERS = (
    "“{name}” is of another search than the one that is here, begun on {day}. To look at it, choose another folder "
    "with ONWARD_HOME=/some/folder and restore it there. Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, and the backup of what stood there before; None when there was nothing."""

    path: Path
    replaced: Backup | None


def restore_backup(name: str, newest_migration: str) -> Restored:
    """Put a backup in place: by its name, or by the path of one that lies elsewhere.

    Raises:
        BackupTrouble: it isn't there, isn't whole, is a newer Onward's or somebody else's. Nothing was changed.
        InUse: another Onward has the folder open.
    """
    source, own = _find_backup(name)
    with alone():
        finish_swap()
        # What was encrypted doesn't become readable without anybody having said so.
        if find_key(source / DATABASE) is not None and not is_encrypted():
            raise BackupTrouble(ENCRYPTED.format(name=name))
        _refuse_unfit(source / DATABASE, name, newest_migration, own=own)
        with prepare_incoming() as incoming:
            copy_database(source / DATABASE, make_private_file(incoming / DATABASE))
            carry_forgetting_over(incoming / DATABASE)
            check_database(incoming / DATABASE)
            _bring_files(source, incoming)
            replaced = put_away() if is_here() else None
    return Restored(source, replaced)


def _find_backup(name: str) -> tuple[Path, bool]:
    """The folder of a backup, and whether it is one of those kept here."""
    known = next((one.path for one in list_backups() if one.name == name), None)
    if known is not None:
        return known, True
    place = Path(name)
    place = place.parent if place.name == DATABASE else place
    if not (place / DATABASE).is_file():
        raise BackupTrouble(
            NOT_OURS.format(name=name, why=f"there is no {DATABASE} in it")
            if place.exists()
            else NONE.format(name=name)
        )
    return place, False


def _refuse_unfit(database: Path, name: str, newest_migration: str, *, own: bool) -> None:
    try:
        with closing(read_only(database)) as db:
            search = find_search(db)
            asked = "SELECT MAX(name) FROM django_migrations WHERE app = 'records'"
            applied = db.execute(asked).fetchone()[0] if search else None
    except Error as trouble:
        raise BackupTrouble(NOT_OURS.format(name=name, why=trouble)) from trouble
    if search is None or applied is None:
        raise BackupTrouble(NOT_OURS.format(name=name, why="there is no search in it"))
    if applied > newest_migration:
        raise BackupTrouble(NEWER.format(name=name))
    here = None if own else _find_search_here()
    if here not in (None, search):
        raise BackupTrouble(OTHERS.format(name=name, day=date.fromisoformat(search[:10]).isoformat()))


def _find_search_here() -> str | None:
    """Which search is here; None where there is none, or it can't be read any more."""
    if not is_here():
        return None
    try:
        with read_here("owner") as db:
            return find_search(db)
    except Error:
        return None


def _bring_files(source: Path, incoming: Path) -> None:
    """Its packs, and its recordings and documents, which are kept beside it for all backups."""
    make_private_folder(incoming / PACKS)
    copy_packs(source, incoming)
    for one in NAMED_FILES:
        make_private_folder(incoming / one.folder)
    for name in list_named_files(incoming / DATABASE):
        for kept in (source.parent / name, home.home_folder() / name):
            if kept.is_file():
                bring_file(kept, incoming / name)
