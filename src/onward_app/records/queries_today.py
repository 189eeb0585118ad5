"""The front door's reads: what every step proposes, gathered as plain values for `onward.today`."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from onward.ask.offer import Occasion, offer
from onward.facts import Stage
from onward.pace.coast import CoastGuard, GoodNews, coast_guard
from onward.pace.concentration import stale
from onward.pace.silence import Waiting, silence
from onward.today import About, Move, Now, OfferPending, QuietOne, moves
from onward.values.gate import Action, Gate, gate
from onward.values.lines import Checked, Held, Known, Line
from onward_app import clock
from onward_app.records import queries, queries_debrief, queries_notice, queries_recover
from onward_app.records.models import (
    Ask,
    Card,
    Companion,
    Event,
    Fit,
    Hope,
    Interview,
    Opportunity,
    Owner,
    RejectionDay,
    SaidQuiet,
    StatusCheck,
    Value,
)

MOST_CARDS = 8
ADDRESSES = {
    ("today", "start"): "/start/",
    ("today", "welcome"): "/start/",
    ("recover", "day"): "/recover/",
    ("recover", "people"): "/recover/",
    ("notice", "inbox"): "/notice/",
    ("ask", "reply"): "/ask/",
    ("ask", "draft"): "/ask/new/{id}/",
    ("debrief", "capture"): "/debrief/interview/{id}/capture/",
    ("debrief", "script"): "/debrief/interview/{id}/",
    ("kinks", "before"): "/kinks/before/{id}/",
    ("pace", "coast"): "/pace/",
    ("pace", "hopes"): "/pace/",
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
    lines = list(Value.objects.of(owner).filter(line=True, retired_on=None))
    days = RejectionDay.objects.of(owner).select_related("opportunity")
    today = queries_recover.days(owner).filter(on=on)
    hope = Hope.objects.of(owner).order_by("-on", "-pk").first()
    return Now(
        first_start=not Opportunity.objects.of(owner).exists() and not queries_notice.waiting(owner).exists(),
        last_here=owner.seen_on,
        nos_today=tuple(_about(d.opportunity) for d in today),
        restart_on=on if days.filter(restart_on=on, restarted_at=None).exists() else None,
        people_named=Companion.objects.of(owner).exists(),
        waiting_letters=queries_notice.waiting(owner).count(),
        asks_due=_asks_due(owner, on),
        captures_due=_captures_due(owner, on),
        debriefs_due=_debriefs_due(owner, on),
        interviews=_interviews(owner, on),
        cards_due=min(MOST_CARDS, _cards_due(owner)),
        open_opportunities=len(open_),
        hopes=stale(hope.on if hope else None, on) if len(open_) > 1 else "",
        coast=_coast(owner, on),
        quiet=_quiet(owner, open_, on),
        lines_set=bool(lines),
        offers=_offers(owner, open_, lines),
        day_off=owner.day_off is not None and on.weekday() == owner.day_off,
    )


def _about(row: Opportunity, on: date | None = None) -> About:
    return About(row.pk, row.title, on)


def _asks_due(owner: Owner, on: date) -> tuple[About, ...]:
    """Nos of the last week after a talk with a person, that were not asked about."""
    nos = queries.events(owner, kind="rejected", on__gte=on - timedelta(days=8)).select_related("opportunity")
    asked = {ask.opportunity_id: ask for ask in Ask.objects.of(owner).filter(sort="advice")}
    quiet = queries_recover.is_rejection_day(owner, on)
    found = []
    for event in nos:
        ask = asked.get(event.opportunity_id)
        spoke = Stage(event.opportunity.stage).rank >= Stage.SCREEN.rank
        occasion = Occasion(
            event.on, spoke, asked_on=ask.sent_on if ask else None, rejection_day=quiet,
            discrimination=bool(ask and ask.suppressed),
        )  # fmt: skip
        answer = offer(occasion, on)
        if answer.suggested and event.opportunity.ended:
            found.append(_about(event.opportunity, answer.best_until))
    return tuple(found)


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


def _cards_due(owner: Owner) -> int:
    return int(Card.objects.of(owner).filter(retired_on=None, due_at__lte=clock.now()).count())


def _coast(owner: Owner, on: date) -> CoastGuard | None:
    news = [GoodNews(e.on, Stage(e.kind), opportunity=e.opportunity_id) for e in queries.events(
        owner, kind__in=("verbal offer", "written offer", "signed"), on__gte=on - timedelta(days=3))]  # fmt: skip
    rows = Interview.objects.of(owner).filter(on__gte=on - timedelta(days=3), on__lte=on)
    for row in rows.prefetch_related("questions"):
        ratings = tuple(q.went for q in row.questions.all() if q.stands and q.went is not None)
        news.append(GoodNews(row.on, Stage.INTERVIEW, row.forecast, ratings, row.opportunity_id))
    return coast_guard(news, on)


def _quiet(owner: Owner, open_: list[Opportunity], on: date) -> tuple[QuietOne, ...]:
    """The quietest first; at most a handful, since three moves are shown."""
    checks: dict[int, list[date]] = {}
    for check in StatusCheck.objects.of(owner):
        checks.setdefault(check.opportunity_id, []).append(check.on)
    said = SaidQuiet.objects.of(owner).order_by("-on").first()
    found = []
    for row in open_:
        since = row.heard_on or row.stage_on or row.first_on
        if since is None or row.stage in {"lead", "signed", "cleared"}:
            continue
        waiting = Waiting(Stage(row.stage), since, row.promised_on, tuple(sorted(checks.get(row.pk, ()))))
        told = silence(waiting, on=on, read_to=owner.mail_read_on, said_on=said.on if said else None)
        if told.quiet or told.check.due(on):
            found.append(QuietOne(_about(row), told))
    return tuple(sorted(found, key=lambda one: (one.silence.plan_closed, -one.silence.chance))[:3])


def _offers(owner: Owner, open_: list[Opportunity], lines: list[Any]) -> tuple[OfferPending, ...]:
    rows = [row for row in open_ if row.stage in {"verbal offer", "written offer"} and row.accepted_on is None]
    return tuple(OfferPending(_about(row), row.deadline_on, _gate(owner, row, lines)) for row in rows)


def _gate(owner: Owner, row: Opportunity, lines: list[Any]) -> Gate:
    marks = [
        Checked(of=f.value_id, held=Held(f.mark), known=Known(f.known), on=f.on)
        for f in Fit.objects.of(owner).filter(opportunity=row, value__line=True).order_by("on", "pk")
    ]
    when: datetime = clock.now()
    said = [Line(line.pk, line.text, line.set_on) for line in lines]
    return gate(Action.ACCEPT, said, marks, when=when).state


def nos_unopened(owner: Owner, on: date) -> list[Event]:
    """Nos of the last seven days that the person hasn't opened yet, newest first."""
    rows = queries.events(owner, kind__in=("rejected", "rescinded"), on__gte=on - timedelta(days=7), on__lte=on)
    return list(rows.filter(opened=None).select_related("opportunity").order_by("-on", "-pk"))
