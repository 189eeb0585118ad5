"""The front door's reads: what every step proposes, gathered as plain values for `onward.today`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists

from onward.facts import OFFERS, Stage
from onward.pace.concentration import describe_stale
from onward.pace.tight import Spot
from onward.today import AWAY_WEEKS, MOST, Move, MoveSubject, Now, OfferPending, QuietOne, list_moves
from onward_app import clock
from onward_app.records.models import Ask, Companion, Interview, Opportunity, Owner, RejectionDay
from onward_app.records.reading.ask import list_asks_due, list_farewells_once_signed, list_replies, list_signed
from onward_app.records.reading.debrief import list_interviews_without_words, needs_capture
from onward_app.records.reading.notice import list_waiting_letters
from onward_app.records.reading.pace import (
    JobSilence,
    count_decided,
    find_coast_guard,
    find_doors_nudge,
    find_last_hope,
    find_tight_spot,
    find_unmet,
    list_silences,
)
from onward_app.records.reading.practice import plan_tonight
from onward_app.records.reading.recover import choose_rest, list_days_of_rest, list_met_unknown, list_unopened_nos
from onward_app.records.reading.rows import list_changes, list_open_opportunities
from onward_app.records.reading.values import check_gates, list_values

# Which pages a move leads to by the id of a job, of an interview, of an ask.
OF_JOBS = (
    ("ask", "draft"), ("ask", "withdrawal"), ("start", "met"), ("pace", "check"), ("pace", "waiting"),
    ("values", "gate"),
)  # fmt: skip
OF_INTERVIEWS = (("debrief", "capture"), ("debrief", "script"), ("kinks", "before"))
REPLAYED_WITHIN = timedelta(days=14)  # of an interview: later it isn't asked for
OF_ASKS = (("ask", "reply"),)


def find_move_of(
    owner: Owner, row: Opportunity, interviews: Iterable[Interview], asks: Iterable[Ask], on: date
) -> Move | None:
    """The first move of the day that is about this job, its interviews or its asks."""
    ids = {OF_JOBS: {row.pk}, OF_INTERVIEWS: {one.pk for one in interviews}, OF_ASKS: {one.pk for one in asks}}
    about = {page: found for pages, found in ids.items() for page in pages}
    moves = list_moves(load_now(owner, on), on)
    return next((one for one in moves if one.where.id in about.get((one.where.room, one.where.page), ())), None)


def load_now(owner: Owner, on: date) -> Now:
    """Everything the steps know that bears on a day."""
    open_ = list(list_open_opportunities(owner))
    there = _find_there(owner, on)
    signed = there.signed  # then the search may rest: what is still open gets a kind word
    silences = [] if signed else list_silences(owner, open_, on)
    news = list(list_unopened_nos(owner, on))
    rests = list_days_of_rest(owner, on)
    today = [day.opportunity for day in rests if day.on == on]
    letters = list_waiting_letters(owner).count()
    hope = find_last_hope(owner)
    met = list(list_interviews_without_words(owner).filter(on__gte=on - REPLAYED_WITHIN))
    interviews = _interviews(met, on)
    own = count_decided(owner, silences)
    tight = find_tight_spot(own)
    numbers = owner.show_numbers and not signed  # after that all of pace rests
    return Now(
        first_start=not letters and not Opportunity.objects.of(owner).exists(),
        last_here=owner.seen_on,
        nos_today=tuple(map(_about, today)),
        restart_on=on if any(day.restart_on == on and day.restarted_at is None for day in rests) else None,
        resting_until=_resting_until(rests, on),
        people_named=there.people,
        news=tuple(MoveSubject(event.pk, event.opportunity.employer, event.on) for event in news),
        waiting_letters=letters,
        asks_due=_asks_due(owner, {event.opportunity_id for event in news}, on, fresh=bool(today)),
        replies_unread=_replies_unread(owner, on),
        met_unknown=tuple(_about(row) for row in list_met_unknown(owner, on)),
        captures_due=_captures_due(met, on),
        debriefs_due=_debriefs_due(met, on),
        interviews=interviews,
        cards_due=0 if signed else len(plan_tonight(owner, on, fresh=bool(today)).cards),
        open_opportunities=len(open_),
        hopes=describe_stale(hope.on if hope else None, on) if len(open_) > 1 and numbers else "",
        tight=tight.words if numbers and tight.spot is not Spot.NONE else "",
        doors="" if signed else find_doors_nudge(open_, hope),
        unmet="" if signed or interviews else find_unmet(own),
        coast=None if signed else find_coast_guard(owner, on),
        signed=_signed(open_),
        farewells=tuple(map(_about, list_farewells_once_signed(owner))) if signed else (),
        quiet=_quiet(silences, on),
        promised=_promised(silences, on),
        lines_set=signed or there.lines,
        offers=_offers(owner, open_),
        income_review=owner.income_review if owner.income_now is not None else None,
        day_off=owner.day_off is not None and on.weekday() == owner.day_off,
    )


@dataclass(frozen=True, slots=True)
class _There:
    """Whether an offer is signed, people are named, and lines are set."""

    signed: bool
    people: bool
    lines: bool


def _find_there(owner: Owner, on: date) -> _There:
    """All of it with one query."""
    asked = (list_signed(owner), Companion.objects.of(owner), list_values(owner, on, line=True))
    told = Owner.objects.filter(pk=owner.pk).values_list(*map(Exists, asked))
    return _There(*map(bool, told.get()))


def should_welcome(owner: Owner, now: Now, on: date) -> bool:
    """Whether the person is back after weeks and has done nothing yet: “welcome back” stays until then."""
    if now.last_here is None or on - now.last_here < AWAY_WEEKS:
        return False
    last = list_changes(owner).filter(by="person").first()
    return last is None or clock.local(last.at).date() < on


def _about(row: Opportunity, on: date | None = None) -> MoveSubject:
    return MoveSubject(row.pk, row.title, on)


def _signed(open_: list[Opportunity]) -> MoveSubject | None:
    """What was signed and hasn't begun yet."""
    return next((_about(row) for row in open_ if Stage(row.stage).rank >= Stage.SIGNED.rank), None)


def _resting_until(rests: Iterable[RejectionDay], on: date) -> date | None:
    """The day the person chose to go on, while that is ahead; a rejection day has its own move."""
    day = choose_rest(rests, on)
    return day.restart_on if day is not None and day.on < on else None


def _asks_due(owner: Owner, news: set[int], on: date, *, fresh: bool) -> tuple[MoveSubject, ...]:
    """Nos that an ask is offered for now. One that wasn't opened yet is news first, and no errand."""
    due = [one for one in list_asks_due(owner, on, fresh=fresh) if one.offer.suggested and one.row.pk not in news]
    return tuple(_about(one.row, one.offer.best_until) for one in due)


def _replies_unread(owner: Owner, on: date) -> tuple[MoveSubject, ...]:
    """Asks that were answered, without those that are kept for tomorrow."""
    found = [ask for ask, _ in list_replies(owner) if ask.reply_from is None or ask.reply_from <= on]
    return tuple(MoveSubject(ask.pk, ask.opportunity.employer) for ask in found)


def _captures_due(met: Iterable[Interview], on: date) -> tuple[MoveSubject, ...]:
    days = (on, on - timedelta(days=1))
    return tuple(map(_about_interview, (row for row in met if row.on in days and needs_capture(row, on))))


def _debriefs_due(met: Iterable[Interview], on: date) -> tuple[MoveSubject, ...]:
    """Interviews of the last two weeks, before today, that were not replayed."""
    rows = (row for row in met if row.on < on and not any(one.done_at for one in row.debriefs.all()))
    return tuple(map(_about_interview, rows))


def _interviews(met: Iterable[Interview], on: date) -> tuple[MoveSubject, ...]:
    """Those to come, the next first."""
    rows = (row for row in met if row.on >= on and not row.opportunity.ended)
    return tuple(map(_about_interview, sorted(rows, key=lambda row: (row.on, row.pk))))


def _about_interview(row: Interview) -> MoveSubject:
    return MoveSubject(row.pk, row.opportunity.title, row.on)


def _quiet(silences: list[JobSilence], on: date) -> tuple[QuietOne, ...]:
    """Those to check with, then the quiet ones; of each the few with the best chance of still hearing, since three
    moves are shown.
    """
    likely = sorted(silences, key=lambda one: (one.silence.plan_closed, -one.silence.chance))
    due = [one for one in likely if one.silence.check_due(on)]
    quiet = [one for one in likely if one.silence.quiet and not one.silence.check_due(on)]
    return tuple(QuietOne(_about(one.row), one.silence) for one in (*due[:MOST], *quiet[:MOST]))


def _promised(silences: list[JobSilence], on: date) -> tuple[MoveSubject, ...]:
    """Those who said that they would have written by today."""
    return tuple(
        _about(one.row, on)
        for one in silences
        if one.row.promised_on == on and (one.row.heard_on is None or one.row.heard_on < on)
    )


def _offers(owner: Owner, open_: list[Opportunity]) -> tuple[OfferPending, ...]:
    rows = [row for row in open_ if row.stage in OFFERS and row.accepted_on is None]
    when = clock.now()
    held = check_gates(owner, rows, action="accept", when=when) if rows else {}
    return tuple(OfferPending(_about(row), row.deadline_on, held[row.pk].answer.state) for row in rows)
