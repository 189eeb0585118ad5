"""The person's own conversions: of the jobs that were at a stage, how many moved on and how many ended there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onward.facts import NOS, STAGES, Ending, Event, Stage
from onward.pace.stage_rates import NEXT, StageRecord


@dataclass(frozen=True, slots=True)
class JobsAlike:
    """Jobs of which the same is known: what stages they reached, how they ended, and what silence leaves of them.

    `still` is what it leaves of the chance of an answer, from 1 on the first day; 1 where nothing is said yet.
    """

    reached: frozenset[Stage]
    ended: Ending | None = None
    through: bool = False
    still: float = 1.0
    times: int = 1


def count_record(jobs: Iterable[JobsAlike]) -> StageRecord:
    """Counts for `odds`.

    A job that is silent counts as ended in so far as its answer has gone. Withdrawing and declining are the person's
    own doing and count neither way, except for the stages moved on from.
    """
    counts: tuple[dict[Stage, tuple[float, float]], dict[Stage, tuple[float, float]]] = ({}, {})
    for job in jobs:
        for stage, hit, miss in _list_steps(job):
            warm = counts[job.through and stage.rank <= Stage.APPLIED.rank]
            hits, misses = warm.get(stage, (0.0, 0.0))
            warm[stage] = (hits + hit * job.times, misses + miss * job.times)
    return StageRecord(*counts)


def list_reached(events: Iterable[Event]) -> frozenset[Stage]:
    """The stages that events name."""
    return frozenset(Stage(event.kind) for event in events if event.kind in STAGES)


def _list_steps(job: JobsAlike) -> Iterable[tuple[Stage, float, float]]:
    """Every stage that such a job was at and is done with, and in what parts it moved on or ended there."""
    furthest = max((stage.rank for stage in job.reached), default=-1)
    gone = 1.0 if job.ended in NOS else 0.0 if job.ended else 1 - min(1.0, job.still)
    for stage, following in NEXT.items():
        if stage in job.reached and furthest >= following.rank:
            yield stage, 1.0, 0.0
        elif stage in job.reached and gone:
            yield stage, 0.0, gone
