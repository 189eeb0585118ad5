"""What each door of the first page notes down, and where it leads."""

from __future__ import annotations

import shlex
import shutil
import sys
from datetime import date

from django.urls import reverse

from onward.facts import Ending, Stage
from onward.recover.rejection_day import is_fresh
from onward_app import clock
from onward_app.records.models import Change, Opportunity, Owner
from onward_app.records.reading.jobs import list_event_facts
from onward_app.records.writing.jobs import add_event, add_job


def note_no(owner: Owner, row: Opportunity | None, *, employer: str, role: str, on: date) -> tuple[Opportunity, Change]:
    """A no that came by word: of a job that is there, or of a new one."""
    if row is None:
        return add_job(owner, employer=employer, role=role, on=on, kind=Ending.REJECTED)
    return row, add_event(owner, row, kind=Ending.REJECTED, on=on)


def find_address_after_no(row: Opportunity, on: date) -> str:
    """Tonight's page for a recent no; the timeline for one that is long past."""
    if is_fresh(on, clock.today()):
        return reverse("recover:front", query={"job": row.pk})
    return reverse("jobs:timeline", args=[row.pk])


def note_quiet(
    owner: Owner, row: Opportunity | None, *, employer: str, role: str, since: date
) -> tuple[Opportunity, Change | None]:
    """A job to wait for. One that is there already, with something that happened, needs nothing more."""
    if row is None:
        return add_job(owner, employer=employer, role=role, on=since)
    if list_event_facts(row):
        return row, None
    return row, add_event(owner, row, kind=Stage.APPLIED, on=since)


def find_command() -> str:
    """How Onward is run on this computer, as it would be typed: its name if that is found, else the way it was run."""
    return "onward" if shutil.which("onward") else shlex.quote(sys.argv[0])
