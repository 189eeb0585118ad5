"""Where a no stands between tonight and learned: the no, asked, replayed, practiced, next interview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from onward.facts import THEIR_NOS
from onward.recover.rejection_day import list_fresh_days
from onward_app import clock
from onward_app.records.models import Ask, Debrief, Event, Interview, Opportunity, Owner, Review
from onward_app.records.reading.ask import has_signed_elsewhere
from onward_app.records.reading.recover import find_newest_no, list_unopened_nos
from onward_app.records.reading.rows import list_events

RECENT = timedelta(days=14)
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


def list_recent_ways(owner: Owner, on: date) -> list[WayOfNo]:
    """The way of each no of the last two weeks that was opened, newest first; none once an offer is signed."""
    nos = list_events(owner, kind__in=THEIR_NOS, opportunity__ended__in=THEIR_NOS)
    nos = nos.filter(day_known=True, on__gt=on - RECENT, on__lte=list_fresh_days(on)[1])
    nos = nos.exclude(pk__in=list_unopened_nos(owner, on).order_by().values("pk"))
    newest = {event.opportunity_id: event for event in nos.select_related("opportunity")}
    found = sorted(newest.values(), key=lambda event: (event.on, event.pk), reverse=True)[:SHOWN]
    return _draw_ways(owner, found, on) if found and not has_signed_elsewhere(owner) else []


def find_way(owner: Owner, row: Opportunity, on: date) -> WayOfNo | None:
    """The way of one job's no, if they ended it."""
    event = find_newest_no(owner, row) if row.ended in THEIR_NOS else None
    return _draw_ways(owner, [event], on)[0] if event is not None else None


def _draw_ways(owner: Owner, nos: Sequence[Event], on: date) -> list[WayOfNo]:
    """All of them with four queries, however many there are."""
    jobs, first = [event.opportunity_id for event in nos], min(event.on for event in nos)
    asks = Ask.objects.of(owner).filter(opportunity__in=jobs, sort="advice").exclude(sent_on=None)
    asked = dict(asks.order_by("-sent_on").values_list("opportunity_id", "sent_on"))
    debriefs = Debrief.objects.of(owner).filter(opportunity__in=jobs).exclude(done_at=None)
    replayed = dict(debriefs.order_by("-done_at").values_list("opportunity_id", "done_at"))
    reviews = (
        Review.objects.of(owner)
        .filter(at__gte=clock.start_of(first + timedelta(days=1)))
        .order_by("at")
        .values_list("at", flat=True)
    )
    practiced = [clock.local(at).date() for at in reviews]
    interviews = Interview.objects.of(owner).filter(on__gt=first, opportunity__stands=True)
    met = list(interviews.order_by("on").values_list("on", flat=True))
    return [
        WayOfNo(
            event,
            _join_steps(
                [
                    ("the no", event.on),
                    ("asked", asked.get(event.opportunity_id)),
                    ("replayed", _day_of(replayed.get(event.opportunity_id))),
                    ("practiced", _first_after(practiced, event.on)),
                    ("next interview", _first_after(met, event.on)),
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


def _day_of(at: datetime | None) -> date | None:
    return clock.local(at).date() if at is not None else None


def _first_after(days: Sequence[date], day: date) -> date | None:
    return next((one for one in days if one > day), None)
