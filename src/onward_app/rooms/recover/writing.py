"""A few kind sentences to oneself: optional, private, kept or burnt."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.recover import kind_writing
from onward_app.records.reading import writings
from onward_app.records.writing.writings import burn_writing, keep_writing
from onward_app.web.boxes import read_form
from onward_app.web.replies import request_owner
from onward_app.web.writing import WritingForm


def write_kindly(request: HttpRequest) -> HttpResponse:
    """Three questions, the box, and what was kept."""
    owner, where = request_owner(request), reverse("recover:write_kindly")
    form = read_form(request, WritingForm)
    if form.is_valid() and form.is_burnt():
        return redirect(f"{where}?burnt=1")
    if form.is_valid():
        keep_writing(owner, writings.KIND, form.cleaned_data["text"])
        return redirect(f"{where}?kept=1")
    page = {
        "form": form, "said": request.GET,
        "kept": [
            (row, "", reverse("recover:burn", args=[row.pk])) for row in writings.list_writings(owner, writings.KIND)
        ],
        "text": kind_writing,
    }  # fmt: skip
    return render(request, "recover/writing.html", page)


@require_POST
def burn(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete what was kept, for good."""
    burn_writing(writings.find_writing(request_owner(request), writings.KIND, pk))
    return redirect(f"{reverse('recover:write_kindly')}?burnt=1")
