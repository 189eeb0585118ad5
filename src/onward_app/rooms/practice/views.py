"""Tonight's cards: a question, an answer, and only then the three points."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from onward.practice.learned import learned
from onward.practice.schedule import due_on
from onward_app import clock
from onward_app.records import queries_practice
from onward_app.records.models import Card, Recording
from onward_app.records.writing import practice as writing
from onward_app.web.replies import owner_of


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """What to practice now."""
    owner = owner_of(request)
    today = clock.today()
    tonight = queries_practice.tonight(owner, today)
    has_cards = Card.objects.of(owner).exists()
    context = {
        "tonight": tonight,
        "has_cards": has_cards,
        "resting": has_cards and not tonight.cards and "can wait" in tonight.words,
        "more": not tonight.cards and queries_practice.anyway(owner, today) is not None,
        "interview": queries_practice.next_interview(owner, today),
        "following": queries_practice.next_day(owner, today) if not tonight.cards else None,
        "recordings": Recording.objects.filter(owner=owner).exists(),
    }
    return render(request, "practice/front.html", context)


@require_POST
def today(request: HttpRequest) -> HttpResponse:
    """The person asks for practice on a rejection day."""
    writing.practise_today(owner_of(request))
    return redirect("/practice/")


@require_GET
def anyway(request: HttpRequest) -> HttpResponse:
    """One more, for somebody who wants to though nothing is due."""
    found = queries_practice.anyway(owner_of(request), clock.today())
    return redirect(f"/practice/card/{found.id}/" if found else "/practice/")


@require_GET
def cards(request: HttpRequest) -> HttpResponse:
    """All of them, with whether they are learned."""
    owner = owner_of(request)
    rows = queries_practice.cards(owner)
    states = queries_practice.states(owner, rows)
    interview = queries_practice.next_interview(owner, clock.today())
    told = [
        (row, learned(states[row.pk]), max(due_on(states[row.pk], interview=interview), clock.today())) for row in rows
    ]
    return render(request, "practice/cards.html", {"told": told})
