"""Lines and values, income now, and jobs beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.values.compare import CAVEAT, KEEP_SEARCHING
from onward.values.lines import INCOME_NOW, INTERIM, MOST_LINES, OFFER_PENDING, describe_income_now, find_wording_hint
from onward.wording.counts import say_between
from onward_app import clock
from onward_app.records.models import Owner, Value
from onward_app.records.reading.rows import find_opportunity, find_row, list_open_opportunities
from onward_app.records.reading.values import (
    compare_jobs,
    has_pending_offer,
    list_retired_values,
    list_values,
    list_weighings,
)
from onward_app.records.reading.writings import may_offer_fifteen_minutes
from onward_app.records.writing.values import (
    LineRefused,
    add_line,
    add_value,
    retire_value,
    set_income_now,
    set_points,
)
from onward_app.rooms.values.forms import IncomeForm, LineForm, PointsForm, ValueForm
from onward_app.rooms.values.offered import list_example_lines, list_offered_cards, list_offered_values
from onward_app.web.asked import asked_number
from onward_app.web.boxes import read_form
from onward_app.web.pictures.weights import draw_weighed, say_weights
from onward_app.web.replies import redirect_done, request_owner

SENTENCES = 10  # of pairs of jobs: with forty jobs there are eight hundred pairs


def front(request: HttpRequest, **forms: Any) -> HttpResponse:
    """All of it on one page; `forms` are those that came back, in place of empty ones."""
    owner, on = request_owner(request), clock.today()
    asked = asked_number(request, "job")
    if asked is not None:
        return redirect("values:job", find_opportunity(owner, asked).pk)
    rows = list(list_values(owner, on))
    page = {
        **_describe_lines(owner, rows),
        **_describe_weights(rows),
        **_describe_jobs(owner, on, whole=bool(request.GET.get("all"))),
        **_describe_income(owner, on),
        "values": [row for row in rows if not row.line],
        "offered": list_offered_values(owner.field, [row.text for row in rows]),
        "weighed": list_weighings(owner).first(),
        "retired": list_retired_values(owner, on),
        "fifteen": may_offer_fifteen_minutes(owner, on),
        "line_form": _begin_line(request, owner.field),
        "value_form": ValueForm(prefix="value"),
        "income_form": IncomeForm(prefix="income"),
        **forms,
    }
    return render(request, "values/front.html", page)


def _describe_lines(owner: Owner, rows: Sequence[Value]) -> dict[str, Any]:
    """The lines, each with a hint where its words are vague, and whether there is room for another."""
    return {
        "lines": [(row, find_wording_hint(row.text)) for row in rows if row.line],
        "full": sum(row.line for row in rows) >= MOST_LINES,
        "pending": OFFER_PENDING if has_pending_offer(owner) else "",
        "examples": list_example_lines(owner.field, [row.text for row in rows]),
    }


def _describe_jobs(owner: Owner, on: date, *, whole: bool) -> dict[str, Any]:
    """Jobs beside each other, and sentences on their pairs: some, or with `whole` all."""
    shown, sentences = compare_jobs(owner, on)
    return {
        "beside": [(one, say_between(one.fit.within) if one.fit else "") for one in shown],
        "sentences": sentences[: None if whole else SENTENCES] if len(shown) > 1 else (),
        "pairs": len(sentences),
        "keep_searching": KEEP_SEARCHING,
        "caveat": CAVEAT,
        "jobs": list_open_opportunities(owner)[:50],
    }


def _describe_income(owner: Owner, on: date) -> dict[str, Any]:
    review = owner.income_review if owner.income_now else None
    return {
        "income_says": describe_income_now(review, on) if review else "",
        "income_due": review is not None and review <= on,
        "income_sentence": INCOME_NOW,
        "interim": INTERIM,
    }


def _describe_weights(rows: Iterable[Value]) -> dict[str, Any]:
    """The values by their weight, each with its bar, and the same in a sentence."""
    points = [(row.text, row.points) for row in rows if not row.line]
    return {"weighed_values": draw_weighed(points), "weights": say_weights(points)}


def _begin_line(request: HttpRequest, field: str) -> LineForm:
    """An empty box, or one with the example that was tapped, to be made one's own."""
    asked, cards = asked_number(request, "example"), list_offered_cards(field)
    text = cards[asked].line if asked is not None and 0 <= asked < len(cards) else ""
    return LineForm(prefix="line", initial={"text": text})


@require_POST
def save_line(request: HttpRequest) -> HttpResponse:
    """Set a line."""
    form = read_form(request, LineForm, prefix="line")
    if form.is_valid():
        try:
            return redirect_done(reverse("values:front"), add_line(request_owner(request), form.cleaned_data["text"]))
        except LineRefused as refused:
            form.add_error("text", str(refused))
    return front(request, line_form=form)


@require_POST
def save_value(request: HttpRequest) -> HttpResponse:
    """Add a value."""
    form = read_form(request, ValueForm, prefix="value")
    if form.is_valid():
        return redirect_done(reverse("values:front"), add_value(request_owner(request), **form.cleaned_data))
    return front(request, value_form=form)


@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a line or value go."""
    owner = request_owner(request)
    return redirect_done(reverse("values:front"), retire_value(owner, find_row(Value, owner, pk)))


@require_POST
def points(request: HttpRequest, pk: int) -> HttpResponse:
    """How much a value counts."""
    owner = request_owner(request)
    value = find_row(Value, owner, pk)
    form = read_form(request, PointsForm)
    if not form.is_valid():
        return front(request, points_error=f"“{value.text}”: a number between 0 and 100.")
    return redirect_done(reverse("values:front"), set_points(owner, value, form.cleaned_data["points"]))


@require_POST
def income(request: HttpRequest) -> HttpResponse:
    """I need income now, and when to look at it again; or not any more."""
    owner = request_owner(request)
    if request.POST.get("say") == "over":
        return redirect_done(reverse("values:front"), set_income_now(owner, None))
    form = read_form(request, IncomeForm, prefix="income")
    if not form.is_valid():
        return front(request, income_form=form)
    return redirect_done(reverse("values:front"), set_income_now(owner, form.cleaned_data["review"]))
