"""What a person does to jobs by hand: add, edit, say what happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from onward.facts import NOTES, Ending, Stage
from onward.log import standing
from onward.wording.days import say_day
from onward_app import clock
from onward_app.records.models import (
    Change,
    Decision,
    Event,
    Opportunity,
    Owner,
    SaidQuiet,
)
from onward_app.records.reading.jobs import list_event_facts
from onward_app.records.reading.rows import list_bare_interviews, list_events
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.refusals import EventRefused, check_among, check_event, clean_names, require_plausible

EDITABLE = (
    *("employer", "role", "agency", "place", "link", "notes"),
    *("promised_on", "deadline_on", "starts_on", "pay"),
)


def add_job(
    owner: Owner,
    *,
    employer: str,
    role: str,
    on: date | None = None,
    kind: str = Stage.APPLIED,
    place: str = "",
    link: str = "",
    agency: str = "",
    notes: str = "",
    silent: bool = False,
) -> tuple[Opportunity, Change]:
    """A new job with its first event. `silent`: the person says that nothing was heard since.

    Raises:
        EventRefused: no employer, a day to come, or a kind that can't come first.
    """
    said = _Said(employer, role, kind, on or clock.today(), silent=silent)
    return _record_event(
        owner, "jobs.add", "Added {job}.", None, said, place=place, link=link, agency=agency, notes=notes
    )


def edit_job(owner: Owner, row: Opportunity, **fields: Any) -> Change:
    """Set what is known of a job: any of `EDITABLE`.

    Raises:
        EventRefused: no employer is left, a name that is too long, or a day that can't be meant.
    """
    unknown = set(fields) - set(EDITABLE)
    if unknown:
        raise TypeError(f"not a job’s to edit: {sorted(unknown)}")
    employer, role = clean_names(fields.get("employer", row.employer), fields.get("role", row.role))
    for name in ("promised_on", "deadline_on", "starts_on"):
        require_plausible(fields.get(name), name)
    named: dict[str, Any] = {n: value for n, value in (("employer", employer), ("role", role)) if n in fields}
    if any(getattr(row, name) != value for name, value in named.items()):
        named["by_hand"] = True  # what the person named, mail doesn't rename
    with open_change(owner, "jobs.edit", f"Edited {row.title}.", opportunity=row) as change:
        change.edit(row, **{**fields, **named})
    return change.record


def put_job_away(owner: Owner, row: Opportunity, *, away: bool) -> Change:
    """Set a job aside without an end, or take it out again. What happens to it later takes it out by itself."""
    summary = f"Put {row.title} away." if away else f"Took {row.title} out again."
    with open_change(owner, "jobs.away", summary, opportunity=row) as change:
        change.edit(row, put_away_on=clock.today() if away else None)
    return change.record


def add_event(owner: Owner, row: Opportunity, *, kind: str, on: date, note: str = "", reason: str = "") -> Change:
    """Say what happened to a job on a day.

    Raises:
        EventRefused: it can't have happened then, or it is a note without words.
    """
    check_event(row, kind=kind, on=on)
    if kind in NOTES and not note.strip():
        raise EventRefused("There are no words in that note yet. Write it, and it is kept.", field="note")
    with open_change(owner, "jobs.event", _summarize_event(row, kind, on), opportunity=row) as change:
        log_event(change, row, kind, on, note=note, reason=reason)
    row.refresh_from_db()
    return change.record


def strike_event(owner: Owner, row: Opportunity, event: Event) -> Change:
    """Take an event out of force. One that came from a letter stays away, and what rested on it is filed again; what
    else the letter tells stands. A record of the talk goes along where nothing was noted in it.
    """
    summary = f"Took “{event.kind}” on {say_day(event.on)} out of {row.title}."
    with transaction.atomic():
        with open_change(owner, "jobs.strike", summary, opportunity=row) as change:
            change.strike(event)
            change.strike_all(list_bare_interviews(event))
            for key in filter(None, (event.letter, *event.also)):
                if not list_events(owner, letter=key).exists():  # else the letter goes on telling of another
                    record_decision(change, key, no_event=True)
        if event.letter:
            file_letters(owner, summary="Filed the letters again.")
    row.refresh_from_db()
    return change.record


def add_offer(
    owner: Owner,
    row: Opportunity | None,
    *,
    kind: str,
    on: date,
    employer: str = "",
    role: str = "",
    deadline_on: date | None = None,
    note: str = "",
) -> tuple[Opportunity, Change]:
    """An offer, verbal or written, of a job that is there or a new one: what is offered, and by when to answer.

    Raises:
        EventRefused: the job has ended, or the day doesn't fit.
    """
    require_plausible(deadline_on, "deadline_on")
    said = _Said(employer, role, kind, on, note)
    return _record_event(owner, "jobs.offer", "Noted the offer from {job}.", row, said, deadline_on=deadline_on)


@dataclass(frozen=True, slots=True)
class _Said:
    employer: str
    role: str
    kind: str
    on: date
    note: str = ""
    silent: bool = False


def _record_event(
    owner: Owner, intention: str, summary: str, row: Opportunity | None, said: _Said, **details: Any
) -> tuple[Opportunity, Change]:
    """One event of a job that is there, or of a new one, and what else is known of it; one change."""
    employer, role = clean_names(row.employer if row else said.employer, row.role if row else said.role)
    check_among(list_event_facts(row) if row is not None else (), standing.Event(said.kind, said.on))
    known = {name: value for name, value in details.items() if value}
    title = Opportunity(employer=employer, role=role).title
    with open_change(owner, intention, summary.format(job=title)) as change:
        job = row or change.make(Opportunity, employer=employer, role=role, by_hand=True, **known)
        if row is not None:
            change.edit(row, **known)
        log_event(change, job, said.kind, said.on, note=said.note)
        if said.silent:
            change.make(SaidQuiet, opportunity=job, on=clock.today())
        put_at_job(change, job)
    job.refresh_from_db()
    return job, change.record


def log_event(
    change: ChangeInProgress, row: Opportunity, kind: str, on: date, *, note: str = "", reason: str = ""
) -> Event:
    """One event in a change that is under way; whether it could be is checked before."""
    return change.make(Event, opportunity=row, kind=str(kind), on=on, note=note, reason=reason, added_at=clock.now())


def put_at_job(change: ChangeInProgress, row: Opportunity) -> None:
    """Have a change that is under way stand in the story of this job, which it may have made."""
    change.record.opportunity = row
    change.record.save(update_fields=["opportunity"])


def _summarize_event(row: Opportunity, kind: str, on: date) -> str:
    if kind == Ending.REJECTED:
        return f"Noted the no from {row.title}."
    if kind in NOTES:
        return f"Wrote a note on {row.title}."
    return f"Noted “{kind}” for {row.title} on {say_day(on)}."


def record_decision(change: ChangeInProgress, key: str, **fields: Any) -> None:
    """What the person said of one letter: the decision that stands is edited, or one is made."""
    found = Decision.objects.of(change.owner).filter(key=key).order_by("-id").first()
    if found is None:
        change.make(Decision, key=key, **fields)
    else:
        change.edit(found, **fields)
