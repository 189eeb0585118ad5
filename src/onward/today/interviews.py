"""Moves for interviews: to keep them, to replay them, to prepare the next one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from onward.practice.session import MOST_MINUTES
from onward.today.move import SOON, Move, Where, make_move
from onward.today.now import Now
from onward.wording.counts import join_sentences, say_count, spell_number
from onward.wording.days import say_ago, say_ahead

CARDS = (
    "One card, {minutes} minutes at most. Answer first, then grade.",
    "{cards} cards, {minutes} minutes at most. Answer first, then grade.",
)


def propose_debrief(now: Now, on: date) -> Iterator[Move]:
    """Interviews of which something is to be kept, and whether there was one at all."""
    for one in now.met_unknown:
        reason = f"{one.who} said no. Did you talk with somebody there? Then an ask and a replay are worth doing."
        yield make_move("met", "Answer", reason, Where("start", "met", one.id))
    for one in now.captures_due:
        had = f"You had an interview {one.there} just now."
        if one.on:
            had = f"You had an interview {one.there} {say_ago(one.on, on)}."
        reason = join_sentences(had, "A minute now keeps what was said, before any outcome.")
        yield make_move("capture", "Keep the interview", reason, Where("debrief", "capture", one.id))
    for one in now.debriefs_due:
        meant = "What worked, and what nearly went wrong?" if one.waits else "It can have gone well and still be a no."
        reason = f"Replay the interview {one.there}: twenty minutes, one question at a time. {meant}"
        yield make_move("debrief", "Replay it", reason, Where("debrief", "script", one.id))


def propose_kinks(now: Now, on: date) -> Iterator[Move]:
    """Interviews of the next days."""
    for one in now.interviews:
        if one.on is None or not timedelta(0) <= one.on - on <= SOON:
            continue
        kind = "interview at hand" if one.on - on <= timedelta(days=1) else "interview soon"
        reason = f"{one.name}, {say_ahead(one.on, on)}. What you need for it is on one page."
        yield make_move(kind, "Before you walk in", reason, Where("kinks", "before", one.id))


def propose_practice(now: Now, _: date) -> Iterator[Move]:
    """Cards that are due."""
    if now.cards_due:
        cards, minutes = spell_number(now.cards_due).capitalize(), spell_number(MOST_MINUTES)
        reason = say_count(now.cards_due, *CARDS, cards=cards, minutes=minutes)
        yield make_move("practice", "Practice", reason, Where("practice"))
