"""Transcripts: adding one, saying who is who, and what it shows of each answer. Information, and no grade."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.debrief.measures import LIMITS, measure_answer
from onward.debrief.overview import summarize_transcript
from onward.debrief.validated import VALIDATED
from onward_app import clock
from onward_app.records.models import Change, Interview, Owner, Transcript
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.rows import find_row
from onward_app.records.reading.transcripts import find_remembered_candidate, find_transcript, report_transcript
from onward_app.records.writing.transcripts import (
    add_transcript,
    delete_transcript,
    edit_transcript,
    name_candidate,
    set_delivery_shown,
)
from onward_app.rooms.debrief.transcripts.forms import CandidateForm, TranscriptForm
from onward_app.rooms.debrief.transcripts.words import show_answer
from onward_app.web.boxes import read_form
from onward_app.web.replies import find_way_back, redirect_done, request_owner

ON_A_PAGE = 8  # answers: a page that a phone shows without much turning


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """A transcript as a file, or pasted. What may point to a client is shown before it is kept."""
    owner = request_owner(request)
    interview = find_row(Interview, owner, pk)
    form = read_form(request, TranscriptForm)
    if form.is_valid():
        return _go_on(owner, *add_transcript(
            owner, interview, text=form.cleaned_data["text"], name=form.cleaned_data["name"],
            candidate=find_remembered_candidate(owner, form.read.speakers),
        ))  # fmt: skip
    return render(request, "debrief/transcripts/add.html", {"interview": interview, "form": form.shown_again()})


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Other words in its place: a name before each turn, say, or something general where a client's name was."""
    owner = request_owner(request)
    row = find_transcript(owner, pk)
    form = read_form(request, TranscriptForm, initial={"text": row.text, "name": row.name})
    if form.is_valid():
        same = row.candidate if row.candidate in form.read.speakers else ""
        known = same or find_remembered_candidate(owner, form.read.speakers)
        return _go_on(owner, *edit_transcript(owner, row, text=form.cleaned_data["text"], candidate=known))
    page = {"interview": row.interview, "row": row, "form": form.shown_again()}
    return render(request, "debrief/transcripts/add.html", page)


def _go_on(owner: Owner, row: Transcript, change: Change | None) -> HttpResponse:
    """On to the page of the transcript, or first to the one question that it needs answered."""
    if is_rejection_day(owner, clock.today()):
        return redirect_done(reverse("debrief:interview", args=[row.interview_id]), change)
    told = report_transcript(row)
    asks = len(told.read.speakers) > 1 and row.candidate not in told.read.speakers
    page = "debrief:who" if asks else "debrief:transcript"
    already = {"already": 1} if change is None and not asks else None
    return redirect_done(reverse(page, args=[row.pk], query=already), change)


@require_http_methods(["GET", "POST"])
def who(request: HttpRequest, pk: int) -> HttpResponse:
    """Which of the speakers the person is: asked once, and remembered by name."""
    owner = request_owner(request)
    row = find_transcript(owner, pk)
    read = report_transcript(row).read
    form = read_form(request, CandidateForm, read=read, initial={"candidate": row.candidate})
    if form.is_valid():
        change = name_candidate(owner, row, form.cleaned_data["candidate"])
        return redirect_done(reverse("debrief:transcript", args=[pk]), change)
    return render(request, "debrief/transcripts/who.html", {"row": row, "form": form, "speakers": read.speakers})


@require_GET
def transcript(request: HttpRequest, pk: int) -> HttpResponse:
    """Questions with their answers, and what each answer shows."""
    owner = request_owner(request)
    row = find_transcript(owner, pk)
    if is_rejection_day(owner, clock.today()):
        return render(request, "debrief/tomorrow.html", {"job": row.interview.opportunity})
    told = report_transcript(row)
    if len(told.read.speakers) > 1 and row.candidate not in told.read.speakers:
        return redirect("debrief:who", pk)
    measured = [measure_answer(answer, delivery=not owner.delivery_off) for answer in told.answers]
    page = Paginator(list(enumerate(told.answers, 1)), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "row": row,
        "already": "already" in request.GET,
        "read": told.read,
        "figures": summarize_transcript(
            told.read, row.candidate, told.answers, measured, delivery=not owner.delivery_off
        ),
        "page": page,
        "shown": [show_answer(owner, row.interview, n, one, untimed=told.read.untimed) for n, one in page],
        "turns": () if told.answers else told.read.turns[:200],
        "delivery": not owner.delivery_off,
        "limits": LIMITS,
        "validated": [one for one in VALIDATED if not (one.delivery and owner.delivery_off)],
    }
    return render(request, "debrief/transcripts/transcript.html", context)


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete it for good, after a sentence that says so."""
    owner = request_owner(request)
    row = find_transcript(owner, pk)
    if request.method == "POST":
        delete_transcript(owner, row)
        return redirect(reverse("debrief:interview", args=[row.interview_id], query={"deleted": "transcript"}))
    return render(request, "debrief/transcripts/delete.html", {"row": row})


@require_GET
def limits(request: HttpRequest) -> HttpResponse:
    """What is looked at, how often it is right, what fools it; and the switch for figures on delivery."""
    told = {"limits": LIMITS, "validated": VALIDATED, "delivery": not request_owner(request).delivery_off}
    return render(request, "debrief/transcripts/limits.html", told)


@require_POST
def delivery(request: HttpRequest) -> HttpResponse:
    """Turn figures on delivery off for good, or on again."""
    change = set_delivery_shown(request_owner(request), on=request.POST.get("show") == "yes")
    return redirect_done(find_way_back(request, reverse("debrief:transcripts")), change)
