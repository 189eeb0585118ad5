"""The password of an Onward that is reached from other computers: kept as argon2 or scrypt, never as it is.

It lies in a file of its own in the data folder, so that no export and no backup has it.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from threading import Lock

from django.contrib.auth.hashers import check_password, make_password

from onward_app import home

SHORTEST = 12  # signs
FREE_TRIES = 5
LONGEST_WAIT = 60  # seconds
_wrong = 0  # in a row
_again_at = 0.0
_one_at_a_time = Lock()


class PasswordTrouble(Exception):
    """The password can't be used; the message says why."""


def keep_password(password: str) -> None:
    """Keep this one from now on.

    Raises:
        PasswordTrouble: it is too short.
    """
    if len(password) < SHORTEST:
        raise PasswordTrouble(f"A password needs {SHORTEST} signs or more. A few words in a row are easy to remember.")
    draft = _find_place().with_name("password.part")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(make_password(password, hasher=_best_way()))
    draft.replace(_find_place())


def remove_password() -> None:
    """Have none any more."""
    _find_place().unlink(missing_ok=True)


def has_password() -> bool:
    """Whether one is kept."""
    return _find_place().is_file()


def is_right_password(offered: str) -> bool:
    """Whether it is this one. After a few wrong ones every try is refused until a while has gone, the right one too:
    whoever guesses learns nothing from being refused, and a browser that was let in stays in.
    """
    global _wrong, _again_at
    with _one_at_a_time:
        if not has_password() or time.monotonic() < _again_at:
            return False
        if _is_kept(offered):
            _wrong = 0
            return True
        _wrong += 1
        if _wrong >= FREE_TRIES:
            _again_at = time.monotonic() + min(2 ** (_wrong - FREE_TRIES), LONGEST_WAIT)
        return False


def _is_kept(offered: str) -> bool:
    try:
        return check_password(offered, _find_place().read_text("ascii"))
    except (OSError, ValueError):  # kept as argon2, which isn't installed any more
        return False


def _best_way() -> str:
    try:
        import argon2  # noqa: F401 - whether it is there
    except ImportError:
        return "scrypt"
    return "argon2"


def _find_place() -> Path:
    return home.home_folder() / "password"
