"""One message: drafted, edited, checked, and sent by the person’s own hand."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.ask.expect import BEFORE_SENDING, SOURCE
from onward_app import clock
from onward_app.records.models import Opportunity, Owner
from onward_app.records.reading.ask import (
    draft_details,
    expected_reply_rate,
    find_ask,
    find_language,
    find_name_signed,
    find_recipient,
    find_talk,
    list_asks,
)
from onward_app.records.reading.behind import load_job_behind
from onward_app.records.reading.rows import find_opportunity
from onward_app.records.writing.ask import AskedAlready, keep_ask_draft, record_ask_sent, set_voice
from onward_app.rooms.ask.actions import check_message, message_to_eml, repair_message
from onward_app.rooms.ask.forms import MessageForm, VoiceForm
from onward_app.rooms.ask.saying import list_said, read_saying, write_draft
from onward_app.rooms.ask.stops import SORTS, find_stop, read_sort
from onward_app.web.asked import number
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


def write(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of the draft, and what its buttons do."""
    owner = request_owner(request)
    row, sort = find_opportunity(owner, pk), read_sort(request)
    stop = find_stop(request, owner, row, sort)
    if stop is not None:
        return stop
    if request.method != "POST":
        return _render_first_draft(request, owner, row, sort)
    form = read_form(request, MessageForm, find_instead=partial(find_recipient, owner, row))
    form.known = (row.agency,)
    if not form.is_valid():
        return _render_page(request, owner, row, sort, form)
    return _do_pressed(request, owner, row, sort, form)


@require_POST
def voice(request: HttpRequest, pk: int) -> HttpResponse:
    """How the person signs, and what they thank for: the draft is written anew with it."""
    owner = request_owner(request)
    row, sort = find_opportunity(owner, pk), read_sort(request)
    stop = find_stop(request, owner, row, sort)
    if stop is not None:
        return stop
    talk = find_talk(owner, row)
    form = read_form(request, VoiceForm, talked=talk is not None)
    if not form.is_valid():
        return _render_first_draft(request, owner, row, sort, voice=form)
    told = form.cleaned_data
    change = set_voice(owner, name=told["me"], talk=talk, liked=told.get("liked", ""))
    more = urlencode({"sort": sort} | list_said(request) | ({"anyway": 1} if request.GET.get("anyway") else {}))
    return redirect_done(f"{reverse('ask:write', args=[row.pk])}?{more}", change)


def _make_voice_form(request: HttpRequest, owner: Owner, row: Opportunity) -> VoiceForm:
    """The form as it stands, unsent."""
    talk = find_talk(owner, row)
    said = {"me": find_name_signed(owner), "liked": talk.liked if talk else ""}
    return read_form(request, VoiceForm, sent=False, talked=talk is not None, initial=said)


def _choose_first_draft(request: HttpRequest, owner: Owner, row: Opportunity, sort: str) -> dict[str, str]:
    """The draft that was kept, or a new one: always where a language, a tone or a way was chosen."""
    kept, saying = find_ask(owner, row, sort), read_saying(request, find_language(owner, row))
    if kept is not None and not saying.chosen:
        return {name: getattr(kept, name) for name in ("to_name", "to_address", "subject", "text")}
    to = find_recipient(owner, row)
    new = write_draft(sort, draft_details(owner, row, to.name), saying)
    return {"to_name": to.name, "to_address": to.address, "subject": new.subject, "text": new.body}


def _render_first_draft(request: HttpRequest, owner: Owner, row: Opportunity, sort: str, **more: Any) -> HttpResponse:
    form = MessageForm(initial=_choose_first_draft(request, owner, row, sort))
    return _render_page(request, owner, row, sort, form, **more)


def _render_page(
    request: HttpRequest, owner: Owner, row: Opportunity, sort: str, form: MessageForm, **more: Any
) -> HttpResponse:
    sent, saying = find_ask(owner, row, sort), read_saying(request, find_language(owner, row))
    page = {
        "job": row,
        "sort": sort,
        "title": SORTS[sort][0],
        "lead": SORTS[sort][1],
        "form": form,
        "expected": expected_reply_rate(list_asks(owner)) if sort == "advice" else None,
        "before": BEFORE_SENDING,
        "source": SOURCE,
        "why": write_draft(sort, draft_details(owner, row, ""), saying).why,
        "sayings": saying.list_choices(sort),
        "anyway": request.GET.get("anyway", ""),
        "sent": sent if sent and sent.sent_on else None,
        "kept": sent is not None,
        "signed": find_name_signed(owner),
        "server": owner.sends_through,
        "mailed": saying.way == "mail",
        "voice": more.pop("voice", None) or _make_voice_form(request, owner, row),
        "behind": load_job_behind(owner, row, clock.today()),
        **more,
    }
    return render(request, "ask/write.html", page)


def _do_pressed(request: HttpRequest, owner: Owner, row: Opportunity, sort: str, form: MessageForm) -> HttpResponse:
    """What the pressed button means."""
    typed, pressed = form.cleaned_data, request.POST.get("do", "check")
    if pressed == "eml":
        return _answer_with_file(typed)
    if pressed not in ("keep", "sent", "send"):
        return _check(request, owner, row, sort, form)
    if pressed == "send" and not typed["to_address"]:
        form.add_error("to_address", "Say whom it goes to.")
        return _render_page(request, owner, row, sort, form)
    try:
        return _save_ask(request, owner, row, sort, typed)
    except AskedAlready as already:
        form.add_error(None, str(already))
        return _render_page(request, owner, row, sort, form)


def _answer_with_file(typed: dict[str, str]) -> HttpResponse:
    answer = HttpResponse(message_to_eml(typed), content_type="message/rfc822")
    answer["Content-Disposition"] = 'attachment; filename="message.eml"'
    return answer


def _check(request: HttpRequest, owner: Owner, row: Opportunity, sort: str, form: MessageForm) -> HttpResponse:
    """The page with what the checker marks, after the repair that was asked for, if one was."""
    typed, pressed, language = (
        form.cleaned_data,
        request.POST.get("do", ""),
        read_saying(request, find_language(owner, row)).language,
    )
    place = number(pressed.removeprefix("repair-")) if pressed.startswith("repair-") else None
    if place is not None:
        text = repair_message(owner, row, sort=sort, typed=typed, place=place, language=language)
        typed = {**typed, "text": text}
        form = MessageForm(initial=typed)
    seen = check_message(owner, row, sort=sort, typed=typed, language=language) if typed["text"] else None
    return _render_page(request, owner, row, sort, form, checked=seen)


def _save_ask(request: HttpRequest, owner: Owner, row: Opportunity, sort: str, typed: dict[str, str]) -> HttpResponse:
    """Keep it as a draft, or as sent by the person's own hand; or as a draft that goes through their server next."""
    pressed = request.POST.get("do")
    if pressed == "sent":
        _, change = record_ask_sent(owner, row, sort=sort, on=clock.today(), **typed)
    else:
        _, change = keep_ask_draft(owner, row, sort=sort, **typed)
    if pressed == "send":
        return redirect(f"{reverse('ask:send', args=[row.pk])}?{request.GET.urlencode()}")
    return redirect_done(reverse("ask:front"), change)
