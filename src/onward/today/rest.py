"""Moves for a day of rest, for news of a no, and for the end of a search."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onward.recover.pause import SILENT
from onward.recover.rejection_day import FIRST, NEW_DAY, WHO
from onward.today.move import Move, Where, make_move
from onward.today.now import Now
from onward.wording.days import say_ahead, say_day


def propose_recover(now: Now, on: date) -> Iterator[Move]:
    """The day of a no, a rest or a pause and the way out of it; news, people, and the ending."""
    if now.nos_today:
        reason = f"{FIRST} {WHO}"
        yield make_move("no today", "Be with your people", reason, Where("recover", "day", now.nos_today[0].id))
    elif now.resting_until:
        reason = (
            f"You chose to go on {say_ahead(now.resting_until, on)}. Until then nothing here wants anything of you."
        )
        yield make_move("resting", "Go on earlier", reason, Where("recover"))
    elif now.paused_until:
        reason = SILENT.format(day=say_day(now.paused_until))
        yield make_move("paused", "End the pause", reason, Where("recover"))
    elif now.restart_on == on:
        yield make_move("restart", "Go on", NEW_DAY, Where("recover"))
    for one in now.news[:1]:
        reason = f"There is news from {one.name}. It can wait until you have a moment, and somebody near."
        yield make_move("news", "Open it", reason, Where("recover", "no", one.id))
    if now.signed is not None:
        reason = f"You signed: {now.signed.name}. What this search taught you is on one page, and then it is quiet."
        yield make_move("ending", "Read it", reason, Where("recover", "ending"))
    if not now.people_named and not now.first_start:
        reason = "Name one or two people who make you smile, before a hard day needs them."
        yield make_move("people", "Add your people", reason, Where("recover", "people"))
