"""The person's own conversions: of the jobs that were at a stage, how many moved on and how many ended there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from onward.facts import NOS, STAGES, Opportunity, Stage
from onward.pace.stage_rates import NEXT, StageRecord


def count_own_record(
    jobs: Iterable[Opportunity],
    *,
    still: Mapping[int, float] | None = None,
    met: Collection[int] = frozenset(),
    through: Collection[int] = frozenset(),
) -> StageRecord:
    """Counts for `odds`, from jobs with their events.

    A job that is silent counts as ended in so far as its answer has gone: `still` is, by its id, what silence leaves of
    the chance of an answer, from 1 on the first day; a job that isn't in it says nothing yet. `met` are the ids of jobs
    with an interview that was held, whatever their events say, and `through` of those that came through a person.
    Withdrawing and declining are the person's own doing and count neither way, except for the stages moved on from.
    """
    counts: tuple[dict[Stage, tuple[float, float]], dict[Stage, tuple[float, float]]] = ({}, {})
    for job in jobs:
        for stage, hit, miss in _steps(job, (still or {}).get(job.id, 1.0), met=job.id in met):
            warm = counts[job.id in through and stage.rank <= Stage.APPLIED.rank]
            hits, misses = warm.get(stage, (0.0, 0.0))
            warm[stage] = (hits + hit, misses + miss)
    return StageRecord(*counts)


def _steps(job: Opportunity, still: float, *, met: bool) -> Iterable[tuple[Stage, float, float]]:
    """Every stage that the job was at and is done with, and in what parts it moved on or ended there."""
    reached = {Stage(event.kind) for event in job.events if event.kind in STAGES} | (
        {Stage.INTERVIEW} if met else set()
    )
    furthest = max((stage.rank for stage in reached), default=-1)
    ended = job.standing.ended
    gone = 1.0 if ended in NOS else 0.0 if ended else 1 - min(1.0, still)
    for stage, following in NEXT.items():
        if stage in reached and furthest >= following.rank:
            yield stage, 1.0, 0.0
        elif stage in reached and gone:
            yield stage, 0.0, gone
