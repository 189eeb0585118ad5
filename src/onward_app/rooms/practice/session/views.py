"""One card: the answer first, in the form of its kind of practice; then the three points."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.practice.answers import join_parts, measure_share
from onward.practice.ways import Way, find_way
from onward.wording.client_details import BEFORE
from onward_app import clock
from onward_app.recordings import RecordingTrouble
from onward_app.records.models import Card, Owner, Recording
from onward_app.records.reading.practice import (
    describe_origin,
    find_attempt,
    find_plan,
    find_question_said,
    find_recording,
    plan_tonight,
)
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.practice import grade_card, keep_attempt, keep_card_recording
from onward_app.records.writing.recordings import keep_recording
from onward_app.rooms.practice.session.forms import AnswerForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


@require_http_methods(["GET", "POST"])
def card(request: HttpRequest, pk: int) -> HttpResponse:
    """The question, and the form of its kind of practice. The points come after."""
    owner = request_owner(request)
    row = find_row(Card, owner, pk)
    way = find_way(row.practice)
    begun = find_attempt(owner, row)
    if request.method == "GET" and begun and begun.answered_at and "change" not in request.GET:
        return redirect("practice:points", pk)
    written = {f"box{n}": part for n, part in enumerate(begun.parts)} if begun else {}
    form = read_form(request, AnswerForm, way=way, initial=written)
    page: dict[str, Any] = {"form": form}
    # A recording would be lost when the page comes back for another look; beside words of self-harm nothing is kept.
    keeps = form.is_filled() and not form.looks.heavy
    kept = keeps and keep_spoken_answer(owner, form, card=row, question=row.question)
    if form.is_valid() and kept:
        keep_attempt(owner, row, parts=form.parts)
        return redirect("practice:points", pk)
    return render(request, "practice/session/session.html", page | _describe_card(owner, row, way))


def _describe_card(owner: Owner, row: Card, way: Way) -> dict[str, Any]:
    begun = find_attempt(owner, row)
    return {
        "card": row,
        "way": way,
        "before": BEFORE,
        "origin": describe_origin(row),
        "then": find_question_said(owner, row) if way.key == "re_answer" else None,
        "recording": find_recording(owner, begun.recording) if begun else None,
    }


def keep_spoken_answer(owner: Owner, form: AnswerForm, *, card: Card | None, question: str) -> Recording | bool:
    """Keep the recording that came with an answer. False when it can't be kept; the form then says why."""
    if form.said is None:
        return True
    try:
        row = keep_recording(
            owner, chunks=form.said.chunks(), sort=form.sort, card=card, question=question,
            seconds=form.cleaned_data["sound_seconds"],
        )  # fmt: skip
    except RecordingTrouble as trouble:
        form.add_error("sound", str(trouble))
        return False
    if card is not None:
        keep_card_recording(owner, card, row)
    return row


@require_GET
def points(request: HttpRequest, pk: int) -> HttpResponse:
    """What was answered, beside the three points to grade it by."""
    owner = request_owner(request)
    row = find_row(Card, owner, pk)
    given = find_attempt(owner, row)
    if given is None or given.answered_at is None:
        return redirect("practice:card", pk)
    about = _describe_card(owner, row, find_way(row.practice))
    way = about["way"]
    context = about | {
        "answer": join_parts(way, given.parts),
        "share": measure_share(way, given.parts),
        "plan": find_plan(row),
    }
    return render(request, "practice/session/points.html", context)


@require_POST
def grade(request: HttpRequest, pk: int) -> HttpResponse:
    """Which of its points were met; then the next card, or the end."""
    owner = request_owner(request)
    row = find_row(Card, owner, pk)
    met = {int(place) for place in request.POST.getlist("met") if place in {"0", "1", "2"}}
    change = grade_card(owner, row, met=met)
    following = plan_tonight(owner, clock.today()).cards
    return redirect_done(
        reverse("practice:card", args=[following[0].id]) if following else reverse("practice:front"), change
    )
