"""The front door: the first page of a search, or at most three next moves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from onward.today import is_resting, moves
from onward_app import clock
from onward_app.records import queries, queries_recover, queries_today
from onward_app.records.models import Companion
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
    if owner.seen_on != on:
        set_of_owner(owner, seen_on=on)
    next_ = [(move, queries_today.address(move)) for move in moves(now, on)]
    if is_resting(now):
        people = Companion.objects.of(owner).order_by("pk")
        hard = [(move, where) for move, where in next_ if move.step != "recover"]
        day = queries_recover.day_of(owner, on)
        return render(request, "today/resting.html", {"people": people, "hard": hard, "day": day})
    alive = queries.alive(owner).exclude(stage="lead").order_by("-stage_on", "-pk")
    context = {
        "moves": next_,
        "alive": alive[:SHOWN],
        "more": max(0, alive.count() - SHOWN),
        "unopened": queries_today.nos_unopened(owner, on)[:1],
    }
    return render(request, "today/front.html", context)
