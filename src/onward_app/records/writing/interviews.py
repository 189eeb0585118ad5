"""An interview's record by hand: added, changed, moved to another job, taken away."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from onward.facts import STAGES, TALKS, OtherEvent, Stage
from onward.log import standing
from onward.wording.days import say_day
from onward_app import clock
from onward_app.records.models import Change, Event, Interview, Opportunity, Owner
from onward_app.records.reading.jobs import list_event_facts
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.jobs import add_event, log_event, put_at_job
from onward_app.records.writing.refusals import (
    EventRefused,
    check_replacement,
    clean_names,
    refuse_if_wrong,
    require_plausible,
)

DETAILS = ("at", "zone", "minutes", "round", "format", "people", "uid")


def add_interview(
    owner: Owner,
    row: Opportunity | None,
    *,
    on: date,
    employer: str = "",
    role: str = "",
    kind: str = Stage.INTERVIEW,
    note: str = "",
    **details: Any,
) -> tuple[Interview, Change]:
    """An interview, of a job that is there or a new one. `details` are `at`, `format`, `people`, `round` …

    It stands in the log on its own day, also when that is ahead. A letter that invited to it is its event, where there
    is one; then a `note` stands in the log by itself.

    Raises:
        EventRefused: the job has ended, or the day is before its application.
    """
    require_plausible(on, "on")
    said = _find_invitation(row, kind=kind, on=on) if row is not None else None
    known = list_event_facts(row) if row is not None else ()
    ahead = any(e.kind in STAGES and Stage(e.kind).rank > Stage(kind).rank and e.on <= on for e in known)
    employer, role = clean_names(row.employer if row else employer, row.role if row else role)
    if (said is None and not ahead) or (row is not None and row.ended):
        refuse_if_wrong(known, standing.Event(kind, min(on, clock.today())))
    twice = any((e.kind, e.on) == (kind, on) for e in known)
    with open_change(owner, "jobs.interview", f"Noted an interview with {employer} on {say_day(on)}.") as change:
        job = row or change.make(Opportunity, employer=employer, role=role, by_hand=True)
        event = said or (None if ahead or twice else log_event(change, job, kind, on, note=note))
        if note and (event is None or event == said):
            log_event(change, job, OtherEvent.NOTE, min(on, clock.today()), note=note)
        made = change.make(Interview, opportunity=job, on=on, event=event, **details)
        put_at_job(change, job)
    job.refresh_from_db()
    return made, change.record


def add_event_or_interview(owner: Owner, row: Opportunity, *, kind: str, on: date, note: str = "") -> Change:
    """Say what happened to a job; of a talk a record is made as well, and it may lie ahead.

    Raises:
        EventRefused: it can't be so on that day, or it is there already.
    """
    if kind not in TALKS:
        return add_event(owner, row, kind=kind, on=on, note=note)
    round_ = Stage(kind).means.round
    if Interview.objects.of(owner).filter(opportunity=row, on=on, round__in=(kind, round_)).exists():
        raise EventRefused(f"“{kind}” on {say_day(on)} is there already.")
    return add_interview(owner, row, on=on, kind=kind, round=round_, note=note)[1]


def _find_invitation(row: Opportunity, *, kind: str, on: date) -> Event | None:
    """The event that says this already and has no record yet: a letter that invited, or what was noted for that day."""
    taken = Interview.objects.filter(opportunity=row, stands=True).exclude(event=None).values("event")
    rows = Event.objects.filter(opportunity=row, stands=True, kind=kind, on__lte=on).exclude(pk__in=taken)
    return rows.filter(Q(source="mail") | Q(on=on)).last()


def edit_interview(owner: Owner, row: Interview, *, job: Opportunity, on: date, **details: Any) -> Change | None:
    """Set what is known of an interview; the event that was logged with it by hand goes along. None when nothing
    changed.

    Raises:
        EventRefused: it can't have happened to that job on that day.
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
