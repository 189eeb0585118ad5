"""The search in pictures: how far each job came, who may still answer, where hope is, what the year held."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.reading.counts import JobsCounted, count_jobs
from onward_app.records.reading.met import JobsMet, find_jobs_met
from onward_app.records.reading.pace import (
    find_last_hope,
    list_open_jobs,
    list_silences,
    load_chances,
    offer_odds,
    spread_hopes,
)
from onward_app.records.reading.recover import is_rejection_day
from onward_app.web.pictures.hope import HopedJob, picture_hope
from onward_app.web.pictures.primitives import Picture
from onward_app.web.pictures.search import draw_funnel, draw_year
from onward_app.web.pictures.waiting import WaitingJob, picture_waiting
from onward_app.web.replies import request_owner


@require_GET
def pictures(request: HttpRequest) -> HttpResponse:
    """All of them that there is something to draw for; none on the day of a no, unless it is asked for."""
    owner, on = request_owner(request), clock.today()
    if is_rejection_day(owner, on) and not request.GET.get("asked"):
        return render(request, "pace/not_tonight.html")
    met, counted = find_jobs_met(owner), count_jobs(owner)
    drawn = [draw_funnel(owner, met, counted), *_open_jobs(owner, on, met, counted), draw_year(owner, on)]
    return render(request, "pace/pictures.html", {"pictures": [picture for picture in drawn if picture is not None]})


def _open_jobs(owner: Owner, on: date, met: JobsMet, counted: JobsCounted) -> tuple[Picture | None, Picture | None]:
    """Silence and hope, which are about the same jobs."""
    rows = list_open_jobs(owner)
    silences = list_silences(owner, rows, on)
    chances = offer_odds(load_chances(owner, rows, silences, met, counted), on).each
    points = spread_hopes(find_last_hope(owner), rows, chances).points
    hoped = [HopedJob(row.title, points.get(row.pk, 0), chance) for row, chance in zip(rows, chances, strict=True)]
    waiting = picture_waiting([WaitingJob(one.row.title, one.silence) for one in silences])
    return waiting, picture_hope(hoped) if owner.show_numbers else None
