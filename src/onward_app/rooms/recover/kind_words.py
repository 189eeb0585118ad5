"""Kind words that people wrote, kept for a bad day."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward_app import clock
from onward_app.records.models import KindWords, Letter
from onward_app.records.reading.kind_words import find_sentence, list_offered_words, list_sentences
from onward_app.records.reading.recover import list_companions, list_kind_words
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.recover import keep_kind_words, remove_kind_words
from onward_app.rooms.recover.forms import KindWordsForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner

PAGE = 50  # at once


def kind_words(request: HttpRequest) -> HttpResponse:
    """Kind words that people wrote, kept for a bad day."""
    owner = request_owner(request)
    form = read_form(request, KindWordsForm)
    form.known = (str(form.data.get("who", "")),)  # who wrote it is no client
    where = reverse("recover:kind_words")
    if form.is_valid():
        given = {**form.cleaned_data, "on": clock.today()}
        return redirect_done(where, keep_kind_words(owner, **given))
    offered = list_offered_words(owner, clock.today())
    page = Paginator(list_kind_words(owner), PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "offered": offered, "people": list_companions(owner)}
    return render(request, "recover/kind_words.html", context)


def letter_words(request: HttpRequest, pk: int) -> HttpResponse:
    """A letter's sentences, each kept with one tap: the words are its writer's, so no name is asked for."""
    owner = request_owner(request)
    letter = find_row(Letter, owner, pk)
    if request.method != "POST":
        page = {"letter": letter, "sentences": list_sentences(owner, letter)}
        return render(request, "recover/letter_words.html", page)
    text = find_sentence(letter, request.POST.get("place", ""))
    who = letter.sender_name or letter.sender
    kept = keep_kind_words(owner, text=text, who=who, on=letter.on, key=letter.key)
    return redirect_done(reverse("recover:kind_words"), kept)


@require_POST
def remove_words(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a kept sentence away."""
    owner = request_owner(request)
    return redirect_done(reverse("recover:kind_words"), remove_kind_words(owner, find_row(KindWords, owner, pk)))
