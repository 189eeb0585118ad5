"""Why an event that is entered by hand can’t be true beside the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onward.facts import AFTER_THE_END, ENDINGS, EVENT_KINDS, NOTES, OLDEST_YEAR, STAGES, OtherEvent, Stage, meaning_of
from onward.log.standing import PLACES, Event, fold_events, place_in_order
from onward.wording.days import say_day


def explain_refusal(events: Sequence[Event], new: Event, *, today: date) -> str | None:
    """Why an event entered by hand can't be true beside the others, as a sentence; None when it can.

    Mail is never refused here: what doesn't fit goes to the inbox.
    """
    if new.kind not in EVENT_KINDS:
        return f"“{new.kind}” is not something Onward knows. It can be one of: {', '.join(EVENT_KINDS)}."
    if new.on > today:
        return "That day hasn’t come yet. An event is something that has happened."
    if new.on.year < OLDEST_YEAR:
        return f"That would be the year {new.on.year}. Check the year."
    if new.kind in NOTES:
        return None
    return (
        _too_early(events, new)
        or _after_the_end(events, new)
        or _before_it_went_on(events, new, today)
        or _find_step_back(events, new)
    )


def _say_day(on: date | None) -> str:
    return say_day(on) if on else "an earlier day"


def _too_early(events: Sequence[Event], new: Event) -> str | None:
    """Nothing but a lead comes before the application."""
    applied = min((e.on for e in events if e.kind == Stage.APPLIED), default=None)
    if applied is None or new.kind == Stage.LEAD or new.on >= applied:
        return None
    if new.kind == Stage.APPLIED:
        return None
    return f"That is before the application of {_say_day(applied)}. Was the application earlier, or this later?"


def _after_the_end(events: Sequence[Event], new: Event) -> str | None:
    now = fold_events(e for e in events if e.on <= new.on)
    if now.ended is None or new.kind in AFTER_THE_END:
        return None
    if new.kind in ENDINGS:
        return f"This one already ended ({now.ended} on {_say_day(now.ended_on)}). Undo that first, or reopen it."
    return f"This one ended ({now.ended} on {_say_day(now.ended_on)}). If it is alive again, add “reopened” first."


def _before_it_went_on(events: Sequence[Event], new: Event, today: date) -> str | None:
    """An ending can't lie before what happened later, unless the job was reopened; what is planned hasn't happened."""
    later = [e for e in events if new.on < e.on <= today and e.kind in (*STAGES, *ENDINGS, OtherEvent.REOPENED)]
    first = min(later, key=place_in_order, default=None)
    if new.kind not in ENDINGS or first is None or first.kind == OtherEvent.REOPENED:
        return None
    ended = f"After that day there is “{first.kind}” on {_say_day(first.on)}."
    return f"{ended} Check the day, or add “reopened” between them."


def _find_step_back(events: Sequence[Event], new: Event) -> str | None:
    if new.kind not in PLACES:
        return _needs_a_stage(events, new)
    rank = Stage(new.kind).rank
    now = fold_events(e for e in events if e.on <= new.on)
    if now.stage.rank > rank:
        return f"It was already at “{now.stage}” on {_say_day(now.stage_on)}. A stage doesn’t go back; check the day."
    behind = [e for e in events if e.kind in PLACES and e.on > new.on and Stage(e.kind).rank < rank]
    if behind:
        near = min(behind, key=lambda e: Stage(e.kind).rank)
        return f"It was only at “{near.kind}” on {_say_day(near.on)}, which is later. Check the day."
    return None


def _needs_a_stage(events: Sequence[Event], new: Event) -> str | None:
    """Some endings make no sense before the thing they end."""
    now = fold_events(e for e in events if e.on <= new.on)
    needs = meaning_of(new.kind).needs
    if needs is not None and now.stage.rank < needs.rank:
        return f"“{new.kind}” needs an offer first. Add “{needs}” with its day, or choose another word."
    if new.kind == OtherEvent.REOPENED and now.ended is None:
        return "It isn’t closed, so it can’t be reopened."
    return None
