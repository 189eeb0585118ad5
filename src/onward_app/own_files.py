"""Files in Onward's own folders: written whole and private under a passing name, and deleted for good."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from onward_app.folder_key import key_above
from onward_app.kept_file import seal_chunks
from onward_app.on_disk import remove, sync_file

PART = ".part"


def write_draft(draft: Path, chunks: Iterable[bytes], *, most: int, too_large: Exception) -> int:
    """Put all of it on the disk, in a file that only the person may read; how many bytes it had before it was sealed.

    Raises:
        too_large: it has more than `most` bytes. What was written until then stays.
        OSError: it can't be written.
    """
    size = 0

    def count() -> Iterator[bytes]:
        nonlocal size
        for chunk in chunks:
            size += len(chunk)
            if size > most:
                raise too_large
            yield chunk

    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.writelines(seal_chunks(count(), key_above(draft)))
        sync_file(file)
    return size


def delete_file(path: Path, refusal: type[Exception]) -> None:
    """Delete a file; one that is gone already is fine.

    Raises:
        refusal: it is still there; the sentence says why, and what to do.
    """
    try:
        remove(path)
    except OSError as trouble:
        raise refusal(
            f"The file {path} couldn’t be deleted ({trouble.strerror}). Delete it by hand, or try again."
        ) from trouble


def say_unwritable(what: str, folder: Path, trouble: OSError) -> str:
    """Why something couldn't be kept in this folder, and what to do."""
    return (
        f"The {what} couldn’t be kept: Onward can’t write to {folder} ({trouble.strerror}). Make room or give yourself "
        "write permission there."
    )
