"""Somebody to talk to, now: fixed text that works offline. Nothing is stored but the country that the person chose."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onward.wording.crisis import NO_SERVICE, TITLE
from onward_app.records.reading.jobs import list_companions_of
from onward_app.records.writing.owner import change_settings
from onward_app.rooms.talk.forms import CountryForm
from onward_app.web.boxes import read_form
from onward_app.web.help_lines import find_country, load_lines
from onward_app.web.replies import redirect_done, request_owner


def front(request: HttpRequest) -> HttpResponse:
    """The lines to call, and the person's own people."""
    told = {"title": TITLE, "no_service": NO_SERVICE, "people": list_companions_of(request_owner(request))}
    return render(request, "talk/front.html", {**told, **load_lines(request)})


def country(request: HttpRequest) -> HttpResponse:
    """Whose lines to show from now on."""
    owner = request_owner(request)
    form = read_form(request, CountryForm, initial={"country": find_country(request).code})
    if not form.is_valid():
        return render(request, "talk/country.html", {"form": form})
    change = change_settings(owner, "talk.country", f"Lines to call: {form.chosen().name}.", country=form.chosen().code)
    return redirect_done(reverse("talk:front"), change)
