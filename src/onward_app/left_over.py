"""Files that something killed half way has left, and how they go."""

from __future__ import annotations

import time
from collections.abc import Collection
from pathlib import Path

LEFT_OVER = 3600  # seconds; younger files may belong to an upload that is under way


def sweep_folder(folder: Path, known: Collection[str]) -> int:
    """Remove files that no row names and nobody is writing; how many went."""
    try:
        every = list(folder.iterdir())
    except OSError:
        return 0
    until = time.time() - LEFT_OVER  # the file system's clock, not the person's
    gone = [path for path in every if path.name not in known and _is_old(path, until)]
    for path in gone:
        discard_draft(path)
    return len(gone)


def discard_draft(path: Path) -> None:
    """Remove a file that may not be there."""
    try:
        path.unlink(missing_ok=True)
    except OSError:  # nor the folder; the sentence about that is said elsewhere
        return


def _is_old(path: Path, until: float) -> bool:
    try:
        return path.is_file() and path.stat().st_mtime < until
    except OSError:
        return False
