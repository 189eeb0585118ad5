"""Moves for what is open: silence, doors, and offers beside the lines that were set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onward.today.move import SOON, Move, Where, make_move
from onward.today.now import Now
from onward.values.gate import GateState
from onward.values.lines import ask_income_again
from onward.wording.counts import join_sentences
from onward.wording.days import say_ago, say_by

_NO_LINE = "You have set no line yet. It is not too late to say what is not for sale."
_GATE: dict[GateState, str] = {
    GateState.CLEAR: "Nothing crosses a line you set.",
    GateState.ASK_FIRST: "Something isn’t known yet: ask them first.",
    GateState.CROSSING: "It crosses a line you set. Ask them first.",
    GateState.WAITING: "You gave your reason and wait a day; you can end the wait.",
    GateState.OPEN: "You thought it over. It is your decision.",
}


def propose_silence(now: Now, on: date) -> Iterator[Move]:
    """Days that were named, and jobs that have gone quiet."""
    for named in now.promised:
        reason = f"{named.name}: today is the day they named. You needn’t do anything about it today."
        yield make_move("promised", "Look at it", reason, Where("pace", "waiting", named.id))
    for one in now.quiet:
        where = Where("pace", "waiting", one.about.id)
        if one.silence.check_due(on):
            reason = f"{one.about.name}: {one.silence.check.words}"
            yield make_move("check", "Write a friendly check", reason, replace(where, page="check"))
        elif one.silence.quiet:
            yield make_move("quiet", "Look at it", f"{one.about.name}: {one.silence.plainly}", where)


def propose_open(now: Now, _: date) -> Iterator[Move]:
    """Where the search stands as a whole: its doors, its hopes, a tight spot."""
    if now.coast is not None:
        where = Where("pace", "coast", now.coast.news.opportunity or 0)
        yield make_move("coast", "One more door", now.coast.words, where)
    elif now.doors:
        yield make_move("doors", "Open another door", now.doors, Where("pace", "door"))
    if now.unmet:
        yield make_move("unmet", "Choose one conversation", now.unmet, Where("start", "none"))
    if now.hopes and now.open_opportunities:
        yield make_move("hopes", "Set your points", now.hopes, Where("pace", "hopes"))
    if now.tight:
        yield make_move("tight", "Look at it", now.tight, Where("pace", "tight"))


def propose_offers(now: Now, on: date) -> Iterator[Move]:
    """Offers and their deadlines, the income that is looked at again, and lines before there is an offer."""
    for one in sorted(now.offers, key=lambda offer: (offer.deadline is None, offer.deadline or on)):
        near = one.deadline is not None and abs(one.deadline - on) <= SOON  # long past, it is an offer like any other
        held = _GATE[one.gate] if now.lines_set else _NO_LINE
        yield make_move(
            "offer deadline" if near else "offer",
            "Hold it up to your lines" if now.lines_set else "Say what is not for sale",
            join_sentences(f"{one.about.who} made an offer.", _say_deadline(one.deadline, on), held),
            Where("values", "gate", one.about.id),
        )
    if now.income_review is not None and now.income_review <= on:
        yield make_move("income", "Look again", ask_income_again(now.income_review, on), Where("values", "income"))
    if not now.lines_set and not now.offers and not now.first_start:
        reason = "No offer is waiting, which is the best time to say what is not for sale. Three lines at most."
        yield make_move("lines", "Set your lines", reason, Where("values", "lines"))


def _say_deadline(deadline: date | None, on: date) -> str:
    if deadline is None:
        return ""
    if deadline < on:
        return f"The day they named was {say_ago(deadline, on)}."
    return f"They want to know by {say_by(deadline, on)}."
