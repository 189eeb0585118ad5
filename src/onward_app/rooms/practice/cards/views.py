"""All cards, one card with all that is known of it, and cards of one's own."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.practice.ways import find_way
from onward_app.records.models import Card
from onward_app.records.reading.practice import describe_origin, find_question_said, report_card
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.practice import add_card, edit_card, retire_card
from onward_app.rooms.practice.cards.forms import AddCardForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


@require_GET
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Its words, whether it is learned, when it comes again, its answers and recordings."""
    owner = request_owner(request)
    row = find_row(Card, owner, pk)
    context: dict[str, Any] = {"told": report_card(owner, row), "card": row, "way": find_way(row.practice)}
    context |= {"origin": describe_origin(row), "then": find_question_said(owner, row)}
    return render(request, "practice/cards/card.html", context)


@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a card go, or take it up again."""
    owner = request_owner(request)
    return redirect_done(reverse("practice:one", args=[pk]), retire_card(owner, find_row(Card, owner, pk)))


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A card of one's own."""
    owner = request_owner(request)
    form = read_form(request, AddCardForm)
    page: dict[str, Any] = {
        "form": form,
        "title": "A card of my own",
        "button": "Add it",
        "back": reverse("practice:front"),
    }
    if form.is_valid():
        told = form.cleaned_data
        change = add_card(owner, question=told["question"], points=form.points, practice=told["practice"])
        return redirect_done(reverse("practice:front"), change)
    return render(request, "practice/cards/form.html", page)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Other words on a card. What was answered stays."""
    owner = request_owner(request)
    row = find_row(Card, owner, pk)
    initial = {"question": row.question, "practice": find_way(row.practice).key}
    initial |= {f"point{n}": point for n, point in enumerate(row.points, 1)}
    form = read_form(request, AddCardForm, initial=initial)
    page: dict[str, Any] = {
        "form": form,
        "title": "Change the card",
        "button": "Keep it",
        "back": reverse("practice:one", args=[pk]),
    }
    if form.is_valid():
        told = form.cleaned_data
        change = edit_card(owner, row, question=told["question"], points=form.points, practice=told["practice"])
        return redirect_done(reverse("practice:one", args=[pk]), change)
    return render(request, "practice/cards/form.html", page)
