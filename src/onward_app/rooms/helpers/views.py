"""Cards for people who help: how to reach them, what they may see, and the jobs an agency presented."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward_app.records.models import Helper
from onward_app.records.reading.helpers import (
    AGENCY,
    list_agencies_without_card,
    list_given,
    list_helpers,
    list_presented_jobs,
    list_waiting_comments,
)
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.helpers import add_helper, edit_helper, remove_helper
from onward_app.rooms.helpers.forms import HelperForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner

SHOWN = 5  # records and jobs that are listed


def front(request: HttpRequest) -> HttpResponse:
    """Everybody who helps, what waits for a yes, and what was given."""
    owner = request_owner(request)
    told = {
        "helpers": list_helpers(owner),
        "agencies": list_agencies_without_card(owner)[:SHOWN],
        "waiting": list_waiting_comments(owner),
        "given": list_given(owner)[:SHOWN],
    }
    return render(request, "helpers/front.html", told)


def add(request: HttpRequest) -> HttpResponse:
    """A new card; an agency that a job names comes with its name."""
    agency = request.GET.get("agency", "")[:120]
    form = read_form(request, HelperForm, initial={"name": agency, "sort": AGENCY} if agency else None)
    if not form.is_valid():
        return render(request, "helpers/edit.html", {"form": form})
    row, change = add_helper(request_owner(request), **form.told())
    return redirect_done(reverse("helpers:card", args=[row.pk]), change)


def card(request: HttpRequest, pk: int) -> HttpResponse:
    """One card."""
    owner = request_owner(request)
    row = find_row(Helper, owner, pk)
    jobs = list(list_presented_jobs(owner, row.name)) if row.sort == AGENCY else []
    told = {"row": row, "may_see": row.may_see, "jobs": jobs[:SHOWN], "more": max(0, len(jobs) - SHOWN),
            "given": list_given(owner).filter(helper=row)[:SHOWN]}  # fmt: skip
    return render(request, "helpers/card.html", told)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What stands on it."""
    owner = request_owner(request)
    row = find_row(Helper, owner, pk)
    now = {name: getattr(row, name) for name in HelperForm.base_fields}
    form = read_form(request, HelperForm, initial=now)
    if not form.is_valid():
        return render(request, "helpers/edit.html", {"form": form, "row": row})
    return redirect_done(reverse("helpers:card", args=[row.pk]), edit_helper(owner, row, **form.told()))


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a card away."""
    owner = request_owner(request)
    return redirect_done(reverse("helpers:front"), remove_helper(owner, find_row(Helper, owner, pk)))
