"""One interview: its record, and what is noted of it on the day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.debrief.capture import AS_SAID, PROMISE, TOO_LATE
from onward.debrief.outcome import stage_of_round
from onward.facts import TALKS, say_happened
from onward_app import clock
from onward_app.records.models import Event, Interview
from onward_app.records.reading.behind import load_job_behind
from onward_app.records.reading.debrief import (
    find_outcome_day,
    list_answers_so_far,
    needs_capture,
)
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.rows import find_row
from onward_app.records.reading.transcripts import list_transcripts
from onward_app.records.writing.debrief import (
    capture_interview,
    ensure_interview,
)
from onward_app.rooms.debrief.interviews.capture_form import CaptureForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


@require_POST
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """A record for a conversation that mail speaks of."""
    owner = request_owner(request)
    event = find_row(Event, owner, pk)
    if event.kind not in TALKS:
        raise Http404
    row = Interview.objects.of(owner).filter(event=event).first() or ensure_interview(owner, event)
    return redirect("debrief:interview", row.pk)


@require_GET
def interview(request: HttpRequest, pk: int) -> HttpResponse:
    """All that is kept of one interview."""
    owner = request_owner(request)
    row = find_row(Interview, owner, pk)
    told = [(d, list_answers_so_far(d)) for d in row.debriefs.filter(stands=True)]
    quiet = is_rejection_day(owner, clock.today())
    context = {
        "interview": row,
        "round": say_happened(stage_of_round(row.round)),
        "questions": row.questions.filter(stands=True),
        "debriefs": told,
        "transcripts": list_transcripts(owner, row),
        "transcript_deleted": "deleted" in request.GET,
        "quiet_day": quiet,
        "behind": None if quiet else load_job_behind(owner, row.opportunity, clock.today(), talk=row),
        "wants_noting": needs_capture(row, clock.today()),
        "past": row.on < clock.today(),
        "coming": row.on >= clock.today(),
    }
    return render(request, "debrief/interviews/interview.html", context)


@require_http_methods(["GET", "POST"])
def capture(request: HttpRequest, pk: int) -> HttpResponse:
    """Before the outcome: three taps and a line, and the questions if there is time."""
    owner = request_owner(request)
    row = find_row(Interview, owner, pk)
    known = find_outcome_day(row)
    form = read_form(request, CaptureForm, interview=row, is_known=known is not None)
    page: dict[str, Any] = {
        "interview": row,
        "form": form,
        "known": known,
        "promise": PROMISE,
        "late": _say_too_late(row, known),
    }
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("liked", "said_real")}
        change = capture_interview(owner, row, questions=form.questions(), forecast=form.chance(), **told)
        return redirect_done(reverse("debrief:interview", args=[row.pk]), change)
    return render(request, "debrief/interviews/capture.html", page)


def _say_too_late(row: Interview, known: date | None) -> str:
    """Why no forecast is asked any more."""
    if known is None:
        return ""
    return TOO_LATE if row.forecast is None else AS_SAID.format(forecast=row.forecast)
