"""A spreadsheet: chosen or pasted, shown as it would be brought in, then brought in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onward_app.records.models import Owner
from onward_app.records.writing.csv_rows import parse_csv
from onward_app.records.writing.sheets import import_csv, plan_csv
from onward_app.rooms.jobs.forms import SheetForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner

SHOWN = 100  # rows of each sort that a preview lists


def bring(request: HttpRequest) -> HttpResponse:
    """Choose it; see what would happen; do it. The text travels with the form, so nothing is kept before a yes."""
    form = read_form(request, SheetForm)
    if not form.is_valid():
        return render(request, "jobs/import.html", {"form": form.shown_again() if form.is_filled() else form})
    if "confirm" in request.POST:
        rows, _ = parse_csv(form.rows, order=form.cleaned_data["order"])
        return redirect_done(reverse("jobs:front", query={"show": "all"}), import_csv(request_owner(request), rows))
    return _preview(request, request_owner(request), form)


def _preview(request: HttpRequest, owner: Owner, asked: SheetForm) -> HttpResponse:
    text, order = asked.rows, asked.cleaned_data["order"]
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
        "form": asked.shown_again(),
        "order": order,
        "text": text,
    }
    return render(request, "jobs/preview.html", told)
