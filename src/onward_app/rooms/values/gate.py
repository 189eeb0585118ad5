"""The gate before accept and sign: first ask them, then a reason and a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onward.values.gate import RECORDS, Action
from onward.wording.days import say_ago
from onward_app import clock
from onward_app.records.models import Opportunity, Owner
from onward_app.records.reading.rows import find_opportunity
from onward_app.records.reading.values import GateCheck, check_gate, list_values
from onward_app.records.writing.refusals import EventRefused
from onward_app.records.writing.values import decide_against_offer, give_gate_reason, pass_gate, record_asked_them
from onward_app.rooms.values.forms import ReasonForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner

ACTIONS = {"accept": ("accept", "Say yes", "You said yes"), "sign": ("sign", "Sign", "You signed")}


def read_action(said: str) -> str:
    """One of `ACTIONS`; blank for anything else."""
    return said if said in ACTIONS else ""


def gate(request: HttpRequest, pk: int) -> HttpResponse:
    """The gate before accept and sign."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    action = read_action(request.GET.get("action", ""))
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
    if pressed == "recorded":
        return "kept"
    if pressed == "go" and seen.over(clock.now()):
        return "waited"
    if pressed == "go" and seen.open:
        return "kept"
    waiting = seen.pause is not None and bool(seen.pause.reason)
    return "waived" if pressed == "waive" and waiting else ""


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
    asked, until = (seen.pause.asked_at, seen.pause.waits_until) if seen.pause else (None, None)
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
        "asked": say_ago(asked.astimezone(now.tzinfo).date(), now.date()) if asked else "",
        "records": RECORDS,
        "until": until.astimezone(now.tzinfo) if until else None,
        **more,
    }
    return render(request, "values/gate.html", page)


def _read_day(request: HttpRequest) -> date:
    """The day the other page named, else today."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return clock.today()
