"""Mock rounds: choose, answer one question after the other with a clock, and grade them all at the end."""

from __future__ import annotations

import secrets
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from onward.practice.make import CardDraft, make_mock_round
from onward.practice.rounds import ASK_BACK, ASKED_BACK, choose_round_cards, find_seconds_each
from onward.practice.ways import find_way
from onward.wording.client_details import BEFORE
from onward_app import clock
from onward_app.packs_folder import find_pack
from onward_app.recordings import RecordingTrouble
from onward_app.records import models
from onward_app.records.facts import to_card
from onward_app.records.models import Attempt, Owner, Round
from onward_app.records.reading.practice import describe_evening, find_recording, list_cards
from onward_app.records.reading.rounds import (
    count_round_cards,
    find_next_attempt,
    find_open_round,
    list_done_rounds,
    list_round_questions,
)
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.recordings import keep_recording
from onward_app.records.writing.rounds import (
    begin_round,
    discard_round,
    end_round,
    finish_round,
    keep_attempt_as_card,
    keep_attempt_recording,
    record_round_answer,
)
from onward_app.rooms.practice.rounds.forms import FILLED_FROM, OWN, ChooseRoundForm
from onward_app.rooms.practice.session.forms import AnswerForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner

WAY = find_way("mock_round")


@require_http_methods(["GET", "POST"])
def front(request: HttpRequest) -> HttpResponse:
    """Choose what a round is made of, or go on with the one that is open."""
    owner = request_owner(request)
    form = read_form(request, ChooseRoundForm, own=count_round_cards(owner), field=owner.field)
    if request.method == "POST" and form.is_valid():
        row, change = _begin_round(owner, form)
        return redirect_done(reverse("practice:round", args=[row.pk]), change)
    evening = describe_evening(owner, clock.today())
    context = {
        "form": form,
        "open": find_open_round(owner),
        "rows": list_done_rounds(owner),
        "resting": evening.rejection_day and not evening.asked_for,
    }
    return render(request, "practice/rounds/choose.html", context)


def _begin_round(owner: Owner, form: ChooseRoundForm) -> tuple[Round, Any]:
    number, source = form.cleaned_data["questions"], form.cleaned_data["source"]
    seed = secrets.randbelow(2**31)
    cards: list[models.Card] = []
    drafts: tuple[CardDraft, ...] = ()
    if source == OWN:
        rows = {row.pk: row for row in list_cards(owner)}
        chosen = choose_round_cards(map(to_card, rows.values()), seed=seed, questions=number)
        cards = [rows[card.id] for card in chosen]
    if len(cards) < number:  # few cards of one's own are filled up from a pack
        pack = find_pack(FILLED_FROM if source == OWN else source)
        if pack is None:  # put away since the page was shown
            raise Http404
        known = {card.item for card in cards}
        dealt = make_mock_round(pack, seed=seed, families=form.families, questions=number + len(known))
        drafts = tuple(draft for draft in dealt if draft.item not in known)[: number - len(cards)]
    return begin_round(
        owner, title=form.title, seconds_each=find_seconds_each(len(cards) + len(drafts)), cards=cards,
        drafts=(*drafts, ASK_BACK),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """The next question; when all have an answer, their points; when those are marked, what is next."""
    owner = request_owner(request)
    row = find_row(Round, owner, pk)
    attempt = find_next_attempt(row)
    if attempt is not None:
        return _show_question(request, owner, row, attempt)
    page = {"round": row, "asked": list_round_questions(owner, row)}
    if row.done_at is None:
        if request.method == "POST":
            return redirect_done(
                reverse("practice:round", args=[pk]), finish_round(owner, row, _read_met(request, row))
            )
        return render(request, "practice/rounds/points.html", page)
    return render(request, "practice/rounds/done.html", page)


def _read_met(request: HttpRequest, row: Round) -> dict[int, list[int]]:
    return {
        pk: [int(place) for place in request.POST.getlist(f"met_{pk}") if place in {"0", "1", "2"}]
        for pk in row.attempts.values_list("pk", flat=True)
    }


def _show_question(request: HttpRequest, owner: Owner, row: Round, attempt: Attempt) -> HttpResponse:
    """One question. An answer that was sent for another one (an old tab) is not taken for this one's."""
    mine = request.method == "POST" and request.POST.get("attempt") == str(attempt.pk)
    form = read_form(request, AnswerForm, sent=mine, way=WAY)
    page: dict[str, Any] = {"form": form, "round": row, "attempt": attempt, "before": BEFORE}
    kept = form.is_filled() and not form.looks.heavy and _keep_sound(owner, form, attempt)
    if form.is_valid() and kept:
        record_round_answer(attempt, parts=form.parts, seconds=form.cleaned_data["clock_seconds"])
        return redirect("practice:round", row.pk)
    if request.method == "POST" and not mine:
        return redirect("practice:round", row.pk)
    last = attempt.question == ASK_BACK.question
    page |= {
        "number": row.attempts.count(),
        "seconds": ASKED_BACK if last else row.seconds_each,
        "recording": find_recording(owner, attempt.recording),
    }
    return render(request, "practice/rounds/ask.html", page)


def _keep_sound(owner: Owner, form: AnswerForm, attempt: Attempt) -> bool:
    if form.said is None:
        return True
    try:
        row = keep_recording(
            owner, chunks=form.said.chunks(), sort=form.sort, card=attempt.card, question=attempt.question,
            seconds=form.cleaned_data["sound_seconds"],
        )  # fmt: skip
    except RecordingTrouble as trouble:
        form.add_error("sound", str(trouble))
        return False
    keep_attempt_recording(attempt, row)
    return True


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End it here, with what is answered."""
    owner = request_owner(request)
    row = find_row(Round, owner, pk)
    change = end_round(owner, row)
    return redirect_done(reverse("practice:rounds"), change) if change else redirect("practice:round", pk)


@require_POST
def let_go(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a round away."""
    owner = request_owner(request)
    return redirect_done(reverse("practice:rounds"), discard_round(owner, find_row(Round, owner, pk)))


@require_POST
def keep(request: HttpRequest, pk: int, attempt: int) -> HttpResponse:
    """Make a card of one of its questions."""
    owner = request_owner(request)
    row = find_row(Round, owner, pk)
    found = row.attempts.filter(pk=attempt).first()
    if found is None:
        raise Http404
    return redirect_done(reverse("practice:round", args=[pk]), keep_attempt_as_card(owner, found))
