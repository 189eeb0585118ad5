"""A log of the search for the employment office: a page that prints, and the same as a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from onward.pace.week import monday_of
from onward_app import clock
from onward_app.records.reading.effort import EffortRow, group_weeks, list_effort
from onward_app.rooms.jobs.listing import BYTE_ORDER, to_cell
from onward_app.web.boxes import LookedAtForm, read_form
from onward_app.web.day_fields import make_day_field
from onward_app.web.replies import request_owner

LONGEST = timedelta(days=366)
HEADS = {
    "en": ("Day", "What I did", "Employer", "Role", "How", "Contact", "Result"),
    "de": ("Datum", "Art der Bemühung", "Arbeitgeber", "Stelle", "Weg", "Ansprechpartner", "Ergebnis"),
}
TITLES = {"en": "Work search log", "de": "Nachweis der Eigenbemühungen"}


class EffortForm(LookedAtForm):
    """From which day to which, and in which headings."""

    since = make_day_field("From")
    until = make_day_field("To")
    heads = forms.ChoiceField(
        label="Headings", choices=[("en", "Work search log"), ("de", "Eigenbemühungen (German)")], required=False
    )


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The log of some weeks: this one where nothing else was asked for."""
    owner = request_owner(request)
    form, since, until = _read_days(request)
    heads = form.data.get("heads") or ("de" if owner.country == "DE" else "en")
    heads = heads if heads in HEADS else "en"
    rows = list_effort(owner, since, until)
    told = {"form": form, "since": since, "until": until, "weeks": group_weeks(rows), "heads": HEADS[heads]}
    more = {"title": TITLES[heads], "lang": heads, "quick": _list_quick(clock.today(), heads), "name": owner.name}
    return render(request, "jobs/effort.html", told | more)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The same as a spreadsheet."""
    form, since, until = _read_days(request)
    heads = HEADS.get(form.data.get("heads", ""), HEADS["en"])
    raw = write_effort(list_effort(request_owner(request), since, until), heads)
    name = f"work-search-{since.isoformat()}-{until.isoformat()}.csv"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(raw, content_type="text/csv; charset=utf-8", headers=disposition)


def write_effort(rows: list[EffortRow], heads: tuple[str, ...]) -> bytes:
    """A line for each thing that was done, under these headings."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(heads)
    for row in rows:
        words = (row.did, row.employer, row.role, row.how, row.contact, row.result)
        writer.writerow([row.on.isoformat(), *map(to_cell, words)])
    return (BYTE_ORDER + text.getvalue()).encode()


def _read_days(request: HttpRequest) -> tuple[EffortForm, date, date]:
    """The form, and the days it means; this week where they can't be meant."""
    this_week = monday_of(clock.today())
    since, until = this_week, this_week + timedelta(days=6)
    form = read_form(request, EffortForm, sent="since" in request.GET)
    if form.is_valid() and form.cleaned_data["since"] <= form.cleaned_data["until"]:
        since, until = form.cleaned_data["since"], form.cleaned_data["until"]
    elif not form.is_bound:
        form = EffortForm(initial={"since": since, "until": until})
    return form, max(since, until - LONGEST), until


def _list_quick(today: date, heads: str) -> list[tuple[str, str]]:
    """A few spans of weeks, one tap each."""
    monday = monday_of(today)
    spans = (
        ("This week", monday, monday + timedelta(days=6)),
        ("Last week", monday - timedelta(days=7), monday - timedelta(days=1)),
        ("The last four weeks", monday - timedelta(days=21), monday + timedelta(days=6)),
    )
    return [
        (label, reverse("jobs:effort", query={"since": begin.isoformat(), "until": end.isoformat(), "heads": heads}))
        for label, begin, end in spans
    ]
