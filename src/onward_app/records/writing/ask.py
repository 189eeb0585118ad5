"""Asking: a draft, that it was sent, what came back, and the note that puts the ask away."""

from __future__ import annotations

from datetime import date

from onward.ask.ledger import Outcome
from onward.debrief.chips import Chip
from onward_app import clock
from onward_app.records import queries_ask, queries_kinds
from onward_app.records.models import Ask, Change, Interview, Kink, Opportunity, Owner, Sighting
from onward_app.records.writing import jobs
from onward_app.records.writing.changes import Doing, change

SAYS = {
    "advice": ("Kept a draft of the ask to {}.", "Noted that you asked {} for advice."),
    "thanks": ("Kept a draft of the thank-you to {}.", "Noted the thank-you to {}."),
    "withdrawal": ("Kept a draft of the withdrawal at {}.", "You withdrew at {}."),
}


class AskedAlready(Exception):
    """One ask is all there is; the message says so."""


def keep_draft(owner: Owner, row: Opportunity, *, sort: str, **fields: str) -> tuple[Ask, Change]:
    """Keep what was typed, unsent.

    Raises:
        AskedAlready: one was sent before.
    """
    with change(owner, "ask.draft", SAYS[sort][0].format(row.employer), opportunity=row) as doing:
        ask = _draft(doing, row, sort, fields)
    return ask, doing.record


def sent(owner: Owner, row: Opportunity, *, sort: str, on: date, by: str = "copy", **fields: str) -> tuple[Ask, Change]:
    """The person sent it. Onward remembers what was sent; a withdrawal that is sent ends the job.

    Raises:
        AskedAlready: one was sent before.
    """
    with change(owner, "ask.sent", SAYS[sort][1].format(row.employer), opportunity=row) as doing:
        ask = _draft(doing, row, sort, fields)
        doing.edit(ask, sent_on=on, sent_by=by)
        if sort == "withdrawal" and row.alive:
            jobs.log(doing, row, "withdrew", on)
    return ask, doing.record


def _draft(doing: Doing, row: Opportunity, sort: str, fields: dict[str, str]) -> Ask:
    there = queries_ask.ask_of(doing.owner, row, sort)
    if there is None:
        return doing.make(Ask, opportunity=row, sort=sort, **fields)
    if there.sent_on is not None:
        raise AskedAlready("You sent one already. That is all there is to do; there is no second message.")
    doing.edit(there, **fields)
    return there


def answered(
    owner: Owner, ask: Ask, *, on: date, quote: str, reading: str = "", test: str = "", kink: str = "", letter: str = ""
) -> Change:
    """Advice came. `kink` is "" for none, the id of one of the person's, or "new:" and a kind's key."""
    with change(owner, "ask.advice", f"Kept the advice from {ask.opportunity.employer}.",
                opportunity=ask.opportunity) as doing:  # fmt: skip
        doing.edit(ask, outcome=str(Outcome.ADVICE), outcome_on=on, quote=quote, reading=reading, test=test,
                   letter=letter)  # fmt: skip
        doing.strike_all(Sighting.objects.of(owner).filter(ask=ask))
        found = _kink(doing, kink, on)
        if found is not None:
            _sighting(doing, ask, found, on)
    return doing.record


def ended(owner: Owner, ask: Ask, *, outcome: Outcome, on: date) -> Change:
    """They declined, or the person closes it as silence."""
    summary = {
        Outcome.DECLINED: f"{ask.opportunity.employer} would rather not say.",
        Outcome.SILENCE: f"Closed the ask to {ask.opportunity.employer}: no reply.",
    }[outcome]
    with change(owner, "ask.ended", summary, opportunity=ask.opportunity) as doing:
        doing.edit(ask, outcome=str(outcome), outcome_on=on)
    return doing.record


def suspect(owner: Owner, row: Opportunity) -> Change | None:
    """The person suspects discrimination: no ask for this job."""
    if queries_ask.suspected(owner, row) is not None:
        return None
    with change(owner, "ask.apart", f"No ask for {row.title}.", opportunity=row) as doing:
        doing.make(Ask, opportunity=row, suppressed=True)
    return doing.record


def unsuspect(owner: Owner, row: Opportunity) -> Change | None:
    """An ask is possible again."""
    there = queries_ask.suspected(owner, row)
    if there is None:
        return None
    with change(owner, "ask.apart", f"An ask is possible again for {row.title}.", opportunity=row) as doing:
        doing.strike(there)
    return doing.record


def _kink(doing: Doing, chosen: str, on: date) -> Kink | None:
    if chosen.startswith("new:"):
        kind = queries_kinds.kind(doing.owner, chosen.removeprefix("new:"))
        if kind is None:
            return None
        there = Kink.objects.of(doing.owner).filter(kind=kind.key, strength=False).first()
        return there or doing.make(Kink, kind=kind.key, name=kind.name, cost=kind.cost, noticed_on=on)
    return Kink.objects.of(doing.owner).filter(pk=int(chosen)).first() if chosen.isdecimal() else None


def _sighting(doing: Doing, ask: Ask, kink: Kink, on: date) -> None:
    """What they wrote is the employer's word, however often it is quoted."""
    met = Interview.objects.of(doing.owner).filter(opportunity=ask.opportunity, on__lte=clock.today())
    group = (ask.to_name or ask.opportunity.employer)[:100]
    doing.make(Sighting, kink=kink, source=Chip.EMPLOYER.value, group=group, on=on, text=ask.quote, ask=ask,
               interview=met.order_by("-on").first())  # fmt: skip
