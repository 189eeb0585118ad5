"""The person's own conversions: of the jobs that were at a stage, how many moved on and how many ended there."""

from __future__ import annotations

from collections.abc import Iterable

from onward.facts import NOS, Opportunity, Stage
from onward.pace.odds import NEXT, StageRecord


def count_own_record(jobs: Iterable[Opportunity]) -> StageRecord:
    """Counts for `odds`, from jobs with their events; a job still open at a stage says nothing about it yet.

    Withdrawing and declining are the person's own doing and count neither way, except for the stages moved on from.
    """
    moved: dict[Stage, tuple[int, int]] = {}
    for job in jobs:
        for stage, on in _steps(job):
            hits, misses = moved.get(stage, (0, 0))
            moved[stage] = (hits + on, misses + (not on))
    return StageRecord(moved)


def _steps(job: Opportunity) -> Iterable[tuple[Stage, bool]]:
    """Every stage that the job was at and is done with, and whether it moved on."""
    seen = {str(event.kind) for event in job.events}
    furthest = max((stage.rank for stage in Stage if str(stage) in seen), default=-1)
    ended = job.standing.ended in NOS
    for stage, following in NEXT.items():
        if str(stage) in seen and (furthest >= following.rank or ended):
            yield stage, furthest >= following.rank
