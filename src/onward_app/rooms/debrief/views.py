"""The interviews there are, and what each still wants."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onward.debrief.calibration import measure_calibration
from onward_app import clock
from onward_app.records.models import Interview
from onward_app.records.reading.debrief import (
    list_counting_forecasts,
    list_talks_without_interview,
    list_unreached_applications,
    load_outcomes,
)
from onward_app.records.reading.lately import list_late_interviews
from onward_app.records.reading.recover import is_rejection_day
from onward_app.web.pictures.worked_on import draw_worked_on
from onward_app.web.replies import request_owner

AT_ONCE = 40  # interviews that the page looks through; all that were replayed are one tap away


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Interviews by what they still want."""
    owner, today = request_owner(request), clock.today()
    most = None if "all" in request.GET else AT_ONCE
    met, came = list_late_interviews(Interview.objects.of(owner), most), load_outcomes(owner)
    quiet = is_rejection_day(owner, today)
    bare = (one.row for one in met if one.row.on <= today and not (one.noted or one.begun))
    context = {
        "coming": [one.row for one in reversed(met) if one.row.on > today],
        "to_capture": [row for row in bare if came[row.pk].on is None][:5],
        "to_debrief": [one for one in met if one.row.on < today and not one.replayed][:10],
        "replayed": [one.row for one in met if one.replayed],
        "all": most is None,
        "further": len(met) == most,
        "unrecorded": list_talks_without_interview(owner, today)[:10],
        "unreached": list_unreached_applications(owner, today)[:5],
        "quiet_day": quiet,
        "worked_on": [] if quiet else draw_worked_on(owner),
        "calibration": measure_calibration(list_counting_forecasts(owner, came.values())),
    }
    return render(request, "debrief/front.html", context)
