"""Cards as a file for Anki, scanned for client details before it is handed over."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onward.practice.anki import FIELDS, export_to_anki
from onward_app.rooms.practice.packs.forms import ExportForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import request_owner

NAME = "onward-cards.txt"


@require_GET
def export(request: HttpRequest) -> HttpResponse:
    """The choice; then what may point to a client; then the file. It changes nothing, so it is read with GET."""
    form = read_form(request, ExportForm, sent="which" in request.GET, owner=request_owner(request))
    page = {"form": form, "fields": FIELDS}
    if form.is_valid() and form.cards:
        answer = HttpResponse(export_to_anki(form.cards), content_type="text/plain; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{NAME}"'
        return answer
    if form.is_filled():
        page |= {"none": not form.cards, "which": form.cleaned_data["which"]}
    return render(request, "practice/packs/anki.html", page)
