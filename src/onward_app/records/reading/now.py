"""The rows of a day as the values that `onward.today` proposes moves from, of a whole search or of one job."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onward.facts import OFFERS, THEIR_NOS, Stage
from onward.recover.pause import is_paused
from onward.recover.rejection_day import FRESH_DAYS
from onward.today.move import MOST
from onward.today.now import DayNamed, MoveSubject, Now, OfferPending, QuietOne
from onward.values.gate import GateState
from onward_app import clock
from onward_app.records.models import Ask, Opportunity, Owner, RejectionDay
from onward_app.records.reading.ask import choose_asks_due, choose_farewells, match_replies
from onward_app.records.reading.lately import LATELY, LateEvent, LateInterview, Lately
from onward_app.records.reading.named import find_day_in, is_just_past
from onward_app.records.reading.pace import JobSilence, list_silences
from onward_app.records.reading.recover import choose_rest
from onward_app.records.reading.there import There
from onward_app.records.reading.values import judge_gates


@dataclass(frozen=True, slots=True)
class DayRows:
    """What was read for a day, of a whole search or of one job; `waiting` are the asks for advice that are open."""

    there: There
    open: tuple[Opportunity, ...]
    rests: tuple[RejectionDay, ...]
    lately: Lately
    asks: tuple[Ask, ...]
    waiting: tuple[Ask, ...]

    def list_resting(self, on: date) -> tuple[MoveSubject, ...]:
        """The nos that make this a rejection day."""
        return tuple(about(day.opportunity) for day in self.rests if day.on == on)


def list_waiting_silences(owner: Owner, rows: DayRows, on: date) -> list[JobSilence]:
    """How quiet it is at each job; once something is signed the search may rest."""
    return [] if rows.there.signed or not rows.open else list_silences(owner, rows.open, on)


def tell_now(owner: Owner, rows: DayRows, silences: list[JobSilence], on: date) -> Now:
    """What is proposed of jobs, their interviews and their asks, and what puts it away for the day."""
    resting, news = rows.list_resting(on), rows.lately.list_news()
    met = rows.lately.interviews
    return Now(
        nos_today=resting,
        resting_until=_resting_until(rows.rests, on),
        paused_until=owner.paused_until if is_paused(owner.paused_until, on) else None,
        news=tuple(MoveSubject(one.row.pk, one.row.opportunity.employer, one.row.on) for one in news),
        days_named=_days_named(rows.lately.events, on),
        asks_due=_asks_due(rows, {one.row.opportunity_id for one in news}, on, fresh=bool(resting)),
        replies_unread=_replies_unread(owner, rows.waiting, on),
        met_unknown=_met_unknown(rows.lately.events, on),
        captures_due=_captures_due(rows.lately, on),
        debriefs_due=_about_interviews(one for one in met if on - LATELY <= one.row.on < on and not one.replayed),
        interviews=_about_interviews(rows.lately.list_coming(on)),
        signed=_find_signed(rows),
        farewells=tuple(map(about, choose_farewells(owner, rows.open))) if rows.there.signed else (),
        quiet=_choose_quiet(silences, on),
        promised=_list_promised(silences, on),
        offers=_list_offers(owner, rows),
        day_off=owner.day_off is not None and on.weekday() == owner.day_off,
    )


def about(row: Opportunity, on: date | None = None) -> MoveSubject:
    """A job as a move names it."""
    return MoveSubject(row.pk, row.title, on, row.employer)


def _find_signed(rows: DayRows) -> MoveSubject | None:
    """What was signed and hasn't begun yet; the page of one job needs no more than that there is something."""
    here = next((about(row) for row in rows.open if Stage(row.stage).rank >= Stage.SIGNED.rank), None)
    return here or (MoveSubject(0, "") if rows.there.to_begin else None)


def _resting_until(rests: Iterable[RejectionDay], on: date) -> date | None:
    """The day the person chose to go on, while that is ahead; a rejection day has its own move."""
    day = choose_rest(rests, on)
    return day.restart_on if day is not None and day.on < on else None


def _asks_due(rows: DayRows, news: set[int], on: date, *, fresh: bool) -> tuple[MoveSubject, ...]:
    """Nos that an ask is offered for now. One that wasn't opened yet is news first, and no errand."""
    due = choose_asks_due(rows.lately.events, rows.asks, on, fresh=fresh)
    return tuple(about(one.row, one.offer.best_until) for one in due if one.offer.suggested and one.row.pk not in news)


def _replies_unread(owner: Owner, waiting: tuple[Ask, ...], on: date) -> tuple[MoveSubject, ...]:
    """Asks that were answered, without those that are kept for tomorrow."""
    found = [ask for ask, _ in match_replies(owner, waiting) if ask.reply_from is None or ask.reply_from <= on]
    return tuple(replace(about(ask.opportunity), id=ask.pk) for ask in found)


def _met_unknown(late: Iterable[LateEvent], on: date) -> tuple[MoveSubject, ...]:
    """Jobs with a no of the last week, before this day, of which nobody knows whether somebody was met there.

    A no after an application that is on record and led to no talk isn't asked about: that was a form.
    """
    nos = (one for one in late if one.row.kind in THEIR_NOS and one.row.day_known and not one.interviewed)
    week = [one.row.opportunity for one in nos if on - timedelta(days=FRESH_DAYS) <= one.row.on < on]
    rows = {row.pk: row for row in week if not row.met and row.stage == Stage.LEAD and row.ended in THEIR_NOS}
    return tuple(map(about, sorted(rows.values(), key=lambda row: (row.ended_on or date.min, row.pk), reverse=True)))


def _days_named(late: Iterable[LateEvent], on: date) -> tuple[DayNamed, ...]:
    nos = (one for one in late if one.letter_id is not None and is_just_past(one.row, on))
    found = ((replace(about(one.row.opportunity), id=one.letter_id or 0), find_day_in(one.words)) for one in nos)
    return tuple(DayNamed(subject, day) for subject, day in found if day)


def _captures_due(lately: Lately, on: date) -> tuple[MoveSubject, ...]:
    """Interviews of today and yesterday of which nothing was noted, while nobody knows what comes of them."""
    days = (on, on - timedelta(days=1))
    bare = (one for one in lately.interviews if one.row.on in days and not (one.noted or one.begun))
    return _about_interviews(one for one in bare if lately.find_outcome(one.row, clock.today()).on is None)


def _about_interviews(met: Iterable[LateInterview]) -> tuple[MoveSubject, ...]:
    rows = (one.row for one in met)
    return tuple(replace(about(row.opportunity, row.on), id=row.pk, waits=not row.opportunity.ended) for row in rows)


def _choose_quiet(silences: list[JobSilence], on: date) -> tuple[QuietOne, ...]:
    """Those to check with, then the quiet ones; of each the few with the best chance of still hearing, since three
    moves are shown.
    """
    likely = sorted(silences, key=lambda one: (one.silence.plan_closed, -one.silence.chance))
    due: list[JobSilence] = []
    quiet: list[JobSilence] = []
    for one in likely:
        if one.silence.check_due(on):
            due.append(one)
        elif one.silence.quiet:
            quiet.append(one)
    return tuple(QuietOne(about(one.row), one.silence) for one in (*due[:MOST], *quiet[:MOST]))


def _list_promised(silences: list[JobSilence], on: date) -> tuple[MoveSubject, ...]:
    """Those who said that they would have written by today."""
    return tuple(
        about(one.row, on)
        for one in silences
        if one.row.promised_on == on and (one.row.heard_on is None or one.row.heard_on < on)
    )


def _list_offers(owner: Owner, rows: DayRows) -> tuple[OfferPending, ...]:
    """Offers on the table; without a line there is nothing to hold them up to."""
    jobs = [row for row in rows.open if row.stage in OFFERS and row.accepted_on is None]
    states = judge_gates(owner, jobs, action="accept", when=clock.now()) if jobs and rows.there.lines else {}
    return tuple(OfferPending(about(row), row.deadline_on, states.get(row.pk, GateState.CLEAR)) for row in jobs)
