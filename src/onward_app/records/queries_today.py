"""The front door's reads: what every step proposes, gathered as plain values for `onward.today`."""

from __future__ import annotations

from datetime import date, timedelta

from onward.pace.concentration import stale
from onward.pace.tight import Spot
from onward.today import AWAY_WEEKS, About, Move, Now, OfferPending, QuietOne, moves
from onward_app import clock
from onward_app.records import (
    queries,
    queries_ask,
    queries_debrief,
    queries_notice,
    queries_pace,
    queries_practice,
    queries_recover,
    queries_values,
)
from onward_app.records.models import Companion, Interview, Opportunity, Owner

ADDRESSES = {
    ("today", "start"): "/start/",
    ("today", "welcome"): "/start/?back=1",
    ("recover", "day"): "/recover/",
    ("recover", "people"): "/recover/",
    ("recover", "no"): "/recover/no/{id}/",
    ("notice", "inbox"): "/notice/",
    ("ask", "reply"): "/ask/{id}/",
    ("ask", "draft"): "/ask/new/{id}/",
    ("ask", "withdrawal"): "/ask/new/{id}/?sort=withdrawal",
    ("debrief", "capture"): "/debrief/interview/{id}/capture/",
    ("debrief", "script"): "/debrief/interview/{id}/",
    ("kinks", "before"): "/kinks/before/{id}/",
    ("pace", "coast"): "/pace/",
    ("pace", "hopes"): "/pace/",
    ("pace", "tight"): "/pace/#tight",
    ("pace", "check"): "/pace/check/{id}/",
    ("pace", "waiting"): "/pace/#job-{id}",
    ("jobs", "job"): "/jobs/{id}/",
    ("values", "gate"): "/values/job/{id}/",
    ("values", "lines"): "/values/",
}


def moves_for(owner: Owner) -> list[dict[str, str]]:
    """At most three next moves as the command line and the page show them."""
    on = clock.today()
    return [
        {"step": move.step, "move": move.move, "reason": move.reason, "url": address(move)}
        for move in moves(now(owner, on), on)
    ]


def address(move: Move) -> str:
    """The page a move leads to."""
    where = move.where
    return ADDRESSES.get((where.room, where.page), f"/{where.room}/").format(id=where.id)


def now(owner: Owner, on: date) -> Now:
    """Everything the steps know that bears on a day."""
    open_ = list(queries.alive(owner))
    signed = queries_ask.signed_somewhere(owner)  # then the search may rest: what is still open gets a kind word
    silences = [] if signed else queries_pace.quiet(owner, open_, on)
    news = list(queries_recover.unopened_nos(owner, on))
    days = queries_recover.days(owner)
    hope = queries_pace.last_hope(owner)
    return Now(
        first_start=not Opportunity.objects.of(owner).exists() and not queries_notice.waiting(owner).exists(),
        last_here=owner.seen_on,
        nos_today=tuple(_about(day.opportunity) for day in days.filter(on=on)),
        restart_on=on if days.filter(restart_on=on, restarted_at=None).exists() else None,
        resting_until=_resting_until(owner, on),
        people_named=Companion.objects.of(owner).exists(),
        news=tuple(About(event.pk, event.opportunity.employer, event.on) for event in news),
        waiting_letters=queries_notice.waiting(owner).count(),
        asks_due=_asks_due(owner, {event.opportunity_id for event in news}, on),
        replies_unread=tuple(About(ask.pk, ask.opportunity.employer) for ask, _ in queries_ask.replies(owner)),
        captures_due=_captures_due(owner, on),
        debriefs_due=_debriefs_due(owner, on),
        interviews=_interviews(owner, on),
        cards_due=len(queries_practice.tonight(owner, on).cards),
        open_opportunities=len(open_),
        hopes=stale(hope.on if hope else None, on) if len(open_) > 1 and not signed else "",
        tight="" if signed else _tight(owner, silences),
        coast=queries_pace.coast(owner, on),
        farewells=tuple(_about(row) for row in queries_ask.farewells(owner)),
        quiet=_quiet(silences, on),
        lines_set=queries_values.standing(owner, on, line=True).exists(),
        offers=_offers(owner, open_),
        day_off=owner.day_off is not None and on.weekday() == owner.day_off,
    )


def welcomes(owner: Owner, now: Now, on: date) -> bool:
    """Whether the person is back after weeks and has done nothing yet: “welcome back” stays until then."""
    if now.last_here is None or on - now.last_here < AWAY_WEEKS:
        return False
    last = queries.changes(owner).filter(by="person").first()
    return last is None or clock.local(last.at).date() < on


def _about(row: Opportunity, on: date | None = None) -> About:
    return About(row.pk, row.title, on)


def _resting_until(owner: Owner, on: date) -> date | None:
    """The day the person chose to go on, while that is ahead; a rejection day has its own move."""
    day = queries_recover.resting(owner, on)
    return day.restart_on if day is not None and day.on < on else None


def _asks_due(owner: Owner, news: set[int], on: date) -> tuple[About, ...]:
    """Nos that an ask is offered for now. One that wasn't opened yet is news first, and no errand."""
    due = [one for one in queries_ask.due(owner, on) if one.offer.suggested and one.row.pk not in news]
    return tuple(_about(one.row, one.offer.best_until) for one in due)


def _captures_due(owner: Owner, on: date) -> tuple[About, ...]:
    rows = queries_debrief.with_outcomes(owner).filter(on__in=(on, on - timedelta(days=1)))
    return tuple(About(r.pk, r.opportunity.title, r.on) for r in rows if queries_debrief.wants_noting(r, on))


def _debriefs_due(owner: Owner, on: date) -> tuple[About, ...]:
    """Interviews of the last two weeks, before today, that were not replayed."""
    rows = queries_debrief.interviews(owner).filter(on__lt=on, on__gte=on - timedelta(days=14))
    return tuple(About(r.pk, r.opportunity.title, r.on) for r in rows if not any(d.done_at for d in r.debriefs.all()))


def _interviews(owner: Owner, on: date) -> tuple[About, ...]:
    rows = Interview.objects.of(owner).filter(on__gte=on, opportunity__stands=True, opportunity__ended="")
    return tuple(About(r.pk, r.opportunity.title, r.on) for r in rows.select_related("opportunity"))


def _tight(owner: Owner, silences: list[queries_pace.Quiet]) -> str:
    tight = queries_pace.tight(owner, silences)
    return tight.words if tight.spot is not Spot.NONE else ""


def _quiet(silences: list[queries_pace.Quiet], on: date) -> tuple[QuietOne, ...]:
    """Those with the best chance of still hearing first; at most a handful, since three moves are shown."""
    asks = [one for one in silences if one.silence.quiet or one.silence.check_due(on)]
    found = [QuietOne(_about(one.row), one.silence) for one in asks]
    return tuple(sorted(found, key=lambda one: (one.silence.plan_closed, -one.silence.chance))[:3])


def _offers(owner: Owner, open_: list[Opportunity]) -> tuple[OfferPending, ...]:
    rows = [row for row in open_ if row.stage in queries_values.OFFERS and row.accepted_on is None]
    when = clock.now()
    held = [(row, queries_values.at_gate(owner, row, action="accept", when=when)) for row in rows]
    return tuple(OfferPending(_about(row), row.deadline_on, at.answer.state) for row, at in held)
