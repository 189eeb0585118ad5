"""The day of a no: opened, kept small, and closed when it is enough."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.facts import NOS, meaning_of
from onward.recover.rejection_day import ALONE, ENOUGH, FIRST, WHO, is_fresh
from onward.recover.talk import HEAVY_DAYS, HEAVY_STRETCH, is_heavy_stretch
from onward.wording.days import say_by
from onward_app import clock
from onward_app.records.models import Companion, Event, Letter, Owner, RejectionDay
from onward_app.records.reading.debrief import list_interviews_at_hand
from onward_app.records.reading.named import find_day_named
from onward_app.records.reading.recover import (
    find_rejection_day,
    list_companions,
    list_nos_after_meeting,
    list_noted_beside,
)
from onward_app.records.reading.rows import find_opportunity, find_row
from onward_app.records.writing.recover import (
    close_rejection_day,
    open_no,
    record_going_on,
    record_reached_out,
    take_evening_off,
)
from onward_app.rooms.recover.forms import ClosingForm, PersonForm
from onward_app.web.asked import asked_number
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


def no(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a no: fresh ones start the rejection day."""
    owner = request_owner(request)
    event = find_row(Event, owner, pk)
    if event.kind not in NOS or not event.opportunity.stands:
        raise Http404
    open_no(owner, event)
    day = find_rejection_day(owner, clock.today())
    if day is not None:
        return render_day(request, owner, day, event=event)
    return render(
        request,
        "recover/older.html",
        {"event": event, "job": event.opportunity, "fresh": is_fresh(event.on, clock.today())},
    )


def render_day(
    request: HttpRequest,
    owner: Owner,
    day: RejectionDay,
    *,
    event: Event | None = None,
    person: PersonForm | None = None,
    closing: ClosingForm | None = None,
) -> HttpResponse:
    """The page of the day, with the no that was opened, and with a form that came back."""
    kept, people = event or day.event, list_companions(owner)
    page: dict[str, Any] = {
        "day": day,
        "told": meaning_of(kept.kind).told if kept else "",
        "job": (event or day).opportunity,
        "also": list_noted_beside(owner, kept, day.on),
        "heavy": say_heavy_stretch(owner),
        "people": people,
        "person": person or PersonForm(),
        "closing": closing or ClosingForm(day=day),
        "first": FIRST,
        "who": WHO if people else ALONE,
        "enough": ENOUGH,
        "until": say_by(day.restart_on, clock.today()),
        **_list_near(request, owner, event or day.event),
    }
    return render(request, "recover/noted.html" if day.light else "recover/day.html", page)


def say_heavy_stretch(owner: Owner) -> str:
    """The soft sentence, in a week of many nos from people who had met the person."""
    on = clock.today()
    return HEAVY_STRETCH if is_heavy_stretch(list_nos_after_meeting(owner, on - HEAVY_DAYS), on) else ""


def _list_near(request: HttpRequest, owner: Owner, event: Event | None) -> dict[str, Any]:
    """What stays within reach on such an evening: the job it likely was, a day the letter names, tomorrow’s
    interview.
    """
    letter = Letter.objects.filter(owner=owner, key=event.letter).first() if event and event.letter else None
    asked = asked_number(request, "likely") if event else None
    other = asked_number(request, "beside")
    return {
        "letter": letter,
        "event": event,
        "beside": find_row(Letter, owner, other) if other is not None else None,
        "likely": find_opportunity(owner, asked) if asked is not None else None,
        "letter_day": find_day_named(letter) if letter else "",
        "interviews": list_interviews_at_hand(owner, clock.today()),
    }


@require_POST
def evening(request: HttpRequest, pk: int) -> HttpResponse:
    """Tonight off, after a no that was only noted."""
    owner = request_owner(request)
    return redirect_done(reverse("recover:front"), take_evening_off(owner, find_row(RejectionDay, owner, pk)))


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """That's enough for today."""
    owner = request_owner(request)
    day = find_row(RejectionDay, owner, pk)
    form = read_form(request, ClosingForm, day=day)
    if not form.is_valid():
        return render_day(request, owner, day, closing=form)
    return redirect_done(
        reverse("recover:front"), close_rejection_day(owner, day, restart_on=form.cleaned_data["restart_on"])
    )


@require_POST
def back_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Going on, on the chosen day or earlier."""
    owner = request_owner(request)
    return redirect_done(reverse("today:front"), record_going_on(owner, find_row(RejectionDay, owner, pk)))


@require_POST
def reached(request: HttpRequest, pk: int, who: int) -> HttpResponse:
    """The person reached out to somebody."""
    owner = request_owner(request)
    return redirect_done(
        reverse("recover:front"),
        record_reached_out(owner, find_row(RejectionDay, owner, pk), find_row(Companion, owner, who)),
    )
