"""Interviews, the capture before the outcome, and the replay one screen at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.debrief import gently, script
from onward.debrief.calibration import calibration
from onward.debrief.capture import AS_SAID, PROMISE, TOO_LATE
from onward.debrief.screens import KEYS, Screen
from onward_app import clock
from onward_app.records import queries, queries_debrief, queries_kinds, queries_recover, queries_transcripts
from onward_app.records.models import Debrief, Event, Interview
from onward_app.records.writing import debrief as writing
from onward_app.rooms.debrief import remembering, words
from onward_app.rooms.debrief.forms import Capture
from onward_app.web.looks import KEEP, looks, seal
from onward_app.web.replies import done, owner_of


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Interviews by what they still want."""
    owner, today = owner_of(request), clock.today()
    rows = list(queries_debrief.with_outcomes(owner)[:200])
    context = {
        "coming": [row for row in reversed(rows) if row.on > today],
        "to_capture": [row for row in rows if queries_debrief.wants_noting(row, today)][:5],
        "to_debrief": [row for row in rows if row.on < today and not _done(row)][:10],
        "replayed": [row for row in rows if _done(row)],
        "unrecorded": queries_debrief.without_record(owner, today)[:10],
        "unreached": queries_debrief.unreached(owner, today)[:5],
        "quiet_day": queries_recover.is_rejection_day(owner, today),
        "calibration": calibration(queries_debrief.counted(queries_debrief.forecasts(owner))),
    }
    return render(request, "debrief/front.html", context)


def _done(row: Interview) -> bool:
    return any(debrief.done_at for debrief in row.debriefs.all())


@require_POST
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """A record for a conversation that mail speaks of."""
    owner = owner_of(request)
    event = queries.find(Event, owner, pk)
    if event.kind not in queries_debrief.TALKS:
        raise Http404
    row = Interview.objects.of(owner).filter(event=event).first() or writing.record_of(owner, event)
    return redirect(f"/debrief/interview/{row.pk}/")


@require_GET
def interview(request: HttpRequest, pk: int) -> HttpResponse:
    """All that is kept of one interview."""
    owner = owner_of(request)
    row = queries.find(Interview, owner, pk)
    told = [(d, queries_debrief.told(d)) for d in row.debriefs.filter(stands=True)]
    context = {
        "interview": row,
        "questions": row.questions.filter(stands=True),
        "debriefs": told,
        "transcripts": queries_transcripts.of(owner, row),
        "transcript_deleted": "deleted" in request.GET,
        "quiet_day": queries_recover.is_rejection_day(owner, clock.today()),
        "wants_noting": queries_debrief.wants_noting(row, clock.today()),
        "past": row.on < clock.today(),
        "coming": row.on >= clock.today(),
    }
    return render(request, "debrief/interview.html", context)


@require_http_methods(["GET", "POST"])
def capture(request: HttpRequest, pk: int) -> HttpResponse:
    """Before the outcome: three taps and a line, and the questions if there is time."""
    owner = owner_of(request)
    row = queries.find(Interview, owner, pk)
    known = queries_debrief.outcome_known(row)
    form = Capture(request.POST if request.method == "POST" else None, interview=row, known=known is not None)
    page: dict[str, Any] = {
        "interview": row,
        "form": form,
        "known": known,
        "promise": PROMISE,
        "late": _late(row, known),
    }
    if request.method == "POST" and form.is_valid():
        page["looks"] = looks(request, form, queries_kinds.known_names(owner))
        if not page["looks"]:
            told = {name: form.cleaned_data[name] for name in ("liked", "said_real")}
            change = writing.capture(owner, row, questions=form.questions(), forecast=form.chance(), **told)
            return done(f"/debrief/interview/{row.pk}/", change)
    return render(request, "debrief/capture.html", page)


def _late(row: Interview, known: date | None) -> str:
    """Why no forecast is asked any more."""
    if known is None:
        return ""
    return TOO_LATE if row.forecast is None else AS_SAID.format(row.forecast)


@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Start or take up the replay of an interview."""
    owner = owner_of(request)
    row = queries.find(Interview, owner, pk)
    if queries_recover.is_rejection_day(owner, clock.today()):
        return render(request, "debrief/tomorrow.html", {"job": row.opportunity})
    script = "no" if row.opportunity.ended else "good"
    debrief = writing.start(owner, row.opportunity, row, script=script)
    return redirect(f"/debrief/{debrief.pk}/{_where(debrief)}/")


@require_POST
def start_application(request: HttpRequest, pk: int) -> HttpResponse:
    """Start or take up the replay of an application that reached nobody."""
    owner = owner_of(request)
    job = queries.opportunity(owner, pk)
    if queries_recover.is_rejection_day(owner, clock.today()):
        return render(request, "debrief/tomorrow.html", {"job": job})
    debrief = writing.start(owner, job, None, script="application")
    return redirect(f"/debrief/{debrief.pk}/{_where(debrief)}/")


@require_GET
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Where it was left."""
    debrief = queries.find(Debrief, owner_of(request), pk)
    return redirect(f"/debrief/{pk}/{_where(debrief)}/")


@require_http_methods(["GET", "POST"])
def screen(request: HttpRequest, pk: int, screen: str) -> HttpResponse:
    """One screen of the script."""
    owner = owner_of(request)
    debrief = queries.find(Debrief, owner, pk)
    if queries_recover.is_rejection_day(owner, clock.today()):
        return render(request, "debrief/tomorrow.html", {"job": debrief.opportunity})
    page = _page(debrief, screen)
    if page is None:  # another tab made this screen fall away, or it comes too early
        return redirect(f"/debrief/{pk}/{_where(debrief)}/")
    writing.sit(owner, debrief, wrote=request.method == "POST")
    if request.method == "POST":
        return _answered(request, debrief, page)
    given, lent = _initial(debrief, screen)
    return render(request, "debrief/screen.html", _context(debrief, page, given, lent=lent))


def _page(debrief: Debrief, screen: str) -> Screen | None:
    """The screen of that name, if it is one of this replay's; the last comes only when all others are answered."""
    if screen not in KEYS:
        raise Http404
    setting = queries_debrief.setting(debrief)
    if screen == "done" and not (debrief.done_at or script.is_done(debrief.answers, setting)):
        return None
    return next((page for page in script.screens(debrief.answers, setting) if page.key == screen), None)


def _answered(request: HttpRequest, debrief: Debrief, page: Screen) -> HttpResponse:
    """Keep what was said, say back what wants a look, and go on."""
    if page.key == "done":
        return done(_after(debrief), writing.finish(debrief.owner, debrief))
    given = {field.name: request.POST.get(field.name, "")[:20_000] for field in page.fields}
    if offer := next((one for one in _offers(debrief, page.key) if one.key == request.POST.get("take")), None):
        return render(request, "debrief/screen.html", _context(debrief, page, remembering.take(given, offer, page.key)))
    troubles = script.troubles(page, given)
    told = remembering.of(debrief, page.key)
    if remembering.is_as_lent(debrief, page.key, told, given):  # looked at when the transcript was added
        warnings = []
    else:
        warnings = words.look_at_screen(page, given, debrief.opportunity, told.read.speakers if told else ())
    meant = request.POST.get(KEEP) == seal(given.values())
    if not troubles and (meant or not warnings):  # what wants a look isn't stored before it had it
        writing.answer(debrief, page.key, given)
    if troubles or ((warnings or remembering.sounds_like(debrief.owner, page, given)) and not meant):
        return render(request, "debrief/screen.html", _context(debrief, page, given, troubles, warnings))
    every = [one.key for one in script.screens(debrief.answers, queries_debrief.setting(debrief))]
    return redirect(f"/debrief/{debrief.pk}/{every[every.index(page.key) + 1]}/")


def _context(
    debrief: Debrief,
    page: Screen,
    given: Mapping[str, str],
    troubles: Mapping[str, str] | None = None,
    warnings: Sequence[words.Warning] = (),
    *,
    lent: str = "",
) -> dict[str, Any]:
    setting = queries_debrief.setting(debrief)
    number, total = script.place(page.key, debrief.answers, setting)
    before = script.screen_before(page.key, debrief.answers, setting)
    sittings = queries_debrief.sittings(debrief)
    return {
        "debrief": debrief,
        "page": page,
        "fields": [(field, given.get(field.name, ""), (troubles or {}).get(field.name, "")) for field in page.fields],
        "warnings": warnings,
        "sounds": remembering.sounds_like(debrief.owner, page, given),
        "offers": _offers(debrief, page.key),
        "lent": lent,
        "number": number,
        "total": total,
        "before": before.key if before else "",
        "seal": seal(given.values()),
        "brake": gently.brake(sittings) or (not debrief.done_at and sittings and gently.pause(sittings[-1])) or "",
        "told": queries_debrief.told(debrief) if page.key == "done" else [],
    }


def _after(debrief: Debrief) -> str:
    return f"/debrief/interview/{debrief.interview_id}/" if debrief.interview_id else "/kinks/"


def _where(debrief: Debrief) -> str:
    return "done" if debrief.done_at else script.next_screen(debrief.answers, queries_debrief.setting(debrief)).key


def _offers(debrief: Debrief, screen: str) -> list[remembering.Offer]:
    return remembering.offers(debrief.owner, screen, remembering.of(debrief, screen))


def _initial(debrief: Debrief, screen: str) -> tuple[dict[str, str], str]:
    """What was answered here before, what a transcript says, or what the capture has; and a line on where it is from."""
    if screen in debrief.answers:
        return dict(debrief.answers[screen]), ""
    if debrief.interview is None:
        return {}, ""
    if screen == "chances":
        return queries_debrief.said_again(debrief), ""
    if screen == "myself":
        return {"said_real": str(debrief.interview.said_real or "")}, ""
    if lent := remembering.first_words(debrief, screen, remembering.of(debrief, screen)):
        return lent, remembering.LENT if "text" in lent else ""
    rows = debrief.interview.questions.filter(stands=True)
    if screen == "asked":
        return {"text": "\n".join(row.asked for row in rows if row.asked)}, ""
    if screen == "said":
        return {"text": "\n\n".join(f"{row.asked}\n{row.said}" for row in rows if row.said)}, ""
    return {}, ""
