"""Cards as a file for Anki, scanned for client details before it is handed over."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onward.practice.anki import FIELDS, export_to_anki
from onward_app.records.reading.kinds import list_known_names
from onward_app.records.reading.practice import list_cards_to_export
from onward_app.rooms.practice.pack_forms import ExportForm
from onward_app.web.looks import KEEP, list_detail_looks, seal_texts
from onward_app.web.replies import request_owner

NAME = "onward-cards.txt"


@require_GET
def export(request: HttpRequest) -> HttpResponse:
    """The choice; then what may point to a client; then the file. It changes nothing, so it is read with GET."""
    owner = request_owner(request)
    asked = "which" in request.GET
    form = ExportForm(request.GET if asked else None, owner=owner)
    page = {"form": form, "fields": FIELDS, "looks": [], "number": 0}
    if asked and form.is_valid():
        cards = list_cards_to_export(owner, form.group)
        texts = [text for card in cards for text in (card.question, *card.points)]
        mark = seal_texts(texts)
        found = [] if request.GET.get(KEEP) == mark else list_detail_looks(texts, list_known_names(owner))
        if cards and not found:
            return _file(export_to_anki(cards))
        page |= {"looks": found, "seal": mark, "none": not cards, "which": form.cleaned_data["which"]}
    return render(request, "practice/anki.html", page)


def _file(text: str) -> HttpResponse:
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return answer
