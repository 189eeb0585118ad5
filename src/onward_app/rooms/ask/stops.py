"""What stands before the draft of a message: no no, a day of rest, one that was sent, or too little hope of a reply."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from onward.ask.offer import AskState
from onward_app import clock
from onward_app.records.models import Opportunity, Owner
from onward_app.records.reading.ask import find_ask, find_offer, has_signed_elsewhere
from onward_app.records.reading.recover import is_rejection_day

SORTS = {
    "advice": ("Ask for advice", "One message, one question, and then it is done."),
    "thanks": ("A thank-you", "After an interview, before any outcome. Nothing to answer."),
    "withdrawal": ("A kind withdrawal", "They can go on without you."),
}
NOT_TODAY = "Not today. Tomorrow is early enough."
NOT_SIGNED = "The draft says that you have accepted another position. That is for after you have signed."
NOBODY_SAID_NO = "Nobody has said no here, so there is nothing to ask about. A thank-you is fine at any time."
REFUSED = (AskState.LATER, AskState.ASKED, AskState.APART)


def read_sort(request: HttpRequest) -> str:
    """Which message the address names; a 404 where there is none of that name."""
    sort = request.GET.get("sort", "advice")
    if sort not in SORTS:
        raise Http404
    return sort


def find_stop(request: HttpRequest, owner: Owner, row: Opportunity, sort: str) -> HttpResponse | None:
    """The page that stands before the draft, where one does."""
    anyway = bool(request.GET.get("anyway"))
    if sort != "advice":
        reason, more = _explain_too_early(owner, sort, anyway=anyway)
        return _render_stop(request, row, sort, reason, anyway=more) if reason else None
    said = find_offer(owner, row, clock.today())
    if said is None:
        return _render_stop(request, row, sort, NOBODY_SAID_NO, thanks=True)
    if said.suggested or (anyway and said.state not in REFUSED):
        return None
    if said.state is AskState.APART:
        return redirect("ask:apart", row.pk)
    more = "" if said.state in REFUSED else "Ask anyway"
    return _render_stop(request, row, sort, said.reason, anyway=more, sent=find_ask(owner, row, sort))


def _explain_too_early(owner: Owner, sort: str, *, anyway: bool) -> tuple[str, str]:
    """Why a message that asks nothing isn’t for now, and the words of the button past that; blank where it is."""
    if is_rejection_day(owner, clock.today()):
        return NOT_TODAY, ""
    if sort == "withdrawal" and not has_signed_elsewhere(owner) and not anyway:
        return NOT_SIGNED, "Draft it anyway"
    return "", ""


def _render_stop(
    request: HttpRequest, row: Opportunity, sort: str, reason: str, *, anyway: str = "", **more: Any
) -> HttpResponse:
    page = {"job": row, "title": SORTS[sort][0], "sort": sort, "reason": reason, "anyway": anyway, **more}
    return render(request, "ask/stop.html", page)
