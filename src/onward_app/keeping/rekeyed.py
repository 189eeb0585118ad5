"""A folder under another key, put in the place of the one that is here: whole, or not at all.

It counts from the moment it has its name. Killed after that, the next start goes on, without any key: files are moved,
and what they replace is overwritten.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from onward_app import home
from onward_app.folder_key import write_key_file
from onward_app.keeping.files import DATABASE, PART
from onward_app.key_file import FILE
from onward_app.on_disk import remove, sync_folder, wipe

REKEYED = "rekeyed"
BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file


def rekeyed_folder() -> Path:
    """Where a folder under another key waits to be put in place."""
    return home.home_folder() / REKEYED


def finish_rekeying() -> None:
    """Put it in place; whoever does this has the data folder alone. The key comes last: nothing here needs it."""
    waiting = rekeyed_folder()
    if not waiting.is_dir():
        return
    for part in sorted(waiting.iterdir()):
        if part.name != FILE:
            _replace(home.home_folder() / part.name, part)
    if (waiting / FILE).is_file():
        write_key_file(home.home_folder(), (waiting / FILE).read_bytes())
    else:
        remove(home.home_folder() / FILE)
    waiting.rename(home.home_folder() / f".{REKEYED}.done{PART}")  # so that one without its key is never taken up again
    sync_folder(home.home_folder())
    clear_rekeyed_drafts()


def clear_rekeyed_drafts() -> None:
    """What was killed before it had its name goes: of a folder that was to be readable again it is readable."""
    for draft in home.home_folder().glob(f".{REKEYED}.*{PART}"):
        _wipe_all(draft)


def _replace(place: Path, new: Path) -> None:
    for end in BESIDE if place.name == DATABASE else ():
        _wipe_all(place.with_name(place.name + end))
    _wipe_all(place)
    sync_folder(place.parent)  # SQLite would take what was beside the old file for the new one's
    new.rename(place)
    sync_folder(place.parent)


def _wipe_all(place: Path) -> None:
    if place.is_dir():
        for path in sorted(place.iterdir()):
            _wipe_all(path)
        shutil.rmtree(place)
    elif place.exists():
        wipe(place)
