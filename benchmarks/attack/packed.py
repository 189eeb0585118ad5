"""What is in an archive, spoiled, and packed again: a changed byte of the archive itself mostly ends at its sum."""

from __future__ import annotations

import gzip
import io
import random
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from warnings import catch_warnings, simplefilter

Spoil = Callable[[bytes], bytes]
MOST = 1_000_000  # bytes of all that is in one
UNREADABLE = (zipfile.BadZipFile, zlib.error, tarfile.TarError, OSError, EOFError, ValueError, LookupError, RuntimeError,
              OverflowError)  # fmt: skip


def spoil_inside(raw: bytes, spoil: Spoil, chance: random.Random) -> bytes | None:
    """An archive in which one of the files is spoiled and the rest is right; None where these bytes are no archive."""
    try:
        if raw.startswith(b"PK"):
            return _pack_zip(_spoil_one(_unpack_zip(raw), spoil, chance))
        if raw.startswith(b"\x1f\x8b"):
            return gzip.compress(_spoil_tar(gzip.decompress(raw)[:MOST], spoil, chance), 1, mtime=0)
    except UNREADABLE:
        pass
    return None


def _unpack_zip(raw: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert_small(sum(one.file_size for one in archive.infolist()))
        return [(one.filename, archive.read(one)) for one in archive.infolist()]


def assert_small(size: int) -> None:
    """An archive that says it holds more is spoiled as it is.

    Raises:
        ValueError: it does.
    """
    if size > MOST:
        raise ValueError(size)


def _pack_zip(files: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compresslevel=1) as archive, catch_warnings():
        simplefilter("ignore")  # of two with one name
        for name, inner in files:
            archive.writestr(zipfile.ZipInfo(name), inner, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _spoil_one(files: list[tuple[str, bytes]], spoil: Spoil, chance: random.Random) -> list[tuple[str, bytes]]:
    """One file of them, or its name; or one is gone, or there twice."""
    at = chance.randrange(len(files))
    name, inner = files[at]
    match chance.randrange(20):
        case 0:
            return files[:at] + files[at + 1 :]
        case 1:
            return [*files, (name, spoil(inner))]
        case 2:
            files[at] = (spoil(name.encode()).decode("utf-8", "replace")[:200], inner)
        case _:
            files[at] = (name, spoil(inner))
    return files


def _spoil_tar(raw: bytes, spoil: Spoil, chance: random.Random) -> bytes:
    """What a file in it holds, with the right length in its head; or any byte of it all."""
    if not chance.randrange(4):
        return spoil(raw)
    out = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(raw)) as old, tarfile.open(fileobj=out, mode="w") as new:
        every = [one for one in old.getmembers() if one.isfile()]
        assert_small(sum(one.size for one in every))
        spoiled = chance.choice(every)
        for head in every:
            file = old.extractfile(head)
            inner = file.read() if file else b""
            inner = spoil(inner) if head is spoiled else inner
            head.size = len(inner)
            new.addfile(head, io.BytesIO(inner))
    return out.getvalue()
