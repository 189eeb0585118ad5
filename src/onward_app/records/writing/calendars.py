"""A calendar brought in: a record for each interview, brought up to date where it is here, taken away if called off."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from onward_app.records.models import Change, Opportunity, Owner
from onward_app.records.reading.calendars import (
    CHANGES,
    COMPARED,
    GOES,
    NEW,
    CalendarPlan,
    MeetingPlan,
    describe_meeting,
)
from onward_app.records.reading.rows import find_opportunity
from onward_app.records.writing.interviews import add_interview, edit_interview, remove_interview
from onward_app.records.writing.refusals import EventRefused


def import_calendar(owner: Owner, plan: CalendarPlan) -> tuple[list[Change], list[str]]:
    """Do what a plan says, a change for each event; and the sentences on those that can't have been."""
    refused: list[str] = []
    with transaction.atomic():
        done = list(_bring_each(owner, plan, refused))
    return done, refused


def _bring_each(owner: Owner, plan: CalendarPlan, refused: list[str]) -> Iterator[Change]:
    made: dict[str, Opportunity] = {}  # new jobs, by their employer: two talks at one are of one job
    for row in plan.rows:
        try:
            change = _bring_meeting(owner, row, made)
        except EventRefused as why:
            refused.append(f"{row.meeting.title}, {row.meeting.on.isoformat()}: {why.sentence}")
        else:
            yield from [change] if change is not None else []


def _bring_meeting(owner: Owner, row: MeetingPlan, made: dict[str, Opportunity]) -> Change | None:
    told = describe_meeting(owner, row.meeting)
    if row.state == NEW and row.employer:
        name = row.employer.casefold()
        kept, change = add_interview(owner, made.get(name), employer=row.employer, kind=told["round"], **told)
        made[name] = kept.opportunity
        return change
    if row.state not in (NEW, CHANGES, GOES) or row.job is None:
        return None
    if row.state == GOES and row.there is not None:
        return remove_interview(owner, row.there)
    job = find_opportunity(owner, row.job)
    if row.there is not None:
        return edit_interview(owner, row.there, job=job, **{name: told[name] for name in COMPARED if told[name]})
    return add_interview(owner, job, kind=told["round"], **told)[1]
