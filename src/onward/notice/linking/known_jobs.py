"""Jobs that exist already: what the person fixed, which id a job keeps, and how new ones are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onward.notice.job.names import employer_key
from onward.notice.linking.items import Item
from onward.notice.linking.jobs import Job
from onward.notice.linking.units import Unit
from onward.notice.linking.values import KnownJob


@dataclass(frozen=True, slots=True)
class KnownJobs:
    """The known jobs that stand, where merged ones lead, and the letters whose place is fixed by the person."""

    standing: Mapping[int, KnownJob]
    leads_to: Mapping[int, int]
    fixed: Mapping[str, int]  # letter → known job
    soft: Mapping[str, int]  # letter → known job, only for the id


@dataclass(frozen=True, slots=True)
class Identity:
    """Which known job a job is: its id, None for a new one, and the ids of others that it swallows."""

    id: int | None = None
    absorbs: tuple[int, ...] = ()

    @property
    def ids(self) -> frozenset[int]:
        """All of them."""
        return frozenset(self.absorbs if self.id is None else (self.id, *self.absorbs))


def arrange_known_jobs(known_jobs: Sequence[KnownJob], items: Sequence[Item]) -> KnownJobs:
    """Which known job each letter belongs to before anything is linked."""
    known = {known_job.id: known_job for known_job in known_jobs}
    leads_to = {known_job.id: _follow_merges(known_job, known) for known_job in known_jobs}
    standing = {known_job.id: known_job for known_job in known_jobs if leads_to[known_job.id] == known_job.id}
    fixed: dict[str, int] = {}
    soft: dict[str, int] = {}
    for known_job in sorted(known_jobs, key=lambda one: one.id):
        target = leads_to[known_job.id]
        held = known_job.by_hand or known_job.merged_into is not None
        if target in standing:
            (fixed if held else soft).update(dict.fromkeys(sorted(known_job.keys), target))
    for item in items:
        target = leads_to.get(item.decision.opportunity or -1, -1)
        if target in standing:
            fixed[item.key] = target
    return KnownJobs(standing, leads_to, fixed, {key: known_job for key, known_job in soft.items() if key not in fixed})


def _follow_merges(known_job: KnownJob, known: Mapping[int, KnownJob]) -> int:
    """Follow merges to the known job that stands; a circle ends at its smallest id."""
    passed = [known_job.id]
    while known_job.merged_into is not None and known_job.merged_into in known:
        known_job = known[known_job.merged_into]
        if known_job.id in passed:
            return min(passed)
        passed.append(known_job.id)
    return known_job.id


def prepare_jobs(known_jobs: KnownJobs, items: Sequence[Item], firms: Mapping[str, str]) -> dict[str | None, list[Job]]:
    """A job for each known job that draws letters: made by hand, with fixed letters, or whose letters aren't here."""
    here = {item.key for item in items}
    fixed: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if item.key in known_jobs.fixed:
            fixed[known_jobs.fixed[item.key]].append(item)
    found: dict[str | None, list[Job]] = defaultdict(list)
    for number, known_job in sorted(known_jobs.standing.items()):
        if not (known_job.by_hand or fixed[number] or not known_job.keys & here):
            continue
        firm = firms.get(known_job.employer) or employer_key(known_job.employer) or None
        job = Job(firm, known_job.role)
        job.add_known_job(known_job)
        if fixed[number]:
            job.add(Unit(firm, known_job.role, fixed[number]))
        found[firm].append(job)
    return found


def choose_identities(jobs: Sequence[tuple[Job, Sequence[Item]]], known_jobs: KnownJobs) -> list[Identity]:
    """Which known job each job is. A known job goes with its earliest letter."""
    owner: dict[int, int] = {}
    for place, (_, items) in enumerate(jobs):
        for item in items:
            known_job = known_jobs.soft.get(item.key)
            if known_job is not None:
                known = owner.get(known_job)
                if known is None or _find_first_letter(jobs[place][1], known_jobs, known_job) < _find_first_letter(
                    jobs[known][1], known_jobs, known_job
                ):
                    owner[known_job] = place
    owned: dict[int, list[int]] = defaultdict(list)
    for known_job, place in owner.items():
        owned[place].append(known_job)
    return [_choose_identity(job, owned[place]) for place, (job, _) in enumerate(jobs)]


def _find_first_letter(items: Sequence[Item], known_jobs: KnownJobs, known_job: int) -> tuple[str, str]:
    return min((item.on.isoformat(), item.key) for item in items if known_jobs.soft.get(item.key) == known_job)


def _choose_identity(job: Job, soft: list[int]) -> Identity:
    fixed = sorted(known_job.id for known_job in job.known_jobs)
    if fixed and job.by_hand:
        return Identity(fixed[0])
    ids = sorted({*fixed, *soft})
    return Identity(ids[0], tuple(ids[1:])) if ids else Identity()
