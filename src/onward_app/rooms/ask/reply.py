"""What came back: kept word for word, whole or by its sentences; and an ask that is over without it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

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
from onward.ask.split import cut_reply, find_greeted
from onward.ask.voices import write_advice_thanks_in
from onward.ask.words import ENGLISH, LANGUAGES
from onward.facts import LetterKind
from onward.notice.kind.language import detect_language
from onward_app import clock
from onward_app.records.facts import to_asked
from onward_app.records.models import Ask, Letter, Owner
from onward_app.records.reading.ask import draft_details, find_reply
from onward_app.records.reading.behind import load_job_behind
from onward_app.records.reading.kinds import suggest_kinds
from onward_app.records.reading.named import find_day_named
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.replies import load_became, map_sorts
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.ask import keep_reply_for_tomorrow, record_ask_answer, record_ask_outcome
from onward_app.records.writing.replies import record_reply_split
from onward_app.rooms.ask.forms import AdviceForm, KinkChoices, SplitReplyForm, list_kink_choices
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner

INVITES = (LetterKind.INTERVIEW, LetterKind.OFFER)


def outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """What came back: advice, declined or silence."""
    owner = request_owner(request)
    ask = _find_sent(owner, pk)
    letter = find_reply(owner, ask)
    if letter is not None and not ask.outcome and request.method == "GET" and not request.GET.get("read"):
        return _show_unread(request, ask, letter)
    choices = list_kink_choices(owner)
    split = _split_form(request, owner, ask, letter, choices)
    if "split" in request.POST and split.sentences and split.is_valid():
        return _split_reply(owner, ask, letter, split)
    form = _advice_form(request, ask, letter, choices)
    if form.is_valid():
        return _keep_advice(owner, ask, form)
    return render(request, "ask/outcome.html", {"form": form, "split": split, **_say_so_far(owner, ask, letter)})


def _find_sent(owner: Owner, pk: int) -> Ask:
    """A 404 where nothing went, or nobody shall be asked."""
    ask = find_row(Ask, owner, pk)
    if ask.sent_on is None or ask.suppressed:
        raise Http404
    return ask


def _say_so_far(owner: Owner, ask: Ask, letter: Letter | None) -> dict[str, Any]:
    """What is known of the ask and its job, and what there is to say of it today."""
    asked, today = to_asked(ask), clock.today()
    paused = is_paused(asked, today)
    behind = load_job_behind(owner, ask.opportunity, today, asks=[ask])
    no = behind.way.event if behind.way else None
    return {
        "ask": ask,
        "job": ask.opportunity,
        "letter": letter,
        "behind": behind,
        "suggested": [] if paused else suggest_kinds(ask.quote or (letter.body if letter else "")),
        "paused": PAUSED if paused else "",
        "one_rater": ONE_RATER,
        "thanks": write_advice_thanks_in(
            draft_details(owner, ask.opportunity, ask.to_name, talk=behind.talk, no=no),
            language=wrote if (wrote := detect_language(ask.text)) in LANGUAGES else ENGLISH,
        ),
        "suggestion": explain_silence(asked, today),
    }


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


@require_POST
def later(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the answer for tomorrow."""
    owner = request_owner(request)
    return redirect_done(reverse("today:front"), keep_reply_for_tomorrow(owner, _find_sent(owner, pk)))


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


def _advice_form(request: HttpRequest, ask: Ask, letter: Letter | None, choices: KinkChoices) -> AdviceForm:
    """The reply in one piece, with the person's reading of it."""
    kept = {name: getattr(ask, name) for name in ("quote", "reading", "test")}
    sent = request.method == "POST" and "split" not in request.POST
    form = read_form(request, AdviceForm, sent=sent, choices=choices, initial=kept)
    form.known = _list_writers(ask, letter, str(form.data.get("quote", "")))
    return form


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


def _keep_advice(owner: Owner, ask: Ask, form: AdviceForm) -> HttpResponse:
    said = form.cleaned_data
    letter = find_reply(owner, ask)
    key = letter.key if letter is not None and is_quoted(AdvicePart(said["quote"]), letter.body) else ""
    return redirect_done(reverse("ask:outcome", args=[ask.pk]), record_ask_answer(owner, ask, letter=key, **said))
