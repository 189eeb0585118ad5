"""The row of each job that is planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onward.facts import LONGEST_NAME
from onward.notice.linking.values import FilingPlan, PlannedJob
from onward_app.records.lots import lots
from onward_app.records.models import Opportunity
from onward_app.records.writing.changes import ChangeInProgress

NAMES = ("employer", "role", "agency")  # of a job, as letters say them


class _JobAsNamed(NamedTuple):
    """How a job is named, and whether the person named it."""

    by_hand: bool
    told: Sequence[str]


def seat_jobs(change: ChangeInProgress, plan: FilingPlan) -> dict[str, int]:
    """The row of each planned job, made if it is new; what it absorbs redirects to it."""
    known = [job.id for job in plan.jobs if job.id is not None]
    rows = [Opportunity.objects.filter(owner=change.owner, pk__in=lot) for lot in lots(known)]
    told_names = (row for some in rows for row in some.values_list("pk", "by_hand", *NAMES))
    there = {pk: _JobAsNamed(by_hand, told) for pk, by_hand, *told in told_names}
    ids: dict[str, int] = {}
    for job in plan.jobs:
        if job.id is None and job.events:
            ids[job.name] = int(change.make(Opportunity, **_read_names(job)).pk)
        elif job.id is not None:
            # Where the person's word holds letters of two employers in one job, the first of them name it.
            names = _read_names(job) if job.name not in ids else {}
            ids[job.name] = job.id
            _seat_known(change, job, names, there[job.id])
    return ids


def _seat_known(change: ChangeInProgress, job: PlannedJob, names: Mapping[str, str], named: _JobAsNamed) -> None:
    """Of thousands of jobs that are here few get another name, so that no other is loaded."""
    there = dict(zip(NAMES, named.told, strict=True))
    said = {name: value for name, value in names.items() if value and not (named.by_hand and there[name])}
    if not job.absorbs and said.items() <= there.items():
        return
    row = Opportunity.objects.get(pk=int(job.name), owner=change.owner)
    change.edit(row, **said)
    for absorbed in Opportunity.objects.filter(pk__in=job.absorbs, owner=change.owner, merged_into=None):
        change.edit(absorbed, merged_into=row)


def _read_names(job: PlannedJob) -> dict[str, str]:
    return {name: (getattr(job, name) or "")[:LONGEST_NAME] for name in NAMES}
