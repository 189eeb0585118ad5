"""The day: at most three next moves, and what is alive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward.facts import Stage
from onward.recover.rejection_day import NEW_DAY
from onward.today.move import Move
from onward.today.moves import propose_moves
from onward.today.now import Now, is_resting
from onward.wording.days import say_ahead
from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.reading.read_to import find_day_ahead
from onward_app.records.reading.recover import find_rest, list_companions
from onward_app.records.reading.today import load_front_door, should_welcome
from onward_app.records.writing.owner import set_owner_fields
from onward_app.web.moves import move_address
from onward_app.web.rail import draw_rail
from onward_app.web.replies import request_owner

SHOWN = 2  # a phone shows the whole day in two screens


def show_day(request: HttpRequest) -> HttpResponse:
    """What next, and what is alive."""
    owner, on = request_owner(request), clock.today()
    door = load_front_door(owner, on)
    now = door.now
    if owner.seen_on != on and not should_welcome(owner, now, on):
        set_owner_fields(owner, seen_on=on)
    proposed = propose_moves(now, on)
    if is_resting(now):
        return _render_resting(request, owner, now, _address(proposed))
    greeting, moves = greet_after_a_no(proposed)
    begun = [row for row in door.open if row.stage != Stage.LEAD]
    alive = sorted(begun, key=lambda row: (row.stage_on or date.min, row.pk), reverse=True)
    context = {
        "rail": draw_rail(owner, door.rooms, "today"),
        "greeting": greeting,
        "moves": _address(moves),
        "ways": door.ways,
        "alive": alive[:SHOWN],
        "more": len(alive[SHOWN:]),
        "off": now.day_off,
        "ahead": find_day_ahead(owner, on),
    }
    return render(request, "today/front.html", context)


def greet_after_a_no(moves: Sequence[Move]) -> tuple[str, Sequence[Move]]:
    """On the day after a rest, the words that greet, and the moves without them where something else is to do."""
    rest = [move for move in moves if move.reason != NEW_DAY]
    return (NEW_DAY, rest) if rest and len(rest) < len(moves) else ("", moves)


def _address(moves: Sequence[Move]) -> list[tuple[Move, str]]:
    return [(move, move_address(move)) for move in moves]


def _render_resting(request: HttpRequest, owner: Owner, now: Now, next_: list[tuple[Move, str]]) -> HttpResponse:
    """The sentence and the people; beside them only what has a date."""
    in_pause = None if now.nos_today or now.resting_until else now.paused_until
    context = {
        "paused": in_pause,
        "people": list_companions(owner),
        "hard": [(move, where) for move, where in next_ if move.step != "recover"],
        "day": find_rest(owner, clock.today()),
        "until": say_ahead(now.resting_until, clock.today()) if now.resting_until else "",
    }
    return render(request, "today/resting.html", context)
