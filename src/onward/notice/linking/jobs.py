"""An opportunity in the making, at one employer, and which units fall into its time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from onward.facts import LetterKind
from onward.notice.job.names import may_be_same_role
from onward.notice.linking.spans import ANEW_DAYS, LIVE_DAYS, SLACK_DAYS
from onward.notice.linking.units import Unit
from onward.notice.linking.values import KnownJob


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
        return near and not begins_anew(unit, self)

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


def begins_anew(unit: Unit, job: Job) -> bool:
    opening = min(unit.items, key=lambda one: (one.on, one.key))
    if not opening.starts:
        return False
    ended = job.ended is not None and (unit.first - job.ended).days > ANEW_DAYS
    silent = (unit.first - job.last).days > LIVE_DAYS
    return ended or silent


def is_compatible(unit: Unit, job: Job) -> bool:
    """Roles and numbers don't contradict each other."""
    if unit.number and job.numbers and unit.number not in job.numbers:
        return False
    return not unit.role or not job.role or may_be_same_role(unit.role, job.role)
