"""The search stays at full speed until it is signed: where hope is, how quiet it is, and what a week holds."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.facts import Stage
from onward.pace.concentration import describe_stale, is_nudged, say_doors
from onward.pace.odds import SOURCE as ODDS_SOURCE
from onward.pace.silence import SOURCE
from onward.pace.tight import SOURCE as TIGHT_SOURCE
from onward.pace.week import Goals
from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.reading.ask import list_farewells
from onward_app.records.reading.counts import count_jobs
from onward_app.records.reading.met import find_jobs_met
from onward_app.records.reading.pace import (
    FIELDS,
    choose_hope_fields,
    count_decided,
    find_coast_guard,
    find_last_hope,
    find_signed_employer,
    find_tight_spot,
    find_unmet,
    list_doors,
    list_open_jobs,
    list_silences,
    load_chances,
    load_goals,
    offer_odds,
    spread_hopes,
    suggest_points,
)
from onward_app.records.reading.read_to import find_day_ahead
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.rows import (
    find_opportunity,
    list_open_opportunities,
    list_opportunities,
    read_briefly,
)
from onward_app.records.writing.pace import (
    PaceRefused,
    close_job,
    record_nothing_heard,
    record_status_check,
    set_promised_day,
    set_week,
    show_numbers,
    spread_hope,
)
from onward_app.records.writing.refusals import EventRefused
from onward_app.rooms.pace.actions import prepare_status_check, tell_needed_pace
from onward_app.rooms.pace.forms import HopeForm, PromisedForm, WeekForm, hope_field
from onward_app.web.asked import asked_number
from onward_app.web.boxes import read_form
from onward_app.web.replies import find_way_back, redirect_done, request_owner

BESIDE = 5  # jobs at the side


def front(request: HttpRequest) -> HttpResponse:
    """Hope, silence and the week, on one page."""
    return _render_page(request, request_owner(request))


def _render_page(request: HttpRequest, owner: Owner, **more: Any) -> HttpResponse:
    on = clock.today()
    if is_rejection_day(owner, on) and request.method == "GET" and not request.GET.get("asked"):
        return render(request, "pace/not_tonight.html")
    alive = list(read_briefly(list_open_opportunities(owner)))
    rows, kept, counts = list_doors(alive), find_last_hope(owner), (find_jobs_met(owner), count_jobs(owner))
    everything = bool(request.GET.get("all"))
    most = len(rows) if everything else FIELDS
    asked = rows if everything else choose_hope_fields(kept, rows)
    silences = list_silences(owner, rows, on)
    told = next((row for row in rows if row.pk == asked_number(request, "job")), None)  # silence was just told of it
    silences.sort(key=lambda one: one.row != told)
    open_, own = load_chances(owner, rows, silences, *counts), count_decided(owner, silences, *counts)
    chances = offer_odds(open_, on)
    held, week_ = load_goals(owner, on)
    hopes_ = spread_hopes(kept, rows, chances.each)
    page = {
        "jobs": rows,
        "alive": [row for row in rows if row.stage != Stage.LEAD][:BESIDE],
        "doors": say_doors(hopes_.spread, len(rows)),
        "nudged": is_nudged(hopes_.spread, len(rows)),
        "unmet": find_unmet(own),
        "hopes": hopes_,
        "stale": describe_stale(hopes_.row.on if hopes_.row else None, on) if rows else "",
        "hope_form": HopeForm(rows=asked, points=suggest_points(kept, asked)),
        "more_jobs": len(rows) - len(asked),
        "ahead": find_day_ahead(owner, on),
        "silences": [
            (one, PromisedForm(initial={"on": one.row.promised_on}, prefix=f"p{one.row.pk}"), one.silence.check_due(on))
            for one in silences[:most]
        ],
        "told": told,
        "more_silences": len(silences[most:]),
        "tight": find_tight_spot(own),
        "tight_source": TIGHT_SOURCE,
        "any": bool(alive) or list_opportunities(owner).exists(),
        "farewells": list_farewells(owner),
        "source": SOURCE,
        "odds": chances if rows else None,
        "odds_source": ODDS_SOURCE,
        **(tell_needed_pace(open_, on, wish=asked_number(request, "wish")) if rows else {}),
        "coast": find_coast_guard(owner, on),
        "signed": find_signed_employer(owner, alive),
        "week": week_,
        "week_form": WeekForm(
            held=held, initial={"day_off": Goals().day_off if owner.day_off is None else owner.day_off}
        ),
        **more,
    }
    return render(request, "pace/front.html", page)


@require_POST
def hopes(request: HttpRequest) -> HttpResponse:
    """Spread 100 points over what is open."""
    owner = request_owner(request)
    rows = [row for row in list_open_jobs(owner) if hope_field(row) in request.POST]  # those that were on the page
    form = read_form(request, HopeForm, rows=rows, points={})
    if not form.is_valid():
        return _render_page(request, owner, hope_form=form)
    try:
        return redirect_done(reverse("pace:front"), spread_hope(owner, form.points))
    except PaceRefused as refused:
        form.add_error(None, str(refused))
        return _render_page(request, owner, hope_form=form)


@require_POST
def numbers(request: HttpRequest) -> HttpResponse:
    """Show the numbers, or put them away; then back to where that was asked."""
    change = show_numbers(request_owner(request), request.POST.get("show") == "yes")
    return redirect_done(find_way_back(request, reverse("pace:front")), change)


@require_POST
def quiet(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Nothing heard up to today, from anybody or from one."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk) if pk is not None else None
    return redirect_done(reverse("pace:front"), record_nothing_heard(owner, row))


def check(request: HttpRequest, pk: int) -> HttpResponse:
    """A friendly check: its draft, and that the person asked where things stand."""
    owner = request_owner(request)
    if request.method != "POST":
        return render(
            request,
            "pace/check.html",
            prepare_status_check(
                owner, find_opportunity(owner, pk), clock.today(), language=request.GET.get("language", "")
            ),
        )
    try:
        return redirect_done(
            reverse("pace:front"), record_status_check(owner, find_opportunity(owner, pk), on=clock.today())
        )
    except PaceRefused as refused:
        return _render_page(request, owner, trouble=str(refused))


@require_POST
def promised(request: HttpRequest, pk: int) -> HttpResponse:
    """The day they named."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    form = read_form(request, PromisedForm, prefix=f"p{pk}")
    if not form.is_valid():
        return _render_page(request, owner, trouble=f"{row.title}: enter a date, or leave it empty.")
    try:
        return redirect_done(reverse("pace:front"), set_promised_day(owner, row, form.cleaned_data["on"]))
    except EventRefused as refused:
        return _render_page(request, owner, trouble=f"{row.title}: {refused}")


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """The person closes a silence."""
    owner = request_owner(request)
    try:
        return redirect_done(reverse("pace:front"), close_job(owner, find_opportunity(owner, pk)))
    except EventRefused as refused:
        return _render_page(request, owner, trouble=str(refused))


@require_POST
def week(request: HttpRequest) -> HttpResponse:
    """What a good week holds, what of it is done, and the day off."""
    owner = request_owner(request)
    held, _ = load_goals(owner, clock.today())
    form = read_form(request, WeekForm, held=held)
    if not form.is_valid():
        return _render_page(request, owner, week_form=form)
    return redirect_done(reverse("pace:front"), set_week(owner, form.goals, day_off=form.cleaned_data["day_off"]))
