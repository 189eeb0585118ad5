"""Where a no stands between tonight and learned: the no, asked, replayed, practiced, next interview."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Min, Q, QuerySet

from onward.facts import NOS, THEIR_NOS
from onward.recover.rejection_day import list_fresh_days
from onward_app import clock
from onward_app.records.models import Ask, Event, Interview, Opportunity, Owner, Review
from onward_app.records.reading.ask import has_signed_elsewhere
from onward_app.records.reading.lately import (
    LATELY,
    LateEvent,
    LateReview,
    list_late_events,
    map_replayed,
)
from onward_app.records.reading.rows import list_events

SHOWN = 2  # lines at once: the page stays short


@dataclass(frozen=True, slots=True)
class WayStep:
    """One place on the way: its name, the day it was reached or will be, and how it is drawn.

    `on` says that the line goes on from it, `now` that it is the furthest one reached.
    """

    name: str
    day: date | None
    done: bool
    on: bool = False
    now: bool = False


@dataclass(frozen=True, slots=True)
class WayOfNo:
    """A no and its five places."""

    event: Event
    steps: tuple[WayStep, ...]


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """What ways are drawn from: by job the first ask that was sent and the first replay that was done; and of the days
    of practice and of interviews, in order, at least the first after each of the nos.
    """

    asked: Mapping[int, date]
    replayed: Mapping[int, date]
    practiced: Sequence[date]
    met: Sequence[date]


def list_recent_ways(owner: Owner, on: date) -> list[WayOfNo]:
    """The way of each no of the last two weeks that was opened, newest first; none once an offer is signed."""
    if has_signed_elsewhere(owner):
        return []
    rows = list_events(owner, kind__in=THEIR_NOS, on__gte=on - LATELY).select_related("opportunity")
    late = list_late_events(owner, rows, on)
    nos = choose_ways(late, on)
    return draw_ways(nos, find_on_the_way(owner, nos, map_replayed(late)), on) if nos else []


def choose_ways(late: Iterable[LateEvent], on: date) -> list[Event]:
    """Of what lately happened the nos whose way is shown, newest first."""
    nos = (one.row for one in late if one.row.kind in THEIR_NOS and one.row.day_known and not one.unopened)
    newest = {
        no.opportunity_id: no
        for no in nos
        if on - LATELY < no.on <= list_fresh_days(on)[1] and no.opportunity.ended in THEIR_NOS
    }
    return sorted(newest.values(), key=lambda event: (event.on, event.pk), reverse=True)[:SHOWN]


def find_way(owner: Owner, row: Opportunity, on: date) -> WayOfNo | None:
    """The way of one job's no, if they ended it."""
    late = list_late_events(owner, list_events(owner, kind__in=NOS, opportunity=row).select_related("opportunity"), on)
    return find_way_in(owner, row, late, on)


def find_way_in(
    owner: Owner, row: Opportunity, late: Iterable[LateEvent], on: date, asks: Iterable[Ask] | None = None
) -> WayOfNo | None:
    """The same of what happened at that job, in order, and of what was asked there, for a page that knows."""
    every = list(late)
    nos = [one.row for one in every if one.row.kind in NOS][-1:] if row.ended in THEIR_NOS else []
    return draw_ways(nos, find_on_the_way(owner, nos, map_replayed(every), asks=asks), on)[0] if nos else None


def find_on_the_way(
    owner: Owner,
    nos: Sequence[Event],
    replayed: Mapping[int, date],
    *,
    asks: Iterable[Ask] | None = None,
    reviews: Iterable[LateReview] | None = None,
    met: Iterable[date] | None = None,
) -> OnTheWay:
    """What came after some nos, with one query for each that wasn't read already: the asks of these jobs; reviews, and
    the days of interviews, in order. A day that a letter only bounds (“thank you for coming in”) may have been before
    the no.
    """
    jobs, days = [event.opportunity_id for event in nos], [event.on + timedelta(days=1) for event in nos]
    if met is None:
        interviews = Interview.objects.of(owner).filter(day_known=True, opportunity__stands=True)
        met = _list_first(interviews, "on", days)
    if reviews is None:
        times = _list_first(Review.objects.of(owner), "at", [clock.begin(day) for day in days])
    else:
        times = [one.at for one in reviews]
    return OnTheWay(
        _map_asked(Ask.objects.of(owner).filter(opportunity__in=jobs) if asks is None else asks),
        replayed,
        [clock.local(at).date() for at in times],
        tuple(met),
    )


def _list_first(rows: QuerySet[Any], column: str, since: Sequence[Any]) -> list[Any]:
    """The first value of a column from each of some days or times on, in order."""
    first = {f"first_{n}": Min(column, filter=Q(**{f"{column}__gte": one})) for n, one in enumerate(since)}
    found = rows.filter(**{f"{column}__gte": min(since)}).order_by().aggregate(**first)
    return sorted(one for one in found.values() if one is not None)


def _map_asked(asks: Iterable[Ask]) -> dict[int, date]:
    """The day of the first ask for advice of each job."""
    sent = [(ask.sent_on, ask.opportunity_id) for ask in asks if ask.sort == "advice" and ask.sent_on is not None]
    return {job: day for day, job in sorted(sent, reverse=True)}


def draw_ways(nos: Iterable[Event], found: OnTheWay, on: date) -> list[WayOfNo]:
    """The way of each of some nos."""
    return [
        WayOfNo(
            event,
            _join_steps(
                [
                    ("the no", event.on),
                    ("asked", found.asked.get(event.opportunity_id)),
                    ("replayed", found.replayed.get(event.opportunity_id)),
                    ("practiced", _first_after(found.practiced, event.on)),
                    ("next interview", _first_after(found.met, event.on)),
                ],
                on,
            ),
        )
        for event in nos
    ]


def _join_steps(steps: Sequence[tuple[str, date | None]], on: date) -> tuple[WayStep, ...]:
    """What was reached, with a line as far as the furthest; a planned interview has its day and isn't reached yet."""
    done = [day is not None and (place == 0 or day <= on) for place, (_, day) in enumerate(steps)]
    furthest = max(place for place, is_done in enumerate(done) if is_done)
    return tuple(
        WayStep(name, day, done[place], on=place < furthest, now=place == furthest)
        for place, (name, day) in enumerate(steps)
    )


def _first_after(days: Sequence[date], day: date) -> date | None:
    return next((one for one in days if one > day), None)
