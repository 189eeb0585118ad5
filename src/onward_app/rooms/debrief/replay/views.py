"""The replay: begun, gone through a screen at a time, done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.debrief import script, sittings
from onward.debrief.screens import KEYS, Screen
from onward_app import clock
from onward_app.records.models import Debrief, Interview
from onward_app.records.reading.behind import load_job_behind
from onward_app.records.reading.closing import load_closing
from onward_app.records.reading.debrief import (
    list_answers_so_far,
    list_repeated_thoughts,
    list_sittings,
    load_setting,
)
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.rows import find_opportunity, find_row
from onward_app.records.writing.debrief import (
    finish_debrief,
    record_sitting,
    save_screen_answer,
    start_debrief,
)
from onward_app.rooms.debrief.replay.forms import ScreenForm
from onward_app.rooms.debrief.replay.remembering import (
    LENT,
    RememberedOffer,
    fill_from_memory,
    find_memory,
    is_unchanged_memory,
    list_memory_offers,
    suggest_kinds_for_screen,
    take_offer,
)
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Start or take up the replay of an interview. An address that is only opened starts nothing."""
    owner = request_owner(request)
    row = find_row(Interview, owner, pk)
    if request.method != "POST":
        return redirect("debrief:interview", pk)
    if is_rejection_day(owner, clock.today()):
        return render(request, "debrief/tomorrow.html", {"job": row.opportunity})
    debrief = start_debrief(owner, row.opportunity, row, script="no" if row.opportunity.ended else "good")
    return redirect("debrief:screen", debrief.pk, _find_key(debrief))


@require_POST
def start_application(request: HttpRequest, pk: int) -> HttpResponse:
    """Start or take up the replay of an application that reached nobody."""
    owner = request_owner(request)
    job = find_opportunity(owner, pk)
    if is_rejection_day(owner, clock.today()):
        return render(request, "debrief/tomorrow.html", {"job": job})
    debrief = start_debrief(owner, job, None, script="application")
    return redirect("debrief:screen", debrief.pk, _find_key(debrief))


@require_GET
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Where it was left."""
    debrief = find_row(Debrief, request_owner(request), pk)
    return redirect("debrief:screen", pk, _find_key(debrief))


@require_http_methods(["GET", "POST"])
def screen(request: HttpRequest, pk: int, screen: str) -> HttpResponse:
    """One screen of the script."""
    owner = request_owner(request)
    debrief = find_row(Debrief, owner, pk, "owner", "opportunity", "interview")
    if is_rejection_day(owner, clock.today()):
        return render(request, "debrief/tomorrow.html", {"job": debrief.opportunity})
    setting = load_setting(debrief)
    page = _find_screen(debrief, screen, setting)
    if page is None:  # another tab made this screen fall away, or it comes too early
        return redirect("debrief:screen", pk, _find_key(debrief))
    record_sitting(owner, debrief, wrote=request.method == "POST")
    if request.method == "POST":
        return _take_answers(request, debrief, page)
    given, lent = _find_initial(debrief, screen)
    context = _make_context(debrief, page, given, ScreenForm(screen=page), lent=lent, setting=setting)
    return render(request, "debrief/replay/screen.html", context)


@require_GET
def became(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of a replay; then it is enough."""
    owner = request_owner(request)
    debrief = find_row(Debrief, owner, pk)
    if is_rejection_day(owner, clock.today()):
        return render(request, "debrief/tomorrow.html", {"job": debrief.opportunity})
    if debrief.done_at is None:
        return redirect("debrief:screen", pk, _find_key(debrief))
    context = {"debrief": debrief, "closing": load_closing(owner, debrief, clock.today())}
    return render(request, "debrief/replay/became.html", context)


def _find_screen(debrief: Debrief, screen: str, setting: script.DebriefSetting) -> Screen | None:
    """The screen of that name, if it is one of this replay's; the last comes only when all others are answered."""
    if screen not in KEYS:
        raise Http404
    if screen == "done" and not (debrief.done_at or script.is_done(debrief.answers, setting)):
        return None
    return next((page for page in script.list_screens(debrief.answers, setting) if page.key == screen), None)


def _take_answers(request: HttpRequest, debrief: Debrief, page: Screen) -> HttpResponse:
    """Keep what was said, say back what wants a look, and go on."""
    if page.key == "done":
        return redirect_done(reverse("debrief:became", args=[debrief.pk]), finish_debrief(debrief.owner, debrief))
    given = {field.name: request.POST.get(field.name, "")[:20_000] for field in page.fields}
    form = _make_form(request, debrief, page, given)
    looked_at = form.is_valid()
    if offer := next((one for one in _list_offers(debrief, page.key) if one.key == request.POST.get("take")), None):
        return render(
            request,
            "debrief/replay/screen.html",
            _make_context(debrief, page, take_offer(given, offer, page.key), form),
        )
    troubles = script.find_screen_troubles(page, given)
    if looked_at and not troubles:  # what wants a look isn't stored before it had it
        save_screen_answer(debrief, page.key, given)
    if troubles or not looked_at or _asks_for_kind(page, given, form):
        return render(request, "debrief/replay/screen.html", _make_context(debrief, page, given, form, troubles))
    every = [one.key for one in script.list_screens(debrief.answers, load_setting(debrief))]
    return redirect("debrief:screen", debrief.pk, every[every.index(page.key) + 1])


def _make_form(request: HttpRequest, debrief: Debrief, page: Screen, given: Mapping[str, str]) -> ScreenForm:
    told = find_memory(debrief, page.key)
    lent = is_unchanged_memory(debrief, page.key, told, given)
    form = read_form(request, ScreenForm, screen=page, lent=lent)
    form.known = told.read.speakers if told else ()
    return form


def _asks_for_kind(page: Screen, given: Mapping[str, str], form: ScreenForm) -> bool:
    """Whether the words sound like a kind, and that wasn't asked of these very words before."""
    sounds = suggest_kinds_for_screen(page, given)
    return bool(sounds) and form.ask_once("\n".join(given.values()))


def _make_context(
    debrief: Debrief,
    page: Screen,
    given: Mapping[str, str],
    form: ScreenForm,
    troubles: Mapping[str, str] | None = None,
    *,
    lent: str = "",
    setting: script.DebriefSetting | None = None,
) -> dict[str, Any]:
    setting = setting or load_setting(debrief)
    number, total = script.find_place(page.key, debrief.answers, setting)
    before = script.find_screen_before(page.key, debrief.answers, setting)
    times = list_sittings(debrief)
    sounds = suggest_kinds_for_screen(page, given)
    fields = [(field, given.get(field.name, ""), (troubles or {}).get(field.name, "")) for field in page.fields]
    if sounds:
        form.ask_once("\n".join(given.values()))
    return {
        "debrief": debrief,
        "form": form,
        "page": page,
        "fields": [one for one in fields if not one[0].fold],
        "folded": [one for one in fields if one[0].fold],
        "is_unfolded": any(said or trouble for field, said, trouble in fields if field.fold),
        "sounds": sounds,
        "offers": _list_offers(debrief, page.key),
        "lent": lent,
        "number": number,
        "total": total,
        "before": before.key if before else "",
        "brake": sittings.brake_replaying(times)
        or (not debrief.done_at and times and sittings.suggest_pause(times[-1]))
        or "",
        "told": list_answers_so_far(debrief) if page.key == "done" else [],
        "behind": load_job_behind(debrief.owner, debrief.opportunity, clock.today(), talk=debrief.interview),
    }


def _find_key(debrief: Debrief) -> str:
    return "done" if debrief.done_at else script.find_next_screen(debrief.answers, load_setting(debrief)).key


def _list_offers(debrief: Debrief, screen: str) -> list[RememberedOffer]:
    return list_memory_offers(debrief.owner, screen, find_memory(debrief, screen))


def _find_initial(debrief: Debrief, screen: str) -> tuple[dict[str, str], str]:
    """What was answered here before, what a transcript says, or what the capture has; and a line on where it is
    from.
    """
    if screen in debrief.answers:
        return dict(debrief.answers[screen]), ""
    if debrief.interview is None:
        return {}, ""
    if screen == "chances":
        return list_repeated_thoughts(debrief), ""
    if screen == "myself":
        return {"said_real": str(debrief.interview.said_real or "")}, ""
    if lent := fill_from_memory(debrief, screen, find_memory(debrief, screen)):
        return lent, LENT if "text" in lent else ""
    rows = debrief.interview.questions.filter(stands=True)
    if screen == "asked":
        return {"text": "\n".join(row.asked for row in rows if row.asked)}, ""
    if screen == "said":
        return {"text": "\n\n".join(f"{row.asked}\n{row.said}" for row in rows if row.said)}, ""
    return {}, ""
