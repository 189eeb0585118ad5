"""The letter of an offer: what it says in its own words, and what the lines ask for that it doesn't. It isn't kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onward.values.ask_them import write_ask_them
from onward.values.offer_facts import AHEAD, LONGEST_PAY, OfferFacts, read_offer_facts
from onward.values.offer_fields import FIELD_NAMES
from onward.values.offer_letter import READ_ON_ITS_OWN, OfferReading, find_lines_in_offer, read_offer
from onward.wording.days import say_day
from onward_app import clock
from onward_app.offers.opening import MOST_BYTES, TOO_LARGE, OfferTrouble, open_offer
from onward_app.records.facts import to_line
from onward_app.records.models import Fit, Opportunity, Value
from onward_app.records.reading.rows import find_opportunity
from onward_app.records.reading.values import list_values, map_marks
from onward_app.records.writing.values import keep_offer_letter
from onward_app.rooms.values.forms import MarksForm
from onward_app.web.boxes import LookedAtForm, read_form
from onward_app.web.replies import redirect_done, request_owner

ACTIONS = ("accept", "sign")


class OfferLetterForm(LookedAtForm):
    """A letter, as a file or pasted."""

    either = ("file", "text")

    file = forms.FileField(
        label="The letter as a file", required=False, help_text="A PDF with text, a Word file (.docx), or plain text.",
    )  # fmt: skip
    text = forms.CharField(
        label="Or paste it", required=False, max_length=200_000, widget=forms.Textarea(attrs={"rows": 8})
    )
    letter = ""

    def wants_details(self) -> bool:
        """It is read and forgotten."""
        return False

    def clean(self) -> dict[str, Any]:
        """The words of the one or the other, and a reason where they are no offer letter."""
        told = cast(dict[str, Any], super().clean())
        file = told.get("file")
        try:
            self.letter = self._open_file(file) if file else told.get("text", "").replace("\r\n", "\n")
        except OfferTrouble as trouble:
            self.add_error("file", str(trouble))
            return told
        if not self.letter:
            self.add_error("text", "Bring a file, or paste the letter.")
        elif refusal := read_offer(self.letter).refusal:
            self.add_error("file" if file else "text", refusal)
        return told

    def _open_file(self, file: Any) -> str:
        if file.size > MOST_BYTES:
            raise OfferTrouble(TOO_LARGE)
        return open_offer(file.name, file.read())


class LineMarksForm(MarksForm):
    """A mark for each line. What the letter says is seen; that it keeps a line is for the person to say."""

    def __init__(self, *args: Any, values: Iterable[Value], marks: dict[int, Fit], **kwargs: Any) -> None:
        super().__init__(*args, values=values, marks=marks, **kwargs)
        for value in self.values:
            self.fields[f"known_{value.pk}"].initial = "seen"


class OfferFactsForm(LookedAtForm):
    """What was read of the days and of pay, and is to be kept at the job. It was looked at where it was read."""

    deadline_on = forms.DateField(required=False, widget=forms.HiddenInput)
    starts_on = forms.DateField(required=False, widget=forms.HiddenInput)
    pay = forms.CharField(required=False, max_length=LONGEST_PAY, widget=forms.HiddenInput)

    @property
    def said(self) -> dict[str, Any]:
        """What was ticked, without a day that no letter can mean."""
        today = clock.today()
        found = {name: value for name, value in self.cleaned_data.items() if value}
        return {
            name: value
            for name, value in found.items()
            if not isinstance(value, date) or today <= value <= today + AHEAD
        }


@dataclass(frozen=True, slots=True)
class OfferedFact:
    """A box to tick: the job's field, its label, what is sent, and how it is said."""

    name: str
    label: str
    value: str
    says: str


def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring it; read what was found; mark the lines by it."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    lines = list(list_values(owner, clock.today(), line=True))
    held = map_marks(owner, row)
    action = request.GET.get("gate", "")
    marking = request.POST.get("do") == "mark"
    marks = read_form(request, LineMarksForm, sent=marking, values=lines, marks=held)
    facts = read_form(request, OfferFactsForm, sent=marking)
    if marking and marks.is_valid() and facts.is_filled():
        return redirect_done(_find_way_on(row, action), keep_offer_letter(owner, row, marks.said, facts.said))
    form = read_form(request, OfferLetterForm, sent=request.method == "POST" and not marking)
    page: dict[str, Any] = {"job": row, "form": form, "gate": action if action in ACTIONS else ""}
    if form.is_valid():
        page |= _describe_offer(form.letter, row, lines, marks, before=action or "sign")
    return render(request, "values/offer.html", page)


def _find_way_on(row: Opportunity, action: str) -> str:
    if action in ACTIONS:
        return reverse("values:gate", args=[row.pk], query={"action": action})
    return reverse("values:job", args=[row.pk])


def _describe_offer(
    text: str, row: Opportunity, lines: list[Value], marks: LineMarksForm, *, before: str
) -> dict[str, Any]:
    reading = read_offer(text)
    found = find_lines_in_offer([to_line(row) for row in lines], text)
    rows = zip(found, marks.rows, strict=True)
    return {
        "reading": reading,
        "fields": _group_by_field(reading),
        "missing": [FIELD_NAMES[field] for field in reading.missing],
        "lines": [
            (one, mark, known, "" if one.quotes else write_ask_them(one.line, before=before))
            for one, (_, mark, known) in rows
        ],
        "facts": _list_facts(row, read_offer_facts(reading, clock.today())),
        "alone": READ_ON_ITS_OWN,
    }


def _list_facts(row: Opportunity, facts: OfferFacts) -> list[OfferedFact]:
    """What the job doesn't have yet, or has otherwise."""
    days = (("deadline_on", "Answer by", facts.deadline), ("starts_on", "Start", facts.start))
    found = [OfferedFact(name, label, day.isoformat(), say_day(day)) for name, label, day in days if day is not None]
    pay = [OfferedFact("pay", "Pay", facts.pay, f"“{facts.pay}”")] if facts.pay else []
    return [one for one in (*found, *pay) if str(getattr(row, one.name) or "") != one.value]


def _group_by_field(reading: OfferReading) -> list[tuple[str, tuple[tuple[int, str], ...]]]:
    return [
        (name, tuple((one.line, " ".join(one.text.split())) for one in found))
        for field, name in FIELD_NAMES.items()
        if (found := reading.of(field))
    ]
