"""One box that finds everything: by words, as one types or when the form is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from onward_app.records.reading.finding import SORTS, FoundRow, find_words
from onward_app.web.boxes import LookedAtForm, read_form
from onward_app.web.marks import mark_spans
from onward_app.web.replies import request_owner

SHOWN = 200  # characters of what was typed that come back in the box
PAGES: dict[str, Callable[[FoundRow], str]] = {  # where a row is shown: on its own page, or within another's
    "opportunity": lambda row: reverse("jobs:timeline", args=[row.pk]),
    "event": lambda row: reverse("jobs:timeline", args=[row.within]),
    "letter": lambda row: reverse("notice:letter", args=[row.pk]),
    "contact": lambda row: reverse("people:person", args=[row.pk]),
    "companion": lambda row: reverse("recover:person", args=[row.pk]),
    "interview": lambda row: reverse("debrief:interview", args=[row.pk]),
    "question": lambda row: reverse("debrief:interview", args=[row.within]),
    "transcript": lambda row: reverse("debrief:transcript", args=[row.pk]),
    "ask": lambda row: reverse("ask:outcome", args=[row.pk]),
    "debrief": lambda row: reverse("debrief:resume", args=[row.pk]),
    "kink": lambda row: reverse("kinks:kink", args=[row.pk]),
    "sighting": lambda row: reverse("kinks:kink", args=[row.within]),
    "card": lambda row: reverse("practice:one", args=[row.pk]),
    "review": lambda row: reverse("practice:one", args=[row.within]),
    "kindwords": lambda _: reverse("recover:kind_words"),
}


class FindForm(LookedAtForm):
    """Words to find something by. Nothing is kept of them."""

    q = forms.CharField(required=False)


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The box, and what was found."""
    read_form(request, FindForm, sent="q" in request.GET).is_valid()  # what is typed there is looked at too
    asked, only = request.GET.get("q", "").strip(), request.GET.get("sort", "")
    only = only if only in SORTS else ""
    found = find_words(request_owner(request), asked, only=only)
    told = {
        "q": asked[:SHOWN],
        "words": found.words,
        "total": found.total,
        "only": only,
        "sorts": [
            {"sort": one, "more": one.total > len(one.rows), "rows": [_show_row(row) for row in one.rows]}
            for one in found.sorts
        ],
    }
    return render(request, "find/front.html", told)


def _show_row(row: FoundRow) -> dict[str, Any]:
    excerpt = mark_spans(row.excerpt.text, row.excerpt.spans)
    return {
        "row": row,
        "where": _find_address(row),
        "title": mark_spans(row.title, row.title_spans),
        "excerpt": excerpt,
    }


def _find_address(row: FoundRow) -> str:
    """The page that shows it; a job's own page where its words are opened by choice."""
    if row.closed and row.job is not None:
        return reverse("jobs:timeline", args=[row.job])
    return PAGES[row.table](row) if row.table in PAGES else ""
