"""An interview's record: added by hand or from a calendar file, changed, taken away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from onward.debrief.meeting import Meeting, read_meetings
from onward.debrief.meeting_here import find_job_of_meeting, sounds_like_interview
from onward_app.records.models import Interview, Owner
from onward_app.records.reading.calendars import list_nearest
from onward_app.records.reading.debrief import find_interview_by_uid, map_employers
from onward_app.records.reading.rows import find_opportunity, find_row
from onward_app.records.writing.interviews import add_interview, edit_interview, remove_interview
from onward_app.records.writing.refusals import EventRefused
from onward_app.rooms.debrief.interviews.forms import AddInterviewForm, CalendarForm, EditInterviewForm, meeting_form
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner

MOST = 5  # events of one file that are offered


@dataclass(frozen=True, slots=True)
class OfferedMeeting:
    """One event of a calendar file: what it says, the form that keeps it, and the record it already has."""

    meeting: Meeting
    form: AddInterviewForm
    there: Interview | None


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """An interview that a calendar file filled in."""
    owner = request_owner(request)
    if request.method != "POST":
        return redirect("start:interview")  # by hand there is one form
    form = read_form(request, AddInterviewForm, owner=owner)
    if form.is_valid():
        try:
            return _add_or_edit(owner, form)
        except EventRefused as refused:
            form.add_error("on", str(refused))
    return render(request, "debrief/interviews/add.html", {"form": form})


def _add_or_edit(owner: Owner, form: AddInterviewForm) -> HttpResponse:
    """A new record; or, for an invitation that has one already, that one brought up to date."""
    told = form.cleaned_data
    job = find_opportunity(owner, told["job"]) if told["job"] else None
    there = find_interview_by_uid(owner, told["uid"])
    if there is not None:
        change = edit_interview(owner, there, job=job or there.opportunity, on=told["on"], **form.details())
        return redirect_done(reverse("debrief:interview", args=[there.pk]), change)
    row, made = add_interview(
        owner, job, on=told["on"], employer=told["employer"], role=told["role"], kind=told["round"], **form.details()
    )
    return redirect_done(reverse("debrief:interview", args=[row.pk]), made)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day, other people, another job."""
    owner = request_owner(request)
    row = find_row(Interview, owner, pk)
    form = read_form(request, EditInterviewForm, owner=owner, interview=row)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            change = edit_interview(
                owner, row, job=find_opportunity(owner, told["job"]), on=told["on"], **form.details()
            )
        except EventRefused as refused:
            form.add_error("on", str(refused))
        else:
            return redirect_done(reverse("debrief:interview", args=[pk]), change)
    return render(request, "debrief/interviews/edit.html", {"form": form, "interview": row})


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the record away; an undo brings it back with all that hangs on it."""
    owner = request_owner(request)
    return redirect_done(reverse("debrief:front"), remove_interview(owner, find_row(Interview, owner, pk)))


@require_http_methods(["GET", "POST"])
def calendar(request: HttpRequest) -> HttpResponse:
    """A calendar file, and what it would add. Nothing is kept until the person says so."""
    owner = request_owner(request)
    form = read_form(request, CalendarForm)
    page = {"form": form, "offered": [], "troubles": (), "more": 0}
    if request.method == "POST" and form.is_valid():
        found, troubles = read_meetings(form.cleaned_data["file"])
        offered = [_offer_meeting(owner, meeting, place) for place, meeting in enumerate(_most_useful(owner, found))]
        page |= {"offered": offered, "troubles": troubles, "more": max(0, len(found) - MOST)}
    return render(request, "debrief/interviews/calendar.html", page)


def _most_useful(owner: Owner, found: Iterable[Meeting]) -> list[Meeting]:
    """Those to offer of a whole calendar: known ones and those at one of the jobs, then by words, then near today."""
    employers = map_employers(owner)

    def rank(meeting: Meeting) -> int:
        if find_interview_by_uid(owner, meeting.uid) or find_job_of_meeting(meeting, employers) is not None:
            return 0
        return 1 if sounds_like_interview(meeting) else 2

    return sorted(list_nearest(owner, found), key=rank)[:MOST]


def _offer_meeting(owner: Owner, meeting: Meeting, place: int) -> OfferedMeeting:
    there = find_interview_by_uid(owner, meeting.uid)
    job = there.opportunity_id if there else find_job_of_meeting(meeting, map_employers(owner))
    return OfferedMeeting(meeting, meeting_form(owner, meeting, job, place), there)
