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
    """The seats that stand, where merged ones lead, and the letters whose place is fixed by the person."""

    standing: Mapping[int, KnownJob]
    leads_to: Mapping[int, int]
    fixed: Mapping[str, int]  # letter → seat
    soft: Mapping[str, int]  # letter → seat, only for the id


def arrange_known_jobs(seats: Sequence[KnownJob], items: Sequence[Item]) -> KnownJobs:
    """Who sits where before anything is linked."""
    known = {seat.id: seat for seat in seats}
    leads_to = {seat.id: _end(seat, known) for seat in seats}
    standing = {seat.id: seat for seat in seats if leads_to[seat.id] == seat.id}
    fixed: dict[str, int] = {}
    soft: dict[str, int] = {}
    for seat in sorted(seats, key=lambda one: one.id):
        target = leads_to[seat.id]
        held = seat.by_hand or seat.merged_into is not None
        if target in standing:
            (fixed if held else soft).update(dict.fromkeys(sorted(seat.keys), target))
    for item in items:
        target = leads_to.get(item.ruling.opportunity or -1, -1)
        if target in standing:
            fixed[item.key] = target
    return KnownJobs(standing, leads_to, fixed, {key: seat for key, seat in soft.items() if key not in fixed})


def _end(seat: KnownJob, known: Mapping[int, KnownJob]) -> int:
    """Follow merges to the seat that stands; a circle ends at its smallest id."""
    passed = [seat.id]
    while seat.merged_into is not None and seat.merged_into in known:
        seat = known[seat.merged_into]
        if seat.id in passed:
            return min(passed)
        passed.append(seat.id)
    return seat.id


def prepare_jobs(plan: KnownJobs, items: Sequence[Item], houses: Mapping[str, str]) -> dict[str | None, list[Job]]:
    """A job for each seat that draws letters: made by hand, with fixed letters, or whose letters aren't here."""
    here = {item.key for item in items}
    fixed: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if item.key in plan.fixed:
            fixed[plan.fixed[item.key]].append(item)
    found: dict[str | None, list[Job]] = defaultdict(list)
    for number, seat in sorted(plan.standing.items()):
        if not (seat.by_hand or fixed[number] or not seat.keys & here):
            continue
        house = houses.get(seat.employer) or employer_key(seat.employer) or None
        job = Job(house, seat.role)
        job.sit(seat)
        if fixed[number]:
            job.add(Unit(house, seat.role, fixed[number]))
        found[house].append(job)
    return found


def choose_identities(
    jobs: Sequence[tuple[Job, Sequence[Item]]], plan: KnownJobs
) -> list[tuple[int | None, tuple[int, ...]]]:
    """For each job its id (None when new) and the ids it absorbs. A seat goes with its earliest letter."""
    owner: dict[int, int] = {}
    for place, (_, items) in enumerate(jobs):
        for item in items:
            seat = plan.soft.get(item.key)
            if seat is not None:
                known = owner.get(seat)
                if known is None or _first(jobs[place][1], plan, seat) < _first(jobs[known][1], plan, seat):
                    owner[seat] = place
    owned: dict[int, list[int]] = defaultdict(list)
    for seat, place in owner.items():
        owned[place].append(seat)
    return [_identity(job, owned[place]) for place, (job, _) in enumerate(jobs)]


def _first(items: Sequence[Item], plan: KnownJobs, seat: int) -> tuple[str, str]:
    return min((item.on.isoformat(), item.key) for item in items if plan.soft.get(item.key) == seat)


def _identity(job: Job, soft: list[int]) -> tuple[int | None, tuple[int, ...]]:
    fixed = sorted(seat.id for seat in job.seats)
    if fixed and job.by_hand:
        return fixed[0], ()
    ids = sorted({*fixed, *soft})
    return (ids[0], tuple(ids[1:])) if ids else (None, ())
