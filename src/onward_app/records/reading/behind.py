"""The job that an ask or a replay is about, as it stands beside the page: where its no stands, whom they met, what was
written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onward.facts import NOS
from onward_app.records.models import Ask, Interview, Opportunity, Owner
from onward_app.records.reading.ask import find_talk
from onward_app.records.reading.lately import list_late_events
from onward_app.records.reading.rows import list_events
from onward_app.records.reading.ways import WayOfNo, find_way_in


@dataclass(frozen=True, slots=True)
class JobBehindPage:
    """A job; the talk there was; the way of its no, the reason they gave, and the letter it came with: its words where
    it came lately, else only its id.
    """

    job: Opportunity
    talk: Interview | None
    way: WayOfNo | None
    reason: str
    words: str
    letter: int | None


def load_job_behind(
    owner: Owner, job: Opportunity, on: date, *, talk: Interview | None = None, asks: Iterable[Ask] | None = None
) -> JobBehindPage:
    """All of it on a day. `talk` is the conversation that the page is about, without it the newest; `asks` what was
    asked there, for a page that knows.
    """
    rows = list_events(owner, kind__in=NOS, opportunity=job).select_related("opportunity")
    late = list_late_events(owner, rows, on)
    way = find_way_in(owner, job, late, on, asks)
    no = late[-1] if way else None
    said = (no.row.reason, no.words, no.letter_id) if no else ("", "", None)
    return JobBehindPage(job, talk or find_talk(owner, job), way, *said)
