"""The jobs of a search, counted where they are alike: the database goes once through one index, whatever is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q

from onward_app.records.models import Opportunity, Owner
from onward_app.records.reading.rows import list_opportunities


class JobCounted(NamedTuple):
    """All of a job that counts look at: its stage, its ending, the stages its events name, and whether somebody stands
    in between.
    """

    stage: str
    ended: str
    reached: str
    through: bool


class JobsCounted(NamedTuple):
    """How many jobs of each sort there are, of all and of this search."""

    all: Mapping[JobCounted, int]
    of_search: Mapping[JobCounted, int]


def to_counted(row: Opportunity) -> JobCounted:
    """One job as it is counted."""
    return JobCounted(row.stage, row.ended, row.reached, bool(row.agency))


def is_of_search(owner: Owner, ended_on: date | None) -> bool:
    """Whether a job that ended then is one of this search, as all are that didn't end before it began."""
    return not (owner.search_began and ended_on and ended_on < owner.search_began)


def count_jobs(owner: Owner) -> JobsCounted:
    """All of them, with one question."""
    rows = list_opportunities(owner).order_by().values_list("stage", "ended", "reached", "agency")
    here = ~Q(ended_on__lt=owner.search_began) if owner.search_began else Q()
    every: Counter[JobCounted] = Counter()
    of_search: Counter[JobCounted] = Counter()
    for stage, ended, reached, agency, times, there in rows.annotate(
        times=Count("pk"), there=Count("pk", filter=here) if here else Count("pk")
    ):
        job = JobCounted(stage, ended, reached, bool(agency))
        every[job] += times
        of_search[job] += there
    return JobsCounted(every, of_search)
