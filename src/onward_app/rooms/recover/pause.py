"""A real pause: chosen for some days or weeks, and ended at any time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.recover.pause import WHAT_IT_IS, is_paused
from onward_app import clock
from onward_app.records.writing.recover import set_pause
from onward_app.rooms.recover.forms import PauseForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


def pause(request: HttpRequest) -> HttpResponse:
    """Choose until when; or see when it ends."""
    owner, on = request_owner(request), clock.today()
    form = read_form(request, PauseForm)
    if request.method == "POST" and form.is_valid():
        return redirect_done(reverse("today:front"), set_pause(owner, form.cleaned_data["until"]))
    paused = owner.paused_until if is_paused(owner.paused_until, on) else None
    page = {"form": form, "what": WHAT_IT_IS, "until": paused}
    return render(request, "recover/pause.html", page)


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """Go on."""
    return redirect_done(reverse("today:front"), set_pause(request_owner(request), None))
