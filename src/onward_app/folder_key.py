"""The key of an encrypted folder: it lies beside what is encrypted, and in memory while Onward runs.

A copy of its file lies in each backup, which can be taken elsewhere with its folder. A passphrase is asked for once,
when the key is needed first.
"""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from threading import RLock

from onward_app import home
from onward_app.key_file import FILE, FolderKey, read_key
from onward_app.on_disk import make_folder, settle, sync_file

FROM_PARENT = "ONWARD_KEY_ON_INPUT"  # set for a process of ours, which reads the key before all else
NOBODY = (
    "{folder} is encrypted, and there is no terminal here to ask for its passphrase on. Start Onward in one, keep its "
    "key in the system’s keyring (`onward encrypt --keep`), or name a file with the passphrase in "
    "ONWARD_PASSPHRASE_FILE."
)
Way = Callable[[Path, bytes], FolderKey | None]  # a file of keys and what is in it → the key, where this way has it

_opened: dict[bytes, FolderKey] = {}  # what lies in a file of keys → what was sealed in it
_opening = RLock()  # two threads ask once
_ways: list[Way] = []


def is_encrypted() -> bool:
    """Whether the data folder is."""
    return (home.home_folder() / FILE).is_file()


def key_beside(path: Path) -> FolderKey | None:
    """The key of the folder that this file is in; None where that folder isn't encrypted.

    Raises:
        HomeTrouble: nobody gave its passphrase, or another one.
    """
    place = path.parent / FILE
    try:
        sealed = place.read_bytes() if place.is_file() else b""
    except OSError:
        return None
    if not sealed:
        return None
    with _opening:
        if sealed not in _opened:
            key = next(filter(None, (way(place, sealed) for way in _ways)), None)
            if key is None:
                raise home.HomeTrouble(NOBODY.format(folder=place.parent))
            _opened[sealed] = key
        return _opened[sealed]


def key_above(path: Path) -> FolderKey | None:
    """The same for a file in a folder of that folder, as recordings and documents are."""
    return key_beside(path.parent)


def find_ways(*ways: Way) -> None:
    """Say how a key is come by in this process: the first way that has it."""
    _ways[:] = ways


def remember_key(sealed: bytes, key: FolderKey) -> None:
    """Hold a key in memory, so that nobody is asked."""
    _opened[sealed] = key


def take_key_from_parent() -> None:
    """Read the key of this process's folder from its standard input, where the Onward that started it has put it."""
    place = home.home_folder() / FILE
    text = sys.stdin.readline() + sys.stdin.readline()
    remember_key(place.read_bytes(), read_key(text, place))


def write_key_file(folder: Path, sealed: bytes) -> None:
    """Put it into a folder, whole."""
    make_folder(folder)
    draft = folder / f".{FILE}.{secrets.token_hex(4)}.part"
    draft.touch(0o600)
    with draft.open("wb") as file:
        file.write(sealed)
        sync_file(file)
    settle(draft, folder / FILE)


def copy_key_file(folder: Path) -> None:
    """What comes to lie in this folder is encrypted as the data folder is, if it is."""
    if is_encrypted():
        write_key_file(folder, (home.home_folder() / FILE).read_bytes())
