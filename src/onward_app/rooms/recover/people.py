"""The people who make somebody smile."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward_app import clock
from onward_app.records.models import Companion
from onward_app.records.reading.recover import find_rejection_day
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.recover import add_companion, edit_companion, remove_companion
from onward_app.rooms.recover.day import render_day
from onward_app.rooms.recover.forms import PersonForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


@require_POST
def add_person(request: HttpRequest) -> HttpResponse:
    """Add somebody who makes the person smile."""
    owner = request_owner(request)
    form = read_form(request, PersonForm)
    if form.is_valid():
        return redirect_done(reverse("recover:front"), add_companion(owner, **form.cleaned_data))
    day = find_rejection_day(owner, clock.today())
    if day is not None:
        return render_day(request, owner, day, person=form)
    return render(request, "recover/person.html", {"form": form, "companion": None})


def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Change how somebody is called or reached."""
    owner = request_owner(request)
    row = find_row(Companion, owner, pk)
    form = read_form(request, PersonForm, initial={"name": row.name, "reach": row.reach})
    if form.is_valid():
        change = edit_companion(owner, row, note=row.note, **form.cleaned_data)
        return redirect_done(reverse("recover:front"), change)
    return render(request, "recover/person.html", {"form": form, "companion": row})


@require_POST
def remove_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Take somebody off the page."""
    owner = request_owner(request)
    return redirect_done(reverse("recover:front"), remove_companion(owner, find_row(Companion, owner, pk)))
