"""The first page itself, apart from its doors so that it is there at once, and the field that it asks for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.packs.load import GENERAL
from onward_app.packs_folder import find_pack, list_packs
from onward_app.records.writing.owner import change_settings
from onward_app.web.boxes import LookedAtForm, read_form
from onward_app.web.replies import redirect_done, request_owner

FIRST_FIELD = "behavioral_health"


class FieldForm(LookedAtForm):
    """The field the person works in: its pack comes first everywhere. Nothing is needed."""

    field = forms.ChoiceField(label="Your field", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        packs = [(pack.key, pack.name) for pack in list_packs(FIRST_FIELD) if pack.key != GENERAL]
        self.fields["field"].choices = [("", "Not said"), *packs]  # type: ignore[attr-defined]


def front(request: HttpRequest) -> HttpResponse:
    """What happened?"""
    owner = request_owner(request)
    named = find_pack(owner.field) if owner.field else None
    page = {"back": bool(request.GET.get("back")), "field": FieldForm(initial={"field": owner.field}), "named": named}
    return render(request, "start/front.html", page)


@require_POST
def field(request: HttpRequest) -> HttpResponse:
    """The field the person works in, so that its questions come first."""
    form = read_form(request, FieldForm)
    if not form.is_valid():
        return render(request, "start/front.html", {"field": form})
    said = form.cleaned_data["field"]
    change = change_settings(request_owner(request), "start.field", "Said which field you work in.", field=said)
    return redirect_done(reverse("start:front"), change)
