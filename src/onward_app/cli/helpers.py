"""`onward comments`, `coach` and `unseal`: both sides of a packet, without a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onward_app.cli.files import read_file
from onward_app.cli.passphrase import ask_passphrase
from onward_app.cli.say import refuse, say, say_json

PAGE = "onward-coach.html"
ENDS = (".html", ".htm", ".age")


def comments(
    file: Annotated[
        Path, typer.Argument(help="The file that came back, or - for the words of a mail.", metavar="FILE|-")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One object, with the ids.")] = False,
) -> None:
    """Take in comments on a packet; each waits for your yes."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward.packet.comments import LARGEST, read_comments
    from onward.packet.packet import PacketTrouble
    from onward.wording.counts import say_count
    from onward_app.records.writing.helpers import take_in_comments

    try:
        taken = take_in_comments(me, read_comments(read_file(file, LARGEST)))
    except PacketTrouble as trouble:
        refuse(str(trouble))
    if as_json:
        from onward_app.as_json.changes import change_to_json

        say_json({**change_to_json(taken.change), "new": taken.new, "told": list(taken.told)})
        return
    for sentence in taken.told:
        say(sentence)
    if taken.new:
        one, many = (
            "{n} comment waits for your yes, under “Somebody who helps”.",
            "{n} comments wait for your yes, under “Somebody who helps”.",
        )
        say(say_count(taken.new, one, many))


def coach(
    folder: Annotated[Path, typer.Argument(help="The folder with the packets you were given.", metavar="FOLDER")],
) -> None:
    """For a coach: one page of all packets in a folder. It keeps nothing else."""
    from onward.packet.coach import list_coach_rows, say_coach, write_coach_page
    from onward.packet.read import LARGEST
    from onward_app import clock

    if not folder.is_dir():
        refuse(f"{folder} is no folder.")
    files = sorted(one for one in folder.iterdir() if one.suffix.lower() in ENDS and one.name != PAGE and one.is_file())
    rows = list_coach_rows([(one.name, read_file(one, LARGEST)) for one in files])
    place = folder / PAGE
    place.write_text(write_coach_page(rows, clock.today()), encoding="utf-8")
    say(f"{say_coach(rows, clock.today())} {place} has them.")
    unread = [row for row in rows if row.packet is None]
    for row in unread:
        say(f"onward: {row.name}: {row.trouble}", err=True)
    if unread:
        raise typer.Exit(1)


def unseal(
    file: Annotated[Path, typer.Argument(help="A packet that is sealed (.age).", metavar="FILE")],
) -> None:
    """Open a sealed packet with its passphrase; the open one is written beside it."""
    from onward.packet.read import LARGEST
    from onward_app.sealing import NOT_SEALED, SealTrouble, is_sealed
    from onward_app.sealing import unseal as open_sealed

    place = file.with_suffix("") if file.suffix == ".age" else file.with_name(f"{file.name}.html")
    if place.exists():
        refuse(f"{place} is there already.")
    raw = read_file(file, LARGEST)
    if not is_sealed(raw):
        refuse(f"{file}: {NOT_SEALED}")
    try:
        raw = open_sealed(raw, ask_passphrase())
    except SealTrouble as trouble:
        refuse(str(trouble))
    place.write_bytes(raw)
    say(f"{place} is open: whoever has it can read it.")


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(comments)
    app.command()(coach)
    app.command()(unseal)
