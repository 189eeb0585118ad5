"""Fifteen minutes on what matters most: written, private, kept or burnt."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.values import fifteen_minutes
from onward.values.fifteen_minutes import APART, MATTERS, MOST, is_offered, name_matter
from onward.wording.counts import join_words
from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.reading import writings
from onward_app.records.writing.writings import burn_writing, keep_writing, note_written
from onward_app.web.boxes import read_form
from onward_app.web.replies import request_owner
from onward_app.web.writing import WritingForm


class MattersForm(WritingForm):
    """Two or three values, and why they matter."""

    about = forms.MultipleChoiceField(
        label="What matters most to you?", choices=MATTERS, required=False, widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    field_order = ("about", "text")

    def clean_about(self) -> list[str]:
        """More than three is everything."""
        chosen: list[str] = self.cleaned_data["about"]
        if len(chosen) > MOST:
            raise forms.ValidationError("Choose the two or three that matter most. The others matter, too.")
        return chosen


def what_matters(request: HttpRequest) -> HttpResponse:
    """The cards, the box, and what was kept."""
    owner, where = request_owner(request), reverse("values:what_matters")
    form = read_form(request, MattersForm)
    if form.is_valid() and form.is_burnt():
        note_written(owner, writings.MATTERS)
        return redirect(f"{where}?burnt=1")
    if form.is_valid():
        keep_writing(owner, writings.MATTERS, form.cleaned_data["text"], about=form.cleaned_data["about"])
        return redirect(f"{where}?kept=1")
    return render(request, "values/what_matters.html", _make_context(request, owner, form))


def _make_context(request: HttpRequest, owner: Owner, form: MattersForm) -> dict[str, Any]:
    rows = writings.list_writings(owner, writings.MATTERS)
    kept = [
        (row, join_words([name_matter(key) for key in row.about]), reverse("values:burn", args=[row.pk]))
        for row in rows
    ]
    last = owner.values_written_on
    again = last + APART if last is not None and not is_offered(last, clock.today()) else None
    return {
        "form": form, "kept": kept, "said": request.GET, "text": fifteen_minutes,
        "again": again, "folded": again is not None and not form.is_bound,
    }  # fmt: skip


@require_POST
def burn(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete what was kept, for good."""
    burn_writing(writings.find_writing(request_owner(request), writings.MATTERS, pk))
    return redirect(f"{reverse('values:what_matters')}?burnt=1")
