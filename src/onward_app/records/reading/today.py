"""The front door's reads: what every step proposes, one question for each table; and the one move of a job’s page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from onward.pace.concentration import describe_stale
from onward.pace.tight import Spot
from onward.today.letters import AWAY_WEEKS
from onward.today.move import Move
from onward.today.moves import list_moves
from onward.today.now import Now
from onward_app import clock
from onward_app.records.models import Event, Opportunity, Owner, RejectionDay
from onward_app.records.reading.ask import list_late_asks
from onward_app.records.reading.lately import LateReview, list_reviews_since, load_lately, map_replayed
from onward_app.records.reading.now import DayRows, list_waiting_silences, tell_now
from onward_app.records.reading.pace import (
    JobSilence,
    choose_coast_guard,
    count_decided,
    find_doors_nudge,
    find_tight_spot,
    find_unmet,
)
from onward_app.records.reading.practice import plan_evening, tell_evening
from onward_app.records.reading.recover import list_days_of_rest
from onward_app.records.reading.rows import list_changes, list_open_opportunities, read_briefly
from onward_app.records.reading.there import There, load_there
from onward_app.records.reading.timeline import JobTimeline
from onward_app.records.reading.ways import WayOfNo, choose_ways, draw_ways, find_on_the_way

# Which pages a move leads to by the id of a job, of an interview, of an ask.
OF_JOBS = (
    ("ask", "draft"), ("ask", "withdrawal"), ("start", "met"), ("pace", "check"), ("pace", "waiting"),
    ("values", "gate"),
)  # fmt: skip
OF_INTERVIEWS = (("debrief", "capture"), ("debrief", "script"), ("kinks", "before"))
OF_ASKS = (("ask", "reply"),)


@dataclass(frozen=True, slots=True)
class FrontDoor:
    """What the front page shows: what every step knows of the day, the ways of the newest nos, the jobs that are open,
    and the rooms with something in them.
    """

    now: Now
    ways: list[WayOfNo]
    open: tuple[Opportunity, ...]
    rooms: frozenset[str]


def load_now(owner: Owner, on: date) -> Now:
    """Everything the steps know that bears on a day."""
    return load_front_door(owner, on).now


def load_front_door(owner: Owner, on: date) -> FrontDoor:
    """It, and what else the front page shows of the same rows."""
    lately, there = load_lately(owner, on), load_there(owner, on)
    asks, waiting = list_late_asks(owner, [one.row.opportunity_id for one in lately.events])
    open_ = tuple(read_briefly(list_open_opportunities(owner)))
    rests = tuple(list_days_of_rest(owner, on))
    rows = DayRows(there, open_, rests, lately, tuple(asks), tuple(waiting))
    nos = [] if there.signed else choose_ways(lately.events, on)
    reviews = list_reviews_since(owner, min([on - timedelta(days=1), *(no.on for no in nos)]))
    silences = list_waiting_silences(owner, rows, on)
    now = replace(
        tell_now(owner, rows, silences, on),
        cards_due=0 if there.signed else _count_cards(owner, rows, reviews, on),
        **_tell_search(owner, rows, silences, on),
    )
    return FrontDoor(now, _draw_ways(owner, rows, nos, reviews, on), open_, there.rooms)


def _tell_search(owner: Owner, rows: DayRows, silences: list[JobSilence], on: date) -> dict[str, Any]:
    """What is proposed of the search as a whole. After signing all of pace rests."""
    there, own = rows.there, count_decided(owner, silences, rows.lately.met)
    tight, going_on = find_tight_spot(own), not there.signed
    numbers = owner.show_numbers and going_on
    events, met = [one.row for one in rows.lately.events], [one.row for one in rows.lately.interviews]
    return {
        "first_start": not there.letters and not there.jobs,
        "last_here": owner.seen_on,
        "restart_on": on if any(day.restart_on == on and day.restarted_at is None for day in rows.rests) else None,
        "people_named": there.people,
        "waiting_letters": there.letters,
        "open_opportunities": len(rows.open),
        "hopes": describe_stale(there.hope.on if there.hope else None, on) if len(rows.open) > 1 and numbers else "",
        "tight": tight.words if numbers and tight.spot is not Spot.NONE else "",
        "doors": find_doors_nudge(rows.open, there.hope) if going_on else "",
        "unmet": find_unmet(own) if going_on and not rows.lately.list_coming(on) else "",
        "coast": choose_coast_guard(events, met, on) if going_on else None,
        "lines_set": there.signed or there.lines,
        "income_review": owner.income_review if owner.income_now is not None else None,
    }


def _count_cards(owner: Owner, rows: DayRows, reviews: Sequence[LateReview], on: date) -> int:
    """How many cards are for tonight."""
    evening = tell_evening(
        on,
        reviews,
        interview=min((one.row.on for one in rows.lately.list_coming(on)), default=None),
        rejection_day=bool(rows.list_resting(on)),
        asked_for=rows.there.practice,
    )
    return len(plan_evening(owner, evening).cards)


def _draw_ways(
    owner: Owner, rows: DayRows, nos: Sequence[Event], reviews: Sequence[LateReview], on: date
) -> list[WayOfNo]:
    """The ways of the newest nos that were opened; `reviews` are those since the first of them."""
    if not nos:
        return []
    met, replayed = (
        sorted(one.row.on for one in rows.lately.interviews if one.row.day_known),
        map_replayed(rows.lately.events),
    )
    return draw_ways(nos, find_on_the_way(owner, nos, replayed, asks=rows.asks, reviews=reviews, met=met), on)


def find_move_of(
    owner: Owner,
    row: Opportunity,
    line: JobTimeline,
    there: There,
    days: Iterable[RejectionDay],
    on: date,
    *,
    open_: bool,
) -> Move | None:
    """The first move of the day that is about this job, its interviews or its asks: nothing else is looked at.

    `days` are the rejection days that bear on this one; `open_` says whether the job is, and wasn't put away.
    """
    rests = tuple(day for day in days if not day.light)
    rows = DayRows(there, (row,) if open_ else (), rests, line.lately, line.asks, line.waiting)
    # One that is carried on without asks for nothing here; what silence says of it is on the page of pace.
    every = list_waiting_silences(owner, rows, on)
    silences = [one for one in every if one.silence.check_due(on) or not one.silence.plan_closed]
    moves = list_moves(tell_now(owner, rows, silences, on), on)
    met, asks = {one.pk for one in line.interviews}, {one.pk for one in line.asks}
    ids: dict[tuple[tuple[str, str], ...], set[int]] = {OF_JOBS: {row.pk}, OF_INTERVIEWS: met, OF_ASKS: asks}
    about = {page: found for pages, found in ids.items() for page in pages}
    return next((one for one in moves if one.where.id in about.get((one.where.room, one.where.page), ())), None)


def should_welcome(owner: Owner, now: Now, on: date) -> bool:
    """Whether the person is back after weeks and has done nothing yet: “welcome back” stays until then."""
    if now.last_here is None or on - now.last_here < AWAY_WEEKS:
        return False
    last = list_changes(owner).filter(by="person").first()
    return last is None or clock.local(last.at).date() < on
