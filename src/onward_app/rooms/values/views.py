"""Lines set in advance are held up at the moment of weakness: first ask them, then a reason and a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.facts import OFFERS
from onward.packs.load import GENERAL
from onward.packs.pack import ValueCard
from onward.values.ask_them import write_interview_question
from onward.values.compare import CAVEAT, KEEP_SEARCHING
from onward.values.gate import RECORDS, Action
from onward.values.lines import INCOME_NOW, INTERIM, MOST_LINES, OFFER_PENDING, describe_income_now, find_wording_hint
from onward.wording.counts import say_between
from onward.wording.days import say_ago
from onward_app import clock
from onward_app.packs_folder import list_packs
from onward_app.records.facts import to_line
from onward_app.records.models import Opportunity, Owner, Value
from onward_app.records.reading.rows import find_opportunity, find_row, list_open_opportunities
from onward_app.records.reading.values import (
    GateCheck,
    check_gate,
    compare_jobs,
    has_pending_offer,
    list_before_applying,
    list_retired_values,
    list_values,
    list_weighings,
    map_marks,
)
from onward_app.records.reading.writings import may_offer_fifteen_minutes
from onward_app.records.writing.refusals import EventRefused
from onward_app.records.writing.values import (
    LineRefused,
    add_line,
    add_value,
    decide_against_offer,
    give_gate_reason,
    mark_job,
    pass_gate,
    record_asked_them,
    retire_value,
    set_income_now,
    set_points,
)
from onward_app.rooms.values.forms import IncomeForm, LineForm, MarksForm, PointsForm, ReasonForm, ValueForm
from onward_app.web.asked import asked_number
from onward_app.web.boxes import read_form
from onward_app.web.pictures.weights import draw_weighed, say_weights
from onward_app.web.replies import redirect_done, request_owner

SENTENCES = 10  # of pairs of jobs: with forty jobs there are eight hundred pairs
ACTIONS = {"accept": ("accept", "Say yes", "You said yes"), "sign": ("sign", "Sign", "You signed")}


def front(request: HttpRequest, **forms: Any) -> HttpResponse:
    """Lines and values, income now, and jobs beside each other."""
    owner = request_owner(request)
    asked = asked_number(request, "job")
    if asked is not None:
        return redirect("values:job", find_opportunity(owner, asked).pk)
    on = clock.today()
    rows = list(list_values(owner, on))
    shown, sentences = compare_jobs(owner, on)
    page = {
        "lines": [(row, find_wording_hint(row.text)) for row in rows if row.line],
        "values": [row for row in rows if not row.line],
        **_describe_weights(rows),
        "offered": list_offered_values(owner.field, [row.text for row in rows]),
        "weighed": list_weighings(owner).first(),
        "full": sum(row.line for row in rows) >= MOST_LINES,
        "retired": list_retired_values(owner, on),
        "pending": OFFER_PENDING if has_pending_offer(owner) else "",
        "beside": [(one, say_between(one.fit.within) if one.fit else "") for one in shown],
        "sentences": sentences[: None if request.GET.get("all") else SENTENCES] if len(shown) > 1 else (),
        "pairs": len(sentences),
        "keep_searching": KEEP_SEARCHING,
        "caveat": CAVEAT,
        "jobs": list_open_opportunities(owner)[:50],
        "income_says": describe_income_now(owner.income_review, on) if owner.income_now and owner.income_review else "",
        "income_due": bool(owner.income_now and owner.income_review and owner.income_review <= on),
        "fifteen": may_offer_fifteen_minutes(owner, on),
        "income_sentence": INCOME_NOW,
        "interim": INTERIM,
        "examples": list_example_lines(owner.field, [row.text for row in rows]),
        "line_form": _begin_line(request, owner.field),
        "value_form": ValueForm(prefix="value"),
        "income_form": IncomeForm(prefix="income"),
        **forms,
    }
    return render(request, "values/front.html", page)


def _describe_weights(rows: Iterable[Value]) -> dict[str, Any]:
    """The values by their weight, each with its bar, and the same in a sentence."""
    points = [(row.text, row.points) for row in rows if not row.line]
    return {"weighed_values": draw_weighed(points), "weights": say_weights(points)}


def list_offered_cards(field: str) -> list[ValueCard]:
    """What a job may give: what is the field's own first, then what any job may give."""
    return [card for pack in list_packs(field) if pack.key in {field, GENERAL} for card in pack.values]


def list_offered_values(field: str, set_already: Iterable[str]) -> list[str]:
    """The values to be added by one tap."""
    there = {text.casefold() for text in set_already}
    return [card.text for card in list_offered_cards(field) if card.text.casefold() not in there]


def list_example_lines(field: str, set_already: Iterable[str]) -> list[tuple[int, ValueCard]]:
    """Lines to begin from, worded so that anybody could check them, each with its place among the cards."""
    there = {text.casefold() for text in set_already}
    cards = enumerate(list_offered_cards(field))
    return [(place, card) for place, card in cards if card.line and card.line.casefold() not in there]


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
        "gate": _read_action(request.GET.get("gate", "")),
        "offer": row.alive and row.stage in OFFERS,
    }
    return render(request, "values/job.html", page)


def _after_marks(request: HttpRequest, row: Opportunity) -> str:
    """Back to the gate, when the person came from it."""
    action = _read_action(request.GET.get("gate", ""))
    if action:
        return reverse("values:gate", args=[row.pk], query={"action": action})
    return reverse("values:job", args=[row.pk])


def _read_action(said: str) -> str:
    return said if said in ACTIONS else ""


def gate(request: HttpRequest, pk: int) -> HttpResponse:
    """The gate before accept and sign."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    action = _read_action(request.GET.get("action", ""))
    if not action:
        raise Http404
    if request.method == "POST":
        return _do_pressed(request, owner, row, action)
    return _gate_page(request, owner, row, action)


def _do_pressed(request: HttpRequest, owner: Owner, row: Opportunity, action: str) -> HttpResponse:
    """What the pressed button means. What already happened is recorded whatever the gate says."""
    pressed = "recorded" if request.GET.get("recorded") else request.POST.get("do", "")
    seen = check_gate(owner, row, action=action, when=clock.now())
    if pressed == "asked":
        return redirect_done(request.get_full_path(), record_asked_them(owner, row, action))
    if pressed == "reason":
        return _keep_reason(request, owner, row, action)
    if pressed == "against":
        return redirect_done(reverse("jobs:timeline", args=[row.pk]), decide_against_offer(owner, row, action))
    ended = _find_ending(pressed, seen)
    if not ended:
        return _gate_page(request, owner, row, action)
    try:
        change = pass_gate(
            owner, row, action=action, on=_read_day(request), ended=ended, note=request.GET.get("note", "")[:5_000]
        )
    except EventRefused as refused:
        return _gate_page(request, owner, row, action, refused=str(refused))
    signed = action == Action.SIGN
    where = reverse("recover:ending") if signed else reverse("jobs:timeline", args=[row.pk])
    return redirect_done(where, change)


def _find_ending(pressed: str, seen: GateCheck) -> str:
    """How the pause ends, "" while it doesn't."""
    waiting = seen.pause is not None and bool(seen.pause.reason)
    table = (
        (pressed == "recorded", "kept"),
        (pressed == "go" and seen.over(clock.now()), "waited"),
        (pressed == "go" and seen.open, "kept"),
        (pressed == "waive" and waiting, "waived"),
    )
    return next((ended for holds, ended in table if holds), "")


def _keep_reason(request: HttpRequest, owner: Owner, row: Opportunity, action: str) -> HttpResponse:
    form = read_form(request, ReasonForm)
    if not form.is_valid():
        return _gate_page(request, owner, row, action, reason=form)
    said = form.cleaned_data["reason"]
    return redirect_done(request.get_full_path(), give_gate_reason(owner, row, action=action, reason=said))


def _gate_page(request: HttpRequest, owner: Owner, row: Opportunity, action: str, **more: Any) -> HttpResponse:
    now = clock.now()
    seen = check_gate(owner, row, action=action, when=now)
    name, verb, happened = ACTIONS[action]
    page = {
        "job": row,
        "action": name,
        "verb": verb,
        "happened": happened,
        "on": _read_day(request),
        "answer": seen.answer,
        "pause": seen.pause,
        "clear": seen.open or seen.over(now),
        "asks": (*seen.answer.crossed, *seen.answer.unknown),
        "lines_set": list_values(owner, clock.today(), line=True).exists(),
        "reason": ReasonForm(),
        "asked": say_ago(seen.pause.asked_at.astimezone(now.tzinfo).date(), now.date())
        if seen.pause and seen.pause.asked_at
        else "",
        "records": RECORDS,
        "until": seen.pause.waits_until.astimezone(now.tzinfo) if seen.pause and seen.pause.waits_until else None,
        **more,
    }
    return render(request, "values/gate.html", page)


def _read_day(request: HttpRequest) -> date:
    """The day the other page named, else today."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return clock.today()
