"""Ask once, politely, for one piece of advice; and keep what comes back, word for word."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from onward.ask.draft import write_advice_thanks
from onward.ask.expect import BEFORE_SENDING, SOURCE
from onward.ask.ledger import (
    ONE_RATER,
    PAUSED,
    READ_OR_KEEP,
    AdvicePart,
    AskOutcome,
    explain_silence,
    is_paused,
    is_quoted,
)
from onward.ask.offer import AskState
from onward.ask.split import cut_reply, find_greeted
from onward.facts import LetterKind
from onward_app import clock
from onward_app.records.facts import to_asked
from onward_app.records.models import Ask, Letter, Opportunity, Owner
from onward_app.records.reading.ask import (
    draft_details,
    expected_reply_rate,
    find_ask,
    find_name_signed,
    find_offer,
    find_recipient,
    find_reply,
    find_talk,
    has_signed_elsewhere,
    list_asks,
    list_asks_due,
    list_replies,
)
from onward_app.records.reading.behind import load_job_behind
from onward_app.records.reading.kinds import suggest_kinds
from onward_app.records.reading.named import find_day_named
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.replies import load_became, map_sorts
from onward_app.records.reading.rows import find_opportunity, find_row
from onward_app.records.reading.ways import list_recent_ways
from onward_app.records.writing.ask import (
    AskedAlready,
    keep_ask_draft,
    keep_reply_for_tomorrow,
    record_ask_answer,
    record_ask_outcome,
    record_ask_sent,
    set_voice,
)
from onward_app.records.writing.replies import record_reply_split
from onward_app.rooms.ask.actions import (
    check_message,
    message_to_eml,
    repair_message,
)
from onward_app.rooms.ask.forms import (
    AdviceForm,
    KinkChoices,
    MessageForm,
    SplitReplyForm,
    VoiceForm,
    list_kink_choices,
)
from onward_app.rooms.ask.saying import read_saying, write_draft
from onward_app.web.asked import asked_number, number
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner

PAGE = 50  # of what was asked at once
SORTS = {
    "advice": ("Ask for advice", "One message, one question, and then it is done."),
    "thanks": ("A thank-you", "After an interview, before any outcome. Nothing to answer."),
    "withdrawal": ("A kind withdrawal", "They can go on without you."),
}
INVITES = (LetterKind.INTERVIEW, LetterKind.OFFER)
REFUSED = (AskState.LATER, AskState.ASKED, AskState.APART)


def front(request: HttpRequest) -> HttpResponse:
    """The ledger, and where an ask may be due."""
    owner = request_owner(request)
    job = asked_number(request, "job")
    if job is not None:
        return redirect("ask:write", find_opportunity(owner, job).pk)
    rows, quiet = list_asks(owner), is_rejection_day(owner, clock.today())
    shown = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    ledger = [(row, _say_of(row, clock.today()) if row.sort == "advice" else "") for row in shown]
    page = {
        "due": list_asks_due(owner, clock.today(), fresh=quiet),
        "ledger": ledger,
        "page": shown,
        "replies": list_replies(owner),
        "choice": READ_OR_KEEP,
        "expected": expected_reply_rate(rows),
        "before": BEFORE_SENDING,
        "source": SOURCE,
        "quiet": quiet,
        "ways": list_recent_ways(owner, clock.today()),
    }
    return render(request, "ask/front.html", page)


def _say_of(ask: Ask, on: date) -> str:
    """What there is to say of an ask today: that it may be closed, or that a day's pause has begun."""
    return PAUSED if is_paused(to_asked(ask), on) else explain_silence(to_asked(ask), on)


def write(request: HttpRequest, pk: int) -> HttpResponse:
    """One message: drafted, edited, checked, and sent by the person's own hand."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    sort = read_sort(request)
    stop = find_stop(request, owner, row, sort)
    if stop is not None:
        return stop
    if request.method != "POST":
        return _render_page(
            request, owner, row, sort, MessageForm(initial=_choose_first_draft(request, owner, row, sort))
        )
    form = read_form(request, MessageForm, find_instead=partial(find_recipient, owner, row))
    form.known = (row.agency,)
    if not form.is_valid():
        return _render_page(request, owner, row, sort, form)
    return _do_pressed(request, owner, row, sort, form)


@require_POST
def voice(request: HttpRequest, pk: int) -> HttpResponse:
    """How the person signs, and what they thank for: the draft is written anew with it."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    sort = read_sort(request)
    stop = find_stop(request, owner, row, sort)
    if stop is not None:
        return stop
    talk = find_talk(owner, row)
    form = read_form(request, VoiceForm, talked=talk is not None)
    if not form.is_valid():
        return _render_page(
            request, owner, row, sort, MessageForm(initial=_choose_first_draft(request, owner, row, sort)), voice=form
        )
    told = form.cleaned_data
    change = set_voice(owner, name=told["me"], talk=talk, liked=told.get("liked", ""))
    more = urlencode({"sort": sort} | ({"anyway": 1} if request.GET.get("anyway") else {}))
    return redirect_done(f"{reverse('ask:write', args=[row.pk])}?{more}", change)


def _make_voice_form(request: HttpRequest, owner: Owner, row: Opportunity) -> VoiceForm:
    """The form as it stands, unsent."""
    talk = find_talk(owner, row)
    said = {"me": find_name_signed(owner), "liked": talk.liked if talk else ""}
    return read_form(request, VoiceForm, sent=False, talked=talk is not None, initial=said)


def read_sort(request: HttpRequest) -> str:
    """Which message the address names; a 404 where there is none of that name."""
    sort = request.GET.get("sort", "advice")
    if sort not in SORTS:
        raise Http404
    return sort


def find_stop(request: HttpRequest, owner: Owner, row: Opportunity, sort: str) -> HttpResponse | None:
    """What stands before the draft: no no, a rejection day, an ask that was sent, or too little hope of a reply."""
    said = find_offer(owner, row, clock.today()) if sort == "advice" else None
    anyway = bool(request.GET.get("anyway"))
    page: dict[str, Any] = {"job": row, "title": SORTS[sort][0], "anyway": "", "sort": sort}
    if sort != "advice" and is_rejection_day(owner, clock.today()):
        return render(request, "ask/stop.html", {**page, "reason": "Not today. Tomorrow is early enough."})
    if sort == "withdrawal" and not has_signed_elsewhere(owner) and not anyway:
        reason = "The draft says that you have accepted another position. That is for after you have signed."
        return render(request, "ask/stop.html", {**page, "reason": reason, "anyway": "Draft it anyway"})
    if sort == "advice" and said is None:
        reason = "Nobody has said no here, so there is nothing to ask about. A thank-you is fine at any time."
        return render(request, "ask/stop.html", {**page, "reason": reason, "thanks": True})
    if said is None or said.suggested or (anyway and said.state not in REFUSED):
        return None
    if said.state is AskState.APART:
        return redirect("ask:apart", row.pk)
    more = "" if said.state in REFUSED else "Ask anyway"
    sent = find_ask(owner, row, sort)
    return render(request, "ask/stop.html", {**page, "reason": said.reason, "anyway": more, "sent": sent})


def _choose_first_draft(request: HttpRequest, owner: Owner, row: Opportunity, sort: str) -> dict[str, str]:
    """The draft that was kept, or a new one: always where a language, a tone or a way was chosen."""
    kept, saying = find_ask(owner, row, sort), read_saying(request)
    if kept is not None and not saying.chosen:
        return {name: getattr(kept, name) for name in ("to_name", "to_address", "subject", "text")}
    to = find_recipient(owner, row)
    new = write_draft(sort, draft_details(owner, row, to.name), saying)
    return {"to_name": to.name, "to_address": to.address, "subject": new.subject, "text": new.body}


def _render_page(
    request: HttpRequest, owner: Owner, row: Opportunity, sort: str, form: MessageForm, **more: Any
) -> HttpResponse:
    sent, saying = find_ask(owner, row, sort), read_saying(request)
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
    language = read_saying(request).language
    if pressed == "send" and not typed["to_address"]:
        form.add_error("to_address", "Say whom it goes to.")
        return _render_page(request, owner, row, sort, form)
    place = number(pressed.removeprefix("repair-")) if pressed.startswith("repair-") else None
    if place is not None:
        text = repair_message(owner, row, sort=sort, typed=typed, place=place, language=language)
        typed = {**typed, "text": text}
        form = MessageForm(initial=typed)
    if pressed == "eml":
        answer = HttpResponse(message_to_eml(typed), content_type="message/rfc822")
        answer["Content-Disposition"] = 'attachment; filename="message.eml"'
        return answer
    if pressed not in ("keep", "sent", "send"):
        seen = check_message(owner, row, sort=sort, typed=typed, language=language) if typed["text"] else None
        return _render_page(request, owner, row, sort, form, checked=seen)
    try:
        if pressed == "send":
            keep_ask_draft(owner, row, sort=sort, **typed)
            return redirect(f"{reverse('ask:send', args=[row.pk])}?{request.GET.urlencode()}")
        return _save_ask(owner, row, sort, typed, pressed)
    except AskedAlready as already:
        form.add_error(None, str(already))
        return _render_page(request, owner, row, sort, form)


def _save_ask(owner: Owner, row: Opportunity, sort: str, typed: dict[str, str], pressed: str) -> HttpResponse:
    if pressed == "sent":
        _, change = record_ask_sent(owner, row, sort=sort, on=clock.today(), **typed)
    else:
        _, change = keep_ask_draft(owner, row, sort=sort, **typed)
    return redirect_done(reverse("ask:front"), change)


def outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """What came back: advice, declined or silence."""
    owner = request_owner(request)
    ask = find_row(Ask, owner, pk)
    if ask.sent_on is None or ask.suppressed:
        raise Http404
    letter = find_reply(owner, ask)
    if letter is not None and not ask.outcome and request.method == "GET" and not request.GET.get("read"):
        return _show_unread(request, ask, letter)
    choices = list_kink_choices(owner)
    split = _split_form(request, owner, ask, letter, choices)
    if "split" in request.POST and split.sentences and split.is_valid():
        return _split_reply(owner, ask, letter, split)
    kept = {name: getattr(ask, name) for name in ("quote", "reading", "test")}
    whole = request.method == "POST" and "split" not in request.POST
    form = read_form(request, AdviceForm, sent=whole, choices=choices, initial=kept)
    form.known = _list_writers(ask, letter, str(form.data.get("quote", "")))
    if form.is_valid():
        return _keep_advice(owner, ask, form)
    paused = is_paused(to_asked(ask), clock.today())
    behind = load_job_behind(owner, ask.opportunity, clock.today(), asks=[ask])
    page = {
        "suggested": [] if paused else suggest_kinds(ask.quote or (letter.body if letter else "")),
        "ask": ask,
        "job": ask.opportunity,
        "form": form,
        "split": split,
        "letter": letter,
        "paused": PAUSED if paused else "",
        "one_rater": ONE_RATER,
        "thanks": write_advice_thanks(
            draft_details(
                owner, ask.opportunity, ask.to_name, talk=behind.talk, no=behind.way.event if behind.way else None
            )
        ),
        "suggestion": explain_silence(to_asked(ask), clock.today()),
        "behind": behind,
    }
    return render(request, "ask/outcome.html", page)


def _split_form(
    request: HttpRequest, owner: Owner, ask: Ask, letter: Letter | None, choices: KinkChoices
) -> SplitReplyForm:
    """The reply by its sentences: of the letter, or of what the person typed."""
    text = letter.body if letter else ask.quote
    sent = request.method == "POST" and "split" in request.POST
    given = {"sentences": cut_reply(text), "writers": _list_writers(ask, letter, text), "before": map_sorts(owner, ask)}
    return read_form(request, SplitReplyForm, sent=sent, choices=choices, **given)


def _list_writers(ask: Ask, letter: Letter | None, text: str) -> tuple[str, ...]:
    """Names that stand in a reply without being a client's: who wrote it, who was asked, and whom it greets."""
    return (ask.to_name, letter.sender_name if letter else "", find_greeted(text))


def _split_reply(owner: Owner, ask: Ask, letter: Letter | None, form: SplitReplyForm) -> HttpResponse:
    who = (letter.sender_name if letter else "") or ask.to_name or ask.opportunity.employer
    key = letter.key if letter else ask.letter
    quote = " ".join(form.sentences)
    change = record_reply_split(owner, ask, form.parts(), quote=quote, letter=key, who=who)
    return redirect_done(reverse("ask:became", args=[ask.pk]), change)


@require_GET
def became(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of a reply, in three lines; then it is enough."""
    owner = request_owner(request)
    ask = find_row(Ask, owner, pk)
    if ask.outcome != AskOutcome.ADVICE:
        raise Http404
    paused = is_paused(to_asked(ask), clock.today())
    page = {"ask": ask, "job": ask.opportunity, "came": load_became(owner, ask), "paused": PAUSED if paused else ""}
    return render(request, "ask/became.html", page)


def _show_unread(request: HttpRequest, ask: Ask, letter: Letter) -> HttpResponse:
    """An answer is opened by choice; only what has a day, or invites, is said before."""
    page = {
        "ask": ask,
        "job": ask.opportunity,
        "letter": letter,
        "choice": READ_OR_KEEP,
        "invites": letter.kind in INVITES,
        "day": find_day_named(letter),
        "quiet": is_rejection_day(request_owner(request), clock.today()),
    }
    return render(request, "ask/unread.html", page)


@require_POST
def later(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the answer for tomorrow."""
    owner = request_owner(request)
    ask = find_row(Ask, owner, pk)
    if ask.sent_on is None or ask.suppressed:
        raise Http404
    return redirect_done(reverse("today:front"), keep_reply_for_tomorrow(owner, ask))


def _keep_advice(owner: Owner, ask: Ask, form: AdviceForm) -> HttpResponse:
    said = form.cleaned_data
    letter = find_reply(owner, ask)
    key = letter.key if letter is not None and is_quoted(AdvicePart(said["quote"]), letter.body) else ""
    return redirect_done(reverse("ask:outcome", args=[ask.pk]), record_ask_answer(owner, ask, letter=key, **said))


@require_POST
def ended(request: HttpRequest, pk: int) -> HttpResponse:
    """They declined, or nothing came."""
    owner = request_owner(request)
    ask = find_row(Ask, owner, pk)
    said = request.POST.get("outcome", "")
    if said not in (AskOutcome.DECLINED, AskOutcome.SILENCE) or ask.sent_on is None:
        raise Http404
    return redirect_done(
        reverse("ask:front"), record_ask_outcome(owner, ask, outcome=AskOutcome(said), on=clock.today())
    )
