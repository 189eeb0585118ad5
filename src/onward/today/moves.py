"""At most three moves for a day, or all of them, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from onward.story import STORY
from onward.today.interviews import propose_debrief, propose_kinks, propose_practice
from onward.today.letters import propose_ask, propose_named, propose_notice
from onward.today.move import AFTER_SIGNING, MOST, RANKS, Move, kind_of
from onward.today.now import Now, is_resting
from onward.today.rest import propose_recover
from onward.today.search import propose_offers, propose_open, propose_silence

_PROPOSE: tuple[Callable[[Now, date], Iterator[Move]], ...] = (
    *(propose_notice, propose_named, propose_ask, propose_debrief, propose_kinks),
    *(propose_practice, propose_silence, propose_open, propose_offers, propose_recover),
)


def propose_moves(now: Now, on: date) -> tuple[Move, ...]:
    """At most three next moves for a day, in order; none is a fine answer.

    On a rejection day, and until the day the person chose to go on, only recover's beside hard dates: an interview
    today or tomorrow, an offer's deadline.

    >>> [move.move for move in propose_moves(Now(first_start=True), date(2026, 3, 3))]
    ['What happened?']
    """
    return tuple(_one_of_each_first(list_moves(now, on))[:MOST])


def list_moves(now: Now, on: date) -> list[Move]:
    """Every move that the day has a place for, in order: what the page of one job takes its own from."""
    proposed = [move for propose in _PROPOSE for move in propose(now, on)]
    if is_resting(now) or now.day_off:
        proposed = [move for move in proposed if RANKS[kind_of(move)].hard]
    if now.signed is not None:
        proposed = [move for move in proposed if kind_of(move) in AFTER_SIGNING]
    return sorted(proposed, key=lambda move: (move.priority, STORY.index(move.step)))


def _one_of_each_first(in_order: list[Move]) -> list[Move]:
    """Three of a kind would hide the rest of the day, so a second one waits; hard dates never do."""
    kinds: set[str] = set()
    first: list[Move] = []
    later: list[Move] = []
    for move in in_order:
        again = kind_of(move) in kinds and not RANKS[kind_of(move)].hard
        (later if again else first).append(move)
        kinds.add(kind_of(move))
    return [*first, *later]
