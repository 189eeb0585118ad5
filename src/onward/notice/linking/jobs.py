"""Units to jobs at one employer: the same role is one job until it has ended and begins anew; a letter without a role
finds its one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from onward.facts import MY_ENDS, THEIR_NOS, LetterKind, Stage
from onward.notice.job.names import is_looser_role, is_misspelling, is_same_role, may_be_same_role, role_key, role_words
from onward.notice.linking.units import Unit
from onward.notice.linking.values import KnownJob

LIVE_DAYS = 200  # a job that nobody wrote about for longer takes no letter that doesn't name it
ANEW_DAYS = 120  # a new confirmation so long after a no is a new application
DUPLICATE_DAYS = 14  # a second no within this is the same no
BEFORE_DAYS = 60  # so long before the first letter that names the role, one without it may belong to the same job
SLACK_DAYS = 3  # mail may cross: a confirmation that comes so late is harmless


@dataclass(slots=True)
class Job:
    """An opportunity in the making: units, and the known jobs whose place it takes."""

    firm: str | None
    role: str
    units: list[Unit] = field(default_factory=list)
    known_jobs: list[KnownJob] = field(default_factory=list)
    _first: date | None = None
    _last: date | None = None
    _ended: date | None = None

    def add(self, unit: Unit) -> None:
        """Take a unit in."""
        self.units.append(unit)
        if not any(one.is_dated for one in unit.items):
            return
        self._first = min(filter(None, (self._first, unit.first)))
        self._last = max(filter(None, (self._last, unit.last)))
        noes = [one.on for one in unit.items if one.kind is LetterKind.REJECTION and one.sure and one.is_dated]
        if noes:
            self._ended = min(noes) if self._ended is None else min(self._ended, *noes)

    def add_known_job(self, known_job: KnownJob) -> None:
        """Begin from a job that exists already, or join one to it."""
        self.known_jobs.append(known_job)
        if known_job.first_on:
            self._first = min(filter(None, (self._first, known_job.first_on)))
            self._last = max(filter(None, (self._last, known_job.first_on)))

    @property
    def by_hand(self) -> bool:
        """Whether the person made or named it."""
        return any(known_job.by_hand for known_job in self.known_jobs)

    def takes(self, unit: Unit) -> bool:
        """Whether a unit of the same role falls into its time; any does when no day is known."""
        if self._first is None or self._last is None:
            return True
        near = max((self._first - unit.first).days, (unit.first - self._last).days) <= LIVE_DAYS
        return near and not _begins_anew(unit, self)

    @property
    def first(self) -> date:
        """The first day anything is known of it."""
        return self._first or date.min

    @property
    def last(self) -> date:
        """The last day anything is known of it."""
        return self._last or date.min

    @property
    def ended(self) -> date | None:
        """The day of its first no."""
        return self._ended

    @property
    def starts(self) -> bool:
        """Whether a letter says that the application was made."""
        return any(unit.starts for unit in self.units)

    @property
    def numbers(self) -> frozenset[str]:
        """The employer's numbers for it."""
        return frozenset(unit.number for unit in self.units if unit.number)

    @property
    def people(self) -> frozenset[str]:
        """Addresses of the persons in it."""
        return frozenset(address for unit in self.units for address in unit.people)

    def is_live(self, on: date) -> bool:
        """Whether it had begun and neither ended nor fallen long silent on that day."""
        if (self.first - on).days > SLACK_DAYS or (self.ended is not None and self.ended < on):
            return False
        if (on - self.last).days > LIVE_DAYS:
            return False
        heard = max((unit.last for unit in self.units if unit.last <= on), default=self.first)
        return (on - heard).days <= LIVE_DAYS


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
    groups, loose = _group_by_role([unit for unit in units if role_key(unit.role)], [job.role for job in ready])
    loose += [unit for unit in units if not role_key(unit.role)]
    jobs: list[Job] = list(prepared)
    for group in groups:
        jobs += _split_into_applications(
            firm, group, [job for job in ready if is_same_role(job.role, group.role)], kept
        )
    stray: list[tuple[Unit, str, Job | None]] = []
    for unit in sorted(loose, key=lambda one: one.place):
        stays = any(one.key in kept for one in unit.items)
        job, why = _find_job_without_role(unit, [job for job in jobs if not (stays and job.by_hand)])
        if why:
            stray.append((unit, why, job))
        elif job is not None:
            job.add(unit)
        else:
            jobs.append(Job(firm, unit.role))
            jobs[-1].add(unit)
    return Placed(tuple(jobs), tuple(stray))


# What a letter of a kind says that the person may have told already.
_TOLD: dict[LetterKind, tuple[str, ...]] = {
    LetterKind.CONFIRMATION: (Stage.APPLIED,),
    LetterKind.REJECTION: (*THEIR_NOS, *MY_ENDS),
}


def _add_to_told_jobs(units: Sequence[Unit], unnamed: Sequence[Job], kept: frozenset[str]) -> list[Unit]:
    """Units that say what the person told of a job without naming its role go there. The rest is returned."""
    left: list[Unit] = []
    for unit in sorted(units, key=lambda one: one.place):
        homes = [job for job in unnamed if not job.units and _was_told(unit, job)]
        if len(homes) == 1 and not any(one.key in kept for one in unit.items):
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


@dataclass(slots=True)
class _RoleUnits:
    """Units of one role and one number."""

    role: str
    units: list[Unit] = field(default_factory=list)

    @property
    def starts(self) -> bool:
        return any(unit.starts for unit in self.units)


def _group_by_role(units: Sequence[Unit], known: Sequence[str]) -> tuple[list[_RoleUnits], list[Unit]]:
    """The units of each role and number, and those that may belong to several. `known` are roles that have a
    job.
    """
    by_role: dict[str, _RoleUnits] = {}
    for unit in units:
        by_role.setdefault(role_key(unit.role), _RoleUnits(unit.role)).units.append(unit)
    parts: list[_RoleUnits] = []
    loose: list[Unit] = []
    for group in _merge_misspelled(by_role):
        numbers = sorted({unit.number for unit in group.units if unit.number})
        if len(numbers) < 2:
            parts.append(group)
            continue
        parts += [_RoleUnits(group.role, [u for u in group.units if u.number == number]) for number in numbers]
        loose += [unit for unit in group.units if unit.number not in numbers]
    kept = [group for group in parts if group.starts or not _may_be_another(group, parts, known)]
    return kept, loose + [unit for group in parts if group not in kept for unit in group.units]


def _merge_misspelled(by_role: dict[str, _RoleUnits]) -> list[_RoleUnits]:
    """Roles that differ by one letter, which stand side by side in sorted order, become one."""
    merged: list[_RoleUnits] = []
    for key in sorted(by_role):
        group = by_role[key]
        if merged and is_misspelling(role_words(merged[-1].role), role_words(group.role)):
            merged[-1].units += group.units
        else:
            merged.append(group)
    return merged


def _may_be_another(group: _RoleUnits, parts: Sequence[_RoleUnits], known: Sequence[str]) -> bool:
    """Whether a role that no letter starts is another role said shorter or longer."""
    others = [one for one in parts if one is not group and role_key(one.role) != role_key(group.role)]
    if any(not is_same_role(group.role, role) and may_be_same_role(group.role, role) for role in known):
        return True
    return any(
        may_be_same_role(group.role, one.role) if one.starts else is_looser_role(group.role, one.role) for one in others
    )


def _split_into_applications(
    firm: str | None, group: _RoleUnits, ready: Sequence[Job], kept: frozenset[str]
) -> list[Job]:
    """The applications to one role, one after the other; a job that is there already takes what falls into its time."""
    jobs: list[Job] = []
    for unit in sorted(group.units, key=lambda one: one.place):
        stays = any(one.key in kept for one in unit.items)
        home = next((job for job in ready if job.takes(unit) and not (stays and job.by_hand)), None)
        if home is not None:
            home.add(unit)
            continue
        if not jobs or _begins_anew(unit, jobs[-1]):
            jobs.append(Job(firm, group.role))
        jobs[-1].add(unit)
    return jobs


def _begins_anew(unit: Unit, job: Job) -> bool:
    opening = min(unit.items, key=lambda one: (one.on, one.key))
    if not opening.starts:
        return False
    ended = job.ended is not None and (unit.first - job.ended).days > ANEW_DAYS
    silent = (unit.first - job.last).days > LIVE_DAYS
    return ended or silent


def _find_job_without_role(unit: Unit, jobs: list[Job]) -> tuple[Job | None, str]:
    """The job for a unit that doesn't say which: (job, "") to attach, (suggestion, sentence) to wait, (None, "") for a
    new job.
    """
    on = unit.first
    live = [job for job in jobs if job.is_live(on) and is_compatible(unit, job)]
    if len(live) == 1:
        return live[0], _SECOND_START if _may_be_second_application(unit, live[0]) else ""
    if len(live) > 1:
        same = [job for job in live if job.people & unit.people]
        return (same[0], "") if len(same) == 1 else (None, _WHICH)
    fitting = [job for job in jobs if is_compatible(unit, job)]
    later = [job for job in fitting if not job.starts and 0 <= (job.first - on).days <= LIVE_DAYS]
    if unit.starts and later:
        return (later[0], "") if len(later) == 1 else (None, _WHICH)
    if len(fitting) == 1 and _comes_shortly_before(unit, fitting[0]):
        return fitting[0], ""
    return _after_an_end(unit, fitting)


def _comes_shortly_before(unit: Unit, job: Job) -> bool:
    """Whether a letter without a role comes shortly before the job that names it, by the same person, or before an
    offer.
    """
    if unit.starts or job.starts or unit.role or not 0 <= (job.first - unit.first).days <= BEFORE_DAYS:
        return False
    items = [one for each in job.units for one in each.items]
    opening = min(items, key=lambda one: (one.on, one.key), default=None)
    return bool(unit.people & job.people) or (opening is not None and opening.kind is LetterKind.OFFER)


_WHICH = "It fits more than one job at this employer, and it doesn’t say which."
_SECOND_START = "This may be a second application there, or a late receipt of the first."


def is_compatible(unit: Unit, job: Job) -> bool:
    """Roles and numbers don't contradict each other."""
    if unit.number and job.numbers and unit.number not in job.numbers:
        return False
    return not unit.role or not job.role or may_be_same_role(unit.role, job.role)


def _may_be_second_application(unit: Unit, job: Job) -> bool:
    """A confirmation of another role, or of none long after this job began, may be a second application."""
    if not unit.starts or not job.starts:
        return False
    return bool(unit.role) or (unit.first - job.first).days > SLACK_DAYS


def _after_an_end(unit: Unit, fitting: list[Job]) -> tuple[Job | None, str]:
    """No live job fits: a no again, a crossing letter, or something the person should look at."""
    ended = [job for job in fitting if job.ended is not None and 0 <= (unit.first - job.ended).days <= LIVE_DAYS]
    if not ended:
        return None, ""
    if unit.starts and all((unit.first - (job.ended or unit.first)).days > ANEW_DAYS for job in ended):
        return None, ""
    latest = max(ended, key=lambda job: (job.ended or date.min, job.first))
    days = (unit.first - (latest.ended or unit.first)).days
    only_noes = all(one.kind is LetterKind.REJECTION for one in unit.items)
    if len(ended) == 1 and (days <= SLACK_DAYS or (only_noes and days <= DUPLICATE_DAYS)):
        return latest, ""
    return latest, "This job had already ended when the letter came. Is it the same job, or a new one?"


def group_by_firm(units: Iterable[Unit]) -> dict[str | None, list[Unit]]:
    """Units grouped by employer."""
    found: dict[str | None, list[Unit]] = defaultdict(list)
    for unit in units:
        found[unit.firm].append(unit)
    return found
