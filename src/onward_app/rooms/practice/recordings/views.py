"""Recordings: listened to, and deleted for good."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from onward.practice.sound import Sound
from onward_app.recordings import RecordingTrouble, recording_path
from onward_app.records.models import Recording
from onward_app.records.reading.practice import list_recordings
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.recordings import delete_recording
from onward_app.web.ranges import answer_with_file
from onward_app.web.replies import request_owner

PAGE = 50


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """All of them, newest first, and how much room they take."""
    rows = list_recordings(request_owner(request))
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    told = {"rows": page.paginator.count, "page": page, "size": rows.aggregate(size=Sum("size"))["size"] or 0}
    return render(request, "practice/recordings/recordings.html", told)


@require_safe
def audio(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The sound itself, or the part of it that the player asks for."""
    row = find_row(Recording, request_owner(request), pk)
    name = f"answer-{row.at:%Y-%m-%d}.{Sound(row.sort).ending}"
    try:
        return answer_with_file(request, recording_path(row.name), sort=row.sort, name=name)
    except OSError as trouble:
        raise Http404 from trouble


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, and then deletes the file too."""
    owner = request_owner(request)
    row = find_row(Recording, owner, pk)
    where = (
        reverse("practice:one", args=[row.card_id]) if row.card and row.card.stands else reverse("practice:recordings")
    )
    page = {"row": row, "back": where, "trouble": ""}
    if request.method == "POST":
        try:
            delete_recording(owner, row)
        except RecordingTrouble as trouble:
            page["trouble"] = str(trouble)
        else:
            return redirect(f"{where}?deleted=1")
    return render(request, "practice/recordings/delete.html", page)
