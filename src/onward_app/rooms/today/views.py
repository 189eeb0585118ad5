"""The front door: the first page of a search, or at most three next moves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from onward.today import Move, Now, is_resting, moves
from onward.wording.days import ahead
from onward_app import clock
from onward_app.records import queries, queries_recover, queries_today
from onward_app.records.models import Owner
from onward_app.records.writing.owner import set_of_owner
from onward_app.web.replies import owner_of

SHOWN = 8


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """What next, and what is alive."""
    owner, on = owner_of(request), clock.today()
    now = queries_today.now(owner, on)
    if now.first_start:
        return redirect("/start/")
    if owner.seen_on != on and not queries_today.welcomes(owner, now, on):
        set_of_owner(owner, seen_on=on)
    next_ = [(move, queries_today.address(move)) for move in moves(now, on)]
    if is_resting(now):
        return _resting(request, owner, now, next_)
    alive = queries.alive(owner).exclude(stage="lead").order_by("-stage_on", "-pk")
    context = {"moves": next_, "alive": alive[:SHOWN], "more": max(0, alive.count() - SHOWN), "off": now.day_off}
    return render(request, "today/front.html", context)


def _resting(request: HttpRequest, owner: Owner, now: Now, next_: list[tuple[Move, str]]) -> HttpResponse:
    """The sentence and the people; beside them only what has a date."""
    context = {
        "people": queries_recover.companions(owner),
        "hard": [(move, where) for move, where in next_ if move.step != "recover"],
        "day": queries_recover.resting(owner, clock.today()),
        "until": ahead(now.resting_until, clock.today()) if now.resting_until else "",
    }
    return render(request, "today/resting.html", context)
