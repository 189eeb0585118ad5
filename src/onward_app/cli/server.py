"""`onward server`: the mail server that the person's own messages go through, set up without a browser."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onward_app.cli.rows import say_change
from onward_app.cli.say import refuse, say

if TYPE_CHECKING:
    from onward_app.records.models import Owner
    from onward_app.sources.place import OnServer

NO_KEYRING = "There is no keyring here that Onward can use. It is set up, and the password is asked for each time."
NONE_YET = "Nothing is sent from here. `onward server ADDRESS` sets up your own mail server."


def server(
    address: Annotated[str, typer.Argument(help="Your mail address; left out, it says what is set up.")] = "",
    host: Annotated[
        str, typer.Option("--host", help="The SMTP server, for a provider Onward doesn’t know.", metavar="NAME[:PORT]")
    ] = "",
    password: Annotated[
        bool, typer.Option("--password", help="Ask for the password now, and log in once with it.")
    ] = False,
    keep: Annotated[bool, typer.Option("--keep", help="Keep that password in the system’s keyring.")] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Nothing goes from here any more.")] = False,
) -> None:
    """Say which mail server your own messages may go through. No message is sent by this."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    if forget:
        _forget_server(me)
    elif not address:
        say(f"Messages may go through {me.sends_through}, from {me.sends_from}." if me.sends_through else NONE_YET)
    else:
        _set_up(me, _choose_server(address, host, ask=password or keep), keep=keep)


def _choose_server(address: str, host: str, *, ask: bool) -> OnServer:
    """The server; with a password it is tried at once, and nothing is sent."""
    from dataclasses import replace

    from onward_app.sending.server import choose_server
    from onward_app.sending.smtp import NotSent, try_server
    from onward_app.sources import SourceTrouble

    try:
        found = choose_server(address, host=host)
        if not ask:
            return found
        found = replace(found, password=_ask_password())
        try_server(found)
    except (SourceTrouble, NotSent) as trouble:
        refuse(str(trouble))
    return found


def _set_up(me: Owner, found: OnServer, *, keep: bool) -> None:
    from onward_app.records.writing.owner import remember_addresses
    from onward_app.records.writing.sending import set_server
    from onward_app.sources.passwords import keep_password

    remember_addresses(me, [found.user])
    change = set_server(me, found)
    say_change(change, nothing="It was so.")
    if keep and not keep_password(found):
        refuse(NO_KEYRING)


def _forget_server(me: Owner) -> None:
    from onward_app.records.writing.sending import forget_server
    from onward_app.sending.server import read_server
    from onward_app.sources.passwords import forget_password

    if me.sends_through:
        forget_password(read_server(me.sends_through, me.sends_from))
    change = forget_server(me)
    say(change.summary if change else NONE_YET)


def _ask_password() -> str:
    from getpass import getpass

    return getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(server)
