"""A passphrase is asked for, and never stands on a command line, which others of the computer can read."""

from __future__ import annotations

import sys

from onward_app.cli.say import refuse, say
from onward_app.sealing import LEAST, LOST, MISSING, TOO_SHORT, can_seal


def ask_passphrase() -> str:
    """From the keyboard without showing it, or a line of standard input."""
    from getpass import getpass

    return getpass("Passphrase: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def choose_passphrase() -> str:
    """A new one, which is typed twice at a keyboard; what becomes of a lost one is said before."""
    if not can_seal():
        refuse(MISSING)
    say(LOST, err=True)
    chosen = ask_passphrase()
    if len(chosen) < LEAST:
        refuse(TOO_SHORT)
    if sys.stdin.isatty() and ask_passphrase() != chosen:
        refuse("That was another one the second time. Nothing was written.")
    return chosen
