"""What is kept is on the disk before anybody is told so: a power cut takes what the system only remembers.

A file that was written and moved into place is three things to a disk: what is in it, its name, and the folder that has
the name. Each is waited for. SQLite does so for what it keeps (docs/decisions/0020-on-the-disk-before-it-is-said.md).
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import IO, Any

try:
    import fcntl
except ImportError:  # as on Windows
    fcntl = None  # type: ignore[assignment]

ALL_THE_WAY = getattr(fcntl, "F_FULLFSYNC", None)  # macOS: `fsync` alone leaves it in the memory of the disk
AT_ONCE = 1024 * 1024  # bytes
NOT_FOR_FOLDERS = {errno.EACCES, errno.EBADF, errno.EINVAL, errno.EISDIR, errno.ENOTSUP, errno.EPERM}  # as on Windows


def sync_file(file: IO[Any]) -> None:
    """Wait until all that was written to it is on the disk."""
    file.flush()
    _sync_file(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in it are on the disk, where the system knows such a thing."""
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError as trouble:
        if trouble.errno in NOT_FOR_FOLDERS:
            return
        raise
    try:
        _sync_file(number)
    except OSError as trouble:
        if trouble.errno not in NOT_FOR_FOLDERS:
            raise
    finally:
        os.close(number)


def sync_tree(folder: Path) -> None:
    """The same for all that is in a folder, and below it."""
    for path in folder.iterdir():
        if path.is_dir():
            sync_tree(path)
        else:
            with path.open("r+b") as file:
                sync_file(file)
    sync_folder(folder)


def make_folder(folder: Path, *, mode: int = 0o700) -> None:
    """A folder for the person alone, and those above it; where one is new, its name is on the disk."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        make_folder(folder.parent, mode=0o777)
    folder.mkdir(mode=mode, exist_ok=True)
    sync_folder(folder.parent)


def settle(draft: Path, place: Path) -> None:
    """Move a file that is on the disk into its place, for good."""
    draft.replace(place)
    sync_folder(place.parent)


def remove(place: Path) -> None:
    """A file that goes doesn't come back; one that is gone already is fine."""
    place.unlink(missing_ok=True)
    if place.parent.is_dir():
        sync_folder(place.parent)


def wipe(place: Path) -> None:
    """A file that goes is overwritten first, unless it has another name. What the disk keeps on the side is its own."""
    if place.stat().st_nlink == 1:
        with place.open("r+b") as file:
            left = place.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, AT_ONCE)))
            sync_file(file)
    place.unlink()


def _sync_file(number: int) -> None:
    if ALL_THE_WAY is None:
        os.fsync(number)
        return
    try:
        fcntl.fcntl(number, ALL_THE_WAY)
    except OSError:  # a disk of another computer
        os.fsync(number)
