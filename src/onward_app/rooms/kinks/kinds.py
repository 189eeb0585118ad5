"""The twelve kinds with their chances, and kinds of one's own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.kinks.kinds import KINDS, NOT_MINE_NAME, NOT_MINE_PLAIN
from onward_app.records.models import OwnKind
from onward_app.records.reading.kinds import list_field_kinds, list_own_kinds
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.kinds import add_kind, edit_kind, remove_kind
from onward_app.rooms.kinks.forms import OwnKindForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Every kind, and what counts as a chance for it."""
    owner = request_owner(request)
    own, field = list_own_kinds(owner), list_field_kinds(owner)
    context = {"kinds": KINDS, "field": field, "own": own, "not_mine": NOT_MINE_NAME, "not_mine_plain": NOT_MINE_PLAIN}
    return render(request, "kinks/kinds.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A kind of one's own."""
    owner = request_owner(request)
    form = read_form(request, OwnKindForm, owner=owner)
    page = {"form": form, "title": "A kind of your own", "button": "Make it", "back": reverse("kinks:kinds")}
    if form.is_valid():
        return redirect_done(reverse("kinks:kinds"), add_kind(owner, form.cleaned_data["made"]))
    return render(request, "kinks/form.html", page)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Other words for a kind of one's own."""
    owner = request_owner(request)
    row = find_row(OwnKind, owner, pk)
    initial = {"name": row.name, "plain": row.plain, "chance": row.chance, "cost": str(row.cost)}
    form = read_form(request, OwnKindForm, owner=owner, row=row, initial=initial)
    page = {"form": form, "title": row.name, "button": "Keep it", "back": reverse("kinks:kinds"), "kind": row}
    if form.is_valid():
        return redirect_done(reverse("kinks:kinds"), edit_kind(owner, row, form.cleaned_data["made"]))
    return render(request, "kinks/form.html", page)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a kind of one's own away. What was filed under it stays."""
    owner = request_owner(request)
    return redirect_done(reverse("kinks:kinds"), remove_kind(owner, find_row(OwnKind, owner, pk)))
