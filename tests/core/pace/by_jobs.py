"""The person's own conversions from jobs with their events, as they would be counted one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from onward.facts import Stage
from onward.log.standing import Opportunity
from onward.pace.own_rates import JobsAlike, count_record, list_reached
from onward.pace.stage_rates import StageRecord


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
    """
    return count_record(
        JobsAlike(
            list_reached(job.events) | ({Stage.INTERVIEW} if job.id in met else set()),
            job.standing.ended,
            job.id in through,
            (still or {}).get(job.id, 1.0),
        )
        for job in jobs
    )
