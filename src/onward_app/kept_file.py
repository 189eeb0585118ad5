"""A file as the person knows it, and as it lies in a folder: there it is sealed where the folder is encrypted."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from onward_app.key_file import FolderKey
from onward_app.sealing import SealTrouble, seal_for, unseal_with


class KeptFile:
    """One that is opened: what was sealed is in memory from here on, and never readable on the disk.

    Raises:
        OSError: there is none, or it can't be read; sealed for another key, or damaged.
    """

    def __init__(self, path: Path, key: FolderKey | None) -> None:
        self._path = path
        if os.path.lexists(path) and not os.path.isfile(path):  # noqa: PTH113 - a pipe would be waited for without end
            raise FileNotFoundError(errno.ENOENT, "It isn’t a file", str(path))
        with path.open("rb"):  # so that what can't be read is known before an answer has begun
            self._held = None if key is None else _unseal(path, key)

    @property
    def size(self) -> int:
        """How many bytes it has for the person."""
        return self._path.stat().st_size if self._held is None else len(self._held)

    def open(self) -> io.BufferedReader | io.BytesIO:
        """To read and to seek in."""
        return self._path.open("rb") if self._held is None else io.BytesIO(self._held)


def seal_chunks(chunks: Iterable[bytes], key: FolderKey | None) -> Iterator[bytes]:
    """A file as it comes to lie in a folder with this key: sealed it is in memory once, and written then."""
    if key is None:
        yield from chunks
    else:
        yield seal_for(b"".join(chunks), key.identity)


def _unseal(path: Path, key: FolderKey) -> bytes:
    try:
        return unseal_with(path.read_bytes(), key.identity)
    except SealTrouble as trouble:
        raise OSError(errno.EIO, f"It can’t be decrypted ({trouble})", str(path)) from trouble
