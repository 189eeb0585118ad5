"""The doors of the first page, “What happened?”."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.facts import meaning_of
from onward_app import clock
from onward_app.example import is_example_shown, open_example_beside
from onward_app.records.models import Opportunity
from onward_app.records.reading.jobs import list_jobs_never_met
from onward_app.records.reading.rows import find_opportunity
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_offer
from onward_app.records.writing.refusals import EventRefused
from onward_app.rooms.start.actions import add_question_from_pack, find_card_from_pack, find_command, note_quiet
from onward_app.rooms.start.forms import InterviewForm, OfferForm, QuietForm, WhichJob
from onward_app.web.asked import asked_number
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


@require_POST
def question(request: HttpRequest) -> HttpResponse:
    """One question to practice at once: the first of the person's field that isn't a card yet."""
    owner = request_owner(request)
    card = find_card_from_pack(owner) or add_question_from_pack(owner)
    return redirect("practice:card", card.pk)


@require_POST
def example(request: HttpRequest) -> HttpResponse:
    """The example search, opened beside the person's own; its address lets in once, so the page says it once."""
    address = None
    if settings.IN_BROWSER:
        address = f"{reverse('today:front')}?example"  # the shell opens it in the place of one's own
    elif not is_example_shown():
        address = open_example_beside()
    return render(request, "start/example.html", {"address": address, "command": find_command()})


def none(request: HttpRequest) -> HttpResponse:
    """No interviews yet: nobody has met you yet."""
    return render(request, "start/none.html", {"rows": list_jobs_never_met(request_owner(request))[:3]})


def interview(request: HttpRequest) -> HttpResponse:
    """I have an interview."""

    def say(form: InterviewForm, row: Opportunity | None) -> HttpResponse:
        names = ("employer", "role", "on", "at", "kind", "format", "people")
        said = {name: form.cleaned_data[name] for name in names}
        round_ = meaning_of(said["kind"]).round or said["kind"]
        made, change = add_interview(form.owner, row, round=round_, **said)
        where = "kinks:before" if form.is_ahead else "debrief:interview"
        return redirect_done(reverse(where, args=[made.pk]), change)

    return _open_door(request, InterviewForm, "start/interview.html", say, on=clock.today())


def quiet(request: HttpRequest) -> HttpResponse:
    """It's gone quiet."""

    def say(form: QuietForm, row: Opportunity | None) -> HttpResponse:
        said = form.cleaned_data
        job, change = note_quiet(form.owner, row, employer=said["employer"], role=said["role"], since=said["since"])
        return redirect_done(reverse("pace:front", query={"job": job.pk}, fragment=f"job-{job.pk}"), change)

    return _open_door(request, QuietForm, "start/quiet.html", say)


def offer(request: HttpRequest) -> HttpResponse:
    """I have an offer."""

    def say(form: OfferForm, row: Opportunity | None) -> HttpResponse:
        said = {name: form.cleaned_data[name] for name in ("employer", "role", "kind", "on", "deadline_on", "note")}
        job, change = add_offer(form.owner, row, **said)
        return redirect_done(reverse("values:job", args=[job.pk]), change)

    return _open_door(request, OfferForm, "start/offer.html", say, on=clock.today())


def _open_door(
    request: HttpRequest,
    sort: type[Any],
    page: str,
    say: Callable[[Any, Opportunity | None], HttpResponse],
    **initial: object,
) -> HttpResponse:
    """Show a door's form; when it is sent, do what it says or put the reason beside the field."""
    owner = request_owner(request)
    job = asked_number(request, "job")
    chosen = find_opportunity(owner, job) if job is not None else None
    asked = {name: request.GET[name] for name in ("kind",) if name in request.GET}
    form: WhichJob = read_form(request, sort, owner=owner, job=chosen, initial=initial | asked)
    if form.is_valid():
        try:
            return say(form, form.row())
        except EventRefused as why:
            form.add_error(next((field for field in (why.field, "since") if field in form.fields), None), why.sentence)
    return render(request, page, {"form": form, "job": chosen})
