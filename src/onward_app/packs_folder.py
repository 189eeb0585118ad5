"""Packs of questions: those that ship, and the person's own, files in the folder `packs` beside the database.

A file with a mistake is never half loaded and never in the way of the others. Names of files mean nothing: a pack is
called by the key that stands in it, and is written under that.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from onward.packs.load import GENERAL, SHIPPED, load_pack, load_shipped_pack
from onward.packs.pack import Mistake, Pack
from onward_app import home
from onward_app.on_disk import make_folder, settle, sync_file

MOST_BYTES = 1_000_000  # about two thousand questions
MOST_FILES = 100
ENDING = ".toml"


@dataclass(frozen=True, slots=True)
class OwnPack:
    """One file of the folder: the pack in it, or its mistakes."""

    path: Path
    pack: Pack | None
    mistakes: tuple[Mistake, ...] = ()


def packs_folder() -> Path:
    """Where the person's own packs are."""
    return home.home_folder() / "packs"


def read_pack(raw: bytes, name: str) -> tuple[Pack | None, tuple[Mistake, ...]]:
    """The pack in these bytes, or what is wrong with them. `name` is what the mistakes call the file."""
    if len(raw) > MOST_BYTES:
        return None, (Mistake(name, 1, "The file is larger than a pack may be (1 MB). Split it into several packs."),)
    if b"\0" in raw:
        return None, (Mistake(name, 1, "This isn’t text. A pack is a TOML file; docs/packs.md shows one."),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = raw.count(b"\n", 0, trouble.start) + 1
        return None, (Mistake(name, line, "This isn’t UTF-8. Save the file with the encoding UTF-8."),)
    if not text.strip():
        return None, (Mistake(name, 1, "The file is empty. A pack needs a key, a name and families of questions."),)
    pack, mistakes = load_pack(text, name)
    if pack is not None and pack.key in SHIPPED:
        at = next((n for n, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith("key")), 1)
        return None, (Mistake(name, at, f"The key “{pack.key}” is that of a pack that ships. Choose another."),)
    return pack, mistakes


def list_own_packs() -> list[OwnPack]:
    """The files of the folder in the order of their names; of two packs with one key the first counts."""
    found: list[OwnPack] = []
    for path in islice(_list_files(), MOST_FILES):
        try:
            state = path.stat()
            one = _read_file(path, state.st_mtime_ns, state.st_size)
        except OSError as trouble:
            one = OwnPack(path, None, (Mistake(path.name, 1, f"It can’t be read ({trouble.strerror})."),))
        first = _find_file(found, one.pack.key) if one.pack else None
        if one.pack and first:
            taken = Mistake(path.name, 1, f"“{first.name}” has the key “{one.pack.key}” already.")
            one = OwnPack(path, None, (taken,))
        found.append(one)
    return found


@lru_cache(maxsize=64)
def _read_file(path: Path, _changed: int, _size: int) -> OwnPack:
    """The file as it was at that moment and of that size: a page asks for it several times, and it is read once."""
    with path.open("rb") as file:
        return OwnPack(path, *read_pack(file.read(MOST_BYTES + 1), path.name))


def list_packs(first: str = "") -> list[Pack]:
    """All packs that can be used: `first` the one of the person's field, then those that ship, then their own."""
    mine: list[Pack] = [one.pack for one in list_own_packs() if one.pack is not None]
    return sorted([*map(load_shipped_pack, SHIPPED), *mine], key=lambda pack: pack.key != first)


def list_fitting_packs(field: str) -> list[Pack]:
    """What speaks of the person's own work: the pack of their field first, what fits any work, and packs they added."""
    return [pack for pack in list_packs(field) if pack.key in {field, GENERAL} or pack.key not in SHIPPED]


def find_pack(key: str) -> Pack | None:
    """The pack with this key."""
    return (
        load_shipped_pack(key)
        if key in SHIPPED
        else next((one.pack for one in list_own_packs() if one.pack and one.pack.key == key), None)
    )


def keep_pack(raw: bytes, key: str) -> Path:
    """Put a pack into the folder under its key, whole or not at all, readable by the person alone.

    What stood there before, under this key or this name, is put away and not lost.
    """
    place = packs_folder() / f"{key}{ENDING}"
    make_folder(place.parent)
    draft = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(raw)
            sync_file(file)
        put_pack_away(key)
        if place.exists():
            _put_away(place)
        settle(draft, place)
    finally:
        draft.unlink(missing_ok=True)
    return place


def put_pack_away(key: str) -> Path | None:
    """Move a pack's file into `removed` beside it, where it can be taken back from; None when there is none."""
    found = _find_file(list_own_packs(), key)
    return _put_away(found) if found else None


def _put_away(path: Path) -> Path:
    away = packs_folder() / "removed"
    make_folder(away)
    return path.replace(away / f"{path.stem}-{secrets.token_hex(3)}{ENDING}")


def _find_file(files: list[OwnPack], key: str) -> Path | None:
    """The file that holds the pack with this key."""
    return next((one.path for one in files if one.pack and one.pack.key == key), None)


def _list_files() -> Iterator[Path]:
    try:
        yield from sorted(path for path in packs_folder().iterdir() if path.suffix == ENDING and path.is_file())
    except OSError:
        return
