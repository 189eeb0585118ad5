"""The advert of a job: pasted or as a saved page, read and kept with it."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onward_app.adverts.opening import MOST_BYTES, TOO_LARGE, AdvertTrouble, JobAdvert, open_advert, read_pasted
from onward_app.records.reading.adverts import find_advert
from onward_app.records.reading.rows import find_opportunity
from onward_app.records.writing.adverts import keep_advert, remove_advert
from onward_app.web.boxes import LookedAtForm, read_form
from onward_app.web.replies import redirect_done, request_owner


class AdvertForm(LookedAtForm):
    """An advert, as a saved page or pasted."""

    either = ("file", "text")

    file = forms.FileField(label="The page, saved as a file", required=False)
    text = forms.CharField(
        label="Or its words, pasted", required=False, max_length=200_000, widget=forms.Textarea(attrs={"rows": 6})
    )
    advert: JobAdvert | None = None

    def wants_details(self) -> bool:
        """An employer wrote it for everybody."""
        return False

    def clean(self) -> dict[str, Any]:
        """The advert, or a reason beside the one that was brought."""
        told = cast(dict[str, Any], super().clean())
        file, text = told.get("file"), told.get("text", "")
        if not file and not text:
            self.add_error("text", "Bring a file, or paste the advert.")
            return told
        try:
            self.advert = self._open_file(file) if file else read_pasted(text)
        except AdvertTrouble as trouble:
            self.add_error("file" if file else "text", str(trouble))
        return told

    def _open_file(self, file: Any) -> JobAdvert:
        if file.size > MOST_BYTES:
            raise AdvertTrouble(TOO_LARGE)
        return open_advert(file.read())


def advert(request: HttpRequest, pk: int) -> HttpResponse:
    """What is kept, and a place for another."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    place = reverse("jobs:advert", args=[row.pk])
    if request.method == "POST" and request.POST.get("do") == "away":
        return redirect_done(place, remove_advert(owner, row))
    form = read_form(request, AdvertForm)
    if form.is_valid() and form.advert is not None:
        kept = form.advert
        change = keep_advert(
            owner, row, text=kept.text, title=kept.title, place=kept.place, posted_on=kept.posted_on, until=kept.until
        )
        return redirect_done(place, change)
    return render(request, "jobs/advert.html", {"row": row, "form": form, "advert": find_advert(owner, row)})
