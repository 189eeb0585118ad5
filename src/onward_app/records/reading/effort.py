"""What was done to find work, day by day: what an employment office asks for, from the log as it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from urllib.parse import urlsplit

from onward.facts import TALKS, Stage, meaning_of, say_happened, stages_from
from onward.pace.week import monday_of
from onward_app import clock
from onward_app.records.models import Event, Interview, Letter, Opportunity, Owner
from onward_app.records.reading.rows import list_events

COUNTS = tuple(stages_from(Stage.APPLIED))


@dataclass(frozen=True, slots=True)
class EffortRow:
    """One thing that was done on a day. What isn't known is an empty text."""

    on: date
    did: str
    employer: str
    role: str
    how: str
    contact: str
    result: str
    job: int


@dataclass(frozen=True, slots=True)
class EffortWeek:
    """A week, Monday to Sunday, and what was done in it."""

    begins: date
    rows: tuple[EffortRow, ...]

    @property
    def ends(self) -> date:
        """Its Sunday."""
        return self.begins + timedelta(days=6)


def list_effort(owner: Owner, since: date, until: date) -> list[EffortRow]:
    """Applications, interviews and offers from one day to another, in order. A day that isn't known is left out."""
    events = list_events(owner, on__range=(since, min(until, clock.today())), kind__in=COUNTS, day_known=True)
    rows = list(events.select_related("opportunity"))
    jobs = {row.opportunity_id for row in rows}
    met = {(one.opportunity_id, one.on): one for one in Interview.objects.of(owner).filter(opportunity_id__in=jobs)}
    # Who wrote first at each job: a person before a machine
    letters = Letter.objects.filter(owner=owner, opportunity_id__in=list(jobs), outgoing=False)
    wrote: dict[int, str] = {}
    told = letters.order_by("-by_person", "at", "id").values_list("opportunity_id", "sender_name", "sender")
    for job, name, address in told:
        if job is not None:
            wrote.setdefault(job, ", ".join(filter(None, (name, address))))
    return [_make_row(row, met.get((row.opportunity_id, row.on)), wrote.get(row.opportunity_id, "")) for row in rows]


def group_weeks(rows: Iterable[EffortRow]) -> list[EffortWeek]:
    """The rows by the week they are in."""
    weeks = groupby(rows, key=lambda row: monday_of(row.on))
    return [EffortWeek(begins, tuple(some)) for begins, some in weeks]


def _make_row(row: Event, met: Interview | None, wrote: str) -> EffortRow:
    job = row.opportunity
    return EffortRow(
        on=row.on,
        did=_name_stage(row.kind).capitalize() if row.kind in TALKS else say_happened(row.kind, who="I"),
        employer=job.employer,
        role=job.role,
        how=_say_how(row, met),
        contact=(met.people if met and met.people else wrote),
        result=_say_result(job),
        job=job.pk,
    )


def _name_stage(kind: str) -> str:
    """A stage in plain words: “first call”."""
    return (meaning_of(kind).asked or str(kind)).removeprefix("a ").removeprefix("an ").removeprefix("the ")


def _say_how(row: Event, met: Interview | None) -> str:
    """By which way, as far as it is on record."""
    job = row.opportunity
    if row.kind in TALKS:
        return met.format if met else ""
    host = urlsplit(job.link).hostname if "//" in job.link else ""
    return f"through {job.agency}" if job.agency else f"online, {host.removeprefix('www.')}" if host else ""


def _say_result(job: Opportunity) -> str:
    if job.ended:
        said = say_happened(job.ended, who="I")
        return f"{said}, {job.ended_on.isoformat()}" if job.ended_on else said
    return "no answer yet" if job.stage == Stage.APPLIED and job.heard_on is None else _name_stage(job.stage)
