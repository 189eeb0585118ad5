"""Which job that is here a row means: surely, perhaps, or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from onward.notice.job.names import employer_core, employer_key, employer_words, is_beginning, is_same_employer
from onward.tracker.words import normalize

NEAR = 7  # days between two notes of one application


@dataclass(frozen=True, slots=True)
class NamedJob:
    """A job, or a row, by what names it; `applied_on` where that is known."""

    id: int
    employer: str
    role: str
    applied_on: date | None = None


@dataclass(frozen=True, slots=True)
class JobMeeting:
    """The job that is surely meant, or those that may be, the likeliest first."""

    sure: int | None = None
    perhaps: tuple[int, ...] = ()


@dataclass(slots=True)
class JobIndex:
    """Jobs by how their employers' names begin and what is left of them, so that few have to be compared."""

    by_name: dict[str, list[NamedJob]] = field(default_factory=dict)

    def add(self, job: NamedJob) -> None:
        """Put a job in."""
        for name in _list_keys(job.employer):
            self.by_name.setdefault(name, []).append(job)

    def list_near(self, employer: str) -> list[NamedJob]:
        """The jobs whose employer may be this one."""
        found = {job.id: job for name in _list_keys(employer) for job in self.by_name.get(name, ())}
        return list(found.values())


def index_jobs(jobs: Iterable[NamedJob]) -> JobIndex:
    """The jobs, ready to be asked for."""
    index = JobIndex()
    for job in jobs:
        index.add(job)
    return index


def find_meeting(row: NamedJob, index: JobIndex) -> JobMeeting:
    """The job a row means. One employer with another role is another job; without a role it may be any."""
    near = index.list_near(row.employer)
    same = [job for job in near if is_same_employer(row.employer, job.employer)]
    role = normalize(row.role)
    named = [job for job in same if normalize(job.role) == role]
    if len(named) == 1:
        return JobMeeting(sure=named[0].id)
    alike = named or [job for job in same if _is_alike(role, normalize(job.role))]
    close = [job for job in alike if _is_close(row, job)]
    if len(close) == 1 and (role or len(same) == 1):
        return JobMeeting(sure=close[0].id)
    if not alike:
        begins = [
            job for job in near if is_beginning(row.employer, job.employer) or is_beginning(job.employer, row.employer)
        ]
        alike = [job for job in begins if role and normalize(job.role) == role]
    return JobMeeting(
        perhaps=tuple(job.id for job in sorted(alike, key=lambda job: (not _is_close(row, job), -job.id)))
    )


def _list_keys(employer: str) -> set[str]:
    words = employer_words(employer)
    return {employer_key(employer), employer_core(employer), *words[:1]} - {""}


def _is_alike(one: str, other: str) -> bool:
    """Whether all words of one role stand in the other, or one of the two isn't said."""
    a, b = set(one.split()), set(other.split())
    return a <= b or b <= a


def _is_close(row: NamedJob, job: NamedJob) -> bool:
    if row.applied_on is None or job.applied_on is None:
        return False
    return abs((row.applied_on - job.applied_on).days) <= NEAR
