"""The interviews there are, and what each still wants."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onward.debrief.calibration import measure_calibration
from onward_app import clock
from onward_app.records.models import Interview
from onward_app.records.reading.debrief import (
    choose_counting,
    list_forecasts,
    list_interviews_without_words,
    list_talks_without_interview,
    list_unreached_applications,
    needs_capture,
)
from onward_app.records.reading.recover import is_rejection_day
from onward_app.web.replies import request_owner

AT_ONCE = 200  # interviews that the page looks through


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Interviews by what they still want."""
    owner, today = request_owner(request), clock.today()
    every = list(list_interviews_without_words(owner))
    rows = every[:AT_ONCE]
    context = {
        "coming": [row for row in reversed(rows) if row.on > today],
        "to_capture": [row for row in rows if needs_capture(row, today)][:5],
        "to_debrief": [row for row in rows if row.on < today and not _done(row)][:10],
        "replayed": [row for row in rows if _done(row)],
        "unrecorded": list_talks_without_interview(owner, today)[:10],
        "unreached": list_unreached_applications(owner, today)[:5],
        "quiet_day": is_rejection_day(owner, today),
        "calibration": measure_calibration(choose_counting(list_forecasts(owner, every))),
    }
    return render(request, "debrief/front.html", context)


def _done(row: Interview) -> bool:
    return any(debrief.done_at for debrief in row.debriefs.all())
