"""Files of the data folder that no other program has, and folders that are there whole or not at all."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
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


def find_packs(folder: Path) -> tuple[list[tuple[str, Path]], dict[str, OSError]]:
    """The person's packs in a folder, and those that were put away, by their name inside it; and why some can't be
    read.
    """
    root, unread, found = folder / PACKS, dict[str, OSError](), []

    def note(trouble: OSError) -> None:
        if Path(trouble.filename or root) != root or root.is_dir():
            unread[_name_inside(Path(trouble.filename or root), root)] = trouble

    for place, _, names in os.walk(root, onerror=note):
        for path in (Path(place) / name for name in names if name.endswith(".toml")):
            try:
                if path.is_file():
                    _read_to_its_end(path)
                    found.append((_name_inside(path, root), path))
            except OSError as trouble:
                unread[_name_inside(path, root)] = trouble
    return sorted(found, key=lambda one: one[1]), unread


def _name_inside(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path != root else "all of it"


def _read_to_its_end(path: Path) -> None:
    """Tried before it is copied, so that a disk without room isn't taken for one that can't be read."""
    with path.open("rb") as file:
        while file.read(1 << 20):
            pass


def say_left_out(names: Iterable[str]) -> str:
    """That packs were left out of a copy, or nothing to say."""
    named = ", ".join(names)
    return named and f"It is without what can’t be read in the folder packs: {named}."


def copy_packs(source: Path, target: Path, *, strict: bool = True) -> tuple[str, ...]:
    """The packs of one folder into another. One that can't be read is an error, or is left out and named."""
    found, unread = find_packs(source)
    if strict:
        for trouble in unread.values():
            raise trouble
    for name, path in found:
        place = target / PACKS / name
        make_private_folder(place.parent)
        shutil.copyfile(path, place)
        place.chmod(0o600)
    if (target / PACKS).is_dir():
        sync_tree(target / PACKS)
    return tuple(unread)


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
