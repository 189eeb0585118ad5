"""Units to jobs at one employer: the same role is one job until it has ended and begins anew; a unit without a role
finds its one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onward.facts import MY_ENDS, THEIR_NOS, LetterKind, Stage
from onward.notice.job.names import is_same_role, role_key
from onward.notice.linking.jobs import Job, begins_anew
from onward.notice.linking.roles import RoleUnits, group_by_role
from onward.notice.linking.spans import DUPLICATE_DAYS
from onward.notice.linking.units import Unit
from onward.notice.linking.without_role import find_job_without_role

# What a letter of a kind says that the person may have told already.
_TOLD: dict[LetterKind, tuple[str, ...]] = {
    LetterKind.CONFIRMATION: (Stage.APPLIED,),
    LetterKind.REJECTION: (*THEIR_NOS, *MY_ENDS),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the units of one employer went; `stray` are units without a place, each with the reason and a
    suggestion.
    """

    jobs: tuple[Job, ...]
    stray: tuple[tuple[Unit, str, Job | None], ...] = ()


def place_units(
    firm: str | None, units: Sequence[Unit], prepared: Sequence[Job] = (), *, kept: frozenset[str] = frozenset()
) -> Placed:
    """The jobs at one employer. `prepared` are jobs that exist already; a unit with a letter in `kept`, which mail has
    filed before, never moves to one that the person made.
    """
    ready = [job for job in prepared if job.role]
    units = _add_to_told_jobs(units, [job for job in prepared if job.by_hand and not job.role], kept)
    groups, loose = group_by_role([unit for unit in units if role_key(unit.role)], [job.role for job in ready])
    loose += [unit for unit in units if not role_key(unit.role)]
    jobs: list[Job] = list(prepared)
    for group in groups:
        jobs += _split_into_applications(
            firm, group, [job for job in ready if is_same_role(job.role, group.role)], kept
        )
    stray: list[tuple[Unit, str, Job | None]] = []
    for unit in sorted(loose, key=lambda one: one.place):
        stays = unit.holds(kept)
        job, why = find_job_without_role(unit, [job for job in jobs if not (stays and job.by_hand)])
        if why:
            stray.append((unit, why, job))
        elif job is not None:
            job.add(unit)
        else:
            jobs.append(Job(firm, unit.role))
            jobs[-1].add(unit)
    return Placed(tuple(jobs), tuple(stray))


def _add_to_told_jobs(units: Sequence[Unit], unnamed: Sequence[Job], kept: frozenset[str]) -> list[Unit]:
    """Units that say what the person told of a job without naming its role go there. The rest is returned."""
    left: list[Unit] = []
    for unit in sorted(units, key=lambda one: one.place):
        homes = [job for job in unnamed if not job.units and _was_told(unit, job)]
        if len(homes) == 1 and not unit.holds(kept):
            homes[0].add(unit)
        else:
            left.append(unit)
    return left


def _was_told(unit: Unit, job: Job) -> bool:
    told = [event for known_job in job.known_jobs for event in known_job.told]
    return any(
        event.kind in _TOLD.get(item.kind, ()) and abs((item.on - event.on).days) <= DUPLICATE_DAYS
        for item in unit.items
        for event in told
    )


def _split_into_applications(
    firm: str | None, group: RoleUnits, ready: Sequence[Job], kept: frozenset[str]
) -> list[Job]:
    """The applications to one role, one after the other; a job that is there already takes what falls into its time."""
    jobs: list[Job] = []
    for unit in sorted(group.units, key=lambda one: one.place):
        stays = unit.holds(kept)
        home = next((job for job in ready if job.takes(unit) and not (stays and job.by_hand)), None)
        if home is not None:
            home.add(unit)
            continue
        if not jobs or begins_anew(unit, jobs[-1]):
            jobs.append(Job(firm, group.role))
        jobs[-1].add(unit)
    return jobs
