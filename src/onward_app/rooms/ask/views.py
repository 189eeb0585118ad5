"""What was asked, and where an ask may be due."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from onward.ask.expect import BEFORE_SENDING, SOURCE
from onward.ask.ledger import PAUSED, READ_OR_KEEP, explain_silence, is_paused
from onward_app import clock
from onward_app.records.facts import to_asked
from onward_app.records.models import Ask
from onward_app.records.reading.ask import expected_reply_rate, list_asks, list_asks_due, list_replies
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.rows import find_opportunity
from onward_app.records.reading.ways import list_recent_ways
from onward_app.web.asked import asked_number
from onward_app.web.replies import request_owner

PAGE = 50  # of what was asked at once


def front(request: HttpRequest) -> HttpResponse:
    """The ledger, and where an ask may be due."""
    owner = request_owner(request)
    job = asked_number(request, "job")
    if job is not None:
        return redirect("ask:write", find_opportunity(owner, job).pk)
    rows, quiet = list_asks(owner), is_rejection_day(owner, clock.today())
    shown = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    ledger = [(row, _say_of(row, clock.today()) if row.sort == "advice" else "") for row in shown]
    page = {
        "due": list_asks_due(owner, clock.today(), fresh=quiet),
        "ledger": ledger,
        "page": shown,
        "replies": list_replies(owner),
        "choice": READ_OR_KEEP,
        "expected": expected_reply_rate(rows),
        "before": BEFORE_SENDING,
        "source": SOURCE,
        "quiet": quiet,
        "ways": list_recent_ways(owner, clock.today()),
    }
    return render(request, "ask/front.html", page)


def _say_of(ask: Ask, on: date) -> str:
    """What there is to say of an ask today: that it may be closed, or that a day's pause has begun."""
    return PAUSED if is_paused(to_asked(ask), on) else explain_silence(to_asked(ask), on)
