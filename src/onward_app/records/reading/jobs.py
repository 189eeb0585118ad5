"""What the pages on jobs read: the list, one job's timeline, and which job a name means."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from onward.facts import STAGES, THEIR_NOS, Stage
from onward.log import standing
from onward_app.records.facts import to_event
from onward_app.records.models import (
    Companion,
    Event,
    Opportunity,
    Owner,
    RejectionDay,
    Value,
)
from onward_app.records.reading.rows import list_open_opportunities, list_opportunities

LISTS = ("alive", "ended", "all", "older")


def list_jobs(owner: Owner, *, show: str = "alive", text: str = "") -> QuerySet[Opportunity]:
    """The jobs of one view of the list: alive, ended (in this search), all, or older (ended before it began)."""
    rows = list_opportunities(owner)
    if show == "alive":
        rows = list_open_opportunities(owner)
    elif show in ("ended", "older"):
        rows = _keep_ended(rows, owner, older=show == "older")
    return search_jobs(rows, text)


def search_jobs(rows: QuerySet[Opportunity], text: str) -> QuerySet[Opportunity]:
    """Those of some jobs that have every word of a text in their names."""
    for word in text.split():
        named = Q(employer__icontains=word) | Q(role__icontains=word) | Q(agency__icontains=word)
        rows = rows.filter(named | Q(place__icontains=word))
    return rows


def _keep_ended(rows: QuerySet[Opportunity], owner: Owner, *, older: bool) -> QuerySet[Opportunity]:
    rows = rows.exclude(ended="", stage__in=[str(stage) for stage in STAGES if stage is not Stage.STARTED])
    if owner.search_began is None:
        return rows.none() if older else rows
    before = Q(ended_on__lt=owner.search_began)
    return rows.filter(before) if older else rows.exclude(before)


def list_event_facts(row: Opportunity) -> tuple[standing.Event, ...]:
    """The events of one job that stand, as the library has them."""
    return tuple(to_event(event) for event in Event.objects.filter(opportunity=row, stands=True).order_by("on", "id"))


def job_name_key(employer: str, role: str) -> tuple[str, str]:
    """Employer and role as they are compared: without regard to case and spaces."""
    return " ".join(employer.split()).casefold(), " ".join(role.split()).casefold()


def map_jobs_by_name(owner: Owner) -> dict[tuple[str, str], Opportunity]:
    """The owner's jobs by employer and role. A name that was merged away finds the job it was merged into."""
    rows = {row.pk: row for row in Opportunity.objects.of(owner).order_by("-id")}
    return {job_name_key(row.employer, row.role): _find_survivor(row, rows) for row in rows.values()}


def _find_survivor(row: Opportunity, rows: dict[int, Opportunity]) -> Opportunity:
    seen = {row.pk}
    while row.merged_into_id in rows and row.merged_into_id not in seen:
        row = rows[row.merged_into_id]
        seen.add(row.pk)
    return row


def find_same_job(owner: Owner, employer: str, role: str) -> Opportunity | None:
    """The one open job this name means, or None when it is none or could be several. No role matches any."""
    who, what = job_name_key(employer, role)
    rows = [row for row in list_open_opportunities(owner) if job_name_key(row.employer, "")[0] == who]
    if what:
        rows = [row for row in rows if job_name_key("", row.role)[1] == what]
    return rows[0] if len(rows) == 1 else None


def has_lines(owner: Owner) -> bool:
    """Whether a line stands that an accept or a signature has to be held up to."""
    return bool(Value.objects.of(owner).filter(line=True, retired_on=None).exists())


def is_hushed(row: Opportunity, events: Iterable[Event], days: Iterable[RejectionDay], on: date) -> bool:
    """Whether this job's no is from `on`, or its rejection day is: then nothing is to be solved that day.

    `events` are those of the job, `days` those that bear on the day.
    """
    if row.ended not in THEIR_NOS:
        return False
    today = (event for event in events if event.kind == row.ended and event.on == on and event.day_known)
    return (row.ended_on == on and any(today)) or any(d.on == on and d.opportunity_id == row.pk for d in days)


def list_jobs_never_met(owner: Owner) -> QuerySet[Opportunity]:
    """Applications that reached nobody so far, newest first: what can be replayed without an interview."""
    return list_opportunities(owner).filter(stage=Stage.APPLIED, interviews=None)


def is_put_away(owner: Owner, row: Opportunity) -> bool:
    """Whether it is set aside, and nothing came since."""
    open_ = row.put_away_on is not None and row.alive
    return open_ and not list_open_opportunities(owner).filter(pk=row.pk).exists()


def list_companions_of(owner: Owner) -> QuerySet[Companion]:
    """The people the person named."""
    found: QuerySet[Companion] = Companion.objects.of(owner).order_by("id")
    return found
