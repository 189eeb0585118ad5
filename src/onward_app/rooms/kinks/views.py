"""Kinks and strengths, each with what its evidence says, and the page before an interview."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.debrief.outcome import stage_of_round
from onward.facts import say_happened
from onward.kinks.figures import SOURCE
from onward.kinks.gone import ASSUMES
from onward.kinks.kinds import NOT_MINE
from onward.kinks.plain import CHANCE_MEANS
from onward.kinks.story import gather_moments
from onward.practice.make import CardDraft
from onward.practice.ways import find_way
from onward.values.fifteen_minutes import SOBERLY
from onward_app import clock
from onward_app.records.models import Interview, Kink, Owner
from onward_app.records.reading.drafts import draft_key, find_question_asked, list_card_drafts
from onward_app.records.reading.evidence import KinkHistory, report_kink, tell_kink_stories, tell_kink_story
from onward_app.records.reading.kinds import find_kind, suggest_kinds
from onward_app.records.reading.kinks import (
    list_feedback_letters,
    list_kink_cards,
    list_lines,
    rank_kinks,
    rank_strengths,
    report_kinks,
)
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.rows import find_row
from onward_app.records.reading.values import list_heavy_unknown
from onward_app.records.reading.writings import may_offer_fifteen_minutes
from onward_app.records.writing.cards import choose_cards
from onward_app.records.writing.kinks import (
    edit_kink,
    merge_kinks,
    note_before_interview,
    remove_kink,
    set_kink_kind,
    set_working_on,
)
from onward_app.rooms.kinks import questions
from onward_app.rooms.kinks.forms import EditKinkForm, MergeKinksForm, NoteBeforeForm, SightingForm, StrengthForm
from onward_app.web.boxes import LookedAtForm, read_form
from onward_app.web.pictures.kink import picture_kink
from onward_app.web.replies import redirect_done, request_owner

MOMENTS = 2  # of a story, before the rest is folded


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """All of them, counts first."""
    owner = request_owner(request)
    told = report_kinks(owner)
    ranked = rank_kinks(owner, told)
    lines = tell_kink_stories(owner, [one.row for one, _ in ranked])
    first = [(one, why, picture_kink(lines[one.row.pk], working=one.working)) for one, why in ranked]
    leading = {one.row.pk for one, *_ in first}
    context = {
        "quiet_day": is_rejection_day(owner, clock.today()),
        "first": first,
        "kinks": [t for t in told if not (t.row.strength or t.apart or t.row.pk in leading)],
        "apart": [t for t in told if not t.row.strength and t.apart],
        "strengths": rank_strengths(told),
        "feedback": list_feedback_letters(owner),
        "chance_means": CHANCE_MEANS,
    }
    return render(request, "kinks/front.html", context)


@require_GET
def kink(request: HttpRequest, pk: int) -> HttpResponse:
    """One, on a line of time; on the day of a no it can wait, unless it is asked for."""
    owner = request_owner(request)
    row = find_row(Kink, owner, pk)
    if is_rejection_day(owner, clock.today()) and not row.strength and not request.GET.get("asked"):
        return render(request, "can_wait.html")
    every = list(Kink.objects.of(owner).order_by("noticed_on", "pk"))
    told, strengths = report_kink(owner, row), report_kinks(owner, [one for one in every if one.strength])
    line = tell_kink_story(told)
    moments, suggested = gather_moments(line), _suggest_kinds(told)
    asks = _choose_question(told, suggested)
    first = max(len(moments) - MOMENTS, 0) if not asks else len(moments)
    context = {
        "told": told,
        "asks": asks,
        "line": moments[first:],
        "earlier": moments[:first],
        "picture": picture_kink(line, working=told.working),
        "strength": next(iter(rank_strengths(strengths)), None),
        "chance_means": CHANCE_MEANS,
        "source": SOURCE,
        "assumes": ASSUMES,
        "cards": list_kink_cards(owner, row),
        "see": SightingForm(owner=owner),
        "others": any(one.strength == row.strength for one in every if one.pk != pk),
        "suggested": suggested,
        "drafts": _list_drafts(owner, told),
    }
    return render(request, "kinks/kink.html", context)


def _list_drafts(owner: Owner, told: KinkHistory) -> list[tuple[str, str, CardDraft]]:
    """Cards that could be made for it: what the form calls each, and how it is practiced."""
    if told.row.strength or told.apart:
        return []
    return [(draft_key(one), find_way(one.way).name, one) for one in list_card_drafts(owner, told)]


def _choose_question(told: KinkHistory, suggested: object) -> str:
    """The one question that the page asks: what would make its figures wrong comes first."""
    if told.row.strength or told.apart:
        return ""
    if told.doubted:
        return "doubted"
    if told.working and told.untold:
        return "untold"
    return "suggested" if suggested else ""


def _suggest_kinds(told: KinkHistory) -> object:
    """For a hunch without a kind: what kind its words may be about."""
    if told.row.strength or told.kind is not None or told.row.kind == NOT_MINE:
        return []
    text = "\n".join([told.row.name, *(s.text for s in told.sightings)])
    return suggest_kinds(text)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Name, plan and cost; of a strength the name."""
    owner = request_owner(request)
    row = find_row(Kink, owner, pk)
    initial = {"name": row.name, "if_they": row.if_they, "then_i": row.then_i, "cost": str(row.cost)}
    form: LookedAtForm = read_form(request, StrengthForm if row.strength else EditKinkForm, initial=initial)
    page: dict[str, Any] = {
        "form": form,
        "title": row.name,
        "button": "Keep it",
        "back": reverse("kinks:kink", args=[pk]),
    }
    if form.is_valid():
        return redirect_done(reverse("kinks:kink", args=[pk]), edit_kink(owner, row, **form.cleaned_data))
    return render(request, "kinks/form.html", page)


@require_POST
def set_kind(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a hunch its kind."""
    owner = request_owner(request)
    row = find_row(Kink, owner, pk)
    kind = request.POST.get("kind", "")
    if row.strength or (kind != NOT_MINE and find_kind(owner, kind) is None):
        raise Http404
    stays, change = set_kink_kind(owner, row, kind)
    return redirect_done(reverse("kinks:kink", args=[stays.pk]), change)


@require_POST
def work(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin to work on it, or let it rest."""
    owner = request_owner(request)
    row = find_row(Kink, owner, pk)
    if row.strength:
        raise Http404
    asked = find_question_asked(owner, report_kink(owner, row))
    on = row.resting or row.working_since is None
    return redirect_done(
        reverse("kinks:kink", args=[pk]), set_working_on(owner, row, on=on, asked=[asked] if asked else [])
    )


@require_POST
def cards(request: HttpRequest, pk: int) -> HttpResponse:
    """Make cards of the drafts that were chosen."""
    owner = request_owner(request)
    row = find_row(Kink, owner, pk)
    if row.strength:
        raise Http404
    chosen = set(request.POST.getlist("draft"))
    offered = list_card_drafts(owner, report_kink(owner, row))
    return redirect_done(
        reverse("kinks:kink", args=[pk]), choose_cards(owner, row, [one for one in offered if draft_key(one) in chosen])
    )


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it off the list."""
    owner = request_owner(request)
    return redirect_done(reverse("kinks:front"), remove_kink(owner, find_row(Kink, owner, pk)))


@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Two that were one."""
    owner = request_owner(request)
    row = find_row(Kink, owner, pk)
    form = read_form(request, MergeKinksForm, owner=owner, kink=row)
    if request.method == "POST" and form.is_valid():
        other = find_row(Kink, owner, form.cleaned_data["other"])
        return redirect_done(reverse("kinks:kink", args=[pk]), merge_kinks(owner, row, other))
    title = f"“{row.name}” and another are one"
    page = {"form": form, "title": title, "button": "Make them one", "back": reverse("kinks:kink", args=[pk])}
    return render(request, "kinks/form.html", page)


@require_http_methods(["GET", "POST"])
def before(request: HttpRequest, pk: int) -> HttpResponse:
    """One page that prints, for the day of an interview."""
    owner = request_owner(request)
    interview = find_row(Interview, owner, pk)
    form = read_form(request, NoteBeforeForm, initial={"text": interview.may_go_wrong, "place": interview.place})
    if form.is_valid():
        change = note_before_interview(owner, interview, **form.cleaned_data)
        return redirect_done(reverse("kinks:before", args=[pk]), change)
    told = report_kinks(owner)
    context = {
        "interview": interview,
        "round": say_happened(stage_of_round(interview.round)) if interview.round else "",
        "strengths": [one for one in rank_strengths(told) if not one.apart][:2],
        "kinks": [one for one, _ in rank_kinks(owner, told)],
        "lines": questions.list_questions_on_lines(list_lines(owner, interview.opportunity)),
        "values": questions.list_questions_on_lines(list_heavy_unknown(owner, interview.opportunity, clock.today())),
        "questions": questions.list_questions_to_ask_back(request_owner(request).field),
        "fifteen": SOBERLY if may_offer_fifteen_minutes(owner, clock.today()) else "",
        "form": form,
    }
    return render(request, "kinks/before.html", context)
