"""Sealing a file with a passphrase or a key, in the format of age (age-encryption.org), where its library is there."""

from __future__ import annotations

from typing import Any

MISSING = "Sealing needs one more library: `pip install 'onward[seal]'`, then start Onward again."
BEGINS = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")  # every file of age, as bytes or as text
NOT_SEALED = "It isn’t sealed, so no passphrase is needed for it."
WRONG = "That passphrase doesn’t open it."
TOO_BUSY = (
    "It was sealed on a computer that is far quicker than this one is just now. Close what keeps this one busy, and "
    "try again."
)
LEAST = 12  # characters
TOO_SHORT = "A little longer, please: four or five words."
LOST = "Nobody can open it without the passphrase, Onward neither. Write it down, and keep it elsewhere than the file."


class SealTrouble(Exception):
    """It can't be sealed or opened; the message says why."""


def can_seal() -> bool:
    """Whether the library is there."""
    return _find_age() is not None


def is_sealed(raw: bytes) -> bool:
    """Whether a file is one of age, by how it begins.

    >>> is_sealed(b"age-encryption.org/v1"), is_sealed(b"<!doctype html>")
    (True, False)
    """
    return raw.startswith(BEGINS)


def seal(raw: bytes, passphrase: str) -> bytes:
    """The sealed file.

    Raises:
        SealTrouble: the library isn't there.
    """
    return bytes(_require_age().passphrase.encrypt(raw, passphrase))


def unseal(raw: bytes, passphrase: str) -> bytes:
    """What was sealed.

    Raises:
        SealTrouble: the passphrase is another one, the file is damaged, or the library isn't there.
    """
    age = _require_age()
    try:
        return bytes(age.passphrase.decrypt(raw, passphrase))
    except age.DecryptError as trouble:
        raise SealTrouble(TOO_BUSY if "xcessive work" in str(trouble) else WRONG) from trouble


def make_identity() -> str:
    """A new key of age's, by which what is sealed for it is opened."""
    return str(_require_age().x25519.Identity.generate())


def seal_for(raw: bytes, identity: str) -> bytes:
    """The same without a passphrase: for whoever has this key."""
    age = _require_age()
    return bytes(age.encrypt(raw, [age.x25519.Identity.from_str(identity).to_public()]))


def unseal_with(raw: bytes, identity: str) -> bytes:
    """What was sealed for this key.

    Raises:
        SealTrouble: it was sealed for another one, or is damaged.
    """
    age = _require_age()
    try:
        return bytes(age.decrypt(raw, [age.x25519.Identity.from_str(identity)]))
    except age.DecryptError as trouble:
        raise SealTrouble(str(trouble)) from trouble


def _find_age() -> Any:
    try:
        import pyrage
    except ImportError:
        return None
    return pyrage


def _require_age() -> Any:
    age = _find_age()
    if age is None:
        raise SealTrouble(MISSING)
    return age
