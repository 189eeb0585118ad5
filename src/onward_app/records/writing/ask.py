"""Asking: a draft, that it was sent, what came back, and the note that puts the ask away."""

from __future__ import annotations

from datetime import date, timedelta

from onward.ask.ledger import AskOutcome
from onward.debrief.chips import Chip
from onward.facts import Ending
from onward.kinks.called import name_in_own_words
from onward_app import clock
from onward_app.records.models import Ask, Change, Interview, Kink, Opportunity, Owner, Sighting
from onward_app.records.reading.ask import find_ask, find_suspicion
from onward_app.records.reading.kinds import find_kind
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.jobs import log_event
from onward_app.records.writing.recover import note_going_on

SAYS = {
    "advice": ("Kept a draft of the ask to {employer}.", "Noted that you asked {employer} for advice."),
    "thanks": ("Kept a draft of the thank-you to {employer}.", "Noted the thank-you to {employer}."),
    "withdrawal": ("Kept a draft of the withdrawal at {employer}.", "You withdrew at {employer}."),
}


class AskedAlready(Exception):
    """One ask is all there is; the message says so."""


def keep_ask_draft(owner: Owner, row: Opportunity, *, sort: str, **fields: str) -> tuple[Ask, Change]:
    """Keep what was typed, unsent.

    Raises:
        AskedAlready: one was sent before.
    """
    with open_change(owner, "ask.draft", SAYS[sort][0].format(employer=row.employer), opportunity=row) as change:
        ask = _draft_ask(change, row, sort, fields)
    return ask, change.record


def record_ask_sent(
    owner: Owner, row: Opportunity, *, sort: str, on: date, by: str = "copy", **fields: str
) -> tuple[Ask, Change]:
    """The person sent it. Onward remembers what was sent; a withdrawal that is sent ends the job.

    Raises:
        AskedAlready: one was sent before.
    """
    with open_change(owner, "ask.sent", SAYS[sort][1].format(employer=row.employer), opportunity=row) as change:
        ask = _draft_ask(change, row, sort, fields)
        change.edit(ask, sent_on=on, sent_by=by)
        note_going_on(change)
        if sort == "withdrawal" and row.alive:
            log_event(change, row, Ending.WITHDREW, on)
    return ask, change.record


def _draft_ask(change: ChangeInProgress, row: Opportunity, sort: str, fields: dict[str, str]) -> Ask:
    there = find_ask(change.owner, row, sort)
    if there is None:
        return change.make(Ask, opportunity=row, sort=sort, **fields)
    if there.sent_on is not None:
        raise AskedAlready("You sent one already. That is all there is to do; there is no second message.")
    change.edit(there, **fields)
    return there


def set_voice(owner: Owner, *, name: str, talk: Interview | None = None, liked: str = "") -> Change | None:
    """What the drafts are signed with, and what the thanks are for; None when it was so already."""
    with open_change(owner, "ask.voice", "Said how you sign, and what to thank for.") as change:
        change.edit(owner, name=name)
        if talk is not None:
            change.edit(talk, liked=liked)
    return change.kept


def record_ask_answer(
    owner: Owner, ask: Ask, *, on: date, quote: str, reading: str = "", test: str = "", kink: str = "", letter: str = ""
) -> Change:
    """Advice came. `kink` is "" for none, the id of one of the person's, or "new:" and a kind's key."""
    with open_change(owner, "ask.advice", f"Kept the advice from {ask.opportunity.employer}.",
                opportunity=ask.opportunity) as change:  # fmt: skip
        change.edit(ask, outcome=str(AskOutcome.ADVICE), outcome_on=on, quote=quote, reading=reading, test=test,
                   letter=letter)  # fmt: skip
        change.strike_all(Sighting.objects.of(owner).filter(ask=ask))
        found = find_or_make_kink(change, kink, on, reading)
        if found is not None:
            see_in_reply(change, ask, found, on, quote)
    return change.record


def keep_reply_for_tomorrow(owner: Owner, ask: Ask) -> Change:
    """The person doesn't read it today."""
    summary = f"Kept the answer from {ask.opportunity.employer} for tomorrow."
    with open_change(owner, "ask.later", summary, opportunity=ask.opportunity) as change:
        change.edit(ask, reply_from=clock.today() + timedelta(days=1))
    return change.record


def record_ask_outcome(owner: Owner, ask: Ask, *, outcome: AskOutcome, on: date) -> Change:
    """They declined, or the person closes it as silence."""
    summary = {
        AskOutcome.DECLINED: f"{ask.opportunity.employer} would rather not say.",
        AskOutcome.SILENCE: f"Closed the ask to {ask.opportunity.employer}: no reply.",
    }[outcome]
    with open_change(owner, "ask.ended", summary, opportunity=ask.opportunity) as change:
        change.edit(ask, outcome=str(outcome), outcome_on=on)
    return change.record


def suspect_discrimination(owner: Owner, row: Opportunity) -> Change | None:
    """The person suspects discrimination: no ask for this job."""
    if find_suspicion(owner, row) is not None:
        return None
    with open_change(owner, "ask.apart", f"No ask for {row.title}.", opportunity=row) as change:
        change.make(Ask, opportunity=row, suppressed=True)
    return change.record


def withdraw_suspicion(owner: Owner, row: Opportunity) -> Change | None:
    """An ask is possible again."""
    there = find_suspicion(owner, row)
    if there is None:
        return None
    with open_change(owner, "ask.apart", f"An ask is possible again for {row.title}.", opportunity=row) as change:
        change.strike(there)
    return change.record


def find_or_make_kink(change: ChangeInProgress, chosen: str, on: date, words: str) -> Kink | None:
    """The kink that was chosen: by its id, or the one of a kind ("new:" and its key), made where there is none.

    A new one is called by the first of these words.
    """
    if chosen.startswith("new:"):
        kind = find_kind(change.owner, chosen.removeprefix("new:"))
        if kind is None:
            return None
        there = Kink.objects.of(change.owner).filter(kind=kind.key, strength=False).first()
        name = name_in_own_words(words) or kind.plain.rstrip(".") or kind.name
        return there or change.make(Kink, kind=kind.key, name=name, cost=kind.cost, noticed_on=on)
    return Kink.objects.of(change.owner).filter(pk=int(chosen)).first() if chosen.isdecimal() else None


def see_in_reply(change: ChangeInProgress, ask: Ask, kink: Kink, on: date, text: str) -> None:
    """What they wrote is the employer's word, however often it is quoted."""
    met = Interview.objects.of(change.owner).filter(opportunity=ask.opportunity, on__lte=clock.today())
    group = (ask.to_name or ask.opportunity.employer)[:100]
    change.make(Sighting, kink=kink, source=Chip.EMPLOYER.value, group=group, on=on, text=text, ask=ask,
               interview=met.order_by("-on").first())  # fmt: skip
