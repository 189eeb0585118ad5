"""Sealing a file with a passphrase, in the format of age (age-encryption.org), where its library is there."""

from __future__ import annotations

from typing import Any

MISSING = "Sealing needs one more library: `pip install 'onward[seal]'`, then start Onward again."
WRONG = "That passphrase doesn’t open it."
LEAST = 12  # characters
TOO_SHORT = "A little longer, please: four or five words."
LOST = "Nobody can open it without the passphrase, Onward neither. Write it down, and keep it elsewhere than the file."


class SealTrouble(Exception):
    """It can't be sealed or opened; the message says why."""


def can_seal() -> bool:
    """Whether the library is there."""
    return _find() is not None


def seal(raw: bytes, passphrase: str) -> bytes:
    """The sealed file.

    Raises:
        SealTrouble: the library isn't there.
    """
    return bytes(_need().passphrase.encrypt(raw, passphrase))


def unseal(raw: bytes, passphrase: str) -> bytes:
    """What was sealed.

    Raises:
        SealTrouble: the passphrase is another one, the file is damaged, or the library isn't there.
    """
    age = _need()
    try:
        return bytes(age.passphrase.decrypt(raw, passphrase))
    except age.DecryptError as trouble:
        raise SealTrouble(WRONG) from trouble


def _find() -> Any:
    try:
        import pyrage
    except ImportError:
        return None
    return pyrage


def _need() -> Any:
    age = _find()
    if age is None:
        raise SealTrouble(MISSING)
    return age
