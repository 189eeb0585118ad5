"""Words of self-harm in what was typed: the fixed text comes up, and nothing is stored unless that is wanted."""

from __future__ import annotations

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward.recover.talk import list_after_words
from onward.wording.crisis import LATER, has_crisis_words

ON_PURPOSE = "on_purpose"


def answer_heavy_words(request: HttpRequest, form: Form, *, back: str) -> HttpResponse | None:
    """The fixed text instead of saving, when the words call for it and the person hasn't asked to save them."""
    typed = {name: value for name, value in form.cleaned_data.items() if isinstance(value, str)}
    if request.POST.get(ON_PURPOSE) or not has_crisis_words("\n".join(typed.values())):
        return None
    opening, lines, promise = list_after_words()
    page = {"opening": opening, "lines": lines, "promise": promise, "later": LATER, "typed": typed, "back": back}
    return render(request, "recover/heavy.html", page)
