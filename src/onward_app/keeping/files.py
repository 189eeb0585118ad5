"""Files of the data folder that no other program has, and folders that are there whole or not at all."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from onward_app import home
from onward_app.folder_key import copy_key_file
from onward_app.on_disk import make_folder, settle, sync_file, sync_folder, sync_tree

PART = ".part"
PACKS = "packs"
RECORDINGS = "recordings"
DOCUMENTS = "documents"
DATABASE = "onward.sqlite3"


@dataclass(frozen=True, slots=True)
class NamedFiles:
    """A folder of files that the rows of a table name, and what such a name is like."""

    folder: str
    table: str
    column: str
    name: re.Pattern[str]


NAMED_FILES = (
    NamedFiles(RECORDINGS, "records_recording", "name", re.compile(r"[0-9a-z]{1,60}")),
    NamedFiles(DOCUMENTS, "records_document", "key", re.compile(r"[0-9a-f]{64}")),
)


def make_private_folder(place: Path) -> Path:
    """The folder, for the person alone."""
    make_folder(place)
    return place


def make_private_file(place: Path) -> Path:
    """An empty file that only the person can read: SQLite keeps the permissions it finds."""
    os.close(os.open(place, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    return place


@contextmanager
def draft_folder(place: Path) -> Iterator[Path]:
    """A folder under a passing name, which becomes `place` when the block ends well, and else is gone.

    What comes into it is encrypted where the data folder is: the key lies in it from the start.
    """
    draft = make_private_folder(place.with_name(f".{place.name}.{secrets.token_hex(4)}{PART}"))
    try:
        copy_key_file(draft)
        yield draft
        sync_tree(draft)
        draft.rename(place)
        sync_folder(place.parent)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def clear_drafts(folder: Path, name: str = "*") -> None:
    """What was killed half way goes; whoever is at it still gets an error, and can begin again."""
    for draft in folder.glob(f".{name}.*{PART}"):
        if draft.is_dir():
            shutil.rmtree(draft, ignore_errors=True)
        else:
            draft.unlink(missing_ok=True)


def link_or_copy(source: Path, target: Path) -> None:
    """One more name for a file that is never written again; a copy where the disk knows no second names."""
    if target.exists():
        return
    try:
        os.link(source, target)
        sync_folder(target.parent)
    except (OSError, AttributeError):  # Python in a browser has no `os.link`
        draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}{PART}")
        try:
            shutil.copyfile(source, draft)
            draft.chmod(0o600)
            with draft.open("r+b") as file:
                sync_file(file)
            settle(draft, target)
        finally:
            draft.unlink(missing_ok=True)


def list_packs_files(folder: Path) -> list[tuple[str, Path]]:
    """The person's packs in a folder, and those that were put away, by their name inside it."""
    found = [path for path in sorted((folder / PACKS).rglob("*.toml")) if _may_be_file(path)]
    return [(path.relative_to(folder / PACKS).as_posix(), path) for path in found]


def _may_be_file(path: Path) -> bool:
    """Not a folder, and nothing that waits for a writer; what can't even be looked at says so when it is opened."""
    try:
        return path.is_file()
    except OSError:
        return True


def _can_be_read(path: Path) -> bool:
    """To its end: tried before it is copied, so that a disk without room isn't taken for it."""
    try:
        with path.open("rb") as file:
            while file.read(1 << 20):
                pass
    except OSError:
        return False
    return True


def copy_packs(source: Path, target: Path, *, strict: bool = True) -> tuple[str, ...]:
    """The packs of one folder into another. One that can't be read is an error, or is left out and named."""
    left_out = []
    for name, path in list_packs_files(source):
        if not strict and not _can_be_read(path):
            left_out.append(name)
            continue
        place = target / PACKS / name
        make_private_folder(place.parent)
        shutil.copyfile(path, place)
        place.chmod(0o600)
    if (target / PACKS).is_dir():
        sync_tree(target / PACKS)
    return tuple(left_out)


def remove_all_files() -> None:
    """Recordings, documents, packs, backups and left-overs: all but the database and what a start makes anew."""
    folder = home.home_folder()
    for name in (RECORDINGS, DOCUMENTS, PACKS, "backups", "incoming", "rekeyed"):
        if (folder / name).exists():
            shutil.rmtree(folder / name)
    clear_drafts(folder)
    for left in folder.glob("unreadable-*"):
        left.unlink()


def deletion_file() -> Path:
    """Says, while it is there, that everything is being deleted, and of which search."""
    return home.home_folder() / "deleting"


def backups_folder() -> Path:
    """Where backups are, in the data folder."""
    return home.home_folder() / "backups"
