"""A spreadsheet: chosen or pasted, shown as it would be brought in, then brought in."""

from __future__ import annotations

from typing import Any, cast

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onward_app.records.models import Owner
from onward_app.records.writing.csv_rows import parse_csv
from onward_app.records.writing.sheets import import_csv, plan_csv
from onward_app.rooms.jobs.actions import Unreadable, read_sheet_text
from onward_app.rooms.jobs.forms import SheetForm
from onward_app.web.replies import redirect_done, request_owner

SHOWN = 100  # rows of each sort that a preview lists


def bring(request: HttpRequest) -> HttpResponse:
    """Choose it; see what would happen; do it. The text travels with the form, so nothing is kept before a yes."""
    if request.method != "POST":
        return render(request, "jobs/import.html", {"form": SheetForm()})
    form = SheetForm(request.POST, request.FILES)
    text = _text(form) if form.is_valid() else None
    if text is None:
        return render(request, "jobs/import.html", {"form": form})
    order = form.cleaned_data["order"]
    if "confirm" in request.POST:
        rows, _ = parse_csv(text, order=order)
        return redirect_done(reverse("jobs:front", query={"show": "all"}), import_csv(request_owner(request), rows))
    return _preview(request, request_owner(request), text, order)


def _text(form: SheetForm) -> str | None:
    """What was chosen or pasted; None, with the error beside its field, when there is nothing to read."""
    file = cast("UploadedFile[Any] | None", form.cleaned_data["file"])
    try:
        text = (read_sheet_text(file) if file else form.cleaned_data["text"]).replace("\0", "")
    except Unreadable as why:
        form.add_error("file", str(why))
        return None
    if not text.strip():
        form.add_error("file", "Choose a CSV file, or paste the rows below.")
        return None
    return str(text)


def _preview(request: HttpRequest, owner: Owner, text: str, order: str) -> HttpResponse:
    rows, troubles = parse_csv(text, order=order)
    plan = plan_csv(owner, rows)
    left_out = sorted((*troubles, *plan.left_out), key=lambda trouble: trouble.line)
    told = {
        "plan": plan,
        "added": plan.added[:SHOWN],
        "there": plan.there[:SHOWN],
        "troubles": left_out[:SHOWN],
        "more": [max(0, len(rows) - SHOWN) for rows in (plan.added, plan.there, left_out)],
        "asks_order": bool(order) or any(trouble.asks_order for trouble in troubles),
        "form": SheetForm(initial={"text": text, "order": order}),
        "order": order,
        "text": text,
    }
    return render(request, "jobs/preview.html", told)
