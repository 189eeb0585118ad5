"""Reads for people who help: their cards, the jobs an agency presented, what was given, and comments that wait."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from onward_app.records.models import Comment, GivenPacket, Helper, Opportunity, Owner
from onward_app.records.reading.rows import list_opportunities

AGENCY = "agency"


def list_helpers(owner: Owner) -> QuerySet[Helper]:
    """Everybody with a card."""
    found: QuerySet[Helper] = Helper.objects.of(owner)
    return found


def list_presented_jobs(owner: Owner, name: str) -> QuerySet[Opportunity]:
    """The jobs that an agency of this name stands behind, newest first."""
    return list_opportunities(owner).filter(agency__iexact=name)


def list_agencies_without_card(owner: Owner) -> list[tuple[str, int]]:
    """Agencies that presented jobs and have no card yet, with how many."""
    rows = list_opportunities(owner).exclude(agency="").order_by("agency").values_list("agency")
    known = {name.casefold() for name in list_helpers(owner).values_list("name", flat=True)}
    found: dict[str, tuple[str, int]] = {}
    for name, count in rows.annotate(count=Count("pk")):
        if name.casefold() not in known:
            found[name.casefold()] = (name, found.get(name.casefold(), ("", 0))[1] + count)
    return list(found.values())


def find_agency_card(owner: Owner, job: Opportunity) -> Helper | None:
    """The card of the agency behind a job."""
    return list_helpers(owner).filter(name__iexact=job.agency).first() if job.agency else None


def list_given(owner: Owner) -> QuerySet[GivenPacket]:
    """The records of what was given, newest first."""
    found: QuerySet[GivenPacket] = GivenPacket.objects.of(owner).select_related("helper")
    return found


def list_waiting_comments(owner: Owner) -> QuerySet[Comment]:
    """Comments that nothing was said of yet, in the order they came."""
    rows: QuerySet[Comment] = Comment.objects.of(owner).filter(taken="", packet__stands=True)
    return rows.select_related("packet")
