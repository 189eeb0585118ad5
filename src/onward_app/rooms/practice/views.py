"""Tonight's cards: a question, an answer, and only then the three points."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from onward.practice.learned import check_learned
from onward.practice.schedule import find_due_day
from onward_app import clock
from onward_app.records.models import Recording
from onward_app.records.reading.practice import (
    choose_extra_card,
    find_next_interview_day,
    list_cards,
    load_practice_front,
    load_states,
)
from onward_app.records.writing.practice import allow_practice_today
from onward_app.web.pictures.worked_on import draw_worked_on
from onward_app.web.replies import request_owner

PAGE = 50  # cards on a page of the list
BESIDE = 3  # questions at the side


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """What to practice now."""
    owner = request_owner(request)
    today = clock.today()
    there = load_practice_front(owner, today)
    context = {
        "there": there,
        "tonight": there.tonight,
        "more": not there.tonight.cards and there.extra is not None,
        "next_interview": there.interview,
        "following": there.following if not there.tonight.cards else None,
        "recordings": Recording.objects.filter(owner=owner).exists(),
        "worked_on": [] if there.resting else draw_worked_on(owner, there.map_next_days()),
        "coming": [] if there.resting else there.list_apart(BESIDE),
    }
    return render(request, "practice/front.html", context)


@require_POST
def today(request: HttpRequest) -> HttpResponse:
    """The person asks for practice on a rejection day."""
    allow_practice_today(request_owner(request))
    return redirect("practice:front")


@require_GET
def anyway(request: HttpRequest) -> HttpResponse:
    """One more, for somebody who wants to though nothing is due."""
    found = choose_extra_card(request_owner(request), clock.today())
    return redirect("practice:card", found.id) if found else redirect("practice:front")


@require_GET
def cards(request: HttpRequest) -> HttpResponse:
    """All of them, fifty at a time, with whether they are learned."""
    owner = request_owner(request)
    page = Paginator(list_cards(owner), PAGE).get_page(request.GET.get("page"))
    states = load_states(page)
    interview = find_next_interview_day(owner, clock.today())
    told = [
        (row, check_learned(states[row.pk]), max(find_due_day(states[row.pk], interview=interview), clock.today()))
        for row in page
    ]
    return render(request, "practice/cards/cards.html", {"told": told, "page": page})
