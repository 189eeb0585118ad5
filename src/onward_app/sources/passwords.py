"""Passwords of mailboxes: in the system's keyring where the person wants that, never in the database.

The keyring is an extra (`pip install onward[keyring]`); without it, or without one on this system, a password is asked
for each time.
"""

from __future__ import annotations

from dataclasses import replace

from onward_app.sources.place import OnServer

SERVICE = "onward"


def find_password(place: OnServer) -> OnServer:
    """The place with the password that was kept for it, or as it is."""
    if place.password:
        return place
    try:
        import keyring

        kept = keyring.get_password(SERVICE, _name_account(place))
    except Exception:
        return place
    return replace(place, password=kept) if kept else place


def keep_password(place: OnServer) -> bool:
    """Whether the system's keyring took the password."""
    try:
        import keyring

        keyring.set_password(SERVICE, _name_account(place), place.password)
    except Exception:
        return False
    return True


def forget_password(place: OnServer) -> None:
    """Take the password out of the keyring, if it is in one."""
    try:
        import keyring

        keyring.delete_password(SERVICE, _name_account(place))
    except Exception:  # noqa: S110 - see above
        pass


def _name_account(place: OnServer) -> str:
    return f"{place.user}@{place.host}"
