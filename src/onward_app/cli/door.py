"""`onward sign-out` and `onward password`: who gets in."""

from __future__ import annotations

from typing import Annotated

import typer

from onward_app.cli.say import say, say_json


def sign_out(as_json: Annotated[bool, typer.Option("--json", help="One object.")] = False) -> None:
    """Sign out everywhere: no browser that was let in stays in."""
    from onward_app.cli.owner import command_line_owner

    owner = command_line_owner()
    from onward.wording.counts import say_count
    from onward_app.records.writing.door import sign_out_everywhere

    browsers = sign_out_everywhere(owner)
    if as_json:
        say_json({"browsers": browsers})
    else:
        one, many = (
            "Signed out everywhere: {n} browser. Start `onward` anew to come back.",
            "Signed out everywhere: {n} browsers. Start `onward` anew to come back.",
        )
        say(say_count(browsers, one, many))


def password(
    remove: Annotated[bool, typer.Option("--remove", help="Have no password any more.")] = False,
) -> None:
    """Set the password that an Onward behind a proxy asks for. Every browser is signed out."""
    from onward_app.cli.owner import command_line_owner

    owner = command_line_owner()
    from onward_app.records.writing.door import sign_out_everywhere
    from onward_app.web.password import PasswordTrouble, keep_password, remove_password

    if remove:
        remove_password()
    else:
        try:
            keep_password(typer.prompt("A password of 12 signs or more", hide_input=True, confirmation_prompt=True))
        except PasswordTrouble as trouble:
            say(f"onward: {trouble}", err=True)
            raise typer.Exit(1) from trouble
    sign_out_everywhere(owner)
    say("There is no password any more." if remove else "The password is set. Every browser is signed out.")


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("sign-out")(sign_out)
    app.command()(password)
