"""The front of recover: the page of a rejection day; on other days the people, and where the rest is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward.recover.rejection_day import NOBODY
from onward.wording.days import say_ahead
from onward_app import clock
from onward_app.records.reading.practice import find_next_interview
from onward_app.records.reading.recover import (
    find_newest_no,
    find_rejection_day,
    find_rest,
    find_unfinished_day,
    list_companions,
    list_kind_words,
)
from onward_app.records.reading.rows import find_opportunity
from onward_app.rooms.recover.day import no, render_day, say_heavy_stretch
from onward_app.rooms.recover.forms import PersonForm
from onward_app.web.asked import asked_number
from onward_app.web.pictures.search import draw_days_since
from onward_app.web.replies import request_owner

BESIDE = 2  # kind words beside the people


def front(request: HttpRequest) -> HttpResponse:
    """The page of a rejection day; on other days the people, and where the rest is."""
    owner = request_owner(request)
    # The newest no of a job that another page names; a stranger's job is a 404.
    pk = asked_number(request, "job")
    fresh = find_newest_no(owner, find_opportunity(owner, pk)) if pk is not None else None
    if fresh is not None:
        return no(request, fresh.pk)
    day = find_rejection_day(owner, clock.today())
    if day is not None:
        return render_day(request, owner, day)
    resting = find_rest(owner, clock.today())
    page = {
        "people": list_companions(owner),
        "person": PersonForm(),
        "unfinished": find_unfinished_day(owner, clock.today()),
        "resting": resting,
        "heavy": say_heavy_stretch(owner),
        "until": say_ahead(resting.restart_on, clock.today()) if resting else "",
        "nobody": NOBODY,
        "words": list_kind_words(owner)[:BESIDE],
        "since": draw_days_since(owner, clock.today()),
        "next_interview": find_next_interview(owner, clock.today()),
    }
    return render(request, "recover/front.html", page)
