"""What is known of each line and value at one job, and what to ask."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onward.facts import OFFERS
from onward.values.ask_them import write_interview_question
from onward_app import clock
from onward_app.records.facts import to_line
from onward_app.records.models import Opportunity
from onward_app.records.reading.rows import find_opportunity
from onward_app.records.reading.values import list_before_applying, list_values, map_marks
from onward_app.records.writing.values import mark_job
from onward_app.rooms.values.forms import MarksForm
from onward_app.rooms.values.gate import read_action
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


def job(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of each line and value at one job, and what to ask."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    before = "before" in request.GET  # applying: two of them, in a minute
    values = list_before_applying(owner, row, clock.today()) if before else list(list_values(owner, clock.today()))
    held = map_marks(owner, row)
    form = read_form(request, MarksForm, values=values, marks=held)
    if request.method == "POST" and form.is_valid():
        where = reverse("jobs:timeline", args=[row.pk]) if before else _after_marks(request, row)
        return redirect_done(where, mark_job(owner, row, form.said))
    open_ = [v for v in values if v.line and (v.pk not in held or held[v.pk].mark == "unknown")]
    page = {
        "job": row,
        "form": form,
        "values": values,
        "before": before,
        "questions": [write_interview_question(to_line(line)) for line in open_],
        "gate": read_action(request.GET.get("gate", "")),
        "offer": row.alive and row.stage in OFFERS,
    }
    return render(request, "values/job.html", page)


def _after_marks(request: HttpRequest, row: Opportunity) -> str:
    """Back to the gate, when the person came from it."""
    action = read_action(request.GET.get("gate", ""))
    if action:
        return reverse("values:gate", args=[row.pk], query={"action": action})
    return reverse("values:job", args=[row.pk])
