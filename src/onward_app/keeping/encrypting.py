"""Encryption of the data folder, on and off: everything is written anew beside what is there, compared, put in place.

Whoever does it has the folder alone. Until the new one has its name, nothing has happened.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onward_app import home
from onward_app.folder_key import is_encrypted, key_beside, remember_key, write_key_file
from onward_app.keeping.backups import BackupTrouble, check_database
from onward_app.keeping.files import (
    DATABASE,
    NAMED_FILES,
    PART,
    backups_folder,
    clear_drafts,
    draft_folder,
    link_or_copy,
    make_private_file,
    make_private_folder,
)
from onward_app.keeping.in_use import alone, hold_backups
from onward_app.keeping.recoding import recode_database, recode_file
from onward_app.keeping.rekeyed import BESIDE, finish_rekeying, rekeyed_folder
from onward_app.keeping.swap import clear_incoming_drafts, finish_swap
from onward_app.key_file import FILE, FolderKey, make_key, need_sqlcipher, open_key, seal_key
from onward_app.sqlite_file import Error

NAMED = tuple(one.folder for one in NAMED_FILES)
LEFT = {FILE, *(f"{DATABASE}{end}" for end in BESIDE)}  # keys, which are written anew, and what belongs to the old file
NOT_READ: tuple[type[Exception], ...] = (BackupTrouble, OSError, *Error)
ON_ALREADY = "{folder} is encrypted already."
OFF_ALREADY = "{folder} isn’t encrypted."
ELSEWHERE = (
    "Your search is in the PostgreSQL that DATABASE_URL names, and Onward encrypts only a folder with a file of "
    "SQLite’s. Encrypt the disk of that server instead. Nothing was changed."
)
UNREADABLE = (
    "{path} can’t be read ({why}), so it can’t be written anew. Move it out of the folder. Nothing was changed."
)


class EncryptTrouble(Exception):
    """The folder stays as it is; the message says why."""


def encrypt_folder(passphrase: str) -> None:
    """Encrypt the database, backups, recordings and documents under a new key, sealed by this passphrase.

    Raises:
        EncryptTrouble: it is encrypted already, is on PostgreSQL, or something in it can't be read.
        HomeTrouble: another Onward has the folder open, or a library isn't there.
        OSError: there is no room for all of it once more.
    """
    need_sqlcipher()
    with _alone_with(encrypted=False):
        _write_anew(None, *_make_sealed_key(passphrase))


def encrypt_anew(passphrase: str) -> None:
    """All of an encrypted folder under a new key, sealed by this passphrase; nothing is readable in between.

    The old passphrase opens nothing afterwards, not even with a copy of the old `folder.key`.

    Raises:
        EncryptTrouble: it isn't encrypted, or something in it can't be read.
        HomeTrouble: another Onward has the folder open, nobody gave the old passphrase, or a library isn't there.
        OSError: there is no room for all of it once more.
    """
    need_sqlcipher()
    with _alone_with(encrypted=True):
        old = key_beside(home.database_path())
        _write_anew(old, *_make_sealed_key(passphrase))


def decrypt_folder() -> None:
    """Everything as it was before, readable, and no key.

    Raises:
        EncryptTrouble: it isn't encrypted, or something in it can't be read.
        HomeTrouble: another Onward has the folder open, nobody gave the passphrase, or a library isn't there.
        OSError: there is no room for all of it once more.
    """
    with _alone_with(encrypted=True):
        _write_anew(key_beside(home.database_path()), None, b"")


def _make_sealed_key(passphrase: str) -> tuple[FolderKey, bytes]:
    """A new key and its file, which was opened once before anything rests on it."""
    key = make_key()
    sealed = seal_key(key, passphrase)
    if open_key(home.home_folder() / FILE, sealed, passphrase) != key:
        raise EncryptTrouble("The key couldn’t be sealed. Nothing was changed.")
    remember_key(sealed, key)
    return key, sealed


@contextmanager
def _alone_with(*, encrypted: bool) -> Iterator[None]:
    """The folder and its backups for nobody else, with nothing in it that was killed half way."""
    if home.database_url():
        raise EncryptTrouble(ELSEWHERE)
    with alone(), hold_backups():
        finish_swap()
        clear_incoming_drafts()
        clear_drafts(backups_folder())
        if is_encrypted() != encrypted:
            raise EncryptTrouble((OFF_ALREADY if encrypted else ON_ALREADY).format(folder=home.home_folder()))
        yield


def _write_anew(old: FolderKey | None, new: FolderKey | None, sealed: bytes) -> None:
    """All of it under the new key, in a folder of its own, which then takes the place of what is here."""
    with draft_folder(rekeyed_folder()) as draft:
        (draft / FILE).unlink(missing_ok=True)  # the old one: a draft has it from the start
        for folder in (draft, *(draft / path.relative_to(home.home_folder()) for path in _list_keyed())):
            make_private_folder(folder)
            if new is not None:
                write_key_file(folder, sealed)
        _Rewriting(draft, old, new).write_all()
    finish_rekeying()


def _list_keyed() -> list[Path]:
    """The folders beside the data folder itself that have a key in them, or get one: of backups, and each backup."""
    kept = backups_folder()
    return [kept, *sorted(path.parent for path in kept.glob(f"*/{DATABASE}"))] if kept.is_dir() else []


class _Rewriting:
    """The files of the data folder on their way into another one, each once, whatever names it has."""

    def __init__(self, target: Path, old: FolderKey | None, new: FolderKey | None) -> None:
        self._target, self._old, self._new = target, old, new
        self._done: dict[tuple[int, int], Path] = {}

    def write_all(self) -> None:
        """The database, what couldn't be read once, recordings, documents and backups. Packs stay where they are."""
        here = home.home_folder()
        for place in (
            here / DATABASE,
            *here.glob("unreadable-*"),
            *(here / one for one in (*NAMED, backups_folder().name)),
        ):
            try:
                self._write(place, self._target / place.name)
            except NOT_READ as trouble:
                if isinstance(trouble, OSError) and trouble.errno != errno.EIO:
                    raise
                if "disk is full" in str(trouble):
                    raise OSError(errno.ENOSPC, "The disk is full") from trouble
                raise EncryptTrouble(UNREADABLE.format(path=self._at, why=trouble)) from trouble

    def _write(self, path: Path, target: Path) -> None:
        self._at = path
        if path.is_dir():
            make_private_folder(target)
            for inner in sorted(path.iterdir()):
                self._write(inner, target / inner.name)
        elif path.name == DATABASE:
            self._write_database(path, target)
        elif path.name in LEFT or path.suffix == PART or not path.is_file():
            return
        elif path.parent.name in NAMED or path.name.startswith("unreadable-"):
            self._write_file(path, target)
        else:
            shutil.copyfile(path, make_private_file(target))

    def _write_database(self, path: Path, target: Path) -> None:
        if path.is_file() and path.stat().st_size:  # an empty one is made by a start, before SQLite opens it
            recode_database(path, make_private_file(target), self._new)
            check_database(target)

    def _write_file(self, path: Path, target: Path) -> None:
        told = path.stat()
        known = self._done.setdefault((told.st_dev, told.st_ino), target)
        if known is target:
            recode_file(path, target, old=self._old, new=self._new)
        else:
            link_or_copy(known, target)
