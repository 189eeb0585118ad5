"""The front door: the first page of a search, or the day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from onward_app.records.reading.rows import is_first_start
from onward_app.web.replies import request_owner


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """What happened, as long as nothing is here; then what next."""
    if is_first_start(request_owner(request)):
        return redirect("start:front")
    from onward_app.rooms.today.day import show_day  # every step's reading side comes with it

    return show_day(request)
