"""The inbox of what is unsure, a letter's own page, and mail brought in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.facts import NO_JOB, LetterKind, Stage
from onward_app import clock
from onward_app.records.models import Letter, Opportunity, Owner
from onward_app.records.reading.mail_marks import list_mailboxes
from onward_app.records.reading.notice import (
    find_said_kind,
    likeliest_job_kind,
    list_filings,
    list_nos_of,
    list_waiting_letters,
    suggest_by_role,
)
from onward_app.records.reading.read_again import count_read_earlier
from onward_app.records.reading.read_to import SET_THE_CLOCK, find_day_ahead
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.rows import find_opportunity, find_row, list_open_opportunities
from onward_app.records.writing.decisions import decide_letter, set_letter_aside
from onward_app.records.writing.owner import take_back_read_to
from onward_app.records.writing.read_again import judge_again, leave_as_read
from onward_app.rooms.notice.actions import begin_files, begin_mailbox, find_next_address, keep_began, read_pasted
from onward_app.rooms.notice.forms import KIND_WORDS, BringForm, DecideForm, MailboxForm, PasteForm
from onward_app.rooms.notice.under_way import ReadingUnderWay, find_reading, forget_reading
from onward_app.sources import SourceTrouble
from onward_app.web.boxes import read_form
from onward_app.web.marks import mark_letter
from onward_app.web.pictures.search import draw_letters
from onward_app.web.replies import redirect_done, request_owner

SHOWN = 30
PATIENCE = 2.0  # seconds; what is read by then needs no page in between


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """What waits, and what was filed by itself."""
    owner = request_owner(request)
    rows = list_waiting_letters(owner)
    shown = [
        (row, mark_letter(row), KIND_WORDS[likeliest_job_kind(row)]) for row in suggest_by_role(owner, rows[:SHOWN])
    ]
    filed = list_filings(owner)[:5]
    context = {
        "shown": shown,
        "waiting": rows.count(),
        "filed": filed,
        "read_on": owner.mail_read_on,
        "came": None if is_rejection_day(owner, clock.today()) else draw_letters(owner, clock.today()),
        "beside_where": "where-wide" if shown else "",
        "ahead": find_day_ahead(owner, clock.today()),
        "set_the_clock": SET_THE_CLOCK,
        "earlier": count_read_earlier(owner),
    }
    return render(request, "notice/front.html", context)


@require_POST
def read_to(request: HttpRequest) -> HttpResponse:
    """A day that hasn't come is taken back to the day of the newest message that was read."""
    owner = request_owner(request)
    ahead = find_day_ahead(owner, clock.today())
    change = take_back_read_to(owner, ahead.instead) if ahead is not None else None
    return redirect_done(reverse("notice:front"), change)


@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    """The letters that an earlier model read are judged again."""
    return redirect_done(reverse("notice:front"), judge_again(request_owner(request)).change)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """They stay as they were read, and it isn't offered again."""
    leave_as_read(request_owner(request))
    return redirect("notice:front")


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter, with what decided marked, and a form to say otherwise."""
    owner = request_owner(request)
    (row,) = suggest_by_role(owner, [find_row(Letter, owner, pk)])
    said = find_said_kind(owner, row)
    form = read_form(request, DecideForm, owner=owner, letter=row, said=said)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        if told["kind"] in NO_JOB:
            return redirect_done(reverse("notice:front"), set_letter_aside(owner, row))
        job = find_opportunity(owner, told["job"]) if told["job"] else None
        change = decide_letter(
            owner, row, kind=LetterKind(told["kind"]), opportunity=job, employer=told["employer"], role=told["role"]
        )
        return redirect_done(find_next_address(owner, row.key), change)
    context = {
        "letter": row,
        "marks": mark_letter(row),
        "form": form,
        "words": KIND_WORDS[said or likeliest_job_kind(row)],
        "said": said,
    }
    return render(request, "notice/letter.html", context)


@require_POST
def yes(request: HttpRequest, pk: int) -> HttpResponse:
    """It is what Onward thinks. When no job is known yet, the letter's page asks which."""
    owner = request_owner(request)
    (row,) = suggest_by_role(owner, [find_row(Letter, owner, pk)])
    employer = "" if row.suggested else row.verdict.get("employer") or ""
    if row.suggested is None and not employer:
        return redirect(reverse("notice:letter", args=[row.pk], fragment="which"))
    change = decide_letter(
        owner, row, kind=likeliest_job_kind(row), opportunity=row.suggested, employer=employer,
        role=row.verdict.get("role") or "",
    )  # fmt: skip
    return redirect_done(reverse("notice:front"), change)


@require_POST
def no(request: HttpRequest, pk: int) -> HttpResponse:
    """It isn't about a job."""
    owner = request_owner(request)
    return redirect_done(reverse("notice:front"), set_letter_aside(owner, find_row(Letter, owner, pk)))


@require_http_methods(["GET", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    """A letter, pasted with or without its head."""
    form = read_form(request, PasteForm)
    if request.method == "POST" and form.is_valid():
        owner = request_owner(request)
        try:
            key, change = read_pasted(owner, form.cleaned_data["text"])
        except SourceTrouble as trouble:
            form.add_error("text", str(trouble))
        else:
            return redirect_done(find_next_address(owner, key), change)
    return render(request, "notice/paste.html", {"form": form})


@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Mail as files, or as a place on this computer."""
    owner = request_owner(request)
    form = read_form(request, BringForm, initial={"began": owner.search_began})
    if request.method != "POST" or not form.is_valid():
        return render(request, "notice/bring.html", {"form": form})
    told = form.cleaned_data
    keep_began(owner, told["began"])
    files = [file for file in told["mail"] if file]
    return _go_to(request, begin_files(owner, files, told.get("place", ""), _say_since(owner, told)))


@require_http_methods(["GET", "POST"])
def mailbox(request: HttpRequest) -> HttpResponse:
    """Mail on a server: one label, or all of it. The password is used now, and kept in the keyring alone."""
    owner = request_owner(request)
    form = read_form(request, MailboxForm, initial={"began": owner.search_began})
    if request.method != "POST" or settings.IN_BROWSER or not form.is_valid():
        return render(request, "notice/mailbox.html", {"form": form, "read_before": list_mailboxes(owner)})
    told = form.cleaned_data
    keep_began(owner, told["began"])
    return _go_to(request, begin_mailbox(owner, form.place, _say_since(owner, told), anew=told["anew"]))


def _say_since(owner: Owner, told: dict[str, Any]) -> date | None:
    """The day since which mail is read, None for all there is."""
    return None if told["older"] else owner.search_began


def _go_to(request: HttpRequest, one: ReadingUnderWay) -> HttpResponse:
    """What was found, where it is read at once; else the page that shows how far it is."""
    return _show_found(request, one) if one.over.wait(PATIENCE) else redirect("notice:reading")


@require_http_methods(["GET", "POST"])
def reading(request: HttpRequest) -> HttpResponse:
    """What is found so far while mail is read, and a button that stops it; what was found when it is over."""
    owner = request_owner(request)
    one = find_reading(owner)
    if one is None:
        return redirect("notice:front")
    if request.method == "POST":
        one.stops = True
        return _go_to(request, one)
    if one.over.is_set():
        return _show_found(request, one)
    nos = list_nos_of(owner, one.reading.fresh & one.reading.telling)[:SHOWN]
    return render(request, "notice/reading.html", {"one": one, "alive": _list_alive(owner)[:SHOWN], "nos": nos})


def _list_alive(owner: Owner) -> QuerySet[Opportunity]:
    return list_open_opportunities(owner).exclude(stage=Stage.LEAD).order_by("-stage_on")


def _show_found(request: HttpRequest, one: ReadingUnderWay) -> HttpResponse:
    """What a reading found: kinds (nos aren't counted out), what is alive, and what waits."""
    owner, found = request_owner(request), one.reading
    forget_reading(owner)
    counted = [(LetterKind(kind), number) for kind, number in found.kinds.most_common()]
    kinds = [(KIND_WORDS[kind], number) for kind, number in counted if kind is not LetterKind.REJECTION]
    context = {
        "reading": found,
        "kinds": kinds,
        "alive": _list_alive(owner),
        "waiting": list_waiting_letters(owner).count(),
        "place": one.place,
        "began": owner.search_began,
    }
    return render(request, "notice/found.html", context)
