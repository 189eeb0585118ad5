"""`onward read-to` and `onward judge-again`: the day mail counts as read to, and what an earlier model read."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from onward_app.cli.say import say
from onward_app.cli.typed import parse_day

if TYPE_CHECKING:
    from onward_app.records.models import Owner


def read_to(
    day: Annotated[
        date | None, typer.Argument(help="Take it back to this day.", parser=parse_day, metavar="[DAY]")
    ] = None,
) -> None:
    """Say up to which day mail counts as read, or take that back: a clock was wrong."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app import clock
    from onward_app.records.writing.owner import take_back_read_to

    if day is None:
        say(describe_day_read_to(me.mail_read_on))
        tell_of_day_ahead(me)
        return
    if me.mail_read_on is None or day > min(me.mail_read_on, clock.today()):
        say("onward: Only reading mail moves that day on; here it is taken back. `onward read-to` says it.", err=True)
        raise typer.Exit(1)
    take_back_read_to(me, day)
    say(describe_day_read_to(me.mail_read_on))


def ask_since(owner: Owner, said: date | None, *, ask: bool) -> date | None:
    """The day since which mail is read: what was said, what is kept, or what is answered. Asked once, before any mail
    was read, of somebody who sits at a terminal.
    """
    if said is None and owner.search_began is None and owner.mail_read_on is None and ask and sys.stdin.isatty():
        said = _ask_day()
    if said is not None:
        from onward.wording.days import say_day
        from onward_app.records.writing.owner import change_settings

        change_settings(owner, "notice.began", f"The search began on {say_day(said)}.", search_began=said)
    return owner.search_began


def _ask_day() -> date | None:
    question = "When did this search begin? A day such as 2026-03-01; nothing for all mail there is"
    while answer := typer.prompt(question, default="", show_default=False).strip():
        try:
            return date.fromisoformat(answer)
        except ValueError:
            say("Write it as year, month and day: 2026-03-01.")
    return None


def describe_day_read_to(day: date | None) -> str:
    """The day, in a sentence."""
    from onward.wording.days import say_day

    return f"Mail counts as read up to {say_day(day)}." if day else "No mail counts as read."


def tell_of_day_ahead(owner: Owner) -> None:
    """Ask about a day that hasn't come, on standard error; nothing where nothing is odd."""
    from onward.wording.counts import join_sentences
    from onward_app import clock
    from onward_app.records.reading.read_to import SET_THE_CLOCK, find_day_ahead

    ahead = find_day_ahead(owner, clock.today())
    if ahead is None:
        return
    back = f"`onward read-to {ahead.instead.isoformat()}` takes it back." if ahead.instead else ""
    wrong = "A clock was wrong, then or now."
    say(join_sentences("onward:", ahead.words, wrong, ahead.meanwhile, back, SET_THE_CLOCK), err=True)


def judge_again() -> None:
    """Judge letters again that an earlier version read. What you decided stays, and it can be undone."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward.wording.counts import say_count
    from onward_app.records.reading.read_again import count_read_earlier
    from onward_app.records.writing import read_again

    gone = count_read_earlier(me).gone
    say(read_again.judge_again(me).words)
    if gone:
        say(
            say_count(
                gone,
                "Of {n} other message no text was kept: reading the mailbox again looks anew "
                "(`onward read PLACE`, on a server with --anew).",
                "Of {n} other messages no text was kept: reading the mailbox again looks anew "
                "(`onward read PLACE`, on a server with --anew).",
            )
        )


def tell_of_earlier_model(owner: Owner) -> None:
    """Offer to judge again what an earlier model read, on standard error; nothing where there is nothing."""
    from onward.wording.counts import say_count
    from onward_app.records.reading.read_again import count_read_earlier

    here = count_read_earlier(owner).here
    if here:
        said = say_count(
            here,
            "{n} letter was read by an earlier version, and Onward reads better now: `onward judge-again`.",
            "{n} letters were read by an earlier version, and Onward reads better now: `onward judge-again`.",
        )
        say(f"onward: {said}", err=True)


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("read-to")(read_to)
    app.command("judge-again")(judge_again)
