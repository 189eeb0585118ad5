"""What each door of the first page notes down, and where it leads."""

from __future__ import annotations

import shlex
import shutil
import sys
from datetime import date

from onward.facts import Stage
from onward_app.records.models import Change, Opportunity, Owner
from onward_app.records.reading.jobs import list_event_facts
from onward_app.records.writing.jobs import add_event, add_job


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
