"""Forecasts beside what came: in words from eight, as a curve from thirty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onward.debrief.calibration import (
    BASE_MEAN,
    CURVE_FROM,
    SHOWN_FROM,
    SHRINK,
    ForecastOutcome,
    measure_calibration,
)
from onward.debrief.genuine import describe_trend
from onward_app import clock
from onward_app.records.models import Interview, Owner
from onward_app.records.reading.debrief import (
    InterviewForecast,
    choose_counting,
    list_forecasts,
    list_genuine_marks,
    map_interviews,
)
from onward_app.records.reading.recover import is_rejection_day
from onward_app.web.pictures.forecasts import picture_forecasts
from onward_app.web.replies import request_owner

FIRST = 20  # of each list; all of them are one tap away


@dataclass(frozen=True, slots=True)
class ForecastList:
    """Some forecasts with their interviews, and how many there are."""

    rows: list[tuple[InterviewForecast, Interview]]
    total: int


@require_GET
def forecasts(request: HttpRequest) -> HttpResponse:
    """What was said before, what came, and what the two say so far; not on the day of a no, unless it is asked for."""
    owner = request_owner(request)
    if is_rejection_day(owner, clock.today()) and not request.GET.get("asked"):
        return render(request, "can_wait.html")
    rows = list_forecasts(owner)
    told = measure_calibration(choose_counting(rows))
    page = {
        "told": told,
        "all": "all" in request.GET,
        **_list_shown(owner, rows, None if "all" in request.GET else FIRST),
        "genuine": describe_trend(list_genuine_marks(owner)),
        "picture": picture_forecasts(told.curve),
        "shown_from": SHOWN_FROM,
        "curve_from": CURVE_FROM,
        "shrink": SHRINK,
        "assumed": round(100 * BASE_MEAN),
        "base": round(100 * told.base),
        "skill": None if told.skill is None else round(100 * told.skill),
        "error": None if told.error is None else round(100 * told.error),
        "gap": None if told.gap is None else round(100 * told.gap),
        "low": None if told.low is None else round(100 * told.low),
        "high": None if told.high is None else round(100 * told.high),
        "bias": None if told.bias is None else round(100 * told.bias),
    }
    return render(request, "debrief/forecasts/forecasts.html", page)


def _list_shown(owner: Owner, rows: Sequence[InterviewForecast], most: int | None) -> dict[str, ForecastList]:
    """The forecasts by what came of them, so many of each at most: only the interviews of these are read."""
    before = [one for one in rows if one.before]
    sorts = {
        "resolved": [one for one in before if one.outcome in (ForecastOutcome.MOVED_ON, ForecastOutcome.NO)],
        "silent": [one for one in before if one.outcome is ForecastOutcome.SILENCE],
        "waiting": [one for one in rows if one.outcome is ForecastOutcome.OPEN],
        "withdrawn": [one for one in before if one.outcome is ForecastOutcome.WITHDREW],
        "late": [one for one in rows if not one.before],
    }
    met = map_interviews(owner, [one.interview for some in sorts.values() for one in some[:most]])
    return {
        name: ForecastList([(one, met[one.interview]) for one in some[:most]], len(some))
        for name, some in sorts.items()
    }
