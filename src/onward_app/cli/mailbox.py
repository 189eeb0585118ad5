"""The password of a mailbox, in the terminal: out of the keyring, or asked for without being shown."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from getpass import getpass

from onward_app.cli.say import say
from onward_app.sources.found import SourceTrouble
from onward_app.sources.passwords import find_password
from onward_app.sources.passwords import keep_password as keep_in_keyring
from onward_app.sources.place import OnServer, Place, parse_place

NOT_KEPT = (
    "There is no keyring that Onward can use here (pip install “onward[keyring]”), so it will be asked for again."
)


def ask_passwords(places: Sequence[str], *, keep: bool) -> list[str | Place]:
    """The places, each mailbox with its password. What isn't an address of a server stays as it was typed."""
    return [_ask_password(typed, keep=keep) for typed in places]


def _ask_password(typed: str, *, keep: bool) -> str | Place:
    try:
        place = parse_place(typed)
    except SourceTrouble:
        return typed  # its sentence comes when it is read
    if not isinstance(place, OnServer):
        return typed
    found = find_password(place)
    if not found.password and sys.stdin.isatty():
        found = replace(found, password=getpass(f"Password (an app password) for {place.user} at {place.host}: "))
    if keep and found.password and not keep_in_keyring(found):
        say(f"onward: {NOT_KEPT}", err=True)
    return found
