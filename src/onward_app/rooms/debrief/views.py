"""Interviews, the capture before the outcome, and the replay one screen at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.debrief import script, sittings
from onward.debrief.calibration import measure_calibration
from onward.debrief.capture import AS_SAID, PROMISE, TOO_LATE
from onward.debrief.screens import KEYS, Screen
from onward.facts import TALKS
from onward_app import clock
from onward_app.records.models import Debrief, Event, Interview
from onward_app.records.reading.closing import load_closing
from onward_app.records.reading.debrief import (
    choose_counting,
    find_outcome_day,
    list_answers_so_far,
    list_forecasts,
    list_interviews_with_outcome,
    list_repeated_thoughts,
    list_sittings,
    list_talks_without_interview,
    list_unreached_applications,
    load_setting,
    needs_capture,
)
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.rows import find_opportunity, find_row
from onward_app.records.reading.transcripts import list_transcripts
from onward_app.records.writing.debrief import (
    capture_interview,
    ensure_interview,
    finish_debrief,
    record_sitting,
    save_screen_answer,
    start_debrief,
)
from onward_app.rooms.debrief.forms import CaptureForm
from onward_app.rooms.debrief.remembering import (
    LENT,
    RememberedOffer,
    fill_from_memory,
    find_memory,
    is_unchanged_memory,
    list_memory_offers,
    suggest_kinds_for_screen,
    take_offer,
)
from onward_app.rooms.debrief.screen_form import ScreenForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Interviews by what they still want."""
    owner, today = request_owner(request), clock.today()
    rows = list(list_interviews_with_outcome(owner)[:200])
    context = {
        "coming": [row for row in reversed(rows) if row.on > today],
        "to_capture": [row for row in rows if needs_capture(row, today)][:5],
        "to_debrief": [row for row in rows if row.on < today and not _done(row)][:10],
        "replayed": [row for row in rows if _done(row)],
        "unrecorded": list_talks_without_interview(owner, today)[:10],
        "unreached": list_unreached_applications(owner, today)[:5],
        "quiet_day": is_rejection_day(owner, today),
        "calibration": measure_calibration(choose_counting(list_forecasts(owner))),
    }
    return render(request, "debrief/front.html", context)


def _done(row: Interview) -> bool:
    return any(debrief.done_at for debrief in row.debriefs.all())


@require_POST
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """A record for a conversation that mail speaks of."""
    owner = request_owner(request)
    event = find_row(Event, owner, pk)
    if event.kind not in TALKS:
        raise Http404
    row = Interview.objects.of(owner).filter(event=event).first() or ensure_interview(owner, event)
    return redirect("debrief:interview", row.pk)


@require_GET
def interview(request: HttpRequest, pk: int) -> HttpResponse:
    """All that is kept of one interview."""
    owner = request_owner(request)
    row = find_row(Interview, owner, pk)
    told = [(d, list_answers_so_far(d)) for d in row.debriefs.filter(stands=True)]
    context = {
        "interview": row,
        "questions": row.questions.filter(stands=True),
        "debriefs": told,
        "transcripts": list_transcripts(owner, row),
        "transcript_deleted": "deleted" in request.GET,
        "quiet_day": is_rejection_day(owner, clock.today()),
        "wants_noting": needs_capture(row, clock.today()),
        "past": row.on < clock.today(),
        "coming": row.on >= clock.today(),
    }
    return render(request, "debrief/interview.html", context)


@require_http_methods(["GET", "POST"])
def capture(request: HttpRequest, pk: int) -> HttpResponse:
    """Before the outcome: three taps and a line, and the questions if there is time."""
    owner = request_owner(request)
    row = find_row(Interview, owner, pk)
    known = find_outcome_day(row)
    form = read_form(request, CaptureForm, interview=row, is_known=known is not None)
    page: dict[str, Any] = {
        "interview": row,
        "form": form,
        "known": known,
        "promise": PROMISE,
        "late": _late(row, known),
    }
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("liked", "said_real")}
        change = capture_interview(owner, row, questions=form.questions(), forecast=form.chance(), **told)
        return redirect_done(reverse("debrief:interview", args=[row.pk]), change)
    return render(request, "debrief/capture.html", page)


def _late(row: Interview, known: date | None) -> str:
    """Why no forecast is asked any more."""
    if known is None:
        return ""
    return TOO_LATE if row.forecast is None else AS_SAID.format(row.forecast)


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Start or take up the replay of an interview. An address that is only opened starts nothing."""
    if request.method != "POST":
        return redirect("debrief:interview", pk)
    owner = request_owner(request)
    row = find_row(Interview, owner, pk)
    if is_rejection_day(owner, clock.today()):
        return render(request, "debrief/tomorrow.html", {"job": row.opportunity})
    script = "no" if row.opportunity.ended else "good"
    debrief = start_debrief(owner, row.opportunity, row, script=script)
    return redirect("debrief:screen", debrief.pk, _where(debrief))


@require_POST
def start_application(request: HttpRequest, pk: int) -> HttpResponse:
    """Start or take up the replay of an application that reached nobody."""
    owner = request_owner(request)
    job = find_opportunity(owner, pk)
    if is_rejection_day(owner, clock.today()):
        return render(request, "debrief/tomorrow.html", {"job": job})
    debrief = start_debrief(owner, job, None, script="application")
    return redirect("debrief:screen", debrief.pk, _where(debrief))


@require_GET
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Where it was left."""
    debrief = find_row(Debrief, request_owner(request), pk)
    return redirect("debrief:screen", pk, _where(debrief))


@require_http_methods(["GET", "POST"])
def screen(request: HttpRequest, pk: int, screen: str) -> HttpResponse:
    """One screen of the script."""
    owner = request_owner(request)
    debrief = find_row(Debrief, owner, pk)
    if is_rejection_day(owner, clock.today()):
        return render(request, "debrief/tomorrow.html", {"job": debrief.opportunity})
    page = _page(debrief, screen)
    if page is None:  # another tab made this screen fall away, or it comes too early
        return redirect("debrief:screen", pk, _where(debrief))
    record_sitting(owner, debrief, wrote=request.method == "POST")
    if request.method == "POST":
        return _answered(request, debrief, page)
    given, lent = _initial(debrief, screen)
    return render(request, "debrief/screen.html", _context(debrief, page, given, ScreenForm(screen=page), lent=lent))


@require_GET
def became(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of a replay; then it is enough."""
    owner = request_owner(request)
    debrief = find_row(Debrief, owner, pk)
    if is_rejection_day(owner, clock.today()):
        return render(request, "debrief/tomorrow.html", {"job": debrief.opportunity})
    if debrief.done_at is None:
        return redirect("debrief:screen", pk, _where(debrief))
    context = {"debrief": debrief, "closing": load_closing(owner, debrief, clock.today())}
    return render(request, "debrief/became.html", context)


def _page(debrief: Debrief, screen: str) -> Screen | None:
    """The screen of that name, if it is one of this replay's; the last comes only when all others are answered."""
    if screen not in KEYS:
        raise Http404
    setting = load_setting(debrief)
    if screen == "done" and not (debrief.done_at or script.is_done(debrief.answers, setting)):
        return None
    return next((page for page in script.list_screens(debrief.answers, setting) if page.key == screen), None)


def _answered(request: HttpRequest, debrief: Debrief, page: Screen) -> HttpResponse:
    """Keep what was said, say back what wants a look, and go on."""
    if page.key == "done":
        return redirect_done(reverse("debrief:became", args=[debrief.pk]), finish_debrief(debrief.owner, debrief))
    given = {field.name: request.POST.get(field.name, "")[:20_000] for field in page.fields}
    form = _form(request, debrief, page, given)
    looked_at = form.is_valid()
    if offer := next((one for one in _offers(debrief, page.key) if one.key == request.POST.get("take")), None):
        return render(request, "debrief/screen.html", _context(debrief, page, take_offer(given, offer, page.key), form))
    troubles = script.find_screen_troubles(page, given)
    if looked_at and not troubles:  # what wants a look isn't stored before it had it
        save_screen_answer(debrief, page.key, given)
    if troubles or not looked_at or _asks_for_kind(debrief, page, given, form):
        return render(request, "debrief/screen.html", _context(debrief, page, given, form, troubles))
    every = [one.key for one in script.list_screens(debrief.answers, load_setting(debrief))]
    return redirect("debrief:screen", debrief.pk, every[every.index(page.key) + 1])


def _form(request: HttpRequest, debrief: Debrief, page: Screen, given: Mapping[str, str]) -> ScreenForm:
    told = find_memory(debrief, page.key)
    lent = is_unchanged_memory(debrief, page.key, told, given)
    form = read_form(request, ScreenForm, screen=page, lent=lent)
    form.known = told.read.speakers if told else ()
    return form


def _asks_for_kind(debrief: Debrief, page: Screen, given: Mapping[str, str], form: ScreenForm) -> bool:
    """Whether the words sound like a kind, and that wasn't asked of these very words before."""
    sounds = suggest_kinds_for_screen(debrief.owner, page, given)
    return bool(sounds) and form.ask_once("\n".join(given.values()))


def _context(
    debrief: Debrief,
    page: Screen,
    given: Mapping[str, str],
    form: ScreenForm,
    troubles: Mapping[str, str] | None = None,
    *,
    lent: str = "",
) -> dict[str, Any]:
    setting = load_setting(debrief)
    number, total = script.find_place(page.key, debrief.answers, setting)
    before = script.find_screen_before(page.key, debrief.answers, setting)
    times = list_sittings(debrief)
    sounds = suggest_kinds_for_screen(debrief.owner, page, given)
    if sounds:
        form.ask_once("\n".join(given.values()))
    return {
        "debrief": debrief,
        "form": form,
        "page": page,
        "fields": [(field, given.get(field.name, ""), (troubles or {}).get(field.name, "")) for field in page.fields],
        "sounds": sounds,
        "offers": _offers(debrief, page.key),
        "lent": lent,
        "number": number,
        "total": total,
        "before": before.key if before else "",
        "brake": sittings.brake_replaying(times)
        or (not debrief.done_at and times and sittings.suggest_pause(times[-1]))
        or "",
        "told": list_answers_so_far(debrief) if page.key == "done" else [],
    }


def _where(debrief: Debrief) -> str:
    return "done" if debrief.done_at else script.find_next_screen(debrief.answers, load_setting(debrief)).key


def _offers(debrief: Debrief, screen: str) -> list[RememberedOffer]:
    return list_memory_offers(debrief.owner, screen, find_memory(debrief, screen))


def _initial(debrief: Debrief, screen: str) -> tuple[dict[str, str], str]:
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
