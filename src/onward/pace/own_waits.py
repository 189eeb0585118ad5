"""The person's own waits: how long answers took, in which situation, and how long it has been silent so far."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from onward.facts import HEARD, MY_ENDS, TALKS, Ending, OtherEvent, Stage
from onward.log.standing import Event, Opportunity
from onward.maths.survival import Waited
from onward.pace.situations import Situation, find_situation

_BEGINS = {str(stage): stage for stage in (Stage.APPLIED, *TALKS)}
_ANSWERS = HEARD | {Stage.SIGNED}


@dataclass(frozen=True, slots=True)
class OwnWait:
    """One wait of the person, in its situation. `running`: it is still silent, and nobody has ended it.

    `times`: so many that are alike, as they are counted in a long search.
    """

    situation: Situation
    waited: Waited
    running: bool = False
    times: int = 1


@dataclass(frozen=True, slots=True)
class LoggedWait:
    """One wait as a job's events have it, whatever day it is: with how many `days` it ended, None while it runs."""

    stage: Stage
    begun: date
    days: int | None
    heard: bool = False

    def count(self, *, on: date, through: bool, silent_to: date | None) -> OwnWait | None:
        """The wait as it stands on a day; None while nobody vouches for its silence."""
        end = self.days if self.days is not None else (silent_to - self.begun).days if silent_to else -1
        if end < 0:
            return None
        waited = Waited(end, self.heard, (on - self.begun).days)
        return OwnWait(find_situation(self.stage, through=through), waited, self.days is None)


def list_own_waits(
    jobs: Iterable[Opportunity],
    *,
    on: date,
    counted_to: Mapping[int, date],
    through: Collection[int] = frozenset(),
) -> tuple[OwnWait, ...]:
    """Every wait of every job, up to `on`.

    A wait ends with the next answer. Without one it is censored at the day on which the person ended or closed the job,
    or on which somebody vouches for the silence: `counted_to` by a job's id; a job that is not in it isn't counted.
    `through` are the ids of the jobs that came through a person.
    """
    counted = (
        wait.count(on=on, through=job.id in through, silent_to=counted_to.get(job.id))
        for job in jobs
        for wait in find_waits(event for event in job.events if event.on <= on)
    )
    return tuple(wait for wait in counted if wait is not None)


def find_waits(events: Iterable[Event]) -> Iterator[LoggedWait]:
    """The waits of one job, from its events in any order. One whose end is on no known day isn't among them."""
    log = sorted(events, key=lambda event: (event.on, event.order))
    for place, event in enumerate(log):
        if event.kind in _BEGINS and event.day_known:
            known, end, heard = _find_end(event, log[place + 1 :])
            days = (end - event.on).days if end is not None else None
            if known and (days is None or days >= 0):
                yield LoggedWait(_BEGINS[event.kind], event.on, days, heard)


def _find_end(begun: Event, later: list[Event]) -> tuple[bool, date | None, bool]:
    """Whether it is known how a wait ended, when (None: it still runs), and whether with an answer."""
    closed = None
    for event in later:
        if event.kind in MY_ENDS:
            return True, closed or event.on, False
        if event.kind in _ANSWERS:
            return event.day_known and not _is_one_row(begun, event), event.on, True
        closed = _closed_on(closed, event)
    return True, closed, False


def _closed_on(closed: date | None, event: Event) -> date | None:
    """The first day on which the person closed it, unless they opened it again."""
    if event.kind == Ending.CLOSED:
        return closed or event.on
    return None if event.kind == OtherEvent.REOPENED else closed


def _is_one_row(begun: Event, answer: Event) -> bool:
    """Whether both stand on one day of a spreadsheet, as they do where only a year or the last change was kept."""
    return begun.on == answer.on and begun.source == answer.source == "csv"
