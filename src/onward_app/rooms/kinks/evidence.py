"""Evidence by hand: a first piece, one more, one changed or put apart, and what came of a chance."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from onward.debrief.chips import Chip
from onward_app.records.models import Chance, Kink, Letter, Owner, Sighting
from onward_app.records.reading.evidence import list_interviews_to_remember, report_kink
from onward_app.records.reading.kinds import SuggestedKind, suggest_kinds
from onward_app.records.reading.kinks import list_interviews_held
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.kinks import (
    add_kink,
    add_sighting,
    correct_chance,
    edit_sighting,
    mark_not_mine,
    remember_chances,
    remove_sighting,
)
from onward_app.rooms.kinks.forms import AddKinkForm, ChanceForm, EvidenceForm, RememberForm, SightingForm
from onward_app.web.asked import asked_number
from onward_app.web.boxes import KEEP, read_form
from onward_app.web.replies import redirect_done, request_owner

EVERY = "every"  # in the address: all interviews can be chosen
PREFILLED = ("what", "text", "kind", "name", "chip", "group", "interview", "on")


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A kink or a strength by hand, or the point of a letter. Without a kind, its words may suggest one first."""
    owner = request_owner(request)
    letter = _find_letter(request, owner)
    form = read_form(
        request, AddKinkForm, owner=owner, every=EVERY in request.GET, initial=_find_initial(request, owner, letter)
    )
    if letter:
        form.folded = (*form.folded, "what", "chip")  # the letter says so already
    page: dict[str, Any] = {
        "form": form,
        "title": "The point of a letter" if letter else "Note a kink or a strength",
        "button": "Note it",
        "back": reverse("kinks:front"),
        "letter": letter,
    }
    if request.method == "POST" and form.is_filled():
        page["suggested"] = _suggest_once(form)
        if form.is_valid() and not page["suggested"]:
            return _add_kink(owner, form.cleaned_data, letter)
    elif letter:
        page["suggested"] = suggest_kinds(letter.body)
    return render(request, "kinks/form.html", page)


def _suggest_once(form: AddKinkForm) -> list[SuggestedKind]:
    """The kinds that the words may be about when none was chosen, once."""
    told = form.cleaned_data
    if told["what"] != "kink" or told["kind"] or KEEP in form.data:
        return []
    words = f"{told['name']}\n{told['text']}"
    found = suggest_kinds(words)
    if found:
        form.ask_once(words)
    return found


def _add_kink(owner: Owner, told: dict[str, Any], letter: Letter | None) -> HttpResponse:
    row, change = add_kink(
        owner, kind=told["kind"], name=told["name"], strength=told["what"] == "strength", text=told["text"],
        chip=told["chip"], group=told["group"], on=told["on"], interview=told["interview"],
        letter=letter.key if letter else "",
    )  # fmt: skip
    return redirect_done(reverse("kinks:kink", args=[row.pk]), change)


def _find_letter(request: HttpRequest, owner: Owner) -> Letter | None:
    """The letter that the evidence is in, by its id in the address."""
    asked = asked_number(request, "letter")
    return find_row(Letter, owner, asked) if asked is not None else None


def _find_initial(request: HttpRequest, owner: Owner, letter: Letter | None) -> dict[str, Any]:
    """What the address, or the letter, already says."""
    said = {name: request.GET[name] for name in PREFILLED if request.GET.get(name)}
    if letter is None:
        return said
    met = list_interviews_held(owner).filter(opportunity=letter.opportunity_id)
    last = (met.filter(on__lte=letter.on) if letter.on else met).first()
    mine = {"chip": Chip.EMPLOYER.value, "group": letter.sender_name or letter.sender, "on": letter.on}
    return {key: value for key, value in mine.items() if value} | {"interview": str(last.pk) if last else ""} | said


@require_http_methods(["GET", "POST"])
def see(request: HttpRequest, pk: int) -> HttpResponse:
    """One more piece of evidence."""
    owner = request_owner(request)
    row = find_row(Kink, owner, pk)
    form = read_form(request, SightingForm, owner=owner, every=EVERY in request.GET)
    page: dict[str, Any] = {
        "form": form,
        "title": f"Evidence for “{row.name}”",
        "button": "Note it",
        "back": reverse("kinks:kink", args=[pk]),
    }
    if form.is_valid():
        return redirect_done(reverse("kinks:kink", args=[pk]), add_sighting(owner, row, **form.cleaned_data))
    return render(request, "kinks/form.html", page)


@require_http_methods(["GET", "POST"])
def sighting(request: HttpRequest, pk: int) -> HttpResponse:
    """One piece of evidence: change it, put it apart, or remove it."""
    owner = request_owner(request)
    row = find_row(Sighting, owner, pk)
    initial = {
        "text": row.text, "chip": row.source, "group": row.group, "on": row.on, "kink": str(row.kink_id),
        "interview": str(row.interview_id or ""),
    }  # fmt: skip
    form = read_form(request, EvidenceForm, owner=owner, every=EVERY in request.GET, initial=initial)
    page: dict[str, Any] = {"form": form, "seen": row, "title": "A piece of evidence", "button": "Keep it",
                            "back": reverse("kinks:kink", args=[row.kink_id])}  # fmt: skip
    if form.is_valid():
        told = dict(form.cleaned_data)
        change = edit_sighting(owner, row, source=told.pop("chip"), **told)
        return redirect_done(reverse("kinks:kink", args=[row.kink_id]), change)
    return render(request, "kinks/form.html", page)


@require_POST
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """Put it apart as “not mine, or can't know”, or let it count again."""
    owner = request_owner(request)
    row = find_row(Sighting, owner, pk)
    return redirect_done(reverse("kinks:kink", args=[row.kink_id]), mark_not_mine(owner, row, so=not row.not_mine))


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove it."""
    owner = request_owner(request)
    row = find_row(Sighting, owner, pk)
    return redirect_done(reverse("kinks:kink", args=[row.kink_id]), remove_sighting(owner, row))


@require_http_methods(["GET", "POST"])
def chance(request: HttpRequest, pk: int) -> HttpResponse:
    """What came of one chance, if it was noted wrongly."""
    owner = request_owner(request)
    row = find_row(Chance, owner, pk)
    form = read_form(request, ChanceForm, initial={"came": "happened" if row.happened else "clean"})
    if request.method == "POST" and form.is_valid():
        came = {"clean": False, "happened": True, "none": None}[form.cleaned_data["came"]]
        return redirect_done(reverse("kinks:kink", args=[row.kink_id]), correct_chance(owner, row, happened=came))
    title = f"A chance for “{row.kink.name}”"
    page = {
        "form": form,
        "title": title,
        "button": "Keep it",
        "back": reverse("kinks:kink", args=[row.kink_id]),
        "chance": row,
    }
    return render(request, "kinks/form.html", page)


@require_http_methods(["GET", "POST"])
def remember(request: HttpRequest, pk: int) -> HttpResponse:
    """What came of interviews without a replay since practice began, and of some before; asked once."""
    owner = request_owner(request)
    row = find_row(Kink, owner, pk)
    back = reverse("kinks:kink", args=[pk])
    form = RememberForm(request.POST or None, rows=list_interviews_to_remember(owner, report_kink(owner, row)))
    if request.method == "POST" and form.is_valid():
        return redirect_done(back, remember_chances(owner, row, form.came))
    page = {"form": form, "title": f"What you remember of “{row.name}”", "button": "Keep it", "back": back}
    return render(request, "kinks/form.html", page)
