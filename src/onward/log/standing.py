"""Where a job stands: a fold over its events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from onward.facts import ENDINGS, HEARD, STAGES, Ending, OtherEvent, Stage

PLACES: dict[str, int] = {str(stage): place for place, stage in enumerate(STAGES)}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an opportunity on a date. `kind` is one of `EVENT_KINDS`.

    `order` breaks ties on one day (the place in the log); `source` says who knows: "mail", "hand", "csv".
    """

    kind: str
    on: date
    order: int = 0
    source: str = "hand"
    note: str = ""
    id: int | None = None
    day_known: bool = True  # False: it happened by then, so what counts days leaves it out


@dataclass(frozen=True, slots=True)
class Standing:
    """What the events that stand say of an opportunity.

    `stage` is the furthest stage reached, `ended` the ending now in force (or None), `accepted_on` the day the
    person said yes, `heard_on` the last day on which the employer was heard from.
    """

    stage: Stage = Stage.LEAD
    ended: Ending | None = None
    ended_on: date | None = None
    stage_on: date | None = None
    first_on: date | None = None
    heard_on: date | None = None
    accepted_on: date | None = None
    before_offer: Stage = Stage.LEAD  # the furthest it had come before any offer

    @property
    def alive(self) -> bool:
        """Whether it is still open: no ending in force and not yet started."""
        return self.ended is None and self.stage is not Stage.STARTED

    @property
    def signed(self) -> bool:
        """Whether an offer letter has been signed and nothing has undone that."""
        return self.ended is None and self.stage.rank >= Stage.SIGNED.rank


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One job at one employer, with the events that stand."""

    id: int
    employer: str
    role: str
    events: tuple[Event, ...] = field(default=())

    @property
    def standing(self) -> Standing:
        """The fold over `events`."""
        return fold_events(self.events)


def fold_events(events: Iterable[Event]) -> Standing:
    """Where an opportunity stands, from the events that stand, in any order of arrival.

    >>> str(fold_events([Event("applied", date(2026, 3, 2)), Event("interview", date(2026, 3, 9))]).stage)
    'interview'
    """
    now = Standing()
    for event in sorted(events, key=place_in_order):
        now = _take_event(now, event)
    return now


def place_in_order(event: Event) -> tuple[date, int, int]:
    """By the day, and on one day: stages first, then endings and the rest, then the place in the log."""
    return (event.on, PLACES.get(event.kind, len(PLACES)), event.order)


def _take_event(now: Standing, event: Event) -> Standing:
    first = now.first_on or event.on
    heard = event.on if event.source == "mail" or event.kind in HEARD else now.heard_on
    base = replace(now, first_on=first, heard_on=heard)
    if event.kind in PLACES:
        return _reach_stage(base, Stage(event.kind), event.on)
    if event.kind in ENDINGS:
        return replace(base, ended=Ending(event.kind), ended_on=event.on)
    if event.kind == OtherEvent.REOPENED:
        return _reopen_job(base, event.on)
    if event.kind == OtherEvent.ACCEPTED:
        return replace(base, accepted_on=event.on)
    return base


def _reach_stage(now: Standing, stage: Stage, on: date) -> Standing:
    if stage.rank < Stage.VERBAL.rank:
        now = replace(now, before_offer=max(stage, now.before_offer, key=lambda one: one.rank))
    if now.stage_on is not None and stage.rank <= now.stage.rank:
        return now
    return replace(now, stage=stage, stage_on=on)


def _reopen_job(now: Standing, on: date) -> Standing:
    """Alive again. An offer that was taken back or declined is gone: the job stands where it stood before it."""
    again = replace(now, ended=None, ended_on=None)
    if now.ended is None or now.ended.means.needs is not Stage.VERBAL:
        return again
    return replace(again, stage=now.before_offer, stage_on=on, accepted_on=None)
