"""The end of a search, or of a lesson: what it taught, what still waits, and then quiet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onward_app import clock
from onward_app.records.reading.ending import load_ending
from onward_app.rooms.recover.forms import TaughtForm
from onward_app.web.replies import request_owner


@require_GET
def ending(request: HttpRequest) -> HttpResponse:
    """What this search taught me."""
    end = load_ending(request_owner(request), clock.today())
    return render(request, "recover/ending.html", {"end": end, "form": TaughtForm(initial={"words": end.taught})})
