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
from onward_app.web.replies import request_owner

AT_ONCE = 200  # interviews that the page looks through


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Interviews by what they still want."""
    owner, today = request_owner(request), clock.today()
    met, came = list_late_interviews(Interview.objects.of(owner), AT_ONCE), load_outcomes(owner)
    bare = (one.row for one in met if one.row.on <= today and not (one.noted or one.begun))
    context = {
        "coming": [one.row for one in reversed(met) if one.row.on > today],
        "to_capture": [row for row in bare if came[row.pk].on is None][:5],
        "to_debrief": [one for one in met if one.row.on < today and not one.replayed][:10],
        "replayed": [one.row for one in met if one.replayed],
        "unrecorded": list_talks_without_interview(owner, today)[:10],
        "unreached": list_unreached_applications(owner, today)[:5],
        "quiet_day": is_rejection_day(owner, today),
        "calibration": measure_calibration(list_counting_forecasts(owner, came.values())),
    }
    return render(request, "debrief/front.html", context)
