"""What was done, by the person and by Onward, and a way back from each."""

from __future__ import annotations

from http import HTTPStatus

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward_app import clock
from onward_app.records.models import Change
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.rows import find_row, list_changes, list_undo_ids
from onward_app.records.writing.undo import CannotUndo, undo_change
from onward_app.rooms.changes.days import group_by_day
from onward_app.web.asked import number
from onward_app.web.pictures.search import draw_year
from onward_app.web.replies import find_way_back, redirect_done, request_owner

PAGE = 50


def front(request: HttpRequest) -> HttpResponse:
    """All that was done, newest first."""
    return _show_changes(request)


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo a change, or bring back what was undone; then on to where the person was, if that is still there."""
    owner = request_owner(request)
    record = find_row(Change, owner, pk)
    try:
        undone = undo_change(owner, record)
    except CannotUndo as why:
        return _show_changes(request, trouble=f"{record.summary} {why}", status=HTTPStatus.CONFLICT)
    where = find_way_back(request, reverse("changes:front"))
    return redirect_done(reverse("changes:front") if _led_to(where, record) else where, undone)


def _show_changes(request: HttpRequest, *, trouble: str = "", status: int = HTTPStatus.OK) -> HttpResponse:
    owner = request_owner(request)
    rows = list_changes(owner).select_related("undone_by__undone_by")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    on = clock.today()
    shown = {
        "page": page,
        "days": group_by_day(page.object_list),
        "trouble": trouble,
        "undos": list_undo_ids(owner),
        "held": None if is_rejection_day(owner, on) else draw_year(owner, on, halves=1),
    }
    return render(request, "changes/front.html", shown, status=status)


def _led_to(where: str, record: Change) -> bool:
    """Whether that page may be of a row this change made, which the undo has just taken away."""
    numbers = {pk for part in where.split("?")[0].split("/") if (pk := number(part)) is not None}
    return record.parts.filter(row__in=numbers, before__isnull=True).exists()
