"""Two jobs that are one, and one that is two. What hung on them moves along, and comes back when it is undone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, cast

from django.db import transaction

from onward.facts import OtherEvent
from onward_app import clock
from onward_app.records.models import (
    Advert,
    Ask,
    Change,
    ContactAtJob,
    Debrief,
    Decision,
    Document,
    Event,
    Fit,
    Gate,
    Hope,
    Interview,
    Letter,
    Opportunity,
    Owner,
    RejectionDay,
    SaidQuiet,
    StatusCheck,
)
from onward_app.records.reading.rows import list_events
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.jobs import EDITABLE, log_event, record_decision
from onward_app.records.writing.refusals import EventRefused, clean_names

# Every table whose rows hang on a job and go with it when it is merged. Letters and hopes go each in its own way.
MOVED = (
    Advert,
    ContactAtJob,
    Document,
    Event,
    Interview,
    Ask,
    Debrief,
    Fit,
    Gate,
    StatusCheck,
    SaidQuiet,
    RejectionDay,
    Decision,
)


def put_older_first(one: Opportunity, other: Opportunity) -> tuple[Opportunity, Opportunity]:
    """Which of two survives a merge when nobody says: the one that was there first."""
    return (one, other) if one.pk < other.pk else (other, one)


def merge_jobs(owner: Owner, keep: Opportunity, gone: Opportunity) -> Change:
    """Make two jobs one. All that hung on `gone` moves to `keep`, and its id leads there from now on.

    Their letters are filed again at once, as reading would: two invitations to one interview are one event.

    Raises:
        EventRefused: both are the same.
    """
    if keep.pk == gone.pk:
        raise EventRefused("That is the same job. Choose another one to merge it with.", field="other")
    with transaction.atomic():
        with open_change(owner, "jobs.merge", f"Merged {gone.title} into {keep.title}.", opportunity=keep) as change:
            _move_letters(change, Letter.objects.filter(owner=owner, opportunity=gone), keep)
            for letter in Letter.objects.filter(owner=owner, suggested=gone):
                change.edit_unchecked(cast("Any", letter), suggested_id=keep.pk)
            for model in MOVED:
                for item in model.objects.of(owner).filter(opportunity=gone):
                    change.edit(item, opportunity=keep)
            _move_hopes(change, gone.pk, keep.pk)
            change.edit(keep, by_hand=True, **_fill_blanks(keep, gone))
            change.edit(gone, merged_into=keep)
            log_event(change, keep, OtherEvent.NOTE, clock.today(), note=f"“{gone.title}” was merged into this one.")
        file_letters(owner, summary="Filed the letters again.")
    keep.refresh_from_db()
    return change.record


def split_job(owner: Owner, row: Opportunity, event_ids: Collection[int], employer: str, role: str) -> Change:
    """Take some of a job's events, with their letters and interviews, out into a new job.

    Raises:
        EventRefused: none was chosen, or none would stay.
    """
    employer, role = clean_names(employer, role)
    mine = list(list_events(owner, opportunity=row))
    taken = [event for event in mine if event.pk in set(event_ids)]
    if not taken:
        raise EventRefused("Choose at least one event that belongs to the other job.", field="events")
    if len(taken) == len(mine):
        raise EventRefused("Leave at least one event here. To rename the whole job, edit it.", field="events")
    with transaction.atomic():
        title = Opportunity(employer=employer, role=role).title
        with open_change(owner, "jobs.split", f"Split {title} out of {row.title}.", opportunity=row) as change:
            made = change.make(Opportunity, employer=employer, role=role, by_hand=True)
            _take_along(change, taken, made)
            change.edit(row, by_hand=True)
            log_event(change, row, OtherEvent.NOTE, clock.today(), note=f"“{title}” was split out of this one.")
        file_letters(owner, summary="Filed the letters again.")
    row.refresh_from_db()
    return change.record


def _move_letters(change: ChangeInProgress, letters: Iterable[Letter], to: Opportunity) -> None:
    """Letters follow, and stay there on rereading; those that still wait for a yes stay undecided."""
    for letter in letters:
        if not letter.waiting:
            record_decision(change, letter.key, opportunity=to)
        change.edit_unchecked(cast("Any", letter), opportunity_id=to.pk)


def _move_hopes(change: ChangeInProgress, gone: int, keep: int) -> None:
    for hope in Hope.objects.of(change.owner):
        points: dict[int, Any] = {}
        for pk, share in hope.shares:
            to = keep if pk == gone else pk
            points[to] = points.get(to, 0) + share
        if gone in {pk for pk, _ in hope.shares}:
            change.edit(hope, shares=[[pk, share] for pk, share in points.items()])


def _fill_blanks(keep: Opportunity, gone: Opportunity) -> dict[str, Any]:
    """What only the other one knew. Notes are kept from both."""
    known = {name: getattr(gone, name) for name in EDITABLE if not getattr(keep, name) and getattr(gone, name)}
    if keep.notes and gone.notes:
        known["notes"] = f"{keep.notes}\n\n{gone.notes}"
    return known


def _take_along(change: ChangeInProgress, events: Sequence[Event], to: Opportunity) -> None:
    ids = [event.pk for event in events]
    keys = {key for event in events for key in (event.letter, *event.also) if key}
    for event in events:
        change.edit(event, opportunity=to)
    for interview in Interview.objects.of(change.owner).filter(event__in=ids):
        change.edit(interview, opportunity=to)
        for debrief in Debrief.objects.of(change.owner).filter(interview=interview):
            change.edit(debrief, opportunity=to)
    for day in RejectionDay.objects.of(change.owner).filter(event__in=ids):
        change.edit(day, opportunity=to)
    _move_letters(change, Letter.objects.filter(owner=change.owner, key__in=keys), to)
