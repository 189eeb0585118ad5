"""Somebody to talk to, now: fixed text that works offline. Nothing is stored, not even that it was opened."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward.wording.crisis import LINES, NO_SERVICE, TITLE
from onward_app.records.reading.jobs import list_companions_of
from onward_app.web.replies import request_owner


def front(request: HttpRequest) -> HttpResponse:
    """The lines to call, and the person's own people."""
    first, *others = LINES
    told = {"title": TITLE, "first": first, "others": others, "no_service": NO_SERVICE}
    return render(request, "talk/front.html", {**told, "people": list_companions_of(request_owner(request))})
