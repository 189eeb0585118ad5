"""The front door: the first page of a search, or at most three next moves."""

from __future__ import annotations

from django.db.models import Count, Window
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from onward.facts import Stage
from onward.today import Move, Now, is_resting, propose_moves
from onward.wording.days import say_ahead
from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.reading.read_to import find_day_ahead
from onward_app.records.reading.recover import find_rest, list_companions
from onward_app.records.reading.rows import list_open_opportunities
from onward_app.records.reading.today import load_now, should_welcome
from onward_app.records.reading.ways import list_recent_ways
from onward_app.records.writing.owner import set_owner_fields
from onward_app.web.moves import move_address
from onward_app.web.replies import request_owner

SHOWN = 2  # a phone shows the whole day in two screens


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """What next, and what is alive."""
    owner, on = request_owner(request), clock.today()
    now = load_now(owner, on)
    if now.first_start:
        return redirect("start:front")
    if owner.seen_on != on and not should_welcome(owner, now, on):
        set_owner_fields(owner, seen_on=on)
    next_ = [(move, move_address(move)) for move in propose_moves(now, on)]
    if is_resting(now):
        return _resting(request, owner, now, next_)
    open_ = list_open_opportunities(owner).exclude(stage=Stage.LEAD).order_by("-stage_on", "-pk")
    alive = list(open_.annotate(of=Window(Count("pk")))[:SHOWN])
    context = {
        "moves": next_,
        "ways": list_recent_ways(owner, on),
        "alive": alive,
        "more": max(0, alive[0].of - SHOWN) if alive else 0,
        "off": now.day_off,
        "ahead": find_day_ahead(owner, on),
    }
    return render(request, "today/front.html", context)


def _resting(request: HttpRequest, owner: Owner, now: Now, next_: list[tuple[Move, str]]) -> HttpResponse:
    """The sentence and the people; beside them only what has a date."""
    context = {
        "people": list_companions(owner),
        "hard": [(move, where) for move, where in next_ if move.step != "recover"],
        "day": find_rest(owner, clock.today()),
        "until": say_ahead(now.resting_until, clock.today()) if now.resting_until else "",
    }
    return render(request, "today/resting.html", context)
