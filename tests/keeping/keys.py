"""A key for tests of encryption: deriving one from a passphrase takes seconds, so it is done once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from onward_app.folder_key import remember_key
from onward_app.keeping import encrypting
from onward_app.key_file import FolderKey, make_key, seal_key

PASSPHRASE = "correct horse battery"
ANOTHER = "quiet river under stones"


def sealed_key(passphrase: str = PASSPHRASE) -> tuple[FolderKey, bytes]:
    """The key, and the file that its passphrase opens."""
    return _make_sealed_key(passphrase)


@cache
def _make_sealed_key(passphrase: str) -> tuple[FolderKey, bytes]:
    key = make_key()
    return key, seal_key(key, passphrase)


@contextmanager
def known_key(passphrase: str = PASSPHRASE) -> Iterator[None]:
    """Whatever is encrypted gets that key, which nobody has to be asked for."""
    key, sealed = sealed_key(passphrase)
    remember_key(sealed, key)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(encrypting, "make_key", lambda: key)
        patched.setattr(encrypting, "seal_key", lambda *_: sealed)
        patched.setattr(encrypting, "open_key", lambda *_: key)
        yield


def encrypt(folder: Path) -> Path:
    """Encrypt this folder, as the command does."""
    with known_key(), pytest.MonkeyPatch.context() as patched:
        patched.setenv("ONWARD_HOME", str(folder))
        encrypting.encrypt_folder(PASSPHRASE)
    return folder


def decrypt(folder: Path) -> Path:
    """And back."""
    with known_key(), pytest.MonkeyPatch.context() as patched:
        patched.setenv("ONWARD_HOME", str(folder))
        encrypting.decrypt_folder()
    return folder


def encrypt_anew(folder: Path) -> Path:
    """Encrypt what is encrypted under another key."""
    with known_key(), known_key(ANOTHER), pytest.MonkeyPatch.context() as patched:
        patched.setenv("ONWARD_HOME", str(folder))
        encrypting.encrypt_anew(ANOTHER)
    return folder
