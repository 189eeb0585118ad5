"""“I just got a no”: taken in before anything is asked, and the one question of the next morning."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from onward.facts import THEIR_NOS, LetterKind
from onward.recover.rejection_day import FIRST
from onward_app import clock
from onward_app.brought import read_brought, take_in_no
from onward_app.records.models import Event, Letter, Opportunity
from onward_app.records.reading.named import find_day_named
from onward_app.records.reading.recover import list_companions
from onward_app.records.reading.rows import find_opportunity, find_row
from onward_app.records.writing.nos import NotedNo, move_no, move_told_no, note_pasted_no, record_met
from onward_app.records.writing.refusals import EventRefused
from onward_app.rooms.start.no_forms import MetForm, NoForm
from onward_app.sources.found import SourceTrouble
from onward_app.web.asked import asked_number
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


@require_http_methods(["GET", "POST"])
def no(request: HttpRequest) -> HttpResponse:
    """Note a no, and go on to this evening’s page."""
    owner = request_owner(request)
    asked = asked_number(request, "job")
    form = read_form(request, NoForm, owner=owner, job=find_opportunity(owner, asked) if asked is not None else None)
    if form.is_valid():
        try:
            brought, on = read_brought(form.cleaned_data["text"]), form.cleaned_data["on"]
            return _go_on(take_in_no(owner, brought, job=form.row, on=on))
        except EventRefused as why:
            form.add_error("on", why.sentence)
        except SourceTrouble as trouble:
            form.add_error("text", str(trouble))
    return render(request, "start/no.html", {"form": form, "first": FIRST})


def _go_on(noted: NotedNo) -> HttpResponse:
    if noted.event is None:
        assert noted.letter is not None
        return redirect("start:unlike", noted.letter.pk)
    asked = {"likely": noted.likely.pk} if noted.likely else {}
    other = next((one.letter for one in noted.beside if one.event is None and one.letter is not None), None)
    asked |= {"beside": other.pk} if other else {}
    return redirect(reverse("recover:no", args=[noted.event.pk], query=asked))


@require_http_methods(["GET", "POST"])
def unlike(request: HttpRequest, pk: int) -> HttpResponse:
    """What was pasted is plainly something else, to be looked at or called a no; or a no of a job that ended before."""
    owner = request_owner(request)
    letter = find_row(Letter, owner, pk)
    if request.method == "POST":
        noted = note_pasted_no(owner, letter, on=letter.on or clock.today(), surely=True)
        return _go_on(noted)
    left = letter.opportunity if letter.kind == LetterKind.REJECTION else None  # a no of a job that the person had left
    page = {"letter": letter, "day": find_day_named(letter), "people": list_companions(owner), "left": left}
    page["first"] = FIRST
    return render(request, "start/unlike.html", page)


@require_POST
def move(request: HttpRequest, pk: int, job: int) -> HttpResponse:
    """Yes, it was that job."""
    owner = request_owner(request)
    letter, row = find_row(Letter, owner, pk), find_row(Opportunity, owner, job)
    return redirect_done(reverse("recover:front"), move_no(owner, letter, row))


@require_POST
def move_told(request: HttpRequest, pk: int, job: int) -> HttpResponse:
    """Yes, it was that job, of a no that was only told."""
    owner = request_owner(request)
    event, row = find_row(Event, owner, pk), find_opportunity(owner, job)
    if event.kind not in THEIR_NOS or event.letter:
        raise Http404
    return redirect_done(reverse("recover:front"), move_told_no(owner, event, row))


@require_http_methods(["GET", "POST"])
def met(request: HttpRequest, pk: int) -> HttpResponse:
    """The one question of the next morning."""
    owner = request_owner(request)
    job = find_opportunity(owner, pk)
    form = read_form(request, MetForm)
    if form.is_valid():
        said = form.cleaned_data
        change = record_met(
            owner, job, met=said["met"], people=said["people"], on=form.day(), day_known=said["when"] == "yesterday"
        )
        return redirect_done(reverse("today:front"), change)
    return render(request, "start/met.html", {"form": form, "job": job})
