"""If the person suspects discrimination: the official ways, until when each is open, and no ask."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onward.ask import discrimination
from onward.ask.discrimination import (
    CountedFrom,
    Jurisdiction,
    KnownDays,
    describe_first_limit,
    find_first_limit,
    list_routes,
)
from onward.wording.sources import find_source
from onward_app import clock
from onward_app.records.reading.ask import find_no_in_force, find_suspicion
from onward_app.records.reading.rows import find_opportunity
from onward_app.records.writing.ask import suspect_discrimination, withdraw_suspicion
from onward_app.web.boxes import LookedAtForm, read_form
from onward_app.web.day_fields import make_day_field
from onward_app.web.replies import redirect_done, request_owner

IN_COUNTRY = {"US": Jurisdiction.US, "DE": Jurisdiction.GERMANY, "GB": Jurisdiction.UK}


class LimitDaysForm(LookedAtForm):
    """The days that limits count from. They are asked each time and kept nowhere."""

    folded: tuple[str, ...] = ("no", "claim")  # the day of the no is mostly noted, and few have claimed in writing

    place = forms.ChoiceField(label="Where was the job?", choices=[(str(place), str(place)) for place in Jurisdiction])
    act = make_day_field(
        "On what day did it happen?",
        required=False,
        help_text="An interview, a remark, a letter; if more than once, the first.",
    )
    no = make_day_field("On what day did the no reach you?", required=False)
    claim = make_day_field("If you made a claim in writing: on what day?", required=False)

    def clean(self) -> dict[str, Any]:
        """A day to come can't have been."""
        for name in ("act", "no", "claim"):
            if (self.cleaned_data.get(name) or date.min) > clock.today():
                self.add_error(name, "That day is still to come. Say the day it was.")
        return self.cleaned_data

    def said(self) -> KnownDays:
        """The days that were said."""
        return KnownDays(*(self.cleaned_data.get(name) for name in ("act", "no", "claim")))


def apart(request: HttpRequest, pk: int) -> HttpResponse:
    """The card. Its days come from the form, and from the no that is noted; never from today.

    They are sent in the body: an address stays in the browser's history, where others may read it.
    """
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    if "say" in request.POST:
        act = withdraw_suspicion if request.POST["say"] == "not" else suspect_discrimination
        return redirect_done(reverse("ask:apart", args=[row.pk]), act(owner, row))
    no = find_no_in_force(owner, row)
    noted = no.on if no is not None and no.day_known else None
    asked = request.method == "POST"
    place = IN_COUNTRY.get(owner.country, Jurisdiction.ELSEWHERE)
    form = read_form(request, LimitDaysForm, sent=asked, initial={"place": str(place), "no": noted})
    if place is Jurisdiction.ELSEWHERE:
        form.folded = ("act", *form.folded)  # the place comes first: until it is known, no day counts
    known = KnownDays(no=noted)
    if asked and form.is_valid():
        place, known = Jurisdiction(form.cleaned_data["place"]), form.said()
    page = {"job": row, "card": discrimination, "form": form, "suspected": find_suspicion(owner, row)}
    return render(request, "ask/apart.html", page | _tell_limits(place, known))


def _tell_limits(place: Jurisdiction, known: KnownDays) -> dict[str, Any]:
    routes = list_routes(place)
    first = find_first_limit(routes, known)
    return {
        "place": place,
        "elsewhere": place is Jurisdiction.ELSEWHERE,
        "first": first,
        "of_first": describe_first_limit(first, known, clock.today()) if first else (),
        "days_missing": known.of(CountedFrom.ACT) is None and any(route.days or route.months for route in routes),
        "routes": [(route, route.in_words(known), find_source(route.source)) for route in routes],
    }
