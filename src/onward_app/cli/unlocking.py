"""The key of an encrypted folder for a command: from the system's keyring, a file that is named, or a terminal.

Never from the command line or a variable: others of the computer, and every process that is started, can read those.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path

from onward_app.folder_key import FROM_PARENT, find_ways, take_key_from_parent
from onward_app.home import HomeTrouble
from onward_app.key_file import FolderKey, open_key, read_key

SERVICE = "onward"
NAMED_FILE = "ONWARD_PASSPHRASE_FILE"
NO_FILE = f"The file that {NAMED_FILE} names can’t be read ({{why}})."


def prepare_unlocking(*, terminal: bool = True) -> None:
    """Say where this process gets the key of a folder from; without a `terminal` nobody is asked."""
    if os.environ.pop(FROM_PARENT, ""):
        take_key_from_parent()
    find_ways(_from_keyring, _from_file, *([_from_terminal] if terminal else []))


def keep_in_keyring(sealed: bytes, key: FolderKey) -> bool:
    """Whether the system's keyring took the key; the passphrase isn't kept anywhere."""
    try:
        import keyring

        keyring.set_password(SERVICE, _account(sealed), key.as_text())
    except Exception:
        return False
    return True


def forget_in_keyring(sealed: bytes) -> None:
    """Take the key out of the keyring, if it is in one."""
    try:
        import keyring

        keyring.delete_password(SERVICE, _account(sealed))
    except Exception:  # noqa: S110 - it isn't there, or there is no keyring
        pass


def _from_keyring(place: Path, sealed: bytes) -> FolderKey | None:
    try:
        import keyring

        kept = keyring.get_password(SERVICE, _account(sealed))
    except Exception:
        return None
    return read_key(kept, place) if kept else None


def _account(sealed: bytes) -> str:
    """Of this key and no other: a folder that is encrypted anew isn't opened by what was kept before."""
    return f"folder {sha256(sealed).hexdigest()[:16]}"


def _from_file(place: Path, sealed: bytes) -> FolderKey | None:
    name = os.environ.get(NAMED_FILE)
    if not name:
        return None
    try:
        with Path(name).open(encoding="utf-8") as file:
            passphrase = file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as trouble:
        raise HomeTrouble(NO_FILE.format(why=trouble)) from trouble
    return open_key(place, sealed, passphrase)


def _from_terminal(place: Path, sealed: bytes) -> FolderKey | None:
    """Standard input may be a letter, so only a real terminal is asked."""
    from getpass import getpass

    if not _has_terminal():
        return None
    return open_key(place, sealed, getpass(f"Passphrase of {place.parent}: "))


def _has_terminal() -> bool:
    if os.name == "nt":
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
