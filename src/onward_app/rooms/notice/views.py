"""The inbox of what is unsure, a letter's own page, and mail brought in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.facts import LetterKind
from onward.notice.message.letter import key_of
from onward.wording.days import in_words
from onward_app.collect import take_in
from onward_app.records.facts import likeliest_job_kind
from onward_app.records.models import Letter
from onward_app.records.reading.notice import list_filings, list_waiting_letters
from onward_app.records.reading.rows import find_opportunity, find_row, list_open_opportunities
from onward_app.records.writing.notice import decide_letter, set_letter_aside
from onward_app.records.writing.owner import change_settings
from onward_app.rooms.notice import actions
from onward_app.rooms.notice.forms import KIND_WORDS, Bring, Decide, Paste
from onward_app.sources import SourceTrouble, pasted_bytes
from onward_app.web import marks
from onward_app.web.replies import done, owner_of

SHOWN = 30


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """What waits, and what was filed by itself."""
    owner = owner_of(request)
    rows = list_waiting_letters(owner)
    shown = [(row, marks.of_letter(row), KIND_WORDS[likeliest_job_kind(row)]) for row in rows[:SHOWN]]
    filed = list_filings(owner)[:5]
    context = {"shown": shown, "waiting": rows.count(), "filed": filed, "read_on": owner.mail_read_on}
    return render(request, "notice/front.html", context)


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter, with what decided marked, and a form to say otherwise."""
    owner = owner_of(request)
    row = find_row(Letter, owner, pk)
    form = Decide(request.POST or None, owner=owner, letter=row)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        if told["kind"] in {"other", "alert", "outreach"}:
            return done("/notice/", set_letter_aside(owner, row))
        job = find_opportunity(owner, told["job"]) if told["job"] else None
        change = decide_letter(
            owner, row, kind=LetterKind(told["kind"]), opportunity=job, employer=told["employer"], role=told["role"]
        )
        return done(actions.where_to(owner, row.key), change)
    context = {"letter": row, "marks": marks.of_letter(row), "form": form, "words": KIND_WORDS[likeliest_job_kind(row)]}
    return render(request, "notice/letter.html", context)


@require_POST
def yes(request: HttpRequest, pk: int) -> HttpResponse:
    """It is what Onward thinks. When no job is known yet, the letter's page asks which."""
    owner = owner_of(request)
    row = find_row(Letter, owner, pk)
    employer = "" if row.suggested else row.verdict.get("employer") or ""
    if row.suggested is None and not employer:
        return redirect(f"/notice/letter/{row.pk}/#which")
    change = decide_letter(
        owner, row, kind=likeliest_job_kind(row), opportunity=row.suggested, employer=employer,
        role=row.verdict.get("role") or "",
    )  # fmt: skip
    return done("/notice/", change)


@require_POST
def no(request: HttpRequest, pk: int) -> HttpResponse:
    """It isn't about a job."""
    owner = owner_of(request)
    return done("/notice/", set_letter_aside(owner, find_row(Letter, owner, pk)))


@require_http_methods(["GET", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    """A letter, pasted with or without its head."""
    form = Paste(request.POST or None)
    if request.method == "POST" and form.is_valid():
        owner = owner_of(request)
        try:
            raw = pasted_bytes(form.cleaned_data["text"])
        except SourceTrouble as trouble:
            form.add_error("text", str(trouble))
        else:
            settled = take_in(owner, [raw])
            return done(actions.where_to(owner, key_of(raw)), settled.change)
    return render(request, "notice/paste.html", {"form": form})


@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Mail as files, or as a place on this computer."""
    owner = owner_of(request)
    form = Bring(request.POST or None, request.FILES or None, initial={"began": owner.search_began})
    if request.method != "POST" or not form.is_valid():
        return render(request, "notice/bring.html", {"form": form})
    told = form.cleaned_data
    if told["began"]:
        change_settings(
            owner, "notice.began", f"The search began on {in_words(told['began'])}.", search_began=told["began"]
        )
    reading = actions.read_files(owner, [file for file in told["mail"] if file], told["place"])
    kinds = [(KIND_WORDS[LetterKind(kind)], number) for kind, number in reading.kinds.most_common()]
    alive = list_open_opportunities(owner).exclude(stage="lead").order_by("-stage_on")
    context = {"reading": reading, "kinds": kinds, "alive": alive, "waiting": list_waiting_letters(owner).count()}
    return render(request, "notice/found.html", context)
