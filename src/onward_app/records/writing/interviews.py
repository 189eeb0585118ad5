"""An interview's record by hand: changed, moved to another job, taken away; and what a calendar says of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from onward.wording.days import say_day
from onward_app import clock
from onward_app.records.models import Change, Event, Interview, Opportunity, Owner
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.jobs import check_replacement, log_event

DETAILS = ("at", "zone", "minutes", "round", "format", "people", "uid")


def edit_interview(owner: Owner, row: Interview, *, job: Opportunity, on: date, **details: Any) -> Change | None:
    """Set what is known of an interview; the event that was logged with it by hand goes along. None when nothing
    changed.

    Raises:
        jobs.Refused: it can't have happened to that job on that day.
    """
    unknown = set(details) - set(DETAILS)
    if unknown:
        raise TypeError(f"not an interview’s to edit: {sorted(unknown)}")
    moved = job.pk != row.opportunity_id or on != row.on
    event = _by_hand(row)
    if moved and event is not None:
        check_replacement(job, event, kind=event.kind, on=min(on, clock.today()))
    summary = f"Changed the interview at {job.employer}, now {say_day(on)}."
    with open_change(owner, "debrief.edit", summary, opportunity=job) as change:
        if moved:
            change.edit(row, event=_logged_anew(change, event, job, on))
        change.edit(row, opportunity=job, on=on, **details)
    return change.kept


def remove_interview(owner: Owner, row: Interview) -> Change:
    """Take an interview's record away, with the event that was logged with it by hand. What rests on it stays."""
    summary = f"Took away the interview at {row.opportunity.employer} on {say_day(row.on)}."
    with open_change(owner, "debrief.remove", summary, opportunity=row.opportunity) as change:
        change.strike(row)
        event = _by_hand(row)
        if event is not None:
            change.strike(event)
    return change.record


def _by_hand(row: Interview) -> Event | None:
    event = row.event
    return event if event is not None and event.stands and event.source == "hand" else None


def _logged_anew(change: ChangeInProgress, event: Event | None, job: Opportunity, on: date) -> Event | None:
    """An event is never edited: it is struck and written anew, on its own day."""
    if event is None:
        return None
    change.strike(event)
    return log_event(change, job, event.kind, on)
