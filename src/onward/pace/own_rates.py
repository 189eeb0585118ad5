"""The person's own conversions: of the jobs that were at a stage, how many moved on and how many ended there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onward.facts import NOS, STAGES, Ending, Stage
from onward.log.standing import Event
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
        gone = 1.0 if job.ended in NOS else 0.0 if job.ended else 1 - min(1.0, job.still)
        for stage, moved_on in _list_steps(job.reached):
            if moved_on or gone:
                warm = counts[job.through and stage.rank <= Stage.APPLIED.rank]
                hits, misses = warm.get(stage, (0.0, 0.0))
                hit, miss = (1.0, 0.0) if moved_on else (0.0, gone)
                warm[stage] = (hits + hit * job.times, misses + miss * job.times)
    return StageRecord(*counts)


def list_reached(events: Iterable[Event]) -> frozenset[Stage]:
    """The stages that events name."""
    return frozenset(Stage(event.kind) for event in events if event.kind in STAGES)


@lru_cache(maxsize=256)
def _list_steps(reached: frozenset[Stage]) -> tuple[tuple[Stage, bool], ...]:
    """Every stage that a job was at, and whether it moved on from it: else it ends there, when it does. Of thousands of
    jobs few reached others than the rest.
    """
    furthest = max((stage.rank for stage in reached), default=-1)
    return tuple((stage, furthest >= following.rank) for stage, following in NEXT.items() if stage in reached)
